#include "canvas/snapping.h"

#include "diagram/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

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

/// A shift along one axis that makes two gaps equal, and these gaps from one end to the other.
struct EqualGaps {
  double shift = 0;
  std::array<std::pair<double, double>, 2> gaps;
};

QRectF transposed(const QRectF& box) { return {box.y(), box.x(), box.height(), box.width()}; }

bool share_a_row(const QRectF& one, const QRectF& other) {
  return one.top() < other.bottom() && other.top() < one.bottom();
}

enum class Side { left, right };

/// The nearest box in the same row on that side.
const QRectF* neighbour(const QRectF& box, std::span<const QRectF> others, Side side, double reach) {
  const QRectF* nearest = nullptr;
  for (const QRectF& other : others) {
    if (&other == &box || !share_a_row(box, other)) continue;
    if (side == Side::left ? other.right() > box.left() + reach : other.left() < box.right() - reach) continue;
    const bool is_nearer =
        !nearest || (side == Side::left ? other.right() > nearest->right() : other.left() < nearest->left());
    if (is_nearer) nearest = &other;
  }
  return nearest;
}

std::optional<EqualGaps> equal_gaps(const QRectF& box, std::span<const QRectF> others, double reach) {
  const QRectF* const left = neighbour(box, others, Side::left, reach);
  const QRectF* const right = neighbour(box, others, Side::right, reach);
  std::optional<EqualGaps> best;
  const auto take = [&](double start, double gap, std::pair<double, double> first, std::pair<double, double> second) {
    const double shift = start - box.left();
    if (gap <= 0 || std::abs(shift) > reach || (best && std::abs(best->shift) <= std::abs(shift))) return;
    best = EqualGaps{shift, {first, second}};
  };
  const double width = box.width();
  if (left && right) {
    const double gap = (right->left() - left->right() - width) / 2;
    const double start = left->right() + gap;
    take(start, gap, {left->right(), start}, {start + width, right->left()});
  }
  if (left) {
    if (const QRectF* const before = neighbour(*left, others, Side::left, 0)) {
      const double gap = left->left() - before->right();
      take(left->right() + gap, gap, {before->right(), left->left()}, {left->right(), left->right() + gap});
    }
  }
  if (right) {
    if (const QRectF* const behind = neighbour(*right, others, Side::right, 0)) {
      const double gap = behind->left() - right->right();
      const double start = right->left() - gap - width;
      take(start, gap, {start + width, right->left()}, {right->right(), behind->left()});
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

  std::vector<QRectF> turned;
  turned.reserve(others.size());
  for (const QRectF& other : others) turned.push_back(transposed(other));
  const auto gaps_across = equal_gaps(moved, others, reach);
  const auto gaps_down = equal_gaps(transposed(moved), turned, reach);
  // Edges that meet are worth more than gaps that are equal, unless these are nearer.
  const auto wins = [](const std::optional<EqualGaps>& gaps, const std::optional<Alignment>& edges) {
    return gaps && (!edges || std::abs(gaps->shift) <= std::abs(edges->shift));
  };
  const bool by_gaps_across = wins(gaps_across, across);
  const bool by_gaps_down = wins(gaps_down, down);

  Snapped snapped;
  snapped.by = {across ? by.x() + across->shift : on_grid.x(), down ? by.y() + down->shift : on_grid.y()};
  if (by_gaps_across) snapped.by.setX(by.x() + gaps_across->shift);
  if (by_gaps_down) snapped.by.setY(by.y() + gaps_down->shift);
  const QRectF placed = box.translated(snapped.by);
  const auto is_met = [](double shift, double other) { return std::abs(shift - other) < 0.01; };
  if (by_gaps_across) {
    for (const auto& [from, to] : gaps_across->gaps)
      snapped.gaps.emplace_back(from, placed.center().y(), to, placed.center().y());
  }
  if (by_gaps_down) {
    for (const auto& [from, to] : gaps_down->gaps)
      snapped.gaps.emplace_back(placed.center().x(), from, placed.center().x(), to);
  }
  if (across && (!by_gaps_across || is_met(across->shift, gaps_across->shift))) {
    const QRectF both = placed.united(*across->with);
    snapped.guides.emplace_back(across->line, both.top() - snap_step, across->line, both.bottom() + snap_step);
  }
  if (down && (!by_gaps_down || is_met(down->shift, gaps_down->shift))) {
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
