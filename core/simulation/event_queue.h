#pragma once

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <limits>
#include <vector>

namespace loadframe::engine {

/// What happens next; the subject's meaning depends on the kind.
enum class EventType : std::uint8_t {
  arrive,           ///< call at callee
  answer,           ///< call back at caller
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

  EventType type() const { return static_cast<EventType>(order_type & 0xFF); }
  /// How many had been scheduled before it, and itself.
  std::uint64_t order() const { return order_type >> 8; }
  /// Time first, so that one comparison tells.
  Key key() const { return Key{static_cast<std::uint64_t>(time)} << 64 | order_type; }
  friend bool operator<(const Event& a, const Event& b) { return a.key() < b.key(); }
};

/// How far ahead an event is that will be handled soon.
enum class Ahead : std::uint8_t { far, nearer, near };

/// The pending events: a 4-ary heap, with two short cuts that most events take.
///
/// Events of the present instant need no sorting: they wait in a ring of their own. Nor do those that are scheduled
/// with one and the same delay again and again, as messages over links are: they come in the order in which they were
/// scheduled. Each such *lane* is a ring, too, and only the first events of the lanes are compared with each other: in
/// a tournament (Knuth, TAOCP 3, 5.4.1), which a new first event replays against as many others as the number of lanes
/// has binary digits. With few lanes, taking the next event takes little more than looking at it.
class EventQueue {
public:
  static constexpr std::uint32_t most_lanes = 255;

  /// First in, first out, in an array that goes round.
  class Lane {
  public:
    Lane() = default;
    Lane(const Lane& other) { *this = other; }
    Lane(Lane&&) noexcept = default;
    /// A copy takes no more room than its events.
    Lane& operator=(const Lane& other) {
      if (this == &other) return *this;
      events_.clear();
      first_ = size_ = 0;
      if (!other.empty()) events_.resize(std::bit_ceil(other.size_));
      mask_ = events_.size() - 1;
      for (std::size_t i = 0; i < other.size_; ++i) events_[i] = other.events_[(other.first_ + i) & other.mask_];
      size_ = other.size_;
      return *this;
    }
    Lane& operator=(Lane&&) noexcept = default;
    ~Lane() = default;

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    const Event& front() const { return events_[first_]; }
    /// @param place 0: the front @pre place < size()
    const Event& at(std::size_t place) const { return events_[(first_ + place) & mask_]; }
    const Event& back() const { return events_[(first_ + size_ - 1) & mask_]; }

    void push(const Event& event) {
      if (size_ == mask_ + 1) [[unlikely]]
        grow();
      events_[(first_ + size_++) & mask_] = event;
    }

    Event pop() {
      const Event event = events_[first_];
      first_ = (first_ + 1) & mask_;
      --size_;
      return event;
    }

  private:
    [[gnu::noinline]] void grow() {
      std::rotate(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(first_), events_.end());
      first_ = 0;
      events_.resize(std::max<std::size_t>(16, 2 * events_.size()));
      mask_ = events_.size() - 1;
    }

    std::vector<Event> events_;  ///< as many as a power of two, or none
    std::size_t mask_ = std::size_t{0} - 1;
    std::size_t first_ = 0;
    std::size_t size_ = 0;
  };

  /// @param lane 1 to most_lanes: its events are scheduled in the order of their times. 0: none
  void push(std::int64_t now, std::int64_t time, EventType type, std::uint32_t subject, std::uint32_t generation = 0,
            std::uint32_t lane = 0) {
    assert(time >= now);
    if (time == now) instant_.push(next_event(time, type, subject, generation));
    else if (lane == 0) put(next_event(time, type, subject, generation));
    else push_in_lane(time, type, subject, generation, lane);
  }

  /// The same, for a time later than the present one.
  [[gnu::always_inline]] void push_in_lane(std::int64_t time, EventType type, std::uint32_t subject,
                                           std::uint32_t generation, std::uint32_t lane) {
    if (lane > firsts_.size()) [[unlikely]]
      make_lanes(lane);
    const std::uint32_t place = lane - 1;
    const Event event = next_event(time, type, subject, generation);
    Lane& in = lanes_[place];
    assert(in.empty() || !(event < in.back()));
    in.push(event);
    if (in.size() == 1) begins_with(place, event.key());
  }

  bool empty() const { return size() == 0; }

  /// Time of the next event. @pre !empty()
  std::int64_t next_time() const {
    std::int64_t time = std::numeric_limits<std::int64_t>::max();
    if (!instant_.empty()) time = instant_.front().time;
    // Where the first has been taken out, the next is one of those below it.
    const std::size_t end = std::min<std::size_t>(hole_at_top_ ? 1 + arity : 1, heap_.size());
    for (std::size_t i = hole_at_top_ ? 1 : 0; i < end; ++i) time = std::min(time, heap_[i].time);
    for (const Lane& lane : lanes_)
      if (!lane.empty()) time = std::min(time, lane.front().time);
    return time;
  }

  /// Takes out the next event, if it comes by then. @return whether there was one
  /// @param look_ahead is called with some events that will come soon, and how far ahead they are
  template <class LookAhead>
  bool take_until(std::int64_t time, Event& event, LookAhead look_ahead) {
    if (hole_at_top_) close_hole();
    const std::uint32_t place = winners_[1];
    Event::Key first = firsts_[place];
    const bool in_heap = !heap_.empty() && heap_.front().key() < first;
    if (in_heap) first = heap_.front().key();
    if (!instant_.empty() && instant_.front().key() < first) {
      if (instant_.front().time > time) return false;
      event = instant_.pop();
      return true;
    }
    if (static_cast<std::int64_t>(first >> 64) > time) return false;
    if (in_heap) {
      event = heap_.front();
      // Whoever handles the event will most likely schedule another, which takes its place.
      hole_at_top_ = true;
      if (heap_.size() > arity) {
        for (std::size_t child = 1; child <= arity; ++child) look_ahead(heap_[child], Ahead::far);
        const Event& next = heap_[least_of(1)];
        look_ahead(next, Ahead::nearer);
        look_ahead(next, Ahead::near);
      }
      return true;
    }
    if (first == nothing) return false;
    Lane& lane = lanes_[place];
    event = lane.pop();
    begins_with(place, lane.empty() ? nothing : lane.front().key());
    constexpr std::size_t far = 6;  // a few events take about as long as the memory
    constexpr std::size_t nearer = 4;
    constexpr std::size_t near = 2;
    if (lane.size() > far) {
      look_ahead(lane.at(far), Ahead::far);
      look_ahead(lane.at(nearer), Ahead::nearer);
      look_ahead(lane.at(near), Ahead::near);
    }
    return true;
  }

  std::size_t size() const {
    std::size_t count = heap_.size() - (hole_at_top_ ? 1 : 0) + instant_.size();
    for (const Lane& lane : lanes_) count += lane.size();
    return count;
  }

  /// How many events have been taken out since the start.
  std::uint64_t taken() const { return scheduled_ - size(); }

  /// Memory beside the object itself.
  std::size_t bytes() const {
    std::size_t events = heap_.size() + instant_.size();
    for (const Lane& lane : lanes_) events += lane.size();
    return events * sizeof(Event) + lanes_.size() * sizeof(Lane) + firsts_.size() * sizeof(Event::Key) +
           winners_.size() * sizeof(std::uint32_t);
  }

private:
  static constexpr std::size_t arity = 4;
  static constexpr Event::Key nothing = ~Event::Key{0} >> 1;  ///< later than all

  Event next_event(std::int64_t time, EventType type, std::uint32_t subject, std::uint32_t generation) {
    return {time, (++scheduled_ << 8) | static_cast<std::uint64_t>(type), subject, generation};
  }

  /// The first event of the lane in that place is another now.
  void begins_with(std::size_t place, Event::Key key) {
    firsts_[place] = key;
    for (std::size_t match = (firsts_.size() + place) / 2; match > 0; match /= 2) {
      const std::uint32_t one = winners_[2 * match];
      const std::uint32_t other = winners_[2 * match + 1];
      winners_[match] = firsts_[other] < firsts_[one] ? other : one;
    }
  }

  [[gnu::noinline]] void make_lanes(std::uint32_t count) {
    const std::uint32_t places = std::bit_ceil(count);
    lanes_.resize(places);
    firsts_.resize(places, nothing);
    winners_.resize(2 * std::size_t{places});
    for (std::uint32_t place = 0; place < places; ++place) winners_[places + place] = place;
    for (std::uint32_t place = 0; place < places; ++place) begins_with(place, firsts_[place]);
  }

  void put(const Event& event) {
    if (hole_at_top_) {
      hole_at_top_ = false;
      sink(event);
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

  void close_hole() {
    hole_at_top_ = false;
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sink(last);
  }

  /// Of the heap's events in four places. Which one it is cannot be guessed: so there is nothing to guess for the
  /// processor either.
  std::size_t least_of(std::size_t first) const {
    const Event* const heap = heap_.data();
    const std::size_t one = first + (heap[first + 1] < heap[first] ? 1 : 0);
    const std::size_t other = first + 2 + (heap[first + 3] < heap[first + 2] ? 1 : 0);
    return heap[other] < heap[one] ? other : one;
  }

  /// Puts the event in the place of the first.
  void sink(const Event& event) {
    Event* const heap = heap_.data();
    const std::size_t size = heap_.size();
    const Event::Key key = event.key();
    std::size_t hole = 0;
    std::size_t first = 1;
    for (; first + arity <= size; first = hole * arity + 1) {
      const std::size_t least = least_of(first);
      if (key < heap[least].key()) {
        heap[hole] = event;
        return;
      }
      heap[hole] = heap[least];
      hole = least;
    }
    if (first < size) {  // the last, with fewer below it
      std::size_t least = first;
      for (std::size_t child = first + 1; child < size; ++child)
        if (heap[child] < heap[least]) least = child;
      if (!(key < heap[least].key())) {
        heap[hole] = heap[least];
        hole = least;
      }
    }
    heap[hole] = event;
  }

  std::vector<Event> heap_;
  bool hole_at_top_ = false;  ///< the first has been taken out
  Lane instant_;
  std::vector<Lane> lanes_ = std::vector<Lane>(1);  ///< as many as a power of two
  std::vector<Event::Key> firsts_ = {nothing};      ///< of the lanes
  std::vector<std::uint32_t> winners_ = {0, 0};     ///< of the tournament's matches, the last in [1]; then the lanes
  std::uint64_t scheduled_ = 0;
};

}  // namespace loadframe::engine
