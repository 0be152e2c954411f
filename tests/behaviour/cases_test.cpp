#include "behaviour/checking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

/// Registers every case of this folder's JSON files as a test of its own, named after file and case.
namespace loadframe::behaviour {

namespace {

const std::filesystem::path folder = std::filesystem::path(LOADFRAME_SOURCE_DIR) / "tests" / "behaviour";

/// Fails with what could not be read, or with what does not hold.
class CaseTest : public testing::Test {
public:
  explicit CaseTest(Result<Case> content) : content_(std::move(content)) {}

  void TestBody() override {
    if (!content_) {
      ADD_FAILURE() << to_text(content_.diagnostic());
      return;
    }
    const std::vector<std::string> failures = failures_of(*content_);
    for (const std::string& failure : failures) ADD_FAILURE() << failure;
    if (!failures.empty()) std::cout << content_->where << ": it must hold because: " << content_->because << "\n";
  }

private:
  Result<Case> content_;
};

/// Letters and digits; all else becomes a single underscore, as test filters have their own use for it.
std::string identifier(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    if (plain) result += letter;
    else if (!result.empty() && result.back() != '_') result += '_';
  }
  while (result.ends_with('_')) result.pop_back();
  return result;
}

void add_test(const std::string& suite, const std::string& name, const std::string& file, int line,
              const Result<Case>& content) {
  testing::RegisterTest(suite.c_str(), identifier(name).c_str(), nullptr, nullptr, file.c_str(), line,
                        [content]() -> testing::Test* { return new CaseTest(content); });
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".json" && !entry.path().string().ends_with(".schema.json"))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void add_tests() {
  for (const std::filesystem::path& path : case_files()) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    const std::string file = "tests/behaviour/" + path.lexically_relative(folder).generic_string();
    const std::string suite = "behaviour_" + identifier(path.lexically_relative(folder).replace_extension().string());
    const auto cases = cases_from_text(text.str(), file);
    if (!cases) add_test(suite, "can be read", file, 1, cases.diagnostic());
    else
      for (const ReadCase& each : *cases) add_test(suite, each.name, file, static_cast<int>(each.line), each.content);
  }
}

}  // namespace

}  // namespace loadframe::behaviour

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  loadframe::behaviour::add_tests();
  return RUN_ALL_TESTS();
}
