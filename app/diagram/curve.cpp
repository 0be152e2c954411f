#include "diagram/curve.h"

#include <QLineF>
#include <QPaintEngine>

namespace loadframe {

void draw_curve(QPainter& painter, const QPolygonF& points) {
  if (points.size() == 1) painter.drawPoint(points.front());
  if (points.size() < 2) return;
  const QPen pen = painter.pen();
  // Dashes would begin anew from piece to piece.
  if (painter.paintEngine()->type() != QPaintEngine::Raster || pen.style() != Qt::SolidLine) {
    painter.drawPolyline(points);
    return;
  }
  QList<QLineF> pieces;
  pieces.reserve(points.size() - 1);
  for (qsizetype i = 1; i < points.size(); ++i) pieces.emplace_back(points[i - 1], points[i]);
  QPen without_round_ends = pen;  // those take the slow way
  without_round_ends.setCapStyle(Qt::SquareCap);
  painter.setPen(without_round_ends);
  painter.drawLines(pieces);
  painter.setPen(pen);
}

}  // namespace loadframe
