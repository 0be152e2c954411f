#pragma once

#include "architecture/editing.h"

#include <QRectF>
#include <vector>

/// Where things are on the canvas, in canvas units.
namespace loadframe {

struct Routes;

QRectF rectangle_of(const Component& component);
QRectF rectangle_of(const Area& area);
QRectF rectangle_of(const Note& note);
/// Empty for none and for links.
QRectF rectangle_of(const Architecture& architecture, const ElementId& element);
/// Where the name of an area stands and, for some kinds, its line at the right: about.
std::vector<QRectF> title_boxes(const Area& area);
/// Around everything that is drawn, with a margin; a sensible empty sheet if there is nothing.
QRectF drawn_bounds(const Architecture& architecture, const Routes& routes);
/// The same, where no routes are at hand.
QRectF drawn_bounds(const Architecture& architecture);

/// What lies at a point, topmost first: note, component, link (within the tolerance), area. None on bare canvas.
ElementId element_at(const Architecture& architecture, const Routes& routes, QPointF point, double tolerance);
/// All components, notes and areas whose box the rectangle touches (areas: only those wholly within it).
std::vector<ElementId> elements_in(const Architecture& architecture, QRectF rectangle);

/// How many areas an area lies within. 0 for outermost ones.
int depth_of(const Architecture& architecture, const Area& area);

}  // namespace loadframe
