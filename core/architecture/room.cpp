#include "architecture/room.h"

#include <algorithm>

namespace loadframe::editing {

namespace {

constexpr double border_between_areas = 16;

double& start_of(Rectangle& box, Axis axis) { return axis == Axis::across ? box.x : box.y; }
double& length_of(Rectangle& box, Axis axis) { return axis == Axis::across ? box.width : box.height; }
double& start_of(Point& at, Axis axis) { return axis == Axis::across ? at.x : at.y; }

Rectangle with_margin(const Rectangle& box, double left, double top, double right, double bottom) {
  return {box.x - left, box.y - top, box.width + left + right, box.height + top + bottom};
}

/// Whether the area would come to lie on something that is not part of it and that it is not part of.
bool collides(const Architecture& architecture, const Area& area, const Rectangle& grown) {
  const auto is_news = [&](const Rectangle& box) { return overlap(grown, box) && !overlap(area.at, box); };
  for (const Area& other : architecture.areas) {
    if (is_within(architecture, other.id, area.id) || is_within(architecture, area.id, other.id)) continue;
    if (is_news(other.at)) return true;
  }
  for (const Component& component : architecture.components)
    if (!is_within(architecture, component.area, area.id) && is_news(box_of(component))) return true;
  return std::any_of(architecture.notes.begin(), architecture.notes.end(),
                     [&](const Note& note) { return is_news(note.at); });
}

void grow(Draft& draft, AreaId id, Axis axis, double by) {
  if (by <= 0) return;
  Area area = *find(draft.now(), id);
  Rectangle grown = area.at;
  length_of(grown, axis) += by;
  const Rectangle roomy = with_margin(grown, 0, 0, border_between_areas, border_between_areas);
  if (collides(draft.now(), area, roomy)) {
    open_gap(draft, axis, start_of(area.at, axis) + length_of(area.at, axis), by);
    return;
  }
  area.at = grown;
  draft.replace(area);
}

}  // namespace

Rectangle framed(const Rectangle& box) {
  return with_margin(box, area_padding, area_title_room, area_padding, area_padding);
}

bool overlap(const Rectangle& one, const Rectangle& other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
         other.y < one.y + one.height;
}

Rectangle united(const Rectangle& one, const Rectangle& other) {
  const double left = std::min(one.x, other.x);
  const double top = std::min(one.y, other.y);
  return {left, top, std::max(one.x + one.width, other.x + other.width) - left,
          std::max(one.y + one.height, other.y + other.height) - top};
}

void open_gap(Draft& draft, Axis axis, double from, double by) {
  if (by <= 0) return;
  const Architecture before = draft.now();
  for (Area area : before.areas) {
    if (start_of(area.at, axis) >= from) start_of(area.at, axis) += by;
    else if (start_of(area.at, axis) + length_of(area.at, axis) >= from) length_of(area.at, axis) += by;
    else continue;
    draft.replace(area);
  }
  for (Component component : before.components) {
    if (start_of(component.at, axis) < from) continue;
    start_of(component.at, axis) += by;
    draft.replace(component);
  }
  for (Note note : before.notes) {
    if (start_of(note.at, axis) < from) continue;
    start_of(note.at, axis) += by;
    draft.replace(note);
  }
}

void make_hold(Draft& draft, AreaId id, const Rectangle& box) {
  Rectangle needed = framed(box);
  // A file may hold a circle of areas.
  for (std::size_t depth = 0; id && depth <= draft.now().areas.size(); ++depth) {
    const Area* area = find(draft.now(), id);
    if (!area) return;
    const Rectangle now = area->at;
    const Rectangle wanted = united(now, needed);
    if (wanted == now) return;
    Area moved = *area;
    moved.at.x = wanted.x;
    moved.at.y = wanted.y;
    moved.at.width += now.x - wanted.x;
    moved.at.height += now.y - wanted.y;
    draft.replace(moved);
    grow(draft, id, Axis::across, wanted.x + wanted.width - (now.x + now.width));
    grow(draft, id, Axis::down, wanted.y + wanted.height - (now.y + now.height));
    const Area& grown = *find(draft.now(), id);
    needed = with_margin(grown.at, border_between_areas, area_title_room, border_between_areas, border_between_areas);
    id = grown.parent;
  }
}

}  // namespace loadframe::editing
