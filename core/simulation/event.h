#pragma once

#include <cstdint>

namespace loadframe::engine {

/// What happens next; the subject's meaning depends on the kind.
enum class EventType : std::uint8_t {
  arrive,           ///< call at callee (the generation is the link, so that it can be fetched ahead)
  answer,           ///< call back at caller (likewise)
  wait_over,        ///< call's waiting without CPU is over
  retry,            ///< call is sent (again)
  cpu_done,         ///< call's work on a core of its own is done (the generation is its job's place)
  shared_cpu_done,  ///< host's next job is done
  user_arrival,     ///< users node sends its next request
  think_over,       ///< one user of a node thinks no more
  link_timeout,     ///< link's oldest call reaches its deadline
  check_due,        ///< link's target is checked
  check_timeout,    ///< call (a check) has waited long enough
  passive_over,     ///< link's target has been out long enough
  boot_over,        ///< node has booted
  call_deadline,    ///< call with a deadline of its own (its serial tells it from others)
  hedge_due,        ///< call is late enough for a second one
  cancel,           ///< call's withdrawal reaches the callee
  fail_at_once,     ///< call was not let out by its caller
  queue_timeout,    ///< call has waited long enough in the backlog
  kind_timer,       ///< node's kind asked for it; the generation is what it asked with
  scale_due,        ///< node's autoscaling looks at its metric
  instance_ready,   ///< node's new instances have booted
  planned_action,   ///< index into the planned actions
  sample,
  warm_up_over,
};

/// Handled in order of time, then of scheduling.
struct Event {
  __extension__ using Key = unsigned __int128;

  std::int64_t time = 0;  ///< ns
  std::uint64_t order_type = 0;
  std::uint32_t subject = 0;
  std::uint32_t generation = 0;

  /// Becomes the other, field by field: a copy of what has just been put together would read it in larger pieces than
  /// it was written in, for which the processor waits.
  void set(const Event& other) {
    time = other.time;
    order_type = other.order_type;
    subject = other.subject;
    generation = other.generation;
  }

  EventType type() const { return static_cast<EventType>(order_type & 0xFF); }
  /// How many had been scheduled before it, and itself.
  std::uint64_t order() const { return order_type >> 8; }
  /// Time first, so that one comparison tells.
  Key key() const { return Key{static_cast<std::uint64_t>(time)} << 64 | order_type; }
  friend bool operator<(const Event& a, const Event& b) { return a.key() < b.key(); }
};

}  // namespace loadframe::engine
