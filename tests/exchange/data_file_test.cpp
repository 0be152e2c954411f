#include "exchange/data_file.h"

#include "architecture/architecture.h"
#include "exchange/layout_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace loadframe {
namespace {

using namespace literals;
using testing::HasSubstr;

/// A folder of its own, gone after the test.
class DataFile : public testing::Test {
protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("data-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  Result<Law> law(const std::string& content, std::string_view unit = {}) {
    return law_from_file(file("times.csv", content), unit, warnings_);
  }

  Diagnostic refusal(const std::string& content, std::string_view unit = {}) {
    const auto read = law(content, unit);
    EXPECT_FALSE(read) << content;
    return read ? Diagnostic{} : read.diagnostic();
  }

  std::filesystem::path folder_;
  std::vector<Diagnostic> warnings_;
};

const Setting& cpu_time() { return *find_setting(description(Kind::server).settings, "cpu_time"); }

TEST_F(DataFile, GivesALawWithTheUnitOfItsHeader) {
  const Law expected = empirical({1_ms, 2_ms, 12_ms});
  for (const char* header : {"latency_ms", "latency (ms)", "latency [ms]", "ms", "\"latency ms\""})
    EXPECT_EQ(*law(std::string(header) + "\n1\n2\n12\n"), expected) << header;
  EXPECT_EQ(*law("\xEF\xBB\xBFseconds,path\r\n0.001,/\r\n\r\n0.002,/a\r\n# slow\r\n0.012,/b\r\n"), expected);
  EXPECT_EQ(*law("latency (s);path\n0,001;/\n0,002;/\n0,012;/\n"), expected);
  EXPECT_TRUE(warnings_.empty());
}

TEST_F(DataFile, GivesALawWithTheUnitGivenOrBesideEachNumber) {
  EXPECT_EQ(*law("1\n2\n12", "ms"), empirical({1_ms, 2_ms, 12_ms}));
  EXPECT_EQ(*law("time_s\n1\n2\n12", "ms"), empirical({1_ms, 2_ms, 12_ms}));
  EXPECT_EQ(*law("1 ms\n2ms\n12 us"), empirical({1_ms, 2_ms, microseconds(12)}));
}

TEST_F(DataFile, SaysWhichLineIsWrongAndWhatToDo) {
  EXPECT_THAT(refusal("latency\n1\n").where, HasSubstr("times.csv:2"));
  EXPECT_THAT(refusal("latency\n1\n").remedy, HasSubstr("@times.csv in ms"));
  const Diagnostic wrong = refusal("latency_ms\n1\n\nabc\n");
  EXPECT_THAT(wrong.where, HasSubstr("times.csv:4"));
  EXPECT_THAT(wrong.what, HasSubstr("\"abc\""));
  EXPECT_FALSE(wrong.remedy.empty());
  EXPECT_THAT(refusal("latency_ms\n-1\n").where, HasSubstr("times.csv:2"));
  EXPECT_THAT(refusal("latency_h\n9000\n").where, HasSubstr("times.csv:2"));
  EXPECT_THAT(refusal("").what, HasSubstr("no times"));
  EXPECT_THAT(refusal("latency_ms\n").what, HasSubstr("no times"));
  EXPECT_FALSE(law_from_file(folder_ / "nowhere.csv", {}, warnings_));
}

TEST_F(DataFile, ThatIsLongIsReducedAndThatIsSaid) {
  std::string content = "latency_us\n";
  for (int i = 1; i <= 20'000; ++i) content += std::to_string(i) + "\n";
  const auto read = law(content);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->times.size(), reduced_times);
  ASSERT_EQ(warnings_.size(), 1u);
  EXPECT_THAT(warnings_[0].what, HasSubstr("20000 times are reduced to 1,000"));
}

TEST_F(DataFile, IsNamedByASettingsText) {
  file("my times in ms.csv", "1\n2\n");
  const SettingValue expected{empirical({1_ms, 2_ms})};
  for (const char* text :
       {"@my times in ms.csv in ms", "empirical @my times in ms.csv in ms", " @ my times in ms.csv in ms "})
    EXPECT_EQ(*setting_value_from_text(cpu_time(), text, folder_, warnings_), expected) << text;
  EXPECT_EQ(*setting_value_from_text(cpu_time(), "5 ms", folder_, warnings_), SettingValue{constant(5_ms)});
  EXPECT_FALSE(setting_value_from_text(cpu_time(), "@my times in ms.csv", folder_, warnings_));
  EXPECT_FALSE(setting_value_from_text(cpu_time(), "@my times in ms.csv in ms"));
}

TEST_F(DataFile, GivesAProfileOfRecordedTraffic) {
  const auto read = profile_from_file(file("load.csv", "time_s,rate\n100,5\n130,7.5\n160,0\n"), {});
  ASSERT_TRUE(read) << to_text(read.diagnostic());
  EXPECT_EQ(*read, steps({{0_s, 5}, {30_s, 7.5}, {60_s, 0}}));
  EXPECT_EQ(*profile_from_file(file("load.csv", "0;1,5\n2;3\n"), "min"), steps({{0_s, 1.5}, {minutes(2), 3}}));
  const Setting& profile = *find_setting(description(Kind::users).settings, "profile");
  for (const char* text : {"@load.csv in min", "steps @load.csv in min"})
    EXPECT_EQ(*setting_value_from_text(profile, text, folder_, warnings_),
              SettingValue{steps({{0_s, 1.5}, {minutes(2), 3}})});
  for (const char* wrong : {"", "time_s,rate\n", "time_s,rate\n1,2\n1,3\n", "time_s\n1\n", "time_s,rate\n1,-2\n",
                            "time_s,rate\n1,x\n", "1,2\n", "time_s,rate\n-1,2\n"}) {
    const auto refused = profile_from_file(file("load.csv", wrong), {});
    ASSERT_FALSE(refused) << wrong;
    EXPECT_THAT(refused.diagnostic().where, HasSubstr("load.csv"));
    EXPECT_FALSE(refused.diagnostic().remedy.empty());
  }
}

std::string layout_with(const std::string& cpu_time) {
  return R"({"format": "loadframe", "version": 1, "components": [
    {"name": "web", "kind": "server", "settings": {"cpu_time": ")" +
         cpu_time + R"("}}]})";
}

TEST_F(DataFile, BesideALayoutIsReadWithItAndKeptInIt) {
  file("times.csv", "latency_ms\n1\n2\n2\n5\n");
  const auto layout = read_layout(file("web.loadframe", layout_with("empirical @times.csv")));
  ASSERT_TRUE(layout) << to_text(layout.diagnostic());
  EXPECT_EQ(std::get<ServerSettings>(layout->architecture.components[0].settings).cpu_time,
            empirical({1_ms, 2_ms, 2_ms, 5_ms}));
  const std::string text = layout_to_text(layout->architecture);
  EXPECT_THAT(text, HasSubstr("empirical 1, 2, 2, 5 ms"));
  EXPECT_EQ(layout_from_text(text, "again")->architecture, layout->architecture);
}

TEST_F(DataFile, ThatIsWrongIsNamedWithTheSettingThatNamesIt) {
  file("times.csv", "latency_ms\n1\nx\n");
  const auto layout = read_layout(file("web.loadframe", layout_with("@times.csv")));
  ASSERT_FALSE(layout);
  EXPECT_THAT(layout.diagnostic().where, HasSubstr("components[0].settings.cpu_time"));
  EXPECT_THAT(layout.diagnostic().what, HasSubstr("times.csv:3"));
}

TEST_F(DataFile, IsNotReadForTextThatIsNotInAFolder) {
  file("times.csv", "latency_ms\n1\n");
  const auto layout = layout_from_text(layout_with("@" + (folder_ / "times.csv").string()), "clipboard");
  ASSERT_FALSE(layout);
  EXPECT_THAT(layout.diagnostic().what, HasSubstr("no file can be read here"));
}

TEST(LayoutFile, HoldsTenThousandMeasuredTimes) {
  std::vector<Duration> times;
  for (std::size_t i = 0; i < most_times; ++i)
    times.push_back(nanoseconds(static_cast<std::int64_t>(12'345'678'901 + 7 * i)));
  const auto layout = layout_from_text(layout_with(to_text(empirical(times))), "text");
  ASSERT_TRUE(layout) << to_text(layout.diagnostic());
  EXPECT_EQ(std::get<ServerSettings>(layout->architecture.components[0].settings).cpu_time, empirical(times));
}

}  // namespace
}  // namespace loadframe
