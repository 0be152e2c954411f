#include "simulation/random.h"
#include "simulation/running.h"
#include "theory/confidence.h"

#include <gtest/gtest.h>

#include <cmath>

namespace loadframe {
namespace {

using namespace literals;

/// Cores and connections that nothing waits for, and no time on the way.
NonRelationalDatabaseSettings uncontended() {
  NonRelationalDatabaseSettings settings;
  settings.cores = 1000;
  settings.node_latency = {};
  settings.read_time = exponential(10_ms);
  settings.write_time = exponential(10_ms);
  return settings;
}

/// Users that read and write so many keys of a cluster, through a server that takes no time.
struct Clustered : Drawing {
  ComponentId users;
  ComponentId web;
  ComponentId store;
  ClassId reading;
  ClassId writing;

  Clustered(const NonRelationalDatabaseSettings& settings, double rate, double share_of_writes,
            std::int64_t keys = 1000) {
    users = add("users", arrivals(rate));
    web = add("web", shared_processor(constant({})));
    store = add("store", settings);
    wire(users, web);
    wire(web, store);
    RequestClassSettings reads;
    reads.weight = 1 - share_of_writes;
    reads.keys = keys;
    reads.popularity = Popularity::uniform;
    reading = request_class("read", reads);
    RequestClassSettings writes = reads;
    writes.weight = share_of_writes;
    writes.operation = Operation::write;
    writing = request_class("write", writes);
  }
};

/// Mean of the k-th smallest of n exponential times with mean 1. Source: Rényi (1953).
double order_statistic(int k, int n) {
  double sum = 0;
  for (int i = 0; i < k; ++i) sum += 1.0 / (n - i);
  return sum;
}

TEST(Cluster, WaitsForTheQuorumAsOrderStatisticsSay) {
  for (const auto& [quorum, copies] : {std::pair{1, 3}, {2, 3}, {3, 3}, {3, 5}}) {
    SCOPED_TRACE(testing::Message() << quorum << " of " << copies);
    NonRelationalDatabaseSettings settings = uncontended();
    settings.nodes = copies;
    settings.replication_factor = copies;
    settings.write_quorum = quorum;
    settings.read_quorum = quorum;
    settings.read_fan_out = ReadFanOut::all;
    for (const std::size_t operation : {0u, 1u})
      expect_agreement(0.010 * order_statistic(quorum, copies), [&](std::uint64_t seed) {
        const Clustered drawing(settings, 100, 0.5);
        Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 1_s});
        run.run_until(40_s);
        return run.statistics().classes[operation].requests.latency.mean().seconds();
      });
  }
}

TEST(Cluster, AskingAsManyAsMustAnswerIsAsSlowAsTheSlowestOfThem) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.read_quorum = 2;
  settings.read_fan_out = ReadFanOut::quorum;
  expect_agreement(0.010 * order_statistic(2, 2), [&](std::uint64_t seed) {
    const Clustered drawing(settings, 100, 0);
    Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 1_s});
    run.run_until(40_s);
    return run.statistics().requests.latency.mean().seconds();
  });
}

TEST(Cluster, TakesLongerByItsDataModel) {
  const std::vector<std::pair<DataModel, double>> factors{
      {DataModel::key_value, 1}, {DataModel::document, 2}, {DataModel::column, 1.5}, {DataModel::graph, 3}};
  for (const auto& [model, factor] : factors) {
    NonRelationalDatabaseSettings settings = uncontended();
    settings.model = model;
    settings.read_time = constant(4_ms);
    settings.node_latency = 1_ms;
    const Clustered drawing(settings, 50, 0);
    Simulation run(drawing.architecture);
    run.run_until(10_s);
    EXPECT_NEAR(run.statistics().requests.latency.mean().milliseconds(), 2 + 4 * factor, 0.05);
  }
}

TEST(Cluster, MakesTheCallerLookUpEachRowOfAJoin) {
  for (const DataModel model : {DataModel::key_value, DataModel::graph}) {
    NonRelationalDatabaseSettings settings = uncontended();
    settings.model = model;
    settings.read_time = constant(1_ms);
    Clustered drawing(settings, 20, 0);
    drawing.architecture.classes[0].settings.query = Query::join;
    drawing.architecture.classes[0].settings.rows = 5;
    Simulation run(drawing.architecture);
    run.run_until(20_s);
    const Statistics statistics = run.statistics();
    const double lookups = static_cast<double>(of(statistics, drawing.store).arrivals) /
                           static_cast<double>(statistics.requests.outcomes.all());
    const bool is_graph = model == DataModel::graph;
    EXPECT_NEAR(lookups, is_graph ? 1 : 5, 0.05);
    // A graph walks the rows itself, each step for three times a lookup's work.
    EXPECT_NEAR(statistics.requests.latency.mean().milliseconds(), is_graph ? 5 * 3 : 5, 0.1);
  }
}

TEST(Cluster, SpreadsKeysEvenlyAndItsLoadWithThem) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.nodes = 10;
  settings.connections = 1;
  settings.backlog = 0;
  settings.replication_factor = 1;
  settings.write_quorum = 1;
  const Clustered drawing(settings, 300, 0, 100'000);
  // Ten loss systems with load 0.3 each (Erlang's formula for one server: 0.3/1.3).
  expect_agreement(0.3 / 1.3, [&](std::uint64_t seed) {
    Simulation run(drawing.architecture, {seed});
    run.run_until(100_s);
    const OutcomeCounts& outcomes = run.statistics().requests.outcomes;
    return static_cast<double>(outcomes.failed()) / static_cast<double>(outcomes.all());
  });
}

TEST(Cluster, FailsForADeadNodeUntilItIsDetectedAndNotAfter) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.detection_time = 10_s;
  const Clustered drawing(settings, 300, 0.5);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  run.act({ActionKind::kill_nodes, drawing.store, 1});
  run.run_until(60_s);
  const double failed = static_cast<double>(outcomes_between(run, 20_s, 30_s).failed());
  // Reads ask one of three; writes need two of three.
  EXPECT_NEAR(failed, 300 * 0.5 * 10 / 3, 5 * std::sqrt(500.0));
  EXPECT_EQ(outcomes_between(run, 31_s, 60_s).failed(), 0u);
  const auto down = first(run, EventKind::node_down);
  ASSERT_TRUE(down);
  EXPECT_EQ(down->at, 30_s);
  EXPECT_EQ(down->count, 2u);
}

TEST(Cluster, IsUnavailableWithoutAQuorum) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.detection_time = 1_s;
  const Clustered drawing(settings, 300, 0.5);
  Simulation run(drawing.architecture);
  run.act({ActionKind::kill_nodes, drawing.store, 2});
  run.run_until(30_s);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.classes[1].requests.outcomes.ok(), 0u);
  EXPECT_EQ(statistics.classes[1].requests.outcomes[Outcome::error], statistics.classes[1].requests.outcomes.all());
  EXPECT_EQ(outcomes_between(run, 2_s, 30_s).failed(), outcomes_between(run, 2_s, 30_s)[Outcome::error]);
  EXPECT_GT(outcomes_between(run, 2_s, 30_s).ok(), 3500u);
}

TEST(Cluster, HandsOverWhatANodeMissedWhenItIsBack) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.detection_time = 1_s;
  settings.boot_time = 5_s;
  const Clustered drawing(settings, 100, 1, 1'000'000'000);
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  run.act({ActionKind::kill_nodes, drawing.store, 1});
  run.run_until(20_s);
  run.act(action(ActionKind::restart, drawing.store));
  run.run_until(60_s);
  const std::uint64_t hinted = of(run.statistics(), drawing.store).hinted;
  EXPECT_NEAR(static_cast<double>(hinted), 1500, 5 * std::sqrt(1500.0));
  ASSERT_TRUE(first(run, EventKind::node_up));
  EXPECT_EQ(first(run, EventKind::node_up)->at, 25_s);
  std::uint64_t delivered = 0;
  for (const Event& event : events_of(run, EventKind::hints_delivered)) delivered += event.count;
  EXPECT_EQ(delivered, hinted);  // no key was written twice
}

TEST(Cluster, KeepsNoHintsAfterTheirWindow) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.detection_time = 1_s;
  settings.hint_window = 4_s;
  const Clustered drawing(settings, 100, 1);
  Simulation run(drawing.architecture);
  run.act({ActionKind::kill_nodes, drawing.store, 1});
  run.run_until(20_s);
  EXPECT_NEAR(static_cast<double>(of(run.statistics(), drawing.store).hinted), 400, 100);
}

TEST(Cluster, LetsOthersStandInWithASloppyQuorum) {
  for (const bool sloppy : {false, true}) {
    NonRelationalDatabaseSettings settings = uncontended();
    settings.nodes = 6;
    settings.detection_time = 1_s;
    settings.sloppy_quorum = sloppy;
    const Clustered drawing(settings, 200, 1);
    Simulation run(drawing.architecture);
    run.act({ActionKind::kill_nodes, drawing.store, 2});
    run.run_until(20_s);
    // Nodes 1 and 2 of 6 are dead: of the keys that start at a node, two in six have two copies there.
    const OutcomeCounts later = outcomes_between(run, 3_s, 20_s);
    if (sloppy) EXPECT_EQ(later.failed(), 0u);
    else EXPECT_NEAR(static_cast<double>(later.failed()) / static_cast<double>(later.all()), 2.0 / 6, 0.05);
  }
}

/// The part of reads of a key that are stale when R of N copies are asked at random, W acknowledge, and the rest of a
/// write arrives after exponential times. One key, written and read by Poisson processes of rates that are low against
/// the work: the chance that a read follows a write closely enough, by a Monte-Carlo of the race alone.
/// Source: Bailis et al., Probabilistically bounded staleness, VLDB 2012.
double stale_part(int copies, int read, int write, double time, double writes_per_second) {
  RandomStream random(7, 7, 7);
  constexpr int trials = 4'000'000;
  int stale = 0;
  std::vector<double> applied(static_cast<std::size_t>(copies));
  for (int trial = 0; trial < trials; ++trial) {
    for (double& one : applied) one = time * random.exponential();
    std::vector<double> sorted = applied;
    std::sort(sorted.begin(), sorted.end());
    const double acknowledged = sorted[static_cast<std::size_t>(write - 1)];
    const double begins = acknowledged + random.exponential() / writes_per_second;  // the age of the last write
    bool fresh = false;
    for (int i = 0; i < read; ++i)
      fresh = fresh || applied[static_cast<std::size_t>(i)] <= begins + time * random.exponential();
    stale += !fresh;
  }
  return static_cast<double>(stale) / trials;
}

TEST(Cluster, ReadsStaleAsOftenAsProbabilisticallyBoundedStalenessSays) {
  for (const auto& [read, write] : {std::pair{1, 1}, {2, 1}, {1, 2}}) {
    SCOPED_TRACE(testing::Message() << "R " << read << ", W " << write);
    NonRelationalDatabaseSettings settings = uncontended();
    settings.read_quorum = read;
    settings.write_quorum = write;
    settings.read_time = settings.write_time = exponential(10_ms);
    // Two writes a second of the only key: hardly ever are two under way at once.
    const double expected = stale_part(3, read, write, 0.010, 2);
    expect_agreement(
        expected,
        [&](std::uint64_t seed) {
          const Clustered drawing(settings, 52, 2.0 / 52, 1);
          Simulation run(drawing.architecture, {seed}, {.sampling_interval = 10_s, .warm_up = 10_s});
          run.run_until(read == 1 ? 400_s : 1600_s);  // rarer, so that it takes longer to see
          const Statistics statistics = run.statistics();
          return static_cast<double>(of(statistics, drawing.store).stale) /
                 static_cast<double>(statistics.classes[0].requests.outcomes.ok());
        },
        0.15);
  }
}

TEST(Cluster, NeverReadsStaleWhereQuorumsMeet) {
  NonRelationalDatabaseSettings settings = uncontended();
  settings.read_quorum = 2;
  settings.write_quorum = 2;
  const Clustered drawing(settings, 500, 0.5, 3);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  EXPECT_EQ(of(run.statistics(), drawing.store).stale, 0u);
}

TEST(Cluster, ReadsStaleFromANodeThatMissedWritesUnlessItGetsThemByHints) {
  const auto stale_after_return = [](bool hinted_handoff) {
    NonRelationalDatabaseSettings settings = uncontended();
    settings.detection_time = 1_s;
    settings.boot_time = 5_s;
    settings.write_quorum = 2;
    settings.hinted_handoff = hinted_handoff;
    Clustered drawing(settings, 400, 0.5, 1000);
    Simulation run(drawing.architecture);
    run.act({ActionKind::kill_nodes, drawing.store, 1});
    run.run_until(20_s);
    drawing.architecture.classes[1].settings.weight = 0;  // reads only, from here on
    run.adopt(drawing.architecture);
    run.act(action(ActionKind::restart, drawing.store));
    run.run_until(28_s);
    const std::uint64_t before = of(run.statistics(), drawing.store).stale;
    run.run_until(40_s);
    return of(run.statistics(), drawing.store).stale - before;
  };
  EXPECT_EQ(stale_after_return(true), 0u);
  EXPECT_GT(stale_after_return(false), 500u);
}

TEST(Cluster, GoesOnThroughEditsKillsAndRestarts) {
  Clustered drawing(uncontended(), 500, 0.5);
  Simulation run(drawing.architecture);
  for (int round = 0; round < 30; ++round) {
    run.run_until(run.now() + 700_ms);
    auto& settings = drawing.settings<NonRelationalDatabaseSettings>(drawing.store);
    settings.nodes = 1 + round * 7 % 11;
    settings.replication_factor = 1 + round % 5;
    settings.detection_time = milliseconds(100 * (round % 4));
    settings.boot_time = 300_ms;
    run.adopt(drawing.architecture);
    run.run_until(run.now() + 300_ms);
    run.act({round % 3 ? ActionKind::kill_nodes : ActionKind::restart, drawing.store, 1.0 + round % 2});
    if (round % 7 == 3) run.act(action(ActionKind::hang, drawing.store));
    const Statistics statistics = run.statistics();
    ASSERT_EQ(statistics.begun, statistics.requests.outcomes.all() + statistics.in_flight);
  }
}

}  // namespace
}  // namespace loadframe
