#include "canvas/tidy_up.h"

#include "canvas/minimap.h"
#include "desktop/bench.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

TEST(TidyUp, MovesEverythingInOneStepToUndo) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  (new TidyUp(bench.canvas))->begin();
  ASSERT_TRUE(QTest::qWaitFor([&] { return bench.architecture() != before; }, patience_ms));
  EXPECT_EQ(bench.document.undo_stack().count(), 1);
  bench.document.undo_stack().undo();
  EXPECT_EQ(bench.architecture(), before);
}

TEST(TidyUp, AKeyEndsItsAnimationAtOnce) {
  Bench bench;
  bench.open_example();
  const Architecture before = bench.architecture();
  (new TidyUp(bench.canvas))->begin();
  EXPECT_EQ(bench.architecture(), before);
  QTest::keyClick(&bench.canvas, Qt::Key_Shift);
  EXPECT_NE(bench.architecture(), before);
}

TEST(Minimap, ShowsWhenTheDrawingIsNotAllInSightAndGoesWhereItIsClicked) {
  Bench bench;
  bench.open_example();
  Minimap& map = bench.canvas.minimap();
  EXPECT_FALSE(map.isVisible());
  for (int i = 0; i < 5; ++i) bench.canvas.zoom_in();
  ASSERT_TRUE(map.isVisible());
  const QPointF before = bench.canvas.viewport().origin();
  QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(map.width() - 8, map.height() / 2));
  EXPECT_GT(bench.canvas.viewport().origin().x(), before.x());
  map.set_wanted(false);
  EXPECT_FALSE(map.isVisible());
}

TEST(Links, AreLedAnewWhileAComponentIsDragged) {
  Bench bench;
  bench.open_example();
  const auto between = bench.canvas.routes().paths.back();
  Change moved = move(bench.architecture(), std::vector<ElementId>{bench.component("web-2")}, {40, 60});
  bench.canvas.preview(moved);
  EXPECT_NE(bench.canvas.routes().paths.back(), between);
  bench.canvas.withdraw_preview();
  EXPECT_EQ(bench.canvas.routes().paths.back(), between);
}

}  // namespace
}  // namespace loadframe
