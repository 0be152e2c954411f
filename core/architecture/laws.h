#pragma once

#include "architecture/quantities.h"
#include "architecture/result.h"
#include "architecture/shared_list.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace loadframe {

/// The shapes that random times can have.
enum class LawShape {
  constant,
  exponential,
  uniform,
  erlang,
  hyperexponential,
  lognormal,
  gamma,
  weibull,
  pareto,
  bimodal,
  empirical,
};

/// A random time, as people know it: a shape, a mean and, where the shape has one, a parameter. Bimodal and empirical
/// laws are made by the functions of these names, which work out the mean.
struct Law {
  LawShape shape = LawShape::constant;
  Duration mean;
  /// erlang: number of stages (1 to 1000); uniform: half-width as a share of the mean (0 to 1);
  /// hyperexponential (balanced means, cv ≥ 1), lognormal, gamma and weibull (cv ≥ 0; 0 is constant): coefficient of
  /// variation, up to 100; pareto (type I, bounded below): tail index alpha (1.01 to 1000; below 2 the variance is
  /// infinite); bimodal: share of slow ones (0 to 1). Unused by the others.
  double parameter = 0;
  Duration usual{};              ///< bimodal: what most take
  Duration slow{};               ///< bimodal: what the slow ones take
  SharedList<Duration> times{};  ///< empirical, ascending: each is equally likely
  friend bool operator==(const Law&, const Law&) = default;
};

/// So many times may an empirical law hold; longer lists are reduced to so many.
inline constexpr std::size_t most_times = 10'000;
inline constexpr std::size_t reduced_times = 1000;

inline Law constant(Duration mean) { return {LawShape::constant, mean, 0}; }
inline Law exponential(Duration mean) { return {LawShape::exponential, mean, 0}; }

/// A usual time, except for a share of slow ones: "one in a hundred takes a second" (Dean & Barroso, The Tail at
/// Scale, CACM 2013).
Law bimodal(Duration usual, Duration slow, Share slow_share);

/// Draws from measured times. More than most_times are reduced to reduced_times equally likely ones, each the mean of
/// its part of the sorted list: the mean stays, the quantiles stay within their part, extremes are smoothed.
/// @pre there is at least one
Law empirical(std::vector<Duration> times);

/// Whether the parameter is one that the shape can have, and times are neither negative nor longer than a year.
bool has_valid_parameter(const Law& law);

/// Squared coefficient of variation of a law (variance over squared mean); infinite for Pareto with alpha ≤ 2.
double squared_variation(const Law& law);

/// "exponential 50 ms", "lognormal 50 ms cv 0.8", "bimodal 10 ms slow 1 s share 1 %", "empirical 1, 2, 2, 5 ms".
/// Reading the text gives the same law again.
std::string to_text(const Law& value);

/// Reads what to_text writes. A law without its shape's name is constant. The diagnostic has no place; the caller adds
/// it.
Result<Law> law_from_text(std::string_view text);

/// The word for a law's shape in files: "exponential".
std::string_view law_shape_key(LawShape shape);

}  // namespace loadframe
