#include "analysis/batch_means.h"

#include "architecture/drawing.h"
#include "simulation/random.h"
#include "simulation/simulation.h"

#include <gtest/gtest.h>

#include <vector>

namespace loadframe {
namespace {

using namespace literals;

/// Milestones a second apart, between which so many requests ended, each with that latency.
std::vector<Milestone> milestones(std::size_t steps, double ok, double latency) {
  std::vector<Milestone> result{{}};
  for (std::size_t i = 1; i <= steps; ++i) {
    const auto so_far = static_cast<double>(i) * ok;
    result.push_back({seconds(static_cast<std::int64_t>(i)), so_far, so_far * latency});
  }
  return result;
}

TEST(BatchMeans, AreThirtyToFiftyNine) {
  EXPECT_EQ(batch_means(milestones(30, 5, 1))->batches, 30u);
  EXPECT_EQ(batch_means(milestones(59, 5, 1))->batches, 59u);
  EXPECT_EQ(batch_means(milestones(60, 5, 1))->batches, 30u);
  EXPECT_EQ(batch_means(milestones(1000, 5, 1))->batches, 30u);
}

TEST(BatchMeans, OfAnEvenRunAreExact) {
  const auto means = batch_means(milestones(45, 5, 0.25));
  EXPECT_NEAR(means->latency_s.mean, 0.25, 1e-12);
  EXPECT_NEAR(means->throughput_per_s.mean, 5, 1e-12);
  EXPECT_TRUE(means->within(0.0001));
}

TEST(BatchMeans, SayNothingWhereNoRequestEnded) {
  auto marks = milestones(30, 5, 1);
  marks[7].ok = marks[6].ok;
  EXPECT_FALSE(batch_means(marks).has_value());
}

TEST(BatchMeans, SeeThatBatchesAreTooShortToBeIndependent) {
  RandomStream random(1, 0, 0);
  std::vector<Milestone> marks{{}};
  double latency = 1;
  for (int i = 1; i <= 30; ++i) {
    latency = 1 + 0.95 * (latency - 1) + 0.1 * random.normal();
    marks.push_back({seconds(i), i * 10.0, marks.back().latency_s + 10 * latency});
  }
  EXPECT_FALSE(batch_means(marks)->independent);
}

TEST(BatchMeans, IntervalsOfAnMM1QueueHoldTheTrueMeanAsOftenAsTheySay) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(50));
  drawing.wire(users, drawing.add("server", first_come_first_served(exponential(10_ms))));
  int latency_held = 0;
  int throughput_held = 0;
  constexpr int runs = 300;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    Simulation simulation(drawing.architecture, {seed}, {.sampling_interval = 100_s, .warm_up = 10_s});
    std::vector<Milestone> marks{{10_s, 0, 0}};
    for (int i = 1; i <= 30; ++i) {
      simulation.run_until(10_s + seconds(5 * i));
      marks.push_back(milestone_of(simulation.statistics()));
    }
    const auto means = batch_means(marks);
    latency_held += std::abs(means->latency_s.mean - 0.020) <= means->latency_s.half_width;
    throughput_held += std::abs(means->throughput_per_s.mean - 50) <= means->throughput_per_s.half_width;
  }
  // 95 % of 300 is 285, with a standard deviation of 3.8; three of them, and one per cent for skewed batches.
  EXPECT_GE(latency_held, 270);
  EXPECT_GE(throughput_held, 273);
  EXPECT_LE(throughput_held, 297);
}

}  // namespace
}  // namespace loadframe
