#pragma once

#include "event_sets/event.h"
#include "simulation/event_queue.h"

namespace loadframe::event_sets {

/// The engine's own, which counts what is scheduled by itself.
class EngineQueue {
public:
  void push(const Event& event, std::int64_t now) {
    queue_.push(now, event.time, engine::EventType::arrive, event.subject, event.generation);
  }
  Event pop() {
    const auto event = queue_.pop();
    return {event.time, event.order_and_type >> 8, event.subject, event.generation};
  }
  bool empty() const { return queue_.empty(); }
  std::size_t size() const { return queue_.size(); }

private:
  engine::EventQueue queue_;
};

}  // namespace loadframe::event_sets
