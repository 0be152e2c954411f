#pragma once

#include "event_sets/event.h"
#include "simulation/event_queue.h"

#include <algorithm>
#include <array>
#include <limits>

namespace loadframe::event_sets {

/// The engine's own, which counts what is scheduled by itself. As in the engine, what takes one and the same time again
/// and again has a lane.
class EngineQueue {
public:
  void push(const Event& event, std::int64_t now) {
    const auto lane = std::find(constant_delays.begin(), constant_delays.end(), event.time - now);
    const auto number = lane == constant_delays.end() ? 0 : lane - constant_delays.begin() + 1;
    queue_.push(now, event.time, engine::EventType::arrive, event.subject, event.generation,
                static_cast<std::uint32_t>(number));
  }
  Event pop() {
    engine::Event event;
    queue_.take_until(std::numeric_limits<std::int64_t>::max(), event, engine::no_look_ahead);
    return {event.time, event.order(), event.subject, event.generation};
  }
  bool empty() const { return queue_.empty(); }
  std::size_t size() const { return queue_.size(); }

private:
  static constexpr std::array<std::int64_t, 4> constant_delays{10'000'000, 500'000, 150'000, 2'000'000'000};
  engine::EventQueue queue_;
};

}  // namespace loadframe::event_sets
