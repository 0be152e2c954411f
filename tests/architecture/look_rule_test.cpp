#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

/// Colours, typefaces and sizes of text have one place each: the theme, and the tables of the diagram's cards and text.
namespace loadframe {
namespace {

namespace fs = std::filesystem;

constexpr std::array places{"app/diagram/theme.", "app/diagram/cards.", "app/diagram/text.", "app/desktop/appearance."};

struct Rule {
  const char* what;
  std::regex pattern;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all{
      {"a colour by numbers", std::regex(R"(QColor(::fromRgb\w*)?[({]\s*(\d|0x|"))")},
      {"a colour by name",
       std::regex(R"(Qt::(white|black|red|green|blue|cyan|magenta|yellow|(dark|light)?[gG]ray)\b)")},
      {"a colour in text", std::regex(R"(#[0-9a-fA-F]{6}\b)")},
      {"a typeface", std::regex(R"(setFamil(y|ies)\(|QFont\(\s*(QStringLiteral|QLatin1|"))")},
      {"a size of text", std::regex(R"(setPixelSize\(|setPointSizeF?\(\s*\d)")},
      {"a size in a style sheet", std::regex(R"(font-size:\s*\d)")},
  };
  return all;
}

std::vector<std::string> offences(const std::string& text) {
  std::vector<std::string> found;
  for (const Rule& rule : rules())
    if (std::regex_search(text, rule.pattern)) found.emplace_back(rule.what);
  return found;
}

TEST(LookRule, KnowsWhatItLooksFor) {
  EXPECT_FALSE(offences("painter.setPen(QColor(12, 13, 14));").empty());
  EXPECT_FALSE(offences("painter.setPen(Qt::white);").empty());
  EXPECT_FALSE(offences("setStyleSheet(\"color: #ff0000\");").empty());
  EXPECT_FALSE(offences("font.setPixelSize(11);").empty());
  EXPECT_FALSE(offences("font.setPointSizeF(9);").empty());
  EXPECT_FALSE(offences("QLabel { font-size: 12px; }").empty());
  EXPECT_TRUE(offences("font.setPointSizeF(font.pointSizeF() * 0.9); QColor tint = theme.accent;").empty());
  EXPECT_TRUE(offences("image.fill(Qt::transparent);").empty());
}

TEST(LookRule, NoFileOfTheProgramHasColoursOrSizesOfItsOwn) {
  const fs::path root = LOADFRAME_SOURCE_DIR;
  int looked_at = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "app")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cpp" && extension != ".h" && extension != ".qss") continue;
    const std::string name = entry.path().lexically_relative(root).generic_string();
    const bool is_place =
        std::any_of(places.begin(), places.end(), [&](const char* place) { return name.starts_with(place); });
    if (is_place && extension != ".qss") continue;
    ++looked_at;
    std::ifstream file(entry.path());
    std::string line;
    for (int number = 1; std::getline(file, line); ++number)
      for (const std::string& what : offences(line))
        ADD_FAILURE() << name << ":" << number << ": " << what << ": " << line;
  }
  EXPECT_GT(looked_at, 100);
}

}  // namespace
}  // namespace loadframe
