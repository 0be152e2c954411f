#include "analysis/theory/check.h"

#include "analysis/theory/check_list.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace loadframe::theory {

std::string_view claim_sign(Claim claim) {
  constexpr std::array<std::string_view, 4> signs{"=", "≤", "≥", "≈"};
  return signs[static_cast<std::size_t>(claim)];
}

std::vector<Check> all_checks() {
  std::vector<Check> checks;
  add_queue_checks(checks);
  add_network_checks(checks);
  add_balancing_checks(checks);
  add_cache_checks(checks);
  add_failure_checks(checks);
  return checks;
}

std::uint64_t seed_of(const Check& check, std::uint64_t first_seed, std::size_t replication) {
  std::uint64_t hash = 0xCBF29CE484222325u;  // FNV-1a
  for (const char letter : check.name) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3u;
  return hash + first_seed * 0x9E3779B97F4A7C15u + replication;
}

double p_value_limit(std::size_t checks) {
  return -std::expm1(std::log1p(-family_error) / static_cast<double>(checks));
}

Verdict judge(const Check& check, std::span<const double> values, std::size_t checks) {
  assert(values.size() >= 2);
  constexpr double confidence = 0.99;
  Verdict verdict;
  verdict.interval = confidence_interval(values, confidence);
  const std::size_t degrees = values.size() - 1;
  const double standard_error = verdict.interval.half_width / student_t(confidence, degrees);
  const double distance = verdict.interval.mean - check.value;

  // P(T > beyond/standard error), one-sided.
  const auto chance_beyond = [&](double beyond) {
    if (standard_error <= 0) return beyond > 1e-9 * std::abs(check.value) ? 0.0 : 1.0;
    const double t = beyond / standard_error;
    const double excess = student_t_excess(std::abs(t), degrees) / 2;
    return t >= 0 ? excess : 1 - excess;
  };
  switch (check.claim) {
    case Claim::equals:
      verdict.p_value = std::min(1.0, 2 * chance_beyond(std::abs(distance)));
      break;
    case Claim::at_most:
      verdict.p_value = chance_beyond(distance);
      break;
    case Claim::at_least:
      verdict.p_value = chance_beyond(-distance);
      break;
    case Claim::about:
      verdict.p_value = chance_beyond(std::abs(distance) - check.error * std::abs(check.value));
      break;
  }
  verdict.agrees = verdict.p_value >= p_value_limit(checks);
  verdict.narrow = verdict.interval.half_width <= check.widest * std::abs(check.value);
  return verdict;
}

}  // namespace loadframe::theory
