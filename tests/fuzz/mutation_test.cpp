#include "exchange/file_text.h"
#include "exchange/layout_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace loadframe {
namespace {

namespace fs = std::filesystem;

constexpr int inputs = 12'000;
constexpr std::size_t longest_input = 200'000;

constexpr std::string_view small_layout = R"({"format": "loadframe", "version": 1, "name": "a", "x": {"y": [1, null]},
 "areas": [{"name": "z", "kind": "zone", "at": [0, 0, 9, 9]}, {"name": "h", "kind": "host", "in": "z", "settings": {"cores": 2}}],
 "components": [{"name": "u", "kind": "users", "settings": {"rate": "10/s", "think_time": "lognormal 1 s cv 2"}},
  {"name": "d", "kind": "dns"}, {"name": "l", "kind": "load-balancer", "at": [1.5, -2], "settings": {"checks": false}},
  {"name": "w", "kind": "server", "in": "h", "locked": true}, {"name": "c", "kind": "cache", "settings": {"capacity": "2 MiB"}},
  {"name": "p", "kind": "relational-database"}, {"name": "r", "kind": "relational-database"}],
 "links": [{"from": "u", "to": "d"}, {"from": "u", "to": "l", "settings": {"latency": "auto", "share": "90 %"}},
  {"from": "l", "to": "w", "label": "a"}, {"from": "w", "to": "c"}, {"from": "w", "to": "p"}, {"from": "p", "to": "r"}],
 "classes": [{"name": "b", "weight": 0.5, "keys": 10}], "notes": [{"text": "\u00e9", "at": [0, 0, 10, 10], "picture": "data:image/svg+xml;base64,PHN2Zy8+"}],
 "scenario": [{"at": "1 s", "do": "kill", "target": "w"}, {"at": "2 s", "do": "cut", "target": "u -> l"}]})";

std::vector<std::string> corpus() {
  std::vector<std::string> texts{std::string(small_layout)};
  std::vector<fs::path> files;
  const fs::path folder = fs::path(LOADFRAME_SOURCE_DIR) / "resources" / "examples";
  if (fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() == ".loadframe") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files)
    if (auto text = read_file(file, longest_input)) texts.push_back(*std::move(text));
  return texts;
}

/// Changes text as a careless hand, a broken disk or a clever enemy would.
class Mutator {
public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::string mutated(std::string text, const std::vector<std::string>& others) {
    // Half of the texts stay well-formed, to get beyond the parser.
    const bool gentle = below(2) == 0;
    for (std::size_t i = 1 + below(gentle ? 3 : 6); i > 0; --i) {
      if (gentle && below(3) > 0) replace_number(text, below(text.size()));
      else if (gentle) replace_value(text, below(text.size()));
      else mutate(text, others[below(others.size())]);
    }
    if (text.size() > longest_input) text.resize(longest_input);
    return text;
  }

  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

private:
  void mutate(std::string& text, const std::string& other) {
    const std::size_t at = below(text.size());
    switch (below(8)) {
      case 0:
        if (!text.empty()) text[at] = static_cast<char>(below(256));
        return;
      case 1:
        text.erase(at, 1 + below(below(4) == 0 ? 400 : 8));
        return;
      case 2:
        text.insert(at, word());
        return;
      case 3:
        text.insert(below(text.size()), text.substr(at, below(300)));
        return;
      case 4:
        text.insert(at, other.substr(below(other.size()), below(300)));
        return;
      case 5:
        replace_value(text, at);
        return;
      case 6:
        swap_strings(text);
        return;
      case 7:
        text.insert(at, std::string(below(100), "[{\"0 "[below(5)]));
        return;
      case 8:
        replace_value(text, at);
        return;
    }
  }

  /// Puts a word where a setting's value or a coordinate stood, so that the text stays well-formed more often than not.
  void replace_value(std::string& text, std::size_t at) {
    const auto settings = text.find("\"settings\": {", at);
    const auto begin = text.find(": ", settings == std::string::npos ? at : settings + 12);
    if (begin == std::string::npos) return;
    const bool is_text = text.compare(begin, 3, ": \"") == 0;
    const auto end = is_text ? text.find('"', begin + 3) : text.find_first_of(",}]\n", begin);
    if (end != std::string::npos) text.replace(begin + 2, end + (is_text ? 1 : 0) - begin - 2, word());
  }

  /// Another number, with the unit that stood there.
  void replace_number(std::string& text, std::size_t at) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::array<std::string_view, 10> numbers{"0", "1", "2", "7", "0.5", "1000", "1e6", "-3", "1e18", "0.001"};
    const auto begin = text.find_first_of(digits, at);
    if (begin == std::string::npos) return;
    const auto end = std::min(text.find_first_not_of(digits, begin), text.size());
    text.replace(begin, end - begin, numbers[below(numbers.size())]);
  }

  void swap_strings(std::string& text) {
    const auto quoted_at = [&](std::size_t from) -> std::pair<std::size_t, std::size_t> {
      const auto open = text.find('"', from);
      const auto close = open == std::string::npos ? open : text.find('"', open + 1);
      return close == std::string::npos ? std::pair<std::size_t, std::size_t>{0, 0} : std::pair{open, close - open + 1};
    };
    const auto one = quoted_at(below(text.size()));
    const auto other = quoted_at(below(text.size()));
    const std::string content = text.substr(other.first, other.second);
    if (one.second > 0) text.replace(one.first, one.second, content);
  }

  std::string word() {
    constexpr std::array<std::string_view, 36> words{"null",
                                                     "true",
                                                     "-1",
                                                     "0",
                                                     "1e308",
                                                     "-0.0",
                                                     "1e-320",
                                                     "99999999999999999999",
                                                     "\"\"",
                                                     "[]",
                                                     "{}",
                                                     "\"auto\"",
                                                     "\"0\"",
                                                     "\"1e9 d\"",
                                                     "\"-5 s\"",
                                                     "\"nan\"",
                                                     "\"inf s\"",
                                                     "\"100 %\"",
                                                     "\"1e99/s\"",
                                                     "\"9e18 B\"",
                                                     "\"erlang 1 s stages 1000\"",
                                                     "\"uniform 1 s spread 1\"",
                                                     "\"lognormal 1 ns cv 100\"",
                                                     "\"u\"",
                                                     "\"w\"",
                                                     "\"z\"",
                                                     "\"server\"",
                                                     "\"group\"",
                                                     "\"users\"",
                                                     "\"restart\"",
                                                     "\"u -> l\"",
                                                     "\"\\u0000\"",
                                                     "\"\xF0\x9F\x92\xA5\"",
                                                     "\xC3",
                                                     ",",
                                                     "}"};
    return std::string(words[below(words.size())]);
  }

  std::mt19937_64 random_;
};

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

TEST(LayoutFuzz, AnswersTheCorpusItself) {
  for (const std::string& text : corpus()) run(text);
}

TEST(LayoutFuzz, AnswersMutatedLayouts) {
  const std::vector<std::string> texts = corpus();
  Mutator mutator(20240229);
  int layouts = 0;
  for (int i = 0; i < inputs; ++i) {
    const std::string text = mutator.mutated(texts[mutator.below(texts.size())], texts);
    if (layout_from_text(text, "input").ok()) ++layouts;
    run(text);
  }
  EXPECT_GT(layouts, inputs / 10);  // else the mutations are too wild to test more than the parser
}

TEST(LayoutFuzz, AnswersNoise) {
  Mutator mutator(7);
  for (int i = 0; i < 500; ++i) {
    std::string text(mutator.below(2000), '\0');
    for (char& byte : text) byte = static_cast<char>(mutator.below(256));
    run(text);
  }
}

}  // namespace
}  // namespace loadframe
