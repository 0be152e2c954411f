#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Users wired straight to one server.
struct OneServer : Drawing {
  ComponentId users;
  ComponentId server;
  LinkId link;

  explicit OneServer(const ServerSettings& settings, double rate = 100, Duration patience = {}) {
    UsersSettings people = arrivals(rate);
    people.timeout = patience;
    users = add("users", people);
    server = add("server", settings);
    LinkSettings way = immediate();
    way.latency = 10_ms;
    link = wire(users, server, way);
  }
};

ServerSettings steady(Duration time, std::int64_t workers = 100) {
  ServerSettings settings;
  settings.workers = workers;
  settings.cpu_time = constant({});
  settings.wait_time = constant(time);
  return settings;
}

TEST(Kill, ResetsWhatIsUnderWayAtOnce) {
  OneServer drawing(steady(1_s), 50);
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(10_s + 10_ms);
  const Event killed = *first(run, EventKind::action);
  EXPECT_NEAR(static_cast<double>(killed.count), 50, 25);
  EXPECT_EQ(run.statistics().requests.outcomes[Outcome::reset], killed.count);
}

TEST(Kill, MakesADeadServerLookFast) {
  OneServer drawing(steady(1_s), 50);
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(10_s);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.requests.outcomes[Outcome::refused], statistics.requests.outcomes.all());
  EXPECT_LE(statistics.in_flight, 5u);  // one round trip at 50/s holds one
}

TEST(Hang, FillsItsLinkWithAsManyCallsAsComeInATimeout) {
  OneServer drawing(steady(5_ms, 1000), 50, 2_s);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  EXPECT_LE(run.recording().samples.back()->links.front().in_flight, 5u);
  run.act(action(ActionKind::hang, drawing.server));
  run.run_until(10_s);
  // Little: 50/s for 2 s each. Arrivals are Poisson: three standard deviations.
  EXPECT_NEAR(run.recording().samples.back()->links.front().in_flight, 100, 30);
}

TEST(Hang, AcceptsAndNeverAnswersSoCallersWaitForTheirTimeout) {
  OneServer drawing(steady(5_ms, 1000), 50, 2_s);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::hang, drawing.server));
  run.run_until(10_s);
  EXPECT_EQ(run.state_of(drawing.server), ComponentState::hung);
  const OutcomeCounts later = outcomes_between(run, 8_s, 10_s);
  EXPECT_EQ(later[Outcome::timeout], later.all());
  EXPECT_NEAR(static_cast<double>(later.all()), 100, 40);
}

TEST(Hang, FillsTheBacklogAndThenRejects) {
  ServerSettings settings = steady(5_ms, 4);
  settings.backlog = 6;
  OneServer drawing(settings, 50, 5_s);
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::hang, drawing.server));
  run.run_until(4_s);
  EXPECT_TRUE(first(run, EventKind::backlog_full));
  EXPECT_NEAR(static_cast<double>(run.statistics().in_flight), 4 + 6, 4);  // and a few on their way
  EXPECT_GT(run.statistics().requests.outcomes[Outcome::rejected], 100u);
}

TEST(Restart, ServesAgainAfterTheBootTime) {
  ServerSettings settings = steady(5_ms);
  settings.boot_time = 3_s;
  OneServer drawing(settings);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(10_s);
  run.act(action(ActionKind::restart, drawing.server));
  EXPECT_EQ(run.state_of(drawing.server), ComponentState::booting);
  run.run_until(20_s);
  EXPECT_EQ(first(run, EventKind::up)->at, 13_s);
  EXPECT_EQ(outcomes_between(run, 11_s, 13_s).ok(), 0u);
  EXPECT_EQ(outcomes_between(run, 14_s, 20_s).failed(), 0u);
}

TEST(Restart, OfAServerThatRunsResetsItsCalls) {
  OneServer drawing(steady(1_s));
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::restart, drawing.server));
  EXPECT_GT(first(run, EventKind::action)->count, 50u);
}

TEST(Kill, WhileBootingCancelsTheBoot) {
  OneServer drawing(steady(5_ms));
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::restart, drawing.server));
  run.run_until(1_s);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(20_s);
  EXPECT_EQ(run.state_of(drawing.server), ComponentState::dead);
}

TEST(Slow, StretchesWorkInProportion) {
  OneServer drawing(shared_processor(constant(10_ms)), 1);
  Simulation run(drawing.architecture);
  run.act({ActionKind::slow, drawing.server, 0.25});
  run.run_until(100_s);
  EXPECT_NEAR(of(run.statistics(), drawing.server).service_mean.milliseconds(), 40 / (1 - 0.04), 1);
  run.act({ActionKind::slow, drawing.server, 1});
  run.run_until(101_s);
  EXPECT_NEAR(static_cast<double>(run.recording().samples.back()->components[1].speed), 1, 1e-6);
}

TEST(Fail, AnswersAShareWithAnErrorAtOnce) {
  OneServer drawing(steady(5_ms), 200);
  Simulation run(drawing.architecture);
  run.act({ActionKind::fail, drawing.server, 0.25});
  run.run_until(100_s);
  const OutcomeCounts outcomes = run.statistics().requests.outcomes;
  // 20,000 requests: the standard error of the share is 0.003.
  EXPECT_NEAR(static_cast<double>(outcomes[Outcome::error]) / static_cast<double>(outcomes.all()), 0.25, 0.008);
}

TEST(Cut, MakesPacketsVanishUntilItIsMended) {
  OneServer drawing(steady(5_ms), 100, 1_s);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::cut, drawing.link));
  run.run_until(10_s);
  EXPECT_EQ(outcomes_between(run, 7_s, 10_s)[Outcome::timeout], outcomes_between(run, 7_s, 10_s).all());
  run.act(action(ActionKind::mend, drawing.link));
  run.run_until(20_s);
  EXPECT_EQ(outcomes_between(run, 12_s, 20_s).failed(), 0u);
}

TEST(Cut, IsFoundByHealthChecks) {
  WebTier tier(100, 2, LoadBalancerSettings{});
  Simulation run(tier.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::cut, tier.targets[0]));
  run.run_until(20_s);
  EXPECT_TRUE(first(run, EventKind::target_down));
  run.act(action(ActionKind::mend, tier.targets[0]));
  run.run_until(40_s);
  EXPECT_TRUE(first(run, EventKind::target_up));
}

TEST(Area, FailsAsOne) {
  WebTier tier(100, 3, LoadBalancerSettings{});
  const AreaId zone = tier.area("zone", ZoneSettings{}, {tier.servers[0], tier.servers[1]});
  Simulation run(tier.architecture);
  run.act(action(ActionKind::kill, zone));
  EXPECT_EQ(run.state_of(tier.servers[0]), ComponentState::dead);
  EXPECT_EQ(run.state_of(tier.servers[1]), ComponentState::dead);
  EXPECT_EQ(run.state_of(tier.servers[2]), ComponentState::up);
}

TEST(Timeout, LeavesTheCalleeWorkingInVain) {
  OneServer drawing(steady(500_ms), 20, 100_ms);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  EXPECT_EQ(run.statistics().requests.outcomes.ok(), 0u);
  EXPECT_NEAR(static_cast<double>(of(run.statistics(), drawing.server).wasted), 20 * 19.5, 60);
}

TEST(Timeout, ComesExactlyWhenItIsDue) {
  OneServer drawing(steady(500_ms), 1, 100_ms);
  drawing.settings<UsersSettings>(drawing.users).spacing = Spacing::regular;
  Simulation run(drawing.architecture);
  run.run_until(1_s + 99_ms);
  EXPECT_EQ(run.statistics().requests.outcomes.all(), 0u);
  run.run_until(1_s + 100_ms);
  EXPECT_EQ(run.statistics().requests.outcomes[Outcome::timeout], 1u);
}

TEST(Host, KilledTakesAllThatStandsOnIt) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(50));
  const ComponentId web = drawing.add("web", shared_processor(constant(5_ms)));
  const ComponentId db = drawing.add("db", RelationalDatabaseSettings{});
  drawing.wire(users, web);
  drawing.wire(web, db);
  const AreaId host = drawing.area("host", HostSettings{}, {web, db});
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, host));
  run.run_until(10_s);
  EXPECT_EQ(outcomes_between(run, 6_s, 10_s).ok(), 0u);
  EXPECT_EQ(run.state_of(db), ComponentState::dead);
}

TEST(Host, SharesItsCoresAmongAllThatStandsOnIt) {
  // Two components at 0.4 of one core each: as one processor-sharing queue at 0.8, a job of 8 ms takes 40 ms.
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(50));
  const ComponentId others = drawing.add("others", arrivals(50));
  const ComponentId web = drawing.add("web", shared_processor(exponential(8_ms)));
  const ComponentId batch = drawing.add("batch", shared_processor(exponential(8_ms)));
  drawing.wire(users, web);
  drawing.wire(others, batch);
  HostSettings machine;
  machine.cores = 1;
  drawing.area("host", machine, {web, batch});
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 10_s, .warm_up = 20_s});
  run.run_until(2000_s);
  EXPECT_NEAR(of(run.statistics(), web).service_mean.milliseconds(), 40, 2);
  EXPECT_NEAR(of(run.statistics(), web).utilisation, 0.4, 0.01);
  EXPECT_NEAR(run.statistics().hosts[0].utilisation, 0.8, 0.01);
}

TEST(Scenario, HappensByItself) {
  OneServer drawing(steady(5_ms));
  drawing.architecture.properties.scenario = {{3_s, action(ActionKind::kill, drawing.server), {}},
                                              {6_s, action(ActionKind::restart, drawing.server), {}}};
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  ASSERT_EQ(events_of(run, EventKind::action).size(), 2u);
  EXPECT_EQ(events_of(run, EventKind::action)[0].at, 3_s);
  EXPECT_TRUE(run.actions().empty());
}

TEST(Load, MultipliesTheTraffic) {
  OneServer drawing(steady(5_ms));
  Simulation run(drawing.architecture);
  run.act({ActionKind::load, {}, 3});
  run.run_until(100_s);
  EXPECT_NEAR(static_cast<double>(run.statistics().begun), 30'000, 3 * 174);
  run.act({ActionKind::load, {}, 0});
  const auto begun = run.statistics().begun;
  run.run_until(200_s);
  EXPECT_EQ(run.statistics().begun, begun);
}

TEST(Load, NeverStopsTheClock) {
  for (const Spacing spacing : {Spacing::regular, Spacing::poisson}) {
    Drawing drawing;
    UsersSettings users = arrivals(1e7);
    users.spacing = spacing;
    const ComponentId crowd = drawing.add("users-1", users);
    Simulation run(drawing.architecture);
    run.act({ActionKind::load, {}, 1000});
    run.act({ActionKind::load, crowd, 1000});
    EXPECT_TRUE(run.run_until(microseconds(1), 20'000));
  }
}

}  // namespace
}  // namespace loadframe
