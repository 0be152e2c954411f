#pragma once

#include "simulation/event_ladder.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

namespace loadframe::engine {

/// How far ahead an event is that will be handled soon. From one of these to the next, there is time to fetch something
/// from the memory.
enum class Ahead : std::uint8_t { farthest, far, near, next };

/// Where nobody wants to know.
inline constexpr auto no_look_ahead = [](const Event&, Ahead) {};

/// The pending events: a ladder, with two short cuts that most events take.
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
      events_[(first_ + size_++) & mask_].set(event);
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
    else if (lane == 0) ladder_.push(next_event(time, type, subject, generation));
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
    if (!ladder_.empty()) time = std::min(time, ladder_.front().time);
    for (const Lane& lane : lanes_)
      if (!lane.empty()) time = std::min(time, lane.front().time);
    return time;
  }

  /// Takes out the next event, if it comes by then. @return whether there was one
  /// @param look_ahead is called with some events that will come soon, and how far ahead they are
  template <class LookAhead>
  bool take_until(std::int64_t time, Event& event, LookAhead look_ahead) {
    const std::uint32_t place = winners_[1];
    Event::Key first = firsts_[place];
    const bool in_ladder = !ladder_.empty() && ladder_.front().key() < first;
    if (in_ladder) first = ladder_.front().key();
    if (!instant_.empty() && instant_.front().key() < first) {
      if (instant_.front().time > time) return false;
      event = instant_.pop();
      return true;
    }
    if (static_cast<std::int64_t>(first >> 64) > time) return false;
    constexpr bool looks_ahead = !std::is_same_v<LookAhead, std::remove_const_t<decltype(no_look_ahead)>>;
    if (in_ladder) {
      event = ladder_.front();
      const bool sorted_more = ladder_.pop();
      if (!looks_ahead) return true;
      if (sorted_more)
        for (std::size_t i = 0; i < ladder_.sorted(); ++i) look_ahead(ladder_.at(i), Ahead::farthest);
      if (ladder_.sorted() > 2) look_ahead(ladder_.at(2), Ahead::far);
      if (ladder_.sorted() > 1) look_ahead(ladder_.at(1), Ahead::near);
      if (!ladder_.empty()) look_ahead(ladder_.front(), Ahead::next);
      return true;
    }
    if (first == nothing) return false;
    Lane& lane = lanes_[place];
    event = lane.pop();
    begins_with(place, lane.empty() ? nothing : lane.front().key());
    if (looks_ahead && lane.size() > 3) {
      look_ahead(lane.at(3), Ahead::farthest);
      look_ahead(lane.at(2), Ahead::far);
      look_ahead(lane.at(1), Ahead::near);
      look_ahead(lane.front(), Ahead::next);
    }
    return true;
  }

  std::size_t size() const {
    std::size_t count = ladder_.size() + instant_.size();
    for (const Lane& lane : lanes_) count += lane.size();
    return count;
  }

  /// How many events have been taken out since the start.
  std::uint64_t taken() const { return scheduled_ - size(); }

  /// Memory beside the object itself.
  std::size_t bytes() const {
    std::size_t events = instant_.size();
    for (const Lane& lane : lanes_) events += lane.size();
    return ladder_.bytes() + events * sizeof(Event) + lanes_.size() * sizeof(Lane) +
           firsts_.size() * sizeof(Event::Key) + winners_.size() * sizeof(std::uint32_t);
  }

private:
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
      // Without a branch, as nobody can guess which comes first. The compiler would make one, did it know what this is.
      std::uint32_t all_bits_if_other = -static_cast<std::uint32_t>(firsts_[other] < firsts_[one]);
      asm("" : "+r"(all_bits_if_other));
      winners_[match] = one ^ ((one ^ other) & all_bits_if_other);
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

  EventLadder ladder_;
  Lane instant_;
  std::vector<Lane> lanes_ = std::vector<Lane>(1);  ///< as many as a power of two
  std::vector<Event::Key> firsts_ = {nothing};      ///< of the lanes
  std::vector<std::uint32_t> winners_ = {0, 0};     ///< of the tournament's matches, the last in [1]; then the lanes
  std::uint64_t scheduled_ = 0;
};

}  // namespace loadframe::engine
