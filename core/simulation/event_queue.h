#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <limits>
#include <vector>

namespace loadframe::engine {

/// What happens next; the subject's meaning depends on the kind.
enum class EventType : std::uint8_t {
  arrive,          ///< call at callee
  answer,          ///< call back at caller
  wait_over,       ///< call's waiting without CPU is over
  retry,           ///< call is sent (again)
  cpu_done,        ///< host's next job is done
  user_arrival,    ///< users node sends its next request
  think_over,      ///< one user of a node thinks no more
  link_timeout,    ///< link's oldest call reaches its deadline
  check_due,       ///< link's target is checked
  check_timeout,   ///< call (a check) has waited long enough
  passive_over,    ///< link's target has been out long enough
  boot_over,       ///< node has booted
  call_deadline,   ///< call with a deadline of its own (its serial tells it from others)
  hedge_due,       ///< call is late enough for a second one
  cancel,          ///< call's withdrawal reaches the callee
  fail_at_once,    ///< call was not let out by its caller
  queue_timeout,   ///< call has waited long enough in the backlog
  kind_timer,      ///< node's kind asked for it; the generation is what it asked with
  scale_due,       ///< node's autoscaling looks at its metric
  instance_ready,  ///< node's new instances have booted
  planned_action,  ///< index into the planned actions
  sample,
  warm_up_over,
};

/// Handled in order of time, then of scheduling.
struct Event {
  std::int64_t time = 0;  ///< ns
  std::uint64_t order_and_type = 0;
  std::uint32_t subject = 0;
  std::uint32_t generation = 0;

  EventType type() const { return static_cast<EventType>(order_and_type & 0xFF); }
  friend bool operator<(const Event& a, const Event& b) {
    return a.time != b.time ? a.time < b.time : a.order_and_type < b.order_and_type;
  }
};

/// The pending events: a 4-ary heap, and a ring for events of the present instant, which need no sorting.
class EventQueue {
public:
  void push(std::int64_t now, std::int64_t time, EventType type, std::uint32_t subject, std::uint32_t generation = 0) {
    assert(time >= now);
    const Event event{time, (++scheduled_ << 8) | static_cast<std::uint64_t>(type), subject, generation};
    if (time == now) {
      instant_.push_back(event);
      return;
    }
    std::size_t hole = heap_.size();
    heap_.push_back(event);
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / arity;
      if (!(event < heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = event;
  }

  bool empty() const { return heap_.empty() && instant_next_ == instant_.size(); }

  /// Time of the next event. @pre !empty()
  std::int64_t next_time() const { return instant_is_next() ? instant_[instant_next_].time : heap_.front().time; }

  /// @pre !empty()
  Event pop() {
    if (instant_is_next()) {
      const Event event = instant_[instant_next_++];
      if (instant_next_ == instant_.size()) {
        instant_.clear();
        instant_next_ = 0;
      }
      return event;
    }
    const Event top = heap_.front();
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sink(last);
    return top;
  }

  std::size_t size() const { return heap_.size() + instant_.size() - instant_next_; }

  /// How many events have been taken out since the start.
  std::uint64_t taken() const { return scheduled_ - size(); }

  /// Memory beside the object itself.
  std::size_t bytes() const { return (heap_.size() + instant_.size()) * sizeof(Event); }

private:
  static constexpr std::size_t arity = 4;

  bool instant_is_next() const {
    if (instant_next_ == instant_.size()) return false;
    return heap_.empty() || instant_[instant_next_] < heap_.front();
  }

  void sink(const Event& event) {
    const std::size_t size = heap_.size();
    std::size_t hole = 0;
    while (true) {
      const std::size_t first = hole * arity + 1;
      if (first >= size) break;
      const std::size_t end = std::min(first + arity, size);
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; ++child)
        if (heap_[child] < heap_[least]) least = child;
      if (!(heap_[least] < event)) break;
      heap_[hole] = heap_[least];
      hole = least;
    }
    heap_[hole] = event;
  }

  std::vector<Event> heap_;
  std::vector<Event> instant_;
  std::size_t instant_next_ = 0;
  std::uint64_t scheduled_ = 0;
};

}  // namespace loadframe::engine
