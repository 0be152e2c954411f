#pragma once

#include "event_sets/event.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace loadframe::event_sets {

/// Sorts as late as it can: far events lie unsorted on top; when they come near they are thrown into the buckets of a
/// rung, full buckets into finer rungs, and only what comes next is sorted, at the bottom.
/// Source: Tang, Goh, Thng: Ladder queue: an O(1) priority queue structure for large-scale discrete event simulation,
/// ACM TOMACS 15(3), 2005.
class LadderQueue {
public:
  void push(const Event& event, std::int64_t /*now*/) {
    ++size_;
    if (event.time >= top_from_) {
      top_least_ = std::min(top_least_, event.time);
      top_most_ = std::max(top_most_, event.time);
      top_.push_back(event);
      return;
    }
    for (std::size_t i = 0; i < rungs_; ++i) {
      Rung& rung = ladder_[i];
      if (rung.next < rung.used && event.time >= rung.next_start()) {
        rung.put(event);
        return;
      }
    }
    if (bottom_.size() >= most_at_bottom && rungs_ < most_rungs && bottom_.front().time > bottom_.back().time) {
      spread_bottom();
      --size_;
      push(event, 0);
      return;
    }
    insert_at_bottom(event);
  }

  Event pop() {
    if (bottom_.empty()) fill_bottom();
    --size_;
    const Event event = bottom_.back();
    bottom_.pop_back();
    return event;
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

private:
  static constexpr std::size_t threshold = 50;  ///< of events in a bucket, beyond which it is spread on a finer rung
  static constexpr std::size_t most_at_bottom = 3 * threshold;
  static constexpr std::size_t most_rungs = 8;

  struct Rung {
    std::int64_t from = 0;
    std::int64_t width = 1;
    std::size_t next = 0;  ///< the first bucket that was not taken yet
    std::size_t count = 0;
    std::size_t used = 0;  ///< buckets
    std::vector<std::vector<Event>> buckets;

    void begin(std::int64_t start, std::int64_t wide, std::size_t number) {
      from = start;
      width = std::max<std::int64_t>(1, wide);
      next = 0;
      count = 0;
      used = number;
      if (buckets.size() < used) buckets.resize(used);
    }
    std::int64_t next_start() const { return from + width * static_cast<std::int64_t>(next); }
    void put(const Event& event) {
      const auto bucket = std::min(static_cast<std::size_t>((event.time - from) / width), used - 1);
      buckets[bucket].push_back(event);
      ++count;
    }
  };

  Rung& add_rung() {
    if (ladder_.size() == rungs_) ladder_.emplace_back();
    return ladder_[rungs_++];
  }

  void insert_at_bottom(const Event& event) {
    const auto later = [](const Event& a, const Event& b) { return b < a; };
    bottom_.insert(std::upper_bound(bottom_.begin(), bottom_.end(), event, later), event);
  }

  void sort_into_bottom(std::vector<Event>& events) {
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return b < a; });
    bottom_.swap(events);
    events.clear();
  }

  /// The bottom has grown long: it becomes the finest rung.
  void spread_bottom() {
    const std::int64_t from = bottom_.back().time;
    const std::int64_t last = bottom_.front().time;
    const std::int64_t until = rungs_ > 0 ? ladder_[rungs_ - 1].next_start() : top_from_;
    Rung& rung = add_rung();
    // Up to where the next coarser rung takes over, so that nothing falls in between.
    const std::int64_t width = std::max<std::int64_t>(1, (last - from) / static_cast<std::int64_t>(bottom_.size()));
    const std::int64_t number = std::clamp<std::int64_t>((until - from) / width + 1, 1, 4096);
    rung.begin(from, width, static_cast<std::size_t>(number));
    for (const Event& event : bottom_) rung.put(event);
    bottom_.clear();
  }

  void fill_bottom() {
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
      const std::int64_t start = rung.next_start();
      const std::int64_t width = rung.width;
      const bool is_last = rung.next + 1 == rung.used;
      ++rung.next;
      rung.count -= bucket.size();
      if (bucket.size() > threshold && width > 1 && rungs_ < most_rungs && !is_last) {
        std::vector<Event> events;
        events.swap(bucket);
        const auto number = static_cast<std::int64_t>(events.size());
        const std::int64_t finer = (width + number - 1) / number;
        Rung& added = add_rung();  // moves the rung above
        added.begin(start, finer, static_cast<std::size_t>((width + finer - 1) / finer));
        for (const Event& event : events) added.put(event);
        continue;
      }
      sort_into_bottom(bucket);
      return;
    }
  }

  /// What lies on top becomes the first rung.
  void begin_ladder() {
    const auto number = static_cast<std::int64_t>(top_.size());
    if (top_.size() <= threshold || top_least_ == top_most_) {
      top_from_ = top_most_ + 1;
      sort_into_bottom(top_);
    } else {
      Rung& rung = add_rung();
      const std::int64_t width = (top_most_ - top_least_ + number) / number;
      rung.begin(top_least_, width, static_cast<std::size_t>((top_most_ - top_least_) / width + 1));
      for (const Event& event : top_) rung.put(event);
      top_from_ = rung.from + rung.width * static_cast<std::int64_t>(rung.used);
      top_.clear();
    }
    top_least_ = std::numeric_limits<std::int64_t>::max();
    top_most_ = std::numeric_limits<std::int64_t>::min();
  }

  std::vector<Event> top_;
  std::int64_t top_from_ = std::numeric_limits<std::int64_t>::min();
  std::int64_t top_least_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t top_most_ = std::numeric_limits<std::int64_t>::min();
  std::vector<Rung> ladder_;
  std::size_t rungs_ = 0;
  std::vector<Event> bottom_;  ///< the least last
  std::size_t size_ = 0;
};

}  // namespace loadframe::event_sets
