#include "diagram/geometry.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr double sheet_margin = 40;      ///< around pictures
constexpr double side_by_side_gap = 32;  ///< from this gap on, links leave to the left or right
constexpr double least_reach = 24;       ///< how far a curve runs straight out of its component
constexpr double opposite_shift = 9;     ///< of each of two links in opposite directions, to its right

QRectF to_qt(const Rectangle& box) { return {box.x, box.y, box.width, box.height}; }

/// From one box to another; the shift moves both ends to the right, as seen from the caller.
QPainterPath curve_between(const QRectF& from, const QRectF& to, double shift) {
  const double horizontal_gap = std::max(to.left() - from.right(), from.left() - to.right());
  const double vertical_gap = std::max(to.top() - from.bottom(), from.top() - to.bottom());
  QPointF start;
  QPointF end;
  QPointF reach;
  if (horizontal_gap >= side_by_side_gap || horizontal_gap >= vertical_gap) {
    const double direction = to.center().x() >= from.center().x() ? 1 : -1;
    start = {direction > 0 ? from.right() : from.left(), from.center().y() + shift * direction};
    end = {direction > 0 ? to.left() : to.right(), to.center().y() + shift * direction};
    reach = {direction * std::max(std::abs(end.x() - start.x()) / 2, least_reach), 0};
  } else {
    const double direction = to.center().y() >= from.center().y() ? 1 : -1;
    start = {from.center().x() - shift * direction, direction > 0 ? from.bottom() : from.top()};
    end = {to.center().x() - shift * direction, direction > 0 ? to.top() : to.bottom()};
    reach = {0, direction * std::max(std::abs(end.y() - start.y()) / 2, least_reach)};
  }
  QPainterPath path(start);
  path.cubicTo(start + reach, end - reach, end);
  return path;
}

double distance_to_segment(QPointF point, QPointF a, QPointF b) {
  const QPointF along = b - a;
  const double squared = QPointF::dotProduct(along, along);
  const double share = squared > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / squared, 0.0, 1.0) : 0.0;
  const QPointF away = point - (a + along * share);
  return std::hypot(away.x(), away.y());
}

bool runs_within(const QPainterPath& path, QPointF point, double tolerance) {
  if (!path.controlPointRect().adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(point)) return false;
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

QRectF drawn_bounds(const Architecture& architecture) {
  QRectF all;
  for (const Area& area : architecture.areas) all |= rectangle_of(area);
  for (const Component& component : architecture.components) all |= rectangle_of(component);
  for (const Note& note : architecture.notes) all |= rectangle_of(note);
  for (const QPainterPath& path : paths_of(architecture)) all |= path.controlPointRect();
  if (all.isEmpty()) return {0, 0, 640, 400};
  return all.adjusted(-sheet_margin, -sheet_margin, sheet_margin, sheet_margin);
}

QPainterPath path_of(const Architecture& architecture, const Link& link) {
  const Component* caller = find(architecture, link.caller);
  const Component* callee = find(architecture, link.callee);
  if (!caller || !callee) return {};
  const bool has_opposite = find_link(architecture, link.callee, link.caller) != nullptr;
  return curve_between(rectangle_of(*caller), rectangle_of(*callee), has_opposite ? opposite_shift : 0);
}

std::vector<QPainterPath> paths_of(const Architecture& architecture) {
  std::unordered_map<std::uint32_t, const Component*> components;
  components.reserve(architecture.components.size());
  for (const Component& component : architecture.components) components.emplace(component.id.value, &component);
  std::set<std::pair<ComponentId, ComponentId>> ends;
  for (const Link& link : architecture.links) ends.emplace(link.caller, link.callee);

  std::vector<QPainterPath> paths;
  paths.reserve(architecture.links.size());
  for (const Link& link : architecture.links) {
    const auto caller = components.find(link.caller.value);
    const auto callee = components.find(link.callee.value);
    if (caller == components.end() || callee == components.end()) {
      paths.emplace_back();
      continue;
    }
    const bool has_opposite = ends.contains({link.callee, link.caller});
    paths.push_back(curve_between(rectangle_of(*caller->second), rectangle_of(*callee->second),
                                  has_opposite ? opposite_shift : 0));
  }
  return paths;
}

QPainterPath path_to(const Architecture& architecture, ComponentId caller, QPointF end) {
  const Component* from = find(architecture, caller);
  if (!from) return {};
  return curve_between(rectangle_of(*from), QRectF(end, QSizeF(0, 0)), 0);
}

int depth_of(const Architecture& architecture, const Area& area) {
  int depth = 0;
  const int most = static_cast<int>(architecture.areas.size());  // a file may hold a circle
  for (const Area* outer = find(architecture, area.parent); outer && depth < most;
       outer = find(architecture, outer->parent)) {
    ++depth;
  }
  return depth;
}

ElementId element_at(const Architecture& architecture, QPointF point, double tolerance) {
  const auto& notes = architecture.notes;
  for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
    if (rectangle_of(*note).contains(point)) return note->id;
  }
  const auto& components = architecture.components;
  for (auto component = components.rbegin(); component != components.rend(); ++component) {
    if (rectangle_of(*component).contains(point)) return component->id;
  }
  const std::vector<QPainterPath> paths = paths_of(architecture);
  for (std::size_t place = paths.size(); place-- > 0;) {
    if (runs_within(paths[place], point, tolerance)) return architecture.links[place].id;
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
