#pragma once

#include "architecture/architecture.h"

#include <QLineF>
#include <QRectF>
#include <span>
#include <vector>

namespace loadframe {

/// Distance of the canvas grid to which boxes snap, in canvas units.
inline constexpr double snap_step = 8;

QPointF snapped_to_grid(QPointF point);

/// Where a dragged box comes to lie, and the lines along which it aligns with others.
struct Snapped {
  QPointF by;  ///< the distance to move by instead
  std::vector<QLineF> guides;
  std::vector<QLineF> gaps;  ///< between boxes, all of one length
};

/// Aligns a box that is moved by a distance: with an edge or the middle of another box, or with the gaps between its
/// neighbours, within `reach` canvas units; else with the grid.
Snapped snap_move(const QRectF& box, QPointF by, std::span<const QRectF> others, double reach);

/// The boxes of all components and notes, without the elements themselves and what lies inside them.
std::vector<QRectF> boxes_beside(const Architecture& architecture, std::span<const ElementId> elements);

}  // namespace loadframe
