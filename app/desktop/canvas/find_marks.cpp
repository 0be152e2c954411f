#include "canvas/find_marks.h"

#include "diagram/geometry.h"
#include "diagram/routing.h"

namespace loadframe {

namespace {

constexpr double distance = 5;  ///< from the element to its frame
constexpr double radius = 14;
constexpr double pen_width = 2.5;  ///< on the screen, whatever the zoom
constexpr double link_width = 9;
constexpr float glow = 0.25F;

}  // namespace

void paint_find_marks(QPainter& painter, const Architecture& architecture, const Routes& routes, const Theme& theme,
                      const std::vector<ElementId>& found, double scale) {
  QColor soft = theme.busy;
  soft.setAlphaF(glow);
  painter.save();
  for (const ElementId& element : found) {
    painter.setBrush(Qt::NoBrush);
    if (const auto* const id = std::get_if<LinkId>(&element)) {
      painter.setPen(QPen(soft, link_width / scale, Qt::SolidLine, Qt::RoundCap));
      painter.drawPath(routes.path_of(*id));
      continue;
    }
    const QRectF box = rectangle_of(architecture, element);
    if (box.isEmpty()) continue;
    const QRectF frame = box.adjusted(-distance, -distance, distance, distance);
    painter.setPen(QPen(soft, 3 * pen_width / scale));
    painter.drawRoundedRect(frame, radius, radius);
    painter.setPen(QPen(theme.busy, pen_width / scale));
    painter.drawRoundedRect(frame, radius, radius);
  }
  painter.restore();
}

}  // namespace loadframe
