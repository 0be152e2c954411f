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

/// The interval that holds the mean of a normal law with that confidence, by independent values from it:
/// mean ± t(n - 1) s / √n.
/// Source: Law, Simulation Modeling and Analysis, 5th ed., section 4.5.
/// @pre values is not empty
ConfidenceInterval confidence_interval(std::span<const double> values, double confidence = 0.95);

}  // namespace loadframe
