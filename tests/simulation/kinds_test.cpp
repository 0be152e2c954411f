#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// A server that asks a cache before its database.
struct CacheAside : Drawing {
  ComponentId users = add("users", arrivals(500));
  ComponentId web = add("web", shared_processor(constant({})));
  ComponentId cache = add("cache", CacheSettings{});
  ComponentId db = add("db", RelationalDatabaseSettings{});
  LinkId to_db;

  CacheAside() {
    RequestClassSettings reads;
    reads.keys = 500;
    request_class("read", reads);
    wire(users, web);
    wire(web, cache);
    to_db = wire(web, db);
  }
};

TEST(Cache, AnswersWhatItHoldsAndTheDatabaseTheRest) {
  CacheAside drawing;
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  const Statistics statistics = run.statistics();
  const ComponentStatistics& cache = of(statistics, drawing.cache);
  EXPECT_EQ(cache.misses, of(statistics, drawing.to_db).begun);
  EXPECT_LE(cache.misses, 520u);  // each key once, and a few asked for while on their way
  EXPECT_GT(cache.hits, 28'000u);
}

TEST(Cache, IsColdAfterARestart) {
  CacheAside drawing;
  drawing.settings<CacheSettings>(drawing.cache).boot_time = {};
  Simulation run(drawing.architecture);
  run.run_until(30_s);
  const auto warm = of(run.statistics(), drawing.to_db).begun;
  run.act(action(ActionKind::restart, drawing.cache));
  run.run_until(60_s);
  EXPECT_GT(of(run.statistics(), drawing.to_db).begun, warm + 400);
}

TEST(Cache, ThatIsDeadPutsItsLoadOnTheDatabase) {
  CacheAside drawing;
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, drawing.cache));
  run.run_until(20_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_NEAR(static_cast<double>(of(run.statistics(), drawing.to_db).begun), 10'000, 400);
}

TEST(Cache, ForgetsAfterItsTimeToLive) {
  CacheAside drawing;
  drawing.settings<CacheSettings>(drawing.cache).time_to_live = 100_ms;
  Simulation run(drawing.architecture);
  run.run_until(30_s);
  EXPECT_GT(of(run.statistics(), drawing.cache).misses, 5000u);
}

/// A server wired to a primary and two replicas, with one write in five.
struct Replicated : Drawing {
  ComponentId users = add("users", arrivals(200));
  ComponentId web = add("web", shared_processor(constant({})));
  ComponentId primary = add("primary", RelationalDatabaseSettings{});
  ComponentId first = add("first", RelationalDatabaseSettings{});
  ComponentId second = add("second", RelationalDatabaseSettings{});

  Replicated() {
    RequestClassSettings reads;
    reads.weight = 4;
    request_class("read", reads);
    RequestClassSettings writes;
    writes.operation = Operation::write;
    request_class("write", writes);
    wire(users, web);
    for (const ComponentId database : {primary, first, second}) wire(web, database);
    LinkSettings copy = immediate();
    copy.latency = 20_ms;
    wire(primary, first, copy);
    wire(primary, second, copy);
  }
};

TEST(Replication, SendsWritesToThePrimaryAndReadsToTheReplicas) {
  Replicated drawing;
  Simulation run(drawing.architecture);
  run.run_until(100_s);
  const Statistics statistics = run.statistics();
  EXPECT_NEAR(static_cast<double>(of(statistics, drawing.primary).calls.outcomes.ok()), 4000, 200);
  EXPECT_NEAR(static_cast<double>(of(statistics, drawing.first).calls.outcomes.ok()), 8000, 300);
  EXPECT_NEAR(static_cast<double>(of(statistics, drawing.second).calls.outcomes.ok()), 8000, 300);
}

TEST(Replication, LagsByTheWayAndTheWork) {
  Replicated drawing;
  Simulation run(drawing.architecture);
  run.run_until(100_s);
  const double lag = of(run.statistics(), drawing.first).replication_lag_mean.milliseconds();
  EXPECT_NEAR(lag, 20 + 4, 0.5);
}

TEST(Replication, IsWaitedForOnlyWhenSynchronous) {
  const auto write_latency = [](Replication replication) {
    Replicated drawing;
    drawing.settings<RelationalDatabaseSettings>(drawing.primary).replication = replication;
    Simulation run(drawing.architecture);
    run.run_until(100_s);
    return run.statistics().classes[1].requests.latency.mean().milliseconds();
  };
  EXPECT_NEAR(write_latency(Replication::asynchronous), 4, 0.3);
  // There and back, and the slower of two replicas: 1.5 times the mean of their exponential work.
  EXPECT_NEAR(write_latency(Replication::synchronous), 4 + 40 + 6, 1);
}

TEST(Replication, GoesOnReadingWhenThePrimaryIsDead) {
  Replicated drawing;
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, drawing.primary));
  run.run_until(50_s);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.classes[0].requests.outcomes.failed(), 0u);
  EXPECT_EQ(statistics.classes[1].requests.outcomes.ok(), 0u);
}

TEST(Database, RejectsBeyondItsConnections) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  RelationalDatabaseSettings settings;
  settings.connections = 5;
  settings.disk_time = constant(100_ms);
  const ComponentId db = drawing.add("db", settings);
  drawing.wire(users, web);
  drawing.wire(web, db);
  Simulation run(drawing.architecture);
  run.run_until(50_s);
  EXPECT_GT(run.statistics().requests.outcomes[Outcome::rejected], 1000u);
  EXPECT_EQ(events_of(run, EventKind::backlog_full).size(), 1u) << "told once, not for each";
  EXPECT_TRUE(events_of(run, EventKind::backlog_ok).empty());
  run.act({ActionKind::load, {}, 0.1});
  run.run_until(60_s);
  EXPECT_EQ(events_of(run, EventKind::backlog_ok).size(), 1u);
}

TEST(Server, HoldsItsWorkerWhileItWaitsForOthers) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(20));
  ServerSettings front = shared_processor(constant({}));
  front.workers = 10;
  const ComponentId web = drawing.add("web", front);
  ServerSettings behind = shared_processor(constant({}));
  behind.wait_time = constant(200_ms);
  const ComponentId slow = drawing.add("slow", behind);
  drawing.wire(users, web);
  drawing.wire(web, slow);
  Simulation run(drawing.architecture);
  run.run_until(200_s);
  EXPECT_NEAR(of(run.statistics(), web).worker_utilisation, 20 * 0.2 / 10, 0.03);
  EXPECT_NEAR(of(run.statistics(), web).downstream_mean.milliseconds(), 200, 0.1);
}

TEST(Server, CallsInParallelTakeAsLongAsTheSlowest) {
  for (const CallOrder order : {CallOrder::sequence, CallOrder::parallel}) {
    Drawing drawing;
    const ComponentId users = drawing.add("users", arrivals(10));
    ServerSettings front = shared_processor(constant({}));
    front.calls = order;
    const ComponentId web = drawing.add("web", front);
    drawing.wire(users, web);
    for (const Duration time : {30_ms, 50_ms}) {
      ServerSettings behind = shared_processor(constant({}));
      behind.wait_time = constant(time);
      drawing.wire(web, drawing.add("service", behind));
    }
    Simulation run(drawing.architecture);
    run.run_until(20_s);
    EXPECT_EQ(run.statistics().requests.latency.max(), order == CallOrder::parallel ? 50_ms : 80_ms);
  }
}

TEST(Users, TryAgainAfterAFailure) {
  Drawing drawing;
  UsersSettings people = arrivals(50);
  people.retries = 2;
  people.retry_delay = 500_ms;
  const ComponentId users = drawing.add("users", people);
  const ComponentId server = drawing.add("server", shared_processor(constant(1_ms)));
  const LinkId link = drawing.wire(users, server);
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, server));
  run.run_until(100_s);
  const Statistics statistics = run.statistics();
  EXPECT_NEAR(static_cast<double>(of(statistics, link).begun), 3.0 * 5000, 700);
  EXPECT_NEAR(static_cast<double>(statistics.requests.outcomes[Outcome::refused]), 5000, 250);
}

TEST(Users, OfAClosedLoopNeverHaveMoreRequestsThanPeople) {
  for (const Law& think : {exponential(100_ms), constant(100_ms)}) {
    Drawing drawing;
    UsersSettings people = arrivals(0);
    people.arrivals = Arrivals::closed;
    people.population = 25;
    people.think_time = think;
    const ComponentId users = drawing.add("users", people);
    drawing.wire(users, drawing.add("server", first_come_first_served(exponential(50_ms))));
    Simulation run(drawing.architecture);
    for (int i = 0; i < 2000; ++i) {
      run.run_until(milliseconds(20 * i));
      ASSERT_LE(run.statistics().in_flight, 25u);
    }
    run.act({ActionKind::load, {}, 0.2});
    run.run_until(run.now() + 20_s);
    for (int i = 0; i < 200; ++i) {
      run.run_until(run.now() + 20_ms);
      ASSERT_LE(run.statistics().in_flight, 5u);
    }
  }
}

}  // namespace
}  // namespace loadframe
