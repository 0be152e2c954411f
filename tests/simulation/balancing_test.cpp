#include "analysis/theory/queues.h"
#include "simulation/running.h"
#include "theory/confidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace loadframe {
namespace {

using namespace literals;

LoadBalancerSettings balancing(BalancingPolicy policy) {
  LoadBalancerSettings settings;
  settings.policy = policy;
  settings.retries = 0;
  settings.cpu_time = constant({});
  return settings;
}

std::vector<std::uint64_t> begun(const Simulation& run, const WebTier& tier) {
  const Statistics statistics = run.statistics();
  std::vector<std::uint64_t> result;
  for (const LinkId link : tier.targets) result.push_back(of(statistics, link).begun);
  return result;
}

/// Of all keys, with one request for each: the targets they go to, by the number of keys there.
std::vector<std::uint64_t> keys_by_target(std::size_t servers, std::size_t dead, double first_weight = 1) {
  WebTier tier(2000, servers, balancing(BalancingPolicy::key_hash));
  RequestClassSettings asked;
  asked.keys = 1'000'000;
  asked.popularity = Popularity::uniform;
  tier.request_class("item", asked);
  tier.architecture.links[1].settings.weight = first_weight;
  Simulation run(tier.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 10_s});
  for (std::size_t i = 0; i < dead; ++i) run.act(action(ActionKind::kill, tier.servers[i]));
  run.run_until(40_s);
  return begun(run, tier);
}

TEST(KeyHash, SpreadsKeysEvenlyAndMovesOnlyThoseOfALostTarget) {
  const auto before = keys_by_target(5, 0);
  const auto after = keys_by_target(5, 1);
  const auto all = static_cast<double>(std::accumulate(before.begin(), before.end(), std::uint64_t{0}));
  // 60,000 requests: the standard error of a fifth is 0.0016 of all; the same requests come in both runs.
  for (const std::uint64_t count : before) EXPECT_NEAR(static_cast<double>(count) / all, 0.2, 0.006);
  EXPECT_EQ(after[0], 0u);
  for (std::size_t i = 1; i < 5; ++i) {
    EXPECT_GE(after[i], before[i]);  // nobody else loses a key
    EXPECT_NEAR(static_cast<double>(after[i]) / all, 0.25, 0.006);
  }
}

TEST(KeyHash, HonoursWeights) {
  const auto counts = keys_by_target(3, 0, 2);
  const auto all = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
  EXPECT_NEAR(static_cast<double>(counts[0]) / all, 0.5, 0.007);
}

TEST(KeyHash, SendsAKeyAlwaysToTheSameTarget) {
  WebTier tier(200, 4, balancing(BalancingPolicy::key_hash));
  RequestClassSettings asked;
  asked.keys = 1;
  tier.request_class("item", asked);
  Simulation run(tier.architecture);
  run.run_until(10_s);
  const auto counts = begun(run, tier);
  EXPECT_EQ(std::count(counts.begin(), counts.end(), 0u), 3);
}

TEST(Choices, TheMoreAreComparedTheShorterTheQueues) {
  const auto mean = [](std::int64_t choices) {
    LoadBalancerSettings settings = balancing(BalancingPolicy::two_choices);
    settings.choices = choices;
    WebTier tier(1700, 10, settings, first_come_first_served(exponential(5_ms)));
    Simulation run(tier.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 10_s});
    run.run_until(60_s);
    return run.statistics().requests.latency.mean().milliseconds();
  };
  const double one = mean(1);
  const double two = mean(2);
  const double three = mean(3);
  // M/M/1 at 85 %: 5/(1 - 0.85) = 33 ms, and 2 ms on the way. Mitzenmacher (2001): an exponential gain from 1 to 2.
  EXPECT_NEAR(one, 35.3, 5);
  EXPECT_LT(2 * two, one);
  EXPECT_LT(three, two);
}

TEST(LeastResponseTime, SparesTheTargetThatIsFarAway) {
  WebTier tier(300, 3, balancing(BalancingPolicy::least_response_time));
  tier.architecture.links[1].settings.latency = 200_ms;
  Simulation run(tier.architecture);
  run.run_until(30_s);
  const auto counts = begun(run, tier);
  EXPECT_LT(10 * counts[0], counts[1]);
  EXPECT_GT(counts[0], 0u);
}

TEST(LeastResponseTime, ChosenAnewKnowsNothingOfTheTimesBefore) {
  WebTier tier(300, 3, balancing(BalancingPolicy::least_response_time));
  tier.architecture.links[1].settings.latency = 200_ms;
  Simulation run(tier.architecture);
  run.run_until(30_s);
  tier.settings<LoadBalancerSettings>(tier.balancer).policy = BalancingPolicy::round_robin;
  tier.architecture.links[1].settings.latency = tier.architecture.links[2].settings.latency;
  run.adopt(tier.architecture);
  run.run_until(31_s);
  tier.settings<LoadBalancerSettings>(tier.balancer).policy = BalancingPolicy::least_response_time;
  run.adopt(tier.architecture);
  const auto before = begun(run, tier);
  run.run_until(36_s);
  const auto after = begun(run, tier);
  // 1,500 requests among three that are alike: a tenth of them at least.
  for (std::size_t i = 0; i < 3; ++i) EXPECT_GT(after[i] - before[i], 150u) << i;
}

TEST(LeastConnections, HonoursWeights) {
  for (const double rate : {20.0, 500.0}) {  // nearly idle, and busy
    WebTier tier(rate, 2, balancing(BalancingPolicy::least_connections), shared_processor(exponential(5_ms), 4));
    tier.architecture.links[1].settings.weight = 3;
    Simulation run(tier.architecture);
    run.run_until(60_s);
    const auto counts = begun(run, tier);
    EXPECT_NEAR(static_cast<double>(counts[0]) / static_cast<double>(counts[0] + counts[1]), 0.75, 0.06) << rate;
  }
}

TEST(Weights, OfNothingTakeATargetOutWhileThereAreOthers) {
  for (const BalancingPolicy policy : {BalancingPolicy::round_robin, BalancingPolicy::least_connections,
                                       BalancingPolicy::two_choices, BalancingPolicy::least_response_time}) {
    WebTier tier(300, 2, balancing(policy));
    tier.architecture.links[1].settings.weight = 0;
    Simulation run(tier.architecture);
    run.run_until(10_s);
    EXPECT_EQ(begun(run, tier)[0], 0u);
    run.act(action(ActionKind::kill, tier.servers[1]));
    run.run_until(30_s);
    EXPECT_GT(begun(run, tier)[0], 2000u);
  }
}

TEST(StickySessions, KeepAUserAtHisTargetUntilItDies) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::round_robin);
  settings.sticky = true;
  settings.fall = 1;
  WebTier tier(500, 2, settings, shared_processor(constant(1_ms)));
  tier.settings<UsersSettings>(tier.users).distinct_users = 500;
  Simulation run(tier.architecture);
  run.run_until(20_s);
  run.act(action(ActionKind::kill, tier.servers[0]));
  run.run_until(40_s);
  run.act(action(ActionKind::restart, tier.servers[0]));
  run.run_until(60_s);
  // While the first was dead, each of the 500 was seen some 20 times: all are at the second now.
  const auto before = begun(run, tier);
  run.run_until(80_s);
  const auto after = begun(run, tier);
  EXPECT_EQ(after[0], before[0]);
  EXPECT_GT(after[1], before[1] + 9000);
}

TEST(SlowStart, LetsATargetsShareGrowFromATenthToAll) {
  for (const BalancingPolicy policy : {BalancingPolicy::round_robin, BalancingPolicy::random}) {
    LoadBalancerSettings settings = balancing(policy);
    settings.slow_start = 60_s;
    WebTier tier(1000, 2, settings, shared_processor(constant(1_ms), 4));
    tier.settings<ServerSettings>(tier.servers[0]).boot_time = {};
    Simulation run(tier.architecture);
    run.act(action(ActionKind::kill, tier.servers[0]));
    run.run_until(20_s);
    run.act(action(ActionKind::restart, tier.servers[0]));
    while (!first(run, EventKind::target_up)) run.run_until(run.now() + 10_ms);
    const Duration up = first(run, EventKind::target_up)->at;
    const auto share = [&](Duration from, Duration to) {
      run.run_until(up + from);
      const auto before = begun(run, tier);
      run.run_until(up + to);
      const auto after = begun(run, tier);
      const auto first_one = static_cast<double>(after[0] - before[0]);
      return first_one / (first_one + static_cast<double>(after[1] - before[1]));
    };
    // With a part w of its weight against 1, a share of w/(1 + w). 5000 requests: a standard error below 0.007.
    EXPECT_NEAR(share(0_s, 5_s), 0.1375 / 1.1375, 0.02);
    EXPECT_NEAR(share(28_s, 32_s), 0.55 / 1.55, 0.02);
    EXPECT_NEAR(share(65_s, 70_s), 0.5, 0.02);
  }
}

TEST(ServerConnections, WithACommonQueueWaitAsErlangCSays) {
  // One request at a time to each of n servers, and all others in one queue: M/M/n.
  constexpr int servers = 4;
  constexpr double rate = 340;
  expect_agreement(
      theory::mmc_wait(rate, 0.010, servers),
      [](std::uint64_t seed) {
        LoadBalancerSettings settings = balancing(BalancingPolicy::least_connections);
        settings.server_connections = 1;
        settings.queue_timeout = {};
        settings.timeout = {};
        settings.checks = false;
        WebTier tier(rate, servers, settings, first_come_first_served(exponential(10_ms)));
        for (Link& link : tier.architecture.links) link.settings.latency = Duration{};
        Simulation run(tier.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 10_s});
        run.run_until(310_s);
        return of(run.statistics(), tier.balancer).waiting_mean.seconds();
      },
      0.06);
}

TEST(ServerConnections, AreNeverExceeded) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::round_robin);
  settings.server_connections = 3;
  settings.queue_timeout = 500_ms;
  WebTier tier(900, 2, settings, shared_processor(exponential(5_ms)));
  Simulation run(tier.architecture);
  run.run_until(30_s);
  const Statistics statistics = run.statistics();
  for (const ComponentId server : tier.servers) EXPECT_LE(of(statistics, server).concurrency_mean, 3.0);
  // Overloaded, the queue holds what 500 ms bring, and who waits longer is rejected.
  EXPECT_GT(statistics.requests.outcomes[Outcome::rejected], 5000u);
  EXPECT_NEAR(of(statistics, tier.balancer).waiting_mean.milliseconds(), 480, 40);
  EXPECT_GT(of(statistics, tier.balancer).queue_mean, 200);
}

TEST(ServerConnections, LetWaitingRequestsGoElsewhereWhenTheirTargetDies) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::user_hash);
  settings.server_connections = 1;
  settings.queue_timeout = 20_s;
  settings.check_timeout = 500_ms;
  settings.timeout = 60_s;
  WebTier tier(20, 2, settings, shared_processor(constant(10_ms)));
  Simulation run(tier.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::hang, tier.servers[0]));
  run.run_until(9_s);
  EXPECT_GT(run.statistics().in_flight, 20u);  // its users wait for it
  run.run_until(15_s);
  EXPECT_LE(run.statistics().in_flight, 4u);  // found dead by its checks: all but the one there went to the other
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
}

TEST(ConnectTimeout, TurnsToAnotherTargetWhenTheWayIsCut) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::round_robin);
  settings.checks = false;
  settings.retries = 3;
  settings.connect_timeout = 2_s;
  WebTier tier(100, 2, settings);
  Simulation run(tier.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::cut, tier.targets[0]));
  run.run_until(20_s);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.requests.outcomes.failed(), 0u);
  EXPECT_GE(statistics.requests.latency.max(), 2_s);
  EXPECT_LE(statistics.requests.latency.max(), 2_s + 200_ms);
  // Who is turned away takes the other's turn, as with HAProxy, so that the next goes to the cut one again. With p the
  // part of new requests that do, it is its turn with probability 1 / (2 - p / (1 + p)) = p: the golden ratio.
  const double part = (std::sqrt(5.0) - 1) / 2;
  EXPECT_NEAR(static_cast<double>(of(statistics, tier.targets[0]).calls.outcomes[Outcome::refused]), part * 100 * 13,
              3.3 * std::sqrt(100 * 13));
}

TEST(Standby, TakesOverAfterItsTimeAndKnowsNothing) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::round_robin);
  settings.standby = true;
  WebTier tier(200, 2, settings);
  Simulation run(tier.architecture);
  run.act(action(ActionKind::kill, tier.servers[0]));
  run.run_until(10_s);
  ASSERT_TRUE(first(run, EventKind::target_down));
  run.act(action(ActionKind::kill, tier.balancer));
  run.run_until(30_s);
  ASSERT_TRUE(first(run, EventKind::took_over));
  EXPECT_EQ(first(run, EventKind::took_over)->at, 10_s + settings.takeover_time);
  EXPECT_EQ(outcomes_between(run, 11_s, 13_s).ok(), 0u);
  EXPECT_EQ(events_of(run, EventKind::target_down).size(), 2u);  // it had to find the dead server itself
  EXPECT_EQ(outcomes_between(run, 22_s, 30_s).failed(), 0u);
}

TEST(Standby, ThatDiesTooIsTheEndUntilARestart) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::round_robin);
  settings.standby = true;
  WebTier tier(200, 2, settings);
  Simulation run(tier.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, tier.balancer));
  run.run_until(20_s);
  run.act(action(ActionKind::kill, tier.balancer));
  run.run_until(40_s);
  EXPECT_EQ(events_of(run, EventKind::took_over).size(), 1u);
  EXPECT_EQ(outcomes_between(run, 21_s, 40_s).ok(), 0u);
  run.act(action(ActionKind::restart, tier.balancer));
  run.run_until(60_s);
  EXPECT_EQ(outcomes_between(run, 47_s, 60_s).failed(), 0u);
}

TEST(Standby, IsReplacedByTheFirstAfterItsRestart) {
  LoadBalancerSettings settings = balancing(BalancingPolicy::round_robin);
  settings.standby = true;
  WebTier tier(200, 2, settings);
  Simulation run(tier.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, tier.balancer));
  run.run_until(10_s);
  run.act(action(ActionKind::restart, tier.balancer));  // the first; the second goes on serving
  run.run_until(20_s);
  EXPECT_EQ(outcomes_between(run, 10_s, 20_s).failed(), 0u);
  run.act(action(ActionKind::kill, tier.balancer));
  run.run_until(40_s);
  EXPECT_EQ(events_of(run, EventKind::took_over).size(), 2u);
  EXPECT_GT(outcomes_between(run, 25_s, 40_s).ok(), 2500u);
}

}  // namespace
}  // namespace loadframe
