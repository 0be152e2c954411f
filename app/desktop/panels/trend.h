#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <deque>
#include <memory>
#include <vector>

namespace loadframe {

/// What was measured of one subject in a stretch of time: one point of a chart.
struct TrendPoint {
  Duration begin;
  Duration end;
  double length_s = 0;  ///< of the samples in it
  std::uint64_t ok = 0;
  std::uint64_t failed = 0;
  OutcomeCounts outcomes;  ///< of the whole system only
  double p50_s = 0;        ///< mean over samples, by their ok calls
  double p95_s = 0;        ///< the worst of its samples, so that short spikes are not smoothed away
  double p99_s = 0;
  double utilisation = 0;  ///< mean; of the whole system: of its busiest component
  double cpu = 0;          ///< mean part of its host's cores; components only
  double queue = 0;        ///< mean; of the whole system: over all components
  double concurrency = 0;
  double hit_ratio = -1;  ///< negative if there were no lookups
  double replication_lag_s = 0;
  double instances = 0;  ///< mean; components only
  double memory = 0;     ///< mean share of its machine's; components only

  double ok_per_s() const { return length_s > 0 ? static_cast<double>(ok) / length_s : 0; }
  double failed_per_s() const { return length_s > 0 ? static_cast<double>(failed) / length_s : 0; }
};

/// The recent past of a component, link, host, or of the whole system (no subject), in a bounded number of points:
/// when there are too many for the window, each takes in two.
class Trend {
public:
  /// @param window what is kept, back from the last sample; 0: everything
  /// @param most_points at least 2
  Trend(ElementId subject, Duration window, std::size_t most_points);

  void add(const Sample& sample);
  void add(const std::vector<std::shared_ptr<const Sample>>& samples);
  void clear();

  const ElementId& subject() const { return subject_; }
  /// In order of time; the last one may still be growing.
  const std::deque<TrendPoint>& points() const { return points_; }
  /// The points that no longer grow, or the only one: what lines are drawn through.
  std::size_t settled() const;
  Duration resolution() const { return resolution_; }

  /// The mean of about the last second: what a single figure shows.
  TrendPoint recent() const;

private:
  TrendPoint measured(const Sample& sample) const;
  void coarsen();

  ElementId subject_;
  Duration window_;
  std::size_t most_points_;
  Duration resolution_;
  std::deque<TrendPoint> points_;
  std::deque<TrendPoint> last_second_;
};

}  // namespace loadframe
