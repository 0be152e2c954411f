#include "simulation/running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

LoadBalancerSettings without_retries() {
  LoadBalancerSettings settings;
  settings.retries = 0;
  return settings;
}

std::vector<double> shares(const Statistics& statistics, const WebTier& tier) {
  double all = 0;
  for (const LinkId link : tier.targets) all += static_cast<double>(of(statistics, link).begun);
  std::vector<double> result;
  for (const LinkId link : tier.targets) result.push_back(static_cast<double>(of(statistics, link).begun) / all);
  return result;
}

TEST(RoundRobin, GivesEachTargetTheSame) {
  WebTier tier(300, 3, without_retries());
  Simulation run(tier.architecture);
  run.run_until(20_s);
  for (const double share : shares(run.statistics(), tier)) EXPECT_NEAR(share, 1.0 / 3, 0.001);
}

TEST(RoundRobin, HonoursWeights) {
  WebTier tier(300, 3, without_retries());
  tier.architecture.links[1].settings.weight = 3;
  Simulation run(tier.architecture);
  run.run_until(20_s);
  EXPECT_NEAR(shares(run.statistics(), tier)[0], 3.0 / 5, 0.001);
}

TEST(LeastConnections, SparesTheSlowTarget) {
  LoadBalancerSettings settings = without_retries();
  settings.policy = BalancingPolicy::least_connections;
  WebTier tier(300, 3, settings);
  tier.settings<ServerSettings>(tier.servers[0]).cpu_time = exponential(15_ms);
  Simulation run(tier.architecture);
  run.run_until(20_s);
  EXPECT_LT(shares(run.statistics(), tier)[0], 0.25);
}

TEST(Policies, ShorterQueuesComeFromKnowingMore) {
  // Servers at 85 %: random < two choices < least connections, in order of what each knows.
  const auto mean = [](BalancingPolicy policy) {
    LoadBalancerSettings settings = without_retries();
    settings.policy = policy;
    WebTier tier(1700, 10, settings, first_come_first_served(exponential(5_ms)));
    Simulation run(tier.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 20_s});
    run.run_until(120_s);
    return run.statistics().requests.latency.mean().milliseconds();
  };
  const double random = mean(BalancingPolicy::random);
  const double two = mean(BalancingPolicy::two_choices);
  const double least = mean(BalancingPolicy::least_connections);
  EXPECT_LT(2 * two, random);
  EXPECT_LT(least, two);
}

TEST(HealthChecks, MarkADeadTargetDownWithinFallTimesInterval) {
  LoadBalancerSettings settings = without_retries();
  for (const std::int64_t fall : {1, 2, 5}) {
    settings.fall = fall;
    WebTier tier(100, 3, settings);
    Simulation run(tier.architecture);
    run.run_until(10_s);
    run.act(action(ActionKind::kill, tier.servers[1]));
    run.run_until(30_s);
    const auto down = first(run, EventKind::target_down);
    ASSERT_TRUE(down);
    EXPECT_EQ(down->count, static_cast<std::uint64_t>(fall));
    EXPECT_EQ(std::get<ComponentId>(down->target), tier.servers[1]);
    // The first failing check begins within one interval of the death; a refusal takes one round trip.
    const Duration round_trip = 2_ms;
    EXPECT_GE(down->at - 10_s, settings.check_interval * (fall - 1));
    EXPECT_LE(down->at - 10_s, settings.check_interval * fall + round_trip);
    EXPECT_EQ(*down->elapsed, down->at - 10_s);
  }
}

TEST(HealthChecks, FindAHungTargetOnlyAfterTheirTimeout) {
  LoadBalancerSettings settings = without_retries();
  settings.check_timeout = 500_ms;
  WebTier tier(100, 2, settings);
  Simulation run(tier.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::hang, tier.servers[0]));
  run.run_until(30_s);
  const auto down = first(run, EventKind::target_down);
  ASSERT_TRUE(down);
  EXPECT_GE(down->at - 10_s, 2_s * 2 + 500_ms);
  EXPECT_LE(down->at - 10_s, 2_s * 3 + 500_ms);
}

TEST(HealthChecks, ByConnectionDoNotNoticeAHungTarget) {
  LoadBalancerSettings settings = without_retries();
  settings.check_kind = CheckKind::connect;
  WebTier tier(10, 2, settings);
  Simulation run(tier.architecture);
  run.act(action(ActionKind::hang, tier.servers[0]));
  run.run_until(30_s);
  EXPECT_FALSE(first(run, EventKind::target_down));
}

TEST(HealthChecks, BringATargetBackAfterBootAndRise) {
  const LoadBalancerSettings settings = without_retries();
  WebTier tier(100, 3, settings);
  Simulation run(tier.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::kill, tier.servers[1]));
  run.run_until(20_s);
  run.act(action(ActionKind::restart, tier.servers[1]));
  run.run_until(40_s);
  const auto up = first(run, EventKind::target_up);
  ASSERT_TRUE(up);
  const Duration boot = ServerSettings{}.boot_time;
  EXPECT_EQ(first(run, EventKind::up)->at, 20_s + boot);
  EXPECT_GE(up->at, 20_s + boot + settings.check_interval * (settings.rise - 1));
  EXPECT_LE(up->at, 20_s + boot + settings.check_interval * settings.rise + 5_ms);
}

TEST(Failover, ErrorsLastFromTheKillUntilTheMarkDown) {
  WebTier tier(300, 3, without_retries());
  Simulation run(tier.architecture, {1}, {.sampling_interval = 100_ms, .warm_up = {}});
  run.run_until(10_s);
  run.act(action(ActionKind::kill, tier.servers[1]));
  run.run_until(30_s);
  const Duration down = first(run, EventKind::target_down)->at;
  EXPECT_EQ(outcomes_between(run, {}, 10_s).failed(), 0u);
  EXPECT_GT(outcomes_between(run, 10_s, 10_s + 200_ms).failed(), 0u);
  EXPECT_EQ(outcomes_between(run, down + 200_ms, 30_s).failed(), 0u);
  // Until then, one request in three is refused.
  const OutcomeCounts during = outcomes_between(run, 10_s, Duration{down.nanoseconds / 100'000'000 * 100'000'000});
  EXPECT_NEAR(static_cast<double>(during.failed()) / static_cast<double>(during.all()), 1.0 / 3, 0.02);
}

TEST(Failover, SurvivorsCarryTheShareOfTheDead) {
  WebTier tier(240, 3, without_retries());
  Simulation before(tier.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 5_s});
  before.run_until(200_s);
  Simulation after(tier.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 20_s});
  after.act(action(ActionKind::kill, tier.servers[1]));
  after.run_until(200_s);
  // 80/s × 5 ms = 0.4 and 120/s × 5 ms = 0.6; standard error of a share over 180 s is about 0.005.
  EXPECT_NEAR(of(before.statistics(), tier.servers[0]).utilisation, 0.4, 0.015);
  EXPECT_NEAR(of(after.statistics(), tier.servers[0]).utilisation, 0.6, 0.015);
}

TEST(Retries, WithRedispatchHideADeadTarget) {
  WebTier tier(300, 3, LoadBalancerSettings{});
  Simulation run(tier.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::kill, tier.servers[1]));
  run.run_until(30_s);
  const OutcomeCounts outcomes = run.statistics().requests.outcomes;
  EXPECT_EQ(outcomes[Outcome::refused], 0u);
  EXPECT_EQ(outcomes[Outcome::reset], first(run, EventKind::action)->count);  // their work may have been done
  EXPECT_GT(of(run.statistics(), tier.targets[1]).calls.outcomes[Outcome::refused], 100u);
}

TEST(Retries, OfAnyFailureHideResetsToo) {
  LoadBalancerSettings settings;
  settings.retry_on = RetryOn::any_failure;
  WebTier tier(300, 3, settings);
  Simulation run(tier.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::kill, tier.servers[1]));
  run.run_until(30_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
}

TEST(Retries, WithoutRedispatchKeepToTheSameTarget) {
  LoadBalancerSettings settings;
  settings.redispatch = false;
  settings.checks = false;
  WebTier tier(100, 2, settings);
  Simulation run(tier.architecture);
  run.act(action(ActionKind::kill, tier.servers[0]));
  run.run_until(20_s);
  const LinkStatistics dead = of(run.statistics(), tier.targets[0]);
  const double requests_there = 100.0 * 20 / 2;
  EXPECT_NEAR(static_cast<double>(dead.begun), requests_there * 4,
              requests_there * 4 * 0.15);  // the last are still retried
  EXPECT_GT(run.statistics().requests.outcomes[Outcome::refused], 600u);
}

TEST(PassiveChecks, TakeATargetOutAfterSoManyFailures) {
  LoadBalancerSettings settings = without_retries();
  settings.checks = false;
  settings.max_fails = 5;
  settings.fail_timeout = 10_s;
  WebTier tier(100, 2, settings);
  Simulation run(tier.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::kill, tier.servers[0]));
  run.run_until(19_s);
  const auto down = first(run, EventKind::target_down);
  ASSERT_TRUE(down);
  EXPECT_EQ(down->cause, EventCause::failed_requests);
  EXPECT_EQ(down->count, 5u);
  const auto failed = run.statistics().requests.outcomes.failed();
  EXPECT_GE(failed, 5u);
  EXPECT_LE(failed, 8u);  // those already on their way when the fifth came back
  run.run_until(39_s);
  EXPECT_FALSE(first(run, EventKind::target_up)) << "one request tries it each 10 s, and fails";
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), failed + 2);
  run.act(action(ActionKind::restart, tier.servers[0]));
  run.run_until(60_s);
  const auto up = first(run, EventKind::target_up);
  ASSERT_TRUE(up);
  EXPECT_GE(up->at, 45_s);  // the boot takes 5 s
  EXPECT_LE(up->at, 56_s);
}

TEST(Balancer, WithoutATargetSaysSo) {
  WebTier tier(100, 2, without_retries());
  Simulation run(tier.architecture);
  for (const ComponentId server : tier.servers) run.act(action(ActionKind::kill, server));
  run.run_until(20_s);
  EXPECT_EQ(events_of(run, EventKind::no_healthy_target).size(), 1u);
  EXPECT_GT(run.statistics().requests.outcomes[Outcome::no_healthy_target], 1000u);
}

TEST(Balancer, ThatDiesTakesAllDown) {
  WebTier tier(100, 2, without_retries());
  Simulation run(tier.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, tier.balancer));
  run.run_until(10_s);
  EXPECT_EQ(outcomes_between(run, 6_s, 10_s).ok(), 0u);
  run.act(action(ActionKind::restart, tier.balancer));
  run.run_until(20_s);
  EXPECT_EQ(outcomes_between(run, 16_s, 20_s).failed(), 0u);
  EXPECT_GT(outcomes_between(run, 16_s, 20_s).ok(), 300u);
}

TEST(HealthChecks, AreNotCountedAsRequests) {
  WebTier tier(0, 2, without_retries());
  Simulation run(tier.architecture);
  run.run_until(60_s);
  EXPECT_EQ(of(run.statistics(), tier.servers[0]).calls.outcomes.all(), 0u);
  EXPECT_EQ(of(run.statistics(), tier.targets[0]).calls.outcomes.all(), 0u);
}

}  // namespace
}  // namespace loadframe
