#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Arrows between folders point one way: desktop, cli -> diagram -> core; in core, analysis -> simulation ->
/// architecture and exchange -> simulation, architecture. No Qt in core; no files, clocks, threads or unordered
/// containers in the engine, whose runs must be the same every time.
namespace loadframe {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Folder {
  std::string_view path;
  std::vector<std::string_view> may_include;  ///< folders besides itself, by their last name
};

const std::vector<Folder>& folders() {
  static const std::vector<Folder> all{
      {"core/architecture", {}},
      {"core/simulation", {"architecture"}},
      {"core/analysis", {"simulation", "architecture"}},
      {"core/exchange", {"simulation", "architecture"}},
      {"app/diagram", {"analysis", "exchange", "simulation", "architecture"}},
      {"app/desktop", {"diagram", "analysis", "exchange", "simulation", "architecture"}},
      {"app/cli", {"diagram", "analysis", "exchange", "simulation", "architecture"}},
  };
  return all;
}

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

const Folder* folder_of(std::string_view file) {
  for (const Folder& folder : folders())
    if (file.starts_with(std::string(folder.path) + "/")) return &folder;
  return nullptr;
}

/// The folder of the program that an include reaches into; none for the standard library, Qt and files beside.
const Folder* folder_included(std::string_view file, const std::string& include) {
  const std::string first = include.substr(0, include.find('/'));
  for (const Folder& folder : folders())
    if (last_name(folder.path) == first && include.size() > first.size()) return &folder;
  const fs::path beside = fs::path(file).parent_path() / include;
  return folder_of(beside.lexically_normal().generic_string());
}

/// What is wrong with the includes of a source file, one sentence each.
std::vector<std::string> violations(const std::string& file, const std::string& content) {
  static const std::regex directive(R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])re");
  static const std::set<std::string> not_in_the_engine{"iostream", "fstream", "chrono", "thread", "unordered_map"};
  const Folder* from = folder_of(file);
  std::vector<std::string> found;
  if (!from) {
    found.push_back(file + " stands in no folder that the design knows");
    return found;
  }
  for (std::sregex_iterator match(content.begin(), content.end(), directive), end; match != end; ++match) {
    const bool quoted = (*match)[1] == "\"";
    const std::string include = (*match)[2];
    const std::string where = file + " includes " + include;
    if (from->path.starts_with("core/") && include.starts_with("Q")) found.push_back(where + ": no Qt in core");
    if (from->path == "core/simulation" && not_in_the_engine.contains(include))
      found.push_back(where + ": not in the engine");
    const Folder* to = quoted ? folder_included(file, include) : nullptr;
    if (!to || to == from) continue;
    if (std::find(from->may_include.begin(), from->may_include.end(), last_name(to->path)) == from->may_include.end())
      found.push_back(where + ": " + std::string(from->path) + " may not depend on " + std::string(to->path));
  }
  return found;
}

/// What stands at the top of the repository but may not. Files that a developer's tools leave there are not part of it.
std::vector<std::string> strangers(const std::vector<std::string>& names) {
  static const std::set<std::string> known{"CMakeLists.txt",
                                           "CMakePresets.json",
                                           "LICENSE",
                                           "README.md",
                                           "app",
                                           "core",
                                           "packaging",
                                           "resources",
                                           "tests",
                                           "translations",
                                           "build",
                                           "CMakeUserPresets.json",
                                           "compile_commands.json"};
  std::vector<std::string> found;
  for (const std::string& name : names)
    if (!known.contains(name) && !name.starts_with(".") && !name.starts_with("build-")) found.push_back(name);
  return found;
}

const fs::path& root() {
  static const fs::path path(LOADFRAME_SOURCE_DIR);
  return path;
}

std::vector<fs::path> source_files() {
  std::vector<fs::path> files;
  for (const char* top : {"core", "app"})
    for (const auto& entry : fs::recursive_directory_iterator(root() / top))
      if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(DependencyRule, HoldsForEveryFile) {
  const std::vector<fs::path> files = source_files();
  EXPECT_GT(files.size(), 50u);
  for (const fs::path& file : files) {
    std::ifstream stream(file);
    const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_FALSE(content.empty()) << file;
    EXPECT_THAT(violations(fs::relative(file, root()).generic_string(), content), IsEmpty());
  }
}

TEST(DependencyRule, HoldsForTheTopOfTheRepository) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root())) names.push_back(entry.path().filename().string());
  EXPECT_THAT(names, Contains("core"));
  EXPECT_THAT(strangers(names), IsEmpty());
}

TEST(DependencyRule, FindsArrowsThatPointUp) {
  EXPECT_THAT(violations("core/architecture/a.cpp", "#include \"simulation/engine.h\"\n"),
              Contains(HasSubstr("core/architecture may not depend on core/simulation")));
  EXPECT_THAT(violations("core/simulation/behaviour/a.cpp", "#include \"exchange/layout_file.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("core/exchange/a.cpp", "#include \"analysis/narration.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("core/analysis/a.cpp", "#include \"exchange/layout_file.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("core/analysis/a.cpp", "#include \"diagram/painter.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("app/diagram/a.cpp", "#include \"desktop/document.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("app/cli/a.cpp", "#include \"desktop/document.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("app/desktop/a.cpp", "#include \"cli/main.h\"\n"), SizeIs(1));
}

TEST(DependencyRule, FindsArrowsByWayOfTheParentFolder) {
  EXPECT_THAT(violations("core/simulation/a.cpp", "  #  include \"../exchange/layout_file.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("app/diagram/icons/a.cpp", "#include \"../../desktop/document.h\"\n"), SizeIs(1));
  EXPECT_THAT(violations("app/desktop/panels/a.cpp", "#include \"../document.h\"\n"), IsEmpty());
}

TEST(DependencyRule, FindsQtInCoreAndTheWorldInTheEngine) {
  EXPECT_THAT(violations("core/exchange/a.h", "#pragma once\n#include <QString>\n"), SizeIs(1));
  EXPECT_THAT(violations("core/exchange/a.h", "#include <QtCore/QString>\n"), SizeIs(1));
  for (const char* header : {"iostream", "fstream", "chrono", "thread", "unordered_map"}) {
    const std::string line = "#include <" + std::string(header) + ">\n";
    EXPECT_THAT(violations("core/simulation/a.cpp", line), SizeIs(1)) << header;
    EXPECT_THAT(violations("core/exchange/a.cpp", line), IsEmpty()) << header;
  }
}

TEST(DependencyRule, AllowsArrowsThatPointDown) {
  EXPECT_THAT(violations("core/simulation/behaviour/a.cpp",
                         "#include \"simulation/behaviour/behaviour.h\"\n#include \"architecture/kinds/dns.h\"\n"
                         "#include <vector>\n"),
              IsEmpty());
  EXPECT_THAT(
      violations("app/desktop/canvas/a.cpp",
                 "#include \"canvas/view.h\"\n#include \"diagram/painter.h\"\n#include \"exchange/layout_file.h\"\n"
                 "#include <QWidget>\n"),
      IsEmpty());
}

TEST(DependencyRule, FindsFilesWithoutAPlace) {
  EXPECT_THAT(violations("core/helpers/a.cpp", ""), SizeIs(1));
  EXPECT_THAT(strangers({"core", ".git", "build", "notes.txt", "src"}), testing::ElementsAre("notes.txt", "src"));
}

}  // namespace
}  // namespace loadframe
