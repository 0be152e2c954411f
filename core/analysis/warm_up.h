#pragma once

#include "simulation/recording.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

/// How long a run takes to forget how it started.
namespace loadframe {

/// Where a series of equally long observations becomes steady.
struct Truncation {
  std::size_t cut = 0;   ///< observations to leave out, a multiple of five
  bool settled = false;  ///< if not, the series is too short to tell, and the cut means nothing
};

/// MSER-5: of the cuts between batches of five in the first half, the one that makes the standard error of the mean of
/// what remains least. If that is the last of them, the series had not settled. Cuts in the last half are not tried:
/// the few batches after them may be alike by chance.
/// Source: White, An Effective Truncation Heuristic for Bias Reduction in Simulation Output, Simulation 69(6), 1997;
/// White, Cobb, Spratt, A Comparison of Five Steady-State Truncation Heuristics for Simulation, WSC 2000.
Truncation mser5(std::span<const double> series);

/// What is watched for having become steady.
enum class WarmUpMeasure { in_flight, latency, throughput };

/// The word in results: "in-flight".
std::string_view warm_up_measure_key(WarmUpMeasure measure);

struct WarmUp {
  Duration length;                              ///< from the start of the run
  WarmUpMeasure by = WarmUpMeasure::in_flight;  ///< the measure that took longest
  bool settled = false;                         ///< if not, the run is too short to tell; the length is then 0
};

/// The longest of the warm-ups that MSER-5 finds in the samples' users' requests under way, in their latency (median of
/// ok requests) and in their rate.
/// @param samples of a run from its start, all equally long
WarmUp find_warm_up(std::span<const std::shared_ptr<const Sample>> samples);

}  // namespace loadframe
