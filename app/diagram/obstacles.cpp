#include "diagram/obstacles.h"

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double usual_cell = 200;
constexpr double most_cells_per_box = 16;  ///< boxes far apart get larger cells
constexpr double edge = 1e-6;              ///< a way along the edge of a clearance is clear
constexpr double stop_short = 3;           ///< of a box in whose clearance the way begins

}  // namespace

QPointF normal(Side side) {
  switch (side) {
    case Side::right:
      return {1, 0};
    case Side::bottom:
      return {0, 1};
    case Side::left:
      return {-1, 0};
    case Side::top:
      return {0, -1};
  }
  return {};
}

QPointF middle_of(const QRectF& box, Side side) {
  const QPointF out = normal(side);
  return box.center() + QPointF(out.x() * box.width() / 2, out.y() * box.height() / 2);
}

Obstacles::Obstacles(std::vector<QRectF> boxes) : boxes_(std::move(boxes)) {
  if (boxes_.empty()) return;
  for (const QRectF& box : boxes_) bounds_ |= box;
  bounds_.adjust(-most_clearance, -most_clearance, most_clearance, most_clearance);
  const double most_cells = std::max(64.0, most_cells_per_box * static_cast<double>(boxes_.size()));
  cell_ = std::max({usual_cell, std::sqrt(bounds_.width() * bounds_.height() / most_cells),
                    std::max(bounds_.width(), bounds_.height()) / most_cells});
  columns_ = static_cast<std::size_t>(bounds_.width() / cell_) + 1;
  rows_ = static_cast<std::size_t>(bounds_.height() / cell_) + 1;

  const auto for_each_cell = [this](const QRectF& box, auto does) {
    for (std::size_t row = row_of(box.top() - most_clearance); row <= row_of(box.bottom() + most_clearance); ++row)
      for (std::size_t column = column_of(box.left() - most_clearance);
           column <= column_of(box.right() + most_clearance); ++column)
        does(row * columns_ + column);
  };
  first_.assign(columns_ * rows_ + 1, 0);
  for (const QRectF& box : boxes_) for_each_cell(box, [this](std::size_t cell) { ++first_[cell + 1]; });
  for (std::size_t cell = 1; cell < first_.size(); ++cell) first_[cell] += first_[cell - 1];
  inside_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t place = 0; place < boxes_.size(); ++place)
    for_each_cell(boxes_[place], [&](std::size_t cell) { inside_[next[cell]++] = static_cast<int>(place); });
}

std::size_t Obstacles::column_of(double x) const {
  const double column = std::floor((x - bounds_.left()) / cell_);
  return static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<double>(columns_ - 1)));
}

std::size_t Obstacles::row_of(double y) const {
  const double row = std::floor((y - bounds_.top()) / cell_);
  return static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(rows_ - 1)));
}

Obstacles::Hit Obstacles::look(QPointF from, Side direction, double farthest, double clearance) const {
  Hit hit{std::max(0.0, farthest), none};
  if (boxes_.empty()) return hit;
  const bool horizontal = is_horizontal(direction);
  const bool forward = direction == Side::right || direction == Side::bottom;
  const double along = horizontal ? from.x() : from.y();
  const double across = horizontal ? from.y() : from.x();
  if (across < (horizontal ? bounds_.top() : bounds_.left()) ||
      across > (horizontal ? bounds_.bottom() : bounds_.right()))
    return hit;

  const auto line_of = [&](double place) { return horizontal ? column_of(place) : row_of(place); };
  const double sign = forward ? 1 : -1;
  const std::size_t lane = horizontal ? row_of(across) : column_of(across);
  std::size_t line = line_of(along);
  while (true) {
    const std::size_t cell = horizontal ? lane * columns_ + line : line * columns_ + lane;
    for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
      const QRectF& box = boxes_[static_cast<std::size_t>(inside_[i])];
      const double near_side = horizontal ? box.top() : box.left();
      const double far_side = horizontal ? box.bottom() : box.right();
      if (across <= near_side - clearance + edge || across >= far_side + clearance - edge) continue;
      // Measured along the way: where the box begins and ends.
      const double begins =
          forward ? (horizontal ? box.left() : box.top()) - along : along - (horizontal ? box.right() : box.bottom());
      const double ends =
          forward ? (horizontal ? box.right() : box.bottom()) - along : along - (horizontal ? box.left() : box.top());
      if (ends + clearance <= edge) continue;
      double distance = begins - clearance;
      if (distance < -edge) {
        const bool in_front = begins >= 0 && across > near_side && across < far_side;
        if (!in_front) continue;
        distance = std::max(0.0, begins - stop_short);
      }
      distance = std::max(0.0, distance);
      if (distance < hit.distance || (distance == hit.distance && inside_[i] < hit.obstacle))
        hit = {distance, inside_[i]};
    }
    const double reached = along + sign * hit.distance;
    if (line == line_of(reached)) return hit;
    if (forward) ++line;
    else --line;
  }
}

bool Obstacles::touches(const QRectF& rectangle, int except, int or_except) const {
  if (boxes_.empty() || !bounds_.intersects(rectangle)) return false;
  for (std::size_t row = row_of(rectangle.top()); row <= row_of(rectangle.bottom()); ++row) {
    for (std::size_t column = column_of(rectangle.left()); column <= column_of(rectangle.right()); ++column) {
      const std::size_t cell = row * columns_ + column;
      for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
        const int place = inside_[i];
        if (place == except || place == or_except) continue;
        const QRectF& box = boxes_[static_cast<std::size_t>(place)];
        if (rectangle.left() < box.right() && box.left() < rectangle.right() && rectangle.top() < box.bottom() &&
            box.top() < rectangle.bottom())
          return true;
      }
    }
  }
  return false;
}

}  // namespace loadframe
