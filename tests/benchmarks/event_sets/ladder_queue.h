#pragma once

#include "event_sets/event.h"
#include "simulation/event_ladder.h"

#include <cstddef>

namespace loadframe::event_sets {

/// The engine's ladder, without lanes.
class LadderQueue {
public:
  void push(const Event& event, std::int64_t /*now*/) {
    ladder_.push({event.time, event.order << 8, event.subject, event.generation});
  }
  Event pop() {
    const engine::Event event = ladder_.front();
    ladder_.pop();
    return {event.time, event.order(), event.subject, event.generation};
  }
  bool empty() const { return ladder_.empty(); }
  std::size_t size() const { return ladder_.size(); }

private:
  engine::EventLadder ladder_;
};

}  // namespace loadframe::event_sets
