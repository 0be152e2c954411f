#include "simulation/event_queue.h"
#include "simulation/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace loadframe::engine {
namespace {

constexpr auto looking_at_nothing = [](const Event&, Ahead) {};

/// Pushes and takes at random, with few different times so that many are equal, in lanes of constant delay and without.
class Traffic {
public:
  explicit Traffic(std::uint64_t seed) : random_(seed, 0, 0) {}

  /// @return the subjects in the order in which they came
  std::vector<std::uint32_t> run(EventQueue& queue, int events) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < 50; ++i) push(queue);
    Event event;
    while (events-- > 0 && queue.take_until(std::int64_t{1} << 60, event, looking_at_nothing)) {
      EXPECT_GE(event.time, now_);
      now_ = event.time;
      order.push_back(event.subject);
      if (queue.size() < 20 || random_.uniform() < 0.5) push(queue);
      if (random_.uniform() < 0.5) push(queue);
    }
    return order;
  }

  /// What was pushed, in the order in which it must come.
  std::vector<std::uint32_t> expected() {
    std::stable_sort(pushed_.begin(), pushed_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::uint32_t> subjects;
    for (const auto& [time, subject] : pushed_) subjects.push_back(subject);
    return subjects;
  }

private:
  void push(EventQueue& queue) {
    constexpr std::int64_t delays[]{0, 3, 7, 40, 5, 5, 11, 60, 1};
    constexpr std::uint32_t lanes[]{0, 1, 2, 3, 4, 5, 6, 12, EventQueue::most_lanes};
    const std::uint32_t which = random_.below(10);
    const std::int64_t delay = which < 9 ? delays[which] : random_.below(60);
    const auto subject = static_cast<std::uint32_t>(pushed_.size());
    queue.push(now_, now_ + delay, EventType::arrive, subject, 0, which < 9 ? lanes[which] : 0);
    pushed_.push_back({now_ + delay, subject});
  }

  RandomStream random_;
  std::int64_t now_ = 0;
  std::vector<std::pair<std::int64_t, std::uint32_t>> pushed_;
};

TEST(EventQueue, GivesEventsByTimeAndThenInTheOrderOfTheirScheduling) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EventQueue queue;
    Traffic traffic(seed);
    std::vector<std::uint32_t> order = traffic.run(queue, 5000);
    std::vector<std::uint32_t> expected = traffic.expected();
    ASSERT_EQ(order.size(), 5000u);
    expected.resize(order.size());
    EXPECT_EQ(order, expected) << "seed " << seed;
  }
}

TEST(EventQueue, GoesOnAlikeInACopy) {
  EventQueue queue;
  Traffic traffic(1);
  traffic.run(queue, 1000);
  EventQueue copy = queue;
  EXPECT_EQ(copy.size(), queue.size());
  EXPECT_EQ(copy.next_time(), queue.next_time());
  Event one;
  Event other;
  while (queue.take_until(std::int64_t{1} << 60, one, looking_at_nothing)) {
    ASSERT_TRUE(copy.take_until(std::int64_t{1} << 60, other, looking_at_nothing));
    EXPECT_EQ(one.subject, other.subject);
    EXPECT_EQ(one.time, other.time);
  }
  EXPECT_TRUE(copy.empty());
}

TEST(EventQueue, GivesNothingThatComesLaterThanAsked) {
  EventQueue queue;
  Event none;
  EXPECT_FALSE(queue.take_until(std::numeric_limits<std::int64_t>::max(), none, looking_at_nothing));
  queue.push(0, 10, EventType::arrive, 1, 0, 1);
  queue.push(0, 20, EventType::arrive, 2);
  Event event;
  EXPECT_FALSE(queue.take_until(9, event, looking_at_nothing));
  EXPECT_TRUE(queue.take_until(10, event, looking_at_nothing));
  EXPECT_FALSE(queue.take_until(19, event, looking_at_nothing));
  EXPECT_EQ(queue.next_time(), 20);
  EXPECT_EQ(queue.size(), 1u);
}

TEST(EventQueue, TellsAheadWhichEventComesNextWithoutALane) {
  EventQueue queue;
  RandomStream random(1, 0, 0);
  for (std::uint32_t i = 0; i < 500; ++i) queue.push(0, 1 + random.below(1'000'000), EventType::cpu_done, i);
  std::vector<std::uint32_t> next;
  std::vector<std::uint32_t> come;
  const auto note = [&](const Event& soon, Ahead ahead) {
    if (ahead == Ahead::next) next.push_back(soon.subject);
  };
  Event event;
  while (queue.take_until(2'000'000, event, note)) come.push_back(event.subject);
  EXPECT_EQ(next, std::vector<std::uint32_t>(come.begin() + 1, come.end()));
}

TEST(EventQueue, TellsAheadWhatALaneHasInStore) {
  EventQueue queue;
  for (std::uint32_t i = 0; i < 20; ++i) queue.push(i, 100 + i, EventType::arrive, i, 0, 1);
  std::vector<std::uint32_t> told;
  Event event;
  ASSERT_TRUE(queue.take_until(200, event, [&](const Event& soon, Ahead) { told.push_back(soon.subject); }));
  EXPECT_EQ(event.subject, 0U);
  EXPECT_EQ(told, (std::vector<std::uint32_t>{4, 3, 2, 1})) << "the farthest first";
}

}  // namespace
}  // namespace loadframe::engine
