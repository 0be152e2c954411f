#pragma once

#include "analysis/confidence.h"
#include "simulation/recording.h"

#include <optional>
#include <span>

/// How exact the means of one long run are.
namespace loadframe {

/// What had ended ok by some time, counted from the end of the warm-up.
struct Milestone {
  Duration at;
  double ok = 0;         ///< users' requests
  double latency_s = 0;  ///< of all of them, added up
};

Milestone milestone_of(const Statistics& statistics);

/// Batches that a run is cut into: as few as give a steady estimate of the spread, so that they are long enough to be
/// independent. Source: Schmeiser, Batch Size Effects in the Analysis of Simulation Output, Operations Research 30(3),
/// 1982: 10 to 30 batches.
inline constexpr std::size_t fewest_batches = 30;

/// Means over the batches of one run, with 95 % intervals.
struct BatchMeans {
  std::size_t batches = 0;
  ConfidenceInterval latency_s;
  ConfidenceInterval throughput_per_s;
  bool independent = false;  ///< neither's batches are correlated with the next ones beyond chance

  /// Whether both are known to that share of themselves.
  bool within(double share) const;
};

/// Puts equally far milestones, at least 31 of them, into 30 to 59 equal batches; the first are left out where they do
/// not divide.
/// Source: Law, Simulation Modeling and Analysis, 5th ed., section 9.5.3.
/// @return none if some batch had no ok request
std::optional<BatchMeans> batch_means(std::span<const Milestone> milestones);

}  // namespace loadframe
