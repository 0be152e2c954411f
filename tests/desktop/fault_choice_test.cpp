#include "canvas/fault_choice.h"

#include "architecture/faults.h"
#include "panels/faults_tab.h"
#include "panels/inspector_panel.h"

#include "desktop/bench.h"

#include <gtest/gtest.h>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace loadframe {
namespace {

TEST(FaultGroups, HoldEveryActionOnce) {
  std::vector<ActionKind> grouped;
  for (const ActionGroup& group : action_groups()) {
    EXPECT_FALSE(title_of(group).isEmpty());
    grouped.insert(grouped.end(), group.kinds.begin(), group.kinds.end());
  }
  std::sort(grouped.begin(), grouped.end());
  ASSERT_EQ(grouped.size(), action_kinds().size());
  for (std::size_t i = 0; i < grouped.size(); ++i) EXPECT_EQ(grouped[i], static_cast<ActionKind>(i));
}

TEST(FaultChoice, OffersWhatHasAnEffectOnTheElement) {
  Bench bench;
  bench.open_example();
  const Architecture& architecture = bench.architecture();
  const ElementId server = bench.component("web-1");
  const ElementId balancer = bench.component("lb-1");
  const ElementId zone = architecture.areas.front().id;
  const ElementId link = architecture.links.front().id;
  EXPECT_TRUE(can_be_done(architecture, ActionKind::drain, server));
  EXPECT_FALSE(can_be_done(architecture, ActionKind::drain, balancer)) << "no balancer sends it anything";
  EXPECT_TRUE(can_be_done(architecture, ActionKind::scale, server));
  EXPECT_FALSE(can_be_done(architecture, ActionKind::scale, balancer));
  EXPECT_TRUE(can_be_done(architecture, ActionKind::isolate, server));
  EXPECT_TRUE(can_be_done(architecture, ActionKind::isolate, zone));
  EXPECT_FALSE(can_be_done(architecture, ActionKind::isolate, link));
  for (const ActionKind kind : {ActionKind::delay, ActionKind::lose, ActionKind::throttle}) {
    EXPECT_TRUE(can_be_done(architecture, kind, link));
    EXPECT_FALSE(can_be_done(architecture, kind, server));
  }
  EXPECT_FALSE(can_be_done(architecture, ActionKind::flush, server));
  EXPECT_FALSE(can_be_done(architecture, ActionKind::kill, architecture.notes.front().id));
}

TEST(FaultChoice, GivesEveryEntryOfTheMenuAPicture) {
  Bench bench;
  bench.open_example();
  QMenu menu;
  add_faults(menu, bench.canvas, bench.component("web-1"), {});
  int entries = 0;
  for (const QAction* const entry : menu.actions()) {
    if (entry->isSeparator() || entry->toolTip() == entry->text()) continue;
    ++entries;
    EXPECT_FALSE(entry->icon().isNull()) << entry->text().toStdString();
  }
  EXPECT_GE(entries, 9);
}

TEST(FaultsTabOfAServer, DrainsItAndTakesItInAgain) {
  Bench bench;
  bench.open_example();
  FaultsTab tab(bench.document, bench.live_run);
  tab.set_targets({bench.component("web-1")});
  tab.fill();
  auto* const drain = tab.findChild<QPushButton*>(QStringLiteral("drain"));
  auto* const undo = tab.findChild<QPushButton*>(QStringLiteral("end drain"));
  ASSERT_NE(drain, nullptr);
  ASSERT_NE(undo, nullptr);
  drain->click();
  undo->click();
  bench.live_run.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.live_run.happened().size() >= 2; }, patience_ms));
  EXPECT_EQ(bench.live_run.happened()[0].action->amount, 1);
  EXPECT_EQ(bench.live_run.happened()[1].action->amount, 0);
}

TEST(LongSettings, AreFoldedUntilAPersonOpensThem) {
  Bench bench;
  bench.open_example();
  InspectorPanel inspector(bench.document, bench.live_run, bench.appearance, nullptr);
  inspector.resize(340, 900);
  inspector.show();
  const auto heading = [&](const QString& text) -> QToolButton* {
    for (QToolButton* const button : inspector.findChildren<QToolButton*>())
      if (button->text() == text && !button->isHidden()) return button;
    return nullptr;
  };
  const auto is_seen = [&](const char* key) {
    const auto* const field = inspector.findChild<QWidget*>(QLatin1String(key));
    return field && field->isVisible();
  };
  inspector.set_selection({bench.component("web-1")});
  ASSERT_NE(heading(QStringLiteral("Price")), nullptr);
  EXPECT_FALSE(is_seen("price_per_hour"));
  EXPECT_TRUE(is_seen("workers"));
  heading(QStringLiteral("Price"))->click();
  QWidget* next = heading(QStringLiteral("Price"))->nextInFocusChain();
  while (!next->isVisible() || !(next->focusPolicy() & Qt::TabFocus)) next = next->nextInFocusChain();
  EXPECT_EQ(next->objectName(), "price_per_hour") << "Tab goes from the heading to what it has opened";
  EXPECT_TRUE(is_seen("price_per_hour"));

  // It stays open for the next component, and a group with a value of its own begins open.
  inspector.set_selection({bench.component("web-2")});
  EXPECT_TRUE(is_seen("price_per_hour"));
  const std::vector<ElementId> first{bench.component("web-1")};
  bench.document.apply(set_setting(bench.architecture(), first, "boot_time", SettingValue{seconds(9)}), "Set");
  inspector.set_selection({bench.component("web-1")});
  EXPECT_TRUE(is_seen("boot_time"));
}

TEST(FaultsTab, IsNoWiderThanTheInspectorWhateverIsSelected) {
  Bench bench;
  bench.draw_tier();
  bench.add_one_of_each_kind();
  std::vector<ElementId> all{ElementId{}};
  for (const Component& one : bench.architecture().components) all.push_back(one.id);
  for (const Area& one : bench.architecture().areas) all.push_back(one.id);
  all.push_back(bench.architecture().links.front().id);
  constexpr int inside_the_least_inspector = 280;
  for (const ElementId& element : all) {
    FaultsTab tab(bench.document, bench.live_run);
    tab.set_targets({element});
    tab.fill();
    EXPECT_LE(tab.minimumSizeHint().width(), inside_the_least_inspector) << name_of(bench.architecture(), element);
  }
}

}  // namespace
}  // namespace loadframe
