#include "canvas/snapping.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

constexpr QSizeF size(168, 76);

QRectF box(double x, double y) { return {QPointF(x, y), size}; }

TEST(Snapping, MakesTheGapBetweenTwoNeighboursEqual) {
  const std::vector<QRectF> others{box(0, 0), box(600, 0)};
  const Snapped snapped = snap_move(box(0, 300), {302, -300 + 20}, others, 5);
  EXPECT_EQ(snapped.by.x(), 300);
  ASSERT_EQ(snapped.gaps.size(), 2u);
  EXPECT_EQ(snapped.gaps[0].length(), snapped.gaps[1].length());
}

TEST(Snapping, GoesOnWithTheGapOfARow) {
  const std::vector<QRectF> others{box(0, 0), box(0, 120)};
  const Snapped snapped = snap_move(box(400, 400), {-400, -400 + 243}, others, 5);
  EXPECT_EQ(snapped.by, QPointF(-400, -400 + 240));
  ASSERT_EQ(snapped.gaps.size(), 2u);
  EXPECT_EQ(snapped.gaps[0].length(), 44);
}

TEST(Snapping, FallsBackToTheGridFarFromEverything) {
  const Snapped snapped = snap_move(box(0, 0), {1001, 1003}, {}, 5);
  EXPECT_EQ(snapped.by, QPointF(1000, 1000));
  EXPECT_TRUE(snapped.gaps.empty());
}

}  // namespace
}  // namespace loadframe
