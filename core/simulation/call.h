#pragma once

#include "simulation/model.h"
#include "simulation/outcome.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace loadframe::engine {

/// Where a call is.
enum class Phase : std::uint8_t {
  free,
  resolving,   ///< a user request that waits for its entry point's address
  pausing,     ///< before a retry is sent
  travelling,  ///< to the callee, or held up by a cut link
  queued,      ///< in the callee's backlog
  on_cpu,
  waiting,     ///< for something that is not modelled as a component, such as a disk
  downstream,  ///< for answers to the callee's own calls
  frozen,      ///< the callee hangs
  returning,   ///< the answer is on its way
};

/// Why a call is made.
enum class Purpose : std::uint8_t { request, check, lookup, replication };

/// A deadline that does not come.
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// One request over one link, with its response. Its generation changes when it leaves the callee, so that
/// events and calls that refer to its visit there become void.
struct Call {
  std::int64_t first_begun = 0;  ///< when the caller began the first attempt
  std::int64_t begun = 0;        ///< when the caller sent this attempt
  std::int64_t deadline = 0;     ///< when the caller gives up, or never
  std::int64_t arrived = 0;      ///< at the callee
  std::int64_t stage_began = 0;
  std::int64_t waited = 0;      ///< ns in the callee's backlog
  std::int64_t served = 0;      ///< ns on CPU and waiting
  std::uint32_t parent = none;  ///< the call on whose behalf it is made
  std::uint32_t parent_generation = 0;
  std::uint32_t generation = 0;
  std::uint32_t link = none;
  std::uint32_t key = 0;
  std::uint32_t user = 0;              ///< number of the user whose request it is, or is part of
  std::uint32_t trace = 0;             ///< number of the observed request; 0: not observed
  std::uint32_t missed_at = none;      ///< cache node whose miss a later answer will fill
  std::uint32_t next = none;           ///< in the backlog, or in a list of waiting ones
  std::uint32_t resident_next = none;  ///< among those present at the callee
  std::uint32_t resident_previous = none;
  std::uint32_t outstanding_next = none;  ///< among those that the caller waits for on the link, oldest first
  std::uint32_t outstanding_previous = none;
  std::uint16_t request_class = 0;
  std::uint16_t attempt = 0;    ///< 0: the first
  std::uint16_t step = 0;       ///< as a child: which of the caller's steps it is
  std::uint16_t next_step = 0;  ///< as a parent: the callee's step to do next
  std::uint16_t pending = 0;    ///< as a parent: children under way
  Phase phase = Phase::free;
  Purpose purpose = Purpose::request;
  Outcome outcome = Outcome::ok;
  bool abandoned = false;  ///< the caller no longer waits
  bool missed = false;     ///< answered by a cache that did not have it; as a parent: such an answer came
};

/// Calls under way, in one array that grows to the largest number at one time.
class CallPool {
public:
  std::uint32_t allocate() {
    std::uint32_t index = free_;
    if (index == none) {
      index = static_cast<std::uint32_t>(calls_.size());
      calls_.emplace_back();
    } else {
      free_ = calls_[index].next;
    }
    const std::uint32_t generation = calls_[index].generation + 1;
    calls_[index] = Call{};
    calls_[index].generation = generation;
    ++in_use_;
    return index;
  }

  void release(std::uint32_t index) {
    Call& call = calls_[index];
    ++call.generation;
    call.phase = Phase::free;
    call.next = free_;
    free_ = index;
    --in_use_;
  }

  Call& operator[](std::uint32_t index) { return calls_[index]; }
  const Call& operator[](std::uint32_t index) const { return calls_[index]; }
  std::size_t in_use() const { return in_use_; }
  /// Places in the pool, free ones included.
  std::size_t size() const { return calls_.size(); }

private:
  std::vector<Call> calls_;
  std::uint32_t free_ = none;
  std::size_t in_use_ = 0;
};

/// A first-in, first-out list of calls, linked through Call::next.
struct CallQueue {
  std::uint32_t head = none;
  std::uint32_t tail = none;
  std::uint32_t size = 0;

  bool empty() const { return head == none; }

  void push(CallPool& calls, std::uint32_t index) {
    calls[index].next = none;
    if (tail == none) head = index;
    else calls[tail].next = index;
    tail = index;
    ++size;
  }

  std::uint32_t pop(CallPool& calls) {
    const std::uint32_t index = head;
    head = calls[index].next;
    if (head == none) tail = none;
    calls[index].next = none;
    --size;
    return index;
  }

  void clear() { *this = {}; }
};

}  // namespace loadframe::engine
