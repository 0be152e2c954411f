#pragma once

#include "simulation/recording.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace loadframe {

/// What users saw over a whole run, in several resolutions, so that a stretch of any length is drawn from few points.
class ThroughputSeries {
public:
  void clear();
  /// @pre it is later than those before
  void add(const Sample& sample);

  bool empty() const { return levels_.front().empty(); }
  /// Of the last sample; 0 if there is none.
  Duration end() const { return empty() ? Duration{} : levels_.front().back().end; }

  struct Rates {
    double ok_per_s = 0;
    double failed_per_s = 0;
    double measured = 0;  ///< part of the time for which there are samples, 0 to 1
  };
  /// Mean rates in so many equal parts of a time. Takes time in proportion to the parts, however long the run is.
  /// @pre from < to, count > 0
  std::vector<Rates> rates(Duration from, Duration to, int count) const;

private:
  /// Each point of a level sums so many of the level below.
  static constexpr std::size_t fold = 4;
  /// As many points for each part at most, about.
  static constexpr std::size_t points_per_part = 4;

  struct Point {
    Duration begin;
    Duration end;
    double ok = 0;
    double failed = 0;
  };

  std::vector<std::vector<Point>> levels_{1};
};

/// Where times lie on a line of so many pixels.
struct TimeScale {
  Duration from;
  Duration to;  ///< > from
  double width = 1;

  double x_of(Duration time) const { return (time - from) / (to - from) * width; }
  Duration time_at(double x) const {
    return from + Duration{std::llround(static_cast<double>((to - from).nanoseconds) * x / width)};
  }
};

/// The window of time of a run's timeline: all of it, or a part that was zoomed to.
class TimeWindow {
public:
  Duration from() const { return from_; }
  Duration to() const { return to_; }
  bool shows_all() const { return shows_all_; }

  /// The run has got so far, and the moment shown is that. Shows all of it, or goes on to show the moment if it did.
  void follow(Duration end, Duration moment);
  void show_all(Duration end);
  /// Shows more (factor < 1) or less of the time; the time `fixed` stays where it is. Within 0 and what follow showed.
  void zoom(double factor, Duration fixed);
  void move(Duration by);

  static constexpr Duration shortest = seconds(2);

private:
  void keep_inside();

  Duration from_;
  Duration to_ = seconds(30);
  Duration whole_ = seconds(30);  ///< what is shown when all is
  Duration moment_;
  bool shows_all_ = true;
};

}  // namespace loadframe
