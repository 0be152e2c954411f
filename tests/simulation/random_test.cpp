#include "simulation/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace loadframe {
namespace {

/// 99.9 % of a χ² with so many degrees of freedom lie below (Wilson & Hilferty, 1931).
double chi_square_limit(double degrees) {
  const double spread = 2 / (9 * degrees);
  return degrees * std::pow(1 - spread + 3.09 * std::sqrt(spread), 3);
}

TEST(RandomStream, DrawsExponentialsWhoseDistributionIsTheExponential) {
  RandomStream random(1, 2, 3);
  constexpr int draws = 2'000'000;
  constexpr int cells = 200;  // equally likely
  std::vector<int> counts(cells);
  for (int i = 0; i < draws; ++i) {
    const double x = random.exponential();
    ASSERT_GE(x, 0);
    ++counts[static_cast<std::size_t>(std::min(cells - 1.0, -std::expm1(-x) * cells))];
  }
  double chi_square = 0;
  constexpr double expected = static_cast<double>(draws) / cells;
  for (const int count : counts) chi_square += (count - expected) * (count - expected) / expected;
  EXPECT_LT(chi_square, chi_square_limit(cells - 1));
}

TEST(RandomStream, DrawsTheTailOfTheExponentialAsWell) {
  RandomStream random(4, 5, 6);
  constexpr int draws = 20'000'000;
  int beyond = 0;
  for (int i = 0; i < draws; ++i) beyond += random.exponential() > 9;  // the ziggurat ends at 7.7
  const double expected = draws * std::exp(-9.0);
  EXPECT_NEAR(beyond, expected, 3.3 * std::sqrt(expected));
}

TEST(ZipfSampler, DrawsRanksInProportionToTheirWeights) {
  for (const double skew : {0.3, 0.9, 1.0, 2.0}) {
    for (const std::int64_t count : {1, 2, 7, 1000}) {
      const ZipfSampler sampler(count, skew);
      RandomStream random(7, 8, 9);
      std::vector<double> counts(static_cast<std::size_t>(count));
      constexpr int draws = 1'000'000;
      for (int i = 0; i < draws; ++i) ++counts.at(sampler.draw(random));
      double all = 0;
      for (std::int64_t rank = 1; rank <= count; ++rank) all += std::pow(rank, -skew);
      double chi_square = 0;
      double expected_rest = draws;
      double rest = draws;
      int cells = 0;
      for (std::int64_t rank = 1; rank <= count; ++rank) {
        const double expected = draws * std::pow(rank, -skew) / all;
        if (expected < 5) break;  // the rest counts as one
        const double seen = counts[static_cast<std::size_t>(rank - 1)];
        chi_square += (seen - expected) * (seen - expected) / expected;
        expected_rest -= expected;
        rest -= seen;
        ++cells;
      }
      if (expected_rest >= 5) chi_square += (rest - expected_rest) * (rest - expected_rest) / expected_rest;
      EXPECT_LT(chi_square, chi_square_limit(std::max(1, cells))) << "skew " << skew << ", " << count << " ranks";
    }
  }
}

TEST(ZipfSampler, DrawsAlikeWithATableAndWithout) {
  // The largest with a table, and the smallest without: their most popular ranks are drawn equally often.
  constexpr std::int64_t most_in_table = 1 << 18;
  constexpr int draws = 400'000;
  double first[2] = {0, 0};
  for (const std::int64_t extra : {0, 1}) {
    const ZipfSampler sampler(most_in_table + extra, 0.9);
    RandomStream random(1, 1, 1);
    for (int i = 0; i < draws; ++i) first[extra] += sampler.draw(random) < 10;
  }
  EXPECT_NEAR(first[0], first[1], 3.3 * std::sqrt(first[0] + first[1]));
}

}  // namespace
}  // namespace loadframe
