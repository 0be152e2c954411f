#include "analysis/confidence.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace loadframe {

namespace {

/// P(|T| <= t).
double probability_within(double t, std::size_t degrees) {
  const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  const bool odd = degrees % 2 == 1;
  double term = odd ? cosine : 1;
  double sum = 0;
  for (std::size_t i = odd ? 3 : 2; i <= degrees; i += 2) {
    sum += term;
    term *= cosine * cosine * static_cast<double>(i - 1) / static_cast<double>(i);
  }
  return odd ? 2 / std::numbers::pi * (angle + sine * sum) : sine * sum;
}

}  // namespace

double student_t(double probability, std::size_t degrees) {
  assert(probability > 0 && probability < 1 && degrees > 0);
  double low = 0;
  double high = 1;
  while (probability_within(high, degrees) < probability && high < 1e12) high *= 2;
  for (int i = 0; i < 100 && high - low > 1e-12 * high; ++i) {
    const double middle = (low + high) / 2;
    (probability_within(middle, degrees) < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

double student_t_excess(double t, std::size_t degrees) {
  assert(t >= 0 && degrees > 0);
  if (std::isinf(t)) return 0;
  return std::max(0.0, 1 - probability_within(t, degrees));
}

ConfidenceInterval confidence_interval(std::span<const double> values, double confidence) {
  assert(!values.empty());
  const auto count = static_cast<double>(values.size());
  double mean = 0;
  for (const double value : values) mean += value / count;
  if (values.size() == 1) return {mean, std::numeric_limits<double>::infinity()};
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / (count - 1));
  return {mean, student_t(confidence, values.size() - 1) * deviation / std::sqrt(count)};
}

Uniformity uniformity(std::span<const double> values) {
  assert(!values.empty());
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const auto count = static_cast<double>(sorted.size());
  Uniformity result;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto before = static_cast<double>(i) / count;
    result.distance = std::max({result.distance, sorted[i] - before, before + 1 / count - sorted[i]});
  }
  const double root = std::sqrt(count);
  const double modified = (root + 0.12 + 0.11 / root) * result.distance;
  double sum = 0;
  for (int j = 1; j <= 100; ++j) sum += (j % 2 == 1 ? 2 : -2) * std::exp(-2.0 * j * j * modified * modified);
  result.p_value = modified < 0.2 ? 1 : std::clamp(sum, 0.0, 1.0);
  return result;
}

}  // namespace loadframe
