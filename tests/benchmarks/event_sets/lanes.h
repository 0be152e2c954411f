#pragma once

#include "event_sets/d_ary_heap.h"

#include <array>
#include <cstddef>
#include <vector>

namespace loadframe::event_sets {

/// A heap, and a lane for each of the commonest delays. What is always scheduled the same time ahead (a hop of 0.5 ms,
/// a timeout of 10 s) comes due in the order of scheduling: such events queue in a ring, and only the first of each
/// ring stands in the heap. A delay takes a lane when it comes twice in a row at its place of a small table, so that
/// random delays do not take them all; a lane that is empty may be taken over.
class LanesAndHeap {
public:
  void push(const Event& event, std::int64_t now) {
    const std::int64_t delay = event.time - now;
    Place& place = places_[hash(delay)];
    if (place.delay == delay) {
      Lane& lane = lanes_[place.lane];
      if (lane.delay == delay) {
        lane.push(event, *this, place.lane);
        ++size_;
        return;
      }
    }
    push_elsewhere(event, delay, place);
    ++size_;
  }

  Event pop() {
    --size_;
    const Tagged top = heap_.top();
    if (top.lane() == no_lane) {
      heap_.pop();
      return top.event();
    }
    Lane& lane = lanes_[top.lane()];
    lane.pop();
    if (lane.empty()) heap_.pop();
    else heap_.replace_top(Tagged(lane.front(), top.lane()));
    return top.event();
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

private:
  static constexpr std::size_t lanes = 16;
  static constexpr std::size_t places = 64;
  static constexpr std::uint32_t no_lane = lanes;

  /// An event in the heap, and the lane whose first it is: in the low bits of the order, so that it costs no room.
  struct Tagged {
    Tagged(const Event& event, std::uint32_t from)
        : time(event.time),
          order_and_lane((event.order << 8) | from),
          subject(event.subject),
          generation(event.generation) {}
    Event event() const { return {time, order_and_lane >> 8, subject, generation}; }
    std::uint32_t lane() const { return static_cast<std::uint32_t>(order_and_lane & 0xFF); }
    friend bool operator<(const Tagged& a, const Tagged& b) {
      return (a.time < b.time) | ((a.time == b.time) & (a.order_and_lane < b.order_and_lane));
    }
    std::int64_t time;
    std::uint64_t order_and_lane;
    std::uint32_t subject;
    std::uint32_t generation;
  };

  struct Lane {
    std::int64_t delay = -1;
    std::vector<Event> ring = std::vector<Event>(16);
    std::size_t first = 0;
    std::size_t count = 0;

    bool empty() const { return count == 0; }
    const Event& front() const { return ring[first]; }
    void pop() {
      first = (first + 1) & (ring.size() - 1);
      --count;
    }
    void push(const Event& event, LanesAndHeap& set, std::uint32_t number) {
      if (count == 0) set.heap_.push(Tagged(event, number));
      if (count == ring.size()) {
        std::vector<Event> larger(2 * ring.size());
        for (std::size_t i = 0; i < count; ++i) larger[i] = ring[(first + i) & (ring.size() - 1)];
        ring.swap(larger);
        first = 0;
      }
      ring[(first + count) & (ring.size() - 1)] = event;
      ++count;
    }
  };

  struct Place {
    std::int64_t delay = -1;
    std::uint32_t lane = 0;
  };

  static std::size_t hash(std::int64_t delay) {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(delay) * 0x9E3779B97F4A7C15u) >> 58);
  }

  void push_elsewhere(const Event& event, std::int64_t delay, Place& place) {
    // Seen here just before: worth a lane, if one is free.
    if (place.delay == delay) {
      for (std::uint32_t number = 0; number < lanes; ++number) {
        Lane& lane = lanes_[number];
        if (lane.empty()) {
          lane.delay = delay;
          place.lane = number;
          lane.push(event, *this, number);
          return;
        }
      }
    }
    // A delay keeps its place while its lane is in use.
    const Lane& kept = lanes_[place.lane];
    if (kept.delay != place.delay || kept.empty()) place.delay = delay;
    heap_.push(Tagged(event, no_lane));
  }

  DaryHeap<4, Tagged> heap_;
  std::array<Lane, lanes> lanes_;
  std::array<Place, places> places_;
  std::size_t size_ = 0;
};

}  // namespace loadframe::event_sets
