#include "simulation/event_ladder.h"
#include "simulation/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace loadframe::engine {
namespace {

/// Pushes and pops so that about so many events stay, most of them near and some far, and keeps what was popped.
class Traffic {
public:
  Traffic(EventLadder& ladder, std::size_t pending) : ladder_(ladder) {
    while (ladder_.size() < pending) push();
  }

  void run(int events) {
    while (events-- > 0) {
      popped.push_back(ladder_.front());
      ladder_.pop();
      now_ = popped.back().time;
      push();
    }
  }

  std::vector<Event> popped;

private:
  void push() {
    const double mean = random_.uniform() < 0.1 ? 1e10 : random_.uniform() < 0.5 ? 1e7 : 1e3;
    const auto delay = static_cast<std::int64_t>(mean * random_.exponential());
    ladder_.push({now_ + delay, ++order_ << 8, static_cast<std::uint32_t>(order_), 0});
  }

  EventLadder& ladder_;
  RandomStream random_{1, 0, 0};
  std::int64_t now_ = 0;
  std::uint64_t order_ = 0;
};

std::vector<std::uint32_t> all_of(EventLadder ladder) {
  std::vector<std::uint32_t> subjects;
  for (; !ladder.empty(); ladder.pop()) subjects.push_back(ladder.front().subject);
  return subjects;
}

TEST(EventLadder, GivesTheLeastFirstWithFewEventsAndWithMany) {
  for (const std::size_t pending : {1u, 30u, 1'000u, 20'000u}) {
    EventLadder ladder;
    Traffic traffic(ladder, pending);
    traffic.run(50'000);
    EXPECT_TRUE(std::is_sorted(traffic.popped.begin(), traffic.popped.end())) << pending << " pending";
    EXPECT_EQ(ladder.size(), pending);
  }
}

TEST(EventLadder, GoesOnAlikeInACopyWhateverLiesWhere) {
  EventLadder ladder;
  Traffic traffic(ladder, 5'000);
  for (int i = 0; i < 20; ++i) {
    traffic.run(777);
    EventLadder copy = ladder;
    EXPECT_EQ(copy.size(), ladder.size());
    copy.push({traffic.popped.back().time + 1'000'000, ~std::uint64_t{0}, 0, 0});
    EventLadder pushed = ladder;
    pushed.push({traffic.popped.back().time + 1'000'000, ~std::uint64_t{0}, 0, 0});
    EXPECT_EQ(all_of(copy), all_of(pushed));
    EXPECT_EQ(all_of(ladder).size(), 5'000u);
  }
}

TEST(EventLadder, TakesWhatIsPushedIntoACopyInOrderToo) {
  for (std::int64_t gap = 1; gap <= 300; gap = 3 * gap / 2 + 1)
    for (std::uint64_t popped = 1; popped < 63; ++popped) {
      EventLadder ladder;
      std::uint64_t order = 0;
      const auto push = [&order](EventLadder& to, std::int64_t time) {
        ++order;
        to.push({time, order << 8, static_cast<std::uint32_t>(order), 0});
      };
      for (std::int64_t i = 0; i < 63; ++i) push(ladder, gap * i);
      for (std::uint64_t i = 0; i < popped; ++i) ladder.pop();
      push(ladder, 62 * gap + 1);
      EventLadder copy = ladder;
      push(copy, 62 * gap + 2);
      const std::vector<std::uint32_t> left = all_of(copy);
      EXPECT_TRUE(std::is_sorted(left.begin(), left.end())) << gap << " ns apart, " << popped << " popped";
    }
}

TEST(EventLadder, TakesEventsThatAllComeAtOneTimeInTheOrderOfTheirScheduling) {
  EventLadder ladder;
  for (std::uint64_t order = 1; order <= 1'000; ++order)
    ladder.push({500, order << 8, static_cast<std::uint32_t>(order), 0});
  std::vector<std::uint32_t> expected(1'000);
  for (std::uint32_t i = 0; i < 1'000; ++i) expected[i] = i + 1;
  EXPECT_EQ(all_of(ladder), expected);
}

TEST(EventLadder, BearsAnEventThatIsCenturiesAway) {
  EventLadder ladder;
  ladder.push({4'000'000'000'000'000'000, 1 << 8, 1, 0});
  for (std::uint32_t i = 2; i <= 500; ++i) ladder.push({1'000 * i, std::uint64_t{i} << 8, i, 0});
  const std::vector<std::uint32_t> order = all_of(ladder);
  ASSERT_EQ(order.size(), 500u);
  EXPECT_EQ(order.front(), 2u);
  EXPECT_EQ(order.back(), 1u);
}

TEST(EventLadder, GoesOnAfterOnlyAnEventNearTheEndOfTimeWasLeft) {
  EventLadder ladder;
  for (std::uint32_t i = 1; i <= 60; ++i) ladder.push({i, std::uint64_t{i} << 8, i, 0});
  ladder.push({8'500'000'000'000'000'000, 61 << 8, 61, 0});
  for (int i = 0; i < 60; ++i) ladder.pop();
  ladder.push({60'000, 62 << 8, 62, 0});
  ladder.push({70'000, 63 << 8, 63, 0});
  EXPECT_EQ(all_of(ladder), (std::vector<std::uint32_t>{62, 63, 61}));
}

}  // namespace
}  // namespace loadframe::engine
