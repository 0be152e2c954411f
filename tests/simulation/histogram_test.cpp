#include "simulation/histogram.h"
#include "simulation/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace loadframe {
namespace {

std::vector<Duration> times(std::uint64_t seed, int count, double mean) {
  RandomStream random(seed, 0, 0);
  std::vector<Duration> result;
  for (int i = 0; i < count; ++i) result.push_back({static_cast<std::int64_t>(mean * random.exponential())});
  return result;
}

TEST(Histogram, FindsQuantilesWithinAHundredth) {
  for (const double mean : {50.0, 1e6, 1e12}) {
    std::vector<Duration> all = times(1, 20'000, mean);
    Histogram histogram;
    for (const Duration time : all) histogram.record(time);
    std::sort(all.begin(), all.end());
    for (const double share : {0.01, 0.5, 0.95, 0.999, 1.0}) {
      const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(share * 20'000))) - 1;
      const auto exact = static_cast<double>(all[rank].nanoseconds);
      EXPECT_NEAR(static_cast<double>(histogram.quantile(share).nanoseconds), exact, 0.01 * exact + 1);
    }
    const auto [low, high] = histogram.quantiles(std::array{0.5, 0.95});
    EXPECT_EQ(low, histogram.quantile(0.5));
    EXPECT_EQ(high, histogram.quantile(0.95));
    EXPECT_EQ(histogram.max(), all.back());
    EXPECT_EQ(histogram.min(), all.front());
  }
}

TEST(Histogram, MergedIsTheSameAsRecordedTogether) {
  Histogram one;
  Histogram other;
  Histogram both;
  for (const Duration time : times(1, 1000, 1e3)) {  // in other octaves than the second
    one.record(time);
    both.record(time);
  }
  for (const Duration time : times(2, 1000, 1e9)) {
    other.record(time);
    both.record(time);
  }
  Histogram merged = other;  // grows downwards
  merged.merge(one);
  EXPECT_EQ(merged, both);
  one.merge(other);
  EXPECT_EQ(one, both);
  EXPECT_FALSE(one == other);
}

TEST(Histogram, ForgetsAllWhenCleared) {
  Histogram histogram;
  for (const Duration time : times(1, 1000, 1e6)) histogram.record(time);
  histogram.clear();
  EXPECT_EQ(histogram, Histogram{});
  EXPECT_EQ(histogram.quantile(0.5), Duration{});
  EXPECT_EQ(Histogram(histogram).bytes(), 0u) << "a copy of an empty one takes no memory";
  histogram.record({5});
  EXPECT_EQ(histogram.quantile(0.5), Duration{5});
  EXPECT_EQ(histogram.count(), 1u);
}

TEST(Histogram, CountsManyAtOnceAsOneByOne) {
  for (const int count : {0, 1, 8, 64}) {
    std::vector<std::int32_t> many{0x7FFFFFFF, 0, 63, 64, 127, 128, 0x40000000};
    for (const Duration time : times(3, count, 1e8)) many.push_back(static_cast<std::int32_t>(time.nanoseconds));
    many.resize(static_cast<std::size_t>(count));
    Histogram at_once;
    at_once.record({1'000'000});  // both in lower and in higher octaves
    Histogram one_by_one = at_once;
    at_once.record(many);
    for (const std::int32_t time : many) one_by_one.record({time});
    EXPECT_EQ(at_once, one_by_one) << count;
  }
}

TEST(BufferedHistogram, HoldsAllWhetherCountedYetOrNot) {
  std::vector<Duration> all = times(4, 200, 1e6);
  all[3] = seconds(5);  // longer than what is noted
  all[7] = {-1};
  all[20] = {0x7FFFFFFF};
  all[21] = {0x80000000};
  Histogram expected;
  BufferedHistogram buffered;
  for (const Duration time : all) {
    expected.record(time);
    buffered.record(time);
    const BufferedHistogram copy = buffered;
    Histogram added;
    copy.add_to(added);
    EXPECT_EQ(added, expected);
    EXPECT_EQ(BufferedHistogram(copy).counted(), expected);
  }
  EXPECT_EQ(buffered.counted(), expected);
  buffered.record({1});
  buffered.clear();
  EXPECT_EQ(buffered.counted(), Histogram{});
}

}  // namespace
}  // namespace loadframe
