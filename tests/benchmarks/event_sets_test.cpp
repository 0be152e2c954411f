#include "event_sets/d_ary_heap.h"
#include "event_sets/engine_queue.h"
#include "event_sets/ladder_queue.h"
#include "event_sets/lanes.h"
#include "event_sets/timing_wheel.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace loadframe::event_sets {
namespace {

template <class Set>
class EventSet : public testing::Test {};

using Sets = testing::Types<EngineQueue, DaryHeap<2>, DaryHeap<4>, DaryHeap<8>, LanesAndHeap, TimingWheel, LadderQueue>;
TYPED_TEST_SUITE(EventSet, Sets);

/// Delays such as make trouble: none, few, constant ones, very different ones, now all alike and now not.
class Delays {
public:
  explicit Delays(std::uint64_t seed) : random_(seed) {}

  std::int64_t next() {
    if (random_() % 5'000 == 0) mood_ = random_() % 4;
    switch (mood_) {
      case 0:
        return static_cast<std::int64_t>(random_() % 4);
      case 1:
        return random_() % 2 ? 500'000 : 10'000'000'000;
      case 2:
        return static_cast<std::int64_t>(std::exponential_distribution<>(1e-7)(random_));
      default:
        return static_cast<std::int64_t>(random_() >> (20 + random_() % 40));
    }
  }

  /// Whether the set should rather grow or shrink at the moment.
  bool grows() { return random_() % 100 < (random_() % 20'000 < 10'000 ? 52u : 48u); }
  bool one_in(std::uint64_t number) { return random_() % number == 0; }

private:
  std::mt19937_64 random_;
  std::uint64_t mood_ = 0;
};

TYPED_TEST(EventSet, HandsOutByTimeAndThenInTheOrderOfScheduling) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Delays delays(seed);
    TypeParam set;
    std::set<Event> expected;
    std::int64_t now = 0;
    std::uint64_t order = 0;
    const auto push = [&] {
      const Event event{now + delays.next(), ++order, static_cast<std::uint32_t>(order), 7};
      set.push(event, now);
      expected.insert(event);
    };
    const auto pop = [&] {
      const Event least = *expected.begin();
      expected.erase(expected.begin());
      const Event event = set.pop();
      now = event.time;
      ASSERT_EQ(event.time, least.time);
      ASSERT_EQ(event.order, least.order);
      ASSERT_EQ(event.subject, least.subject);
    };
    for (int i = 0; i < 2'000; ++i) push();
    for (int i = 0; i < 40'000; ++i) {
      if (delays.one_in(10'000)) {
        while (!expected.empty()) ASSERT_NO_FATAL_FAILURE(pop());
      }
      if (delays.grows() || expected.empty()) {
        push();
      } else {
        ASSERT_NO_FATAL_FAILURE(pop());
      }
      ASSERT_EQ(set.size(), expected.size());
    }
    while (!expected.empty()) ASSERT_NO_FATAL_FAILURE(pop());
    EXPECT_TRUE(set.empty());
  }
}

}  // namespace
}  // namespace loadframe::event_sets
