#include "live/live_run.h"

#include "architecture/samples.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

namespace loadframe {
namespace {

/// How long anything may take on a busy machine before it counts as not happening.
constexpr int patience_ms = 60'000;

bool comes_true(const std::function<bool()>& what) { return QTest::qWaitFor(what, patience_ms); }

/// users-1 before lb-1, which sends to web-1 and web-2.
Architecture balanced() {
  Architecture drawn;
  const auto users = samples::add(drawn, Kind::users);
  const auto balancer = samples::add(drawn, Kind::load_balancer);
  const auto first = samples::add(drawn, Kind::server);
  const auto second = samples::add(drawn, Kind::server);
  samples::settings<UsersSettings>(drawn, users).rate = {50};
  samples::wire(drawn, users, balancer);
  samples::wire(drawn, balancer, first);
  samples::wire(drawn, balancer, second);
  return drawn;
}

bool has_action(const LiveRun& run, ActionKind kind) {
  return std::any_of(run.happened().begin(), run.happened().end(),
                     [&](const Event& event) { return event.action && event.action->kind == kind; });
}

bool was_edited(const LiveRun& run) {
  return std::any_of(run.happened().begin(), run.happened().end(),
                     [](const Event& event) { return event.kind == EventKind::edited; });
}

/// Where the run stands once all commands so far are obeyed: the time of a change of the load.
Duration time_after_all_commands(LiveRun& run) {
  run.set_load(run.load() + 1);
  if (!comes_true([&] { return has_action(run, ActionKind::load); })) return {-1};
  const auto mark = std::find_if(run.happened().rbegin(), run.happened().rend(), [](const Event& event) {
    return event.action && event.action->kind == ActionKind::load;
  });
  return mark->at;
}

/// Runs as fast as it goes up to that time.
bool run_past(LiveRun& run, Duration time) {
  run.set_speed(LiveRun::as_fast_as_it_goes);
  run.run();
  const bool got_there = comes_true([&] { return run.now() >= time; });
  run.pause();
  return got_there;
}

TEST(LiveRunCommands, HasNothingToRunAtFirst) {
  LiveRun run;
  run.run();
  run.step();
  run.restart();
  run.act(action(ActionKind::kill, ComponentId{1}));
  EXPECT_EQ(run.state(), LiveRun::State::empty);
  EXPECT_EQ(run.latest(), nullptr);
}

TEST(LiveRunCommands, WaitsAtTheStartUntilItIsToRun) {
  LiveRun run;
  run.set_architecture(balanced(), false);
  EXPECT_EQ(run.state(), LiveRun::State::paused);
  EXPECT_EQ(time_after_all_commands(run), Duration{});
}

TEST(LiveRunCommands, RunsAndPauses) {
  LiveRun run;
  const QSignalSpy states(&run, &LiveRun::state_changed);
  run.set_architecture(balanced(), false);
  run.run();
  EXPECT_TRUE(run.is_running());
  ASSERT_TRUE(comes_true([&] { return run.samples().size() >= 2; }));
  run.pause();
  EXPECT_EQ(run.state(), LiveRun::State::paused);
  EXPECT_EQ(states.size(), 3);

  const Duration stopped = time_after_all_commands(run);
  EXPECT_GE(stopped, run.samples().back()->end);
  EXPECT_EQ(run.now(), stopped);
  EXPECT_EQ(run.achieved_speed(), 0);
}

TEST(LiveRunCommands, GivesEverySampleOnceAndInOrder) {
  LiveRun run;
  run.set_architecture(balanced(), false);
  ASSERT_TRUE(run_past(run, seconds(30)));
  Duration end;
  for (const auto& sample : run.samples()) {
    end = end + LiveRun::sampling_interval;
    ASSERT_EQ(sample->end, end);
  }
  ASSERT_NE(run.last_second(), nullptr);
  EXPECT_EQ(run.last_second()->length, seconds(1));
}

TEST(LiveRunCommands, StepsToTheNextMessage) {
  LiveRun run;
  run.set_architecture(balanced(), false);
  std::size_t hops = 0;
  QObject::connect(&run, &LiveRun::advanced, &run, [&](const LiveFrame& frame) { hops += frame.hops.size(); });
  run.step();
  ASSERT_TRUE(comes_true([&] { return hops > 0; }));
  EXPECT_GT(run.now(), Duration{});
  EXPECT_EQ(run.state(), LiveRun::State::paused);
}

TEST(LiveRunCommands, TakesEveryStepHoweverFastTheyCome) {
  const auto time_after = [](int steps) {
    LiveRun run;
    run.set_architecture(balanced(), false);
    for (int i = 0; i < steps; ++i) run.step();
    return time_after_all_commands(run);
  };
  const Duration one = time_after(1);
  EXPECT_GT(one, Duration{});
  EXPECT_GT(time_after(8), one);
}

TEST(LiveRunCommands, ReportsAKill) {
  const Architecture architecture = balanced();
  const ComponentId victim = samples::id_of(architecture, "web-2");
  LiveRun run;
  run.set_architecture(architecture, false);
  run.run();
  ASSERT_TRUE(comes_true([&] { return !run.samples().empty(); }));
  run.act(action(ActionKind::kill, victim));
  ASSERT_TRUE(comes_true([&] { return has_action(run, ActionKind::kill); }));
  EXPECT_EQ(run.state_of(victim), ComponentState::dead);
  EXPECT_EQ(run.state_of(samples::id_of(architecture, "web-1")), ComponentState::up);
}

TEST(LiveRunCommands, DoesAtTheStartWhatWasAskedBeforeIt) {
  const Architecture architecture = balanced();
  LiveRun run;
  run.set_architecture(architecture, false);
  run.act(action(ActionKind::kill, samples::id_of(architecture, "web-1")));
  ASSERT_TRUE(run_past(run, seconds(2)));
  const auto kill = std::find_if(run.happened().begin(), run.happened().end(), [](const Event& event) {
    return event.action && event.action->kind == ActionKind::kill;
  });
  ASSERT_NE(kill, run.happened().end());
  EXPECT_EQ(kill->at, Duration{});
}

TEST(LiveRunCommands, RestartsAtZeroWithTheSameResults) {
  constexpr std::size_t compared = 80;
  const auto outcomes = [](const LiveRun& run) {
    std::vector<OutcomeCounts> counts;
    for (std::size_t i = 0; i < compared; ++i) counts.push_back(run.samples()[i]->outcomes);
    return counts;
  };
  LiveRun run;
  run.set_architecture(balanced(), false);
  ASSERT_TRUE(run_past(run, LiveRun::sampling_interval * compared));
  const auto before = outcomes(run);

  const QSignalSpy restarts(&run, &LiveRun::restarted);
  run.restart();
  EXPECT_EQ(restarts.size(), 1);
  EXPECT_EQ(run.now(), Duration{});
  EXPECT_TRUE(run.samples().empty());
  EXPECT_TRUE(run.happened().empty());
  EXPECT_EQ(run.last_second(), nullptr);
  ASSERT_TRUE(run_past(run, LiveRun::sampling_interval * compared));
  EXPECT_EQ(run.samples().front()->end, LiveRun::sampling_interval);
  EXPECT_EQ(outcomes(run), before);
}

TEST(LiveRunCommands, GoesOnFromZeroWhenItIsRestartedWhileItRuns) {
  LiveRun run;
  run.set_architecture(balanced(), false);
  run.set_speed(LiveRun::as_fast_as_it_goes);
  run.run();
  ASSERT_TRUE(comes_true([&] { return run.samples().size() > 10; }));
  run.restart();
  EXPECT_TRUE(run.is_running());
  EXPECT_TRUE(run.samples().empty());
  ASSERT_TRUE(comes_true([&] { return !run.samples().empty(); }));
  EXPECT_EQ(run.samples().front()->end, LiveRun::sampling_interval);
}

TEST(LiveRunCommands, GoesOnThroughAnEdit) {
  Architecture architecture = balanced();
  LiveRun run;
  run.set_architecture(architecture, false);
  run.run();
  ASSERT_TRUE(comes_true([&] { return !run.samples().empty(); }));
  const QSignalSpy restarts(&run, &LiveRun::restarted);
  const Duration before = run.now();

  const auto added = samples::add(architecture, Kind::server);
  samples::wire(architecture, samples::id_of(architecture, "lb-1"), added);
  run.set_architecture(architecture, true);
  ASSERT_TRUE(comes_true([&] { return was_edited(run); }));
  EXPECT_TRUE(run.is_running());
  EXPECT_GE(run.now(), before);
  EXPECT_EQ(restarts.size(), 0);
  EXPECT_TRUE(comes_true([&] {
    const auto& measured = run.latest()->components;
    return std::any_of(measured.begin(), measured.end(),
                       [&](const ComponentSample& one) { return one.id == added && one.ok > 0; });
  }));
}

TEST(LiveRunCommands, HoldsBackAnArchitectureThatCannotRun) {
  Architecture architecture = balanced();
  LiveRun run;
  run.set_architecture(architecture, false);
  run.run();
  ASSERT_TRUE(comes_true([&] { return !run.samples().empty(); }));

  Architecture broken = architecture;
  broken.components.push_back(broken.components.back());  // two of one name
  ASSERT_FALSE(can_run(validate(broken)));
  const std::size_t before = run.samples().size();
  run.set_architecture(broken, true);
  EXPECT_TRUE(run.is_running());
  EXPECT_TRUE(comes_true([&] { return run.samples().size() > before; }));
  EXPECT_FALSE(was_edited(run));

  run.set_architecture(broken, false);
  EXPECT_EQ(run.state(), LiveRun::State::empty);
  EXPECT_EQ(run.latest(), nullptr);
  run.run();
  EXPECT_EQ(run.state(), LiveRun::State::empty);

  run.set_architecture(architecture, true);
  EXPECT_EQ(run.state(), LiveRun::State::paused);
  EXPECT_TRUE(run_past(run, seconds(1)));
}

TEST(LiveRunCommands, KeepsTheSpeedWithinItsRange) {
  LiveRun run;
  run.set_speed(1e9);
  EXPECT_EQ(run.speed(), LiveRun::fastest);
  run.set_speed(1e-9);
  EXPECT_EQ(run.speed(), LiveRun::slowest);
  run.set_speed(LiveRun::as_fast_as_it_goes);
  EXPECT_EQ(run.speed(), LiveRun::as_fast_as_it_goes);
}

TEST(LiveRunCommands, ChangesItsSpeedWhileItRuns) {
  LiveRun run;
  run.set_architecture(balanced(), false);
  run.set_speed(LiveRun::slowest);
  run.run();
  ASSERT_TRUE(comes_true([&] { return run.now() > Duration{}; }));
  run.set_speed(LiveRun::fastest);
  EXPECT_TRUE(comes_true([&] { return run.now() > seconds(20); }));
}

TEST(LiveRunCommands, KeepsTheLoadOverARestart) {
  LiveRun run;
  run.set_load(3);
  run.set_architecture(balanced(), false);
  ASSERT_TRUE(run_past(run, seconds(1)));
  EXPECT_EQ(run.samples().front()->load, 3);
  run.restart();
  EXPECT_EQ(run.load(), 3);
  ASSERT_TRUE(run_past(run, seconds(1)));
  EXPECT_EQ(run.samples().front()->load, 3);
}

}  // namespace
}  // namespace loadframe
