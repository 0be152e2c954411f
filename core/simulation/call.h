#pragma once

#include "simulation/large_pages.h"
#include "simulation/model.h"
#include "simulation/outcome.h"

#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <vector>

namespace loadframe::engine {

/// Where a call is.
enum class Phase : std::uint8_t {
  free,
  resolving,   ///< a user request that waits for its entry point's address
  pausing,     ///< before a retry is sent
  pooling,     ///< waits for a free connection of the caller's pool
  blocked,     ///< not sent: it fails at once
  travelling,  ///< to the callee, or held up by a cut link
  queued,      ///< in the callee's backlog
  on_cpu,
  waiting,     ///< for something that is not modelled as a component, such as a disk
  downstream,  ///< for answers to the callee's own calls, or for what else the kind waits for
  frozen,      ///< the callee hangs
  returning,   ///< the answer is on its way
};

/// Why a call is made.
enum class Purpose : std::uint8_t {
  request,
  check,
  lookup,
  replication,  ///< a database copies a write to a replica
  delivery,     ///< a broker hands a message to a consumer
};

/// A deadline that does not come.
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// One request over one link, with its response. Its generation changes when it leaves the callee, so that
/// events and calls that refer to its visit there become void.
///
/// Two cache lines: what most events need is in the first.
struct alignas(64) Call {
  std::uint32_t link = none;
  std::uint32_t generation = 0;
  std::uint32_t parent = none;  ///< the call on whose behalf it is made
  std::uint32_t parent_generation = 0;
  Phase phase = Phase::free;
  Purpose purpose = Purpose::request;
  Outcome outcome = Outcome::ok;
  bool abandoned : 1 = false;  ///< the caller no longer waits
  bool resident : 1 = false;   ///< present at the callee
  bool holds_worker : 1 = false;
  bool connected : 1 = false;  ///< has a connection of the caller's pool
  bool hedge : 1 = false;      ///< the second of a pair
  bool withdrawn : 1 = false;  ///< the caller has called it off while it travelled
  bool missed : 1 = false;     ///< answered by a cache that did not have it; as a parent: such an answer came
  bool observed : 1 = false;
  std::uint16_t request_class = 0;
  std::uint16_t next_step = 0;  ///< as a parent: the callee's step to do next
  std::uint16_t pending = 0;    ///< as a parent: children under way
  std::uint16_t role = 0;       ///< for the callee's kind; a retry begins anew
  std::uint32_t key = 0;
  std::int64_t arrived = 0;  ///< at the callee
  std::int64_t stage_began = 0;
  float waited = 0;                ///< ns in the callee's backlog
  float served = 0;                ///< ns on CPU and waiting
  std::uint32_t user = 0;          ///< who asks, among the users' distinct ones
  std::uint32_t missed_at = none;  ///< cache node whose miss a later answer will fill

  std::int64_t begun = 0;                 ///< when the caller sent this attempt
  std::int64_t first_begun = 0;           ///< when the caller began the first attempt
  std::int64_t deadline = 0;              ///< when the caller gives up, or never
  std::uint32_t outstanding_next = none;  ///< among those that the caller waits for on the link, oldest first
  std::uint32_t outstanding_previous = none;
  std::uint32_t next = none;  ///< in the backlog, or in a list of waiting ones
  std::uint32_t previous = none;
  std::uint32_t serial = 0;       ///< no two calls of a run have the same
  std::uint32_t observed_as = 0;  ///< number of the observed request, where observed
  std::uint32_t twin = none;      ///< the other of a hedged pair, as long as that says so, too
  std::uint32_t detail = 0;       ///< for the callee's kind: which partition, node, version …
  std::uint16_t step = 0;         ///< as a child: which of the caller's steps it is
  std::uint16_t attempt = 0;      ///< 0: the first
  std::uint16_t repeat = 0;       ///< as a parent: how often the present step is still to be done

  /// Number of the observed request; 0: not observed.
  std::uint32_t trace() const { return observed ? observed_as : 0; }
  void set_trace(std::uint32_t number) {
    observed = number != 0;
    observed_as = number;
  }
};
static_assert(sizeof(Call) == 128 && std::is_trivially_copyable_v<Call>);
inline constexpr Call blank_call{};

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
    Call& call = calls_[index];
    const std::uint32_t generation = call.generation + 1;
    std::memcpy(&call, &blank_call, sizeof call);  // what the compiler makes of an assignment takes three times as long
    call.generation = generation;
    call.serial = ++serial_;
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

  /// A copy that takes memory for calls under way only, to be kept: nothing can be done with it but unpack().
  CallPool packed() const {
    CallPool copy;
    copy.free_ = free_;
    copy.serial_ = serial_;
    copy.in_use_ = in_use_;
    // The free ones are those that the list of them leads to.
    std::vector<bool> is_free(calls_.size());
    for (std::uint32_t index = free_; index != none; index = calls_[index].next) is_free[index] = true;
    copy.packed_places_.reserve(calls_.size());
    copy.packed_calls_.reserve(in_use_);
    for (std::uint32_t index = 0; index < calls_.size(); ++index) {
      copy.packed_places_.push_back({calls_[index].generation, is_free[index] ? calls_[index].next : in_use_place});
      if (!is_free[index]) copy.packed_calls_.push_back(calls_[index]);
    }
    return copy;
  }

  /// Becomes what packed() was a copy of, for all that can be seen of it.
  void unpack() {
    move_to_large_pages(calls_);
    if (packed_places_.empty()) return;
    calls_.resize(packed_places_.size());
    auto used = packed_calls_.begin();
    for (std::size_t index = 0; index < packed_places_.size(); ++index) {
      if (packed_places_[index].next == in_use_place) {
        calls_[index] = *used++;
        continue;
      }
      calls_[index].generation = packed_places_[index].generation;
      calls_[index].next = packed_places_[index].next;
    }
    packed_places_ = {};
    packed_calls_ = {};
  }

  /// Places in the pool, free ones included.
  std::size_t size() const { return calls_.size(); }
  /// Memory beside the object itself.
  std::size_t bytes() const {
    return (calls_.size() + packed_calls_.size()) * sizeof(Call) + packed_places_.size() * sizeof(Place);
  }

private:
  /// What is left of a place: of a free one, all that matters.
  struct Place {
    std::uint32_t generation = 0;
    std::uint32_t next = none;  ///< or in_use_place
  };
  static constexpr std::uint32_t in_use_place = none - 1;

  LargePageVector<Call> calls_;
  /// @name Instead of calls_
  /// @{
  std::vector<Place> packed_places_;
  std::vector<Call> packed_calls_;  ///< those in use
  /// @}
  std::uint32_t free_ = none;
  std::uint32_t serial_ = 0;
  std::size_t in_use_ = 0;
};

/// A list of calls, linked through Call::next and previous. A call is in one such list at most.
struct CallQueue {
  std::uint32_t head = none;
  std::uint32_t tail = none;
  std::uint32_t size = 0;

  bool empty() const { return head == none; }

  void push(CallPool& calls, std::uint32_t index) { insert_before(calls, none, index); }

  /// @param place a call in the list, or none for its end
  void insert_before(CallPool& calls, std::uint32_t place, std::uint32_t index) {
    const std::uint32_t before = place == none ? tail : calls[place].previous;
    calls[index].next = place;
    calls[index].previous = before;
    if (before == none) head = index;
    else calls[before].next = index;
    if (place == none) tail = index;
    else calls[place].previous = index;
    ++size;
  }

  void remove(CallPool& calls, std::uint32_t index) {
    const std::uint32_t next = calls[index].next;
    const std::uint32_t previous = calls[index].previous;
    if (previous == none) head = next;
    else calls[previous].next = next;
    if (next == none) tail = previous;
    else calls[next].previous = previous;
    calls[index].next = calls[index].previous = none;
    --size;
  }

  std::uint32_t pop(CallPool& calls) {
    const std::uint32_t index = head;
    remove(calls, index);
    return index;
  }

  void clear() { *this = {}; }
};

}  // namespace loadframe::engine
