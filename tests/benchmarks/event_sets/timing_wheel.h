#pragma once

#include "event_sets/d_ary_heap.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace loadframe::event_sets {

/// Buckets of equal width, in a circle, for the near future; a heap for what lies beyond; and a heap for the bucket at
/// hand. A bitmap finds the next bucket that is not empty. The width follows the traffic: every so often it is set so
/// that a bucket holds a few events.
class TimingWheel {
public:
  void push(const Event& event, std::int64_t /*now*/) {
    ++size_;
    place(event);
  }

  Event pop() {
    if (at_hand_.empty()) turn();
    --size_;
    if (++popped_ == check_every) adapt();
    return at_hand_.pop();
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

private:
  static constexpr std::int64_t buckets = 4096;
  static constexpr std::int64_t words = buckets / 64;
  static constexpr std::uint64_t check_every = 16 * buckets;
  static constexpr double wanted_in_bucket = 3;

  std::int64_t bucket_of(const Event& event) const { return event.time >> shift_; }

  void place(const Event& event) {
    const std::int64_t bucket = bucket_of(event);
    if (bucket <= current_) {
      at_hand_.push(event);
    } else if (bucket - current_ < buckets) {
      const auto slot = static_cast<std::size_t>(bucket & (buckets - 1));
      wheel_[slot].push_back(event);
      filled_[slot / 64] |= std::uint64_t{1} << (slot % 64);
      ++in_wheel_;
    } else {
      beyond_.push(event);
    }
  }

  /// Goes on to the next bucket in which something is. @pre size() > 0, nothing is at hand
  void turn() {
    if (in_wheel_ == 0) {
      current_ = bucket_of(beyond_.top());
    } else {
      const std::int64_t next = next_filled();
      current_ = beyond_.empty() ? next : std::min(next, bucket_of(beyond_.top()));
      const auto slot = static_cast<std::size_t>(current_ & (buckets - 1));
      if (current_ == next) {
        for (const Event& event : wheel_[slot]) at_hand_.push(event);
        in_wheel_ -= wheel_[slot].size();
        wheel_[slot].clear();
        filled_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
      }
    }
    // Events beyond that now lie within the circle stay in their heap, until their bucket is at hand.
    while (!beyond_.empty() && bucket_of(beyond_.top()) <= current_) at_hand_.push(beyond_.pop());
  }

  std::int64_t next_filled() const {
    const std::int64_t from = current_ + 1;
    const auto start = static_cast<std::size_t>(from & (buckets - 1));
    std::size_t word = start / 64;
    std::uint64_t bits = filled_[word] & (~std::uint64_t{0} << (start % 64));
    while (bits == 0) {
      word = (word + 1) % words;
      bits = filled_[word];
    }
    const std::size_t slot = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    return from + static_cast<std::int64_t>((slot - start) & (buckets - 1));
  }

  void adapt() {
    const std::int64_t now = at_hand_.top().time;
    const double gap = static_cast<double>(now - checked_at_) / static_cast<double>(popped_);
    popped_ = 0;
    checked_at_ = now;
    const auto width = static_cast<std::uint64_t>(std::max(1.0, wanted_in_bucket * gap));
    const int wanted = static_cast<int>(std::bit_width(width)) - 1;
    if (std::abs(wanted - shift_) < 2) return;
    std::vector<Event> all;
    for (auto& bucket : wheel_) {
      all.insert(all.end(), bucket.begin(), bucket.end());
      bucket.clear();
    }
    all.insert(all.end(), at_hand_.items().begin(), at_hand_.items().end());
    all.insert(all.end(), beyond_.items().begin(), beyond_.items().end());
    at_hand_.clear();
    beyond_.clear();
    std::fill(filled_.begin(), filled_.end(), 0);
    in_wheel_ = 0;
    shift_ = wanted;
    current_ = now >> shift_;
    for (const Event& event : all) place(event);
  }

  std::vector<std::vector<Event>> wheel_ = std::vector<std::vector<Event>>(buckets);
  std::vector<std::uint64_t> filled_ = std::vector<std::uint64_t>(words);
  DaryHeap<4> at_hand_;
  DaryHeap<4> beyond_;
  std::size_t size_ = 0;
  std::size_t in_wheel_ = 0;
  std::int64_t current_ = 0;  ///< number of the bucket at hand
  int shift_ = 16;            ///< a bucket is 2^shift ns wide
  std::uint64_t popped_ = 0;
  std::int64_t checked_at_ = 0;
};

}  // namespace loadframe::event_sets
