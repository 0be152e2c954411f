#include "desktop/bench.h"
#include "drawing.h"
#include "live/live_run.h"
#include "simulation/simulation.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

namespace loadframe {
namespace {

struct Tier : Drawing {
  ComponentId users = add("users", arrivals(200));
  ComponentId server = add("server", shared_processor(exponential(milliseconds(2))));
  LinkId link = wire(users, server);
};

/// A run of a tier as it is after some seconds, paused.
struct RunTier : Tier {
  LiveRun run;

  explicit RunTier(Duration time) {
    run.set_architecture(architecture, false);
    run.set_speed(20);
    go_on(time);
  }

  bool becomes(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, patience_ms); }

  void go_on(Duration time) {
    run.run();
    ASSERT_TRUE(becomes([&] { return run.now() >= time; }));
    run.pause();
  }

  void rewind(Duration time) {
    run.rewind_to(time);
    ASSERT_TRUE(becomes([&] { return !run.is_rewinding(); }));
    ASSERT_EQ(run.now(), time);
  }
};

TEST(RewindingALiveRun, ShowsThePastMomentAndKeepsWhatCameAfter) {
  RunTier tier(seconds(4));
  LiveRun& run = tier.run;
  tier.rewind(milliseconds(2100));
  EXPECT_TRUE(run.is_in_the_past());
  const Duration end = run.end();
  const std::size_t all = run.ahead()->samples.size();
  EXPECT_GE(end, seconds(4));
  EXPECT_GE(all, 16u);
  ASSERT_EQ(run.samples().size(), 8u);
  EXPECT_EQ(run.ahead()->samples[7]->outcomes, run.samples()[7]->outcomes);
  Simulation original(tier.architecture, {}, {LiveRun::sampling_interval, {}});
  original.run_until(milliseconds(2100));
  EXPECT_EQ(run.statistics()->events, original.statistics().events);
  tier.rewind(end);
  EXPECT_FALSE(run.is_in_the_past());
  EXPECT_EQ(run.samples().size(), all);
}

TEST(RewindingALiveRun, GoesOnFromThereAsIfNothingHadHappenedAfter) {
  RunTier tier(seconds(3));
  LiveRun& run = tier.run;
  const OutcomeCounts before = run.samples()[10]->outcomes;
  run.act(action(ActionKind::kill, tier.server));
  tier.go_on(seconds(5));
  EXPECT_EQ(run.state_of(tier.server), ComponentState::dead);
  tier.rewind(seconds(2));
  EXPECT_EQ(run.state_of(tier.server), ComponentState::up);
  EXPECT_TRUE(run.happened().empty());
  tier.go_on(seconds(6));
  EXPECT_FALSE(run.is_in_the_past());
  EXPECT_TRUE(run.happened().empty());
  EXPECT_EQ(run.samples()[10]->outcomes, before);
  EXPECT_EQ(run.samples().back()->outcomes.failed(), 0u);
  for (std::size_t i = 0; i < run.samples().size(); ++i)
    EXPECT_EQ(run.samples()[i]->end.nanoseconds, (static_cast<std::int64_t>(i) + 1) * 250'000'000);
}

TEST(RewindingALiveRun, DoesAgainWhatPeopleDidBefore) {
  RunTier tier(seconds(1));
  LiveRun& run = tier.run;
  run.act(action(ActionKind::hang, tier.server));
  tier.go_on(seconds(4));
  tier.rewind(milliseconds(2500));
  EXPECT_EQ(run.state_of(tier.server), ComponentState::hung);
  ASSERT_EQ(run.happened().size(), 1u);
  EXPECT_EQ(run.happened()[0].action->kind, ActionKind::hang);
}

TEST(RewindingALiveRun, AnActionThereReplacesWhatCameAfter) {
  RunTier tier(seconds(4));
  LiveRun& run = tier.run;
  tier.rewind(seconds(1));
  run.act(action(ActionKind::kill, tier.server));
  EXPECT_FALSE(run.is_in_the_past());
  ASSERT_TRUE(tier.becomes([&] { return run.state_of(tier.server) == ComponentState::dead; }));
  EXPECT_EQ(run.now(), seconds(1));
  EXPECT_EQ(run.end(), seconds(1));
}

TEST(RewindingALiveRun, GoesOnWithTheDocumentAsItHasBeenEditedSince) {
  RunTier tier(seconds(3));
  LiveRun& run = tier.run;
  Architecture edited = tier.architecture;
  apply(add_component(edited, Kind::server, {}), edited);
  tier.rewind(seconds(1));
  run.set_architecture(edited, true);
  EXPECT_TRUE(run.is_in_the_past());
  tier.rewind(seconds(2));
  EXPECT_EQ(run.samples().back()->components.size(), 2u);
  tier.go_on(seconds(4));
  EXPECT_EQ(run.samples().back()->components.size(), 3u);
  ASSERT_EQ(run.happened().size(), 1u);
  EXPECT_EQ(run.happened()[0].kind, EventKind::edited);
  EXPECT_EQ(run.happened()[0].at, seconds(2));
}

TEST(RewindingALiveRun, BeforeAnEditRunsTheOldArchitectureUntilItGoesOn) {
  RunTier tier(seconds(2));
  LiveRun& run = tier.run;
  Architecture edited = tier.architecture;
  apply(add_component(edited, Kind::server, {}), edited);
  run.set_architecture(edited, true);
  tier.go_on(seconds(4));
  EXPECT_EQ(run.states().size(), 3u);
  tier.rewind(seconds(1));
  EXPECT_EQ(run.states().size(), 2u);
  tier.go_on(seconds(2));
  EXPECT_EQ(run.states().size(), 3u);
}

TEST(RewindingALiveRun, LooksAtRecordedFiguresAtOnce) {
  RunTier tier(seconds(4));
  LiveRun& run = tier.run;
  QSignalSpy looks(&run, &LiveRun::looked_at);
  QSignalSpy rewinds(&run, &LiveRun::rewound);
  for (int i = 30; i > 0; --i) run.look_at(milliseconds(100 * i));
  EXPECT_EQ(looks.size(), 30);
  EXPECT_TRUE(rewinds.isEmpty());
  EXPECT_EQ(run.now(), milliseconds(100));
  EXPECT_TRUE(run.samples().empty());
  run.look_at(seconds(3));
  EXPECT_EQ(run.samples().size(), 12u);
  EXPECT_EQ(run.last_second()->end, seconds(3));
  EXPECT_TRUE(run.is_rewinding());
  ASSERT_TRUE(tier.becomes([&] { return !run.is_rewinding(); }));
  EXPECT_EQ(rewinds.size(), 1);
  EXPECT_EQ(run.now(), seconds(3));
}

TEST(RewindingALiveRun, MayBeRunBeforeTheMomentIsReached) {
  RunTier tier(seconds(4));
  LiveRun& run = tier.run;
  run.look_at(seconds(1));
  run.run();
  EXPECT_TRUE(run.is_running());
  ASSERT_TRUE(tier.becomes([&] { return run.now() >= seconds(6); }));
  EXPECT_FALSE(run.is_in_the_past());
  EXPECT_EQ(run.samples()[0]->end, milliseconds(250));
  for (std::size_t i = 1; i < run.samples().size(); ++i)
    EXPECT_EQ(run.samples()[i]->end - run.samples()[i - 1]->end, milliseconds(250));
}

TEST(RewindingALiveRun, PausesTheRunFirst) {
  RunTier tier(seconds(2));
  tier.run.run();
  tier.run.look_at(seconds(1));
  EXPECT_EQ(tier.run.state(), LiveRun::State::paused);
  ASSERT_TRUE(tier.becomes([&] { return !tier.run.is_rewinding(); }));
  EXPECT_EQ(tier.run.now(), seconds(1));
}

TEST(RewindingALiveRun, BringsTheLoadOfThatTimeBack) {
  RunTier tier(seconds(2));
  tier.run.set_load(3);
  tier.go_on(seconds(4));
  tier.rewind(seconds(1));
  EXPECT_EQ(tier.run.load(), 1);
  tier.rewind(seconds(3));
  EXPECT_EQ(tier.run.load(), 3);
}

TEST(RewindingALiveRun, ARestartForgetsThePast) {
  RunTier tier(seconds(3));
  tier.rewind(seconds(1));
  tier.run.restart();
  EXPECT_FALSE(tier.run.is_in_the_past());
  EXPECT_EQ(tier.run.end(), Duration{});
}

TEST(RewindingALiveRun, KeepsWithinItsMemory) {
  Tier tier;
  LiveRun run;
  run.set_memory(Bytes{1});
  EXPECT_EQ(run.memory(), LiveRun::least_memory);
  run.set_memory(gibibytes(2));
  EXPECT_EQ(run.memory(), gibibytes(2));
}

TEST(RewindingALiveRun, TheCanvasShowsTheStatesOfThatMoment) {
  Bench bench;
  bench.open_example();
  bench.live_run.set_speed(20);
  bench.live_run.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.live_run.now() > seconds(2); }, patience_ms));
  const ComponentId web = bench.component("web-1");
  bench.live_run.act(action(ActionKind::kill, web));
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return bench.canvas.run_view().state_of(web) == ComponentState::dead; }, patience_ms));
  ASSERT_TRUE(bench.has_happened(ActionKind::kill));
  const Duration killed = bench.live_run.happened().front().at;
  bench.live_run.look_at(killed - milliseconds(600));
  EXPECT_EQ(bench.canvas.run_view().state_of(web), ComponentState::up);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !bench.live_run.is_rewinding(); }, patience_ms));
  EXPECT_EQ(bench.canvas.run_view().state_of(web), ComponentState::up);
  bench.live_run.rewind_to(killed + milliseconds(1));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !bench.live_run.is_rewinding(); }, patience_ms));
  EXPECT_EQ(bench.canvas.run_view().state_of(web), ComponentState::dead);
}

}  // namespace
}  // namespace loadframe
