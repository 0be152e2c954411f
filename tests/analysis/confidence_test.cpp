#include "analysis/confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace loadframe {
namespace {

TEST(StudentT, AgreesWithPublishedTables) {
  // Abramowitz and Stegun, table 26.10.
  EXPECT_NEAR(student_t(0.95, 1), 12.706, 5e-4);
  EXPECT_NEAR(student_t(0.95, 2), 4.303, 5e-4);
  EXPECT_NEAR(student_t(0.95, 3), 3.182, 5e-4);
  EXPECT_NEAR(student_t(0.95, 9), 2.262, 5e-4);
  EXPECT_NEAR(student_t(0.95, 30), 2.042, 5e-4);
  EXPECT_NEAR(student_t(0.99, 4), 4.604, 5e-4);
  EXPECT_NEAR(student_t(0.99, 19), 2.861, 5e-4);
}

TEST(StudentT, ApproachesTheNormalLaw) { EXPECT_NEAR(student_t(0.95, 100'000), 1.95996, 1e-4); }

TEST(ConfidenceInterval, IsTheOneOfTheTextbook) {
  const std::vector<double> values{1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};
  // Law, Simulation Modeling and Analysis, section 4.5, example: 1.34 ± 0.24 at 90 %.
  const ConfidenceInterval interval = confidence_interval(values, 0.90);
  EXPECT_NEAR(interval.mean, 1.343, 1e-9);
  EXPECT_NEAR(interval.half_width, 0.24, 0.005);
  EXPECT_NEAR(interval.high() - interval.low(), 2 * interval.half_width, 1e-12);
}

TEST(ConfidenceInterval, OfEqualValuesIsAPoint) {
  const std::vector<double> values{3, 3, 3};
  EXPECT_EQ(confidence_interval(values).half_width, 0);
}

TEST(ConfidenceInterval, OfOneValueIsUnbounded) {
  const std::vector<double> values{3};
  EXPECT_EQ(confidence_interval(values).mean, 3);
  EXPECT_TRUE(std::isinf(confidence_interval(values).half_width));
}

TEST(StudentT, ExcessIsTheOtherSideOfTheQuantile) {
  for (const std::size_t degrees : {1u, 4u, 19u, 30u})
    for (const double probability : {0.5, 0.95, 0.99})
      EXPECT_NEAR(student_t_excess(student_t(probability, degrees), degrees), 1 - probability, 1e-9);
  EXPECT_EQ(student_t_excess(0, 19), 1);
}

TEST(Uniformity, AcceptsEvenlySpreadValuesAndRefusesOthers) {
  std::vector<double> even;
  std::vector<double> crowded;
  for (int i = 0; i < 100; ++i) {
    even.push_back((i + 0.5) / 100);
    crowded.push_back(even.back() * even.back());
  }
  EXPECT_NEAR(uniformity(even).distance, 0.005, 1e-12);
  EXPECT_GT(uniformity(even).p_value, 0.999);
  EXPECT_LT(uniformity(crowded).p_value, 1e-4);
}

TEST(Uniformity, AgreesWithPublishedCriticalValues) {
  // Stephens (1974), table 1A: a modified distance of 1.358 has a chance of 5 %, one of 1.628 of 1 %.
  for (const auto& [modified, chance] : {std::pair{1.358, 0.05}, {1.628, 0.01}}) {
    constexpr int count = 400;
    const double distance = modified / (20 + 0.12 + 0.11 / 20);
    std::vector<double> shifted;  // all values moved up, so that the largest gap is that distance
    for (int i = 0; i < count; ++i) shifted.push_back(std::min(1.0, (i + 1.0) / count - 1.0 / count + distance));
    EXPECT_NEAR(uniformity(shifted).p_value, chance, 0.003);
  }
}

}  // namespace
}  // namespace loadframe
