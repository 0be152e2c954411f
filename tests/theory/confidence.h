#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

namespace loadframe {

inline constexpr int replications = 20;

/// Runs a measurement with seeds 1 … 20 and expects theory's value inside the confidence interval of the mean.
/// The interval is one of 99.9 %: the suite makes some forty comparisons, of which 99 % intervals would miss one in
/// three suites by chance alone. It must also be narrow, or agreement would mean nothing.
/// @param widest the largest half-width allowed, as a share of the expected value
inline void expect_agreement(double expected, const std::function<double(std::uint64_t seed)>& measure,
                             double widest = 0.03) {
  std::vector<double> values;
  for (std::uint64_t seed = 1; seed <= replications; ++seed) values.push_back(measure(seed));
  double mean = 0;
  for (const double value : values) mean += value / replications;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  constexpr double student_t = 3.883;  // 19 degrees of freedom, two-sided 99.9 %
  const double half_width = student_t * std::sqrt(squares / (replications - 1) / replications);
  EXPECT_NEAR(mean, expected, half_width);
  EXPECT_LT(half_width, widest * std::abs(expected)) << "too few observations to tell";
}

}  // namespace loadframe
