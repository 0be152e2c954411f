#include "simulation/running.h"

#include <gtest/gtest.h>

#include <cmath>

namespace loadframe {
namespace {

using namespace literals;

RelationalDatabaseSettings replicated(Replication replication) {
  RelationalDatabaseSettings settings;
  settings.replication = replication;
  settings.failover = true;
  settings.detection_time = 10_s;
  settings.promotion_time = 5_s;
  settings.read_time = settings.write_time = constant(1_ms);
  return settings;
}

/// A server wired to a primary and its replicas, to which it is so far; every second request writes.
struct Group : Drawing {
  ComponentId users = add("users", arrivals(200));
  ComponentId web = add("web", shared_processor(constant({})));
  std::vector<ComponentId> databases;
  std::vector<LinkId> copies;

  explicit Group(const RelationalDatabaseSettings& settings, std::vector<Duration> distances = {20_ms, 40_ms}) {
    RequestClassSettings reads;
    request_class("read", reads);
    RequestClassSettings writes;
    writes.operation = Operation::write;
    request_class("write", writes);
    wire(users, web);
    for (std::size_t i = 0; i <= distances.size(); ++i) {
      databases.push_back(add("db-" + std::to_string(i), settings));
      wire(web, databases.back());
    }
    for (std::size_t i = 0; i < distances.size(); ++i) {
      LinkSettings copy = immediate();
      copy.latency = distances[i];
      copies.push_back(wire(databases[0], databases[i + 1], copy));
    }
  }
};

std::uint64_t lost_in_all(const Simulation& run, const Group& group) {
  std::uint64_t lost = 0;
  const Statistics statistics = run.statistics();
  for (const ComponentId database : group.databases) lost += of(statistics, database).lost_writes;
  return lost;
}

/// Writes acknowledged so far.
std::uint64_t written(const Simulation& run) { return run.statistics().classes[1].requests.outcomes.ok(); }

TEST(Failover, ElectsTheReplicaThatHasReceivedMostAfterDetectionAndPromotion) {
  const Group group(replicated(Replication::asynchronous));
  Simulation run(group.architecture);
  run.run_until(20_s);
  run.act(action(ActionKind::kill, group.databases[0]));
  run.run_until(60_s);
  const auto lost = first(run, EventKind::primary_lost);
  const auto promoted = first(run, EventKind::promoted);
  ASSERT_TRUE(lost && promoted);
  EXPECT_EQ(lost->at, 30_s);
  EXPECT_EQ(lost->component, group.databases[0]);
  EXPECT_EQ(promoted->at, 35_s);
  EXPECT_EQ(promoted->component, group.databases[1]);  // the nearer one
  EXPECT_EQ(outcomes_between(run, 36_s, 60_s).failed(), 0u);
  EXPECT_EQ(events_of(run, EventKind::promoted).size(), 1u);
}

TEST(Failover, LosesExactlyTheAcknowledgedWritesThatWereOnTheirWay) {
  Group group(replicated(Replication::asynchronous), {100_ms});
  Simulation run(group.architecture);
  run.run_until(20_s - 100_ms);
  const std::uint64_t received = written(run);
  run.run_until(20_s);
  const std::uint64_t on_way = written(run) - received;
  run.act(action(ActionKind::kill, group.databases[0]));
  run.run_until(60_s);
  ASSERT_GT(on_way, 2u);
  ASSERT_TRUE(first(run, EventKind::promoted));
  EXPECT_EQ(first(run, EventKind::promoted)->count, on_way);
  EXPECT_EQ(lost_in_all(run, group), on_way);
}

TEST(Failover, LosesNothingThatWasSynchronous) {
  for (const ActionKind fault : {ActionKind::kill, ActionKind::hang, ActionKind::isolate, ActionKind::restart}) {
    Group group(replicated(Replication::synchronous));
    for (const ComponentId database : group.databases)
      group.settings<RelationalDatabaseSettings>(database).boot_time = 30_s;
    Simulation run(group.architecture);
    run.run_until(20_s);
    run.act(action(fault, group.databases[0]));
    run.run_until(60_s);
    if (fault == ActionKind::isolate) run.act(action(ActionKind::rejoin, group.databases[0]));
    if (fault == ActionKind::hang || fault == ActionKind::kill)
      run.act(action(ActionKind::restart, group.databases[0]));
    run.run_until(150_s);
    EXPECT_EQ(events_of(run, EventKind::promoted).size(), 1u);
    EXPECT_EQ(lost_in_all(run, group), 0u);
    EXPECT_EQ(outcomes_between(run, 120_s, 150_s).failed(), 0u);
    EXPECT_GT(outcomes_between(run, 120_s, 150_s).ok(), 5000u);
  }
}

TEST(Failover, DoesNotHappenWhenThePrimaryIsBackInTime) {
  Group group(replicated(Replication::asynchronous));
  group.settings<RelationalDatabaseSettings>(group.databases[0]).boot_time = 3_s;
  Simulation run(group.architecture);
  run.run_until(20_s);
  run.act(action(ActionKind::restart, group.databases[0]));
  run.run_until(60_s);
  EXPECT_FALSE(first(run, EventKind::primary_lost));
  EXPECT_EQ(lost_in_all(run, group), 0u);
  EXPECT_EQ(outcomes_between(run, 24_s, 60_s).failed(), 0u);
}

TEST(Failover, IsOffUnlessAskedFor) {
  Group group(replicated(Replication::asynchronous));
  for (const ComponentId database : group.databases)
    group.settings<RelationalDatabaseSettings>(database).failover = false;
  Simulation run(group.architecture);
  run.act(action(ActionKind::kill, group.databases[0]));
  run.run_until(60_s);
  EXPECT_FALSE(first(run, EventKind::promoted));
  EXPECT_EQ(written(run), 0u);
}

TEST(Failover, LosesWhatAPrimaryThatIsCutOffFromItsReplicasStillAcknowledges) {
  Group group(replicated(Replication::asynchronous), {20_ms});
  // Another server knows the primary alone.
  const ComponentId others = group.add("others", arrivals(50));
  const ComponentId front = group.add("front", shared_processor(constant({})));
  group.wire(others, front);
  group.wire(front, group.databases[0]);
  Simulation run(group.architecture);
  run.run_until(20_s);
  run.act(action(ActionKind::cut, group.copies[0]));
  run.run_until(50_s);
  ASSERT_TRUE(first(run, EventKind::promoted));
  EXPECT_EQ(first(run, EventKind::promoted)->at, 35_s);
  const std::uint64_t at_promotion = first(run, EventKind::promoted)->count;
  // In 15 s: half of 250 requests a second.
  EXPECT_NEAR(static_cast<double>(at_promotion), 125 * 15, 5 * std::sqrt(125.0 * 15));
  const std::uint64_t since = lost_in_all(run, group) - at_promotion;
  EXPECT_NEAR(static_cast<double>(since), 25 * 15, 5 * std::sqrt(25.0 * 15));
  run.act(action(ActionKind::mend, group.copies[0]));
  run.run_until(55_s);
  const std::uint64_t lost = lost_in_all(run, group);
  run.run_until(80_s);
  EXPECT_EQ(lost_in_all(run, group), lost);  // it has heard of the new primary, and takes no more
}

TEST(Failover, BringsTheOldPrimaryBackAsAReplicaThatCatchesUpFirst) {
  Group group(replicated(Replication::asynchronous), {20_ms});
  group.settings<RelationalDatabaseSettings>(group.databases[0]).boot_time = 1_s;
  Simulation run(group.architecture);
  run.run_until(20_s);
  run.act(action(ActionKind::kill, group.databases[0]));
  run.run_until(100_s);
  const std::uint64_t before = of(run.statistics(), group.databases[0]).arrivals;
  const std::uint64_t writes_before = of(run.statistics(), group.databases[1]).calls.outcomes.ok();
  run.act(action(ActionKind::restart, group.databases[0]));
  // It has missed about 65 s of 100 writes a second: 16 at a time over 40 ms there and back, 16 s or more.
  run.run_until(110_s);
  const std::uint64_t meanwhile = of(run.statistics(), group.databases[1]).calls.outcomes.ok() - writes_before;
  EXPECT_NEAR(static_cast<double>(meanwhile), 200 * 10, 5 * std::sqrt(2000.0));  // serves all, reads too
  run.run_until(160_s);
  EXPECT_EQ(events_of(run, EventKind::promoted).size(), 1u);
  EXPECT_EQ(outcomes_between(run, 100_s, 160_s).failed(), 0u);
  const Statistics at = run.statistics();
  run.run_until(180_s);
  const Statistics then = run.statistics();
  const auto gain = [&](ComponentId id) {
    return static_cast<double>(of(then, id).calls.outcomes.ok() - of(at, id).calls.outcomes.ok());
  };
  EXPECT_NEAR(gain(group.databases[0]), 2000, 230);  // now it serves the reads
  EXPECT_NEAR(gain(group.databases[1]), 2000, 230);  // and the new primary the writes
  EXPECT_GT(of(then, group.databases[0]).arrivals, before);
}

TEST(Failover, GoesThroughAnyFaultsAndEdits) {
  for (const Replication replication : {Replication::asynchronous, Replication::synchronous}) {
    Group group(replicated(replication));
    for (const ComponentId database : group.databases) {
      auto& settings = group.settings<RelationalDatabaseSettings>(database);
      settings.detection_time = 1_s;
      settings.promotion_time = 500_ms;
      settings.boot_time = 700_ms;
      settings.row_locks = true;
    }
    group.settings<UsersSettings>(group.users).timeout = 1_s;
    Simulation run(group.architecture);
    const ActionKind faults[] = {ActionKind::kill,   ActionKind::isolate, ActionKind::restart, ActionKind::hang,
                                 ActionKind::rejoin, ActionKind::restart, ActionKind::kill};
    for (int round = 0; round < 120; ++round) {
      run.run_until(run.now() + milliseconds(137 + 400 * (round % 4)));
      run.act(action(faults[(round * 5 + round / 7) % 7], group.databases[static_cast<std::size_t>(round * 2 % 3)]));
      if (round % 10 == 4) {
        auto& settings = group.settings<RelationalDatabaseSettings>(group.databases[0]);
        settings.failover = !settings.failover;
        run.adopt(group.architecture);
      }
      const Statistics statistics = run.statistics();
      ASSERT_EQ(statistics.begun, statistics.requests.outcomes.all() + statistics.in_flight);
    }
    for (const ComponentId database : group.databases) {
      run.act(action(ActionKind::rejoin, database));
      run.act(action(ActionKind::restart, database));
    }
    run.run_until(run.now() + 60_s);
    const OutcomeCounts last = outcomes_between(run, run.now() - 5_s, run.now());
    EXPECT_EQ(last.failed(), 0u);
    EXPECT_GT(last.ok(), 800u);
  }
}

/// Users that write so many rows of a database, by the server between them.
Statistics locked(std::int64_t rows, bool row_locks, double rate, std::int64_t connections = 1000) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(rate));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  RelationalDatabaseSettings settings;
  settings.row_locks = row_locks;
  settings.connections = connections;
  settings.write_time = exponential(10_ms);
  settings.cores = 1000;
  drawing.wire(users, web);
  drawing.wire(web, drawing.add("db", settings));
  RequestClassSettings writes;
  writes.operation = Operation::write;
  writes.keys = rows;
  writes.popularity = Popularity::uniform;
  drawing.request_class("write", writes);
  Simulation run(drawing.architecture);
  run.run_until(300_s);
  return run.statistics();
}

TEST(RowLocks, MakeAQueueOfTheWritesOfARow) {
  // One row, 60 writes a second of 10 ms: M/M/1 with load 0.6.
  EXPECT_NEAR(locked(1, true, 60).requests.latency.mean().milliseconds(), 10 / (1 - 0.6), 2.5);
  EXPECT_NEAR(locked(1, false, 60).requests.latency.mean().milliseconds(), 10, 0.5);
  EXPECT_NEAR(locked(1'000'000, true, 60).requests.latency.mean().milliseconds(), 10, 0.5);
}

TEST(RowLocks, OfAHotRowUseUpTheConnections) {
  const Statistics hot = locked(1, true, 150, 50);
  EXPECT_NEAR(static_cast<double>(hot.requests.outcomes.ok()) / 300, 100, 2);  // one after the other
  EXPECT_GT(hot.components[2].worker_utilisation, 0.95);
  EXPECT_LT(hot.components[2].cpu_utilisation, 0.05);
  EXPECT_EQ(hot.requests.outcomes[Outcome::rejected], hot.requests.outcomes.failed());
}

TEST(RelationalDatabase, TakesItsJoinTimeForJoins) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(10));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  RelationalDatabaseSettings settings;
  settings.read_time = constant(2_ms);
  settings.join_time = constant(30_ms);
  const ComponentId db = drawing.add("db", settings);
  drawing.wire(users, web);
  drawing.wire(web, db);
  RequestClassSettings joins;
  joins.query = Query::join;
  joins.rows = 50;
  drawing.request_class("join", joins);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  EXPECT_NEAR(run.statistics().requests.latency.mean().milliseconds(), 30, 0.5);
  EXPECT_EQ(of(run.statistics(), db).arrivals, run.statistics().begun);  // one call brings all rows
}

}  // namespace
}  // namespace loadframe
