#pragma once

#include "architecture/editing.h"

#include <QPainterPath>
#include <QRectF>
#include <vector>

/// Where things are on the canvas, in canvas units.
namespace loadframe {

QRectF rectangle_of(const Component& component);
QRectF rectangle_of(const Area& area);
QRectF rectangle_of(const Note& note);
/// Empty for none and for links.
QRectF rectangle_of(const Architecture& architecture, const ElementId& element);
/// Around everything that is drawn, with a margin; a sensible empty sheet if there is nothing.
QRectF drawn_bounds(const Architecture& architecture);

/// The curve of a link, from the caller's edge to the callee's, from the sides that face each other. Two links
/// between the same components in opposite directions run beside each other. Empty if an end is missing.
QPainterPath path_of(const Architecture& architecture, const Link& link);
/// The curves of all links, by place in the architecture's links: much faster than one after another.
std::vector<QPainterPath> paths_of(const Architecture& architecture);
/// The curve of a wire being drawn from a component to a point.
QPainterPath path_to(const Architecture& architecture, ComponentId caller, QPointF end);

/// What lies at a point, topmost first: note, component, link (within the tolerance), area. None on bare canvas.
ElementId element_at(const Architecture& architecture, QPointF point, double tolerance);
/// All components, notes and areas whose box the rectangle touches (areas: only those wholly within it).
std::vector<ElementId> elements_in(const Architecture& architecture, QRectF rectangle);

/// How many areas an area lies within. 0 for outermost ones.
int depth_of(const Architecture& architecture, const Area& area);

}  // namespace loadframe
