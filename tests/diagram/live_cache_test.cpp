#include "diagram/live_cache.h"

#include <gtest/gtest.h>

#include <QLineF>
#include <QPainterPath>

namespace loadframe {
namespace {

TEST(LinkTrack, RunsEvenlyAlongItsCurve) {
  QPainterPath path(QPointF(10, 20));
  path.cubicTo({800, 20}, {-400, 900}, {1500, 700});
  const LinkTrack track(path);
  EXPECT_NEAR(track.length(), path.length(), 1);
  for (const double progress : {0.0, 0.1, 0.25, 0.5, 0.77, 0.9, 1.0}) {
    const QPointF expected = path.pointAtPercent(path.percentAtLength(progress * path.length()));
    EXPECT_LT(QLineF(track.at(progress), expected).length(), 1) << progress;
  }
}

TEST(LinkTrack, IsEmptyWithoutAWay) {
  QPainterPath path(QPointF(5, 5));
  path.cubicTo({5, 5}, {5, 5}, {5, 5});
  EXPECT_TRUE(LinkTrack(path).is_empty());
}

}  // namespace
}  // namespace loadframe
