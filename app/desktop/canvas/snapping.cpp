#include "canvas/snapping.h"

#include "diagram/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace loadframe {

namespace {

struct Alignment {
  double shift = 0;
  double line = 0;  ///< the coordinate at which they meet
  const QRectF* with = nullptr;
};

std::array<double, 3> stops(double start, double length) { return {start, start + length / 2, start + length}; }

/// The smallest shift along one axis that makes a stop of the box meet a stop of another.
template <class Start, class Length>
std::optional<Alignment> best_alignment(const QRectF& box, std::span<const QRectF> others, double reach, Start start,
                                        Length length) {
  std::optional<Alignment> best;
  double least = reach;
  for (const QRectF& other : others) {
    for (const double theirs : stops(start(other), length(other))) {
      for (const double ours : stops(start(box), length(box))) {
        if (std::abs(theirs - ours) >= least) continue;
        least = std::abs(theirs - ours);
        best = Alignment{theirs - ours, theirs, &other};
      }
    }
  }
  return best;
}

}  // namespace

QPointF snapped_to_grid(QPointF point) {
  return {std::round(point.x() / snap_step) * snap_step, std::round(point.y() / snap_step) * snap_step};
}

Snapped snap_move(const QRectF& box, QPointF by, std::span<const QRectF> others, double reach) {
  const QRectF moved = box.translated(by);
  const QPointF on_grid = snapped_to_grid(moved.topLeft()) - box.topLeft();
  const auto across = best_alignment(
      moved, others, reach, [](const QRectF& r) { return r.left(); }, [](const QRectF& r) { return r.width(); });
  const auto down = best_alignment(
      moved, others, reach, [](const QRectF& r) { return r.top(); }, [](const QRectF& r) { return r.height(); });

  Snapped snapped;
  snapped.by = {across ? by.x() + across->shift : on_grid.x(), down ? by.y() + down->shift : on_grid.y()};
  const QRectF placed = box.translated(snapped.by);
  if (across) {
    const QRectF both = placed.united(*across->with);
    snapped.guides.emplace_back(across->line, both.top() - snap_step, across->line, both.bottom() + snap_step);
  }
  if (down) {
    const QRectF both = placed.united(*down->with);
    snapped.guides.emplace_back(both.left() - snap_step, down->line, both.right() + snap_step, down->line);
  }
  return snapped;
}

std::vector<QRectF> boxes_beside(const Architecture& architecture, std::span<const ElementId> elements) {
  const auto moves = [&](const ElementId& id) {
    return std::find(elements.begin(), elements.end(), id) != elements.end();
  };
  const auto inside_moving_area = [&](AreaId area) {
    return std::any_of(elements.begin(), elements.end(), [&](const ElementId& id) {
      const auto* const moving = std::get_if<AreaId>(&id);
      return moving && area && is_within(architecture, area, *moving);
    });
  };
  std::vector<QRectF> boxes;
  for (const Component& component : architecture.components) {
    if (!moves(component.id) && !inside_moving_area(component.area)) boxes.push_back(rectangle_of(component));
  }
  for (const Note& note : architecture.notes) {
    if (!moves(note.id)) boxes.push_back(rectangle_of(note));
  }
  return boxes;
}

}  // namespace loadframe
