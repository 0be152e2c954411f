#include "panels/event_log_panel.h"
#include "panels/fault_story_card.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"
#include "panels/sparkline.h"
#include "panels/trend.h"

#include "desktop/bench.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>

namespace loadframe {
namespace {

QWidget* child_called(QWidget& parent, const QString& name) {
  for (QWidget* const child : parent.findChildren<QWidget*>())
    if (child->accessibleName() == name) return child;
  return nullptr;
}

/// The inspector, with web-1 of a tier selected.
struct InspectedServer {
  Bench bench;
  InspectorPanel inspector{bench.document, bench.live_run, bench.appearance, nullptr};

  InspectedServer() {
    bench.draw_tier();
    inspector.resize(340, 700);
    inspector.show();
    inspector.set_selection({find_component(bench.architecture(), "web-1")->id});
  }
};

TEST(Inspector, ChangesASettingAndItCanBeUndone) {
  InspectedServer inspected;
  auto& [bench, inspector] = inspected;
  const Architecture before = bench.architecture();
  auto* const workers = qobject_cast<QSpinBox*>(child_called(inspector, "Workers"));
  ASSERT_NE(workers, nullptr);
  workers->setValue(7);
  EXPECT_EQ(std::get<ServerSettings>(find_component(bench.architecture(), "web-1")->settings).workers, 7);
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture(), before);
  EXPECT_EQ(workers->value(), 32);
}

TEST(Sparklines, AreTintedBelowTheLineOnlyAndInItsColour) {
  Bench bench;
  Sparkline chart(bench.appearance, "Level", {{"half", &Theme::accent, [](const TrendPoint&) { return 0.5; }, true}},
                  {nullptr, 1});
  Trend trend({}, {}, 100);
  for (int i = 1; i <= 20; ++i) {
    Sample sample;
    sample.end = seconds(i);
    sample.length = seconds(1);
    trend.add(sample);
  }
  chart.show_trend(trend, "0.5", {});
  chart.resize(200, chart.sizeHint().height());
  const QImage image = chart.grab().toImage();
  const Theme& look = bench.appearance.theme();
  const auto at = [&](int up) { return image.pixelColor(100, image.height() - up); };
  EXPECT_EQ(at(55), look.canvas) << "nothing above the line";
  EXPECT_GT(std::abs(at(10).red() - at(10).blue()), std::abs(look.canvas.red() - look.canvas.blue()))
      << "of the accent's hue, " << at(10).name().toStdString();
}

TEST(Inspector, TabGoesFromTheNameOfANewRequestClassToItsSettings) {
  Bench bench;
  bench.draw_tier();
  InspectorPanel inspector(bench.document, bench.live_run, bench.appearance, nullptr);
  inspector.resize(340, 900);
  inspector.show();
  inspector.set_selection({});
  inspector.findChild<QToolButton*>(QStringLiteral("add_class"))->click();
  QWidget* next = child_called(inspector, "Name of the request class");
  ASSERT_NE(next, nullptr);
  do next = next->nextInFocusChain();
  while (!next->isVisible() || !(next->focusPolicy() & Qt::TabFocus));
  EXPECT_EQ(next->objectName(), "weight");
}

TEST(Inspector, DoesNotApplyWhatItCannotRead) {
  InspectedServer inspected;
  auto& [bench, inspector] = inspected;
  inspector.reveal_setting("boot_time");
  auto* const boot_time = qobject_cast<QLineEdit*>(child_called(inspector, "Boot time"));
  ASSERT_NE(boot_time, nullptr);
  const Architecture before = bench.architecture();
  const auto type = [&](const char* text) {
    boot_time->setFocus();
    boot_time->selectAll();
    QTest::keyClick(boot_time, Qt::Key_Delete);
    QTest::keyClicks(boot_time, text);
    QTest::keyClick(boot_time, Qt::Key_Return);
  };
  for (const char* nonsense : {"soon", "-3 s", "5 parsecs", ""}) {
    type(nonsense);
    EXPECT_EQ(bench.architecture(), before) << nonsense;
  }
  type("12 s");
  EXPECT_EQ(std::get<ServerSettings>(find_component(bench.architecture(), "web-1")->settings).boot_time, seconds(12));
}

TEST(Inspector, SaysWhyItDoesNotTakeAWholeNumber) {
  InspectedServer inspected;
  auto& [bench, inspector] = inspected;
  auto* const workers = qobject_cast<QSpinBox*>(child_called(inspector, "Workers"));
  ASSERT_NE(workers, nullptr);
  const auto is_told = [&] {
    for (const QLabel* const label : inspector.findChildren<QLabel*>())
      if (label->isVisibleTo(&inspector) && label->text() == "Choose a value from 1 to 10,000,000.") return true;
    return false;
  };
  const auto type = [&](const char* text) {
    workers->setFocus();
    workers->selectAll();
    QTest::keyClicks(workers, text);
    QTest::keyClick(workers, Qt::Key_Return);
  };
  EXPECT_FALSE(is_told());
  for (const char* nonsense : {"-5", "1e15", "0"}) {
    type(nonsense);
    EXPECT_EQ(workers->value(), 32) << nonsense;
    EXPECT_TRUE(is_told()) << nonsense;
  }
  type("40");
  EXPECT_EQ(std::get<ServerSettings>(find_component(bench.architecture(), "web-1")->settings).workers, 40);
  EXPECT_FALSE(is_told());
}

TEST(Inspector, ShowsEveryKindOfElement) {
  Bench bench;
  bench.draw_tier();
  bench.add_one_of_each_kind();
  bench.document.apply(add_note(bench.architecture(), "note", {0, 0, 100, 100}), "Add");
  InspectorPanel inspector(bench.document, bench.live_run, bench.appearance, nullptr);
  inspector.show();
  std::vector<ElementId> all;
  for (const Component& one : bench.architecture().components) all.push_back(one.id);
  for (const Area& one : bench.architecture().areas) all.push_back(one.id);
  for (const Link& one : bench.architecture().links) all.push_back(one.id);
  for (const Note& one : bench.architecture().notes) all.push_back(one.id);
  for (const ElementId& one : all) inspector.set_selection({one});
  inspector.set_selection(all);
  bench.document.apply(remove(bench.architecture(), all), "Delete");
  EXPECT_TRUE(bench.architecture().components.empty());
}

TEST(Palette, FiltersByWhatIsTyped) {
  Bench bench;
  PalettePanel palette(bench.appearance, nullptr);
  palette.show();
  auto* const list = qobject_cast<QListView*>(child_called(palette, "Components, areas and notes"));
  auto* const filter = qobject_cast<QLineEdit*>(child_called(palette, "Find a component"));
  ASSERT_TRUE(list && filter);
  const auto shown = [&] {
    QStringList names;
    for (int row = 0; row < list->model()->rowCount(); ++row)
      if (!list->isRowHidden(row)) names << list->model()->index(row, 0).data().toString();
    return names;
  };
  EXPECT_TRUE(shown().contains("Server"));
  filter->setText("bal");
  EXPECT_TRUE(shown().contains("Load balancer"));
  EXPECT_FALSE(shown().contains("Server"));
}

TEST(Trend, KeepsABoundedNumberOfPointsOverAnyTime) {
  constexpr std::size_t most_points = 600;
  Trend all({}, {}, most_points);
  Sample sample;
  sample.length = LiveRun::sampling_interval;
  for (int i = 1; i <= 20'000; ++i) {
    sample.end = sample.length * i;
    sample.outcomes[Outcome::ok] = 10;
    all.add(sample);
    ASSERT_LE(all.points().size(), most_points);
  }
  std::uint64_t ok = 0;
  for (const TrendPoint& point : all.points()) ok += point.ok;
  EXPECT_EQ(ok, 200'000u);
}

TEST(Trend, OfALinkTellsItsCallsAndHowManyAreUnderWay) {
  Trend trend(LinkId{7}, {}, 100);
  Sample sample;
  sample.length = milliseconds(100);
  for (const std::uint32_t under_way : {10u, 30u}) {
    sample.end = sample.end + sample.length;
    sample.links = {{.id = {6}, .ok = 1, .in_flight = 999}, {.id = {7}, .ok = 50, .failed = 5, .in_flight = under_way}};
    trend.add(sample);
  }
  EXPECT_EQ(trend.recent().ok_per_s(), 500);
  EXPECT_EQ(trend.recent().failed_per_s(), 50);
  EXPECT_EQ(trend.recent().concurrency, 20);
}

TEST(FaultStory, DoesNotPressOnWhatStandsAroundItHoweverLongItIs) {
  Bench bench;
  FaultStoryCard card(bench.document, bench.live_run);
  const int before = card.minimumSizeHint().height();
  for (QLabel* const label : card.findChildren<QLabel*>())
    if (!label->accessibleName().isEmpty())
      label->setText(QStringLiteral("One more server was noticed.\n").repeated(60));
  EXPECT_EQ(card.minimumSizeHint().height(), before);
}

TEST(EventLog, TellsWhatHappened) {
  Bench bench;
  bench.draw_tier();
  EventLogPanel log(bench.document, bench.live_run, bench.appearance, nullptr);
  bench.live_run.set_architecture(bench.architecture(), false);
  bench.live_run.set_speed(10);
  bench.live_run.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.live_run.now() > seconds(1); }, patience_ms));
  bench.live_run.act(action(ActionKind::kill, find_component(bench.architecture(), "web-1")->id));
  ASSERT_TRUE(QTest::qWaitFor([&] { return log.text().contains("web-1 killed"); }, patience_ms));
  EXPECT_TRUE(QTest::qWaitFor([&] { return log.text().contains("lb-1 marked web-1 down after 3 failed checks"); },
                              patience_ms));
}

TEST(Problems, ListFindingsAndCountThem) {
  Bench bench;
  ProblemsPanel problems(bench.document, bench.appearance, nullptr);
  int count = -1;
  QObject::connect(&problems, &ProblemsPanel::count_changed, &problems, [&](int now) { count = now; });
  const auto troubles = [&] {
    return std::count_if(bench.document.findings().begin(), bench.document.findings().end(),
                         [](const Finding& finding) { return finding.diagnostic.severity != Severity::note; });
  };
  bench.drop("component:users", {300, 200});
  bench.drop("component:users", {300, 500});
  EXPECT_EQ(count, troubles());
  EXPECT_GE(count, 2);
  bench.draw_tier();
  EXPECT_EQ(count, troubles());
}

}  // namespace
}  // namespace loadframe
