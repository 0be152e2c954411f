#include "simulation/processor.h"

#include "simulation/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

namespace loadframe::engine {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// Plans completions as the engine does, and takes them at their times.
class Machine {
public:
  Machine(double cores, double speed, bool fifo) { processor_.configure(cores, speed, fifo, 0), arm(); }

  void add(std::int64_t now, std::uint32_t call, double work) {
    run_until(now);
    now_ = now;
    const std::uint32_t place = processor_.add(now, call, 0, 0, work);
    if (place != Processor::no_place) plan(place);
    else arm();
  }

  void change_speed_of_all(std::int64_t now, double factor) {
    run_until(now);
    now_ = now;
    processor_.scale_node(now, 0, factor);
    arm();
  }

  void remove(std::int64_t now, std::uint32_t call) {
    run_until(now);
    now_ = now;
    processor_.remove(now, call);
    arm();
  }

  void run_until(std::int64_t time) {
    while (true) {
      auto next = std::min_element(planned_.begin(), planned_.end(),
                                   [](const auto& a, const auto& b) { return a.second.due < b.second.due; });
      const std::int64_t alone = next == planned_.end() ? never : next->second.due;
      if (std::min(alone, armed_for_) > time) return;
      if (alone <= armed_for_) {
        const std::uint32_t place = next->first;
        const std::uint32_t call = next->second.call;
        planned_.erase(next);
        if (!processor_.is_due(place, call, alone)) continue;
        done_[processor_.complete_alone(place, alone).call] = alone;
        now_ = alone;
        arm();
      } else {
        now_ = armed_for_;
        done_[processor_.complete(now_).call] = now_;
        arm();
      }
    }
  }

  const std::map<std::uint32_t, std::int64_t>& done() const { return done_; }
  double used(std::int64_t now) const { return processor_.used(now); }
  bool shares() const { return processor_.shares(); }

private:
  struct Plan {
    std::int64_t due = 0;
    std::uint32_t call = 0;
  };

  void plan(std::uint32_t place) { planned_[place] = {processor_.due(place), processor_.call(place)}; }

  void arm() {
    const std::uint32_t places = processor_.stop_sharing(now_);
    for (std::uint32_t place = 0; place < places; ++place) plan(place);
    for (std::uint32_t place; (place = processor_.start_waiting(now_)) != Processor::no_place;) plan(place);
    armed_for_ = processor_.shares() && processor_.busy() ? processor_.next_completion(now_) : never;
  }

  Processor processor_;
  std::int64_t now_ = 0;
  std::map<std::uint32_t, Plan> planned_;  ///< by place
  std::int64_t armed_for_ = never;
  std::map<std::uint32_t, std::int64_t> done_;
};

TEST(Processor, FinishesAJobWithACoreOfItsOwnAfterItsWork) {
  Machine machine(2, 1, false);
  machine.add(10, 1, 100);
  machine.add(20, 2, 50);
  machine.run_until(1000);
  EXPECT_EQ(machine.done().at(1), 110);
  EXPECT_EQ(machine.done().at(2), 70);
  EXPECT_DOUBLE_EQ(machine.used(1000), 150);
}

TEST(Processor, SlowsAllDownWhereMoreJobsThanCoresShareThem) {
  Machine machine(2, 1, false);
  for (std::uint32_t call = 1; call <= 3; ++call) machine.add(0, call, 60);
  machine.run_until(1000);
  for (const auto& [call, time] : machine.done()) EXPECT_EQ(time, 90) << call;
  EXPECT_DOUBLE_EQ(machine.used(1000), 180);
}

TEST(Processor, LetsJobsWaitThatComeLaterWhereTheFirstIsServedFirst) {
  Machine machine(1, 2, true);
  machine.add(0, 1, 100);
  machine.add(10, 2, 40);
  machine.add(20, 3, 10);
  machine.run_until(1000);
  EXPECT_EQ(machine.done().at(1), 50);
  EXPECT_EQ(machine.done().at(2), 70);
  EXPECT_EQ(machine.done().at(3), 75);
}

TEST(Processor, KeepsWhatWasDoneWhenAJobIsGivenUpOrItsSpeedChanges) {
  Machine machine(4, 1, false);
  machine.add(0, 1, 100);
  machine.add(0, 2, 100);
  machine.remove(50, 2);
  machine.change_speed_of_all(60, 2);  // 40 left become 80
  machine.run_until(1000);
  EXPECT_EQ(machine.done().at(1), 140);
  EXPECT_FALSE(machine.done().contains(2));
}

TEST(Processor, GivesTheCoreOfAJobThatIsGivenUpToTheNextThatWaits) {
  Machine machine(2, 1, true);
  for (std::uint32_t call = 1; call <= 4; ++call) machine.add(0, call, 100);
  machine.remove(30, 1);
  machine.remove(40, 4);
  machine.run_until(1000);
  EXPECT_EQ(machine.done(), (std::map<std::uint32_t, std::int64_t>{{2, 100}, {3, 130}}));
  EXPECT_DOUBLE_EQ(machine.used(1000), 230);
}

TEST(Processor, TellsTheJobsOfOneMomentApart) {
  Processor processor;
  processor.configure(2, 1, true, 0);
  processor.stop_sharing(0);
  const std::uint32_t first = processor.add(0, 7, 0, 0, 100);
  const std::uint32_t second = processor.add(0, 8, 0, 0, 100);
  EXPECT_TRUE(processor.is_due(first, 7, 100));
  EXPECT_FALSE(processor.is_due(first, 8, 100)) << "another call's";
  EXPECT_TRUE(processor.is_due(second, 8, 100));
  EXPECT_FALSE(processor.is_due(second, 8, 99)) << "too early";
}

TEST(Processor, LeavesTheOthersAloneWhenAJobWithACoreOfItsOwnIsGivenUp) {
  Machine machine(8, 1, false);
  for (std::uint32_t call = 1; call <= 8; ++call) machine.add(0, call, 100);
  machine.remove(10, 3);
  EXPECT_FALSE(machine.shares());
  machine.run_until(1000);
  EXPECT_EQ(machine.done().size(), 7u);
  for (const auto& [call, time] : machine.done()) EXPECT_EQ(time, 100) << call;
}

TEST(Processor, GivesEachACoreAgainWhenFewAreLeft) {
  Machine machine(2, 1, false);
  for (std::uint32_t call = 1; call <= 3; ++call) machine.add(0, call, 60.0 * call);
  EXPECT_TRUE(machine.shares());
  machine.run_until(1000);
  machine.add(1000, 4, 10);
  EXPECT_FALSE(machine.shares());
}

/// When jobs are done that share cores evenly, a core each at most, worked out event by event.
std::map<std::uint32_t, double> shared_evenly(const std::vector<std::pair<std::int64_t, double>>& jobs, double cores,
                                              double speed) {
  std::map<std::uint32_t, double> left;
  std::map<std::uint32_t, double> done;
  double now = 0;
  std::size_t next = 0;
  while (next < jobs.size() || !left.empty()) {
    const double running = static_cast<double>(left.size());
    const double rate = left.empty() ? 0 : speed * std::min(1.0, cores / running);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [call, work] : left) least = std::min(least, work);
    const double finish = left.empty() ? std::numeric_limits<double>::infinity() : now + least / rate;
    const double arrival =
        next < jobs.size() ? static_cast<double>(jobs[next].first) : std::numeric_limits<double>::infinity();
    const double then = std::min(finish, arrival);
    for (auto& [call, work] : left) work -= rate * (then - now);
    now = then;
    if (finish <= arrival) {
      const auto first =
          std::min_element(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      done[first->first] = now;
      left.erase(first);
    } else {
      left[static_cast<std::uint32_t>(next)] = jobs[next].second;
      ++next;
    }
  }
  return done;
}

TEST(Processor, SharesCoresEvenlyHoweverOftenTheyAreTooFew) {
  for (const double cores : {0.5, 1.0, 2.0, 3.5, 8.0}) {
    for (const double speed : {1.0, 1.7}) {
      RandomStream random(static_cast<std::uint64_t>(cores * 10), static_cast<std::uint64_t>(speed * 10), 0);
      std::vector<std::pair<std::int64_t, double>> jobs;
      Machine machine(cores, speed, false);
      double time = 0;
      for (std::uint32_t call = 0; call < 500; ++call) {
        time += 1e6 / (0.8 * cores * speed) * random.exponential();
        jobs.emplace_back(static_cast<std::int64_t>(time), 1e6 * random.exponential());
        machine.add(jobs.back().first, call, jobs.back().second);
      }
      machine.run_until(static_cast<std::int64_t>(1e12));
      const std::map<std::uint32_t, double> expected = shared_evenly(jobs, cores, speed);
      ASSERT_EQ(machine.done().size(), jobs.size());
      // Completions are rounded up to whole nanoseconds: within one busy time, each may delay the next by one.
      const auto most_delay = static_cast<double>(jobs.size());
      for (const auto& [call, done] : machine.done())
        EXPECT_NEAR(static_cast<double>(done), expected.at(call), most_delay) << cores << " cores, call " << call;
    }
  }
}

}  // namespace
}  // namespace loadframe::engine
