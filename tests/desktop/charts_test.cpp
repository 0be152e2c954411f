#include "panels/charts_panel.h"

#include "appearance.h"
#include "architecture/samples.h"
#include "charts/chart_card.h"
#include "charts/chart_export.h"
#include "charts/plot_view.h"
#include "charts/series_dialog.h"
#include "document.h"
#include "live/live_run.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QWheelEvent>

#include <cmath>
#include <ctime>

namespace loadframe {
namespace {

constexpr int patience_ms = 60'000;

/// A document of the shop and its run.
class Charts : public testing::Test {
protected:
  Charts() {
    QSettings().remove(QStringLiteral("charts"));
    QObject::connect(&document_, &Document::replaced, &run_,
                     [this] { run_.set_architecture(document_.architecture(), false); });
    Architecture shop = samples::shop();
    shop.properties.scenario.clear();
    document_.reset(std::move(shop), {});
  }
  ~Charts() override { QSettings().remove(QStringLiteral("charts")); }

  ElementId id(std::string_view name) const { return samples::id_of(document_.architecture(), name); }

  void run_past(Duration time) {
    run_.set_speed(LiveRun::as_fast_as_it_goes);
    run_.run();
    ASSERT_TRUE(QTest::qWaitFor([&] { return run_.now() >= time; }, patience_ms));
    run_.pause();
    // What was under way when the pause was asked for still comes in.
    Duration last;
    do {
      last = run_.now();
      QTest::qWait(60);
    } while (run_.now() != last);
  }

  static bool drawn(const ChartsPanel& panel) {
    return std::all_of(panel.cards().begin(), panel.cards().end(),
                       [](const ChartCard* card) { return !card->picture().lines.empty(); });
  }

  static PlotView& plot_of(const ChartCard& card) { return *card.findChild<PlotView*>(); }

  static void expect_lines_within_bounds(const ChartsPanel& panel) {
    for (const ChartCard* const card : panel.cards()) {
      const PlotPicture& picture = card->picture();
      SCOPED_TRACE(card->accessibleName().toStdString());
      EXPECT_LT(picture.from_s, picture.to_s);
      for (const PlotLine& line : picture.lines) {
        double last = -1;
        ASSERT_LE(line.points.size(), std::size_t{6000});
        for (const QPointF& point : line.points) {
          ASSERT_GT(point.x(), last);
          last = point.x();
          if (std::isnan(point.y())) continue;
          ASSERT_TRUE(std::isfinite(point.y()));
          ASSERT_GE(point.y(), 0);
        }
      }
    }
  }

  Appearance appearance_{*qApp};
  Document document_;
  LiveRun run_;
};

TEST_F(Charts, SayWhatToDoBeforeThereIsARun) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.show();
  QStringList told;
  for (const QLabel* const label : panel.findChildren<QLabel*>())
    if (label->property("role") == "muted" && label->isVisible()) told << label->text();
  EXPECT_EQ(told, QStringList{QStringLiteral("Run the system to see its charts.")});
}

TEST_F(Charts, StayWithinTheirBoundsOverALongRun) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 300);
  panel.show();
  auto* const window = panel.findChild<QComboBox*>();
  run_.set_load(0.1);
  run_.act(action(ActionKind::kill, std::get<ComponentId>(id("web-2"))));
  run_past(minutes(10));
  ASSERT_TRUE(QTest::qWaitFor([&] { return drawn(panel); }, patience_ms));
  for (int choice = window->count() - 1; choice >= 0; --choice) {
    window->setCurrentIndex(choice);
    expect_lines_within_bounds(panel);
  }
  panel.set_selection({id("web-1")});
  EXPECT_TRUE(drawn(panel));
  expect_lines_within_bounds(panel);
}

TEST_F(Charts, FollowTheSelectionAndCanGoBackToTheWhole) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.show();
  run_past(seconds(5));
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
}

TEST_F(Charts, SayWhatIsNotMeasuredForWhatIsSelected) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 800);  // only what is seen is drawn
  panel.show();
  run_past(seconds(5));
  const auto untold = [&] {
    std::vector<StandardChart> charts;
    for (const ChartCard* const card : panel.cards()) {
      const PlotPicture& picture = card->picture();
      EXPECT_EQ(plot_of(*card).accessibleDescription(), picture.why_empty);
      EXPECT_TRUE(picture.lines.empty() || picture.why_empty.isEmpty());
      if (picture.why_empty.isEmpty()) charts.push_back(card->spec().standard);
    }
    return charts;
  };
  const std::vector all{StandardChart::requests, StandardChart::latency, StandardChart::utilisation,
                        StandardChart::calls};
  EXPECT_EQ(untold(), all);
  panel.set_selection({document_.architecture().links.front().id});
  EXPECT_EQ(untold(), (std::vector{StandardChart::requests, StandardChart::calls}));
  panel.set_selection({id("web-2")});
  EXPECT_EQ(untold(), all);
  panel.set_selection({});
  EXPECT_EQ(untold(), all);
}

TEST_F(Charts, ShowWhatWasSelectedWhileTheyWereHiddenAndTheRunPaused) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 800);
  panel.show();
  run_past(seconds(5));
  const auto labels = [&] {
    std::vector<QString> all;
    for (const ChartCard* const card : panel.cards())
      for (const PlotLine& line : card->picture().lines) all.push_back(line.label);
    return all;
  };
  const std::vector<QString> whole = labels();
  panel.hide();
  panel.set_selection({document_.architecture().links.front().id});
  panel.show();
  EXPECT_EQ(labels(), (std::vector<QString>{QStringLiteral("answered"), QStringLiteral("under way")}));
  panel.hide();
  panel.set_selection({});
  panel.show();
  EXPECT_EQ(labels(), whole);
}

TEST_F(Charts, ShowHowBusyOneOfEachKindIsHoweverManyThereAre) {
  Architecture layout;
  const auto add = [&layout](Kind kind) {
    apply(add_component(layout, kind, {0, 0}), layout);
    return layout.components.back().id;
  };
  const ComponentId users = add(Kind::users);
  const ComponentId balancer = add(Kind::load_balancer);
  apply(connect(layout, users, balancer), layout);
  std::vector<ComponentId> servers;
  for (int i = 0; i < 20; ++i) {
    servers.push_back(add(Kind::server));
    apply(connect(layout, balancer, servers.back()), layout);
  }
  const ComponentId database = add(Kind::relational_database);
  for (const ComponentId server : servers) apply(connect(layout, server, database), layout);
  document_.reset(std::move(layout), {});
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 800);
  panel.show();
  run_past(seconds(5));
  const auto shown = std::find_if(panel.cards().begin(), panel.cards().end(), [](const ChartCard* card) {
    return card->spec().standard == StandardChart::utilisation;
  });
  ASSERT_NE(shown, panel.cards().end());
  const auto& lines = (*shown)->picture().lines;
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const PlotLine& line) {
    return line.label == QString::fromStdString(find(document_.architecture(), database)->name);
  }));
  EXPECT_LT(lines.size(), servers.size());
}

TEST_F(Charts, OutliveWhatTheyShow) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.show();
  run_past(seconds(5));
  panel.set_selection({id("web-2")});
  document_.apply(remove(document_.architecture(), std::vector<ElementId>{id("web-2")}), {});
  run_past(seconds(8));
  expect_lines_within_bounds(panel);
}

TEST_F(Charts, ForgetTheRunWhenItStartsOver) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.show();
  run_past(seconds(5));
  run_.restart();
  EXPECT_TRUE(panel.cards().front()->isHidden() || !panel.cards().front()->isVisible());
}

TEST_F(Charts, AllShowTheMomentThatIsPointedAt) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 300);
  panel.show();
  run_past(seconds(20));
  ASSERT_TRUE(QTest::qWaitFor([&] { return drawn(panel); }, patience_ms));
  std::optional<double> told;
  QObject::connect(&panel, &ChartsPanel::pointed_at, &panel, [&](std::optional<double> at_s) { told = at_s; });
  PlotView& first = plot_of(*panel.cards().front());
  QTest::mouseMove(&first, first.rect().center());
  QMouseEvent move(QEvent::MouseMove, QPointF(first.rect().center()), first.mapToGlobal(QPointF(first.rect().center())),
                   Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QApplication::sendEvent(&first, &move);
  ASSERT_TRUE(told);
  for (const ChartCard* const card : panel.cards()) EXPECT_EQ(card->picture().cursor_s, told);
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(&first, &leave);
  for (const ChartCard* const card : panel.cards()) EXPECT_FALSE(card->picture().cursor_s);
}

TEST_F(Charts, ZoomTogetherAndADoubleClickFollowsTheRunAgain) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 300);
  panel.show();
  run_past(seconds(60));
  PlotView& plot = plot_of(*panel.cards().front());
  const double before = panel.to_s() - panel.from_s();
  QWheelEvent wheel(QPointF(plot.rect().center()), plot.mapToGlobal(QPointF(plot.rect().center())), {}, QPoint(0, 240),
                    Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&plot, &wheel);
  EXPECT_LT(panel.to_s() - panel.from_s(), before);
  EXPECT_FALSE(panel.follows());
  for (const ChartCard* const card : panel.cards()) EXPECT_EQ(card->picture().from_s, panel.from_s());
  const double from = panel.from_s();
  QTest::keyClick(&plot, Qt::Key_Left);
  EXPECT_LT(panel.from_s(), from);
  QTest::mouseDClick(&plot, Qt::LeftButton, {}, plot.rect().center());
  EXPECT_TRUE(panel.follows());
  EXPECT_EQ(panel.to_s() - panel.from_s(), before);
}

TEST_F(Charts, ADragMarksTheTimeToShow) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 300);
  panel.show();
  run_past(seconds(60));
  PlotView& plot = plot_of(*panel.cards().front());
  const auto at = [&](double part) { return QPoint(static_cast<int>(plot.width() * part), plot.height() / 2); };
  QTest::mousePress(&plot, Qt::LeftButton, {}, at(0.4));
  QMouseEvent move(QEvent::MouseMove, QPointF(at(0.6)), plot.mapToGlobal(QPointF(at(0.6))), Qt::NoButton,
                   Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&plot, &move);
  QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(0.6));
  EXPECT_FALSE(panel.follows());
  EXPECT_LT(panel.to_s() - panel.from_s(), 30);
  EXPECT_GT(panel.from_s(), 5);
}

TEST_F(Charts, WhatWasComposedIsRememberedForItsFile) {
  const Architecture shop = document_.architecture();
  document_.reset(shop, QStringLiteral("/tmp/a.loadframe"));
  {
    ChartsPanel panel(document_, run_, appearance_);
    ASSERT_EQ(panel.cards().size(), 4U);
    emit panel.cards()[1]->remove_wanted();
    emit panel.cards()[0]->move_wanted(1);
    ASSERT_EQ(panel.cards().size(), 3U);
  }
  ChartsPanel again(document_, run_, appearance_);
  ASSERT_EQ(again.cards().size(), 3U);
  EXPECT_EQ(again.cards()[0]->spec().standard, StandardChart::utilisation);
  EXPECT_EQ(again.cards()[1]->spec().standard, StandardChart::requests);
  document_.reset(shop, QStringLiteral("/tmp/b.loadframe"));
  EXPECT_EQ(again.cards().size(), 4U);
}

TEST_F(Charts, SeriesOfAChartHaveOneUnit) {
  SeriesDialog dialog(document_.architecture(), appearance_, {}, {});
  const auto* const tree = dialog.findChild<QTreeWidget*>();
  ASSERT_GT(tree->topLevelItemCount(), 5);
  QTreeWidgetItem* const system = tree->topLevelItem(0);
  const auto metric = [&](const char* label) -> QTreeWidgetItem* {
    for (int i = 0; i < system->childCount(); ++i)
      if (system->child(i)->text(0) == QString::fromLatin1(label)) return system->child(i);
    return nullptr;
  };
  metric("p99")->setCheckState(0, Qt::Checked);
  metric("p50")->setCheckState(0, Qt::Checked);
  EXPECT_EQ(dialog.chosen().size(), 2U);
  EXPECT_TRUE(metric("failed")->isDisabled());
  metric("p99")->setCheckState(0, Qt::Unchecked);
  metric("p50")->setCheckState(0, Qt::Unchecked);
  EXPECT_FALSE(metric("failed")->isDisabled());
}

TEST_F(Charts, AreWrittenAsPicturesAndTables) {
  ChartsPanel panel(document_, run_, appearance_);
  panel.resize(1200, 300);
  panel.show();
  run_past(seconds(20));
  const QTemporaryDir folder;
  const ChartCard& card = *panel.cards().front();
  EXPECT_EQ(write_chart_picture(card, QStringLiteral("png"), folder.filePath(QStringLiteral("a.png"))), QString());
  EXPECT_GT(QImage(folder.filePath(QStringLiteral("a.png"))).width(), 900);
  EXPECT_EQ(write_chart_picture(card, QStringLiteral("svg"), folder.filePath(QStringLiteral("a.svg"))), QString());
  QFile svg(folder.filePath(QStringLiteral("a.svg")));
  ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
  EXPECT_TRUE(svg.readAll().contains("<svg"));

  const QByteArray table = csv_of({{QStringLiteral("shop: ok"), {}, find_metric(QStringLiteral("ok"))},
                                   {QStringLiteral("web-1"), id("web-1"), find_metric(QStringLiteral("p99"))}},
                                  run_.samples(), 5, 10);
  const QList<QByteArray> rows = table.trimmed().split('\n');
  EXPECT_EQ(rows.front(), "time_s,\"shop: ok [1/s]\",\"web-1 [ms]\"");
  EXPECT_EQ(rows.size(), 1 + 21);  // four a second, both ends
  EXPECT_EQ(rows[1].split(',').front().toDouble(), 5);
  EXPECT_GT(rows[1].split(',')[1].toDouble(), 0);
}

TEST(ChartSpecs, AreReadBack) {
  std::vector<ChartSpec> charts = usual_charts();
  charts.push_back({QStringLiteral("Mine"),
                    StandardChart::none,
                    {{{}, QStringLiteral("p99")}, {QStringLiteral("web-1"), QStringLiteral("p50")}}});
  EXPECT_EQ(charts_from_text(charts_to_text(charts)), charts);
  EXPECT_EQ(charts_from_text(QStringLiteral("nonsense")), usual_charts());
}

TEST(ThinnedLines, KeepPeaksAndGapsInAFewPointsForEachPixel) {
  std::vector<QPointF> points;
  for (int i = 0; i < 100'000; ++i) points.emplace_back(i, i == 31'415 ? 1000 : i % 7);
  for (int i = 50'000; i < 60'000; ++i) points[static_cast<std::size_t>(i)].setY(std::nan(""));
  const auto thin = thinned(points, 0, 100'000, 500);
  EXPECT_LT(thin.size(), 2000U);
  EXPECT_TRUE(std::any_of(thin.begin(), thin.end(), [](const QPointF& p) { return p.y() == 1000; }));
  EXPECT_TRUE(std::any_of(thin.begin(), thin.end(), [](const QPointF& p) { return std::isnan(p.y()); }));
  EXPECT_TRUE(
      std::is_sorted(thin.begin(), thin.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
}

TEST(ChartPainter, DividesTheValueAxisByRoundNumbersWhateverItsTop) {
  for (const double decade : {0.001, 1.0, 1e6}) {
    EXPECT_DOUBLE_EQ(value_step(1 * decade, 3), 0.5 * decade);
    EXPECT_DOUBLE_EQ(value_step(2 * decade, 3), 1 * decade);
    EXPECT_DOUBLE_EQ(value_step(5 * decade, 3), 2.5 * decade);
    EXPECT_DOUBLE_EQ(value_step(2 * decade, 4), 0.5 * decade);
    EXPECT_DOUBLE_EQ(value_step(5 * decade, 5), 1 * decade);
    EXPECT_DOUBLE_EQ(value_step(1 * decade, 10), 0.1 * decade);
    EXPECT_DOUBLE_EQ(value_step(5 * decade, 1), 5 * decade);
  }
}

TEST(ChartPainter, DrawsTenLinesOfSixHundredPointsInTime) {
  PlotPicture picture;
  picture.to_s = 150;
  for (int i = 0; i < 10; ++i) {
    PlotLine line{QString::number(i), &Theme::compute, Qt::SolidLine, {}};
    for (int j = 0; j < 600; ++j) line.points.emplace_back(j / 4.0, 50 + 10 * i + 20 * std::sin(j / (5.0 + i)));
    picture.lines.push_back(std::move(line));
  }
  QImage image(480, 240, QImage::Format_ARGB32_Premultiplied);
  const auto draw = [&] {
    QPainter painter(&image);
    paint_plot(painter, image.rect(), picture, theme(QStringLiteral("light")), QFont());
  };
  draw();
  constexpr int times = 10;
  const std::clock_t begin = std::clock();
  for (int i = 0; i < times; ++i) draw();
  const double ms = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / times;
  RecordProperty("ms", std::to_string(ms));
  EXPECT_LT(ms, 33) << "of processor time; on a quiet machine it takes a third";
}

}  // namespace
}  // namespace loadframe
