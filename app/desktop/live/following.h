#pragma once

#include "simulation/recording.h"

#include <optional>
#include <span>
#include <vector>

namespace loadframe {

/// The pace of a run that is watched request by request. A hop takes a thousand times less than the work at its end;
/// so time itself goes slower while a followed call is on a wire, and faster while it is worked on or nothing is
/// followed. What is seen at any moment is where everything truly is.
class Following {
public:
  /// Followed at one time: more could not be told apart.
  static constexpr std::size_t most_requests = 3;

  /// Calls that have set off. Checks do not count.
  void take(std::span<const Hop> hops);

  /// Simulated seconds per second of wall time at that moment.
  /// @param speed what the person chose; 1 is usual, 0 as fast as can be followed
  double pace(Duration now, double speed) const;

  /// When the next call arrives that is on its way; until then, the pace stays. None if there is none.
  std::optional<Duration> next_arrival(Duration now) const;

  /// How many requests are followed at the moment.
  void set_followed(std::size_t requests) { followed_ = requests; }
  bool has_room() const { return followed_ < most_requests; }

private:
  struct Way {
    Duration departed;
    Duration arrived;
  };
  std::vector<Way> under_way_;
  std::size_t followed_ = 0;
};

/// The user requests among observed calls; checks are none.
std::size_t count_requests(std::span<const ObservedCall> calls);

}  // namespace loadframe
