#include "exchange/layout_file.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

#include <cmath>

/// The examples in resources/examples/papers show what their papers claim; the figures in their notes are these.
namespace loadframe {
namespace {

using namespace literals;

Architecture paper(const std::string& name) {
  auto layout = read_layout(LOADFRAME_SOURCE_DIR "/resources/examples/papers/" + name + ".loadframe");
  EXPECT_TRUE(layout) << (layout ? "" : layout.diagnostic().what);
  return layout ? (*std::move(layout)).architecture : Architecture{};
}

Simulation run(const Architecture& architecture, Duration until, Duration warm_up = {}, std::uint64_t seed = 1) {
  Simulation simulation(architecture, {seed}, {.sampling_interval = 1_s, .warm_up = warm_up});
  simulation.run_until(until);
  return simulation;
}

const ComponentStatistics& of(const Simulation& simulation, const Statistics& statistics, const std::string& name) {
  return of(statistics, find_component(simulation.architecture(), name)->id);
}

/// Ok and failed requests of some users between two times.
std::pair<double, double> ended_between(const Simulation& simulation, const std::string& users, Duration from,
                                        Duration to) {
  const ComponentId id = find_component(simulation.architecture(), users)->id;
  std::pair<double, double> sum{0, 0};
  for (const auto& sample : simulation.recording().samples)
    for (const ComponentSample& component : sample->components)
      if (component.id == id && sample->end > from && sample->end <= to) {
        sum.first += static_cast<double>(component.ok);
        sum.second += static_cast<double>(component.failed);
      }
  return sum;
}

TEST(PowerOfTwoChoices, CutsTheTimeInSystemFromTenServicesToLittleMoreThanTheFormulaFor2) {
  const Architecture system = paper("power-of-two-choices");
  double formula = 0;
  for (int i = 1; i < 30; ++i) formula += std::pow(0.9, std::pow(2, i) - 2);
  double one = 0;
  double two = 0;
  constexpr int seeds = 3;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Simulation simulation = run(system, 400_s, 100_s, seed);
    const Statistics statistics = simulation.statistics();
    one += of(simulation, statistics, "users-random").calls.latency.mean().seconds() / seeds;
    two += of(simulation, statistics, "users-two").calls.latency.mean().seconds() / seeds;
  }
  EXPECT_NEAR(one, 1.0, 0.05) << "M/M/1 at 0.9: ten services of 0.1 s";
  EXPECT_NEAR(formula, 2.61, 0.006);
  // With n servers the mean lies a little above the limit, by O(1/n) (Graham 2000; Eschenfeldt & Gamarnik 2018).
  EXPECT_GT(two / 0.1, formula - 0.05);
  EXPECT_LT(two / 0.1, formula * 1.06);
}

TEST(TailAtScale, MakesTwoRequestsInThreeSlowAndHedgingTakesTheTailAway) {
  const Simulation simulation = run(paper("tail-at-scale"), 400_s);
  const Statistics statistics = simulation.statistics();
  const auto slow = [&](const std::string& users) {
    const Histogram& latency = of(simulation, statistics, users).calls.latency;
    double share = 0;  // the largest share whose quantile is still below half a second
    while (share < 1 && latency.quantile(share + 0.001) < 500_ms) share += 0.001;
    return 1 - share;
  };
  // 1 - 0.99^100 = 63.4 %; of 2,000 requests, 99.9 % lie within 3.5 %.
  EXPECT_NEAR(slow("users-plain"), 0.634, 0.036);
  EXPECT_NEAR(slow("users-hedged"), 1 - std::pow(1 - 1e-4, 100), 0.009);
  const auto calls_of = [&](const std::string& root) {
    std::uint64_t calls = 0;
    for (const Link& link : simulation.architecture().links)
      if (link.caller == find_component(simulation.architecture(), root)->id) calls += of(statistics, link.id).begun;
    return static_cast<double>(calls);
  };
  const double per_request =
      calls_of("root-hedged") / static_cast<double>(of(simulation, statistics, "users-hedged").arrivals);
  EXPECT_NEAR(per_request, 101, 0.3) << "one call in a hundred is late, and made twice";
}

TEST(MetastableFailure, StaysAfterItsTriggerIsGoneUnlessRetriesHaveABudget) {
  const Simulation simulation = run(paper("metastable-failure"), 300_s);
  const auto goodput = [&](const std::string& users, Duration from, Duration to) {
    const auto [ok, failed] = ended_between(simulation, users, from, to);
    return ok / (ok + failed);
  };
  EXPECT_GT(goodput("users-storm", 0_s, 20_s), 0.99);
  EXPECT_GT(goodput("users-budget", 0_s, 20_s), 0.99);
  EXPECT_LT(goodput("users-storm", 60_s, 300_s), 0.1) << "the load has been as before for half a minute and more";
  EXPECT_GT(goodput("users-budget", 90_s, 300_s), 0.99);
}

TEST(MetastableFailure, EndsWithARestartSinceRetriesAloneKeepItUp) {
  Architecture system = paper("metastable-failure");
  system.properties.scenario.push_back(
      {120_s, {ActionKind::restart, find_component(system, "server-storm")->id, 0}, {}});
  const Simulation simulation = run(system, 300_s);
  const auto [ok, failed] = ended_between(simulation, "users-storm", 150_s, 300_s);
  EXPECT_GT(ok / (ok + failed), 0.99) << "nothing was broken: the state fed itself";
}

TEST(CacheStampede, FloodsTheDatabaseUnlessMissesAreCoalesced) {
  const Simulation simulation = run(paper("cache-stampede"), 60_s);
  const auto [ok_before, failed_before] = ended_between(simulation, "readers-plain", 5_s, 20_s);
  EXPECT_EQ(failed_before, 0);
  const auto [ok_coalesced, failed_coalesced] = ended_between(simulation, "readers-coalescing", 20_s, 25_s);
  EXPECT_EQ(failed_coalesced, 0);
  const Statistics statistics = simulation.statistics();
  // Both caches are filled twice: at the start, when the plain one is stampeded too, and after the flush.
  EXPECT_LE(of(simulation, statistics, "db-coalescing").arrivals, 2 * 100u);
  EXPECT_GT(of(simulation, statistics, "db-plain").arrivals, 4 * of(simulation, statistics, "db-coalescing").arrivals);
}

TEST(CacheStampede, FailsRequestsWhileTheDatabaseIsFlooded) {
  double failed = 0;
  constexpr int runs = 5;
  for (std::uint64_t seed = 1; seed <= runs; ++seed)
    failed += ended_between(run(paper("cache-stampede"), 25_s, {}, seed), "readers-plain", 20_s, 25_s).second;
  EXPECT_GT(failed / runs, 100) << "one in a hundred of those five seconds' requests";
}

TEST(BoundedStaleness, HasStaleReadsWithPartialQuorumsAndNoneWithStrictOnes) {
  const Simulation simulation = run(paper("bounded-staleness"), 300_s);
  const Statistics statistics = simulation.statistics();
  const auto& partial = of(simulation, statistics, "store-r1w1");
  const auto& strict = of(simulation, statistics, "store-r2w2");
  const double stale = static_cast<double>(partial.stale) / static_cast<double>(partial.calls.outcomes.ok());
  EXPECT_GT(stale, 0.001);
  EXPECT_LT(stale, 0.1);
  EXPECT_EQ(strict.stale, 0u);
  EXPECT_GT(strict.calls.latency.mean(), partial.calls.latency.mean());
}

TEST(UtilisationKnee, FollowsLittlesLawAndTheFormulaOfMM1) {
  const Architecture system = paper("utilisation-knee");
  const double rates[] = {10, 50, 80, 90, 95};
  for (int step = 0; step < 5; ++step) {
    double mean = 0;
    constexpr int seeds = 12;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      Architecture constant_load = system;
      auto& users = std::get<UsersSettings>(constant_load.components[0].settings);
      users.profile = {};
      users.rate = {rates[step]};
      const Simulation simulation = run(constant_load, 2200_s, 200_s, seed);
      const Statistics statistics = simulation.statistics();
      const auto& server = of(simulation, statistics, "server");
      mean += server.residence_mean.seconds() / seeds;
      const double arrivals = static_cast<double>(server.arrivals) / 2000;
      EXPECT_NEAR(server.concurrency_mean, arrivals * server.residence_mean.seconds(), 0.02 * server.concurrency_mean)
          << "L = λW";
    }
    const double utilisation = rates[step] * 0.01;
    const double expected = 0.01 / (1 - utilisation);
    // Deviation of the mean of a long M/M/1 run: about S sqrt(2 (1 + ρ)² … / (1 - ρ)^4 n); a generous tenth at 0.95.
    EXPECT_NEAR(mean, expected, expected * (step < 3 ? 0.03 : 0.1)) << "at " << utilisation;
  }
}

}  // namespace
}  // namespace loadframe
