#pragma once

#include <cstddef>
#include <span>

/// How sure a mean over independent runs is.
namespace loadframe {

/// A mean, and how far the true one may lie from it.
struct ConfidenceInterval {
  double mean = 0;
  double half_width = 0;  ///< +infinity for a single value, which tells nothing about its spread
  double low() const { return mean - half_width; }
  double high() const { return mean + half_width; }
};

/// The t that |T| stays below with that probability, for Student's t distribution.
/// @param probability 0 < probability < 1; 0.95 gives the usual two-sided interval
/// @param degrees of freedom, at least 1
/// Source: the finite series of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4,
/// inverted by bisection to 12 digits.
double student_t(double probability, std::size_t degrees);

/// P(|T| > t) for Student's t distribution, from the same series. @param t at least 0
double student_t_excess(double t, std::size_t degrees);

/// The interval that holds the mean of a normal law with that confidence, by independent values from it:
/// mean ± t(n - 1) s / √n.
/// Source: Law, Simulation Modeling and Analysis, 5th ed., section 4.5.
/// @pre values is not empty
ConfidenceInterval confidence_interval(std::span<const double> values, double confidence = 0.95);

/// How far values are from being spread evenly between 0 and 1, and the chance of being as far if they are.
struct Uniformity {
  double distance = 0;  ///< largest gap between their distribution and the even one
  double p_value = 1;
};

/// The one-sample test of Kolmogorov and Smirnov against the uniform law.
/// Source: Stephens, EDF Statistics for Goodness of Fit and Some Comparisons, JASA 69, 1974, table 1A: Kolmogorov's
/// limit with the modified distance, good from five values on.
/// @pre values is not empty
Uniformity uniformity(std::span<const double> values);

}  // namespace loadframe
