#include "bench.h"
#include "canvas/find_bar.h"
#include "panels/element_words.h"
#include "panels/outline_panel.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

namespace loadframe {
namespace {

std::vector<QString> names_of(const Architecture& architecture, const std::vector<ElementId>& elements) {
  std::vector<QString> names;
  for (const ElementId& element : elements) names.push_back(name_words(architecture, element));
  return names;
}

TEST(Finding, LooksIntoNamesKindsAndTexts) {
  Bench bench;
  bench.open_example();
  const Architecture& architecture = bench.architecture();
  EXPECT_EQ(names_of(architecture, find_by_words(architecture, "web")), (std::vector<QString>{"web-1", "web-2"}));
  EXPECT_EQ(names_of(architecture, find_by_words(architecture, "balancer")), (std::vector<QString>{"lb-1"}));
  EXPECT_EQ(names_of(architecture, find_by_words(architecture, "note")), (std::vector<QString>{"Note"}));
  EXPECT_EQ(names_of(architecture, find_by_words(architecture, "lb-1 -> web")),
            (std::vector<QString>{"lb-1 → web-1", "lb-1 → web-2"}));
  EXPECT_TRUE(find_by_words(architecture, "  ").empty());
}

TEST(Finding, GoesFromOneToTheNextAndRound) {
  Bench bench;
  bench.open_example();
  FindBar bar(bench.canvas, bench.appearance);
  bar.start();
  auto* const words = bar.findChild<QLineEdit*>();
  QTest::keyClicks(words, "web");
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("web-1")});
  QTest::keyClick(words, Qt::Key_Return);
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("web-2")});
  EXPECT_EQ(bar.findChild<QLabel*>()->text(), "2 of 2");
  QTest::keyClick(words, Qt::Key_Return);
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("web-1")});
  QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("web-2")});
  QTest::keyClick(words, Qt::Key_Escape);
  EXPECT_TRUE(bar.isHidden());
}

class Outline : public testing::Test {
protected:
  Outline() {
    bench.open_example();
    panel.resize(240, 400);
    panel.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&panel));
    QTest::qWait(50);
  }

  QTreeWidgetItem* row(const QString& name) const {
    const auto found = tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.front();
  }

  Bench bench;
  OutlinePanel panel{bench.canvas, bench.live_run, bench.appearance};
  QTreeWidget* tree = panel.findChild<QTreeWidget*>();
};

TEST_F(Outline, HoldsWhatStandsInAreasInTheOrderOfTheFlow) {
  ASSERT_GE(tree->topLevelItemCount(), 3);
  EXPECT_EQ(tree->topLevelItem(0)->text(0), "users-1");
  EXPECT_EQ(tree->topLevelItem(1)->text(0), "lb-1");
  ASSERT_TRUE(row("web-1"));
  ASSERT_TRUE(row("web-1")->parent());
  EXPECT_EQ(row("web-1")->parent()->text(0), "zone-1");
  EXPECT_EQ(row("lb-1")->childCount(), 2);
  EXPECT_EQ(row("lb-1")->child(0)->text(0), "→ web-1");
}

TEST_F(Outline, SharesTheSelectionWithTheCanvas) {
  bench.canvas.select({bench.component("web-2")});
  EXPECT_TRUE(row("web-2")->isSelected());
  tree->clearSelection();
  row("lb-1")->setSelected(true);
  EXPECT_EQ(bench.canvas.selection(), std::vector<ElementId>{bench.component("lb-1")});
}

TEST_F(Outline, RenamesAndKeepsTheOldNameIfTheNewOneIsTaken) {
  row("lb-1")->setText(0, "edge");
  EXPECT_TRUE(bench.component("edge"));
  QTest::qWait(50);
  row("edge")->setText(0, "web-1");
  QTest::qWait(50);
  EXPECT_TRUE(row("edge"));
}

TEST_F(Outline, TellsWhoIsDead) {
  bench.live_run.run();
  bench.live_run.act({ActionKind::kill, bench.component("web-1")});
  EXPECT_TRUE(QTest::qWaitFor([&] { return row("web-1")->text(1) == "dead"; }, patience_ms));
  EXPECT_EQ(row("web-1")->data(1, Qt::AccessibleTextRole).toString(), "dead");
  bench.live_run.act({ActionKind::restart, bench.component("web-1")});
  EXPECT_TRUE(QTest::qWaitFor([&] { return row("web-1")->text(1) == "booting"; }, patience_ms));
  EXPECT_GE(tree->columnWidth(1), static_cast<QAbstractItemView*>(tree)->sizeHintForColumn(1)) << "nothing is cut";
}

TEST_F(Outline, TellsOfNothingBeforeTheRun) {
  EXPECT_EQ(row("web-1")->text(1), "");
  EXPECT_EQ(row("web-1")->data(1, Qt::AccessibleTextRole).toString(), "nothing measured");
  EXPECT_LT(tree->columnWidth(1), tree->columnWidth(0) / 2) << "names have the room";
}

}  // namespace
}  // namespace loadframe
