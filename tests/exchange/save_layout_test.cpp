#include "exchange/layout_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace loadframe {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A folder of its own for each test.
class SaveLayout : public ::testing::Test {
protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "loadframe-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
  }

  static Architecture named(const std::string& name) {
    Architecture architecture;
    architecture.properties.name = name;
    return architecture;
  }

  static std::string content(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  static std::string saved_name(const fs::path& file) {
    const auto layout = read_layout(file);
    return layout ? layout->architecture.properties.name : to_text(layout.diagnostic());
  }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(SaveLayout, WritesWhatIsRead) {
  const fs::path file = folder_ / "a b.loadframe";
  EXPECT_FALSE(save_layout(named("one"), file));
  EXPECT_EQ(saved_name(file), "one");
  EXPECT_FALSE(save_layout(named("two"), file));
  EXPECT_EQ(saved_name(file), "two");
  EXPECT_EQ(files(), 1u);
}

TEST_F(SaveLayout, KeepsPermissions) {
  const fs::path file = folder_ / "a.loadframe";
  ASSERT_FALSE(save_layout(named("one"), file));
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  ASSERT_FALSE(save_layout(named("two"), file));
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0640u);
}

TEST_F(SaveLayout, FollowsSymbolicLinks) {
  fs::create_directory(folder_ / "real");
  fs::create_symlink("real/a.loadframe", folder_ / "link");
  fs::create_symlink("link", folder_ / "second");
  ASSERT_FALSE(save_layout(named("new"), folder_ / "second"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(saved_name(folder_ / "real" / "a.loadframe"), "new");
  ASSERT_FALSE(save_layout(named("again"), folder_ / "link"));
  EXPECT_EQ(saved_name(folder_ / "real" / "a.loadframe"), "again");
}

TEST_F(SaveLayout, SaysWhyItCannot) {
  EXPECT_THAT(to_text(*save_layout(named("x"), folder_ / "none" / "a.loadframe")),
              HasSubstr("check that the folder exists"));
  EXPECT_THAT(to_text(*save_layout(named("x"), folder_)), HasSubstr("directory"));
  fs::create_symlink("b", folder_ / "a");
  fs::create_symlink("a", folder_ / "b");
  EXPECT_TRUE(save_layout(named("x"), folder_ / "a"));
}

/// Nothing is write-protected for root, so root becomes somebody else meanwhile.
class WithoutPrivileges {
public:
  explicit WithoutPrivileges(const fs::path& folder) {
    if (!was_root_) return;
    EXPECT_EQ(::chown(folder.c_str(), nobody, nobody), 0);
    EXPECT_EQ(::seteuid(nobody), 0);
  }
  ~WithoutPrivileges() {
    if (was_root_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;

private:
  static constexpr unsigned nobody = 65534;
  const bool was_root_ = ::geteuid() == 0;
};

TEST_F(SaveLayout, LeavesAWriteProtectedFileAlone) {
  const WithoutPrivileges somebody(folder_);
  const fs::path file = folder_ / "a.loadframe";
  ASSERT_FALSE(save_layout(named("one"), file));
  ASSERT_EQ(::chmod(file.c_str(), 0444), 0);
  EXPECT_THAT(to_text(*save_layout(named("two"), file)), HasSubstr("change the permissions"));
  ASSERT_EQ(::chmod(file.c_str(), 0644), 0);
  ASSERT_EQ(::chmod(folder_.c_str(), 0555), 0);
  EXPECT_THAT(to_text(*save_layout(named("two"), file)), HasSubstr("change the permissions"));
  EXPECT_EQ(saved_name(file), "one");
}

TEST_F(SaveLayout, LeavesTheOldFileWhenWritingFails) {
  const fs::path file = folder_ / "a.loadframe";
  ASSERT_FALSE(save_layout(named("one"), file));
  // A limit on the size of files fails like a full disk: in the middle of writing.
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = before;
  small.rlim_cur = 100;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto problem = save_layout(named(std::string(10'000, 'x')), file);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);
  ASSERT_TRUE(problem);
  EXPECT_THAT(to_text(*problem), HasSubstr("cannot be saved"));
  EXPECT_EQ(saved_name(file), "one");
  EXPECT_EQ(files(), 1u);
}

TEST_F(SaveLayout, ReadsOnlyFiles) {
  EXPECT_THAT(saved_name(folder_), HasSubstr("directory"));
  EXPECT_THAT(saved_name(folder_ / "none"), HasSubstr("check its name"));
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(saved_name(folder_ / "pipe"), HasSubstr("not a regular file"));
}

TEST_F(SaveLayout, RefusesFilesBeyondTheLimit) {
  const fs::path file = folder_ / "large";
  ASSERT_FALSE(save_layout(named("one"), file));
  fs::resize_file(file, (std::uintmax_t{64} << 20) + 1);
  EXPECT_THAT(saved_name(file), HasSubstr("larger than 64 MiB"));
}

TEST_F(SaveLayout, GivesTheSameBytesAfterOpening) {
  const fs::path file = folder_ / "a.loadframe";
  ASSERT_FALSE(save_layout(named("one"), file));
  const std::string before = content(file);
  const auto layout = read_layout(file);
  ASSERT_TRUE(layout.ok());
  ASSERT_FALSE(save_layout(layout->architecture, file));
  EXPECT_EQ(content(file), before);
}

}  // namespace
}  // namespace loadframe
