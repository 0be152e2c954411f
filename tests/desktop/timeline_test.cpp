#include "panels/timeline_view.h"

#include "desktop/bench.h"
#include "panels/throughput_series.h"
#include "panels/timeline_panel.h"

#include <gtest/gtest.h>
#include <QAccessible>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

namespace loadframe {
namespace {

Sample sample(Duration end, Duration length, std::uint64_t ok, std::uint64_t failed = 0) {
  Sample made;
  made.end = end;
  made.length = length;
  made.outcomes.count[static_cast<std::size_t>(Outcome::ok)] = ok;
  made.outcomes.count[static_cast<std::size_t>(Outcome::reset)] = failed;
  return made;
}

TEST(ThroughputSeries, GivesTheMeanRatesOfEachPart) {
  ThroughputSeries series;
  for (int i = 1; i <= 10; ++i) series.add(sample(seconds(i), seconds(1), i <= 5 ? 100 : 300, i == 7 ? 20 : 0));
  const auto parts = series.rates({}, seconds(20), 4);
  EXPECT_DOUBLE_EQ(parts[0].ok_per_s, 100);
  EXPECT_DOUBLE_EQ(parts[1].ok_per_s, 300);
  EXPECT_DOUBLE_EQ(parts[1].failed_per_s, 4);
  EXPECT_DOUBLE_EQ(parts[1].measured, 1);
  EXPECT_EQ(parts[2].measured, 0);
  const auto fine = series.rates(seconds(6), seconds(8), 8);
  EXPECT_EQ(fine[3].failed_per_s, 20);
  EXPECT_EQ(fine[4].failed_per_s, 0);
}

TEST(ThroughputSeries, CountsTheSameInEveryResolution) {
  ThroughputSeries series;
  for (int i = 1; i <= 10'007; ++i) series.add(sample(seconds(i), seconds(1), static_cast<std::uint64_t>(i % 7), 1));
  for (const int count : {1, 13, 100, 2000}) {
    double ok = 0;
    double failed = 0;
    for (const auto& part : series.rates(seconds(1000), seconds(10'007), count)) {
      ok += part.ok_per_s * 9007 / count;
      failed += part.failed_per_s * 9007 / count;
      EXPECT_NEAR(part.measured, 1, 1e-9);
    }
    EXPECT_NEAR(ok, 9007 * 3, 50) << count;
    EXPECT_NEAR(failed, 9007, 12) << count;
  }
}

TEST(TimeWindow, ShowsTheWholeRunAndGrowsSeldom) {
  TimeWindow window;
  int changes = 0;
  for (int s = 1; s <= 3600; ++s) {
    const Duration before = window.to();
    window.follow(seconds(s), seconds(s));
    changes += before != window.to();
    ASSERT_EQ(window.from(), Duration{});
    ASSERT_GE(window.to(), seconds(s));
  }
  EXPECT_LT(changes, 25);
}

TEST(TimeWindow, ZoomsAroundAPlaceAndStaysInside) {
  TimeWindow window;
  window.follow(seconds(100), seconds(100));
  const double part = seconds(40) / window.to();
  window.zoom(2, seconds(40));
  EXPECT_FALSE(window.shows_all());
  EXPECT_NEAR((seconds(40) - window.from()) / (window.to() - window.from()), part, 1e-6);
  window.zoom(1000, seconds(40));
  EXPECT_EQ(window.to() - window.from(), TimeWindow::shortest);
  window.move(seconds(-1000));
  EXPECT_EQ(window.from(), Duration{});
  window.zoom(1e-6, seconds(1));
  EXPECT_TRUE(window.shows_all());
  EXPECT_GE(window.to(), seconds(100));
}

TEST(TimeWindow, FollowsTheMomentThatItShowed) {
  TimeWindow window;
  window.follow(seconds(100), seconds(50));
  window.zoom(10, seconds(50));
  window.follow(seconds(100), seconds(90));
  EXPECT_LE(window.from(), seconds(90));
  EXPECT_GE(window.to(), seconds(90));
}

/// A bench with a timeline below it, and a run of some seconds in which web-1 was killed at two.
struct TimelineBench : Bench {
  TimelineView timeline{document, live_run, appearance};

  TimelineBench() {
    open_example();
    timeline.resize(1000, timeline.sizeHint().height());
    timeline.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&timeline));
  }

  void run_to(Duration time) {
    live_run.set_speed(20);
    live_run.run();
    ASSERT_TRUE(QTest::qWaitFor([&] { return live_run.now() >= time; }, patience_ms));
    live_run.pause();
  }

  void run_with_a_kill() {
    run_to(seconds(2));
    live_run.act(action(ActionKind::kill, component("web-1")));
    run_to(seconds(12));
    ASSERT_TRUE(has_happened(ActionKind::kill));
    go(live_run.end());
  }

  void arrive() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !live_run.is_rewinding(); }, patience_ms));
  }

  void go(Duration time) {
    live_run.rewind_to(time);
    arrive();
  }

  void press(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&timeline, which, modifiers);
    arrive();
  }

  QPoint place_of(Duration time) const {
    return {static_cast<int>(std::lround(timeline.x_of(time))), timeline.height() / 2};
  }
};

TEST(Timeline, MapsTimesToPlacesAndBack) {
  TimelineBench bench;
  bench.run_with_a_kill();
  for (const Duration time : {Duration{}, seconds(5), seconds(11)})
    EXPECT_NEAR(bench.timeline.time_at(bench.timeline.x_of(time)).seconds(), time.seconds(), 1e-6);
  EXPECT_EQ(bench.timeline.time_at(-100), Duration{});
  EXPECT_EQ(bench.timeline.time_at(1e6), bench.live_run.end());
}

TEST(Timeline, ADragGoesBackAndSpaceGoesOnFromThere) {
  TimelineBench bench;
  bench.run_with_a_kill();
  const ComponentId web = bench.component("web-1");
  QTest::mousePress(&bench.timeline, Qt::LeftButton, {}, bench.place_of(seconds(9)));
  EXPECT_TRUE(bench.live_run.is_in_the_past());
  QMouseEvent move(QEvent::MouseMove, bench.place_of(seconds(1)),
                   bench.timeline.mapToGlobal(bench.place_of(seconds(1))), Qt::NoButton, Qt::LeftButton, {});
  QApplication::sendEvent(&bench.timeline, &move);
  EXPECT_EQ(bench.canvas.run_view().state_of(web), ComponentState::up);
  QTest::mouseRelease(&bench.timeline, Qt::LeftButton, {}, bench.place_of(seconds(1)));
  bench.arrive();
  EXPECT_NEAR(bench.live_run.now().seconds(), 1, 0.05);
  EXPECT_GT(bench.timeline.sign_count(), 0u);  // what came after is still told
  bench.run_to(seconds(4));
  EXPECT_FALSE(bench.has_happened(ActionKind::kill));
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.timeline.sign_count() == 0; }, patience_ms));
}

TEST(Timeline, IsMovedByTheKeyboard) {
  TimelineBench bench;
  bench.run_with_a_kill();
  const Duration end = bench.live_run.end();
  bench.press(Qt::Key_Home);
  EXPECT_EQ(bench.live_run.now(), Duration{});
  bench.press(Qt::Key_Right);
  EXPECT_EQ(bench.live_run.now(), seconds(1));
  bench.press(Qt::Key_Right, Qt::ShiftModifier);
  EXPECT_EQ(bench.live_run.now(), seconds(11));
  bench.press(Qt::Key_Left);
  EXPECT_EQ(bench.live_run.now(), seconds(10));
  bench.press(Qt::Key_End);
  EXPECT_EQ(bench.live_run.now(), end);
  EXPECT_FALSE(bench.live_run.is_in_the_past());
  QTest::keyClick(&bench.timeline, Qt::Key_Plus);
  EXPECT_FALSE(bench.timeline.window().shows_all());
  QTest::keyClick(&bench.timeline, Qt::Key_0);
  EXPECT_TRUE(bench.timeline.window().shows_all());
}

TEST(Timeline, TellsWhatHappenedWhere) {
  TimelineBench bench;
  bench.run_with_a_kill();
  const Duration killed = bench.live_run.happened().front().at;
  const QString told = bench.timeline.tip_at({bench.timeline.x_of(killed), 6});
  EXPECT_TRUE(told.contains(QStringLiteral("web-1"))) << told.toStdString();
  EXPECT_TRUE(bench.timeline.happened_near(bench.timeline.x_of(seconds(1))).isEmpty());
  EXPECT_TRUE(bench.timeline.tip_at(bench.place_of(seconds(1))).contains(QStringLiteral("ok per second")));
}

TEST(Timeline, OneSignStandsForWhatIsDense) {
  TimelineBench bench;
  bench.run_to(seconds(1));
  const ComponentId web = bench.component("web-1");
  for (int i = 0; i < 40; ++i) bench.live_run.act(action(i % 2 ? ActionKind::restart : ActionKind::kill, web));
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.live_run.happened().size() >= 40; }, patience_ms));
  bench.go(bench.live_run.end());
  EXPECT_EQ(bench.timeline.sign_count(), 1u);
  EXPECT_EQ(bench.timeline.happened_near(bench.timeline.x_of(bench.live_run.now())).size(), 9);
}

TEST(Timeline, IsASliderToAssistiveTechnologies) {
  TimelineBench bench;
  bench.run_with_a_kill();
  bench.go(seconds(3));
  QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(&bench.timeline);
  ASSERT_NE(interface, nullptr);
  EXPECT_EQ(interface->role(), QAccessible::Slider);
  EXPECT_EQ(interface->text(QAccessible::Name), QStringLiteral("Timeline"));
  ASSERT_NE(interface->valueInterface(), nullptr);
  EXPECT_EQ(interface->valueInterface()->currentValue().toInt(), 3000);
  EXPECT_TRUE(bench.timeline.accessibleDescription().startsWith(QStringLiteral("0:03.0")));
  interface->valueInterface()->setCurrentValue(5000);
  bench.arrive();
  EXPECT_EQ(bench.live_run.now(), seconds(5));
}

TEST(Timeline, TakesItsColoursFromTheTheme) {
  TimelineBench bench;
  bench.run_with_a_kill();
  bench.go(seconds(6));
  for (const Theme& theme : themes()) {
    bench.appearance.set_theme(theme.key);
    const QImage picture = bench.timeline.grab().toImage();
    const auto color_at = [&](Duration time, int y) {
      return picture.pixelColor(static_cast<int>(bench.timeline.x_of(time) * picture.devicePixelRatio()), y);
    };
    EXPECT_EQ(picture.pixelColor(1, 1), theme.surface) << theme.key.toStdString();
    EXPECT_EQ(color_at(seconds(6), bench.timeline.height() / 2), theme.accent) << theme.key.toStdString();
  }
}

TEST(TimelinePanel, RemembersTheMemoryForRewinding) {
  QSettings().remove(QStringLiteral("run/memory_mib"));
  Bench bench;
  Bytes chosen;
  {
    TimelinePanel panel(bench.document, bench.live_run, bench.appearance);
    const Bytes usual = bench.live_run.memory();  // by the machine's
    const Bytes other = usual == gibibytes(8) ? gibibytes(4) : gibibytes(8);
    const QString text = usual == gibibytes(8) ? QStringLiteral("4 GiB") : QStringLiteral("8 GiB");
    const auto actions = panel.findChildren<QAction*>();
    const auto choice =
        std::find_if(actions.begin(), actions.end(), [&](const QAction* action) { return action->text() == text; });
    ASSERT_NE(choice, actions.end());
    (*choice)->trigger();
    EXPECT_EQ(bench.live_run.memory(), other);
    chosen = other;
  }
  LiveRun another;
  TimelinePanel panel(bench.document, another, bench.appearance);
  EXPECT_EQ(another.memory(), chosen);
  QSettings().remove(QStringLiteral("run/memory_mib"));
}

}  // namespace
}  // namespace loadframe
