#include "simulation/running.h"
#include "theory/confidence.h"

#include <gtest/gtest.h>

#include <cmath>

namespace loadframe {
namespace {

using namespace literals;

struct Searched : Drawing {
  ComponentId users;
  ComponentId web;
  ComponentId search;

  Searched(const SearchIndexSettings& settings, double rate, double share_of_writes = 0) {
    users = add("users", arrivals(rate));
    web = add("web", shared_processor(constant({})));
    search = add("search", settings);
    wire(users, web);
    wire(web, search);
    RequestClassSettings reads;
    reads.weight = 1 - share_of_writes;
    request_class("query", reads);
    RequestClassSettings writes;
    writes.weight = share_of_writes;
    writes.operation = Operation::write;
    request_class("write", writes);
  }
};

SearchIndexSettings uncontended(std::int64_t shards) {
  SearchIndexSettings settings;
  settings.shards = shards;
  settings.threads = 10'000;
  settings.cores = 1000;
  settings.node_latency = {};
  settings.query_time = exponential(10_ms);
  return settings;
}

TEST(SearchIndex, WaitsForTheSlowestShard) {
  for (const int shards : {1, 2, 5, 20}) {
    SCOPED_TRACE(shards);
    double harmonic = 0;
    for (int i = 1; i <= shards; ++i) harmonic += 1.0 / i;
    expect_agreement(0.010 * harmonic, [&](std::uint64_t seed) {
      const Searched drawing(uncontended(shards), 50);
      Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 1_s});
      run.run_until(40_s);
      return run.statistics().requests.latency.mean().seconds();
    });
  }
}

/// Fork and join of two M/M/1. Source: Nelson & Tantawi, IEEE Transactions on Computers 37(6), 1988: exact for two.
TEST(SearchIndex, OfTwoBusyShardsIsAForkJoinQueue) {
  for (const double load : {0.5, 0.8}) {
    SCOPED_TRACE(load);
    SearchIndexSettings settings = uncontended(2);
    settings.threads = 1;
    settings.cores = 1;
    settings.backlog = 1'000'000;
    const double single = 0.010 / (1 - load);
    expect_agreement((12 - load) / 8 * single,
                     [&](std::uint64_t seed) {
                       const Searched drawing(settings, load / 0.010);
                       Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 20_s});
                       run.run_until(320_s);
                       return run.statistics().requests.latency.mean().seconds();
                     },
                     0.1);
  }
}

TEST(SearchIndex, LeavesOutADeadShardOrFails) {
  for (const bool partial : {true, false}) {
    SearchIndexSettings settings = uncontended(4);
    settings.partial_results = partial;
    const Searched drawing(settings, 100);
    Simulation run(drawing.architecture);
    run.run_until(10_s);
    run.act({ActionKind::kill_nodes, drawing.search, 1});
    run.run_until(20_s);
    const OutcomeCounts later = outcomes_between(run, 11_s, 20_s);
    EXPECT_EQ(partial ? later.failed() : later.ok(), 0u);
    EXPECT_GT(later.all(), 700u);
    ASSERT_TRUE(first(run, EventKind::node_down));
    EXPECT_EQ(first(run, EventKind::node_down)->count, 3u);
  }
}

TEST(SearchIndex, FailsWhenNoShardIsLeft) {
  const Searched drawing(uncontended(3), 100);
  Simulation run(drawing.architecture);
  run.act({ActionKind::kill_nodes, drawing.search, 3});
  run.run_until(10_s);
  EXPECT_EQ(run.statistics().requests.outcomes[Outcome::error], run.statistics().requests.outcomes.all());
}

TEST(SearchIndex, SharesQueriesAmongCopiesAndAsksThoseThatAreLeft) {
  SearchIndexSettings settings = uncontended(1);
  settings.copies = 2;
  settings.partial_results = false;
  settings.threads = 1;
  settings.cores = 1;
  settings.query_time = constant(10_ms);
  settings.backlog = 100'000;
  // 150 queries of 10 ms a second: more than one copy can do, and less than two can.
  const Searched drawing(settings, 150);
  Simulation run(drawing.architecture);
  run.run_until(50_s);
  EXPECT_LT(run.statistics().requests.latency.mean().milliseconds(), 40);
  EXPECT_NEAR(of(run.statistics(), drawing.search).cpu_utilisation, 0.75, 0.02);
  run.act({ActionKind::kill_nodes, drawing.search, 1});
  run.run_until(60_s);
  EXPECT_NEAR(static_cast<double>(outcomes_between(run, 51_s, 60_s).ok()), 900, 20);
  EXPECT_EQ(outcomes_between(run, 51_s, 60_s).failed(), 0u);
}

TEST(SearchIndex, WritesToAllCopiesOfOneShard) {
  SearchIndexSettings settings = uncontended(5);
  settings.copies = 3;
  settings.write_time = exponential(10_ms);
  settings.cores = 1000;
  // The slowest of three copies.
  expect_agreement(0.010 * (1 + 1.0 / 2 + 1.0 / 3), [&](std::uint64_t seed) {
    const Searched drawing(settings, 50, 1);
    Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 1_s});
    run.run_until(40_s);
    return run.statistics().requests.latency.mean().seconds();
  });
}

TEST(SearchIndex, AnswersWithoutTheShardsThatAreTooSlow) {
  SearchIndexSettings settings = uncontended(10);
  settings.timeout = 30_ms;
  for (const bool partial : {true, false}) {
    settings.partial_results = partial;
    const Searched drawing(settings, 100);
    Simulation run(drawing.architecture);
    run.run_until(60_s);
    const Statistics statistics = run.statistics();
    EXPECT_LE(statistics.requests.latency.max(), 31_ms);
    // All ten are in time with this chance.
    const double whole = std::pow(-std::expm1(-3.0), 10);
    const double ok = static_cast<double>(statistics.requests.outcomes.ok()) /
                      static_cast<double>(statistics.requests.outcomes.all());
    EXPECT_NEAR(ok, partial ? 1 : whole, 0.03);
    EXPECT_EQ(statistics.requests.outcomes.failed(), statistics.requests.outcomes[Outcome::timeout]);
  }
}

}  // namespace
}  // namespace loadframe
