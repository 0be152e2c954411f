#include "diagram/dots.h"

namespace loadframe {

QColor color_of(const Theme& theme, Dot::Look look) {
  switch (look) {
    case Dot::Look::request:
    case Dot::Look::answer:
      return theme.ok;
    case Dot::Look::failed:
      return theme.failed;
    case Dot::Look::lookup:
      return theme.lookup;
    case Dot::Look::replication:
      return theme.replication;
    case Dot::Look::check:
      return theme.check;
  }
  return theme.ok;
}

void paint_dot(QPainter& painter, const Theme& theme, Dot::Look look, QPointF center, double radius) {
  const QColor color = color_of(theme, look);
  switch (look) {
    case Dot::Look::request:
    case Dot::Look::lookup:
    case Dot::Look::replication:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawEllipse(center, radius, radius);
      break;
    case Dot::Look::answer:
      painter.setPen(QPen(color, radius * 0.5));
      painter.setBrush(theme.card);
      painter.drawEllipse(center, radius * 0.75, radius * 0.75);
      break;
    case Dot::Look::failed: {
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawEllipse(center, radius * 1.4, radius * 1.4);
      painter.setPen(QPen(theme.card, radius * 0.4, Qt::SolidLine, Qt::RoundCap));
      const double arm = radius * 0.6;
      painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
      painter.drawLine(center + QPointF(arm, -arm), center + QPointF(-arm, arm));
      break;
    }
    case Dot::Look::check:
      painter.setPen(QPen(color, radius * 0.35));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(center, radius * 0.55, radius * 0.55);
      break;
  }
}

}  // namespace loadframe
