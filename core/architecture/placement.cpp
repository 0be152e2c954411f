#include "architecture/placement.h"

#include <algorithm>

namespace loadframe {

namespace {

/// The smallest of the areas that fit; of equals the last, which is painted over the others.
template <class Fits>
AreaId smallest(const Architecture& architecture, Fits fits) {
  const Area* best = nullptr;
  const auto size = [](const Area& area) { return area.at.width * area.at.height; };
  for (const Area& area : architecture.areas)
    if ((!best || size(area) <= size(*best)) && fits(area)) best = &area;
  return best ? best->id : AreaId{};
}

}  // namespace

Rectangle box_of(const Component& component) {
  return {component.at.x, component.at.y, component_width, component_height};
}

bool contains(const Rectangle& outer, Point point) {
  return point.x >= outer.x && point.x <= outer.x + outer.width && point.y >= outer.y &&
         point.y <= outer.y + outer.height;
}

bool contains(const Rectangle& outer, const Rectangle& inner) {
  return contains(outer, Point{inner.x, inner.y}) &&
         contains(outer, Point{inner.x + inner.width, inner.y + inner.height});
}

bool may_stand_in(const Architecture& architecture, const Area& inner, AreaId outer) {
  if (is_within(architecture, outer, inner.id)) return false;
  const Area* around = find(architecture, outer);
  for (std::size_t depth = 0; around && depth <= architecture.areas.size(); ++depth) {
    const AreaKind kind = kind_of(around->settings);
    const bool fits = std::all_of(architecture.areas.begin(), architecture.areas.end(), [&](const Area& area) {
      return !is_within(architecture, area.id, inner.id) || may_contain(kind, kind_of(area.settings));
    });
    if (!fits) return false;
    around = find(architecture, around->parent);
  }
  return true;
}

AreaId area_around(const Architecture& architecture, const Component& component) {
  const Point middle{component.at.x + component_width / 2, component.at.y + component_height / 2};
  return smallest(architecture, [&](const Area& area) { return contains(area.at, middle); });
}

AreaId area_around(const Architecture& architecture, const Area& area) {
  return smallest(architecture, [&](const Area& outer) {
    return contains(outer.at, area.at) && may_stand_in(architecture, area, outer.id);
  });
}

}  // namespace loadframe
