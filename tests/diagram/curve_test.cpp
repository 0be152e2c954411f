#include "diagram/curve.h"

#include <gtest/gtest.h>
#include <QImage>

namespace loadframe {
namespace {

/// The part of a level curve's length that is painted, 0 to 1.
double painted_part(Qt::PenStyle style) {
  QImage image(400, 9, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPolygonF points;
  for (int x = 0; x <= 400; x += 2) points << QPointF(x, 4.5);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Qt::black, 1.6, style, Qt::RoundCap, Qt::RoundJoin));
  draw_curve(painter, points);
  painter.end();
  int painted = 0;
  for (int x = 0; x < image.width(); ++x) painted += qGray(image.pixel(x, 4)) < 128 ? 1 : 0;
  return static_cast<double>(painted) / image.width();
}

TEST(Curve, IsWithoutGapsWhereItIsSolid) { EXPECT_EQ(painted_part(Qt::SolidLine), 1); }

TEST(Curve, KeepsItsDashesHoweverManyPointsItHas) {
  EXPECT_GT(painted_part(Qt::DashLine), 0.5);
  EXPECT_LT(painted_part(Qt::DashLine), 0.95);
  EXPECT_LT(painted_part(Qt::DotLine), 0.9);
}

}  // namespace
}  // namespace loadframe
