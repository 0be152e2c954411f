#pragma once

#include "architecture/architecture.h"

/// Where elements lie on the canvas, and in which area that puts them.
namespace loadframe {

/// The size of every component on the canvas, in canvas units.
inline constexpr double component_width = 168;
inline constexpr double component_height = 76;

Rectangle box_of(const Component& component);

bool contains(const Rectangle& outer, Point point);
bool contains(const Rectangle& outer, const Rectangle& inner);

/// Whether an area, with all that stands in it, may stand in another. False if that would close a circle.
bool may_stand_in(const Architecture& architecture, const Area& inner, AreaId outer);

/// The innermost area around the middle of a component; none outside all areas.
AreaId area_around(const Architecture& architecture, const Component& component);

/// The innermost area that an area lies wholly within and may stand in.
AreaId area_around(const Architecture& architecture, const Area& area);

}  // namespace loadframe
