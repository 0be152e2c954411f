#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

FunctionSettings quick() {
  FunctionSettings settings;
  settings.cold_start = constant(400_ms);
  settings.cpu_time = constant(10_ms);
  return settings;
}

/// Users who ask at once and then every 100 ms (closed loop, one user), and a function.
struct OneCaller : Drawing {
  ComponentId users;
  ComponentId function;

  explicit OneCaller(const FunctionSettings& settings, std::int64_t population = 1, Duration think_time = 100_ms) {
    UsersSettings closed;
    closed.arrivals = Arrivals::closed;
    closed.population = population;
    closed.think_time = constant(think_time);
    closed.timeout = {};
    users = add("users", closed);
    function = add("function", settings);
    wire(users, function);
  }
};

TEST(Function, StartsColdOnceAndIsWarmAfterwards) {
  OneCaller drawing(quick());
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  const ComponentStatistics statistics = of(run.statistics(), drawing.function);
  EXPECT_EQ(statistics.cold_starts, 1u);
  EXPECT_NEAR(statistics.calls.latency.max().milliseconds(), 410, 5);
  EXPECT_NEAR(statistics.calls.latency.quantile(0.5).milliseconds(), 10, 0.2);
  EXPECT_NEAR(statistics.waiting_mean.milliseconds(), 0, 1e-9);  // a cold start is service
}

TEST(Function, IsColdAgainWhenItWasIdleForTooLong) {
  FunctionSettings settings = quick();
  settings.keep_warm = 2_s;
  for (const auto& [pause, cold] : {std::pair{1900_ms, false}, std::pair{2100_ms, true}}) {
    OneCaller drawing(settings, 1, pause);
    Simulation run(drawing.architecture);
    run.run_until(30_s);
    const ComponentStatistics statistics = of(run.statistics(), drawing.function);
    EXPECT_EQ(statistics.cold_starts, cold ? statistics.arrivals : 1u);
  }
}

TEST(Function, ProvisionedIsNeverCold) {
  FunctionSettings settings = quick();
  settings.keep_warm = {};
  settings.provisioned = 3;
  settings.cpu_time = constant(1_s);
  OneCaller enough(settings, 3);
  Simulation warm(enough.architecture);
  warm.run_until(20_s);
  EXPECT_EQ(of(warm.statistics(), enough.function).cold_starts, 0u);
  OneCaller too_many(settings, 4);
  Simulation cold(too_many.architecture);
  cold.run_until(20_s);
  EXPECT_GT(of(cold.statistics(), too_many.function).cold_starts, 10u);
}

TEST(Function, RejectsWhatExceedsItsConcurrency) {
  Drawing drawing;
  FunctionSettings settings;
  settings.cold_start = constant({});
  settings.cpu_time = exponential(100_ms);
  settings.timeout = {};
  settings.max_concurrency = 4;
  drawing.wire(drawing.add("users", arrivals(40)), drawing.add("function", settings));
  Simulation run(drawing.architecture);
  run.run_until(2000_s);
  const OutcomeCounts outcomes = run.statistics().requests.outcomes;
  // Erlang's loss formula: four erlang offered to four places. Some 80,000 requests: standard error below 0.003.
  EXPECT_NEAR(static_cast<double>(outcomes[Outcome::rejected]) / static_cast<double>(outcomes.all()), 0.3107, 0.01);
  EXPECT_TRUE(first(run, EventKind::limited));
  EXPECT_TRUE(first(run, EventKind::unlimited));
}

TEST(Function, GivesEachRequestACpuOfItsOwn) {
  Drawing drawing;
  FunctionSettings settings = quick();
  settings.cold_start = constant({});
  const ComponentId function = drawing.add("function", settings);
  drawing.wire(drawing.add("users", arrivals(5000)), function);
  HostSettings small;
  small.cores = 1;
  drawing.area("host", small, {function});
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_NEAR(of(run.statistics(), function).calls.latency.max().milliseconds(), 10, 0.2);
}

TEST(Function, StopsARequestThatRunsTooLong) {
  FunctionSettings settings = quick();
  settings.cpu_time = constant(5_s);
  settings.timeout = 3_s;
  OneCaller drawing(settings);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  const ComponentStatistics statistics = of(run.statistics(), drawing.function);
  EXPECT_EQ(statistics.calls.outcomes.ok(), 0u);
  EXPECT_EQ(statistics.calls.outcomes[Outcome::error], 6u);  // one each 3.1 s
  EXPECT_EQ(statistics.cold_starts, statistics.arrivals);    // its instance went with it
}

TEST(Function, TimesOutWhileItWaitsForOthers) {
  FunctionSettings settings = quick();
  settings.timeout = 1_s;
  OneCaller drawing(settings);
  const ComponentId server = drawing.add("server", first_come_first_served(constant(2_s)));
  drawing.wire(drawing.function, server);
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  EXPECT_EQ(of(run.statistics(), drawing.function).calls.outcomes.ok(), 0u);
  EXPECT_GE(of(run.statistics(), drawing.function).calls.outcomes[Outcome::error], 8u);
  EXPECT_GE(of(run.statistics(), server).wasted + of(run.statistics(), server).calls.outcomes.ok(), 4u);
}

TEST(Function, IsColdAfterARestart) {
  FunctionSettings settings = quick();
  OneCaller drawing(settings);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::restart, drawing.function));
  run.run_until(20_s);
  EXPECT_EQ(of(run.statistics(), drawing.function).cold_starts, 2u);
}

TEST(Function, CostsMemoryTimesTime) {
  FunctionSettings settings = quick();
  settings.cold_start = constant({});
  settings.cpu_time = constant(100_ms);
  settings.memory = gibibytes(2);
  settings.price_per_million = 0;
  settings.price_per_gigabyte_second = 0.5;
  OneCaller drawing(settings, 1, 900_ms);
  Simulation run(drawing.architecture);
  run.run_until(99_s + 950_ms);
  const ComponentStatistics statistics = of(run.statistics(), drawing.function);
  EXPECT_NEAR(statistics.cost, static_cast<double>(statistics.calls.outcomes.ok()) * 0.1 * 2 * 0.5, 1e-6);
  EXPECT_GE(statistics.calls.outcomes.ok(), 98u);
}

TEST(Function, ObeysLittlesLaw) {
  Drawing drawing;
  const ComponentId function = drawing.add("function", FunctionSettings{});
  drawing.wire(drawing.add("users", arrivals(200)), function);
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 20_s});
  run.run_until(220_s);
  const ComponentStatistics statistics = of(run.statistics(), function);
  const double rate = static_cast<double>(statistics.arrivals) / 200;
  EXPECT_NEAR(statistics.concurrency_mean, rate * statistics.residence_mean.seconds(), 0.01);
}

}  // namespace
}  // namespace loadframe
