#include "diagram/geometry.h"

#include "diagram/routing.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double sheet_margin = 40;  ///< around pictures
/// Of an area's title: about, since what it is for needs no more.
constexpr QRectF title_place(8, 5, 26, 26);  ///< with the icon, without a name
constexpr double letter_width = 7.5;
constexpr double host_line_width = 62;
constexpr double region_line_width = 112;

QRectF to_qt(const Rectangle& box) { return {box.x, box.y, box.width, box.height}; }

double distance_to_segment(QPointF point, QPointF a, QPointF b) {
  const QPointF along = b - a;
  const double squared = QPointF::dotProduct(along, along);
  const double share = squared > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / squared, 0.0, 1.0) : 0.0;
  const QPointF away = point - (a + along * share);
  return std::hypot(away.x(), away.y());
}

bool runs_within(const QPainterPath& path, QPointF point, double tolerance) {
  for (const QPolygonF& line : path.toSubpathPolygons()) {
    for (qsizetype i = 1; i < line.size(); ++i) {
      if (distance_to_segment(point, line[i - 1], line[i]) <= tolerance) return true;
    }
  }
  return false;
}

}  // namespace

QRectF rectangle_of(const Component& component) {
  return {component.at.x, component.at.y, component_width, component_height};
}

QRectF rectangle_of(const Area& area) { return to_qt(area.at); }

QRectF rectangle_of(const Note& note) { return to_qt(note.at); }

QRectF rectangle_of(const Architecture& architecture, const ElementId& element) {
  return std::visit(
      [&](auto id) -> QRectF {
        if constexpr (std::is_same_v<decltype(id), std::monostate> || std::is_same_v<decltype(id), LinkId>) {
          return {};
        } else {
          const auto* found = find(architecture, id);
          return found ? rectangle_of(*found) : QRectF();
        }
      },
      element);
}

std::vector<QRectF> title_boxes(const Area& area) {
  const QRectF box = rectangle_of(area);
  QRectF name = title_place.translated(box.topLeft());
  name.setRight(std::min(box.right() - 8, name.right() + letter_width * static_cast<double>(area.name.size())));
  std::vector<QRectF> boxes;
  if (name.width() <= 0 || name.bottom() > box.bottom()) return boxes;
  boxes.push_back(name);
  const AreaKind kind = kind_of(area.settings);
  const double width = kind == AreaKind::group ? 0 : kind == AreaKind::region ? region_line_width : host_line_width;
  const QRectF line(box.right() - 10 - width, name.top(), width, name.height());
  if (width > 0 && line.left() > name.right()) boxes.push_back(line);
  return boxes;
}

QRectF drawn_bounds(const Architecture& architecture, const Routes& routes) {
  QRectF all;
  for (const Area& area : architecture.areas) all |= rectangle_of(area);
  for (const Component& component : architecture.components) all |= rectangle_of(component);
  for (const Note& note : architecture.notes) all |= rectangle_of(note);
  for (const QRectF& route : routes.bounds) all |= route;
  if (all.isEmpty()) return {0, 0, 640, 400};
  return all.adjusted(-sheet_margin, -sheet_margin, sheet_margin, sheet_margin);
}

QRectF drawn_bounds(const Architecture& architecture) { return drawn_bounds(architecture, *routes_of(architecture)); }

int depth_of(const Architecture& architecture, const Area& area) {
  int depth = 0;
  const int most = static_cast<int>(architecture.areas.size());  // a file may hold a circle
  for (const Area* outer = find(architecture, area.parent); outer && depth < most;
       outer = find(architecture, outer->parent)) {
    ++depth;
  }
  return depth;
}

ElementId element_at(const Architecture& architecture, const Routes& routes, QPointF point, double tolerance) {
  const auto& notes = architecture.notes;
  for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
    if (rectangle_of(*note).contains(point)) return note->id;
  }
  const auto& components = architecture.components;
  for (auto component = components.rbegin(); component != components.rend(); ++component) {
    if (rectangle_of(*component).contains(point)) return component->id;
  }
  for (std::size_t place = routes.paths.size(); place-- > 0;) {
    const QRectF around = routes.bounds[place].adjusted(-tolerance, -tolerance, tolerance, tolerance);
    if (around.contains(point) && runs_within(routes.paths[place], point, tolerance)) return routes.links[place];
  }
  const Area* innermost = nullptr;
  int innermost_depth = -1;
  for (const Area& area : architecture.areas) {
    if (!rectangle_of(area).contains(point)) continue;
    const int depth = depth_of(architecture, area);
    if (depth >= innermost_depth) {
      innermost = &area;
      innermost_depth = depth;
    }
  }
  if (innermost) return innermost->id;
  return {};
}

std::vector<ElementId> elements_in(const Architecture& architecture, QRectF rectangle) {
  rectangle = rectangle.normalized();
  std::vector<ElementId> found;
  for (const Area& area : architecture.areas) {
    if (rectangle.contains(rectangle_of(area))) found.emplace_back(area.id);
  }
  for (const Component& component : architecture.components) {
    if (rectangle.intersects(rectangle_of(component))) found.emplace_back(component.id);
  }
  for (const Note& note : architecture.notes) {
    if (rectangle.intersects(rectangle_of(note))) found.emplace_back(note.id);
  }
  return found;
}

}  // namespace loadframe
