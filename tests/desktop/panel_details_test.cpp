#include "appearance.h"
#include "architecture/samples.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/charts_panel.h"
#include "panels/event_log_panel.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>
#include <QValueAxis>
#include <QXYSeries>

#include <cmath>
#include <functional>

namespace loadframe {
namespace {

constexpr int patience_ms = 60'000;

bool comes_true(const std::function<bool()>& what) { return QTest::qWaitFor(what, patience_ms); }

/// A document of the shop, its run, and the look of the program.
class Panels : public testing::Test {
protected:
  Panels() {
    // As the window does it.
    QObject::connect(&document_, &Document::replaced, &run_,
                     [this] { run_.set_architecture(document_.architecture(), false); });
    Architecture shop = samples::shop();
    shop.properties.scenario.clear();
    document_.reset(std::move(shop), {});
  }

  ComponentId id(std::string_view name) const { return samples::id_of(document_.architecture(), name); }

  const ServerSettings& server(std::string_view name) const {
    return std::get<ServerSettings>(find_component(document_.architecture(), name)->settings);
  }

  bool run_past(Duration time) {
    run_.set_speed(LiveRun::as_fast_as_it_goes);
    run_.run();
    const bool got_there = comes_true([&] { return run_.now() >= time; });
    run_.pause();
    return got_there;
  }

  Appearance appearance_{*qApp};
  Document document_;
  LiveRun run_;
};

/// Types over what is in the field, and leaves it with Enter.
void enter(QLineEdit& field, const QString& text) {
  field.selectAll();
  QTest::keyClicks(&field, text);
  QTest::keyClick(&field, Qt::Key_Return);
}

/// The texts of all labels with that role that the panel shows.
QStringList told(const QWidget& panel, const char* role) {
  QStringList texts;
  for (const QLabel* const label : panel.findChildren<QLabel*>())
    if (label->property("role") == role && label->isVisibleTo(&panel)) texts << label->text();
  return texts;
}

using InspectorFields = Panels;

TEST_F(InspectorFields, EditsTheDocumentAndUndoBringsTheOldValueBack) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const workers = panel.findChild<QSpinBox*>(QStringLiteral("workers"));
  ASSERT_NE(workers, nullptr);
  const std::int64_t before = server("web-1").workers;
  EXPECT_EQ(workers->value(), before);

  workers->setValue(3);
  EXPECT_EQ(server("web-1").workers, 3);
  EXPECT_NE(server("web-2").workers, 3);
  ASSERT_EQ(document_.undo_stack().count(), 1);
  document_.undo_stack().undo();
  EXPECT_EQ(server("web-1").workers, before);
  EXPECT_EQ(workers->value(), before);
  document_.undo_stack().redo();
  EXPECT_EQ(workers->value(), 3);
}

TEST_F(InspectorFields, ReadsQuantitiesAsPeopleTypeThem) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(time, nullptr);
  enter(*time, QStringLiteral("lognormal 35ms cv 0.8"));
  EXPECT_EQ(server("web-1").cpu_time, (Law{LawShape::lognormal, milliseconds(35), 0.8}));
  EXPECT_EQ(time->text(), QStringLiteral("lognormal 35 ms cv 0.8"));
}

TEST_F(InspectorFields, KeepsBadTextWithItsErrorAndDoesNotApplyIt) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(time, nullptr);
  const Architecture before = document_.architecture();
  EXPECT_TRUE(told(panel, "bad").isEmpty());

  enter(*time, QStringLiteral("a while"));
  EXPECT_EQ(document_.architecture(), before);
  EXPECT_FALSE(document_.undo_stack().canUndo());
  EXPECT_EQ(time->text(), QStringLiteral("a while"));
  EXPECT_TRUE(time->property("invalid").toBool());
  ASSERT_EQ(told(panel, "bad").size(), 1);
  EXPECT_FALSE(told(panel, "bad").front().isEmpty());

  enter(*time, QStringLiteral("12 ms"));
  EXPECT_EQ(server("web-1").cpu_time, constant(milliseconds(12)));
  EXPECT_FALSE(time->property("invalid").toBool());
  EXPECT_TRUE(told(panel, "bad").isEmpty());
}

TEST_F(InspectorFields, GivesBadTextUpWithEscape) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(time, nullptr);
  const QString before = time->text();
  enter(*time, QStringLiteral("-5"));
  QTest::keyClick(time, Qt::Key_Escape);
  EXPECT_EQ(time->text(), before);
  EXPECT_TRUE(told(panel, "bad").isEmpty());
}

TEST_F(InspectorFields, ShowsMixedValuesOfSeveralAndSetsThemTogether) {
  const std::vector<ElementId> first{id("web-1")};
  document_.apply(set_setting(document_.architecture(), first, "workers", SettingValue{std::int64_t{5}}), {});
  document_.apply(set_setting(document_.architecture(), first, "cpu_time", SettingValue{constant(milliseconds(1))}),
                  {});
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1"), id("web-2")});
  auto* const workers = panel.findChild<QSpinBox*>(QStringLiteral("workers"));
  auto* const time = panel.findChild<QLineEdit*>(QStringLiteral("cpu_time"));
  ASSERT_NE(workers, nullptr);
  ASSERT_NE(time, nullptr);
  EXPECT_TRUE(workers->text().isEmpty());
  EXPECT_TRUE(time->text().isEmpty());
  EXPECT_FALSE(time->placeholderText().isEmpty());

  const int steps = document_.undo_stack().count();
  workers->setValue(7);
  EXPECT_EQ(server("web-1").workers, 7);
  EXPECT_EQ(server("web-2").workers, 7);
  EXPECT_EQ(document_.undo_stack().count(), steps + 1);
  document_.undo_stack().undo();
  EXPECT_EQ(server("web-1").workers, 5);
  EXPECT_TRUE(workers->text().isEmpty());
}

TEST_F(InspectorFields, OffersNoSettingsForElementsOfSeveralKinds) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1"), id("cache-1")});
  EXPECT_EQ(panel.findChild<QSpinBox*>(QStringLiteral("workers")), nullptr);
}

TEST_F(InspectorFields, RefusesANameThatIsTaken) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  auto* const name = panel.findChild<QLineEdit*>(QStringLiteral("element_name"));
  ASSERT_NE(name, nullptr);
  enter(*name, QStringLiteral("web-2"));
  EXPECT_TRUE(id("web-1"));
  EXPECT_EQ(told(panel, "bad").size(), 1);
  enter(*name, QStringLiteral("front"));
  EXPECT_TRUE(id("front"));
  EXPECT_TRUE(told(panel, "bad").isEmpty());
}

TEST_F(InspectorFields, LetsGoOfWhatIsRemoved) {
  InspectorPanel panel(document_, run_, appearance_);
  panel.set_selection({id("web-1")});
  document_.apply(remove(document_.architecture(), std::vector<ElementId>{id("web-1")}), {});
  EXPECT_TRUE(panel.findChild<QLineEdit*>(QStringLiteral("element_name"))->isHidden());
}

using PaletteSearch = Panels;

/// What the palette shows, without its headings.
QStringList entries(const QListWidget& list) {
  QStringList texts;
  for (int row = 0; row < list.count(); ++row)
    if (const QListWidgetItem& entry = *list.item(row); !entry.isHidden() && entry.flags() != Qt::NoItemFlags)
      texts << entry.text();
  return texts;
}

TEST_F(PaletteSearch, ShowsWhatMatchesAndEnterChoosesTheFirst) {
  PalettePanel panel(appearance_);
  const auto* const list = panel.findChild<QListWidget*>();
  auto* const search = panel.findChild<QLineEdit*>();
  const QSignalSpy chosen(&panel, &PalettePanel::chosen);
  const QStringList all = entries(*list);
  EXPECT_GT(all.size(), 8);

  QTest::keyClicks(search, QStringLiteral("CACH"));
  EXPECT_EQ(entries(*list), QStringList{QStringLiteral("Cache")});
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_EQ(chosen.size(), 1);
  EXPECT_EQ(chosen.front().front().toString(), QStringLiteral("component:cache"));

  QTest::keyClick(search, Qt::Key_Escape);
  EXPECT_EQ(entries(*list), all);
}

TEST_F(PaletteSearch, SaysWhenNothingMatches) {
  PalettePanel panel(appearance_);
  auto* const search = panel.findChild<QLineEdit*>();
  const QSignalSpy chosen(&panel, &PalettePanel::chosen);
  QTest::keyClicks(search, QStringLiteral("mainframe"));
  EXPECT_TRUE(panel.findChild<QListWidget*>()->isHidden());
  ASSERT_EQ(told(panel, "muted").size(), 1);
  EXPECT_TRUE(told(panel, "muted").front().contains(QStringLiteral("mainframe")));
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_EQ(chosen.size(), 0);
}

using ChartLines = Panels;

/// Holds every line of every chart to its bounds and its axis.
void expect_lines_within_bounds(const ChartsPanel& panel) {
  for (const QChartView* const view : panel.findChildren<QChartView*>()) {
    SCOPED_TRACE(view->accessibleName().toStdString());
    const auto axes = view->chart()->axes(Qt::Vertical);
    ASSERT_EQ(axes.size(), 1);
    const auto* const axis = qobject_cast<QValueAxis*>(axes.front());
    for (const QAbstractSeries* const any : view->chart()->series()) {
      const auto* const series = qobject_cast<const QXYSeries*>(any);
      if (!series) continue;
      ASSERT_LE(series->count(), static_cast<int>(ChartsPanel::most_points));
      double last = -1;
      for (const QPointF& point : series->points()) {
        ASSERT_TRUE(std::isfinite(point.y()));
        ASSERT_GE(point.y(), 0);
        ASSERT_LE(point.y(), axis->max());
        ASSERT_GT(point.x(), last);
        last = point.x();
      }
    }
  }
}

int points_drawn(const ChartsPanel& panel) {
  int most = 0;
  for (const QChartView* const view : panel.findChildren<QChartView*>())
    for (const QAbstractSeries* const any : view->chart()->series())
      if (const auto* const series = qobject_cast<const QXYSeries*>(any)) most = std::max(most, series->count());
  return most;
}

TEST_F(ChartLines, SayWhatToDoBeforeThereIsARun) {
  ChartsPanel panel(document_, run_, appearance_);
  EXPECT_EQ(told(panel, "muted"), QStringList{QStringLiteral("Run the system to see its charts.")});
}

TEST_F(ChartLines, StayWithinTheirBoundsOverALongRun) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1000, 240);
  panel.show();
  auto* const window = panel.findChild<QComboBox*>();
  ASSERT_NE(window, nullptr);
  window->setCurrentIndex(window->count() - 1);
  run_.set_load(0.1);
  run_.act(action(ActionKind::kill, id("web-2")));
  ASSERT_TRUE(run_past(minutes(10)));
  ASSERT_GT(run_.samples().size(), 2 * ChartsPanel::most_points);
  ASSERT_TRUE(comes_true([&] { return points_drawn(panel) > static_cast<int>(ChartsPanel::most_points / 3); }));
  for (int choice = window->count() - 1; choice >= 0; --choice) {
    window->setCurrentIndex(choice);
    expect_lines_within_bounds(panel);
  }
  panel.set_selection({id("web-1")});
  expect_lines_within_bounds(panel);
  EXPECT_GT(points_drawn(panel), 0);
}

TEST_F(ChartLines, FollowTheSelectionAndCanGoBackToTheWhole) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.show();
  ASSERT_TRUE(run_past(seconds(5)));
  const auto button = [&](const QString& text) -> QPushButton* {
    for (QPushButton* const one : panel.findChildren<QPushButton*>())
      if (one->text() == text) return one;
    return nullptr;
  };
  panel.set_selection({id("web-2")});
  ASSERT_NE(button(QStringLiteral("web-2")), nullptr);
  EXPECT_TRUE(button(QStringLiteral("web-2"))->isChecked());
  button(QStringLiteral("Whole system"))->click();
  EXPECT_FALSE(button(QStringLiteral("web-2"))->isChecked());
  panel.set_selection({});
  EXPECT_TRUE(button(QStringLiteral("Whole system"))->isChecked());
  expect_lines_within_bounds(panel);
}

TEST_F(ChartLines, ForgetTheRunWhenItStartsOver) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.show();
  ASSERT_TRUE(run_past(seconds(5)));
  ASSERT_TRUE(comes_true([&] { return points_drawn(panel) > 0; }));
  run_.restart();
  EXPECT_EQ(told(panel, "muted").size(), 1);
}

using EventLogFilter = Panels;

TEST_F(EventLogFilter, TellsWhatHappenedAndExplainsTheFault) {
  EventLogPanel panel(document_, run_, appearance_);
  EXPECT_TRUE(panel.text().isEmpty());
  run_.act(action(ActionKind::kill, id("web-2")));
  ASSERT_TRUE(run_past(seconds(20)));
  EXPECT_TRUE(comes_true([&] { return panel.text().contains(QStringLiteral("lb-1 marked web-2 down")); }));
  EXPECT_TRUE(panel.text().startsWith(QStringLiteral("0:00.0\tweb-2 killed"))) << panel.text().toStdString();
  EXPECT_TRUE(comes_true([&] { return !told(panel, "title").filter(QStringLiteral("web-2")).isEmpty(); }));
}

TEST_F(EventLogFilter, ShowsWhatMatchesTheFilter) {
  EventLogPanel panel(document_, run_, appearance_);
  run_.act(action(ActionKind::kill, id("web-2")));
  run_.act(action(ActionKind::kill, id("cache-1")));
  ASSERT_TRUE(run_past(seconds(1)));
  panel.findChild<QLineEdit*>()->setText(QStringLiteral("CACHE-1"));
  for (const QString& line : panel.text().split(QLatin1Char('\n')))
    EXPECT_TRUE(line.contains(QStringLiteral("cache-1"))) << line.toStdString();
  panel.findChild<QLineEdit*>()->setText(QStringLiteral("no such thing"));
  EXPECT_TRUE(panel.text().isEmpty());
  EXPECT_EQ(told(panel, "muted").filter(QStringLiteral("no such thing")).size(), 1);
}

TEST_F(EventLogFilter, IsEmptyAgainAfterARestart) {
  EventLogPanel panel(document_, run_, appearance_);
  run_.act(action(ActionKind::kill, id("web-2")));
  ASSERT_TRUE(run_past(seconds(10)));
  ASSERT_FALSE(panel.text().isEmpty());
  run_.restart();
  EXPECT_TRUE(panel.text().isEmpty());
  EXPECT_TRUE(told(panel, "title").isEmpty());
}

using ProblemsList = Panels;

TEST_F(ProblemsList, ListsEveryFindingAndLeadsToItsElement) {
  ProblemsPanel panel(document_, appearance_);
  Architecture lonely;
  const auto users = samples::add(lonely, Kind::users);
  document_.reset(lonely, {});
  const auto* const list = panel.findChild<QTreeWidget*>();
  ASSERT_FALSE(document_.findings().empty());
  ASSERT_EQ(list->topLevelItemCount(), static_cast<int>(document_.findings().size()));
  EXPECT_GT(panel.count(), 0);
  for (int row = 0; row < list->topLevelItemCount(); ++row)
    for (int column = 0; column < list->columnCount(); ++column)
      EXPECT_FALSE(list->topLevelItem(row)->text(column).isEmpty()) << row << ", " << column;

  ElementId led_to;
  QObject::connect(&panel, &ProblemsPanel::element_chosen, &panel, [&](const ElementId& element) { led_to = element; });
  emit panel.findChild<QTreeWidget*>()->itemClicked(list->topLevelItem(0), 0);
  EXPECT_EQ(led_to, ElementId(users));
}

TEST_F(ProblemsList, SaysThatItCanRunWhenThereAreNone) {
  ProblemsPanel panel(document_, appearance_);
  Architecture good;
  const auto users = samples::add(good, Kind::users);
  const auto server = samples::add(good, Kind::server);
  samples::wire(good, users, server);
  document_.reset(good, {});
  ASSERT_TRUE(document_.findings().empty());
  EXPECT_EQ(panel.count(), 0);
  EXPECT_TRUE(panel.findChild<QTreeWidget*>()->isHidden());
  EXPECT_EQ(told(panel, "muted").size(), 1);
}

}  // namespace
}  // namespace loadframe
