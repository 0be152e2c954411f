#include "simulation/running.h"

#include <gtest/gtest.h>

#include <functional>

namespace loadframe {
namespace {

using namespace literals;

/// Users call a front end, which calls a back end over the link under test.
struct TwoTiers : Drawing {
  ComponentId users;
  ComponentId front;
  ComponentId back;
  LinkId way;

  TwoTiers(double rate, const LinkSettings& policy, const ServerSettings& behind = shared_processor(constant(1_ms))) {
    users = add("users", arrivals(rate));
    front = add("front", shared_processor(constant({})));
    back = add("back", behind);
    wire(users, front);
    way = wire(front, back, policy);
  }

  Simulation run(Duration time, const std::vector<std::pair<Duration, Action>>& actions = {}) const {
    Simulation simulation(architecture, {1}, {.sampling_interval = 1_s, .warm_up = {}});
    for (const auto& [at, what] : actions) simulation.schedule(at, what);
    simulation.run_until(time);
    return simulation;
  }
};

LinkSettings with(const std::function<void(LinkSettings&)>& change) {
  LinkSettings settings = immediate();
  change(settings);
  return settings;
}

Action act(ActionKind kind, ElementId target, double amount = 0) { return {kind, target, amount}; }

TEST(Retries, WithoutABudgetMultiplyTheLoadOnAFailingCallee) {
  const TwoTiers tiers(100, with([](LinkSettings& s) {
                         s.retries = 3;
                         s.retry_delay = 1_ms;
                       }));
  const Simulation run = tiers.run(20_s, {{Duration{}, act(ActionKind::fail, tiers.back, 1)}});
  const auto link = of(run.statistics(), tiers.way);
  EXPECT_NEAR(static_cast<double>(link.begun) / static_cast<double>(run.statistics().begun), 4, 0.01);
}

TEST(Retries, WithABudgetOfATenthAddATenthToTheLoadInTheLongRun) {
  const TwoTiers tiers(100, with([](LinkSettings& s) {
                         s.retries = 3;
                         s.retry_delay = 1_ms;
                         s.retry_budget = {0.1};
                       }));
  const Simulation run = tiers.run(100_s, {{Duration{}, act(ActionKind::fail, tiers.back, 1)}});
  const auto link = of(run.statistics(), tiers.way);
  EXPECT_NEAR(static_cast<double>(link.begun) / static_cast<double>(run.statistics().begun), 1.1, 0.005);
}

/// Time from the first attempt to the failure of the last, for one request.
Duration time_of_all_attempts(Backoff backoff, Duration longest = 20_s) {
  TwoTiers tiers(1, with([&](LinkSettings& s) {
                   s.retries = 4;
                   s.retry_delay = 100_ms;
                   s.backoff = backoff;
                   s.max_delay = longest;
                 }));
  tiers.settings<UsersSettings>(tiers.users).arrivals = Arrivals::closed;
  tiers.settings<UsersSettings>(tiers.users).population = 1;
  tiers.settings<UsersSettings>(tiers.users).think_time = constant(hours(1));
  Simulation run(tiers.architecture);
  run.act(act(ActionKind::fail, tiers.back, 1));
  while (run.statistics().requests.outcomes.all() == 0) run.step();
  return of(run.statistics(), tiers.front).residence_mean;
}

TEST(Backoff, FixedWaitsTheDelayBeforeEachRetry) { EXPECT_EQ(time_of_all_attempts(Backoff::fixed), 400_ms); }

TEST(Backoff, ExponentialDoublesTheDelayEachTime) {
  EXPECT_EQ(time_of_all_attempts(Backoff::exponential), milliseconds(100 + 200 + 400 + 800));
}

TEST(Backoff, NeverWaitsLongerThanItsLongestDelay) {
  EXPECT_EQ(time_of_all_attempts(Backoff::exponential, 300_ms), milliseconds(100 + 200 + 300 + 300));
}

TEST(Backoff, FullJitterWaitsHalfAsLongInTheMean) {
  // Of 200 requests a second that all fail, each waits U(0, 100 ms) once: mean 50 ms; deviation 28.9 ms over the
  // root of 20,000: 0.2 ms. Five of these.
  const TwoTiers tiers(200, with([](LinkSettings& s) {
                         s.retries = 1;
                         s.retry_delay = 100_ms;
                         s.backoff = Backoff::full_jitter;
                       }));
  const Simulation run = tiers.run(100_s, {{Duration{}, act(ActionKind::fail, tiers.back, 1)}});
  EXPECT_NEAR(of(run.statistics(), tiers.front).residence_mean.milliseconds(), 50, 1.1);
}

TEST(CircuitBreaker, OpensAfterFailuresInARowAndSparesTheCallee) {
  const TwoTiers tiers(100, with([](LinkSettings& s) {
                         s.breaker = true;
                         s.breaker_failures = 5;
                         s.breaker_open_time = 10_s;
                       }));
  const Simulation run = tiers.run(9_s, {{Duration{}, act(ActionKind::fail, tiers.back, 1)}});
  const auto link = of(run.statistics(), tiers.way);
  EXPECT_EQ(link.calls.outcomes[Outcome::error], 5u);
  EXPECT_EQ(link.calls.outcomes[Outcome::circuit_open], link.calls.outcomes.all() - 5);
  EXPECT_EQ(of(run.statistics(), tiers.back).arrivals, 5u);
  ASSERT_EQ(events_of(run, EventKind::breaker_opened).size(), 1u);
}

TEST(CircuitBreaker, ProbesAfterItsOpenTimeAndClosesWhenTheCalleeIsWell) {
  const TwoTiers tiers(100, with([](LinkSettings& s) {
                         s.breaker = true;
                         s.breaker_open_time = 10_s;
                         s.breaker_probes = 3;
                       }));
  const Simulation run = tiers.run(
      30_s, {{Duration{}, act(ActionKind::fail, tiers.back, 1)}, {5_s, act(ActionKind::fail, tiers.back, 0)}});
  const auto closed = first(run, EventKind::breaker_closed);
  ASSERT_TRUE(closed);
  EXPECT_GE(closed->at, 10_s);
  EXPECT_LE(closed->at, 11_s);
  EXPECT_EQ(outcomes_between(run, 12_s, 30_s).failed(), 0u);
}

TEST(CircuitBreaker, OpensAgainWhenAProbeFails) {
  const TwoTiers tiers(100, with([](LinkSettings& s) {
                         s.breaker = true;
                         s.breaker_open_time = 2_s;
                       }));
  const Simulation run = tiers.run(21_s, {{Duration{}, act(ActionKind::fail, tiers.back, 1)}});
  const auto failures = of(run.statistics(), tiers.way).calls.outcomes[Outcome::error];
  EXPECT_GE(failures, 5u + 9);
  EXPECT_LE(failures, 5u + 10) << "one probe every 2 s";
}

TEST(Pool, BoundsTheCallsAtOneTimeAndLetsMoreWait) {
  // 30 requests/s of 100 ms over 4 connections: M/D/4 at 0.75; never more than 4 at the back end.
  const TwoTiers tiers(30, with([](LinkSettings& s) { s.pool = 4; }), first_come_first_served(constant(100_ms), 1000));
  Simulation run(tiers.architecture, {1}, {.sampling_interval = 10_ms, .warm_up = {}});
  run.run_until(60_s);
  for (const auto& sample : run.recording().samples) ASSERT_LE(sample->components[2].concurrency, 4.0001f);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_GT(of(run.statistics(), tiers.front).residence_mean, 105_ms) << "some waited for a connection";
}

TEST(Pool, GivesTheConnectionOnWhenACallTimesOut) {
  const TwoTiers tiers(20, with([](LinkSettings& s) {
                         s.pool = 1;
                         s.timeout = 1_s;
                       }),
                       first_come_first_served(constant(seconds(60)), 1000));
  const Simulation run = tiers.run(30_s);
  const LinkStatistics link = of(run.statistics(), tiers.way);
  EXPECT_EQ(link.calls.outcomes[Outcome::timeout], link.calls.outcomes.all());
  EXPECT_LE(link.begun - link.calls.outcomes.all(), 35u) << "each is given up after a second, sent or not";
}

TEST(Cancellation, StopsTheCalleesWorkWhenTheCallerGivesUp) {
  const auto utilisation = [](bool cancels) {
    const TwoTiers tiers(20, with([&](LinkSettings& s) {
                           s.timeout = 50_ms;
                           s.cancellation = cancels;
                         }),
                         first_come_first_served(constant(500_ms), 1000));
    return of(tiers.run(100_s).statistics(), tiers.back);
  };
  const ComponentStatistics working_on = utilisation(false);
  const ComponentStatistics stopping = utilisation(true);
  EXPECT_GT(working_on.wasted, 1000u);
  EXPECT_EQ(stopping.wasted, 0u);
  EXPECT_GT(stopping.calls.outcomes[Outcome::cancelled], 1000u);
  // Present for 50 ms instead of 500 ms.
  EXPECT_NEAR(stopping.concurrency_mean / working_on.concurrency_mean, 0.1, 0.005);
}

TEST(Cancellation, TravelsDownTheChainOfCalls) {
  LinkSettings cancels = immediate();
  cancels.cancellation = true;
  TwoTiers tiers(10, cancels);
  const ComponentId store = tiers.add("store", first_come_first_served(constant(seconds(10)), 1000));
  tiers.wire(tiers.back, store, cancels);
  tiers.architecture.links[0].settings.cancellation = true;
  tiers.settings<UsersSettings>(tiers.users).timeout = 100_ms;
  const Simulation run = tiers.run(20_s);
  EXPECT_GT(of(run.statistics(), store).calls.outcomes[Outcome::cancelled], 150u);
  EXPECT_LT(of(run.statistics(), store).concurrency_mean, 1.2) << "10/s for 0.1 s";
}

TEST(Deadline, IsPassedOnSoThatWhatIsTooLateIsNotBegun) {
  // The back end is overloaded twice over; its callers wait 1 s. Without the deadline it soon works only on calls
  // that nobody waits for; with it, on those that it begins in time.
  const auto useful = [](bool passes_on) {
    const TwoTiers tiers(20, with([&](LinkSettings& s) {
                           s.timeout = 1_s;
                           s.deadline = passes_on;
                         }),
                         first_come_first_served(constant(100_ms)));
    return tiers.run(60_s).statistics().requests.outcomes.ok();
  };
  EXPECT_LT(useful(false), 60u);
  EXPECT_GT(useful(true), 3 * useful(false));
}

TEST(Deadline, OfTheUserBoundsCallsFurtherDown) {
  TwoTiers tiers(10, with([](LinkSettings& s) {
                   s.timeout = 10_s;
                   s.deadline = true;
                 }),
                 first_come_first_served(constant(seconds(5)), 1000));
  tiers.settings<UsersSettings>(tiers.users).timeout = 200_ms;
  const Simulation run = tiers.run(20_s);
  const auto link = of(run.statistics(), tiers.way);
  EXPECT_EQ(link.calls.outcomes[Outcome::timeout], link.calls.outcomes.all());
  EXPECT_LE(link.begun - link.calls.outcomes.all(), 10u) << "given up after 0.2 s, not 10 s";
}

/// A balancer that hedges its calls to four servers.
struct Hedged : Drawing {
  ComponentId users;
  ComponentId balancer;
  std::vector<ComponentId> servers;

  explicit Hedged(Hedging hedging) {
    users = add("users", arrivals(100));
    balancer = add("lb", LoadBalancerSettings{.policy = BalancingPolicy::random, .checks = false});
    wire(users, balancer);
    LinkSettings way = immediate();
    way.hedging = hedging;
    way.hedge_delay = 50_ms;
    for (int i = 0; i < 4; ++i) {
      servers.push_back(add("web-" + std::to_string(i), first_come_first_served(exponential(10_ms), 1000)));
      wire(balancer, servers.back(), way);
    }
  }
};

TEST(Hedging, CutsTheTailThatASlowServerMakes) {
  const auto p99 = [](Hedging hedging) {
    Hedged system(hedging);
    Simulation run(system.architecture);
    run.act({ActionKind::slow, system.servers[0], 0.02});
    run.run_until(60_s);
    return run.statistics();
  };
  const Statistics without = p99(Hedging::off);
  const Statistics with_hedge = p99(Hedging::after_delay);
  EXPECT_GT(without.requests.latency.quantile(0.99), 800_ms);
  EXPECT_LT(with_hedge.requests.latency.quantile(0.99), 300_ms);
  EXPECT_EQ(with_hedge.requests.outcomes.all() + with_hedge.in_flight, with_hedge.begun);
}

TEST(Hedging, AfterThePercentileAddsAboutATwentiethToTheLoad) {
  Hedged system(Hedging::after_percentile);
  Simulation run(system.architecture);
  run.run_until(200_s);
  std::uint64_t sent = 0;
  for (const LinkStatistics& link : run.statistics().links)
    if (link.id.value > 1) sent += link.begun;
  const double added = static_cast<double>(sent) / static_cast<double>(run.statistics().begun) - 1;
  EXPECT_GT(added, 0.035);
  EXPECT_LT(added, 0.07);
}

TEST(Hedging, WithdrawsTheOtherCallOfThePair) {
  Hedged system(Hedging::after_delay);
  Simulation run(system.architecture);
  run.act({ActionKind::hang, system.servers[0], 0});
  run.run_until(30_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  std::uint64_t withdrawn = 0;
  for (const LinkStatistics& link : run.statistics().links) withdrawn += link.calls.outcomes[Outcome::cancelled];
  EXPECT_GT(withdrawn, 500u);
}

}  // namespace
}  // namespace loadframe
