#include "architecture/profile.h"

#include <gtest/gtest.h>

#include <random>

namespace loadframe {
namespace {

using namespace literals;

TEST(Profile, IsWrittenAsPeopleWriteIt) {
  EXPECT_EQ(to_text(Profile{}), "constant");
  EXPECT_EQ(to_text(ramp(1, 3, 50_s)), "ramp 1 to 3 over 50 s");
  EXPECT_EQ(to_text(spike(5, 30_s, 10_s)), "spike 5 at 30 s for 10 s");
  EXPECT_EQ(to_text(diurnal(0.4, hours(24))), "diurnal 0.4 period 24 h");
  EXPECT_EQ(to_text(steps({{{}, 1}, {30_s, 2}})), "steps 0 s 1, 30 s 2");
  EXPECT_EQ(to_text(line({{5_s, 1}, {30_s, 0.5}})), "line 5 s 1, 30 s 0.5");
}

TEST(Profile, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(*profile_from_text(" constant "), Profile{});
  EXPECT_EQ(*profile_from_text("ramp 1 to 3 over 1min"), ramp(1, 3, minutes(1)));
  EXPECT_EQ(*profile_from_text("spike 5  at 30s  for 10 s"), spike(5, 30_s, 10_s));
  EXPECT_EQ(*profile_from_text("diurnal 0.4 period 1 d"), diurnal(0.4, hours(24)));
  EXPECT_EQ(*profile_from_text("steps 0 1,30s 2 , 60 s 1"), steps({{{}, 1}, {30_s, 2}, {60_s, 1}}));
}

TEST(Profile, ReadsBackAsItWasWritten) {
  std::mt19937_64 random(3);
  const auto factor = [&] { return std::uniform_real_distribution<>(0, 100)(random); };
  const auto time = [&] {
    return nanoseconds(std::uniform_int_distribution<std::int64_t>(1, 3'000'000'000'000)(random));
  };
  for (int i = 0; i < 2000; ++i) {
    const Duration at = time();
    const std::vector<ProfilePoint> points{{at, factor()}, {at + time(), factor()}, {at + 4000_s, factor()}};
    for (const Profile& profile : {ramp(factor(), factor(), time()), spike(factor(), at, time()),
                                   diurnal(factor() / 100, time() + 1_ms), steps(points), line(points)}) {
      const auto read = profile_from_text(to_text(profile));
      ASSERT_TRUE(read) << to_text(profile);
      ASSERT_EQ(*read, profile) << to_text(profile);
    }
  }
}

TEST(Profile, RefusesWhatItCannotBeAndSaysWhatToWrite) {
  for (const char* text : {"",
                           "steady",
                           "constant 2",
                           "ramp",
                           "ramp 1 to 3",
                           "ramp 1 to 3 over",
                           "ramp 1 to x over 60 s",
                           "ramp -1 to 3 over 60 s",
                           "ramp 1 to 3 over 0 s",
                           "spike 5 at 30 s",
                           "spike 5 at -3 s for 3 s",
                           "spike 5 at 30 s for 0 s",
                           "spike 1e8 at 30 s for 1 s",
                           "spike 2 at -9e12 s for -9e12 s",
                           "spike 2 at 9e12 s for 9e12 s",
                           "diurnal 1.5 period 24 h",
                           "diurnal 0.5",
                           "diurnal 0.5 period 1 us",
                           "steps",
                           "steps 0 s",
                           "steps 0 s 1,",
                           "steps 10 s 1, 5 s 2",
                           "steps 5 s 1, 5 s 2",
                           "line 0 s nan",
                           "@load.csv",
                           "steps @load.csv"}) {
    const auto read = profile_from_text(text);
    ASSERT_FALSE(read) << text;
    EXPECT_FALSE(read.diagnostic().remedy.empty()) << text;
  }
}

TEST(Profile, ThatIsNoneIsObjectedTo) {
  EXPECT_FALSE(objection_to(Profile{}));
  EXPECT_FALSE(objection_to(steps({{{}, 0}})));
  EXPECT_TRUE(objection_to(steps({})));
  EXPECT_TRUE(objection_to(steps(std::vector<ProfilePoint>(most_profile_points + 1))));
}

}  // namespace
}  // namespace loadframe
