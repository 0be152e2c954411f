#pragma once

#include "analysis/confidence.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The engine against theory, as a table: what a published formula says of an architecture, beside what the engine
/// measures there.
namespace loadframe::theory {

/// How the true mean of what is measured stands to theory's value.
enum class Claim {
  equals,
  at_most,
  at_least,
  about,  ///< within a stated relative error
};

/// "=", "≤", "≥", "≈".
std::string_view claim_sign(Claim claim);

struct Check {
  std::string name;    ///< unique: "M/M/1 at load 0.8: mean response"
  std::string source;  ///< paper or book, with what helps to find the formula in it
  std::string unit;    ///< of value and measurement: "s", "1/s"; empty for shares and counts
  double value = 0;    ///< theory's
  /// Builds the architecture, runs it with that seed and measures. Pure: may run on any thread.
  std::function<double(std::uint64_t seed)> measure;
  Claim claim = Claim::equals;
  double error = 0;      ///< of Claim::about: the approximation's own, as a share of the value
  double widest = 0.03;  ///< largest half-width of the 99 % interval that means anything, as a share of the value
};

/// All checks, in the order in which they are shown.
std::vector<Check> all_checks();

/// The seed of a replication. Each check has seeds of its own, so that checks are independent of each other.
std::uint64_t seed_of(const Check& check, std::uint64_t first_seed, std::size_t replication);

/// Replications that make each interval narrow enough.
inline constexpr std::size_t default_replications = 20;

/// The chance that the whole table fails though all its claims are true.
inline constexpr double family_error = 0.01;

struct Verdict {
  ConfidenceInterval interval;  ///< of the mean measured, 99 %
  double p_value = 1;           ///< the chance of a mean as far from the claim, or further, if the claim is true
  bool agrees = false;          ///< p_value is not below the limit for the table
  bool narrow = false;          ///< the interval is narrow enough to tell
  bool holds() const { return agrees && narrow; }
};

/// The p-value below which one check of so many fails: Šidák's, 1 - (1 - family_error)^(1/checks).
/// Source: Šidák, Rectangular Confidence Regions for the Means of Multivariate Normal Distributions, JASA 62, 1967.
double p_value_limit(std::size_t checks);

/// @param values of independent replications, at least two
/// @param checks how many the table has
Verdict judge(const Check& check, std::span<const double> values, std::size_t checks);

}  // namespace loadframe::theory
