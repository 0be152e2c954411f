#include "live/live_run.h"

#include "desktop/bench.h"
#include "drawing.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

Drawing tier() {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(200));
  const ComponentId server = drawing.add("server", shared_processor(exponential(milliseconds(2))));
  drawing.wire(users, server);
  return drawing;
}

bool reaches(const LiveRun& run, Duration time) {
  return QTest::qWaitFor([&] { return run.now() >= time; }, patience_ms);
}

TEST(LiveRun, RunsAndPauses) {
  LiveRun run;
  EXPECT_EQ(run.state(), LiveRun::State::empty);
  run.set_architecture(tier().architecture, false);
  run.set_speed(20);
  run.run();
  ASSERT_TRUE(reaches(run, seconds(2)));
  EXPECT_GE(run.samples().size(), 7u);
  run.pause();
  ASSERT_TRUE(QTest::qWaitFor([&] { return run.state() == LiveRun::State::paused; }, patience_ms));
}

TEST(LiveRun, StepsToTheNextCallThatShows) {
  LiveRun run;
  run.set_architecture(tier().architecture, false);
  Duration last = run.now();
  for (int i = 0; i < 5; ++i) {
    run.step();
    ASSERT_TRUE(QTest::qWaitFor([&] { return run.now() > last; }, patience_ms)) << i;
    last = run.now();
  }
  EXPECT_LT(last, seconds(1));
}

TEST(LiveRun, GivesTheSameResultsAgainAfterARestart) {
  LiveRun run;
  run.set_architecture(tier().architecture, false);
  run.set_speed(LiveRun::as_fast_as_it_goes);
  run.run();
  ASSERT_TRUE(reaches(run, seconds(20)));
  const OutcomeCounts before = run.samples()[40]->outcomes;
  run.restart();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return run.samples().size() > 60 && run.samples()[0]->end == LiveRun::sampling_interval; }, patience_ms));
  EXPECT_EQ(run.samples()[40]->outcomes, before);
}

TEST(LiveRun, TellsWhatWasDone) {
  const Drawing drawing = tier();
  LiveRun run;
  run.set_architecture(drawing.architecture, false);
  run.run();
  ASSERT_TRUE(reaches(run, milliseconds(200)));
  run.act(action(ActionKind::kill, drawing.architecture.components[1].id));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !run.happened().empty(); }, patience_ms));
  EXPECT_EQ(run.happened()[0].action->kind, ActionKind::kill);
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return run.state_of(drawing.architecture.components[1].id) == ComponentState::dead; }, patience_ms));
}

TEST(LiveRun, GoesOnWhileItIsEdited) {
  Drawing drawing = tier();
  LiveRun run;
  run.set_architecture(drawing.architecture, false);
  run.set_speed(10);
  run.run();
  ASSERT_TRUE(reaches(run, seconds(1)));
  drawing.wire(drawing.add("more", arrivals(50)), drawing.architecture.components[1].id);
  run.set_architecture(drawing.architecture, true);
  const Duration edited = run.now();
  ASSERT_TRUE(QTest::qWaitFor([&] { return run.latest() && run.latest()->components.size() == 3; }, patience_ms));
  EXPECT_GE(run.latest()->end, edited);
}

TEST(LiveRun, HoldsBackWhatCannotRun) {
  Drawing drawing = tier();
  LiveRun run;
  run.set_architecture(drawing.architecture, false);
  run.set_speed(10);
  run.run();
  ASSERT_TRUE(reaches(run, seconds(1)));
  drawing.wire(drawing.architecture.components[1].id, drawing.architecture.components[0].id);  // a server calls users
  run.set_architecture(drawing.architecture, true);
  ASSERT_TRUE(reaches(run, run.now() + seconds(1)));
  EXPECT_EQ(run.state(), LiveRun::State::running);
}

TEST(LiveRun, EndsInTheMiddleOfARun) {
  for (int i = 0; i < 3; ++i) {
    LiveRun run;
    run.set_architecture(tier().architecture, false);
    run.set_speed(LiveRun::as_fast_as_it_goes);
    run.run();
    ASSERT_TRUE(reaches(run, seconds(5)));
  }
}

TEST(LiveRun, ShowsTheLastSecondAsOneSample) {
  LiveRun run;
  run.set_architecture(tier().architecture, false);
  run.set_speed(20);
  run.run();
  ASSERT_TRUE(reaches(run, seconds(3)));
  run.pause();
  ASSERT_NE(run.last_second(), nullptr);
  EXPECT_EQ(run.last_second()->length, seconds(1));
  const std::size_t count = run.samples().size();
  std::uint64_t ok = 0;
  for (std::size_t i = count - 4; i < count; ++i) ok += run.samples()[i]->outcomes.ok();
  EXPECT_EQ(run.last_second()->outcomes.ok(), ok);
}

}  // namespace
}  // namespace loadframe
