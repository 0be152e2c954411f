#include "diagram/link_label.h"

#include "diagram/cards.h"
#include "diagram/text.h"

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double height = 16;
constexpr double widest = 180;
constexpr double distance = 18;  ///< from the line to the label's middle, above; beside, to its edge

}  // namespace

QRectF label_box(const QPainterPath& path, const QString& label) {
  if (path.isEmpty()) return {};
  const double width = std::min(widest, width_of(label, caption_font()) + 8);
  const QPointF middle = path.pointAtPercent(0.5);
  const QPointF along = path.pointAtPercent(0.55) - path.pointAtPercent(0.45);
  if (std::abs(along.x()) >= std::abs(along.y()))
    return {middle.x() - width / 2, middle.y() - distance - height / 2, width, height};
  return {middle.x() + distance / 2, middle.y() - height / 2, width, height};
}

void paint_link_label(QPainter& painter, const Theme& theme, const QPainterPath& path, const Link& link) {
  const QString label = QString::fromStdString(link.label);
  const QRectF box = label_box(path, label);
  QColor behind = theme.canvas;
  behind.setAlphaF(0.8F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(behind);
  painter.drawRoundedRect(box, 4, 4);
  draw_line(painter, box.adjusted(4, 0, -4, 0), Qt::AlignHCenter, label, caption_font(), theme.text);
}

}  // namespace loadframe
