#include "hints.h"

#include "appearance.h"
#include "architecture/samples.h"
#include "live/live_run.h"
#include "main_window.h"
#include "windows.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QSettings>
#include <QTest>

namespace loadframe {
namespace {

constexpr int patience_ms = 60'000;

TEST(HintToBreakSomething, GoesAsSoonAsSomethingIsBroken) {
  QSettings().clear();
  Appearance appearance(*qApp);
  Windows windows(appearance);
  MainWindow& window = windows.open_new();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  const auto* const hints = window.findChild<Hints*>();
  ASSERT_NE(hints, nullptr);
  Architecture shop = samples::shop();
  shop.properties.scenario.clear();
  const ComponentId server = samples::id_of(shop, "web-1");
  window.document().reset(std::move(shop), {});
  LiveRun& run = window.live_run();
  run.set_speed(10);
  run.run();
  const auto shows = [&](const char* part) { return hints->isVisible() && hints->accessibleName().contains(part); };
  ASSERT_TRUE(QTest::qWaitFor([&] { return shows("break something"); }, patience_ms));
  run.act(action(ActionKind::kill, server));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !shows("break something"); }, patience_ms));
}

}  // namespace
}  // namespace loadframe
