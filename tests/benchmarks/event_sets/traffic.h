#pragma once

#include "event_sets/event.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace loadframe::event_sets {

/// What keeps an event set at a size: each event popped schedules others ("hold model").
enum class Mix {
  exponential,  ///< one after an exponential delay
  engine        ///< as a system of services does, see Traffic
};

/// Delays drawn beforehand, so that drawing them costs nothing while time is taken.
///
/// The engine's mix is what the example of a million users schedules: of a hundred events that go on, 62 are hops of
/// 10, 0.5 or 0.15 ms, 25 are work (exponential, mean 0.5 ms) and 13 the next request of somebody (exponential, mean
/// 0.01 ms); and now and then one sets a timer of 2 s, which dies when it comes due. Four fifths of all that is pending
/// are such timers.
class Traffic {
public:
  Traffic(Mix mix, std::size_t pending) : mix_(mix), delays_(table) {
    live_ = mix == Mix::engine ? (pending + 4) / 5 : pending;
    double sum = 0;
    for (std::int64_t& delay : delays_) {
      delay = mix == Mix::engine ? engine_delay(uniform()) : exponential(10'000'000);
      sum += static_cast<double>(delay);
    }
    const double mean_delay = sum / static_cast<double>(table);
    timeout_share_ = mix == Mix::engine ? 4 * mean_delay / static_cast<double>(timeout) : 0;
  }

  /// Fills the set as if it had been at work for long. Returns the time from which it goes on.
  template <class Set>
  std::int64_t fill(Set& set) {
    const auto timeouts = mix_ == Mix::engine ? static_cast<std::int64_t>(4 * live_) : 0;
    for (std::int64_t i = 0; i < timeouts; ++i) {
      const std::int64_t now = timeout * i / timeouts;
      set.push(Event{now + timeout, ++order_, dies, 0}, now);
    }
    for (std::size_t i = 0; i < live_; ++i) set.push(Event{timeout + next_delay(), ++order_, 0, 0}, timeout);
    return timeout;
  }

  /// Pops so many events, and pushes what follows from them. Returns the time of the last.
  template <class Set>
  std::int64_t hold(Set& set, std::int64_t events) {
    std::int64_t now = 0;
    for (std::int64_t i = 0; i < events; ++i) {
      const Event event = set.pop();
      now = event.time;
      if (event.subject == dies) continue;
      set.push(Event{now + next_delay(), ++order_, event.subject, 0}, now);
      owed_ += timeout_share_;
      if (owed_ < 1) continue;
      owed_ -= 1;
      set.push(Event{now + timeout, ++order_, dies, 0}, now);
    }
    return now;
  }

private:
  static constexpr std::size_t table = std::size_t{1} << 16;
  static constexpr std::int64_t timeout = 2'000'000'000;  // ns
  static constexpr std::uint32_t dies = 1;

  std::int64_t next_delay() { return delays_[next_++ & (table - 1)]; }

  std::int64_t engine_delay(double which) {
    if (which < 0.25) return 10'000'000;
    if (which < 0.52) return 500'000;
    if (which < 0.62) return 150'000;
    return exponential(which < 0.87 ? 500'000 : 10'000);
  }

  std::int64_t exponential(double mean) { return static_cast<std::int64_t>(-std::log1p(-uniform()) * mean) + 1; }

  double uniform() {  // splitmix64
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }

  Mix mix_;
  std::size_t live_ = 0;
  double timeout_share_ = 0;
  double owed_ = 0;
  std::vector<std::int64_t> delays_;
  std::size_t next_ = 0;
  std::uint64_t order_ = 0;
  std::uint64_t state_ = 1;
};

}  // namespace loadframe::event_sets
