#pragma once

#include "simulation/event.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace loadframe::engine {

/// Events with any times, the least first. Sorts as late as it can: far events lie unsorted on top; when they come near
/// they are thrown into the buckets of a rung, a full bucket into the buckets of a finer rung, and only what comes next
/// is sorted, at the bottom. However many there are, taking one costs the same.
/// Source: Tang, Goh, Thng: Ladder queue: an O(1) priority queue structure for large-scale discrete event simulation,
/// ACM TOMACS 15(3), 2005. Here widths are powers of two, and buckets hold several events.
class EventLadder {
public:
  EventLadder() = default;
  EventLadder(const EventLadder& other) { *this = other; }
  EventLadder(EventLadder&&) noexcept = default;
  /// A copy takes no more room than its events, which lie on top again but for those at the bottom.
  EventLadder& operator=(const EventLadder& other) {
    if (this == &other) return *this;
    *this = EventLadder{};
    size_ = other.size_;
    bottom_ = other.bottom_;
    top_from_ = other.bottom_until();
    top_.reserve(size_ - bottom_.size());
    for (std::size_t i = 0; i < other.rungs_; ++i)
      for (const std::vector<Event>& bucket : other.ladder_[i].buckets)
        for (const Event& event : bucket) put_on_top(event);
    for (const Event& event : other.top_) put_on_top(event);
    return *this;
  }
  EventLadder& operator=(EventLadder&&) noexcept = default;
  ~EventLadder() = default;

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  /// @pre !empty()
  const Event& front() const { return bottom_.back(); }

  /// How many of the next are sorted already: one at least, if there is any.
  std::size_t sorted() const { return bottom_.size(); }
  /// @param place 0: the front @pre place < sorted()
  const Event& at(std::size_t place) const { return bottom_[bottom_.size() - 1 - place]; }

  /// @param event scheduled after all that have been pushed
  void push(const Event& event) {
    if (size_++ == 0) {
      rungs_ = 0;
      top_from_ = event.time + 1;
      bottom_.push_back(event);
      return;
    }
    if (event.time >= top_from_) {
      if (size_ > few || rungs_ > 0 || !top_.empty()) {
        put_on_top(event);
      } else {
        bottom_.insert(bottom_.begin(), event);
        top_from_ = event.time + 1;
      }
      return;
    }
    for (std::size_t i = 0; i < rungs_; ++i)
      if (event.time >= ladder_[i].next_start) {
        ladder_[i].put(event);
        return;
      }
    // Many later ones at the bottom do no harm: only those that come first have to move.
    if (insert_at_bottom(event) > most_to_move && spread_bottom()) fill_bottom();
  }

  /// @return whether others have been sorted meanwhile @pre !empty()
  bool pop() {
    bottom_.pop_back();
    --size_;
    if (!bottom_.empty() || size_ == 0) return false;
    fill_bottom();
    return true;
  }

  /// Memory beside the object itself.
  std::size_t bytes() const { return size_ * sizeof(Event); }

private:
  static constexpr std::size_t few = 8;         ///< that need no ladder
  static constexpr std::size_t in_bucket = 8;   ///< on average, as is aimed at
  static constexpr std::size_t threshold = 48;  ///< of events in a bucket, beyond which it is spread on a finer rung
  static constexpr std::size_t most_to_move = 2 * threshold;
  static constexpr std::size_t most_rungs = 10;

  /// Holds events from its start until the coarser rung goes on, or until what lies on top.
  struct Rung {
    std::int64_t from = 0;
    std::int64_t until = 0;
    std::int64_t next_start = 0;  ///< of the first bucket that was not taken yet
    int shift = 0;                ///< a bucket is 2^shift ns wide
    std::size_t next = 0;         ///< the first bucket that was not taken yet
    std::size_t count = 0;        ///< events
    std::vector<std::vector<Event>> buckets;

    void put(const Event& event) {
      const auto bucket = static_cast<std::size_t>((event.time - from) >> shift);
      if (bucket >= buckets.size()) buckets.resize(bucket + 1);
      buckets[bucket].push_back(event);
      ++count;
    }
  };

  /// All that come before this are at the bottom.
  std::int64_t bottom_until() const { return rungs_ > 0 ? ladder_[rungs_ - 1].next_start : top_from_; }

  void put_on_top(const Event& event) {
    top_least_ = std::min(top_least_, event.time);
    top_most_ = std::max(top_most_, event.time);
    top_.push_back(event);
  }

  /// @return how many come first
  std::size_t insert_at_bottom(const Event& event) {
    // Scheduled last, it is the last of its time, so that times alone tell its place. Halved without a branch: where it
    // belongs nobody can guess.
    std::size_t later = 0;  // so many at least come after it
    for (std::size_t left = bottom_.size(); left > 0;) {
      const std::size_t half = (left + 1) / 2;
      later += half & -static_cast<std::size_t>(bottom_[later + half - 1].time > event.time);
      left -= half;
    }
    bottom_.emplace_back();
    Event* const place = bottom_.data() + later;
    std::copy_backward(place, &bottom_.back(), &bottom_.back() + 1);
    place->set(event);
    assert(later == 0 || event < place[-1]);
    assert(place == &bottom_.back() || place[1] < event);
    return bottom_.size() - 1 - later;
  }

  /// @param events that are spread over that time, about
  Rung& add_rung(std::int64_t from, std::int64_t until, std::size_t events) {
    if (ladder_.size() == rungs_) ladder_.emplace_back();
    Rung& rung = ladder_[rungs_++];
    const auto bucket_width = static_cast<std::uint64_t>(until - from) / (events / in_bucket + 1);
    rung.shift = std::max(0, static_cast<int>(std::bit_width(bucket_width)) - 1);
    rung.from = rung.next_start = from;
    rung.until = until;
    rung.next = 0;
    rung.count = 0;
    return rung;
  }

  /// The bottom has grown long: it becomes the finest rung. @return false if it cannot
  bool spread_bottom() {
    const std::int64_t from = bottom_.back().time;
    const std::int64_t until = bottom_until();
    if (rungs_ == most_rungs || until - from < static_cast<std::int64_t>(in_bucket)) return false;
    Rung& rung = add_rung(from, until, bottom_.size());
    for (const Event& event : bottom_) rung.put(event);
    bottom_.clear();
    return true;
  }

  /// Sorts what comes next. @pre the bottom is empty, but not all is
  [[gnu::noinline]] void fill_bottom() {
    while (true) {
      while (rungs_ > 0 && ladder_[rungs_ - 1].count == 0) --rungs_;
      if (rungs_ == 0) {
        begin_ladder();
        if (!bottom_.empty()) return;
        continue;
      }
      Rung& rung = ladder_[rungs_ - 1];
      while (rung.buckets[rung.next].empty()) ++rung.next;
      std::vector<Event>& bucket = rung.buckets[rung.next];
      const std::int64_t start = rung.from + (static_cast<std::int64_t>(rung.next) << rung.shift);
      const std::int64_t width = std::min(std::int64_t{1} << rung.shift, rung.until - start);
      ++rung.next;
      rung.next_start = start + width;
      rung.count -= bucket.size();
      if (bucket.size() <= threshold || width < static_cast<std::int64_t>(in_bucket) || rungs_ == most_rungs) {
        sort_into_bottom(bucket);
        return;
      }
      std::vector<Event> events;
      events.swap(bucket);
      Rung& finer = add_rung(start, start + width, events.size());  // may move the rung above
      for (const Event& event : events) finer.put(event);
    }
  }

  void sort_into_bottom(std::vector<Event>& events) {
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return b < a; });
    bottom_.swap(events);
    events.clear();
  }

  /// What lies on top becomes the first rung, or the bottom.
  void begin_ladder() {
    const std::int64_t from = top_least_;
    top_from_ = top_most_ + 1;
    top_least_ = std::numeric_limits<std::int64_t>::max();
    top_most_ = std::numeric_limits<std::int64_t>::min();
    if (top_.size() <= threshold) {
      sort_into_bottom(top_);
      return;
    }
    Rung& rung = add_rung(from, top_from_, top_.size());
    for (const Event& event : top_) rung.put(event);
    top_.clear();
  }

  std::vector<Event> bottom_;  ///< sorted, the least last; not empty unless all is
  std::vector<Rung> ladder_;   ///< the coarsest first
  std::size_t rungs_ = 0;      ///< in use
  std::vector<Event> top_;     ///< unsorted
  std::int64_t top_from_ = std::numeric_limits<std::int64_t>::min();
  std::int64_t top_least_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t top_most_ = std::numeric_limits<std::int64_t>::min();
  std::size_t size_ = 0;
};

}  // namespace loadframe::engine
