#pragma once

#include "diagram/painter.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace loadframe {

/// Turns the hops of observed calls into moving dots.
///
/// A hop takes as long on the screen as it takes in simulated time at the present speed, but at least
/// `shortest_travel_ms`, or a call within a data centre would be over before the next frame. The hops of one
/// request wait for each other, so that what caused what stays visible.
class TrafficView {
public:
  static constexpr double shortest_travel_ms = 380;
  static constexpr double linger_ms = 320;     ///< failed answers stay in sight so long
  static constexpr double most_lag_ms = 2500;  ///< behind the clock, by waiting for each other
  /// Under way or waiting for others. More are left out.
  static constexpr std::size_t most_dots = 60'000;

  /// The links of the hops to come.
  void follow(const Architecture& architecture);

  /// Takes new hops. `now` is the run's time, `speed` simulated seconds per second.
  void add(std::span<const Hop> hops, Duration now, double speed);

  /// The speed changed: dots under way keep their place and change their pace.
  void set_speed(double speed);

  /// Lets time pass on the screen.
  void advance(double milliseconds);

  void clear();

  /// Whether anything is still to move.
  bool empty() const { return moving_.empty(); }

  /// Where the dots are now.
  std::span<const Dot> dots();

private:
  struct Moving {
    LinkId link;
    double begins_ms;
    double lasts_ms;
    Dot::Look look;
    bool backwards;
    std::uint32_t request;
  };
  /// How the dots on a link look that are neither checks nor failures.
  struct LinkLooks {
    Dot::Look request = Dot::Look::request;
    Dot::Look answer = Dot::Look::answer;
  };
  /// The last hops of a request, by which its next ones wait.
  struct Trail {
    Duration arrived;
    double ends_ms = 0;
  };

  void forget_old_trails();

  std::unordered_map<std::uint32_t, LinkLooks> links_;
  std::vector<Moving> moving_;
  std::vector<Dot> dots_;
  std::unordered_map<std::uint32_t, std::vector<Trail>> trails_;
  double clock_ms_ = 0;
  double speed_ = 1;
  double swept_ms_ = 0;
};

}  // namespace loadframe
