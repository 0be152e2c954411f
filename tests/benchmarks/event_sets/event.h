#pragma once

#include <cstdint>

/// Event sets: what holds the pending events of a discrete-event simulation. They are compared here before one of
/// them serves the engine. All have
///   void push(const Event& event, std::int64_t now);   // @pre event.time >= now; now never goes back
///   Event pop();                                       // the least; @pre !empty()
///   bool empty() const;  std::size_t size() const;
/// and hand events out by time, then in the order of being scheduled, as determinism demands.
namespace loadframe::event_sets {

/// As large as the engine's own.
struct Event {
  std::int64_t time = 0;  ///< ns
  std::uint64_t order = 0;
  std::uint32_t subject = 0;
  std::uint32_t generation = 0;

  /// Without a branch: which of two events is earlier cannot be predicted.
  friend bool operator<(const Event& a, const Event& b) {
    return (a.time < b.time) | ((a.time == b.time) & (a.order < b.order));
  }
};

}  // namespace loadframe::event_sets
