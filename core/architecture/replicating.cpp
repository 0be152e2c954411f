#include "architecture/replicating.h"

#include "architecture/copying.h"
#include "architecture/naming.h"
#include "architecture/room.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace loadframe {

namespace {

using editing::Draft;

constexpr double gap_down = 44;
constexpr double gap_across = 72;
constexpr double least_distance = 16;
constexpr int longest_column = 8;
constexpr double grid = 8;

double on_grid(double length) { return std::ceil(length / grid) * grid; }

/// The area that all the elements stand in, or none.
AreaId common_area(const Architecture& architecture, const Architecture& unit) {
  std::optional<AreaId> common;
  const auto take = [&](AreaId area) {
    if (!common) common = area;
    else if (*common != area) common = AreaId{};
  };
  for (const Area& area : unit.areas)
    if (!area.parent) take(find(architecture, area.id)->parent);
  for (const Component& component : unit.components)
    if (!component.area) take(find(architecture, component.id)->area);
  return common.value_or(AreaId{});
}

/// What copies must not be put upon: what else stands in the area around them. All around that makes room for it.
std::vector<Rectangle> obstacles(const Architecture& architecture, AreaId around) {
  const Area* area = find(architecture, around);
  std::vector<Rectangle> boxes;
  for (const Area& other : architecture.areas)
    if (!area || (other.id != around && is_within(architecture, other.id, around))) boxes.push_back(other.at);
  for (const Component& component : architecture.components)
    if (!area || is_within(architecture, component.area, around)) boxes.push_back(box_of(component));
  for (const Note& note : architecture.notes)
    if (!area || contains(area->at, note.at)) boxes.push_back(note.at);
  return boxes;
}

/// How far each copy lies from the original.
std::vector<Point> places(const Rectangle& box, int count, ReplicaPlacing placing,
                          const std::vector<Rectangle>& taken) {
  const double down = on_grid(box.height + gap_down);
  const double across = on_grid(box.width + gap_across);
  const int total = count + 1;
  int lines = std::min(total, longest_column);
  if (placing == ReplicaPlacing::grid) lines = static_cast<int>(std::ceil(std::sqrt(total)));
  const auto is_free = [&](Point by) {
    const Rectangle place{box.x + by.x - least_distance, box.y + by.y - least_distance, box.width + 2 * least_distance,
                          box.height + 2 * least_distance};
    return std::none_of(taken.begin(), taken.end(),
                        [&](const Rectangle& other) { return editing::overlap(place, other); });
  };
  constexpr int most_tries = 4096;
  std::vector<Point> found;
  int in_line = 1;  // the original stands first in the first line
  int line = 0;
  int step = 1;
  for (int tries = 0; static_cast<int>(found.size()) < count && tries < most_tries; ++tries) {
    const double along = step++;
    const Point by =
        placing == ReplicaPlacing::row ? Point{along * across, line * down} : Point{line * across, along * down};
    if (!is_free(by)) continue;
    found.push_back(by);
    if (++in_line < lines) continue;
    in_line = 0;
    step = 0;
    ++line;
  }
  return found;
}

/// The copy's part of the links between what was copied and all else.
int wire_alike(Draft& draft, const Architecture& before, const editing::Copies& copies) {
  int left_out = 0;
  for (Link link : before.links) {
    const auto caller = copies.components.find(link.caller);
    const auto callee = copies.components.find(link.callee);
    const bool from_copied = caller != copies.components.end();
    if (from_copied == (callee != copies.components.end())) continue;
    if (from_copied) link.caller = caller->second;
    else link.callee = callee->second;
    if (objection_to_connect(draft.now(), link.caller, link.callee)) ++left_out;
    else draft.add(std::move(link));
  }
  return left_out;
}

}  // namespace

Replicated replicate(const Architecture& architecture, std::span<const ElementId> elements, int total,
                     ReplicaPlacing placing) {
  Replicated replicated;
  replicated.elements.assign(elements.begin(), elements.end());
  const Architecture unit = extract(architecture, elements);
  if (unit.components.empty() && unit.areas.empty() && unit.notes.empty()) return replicated;

  const Rectangle box = bounds(unit);
  const AreaId around = common_area(architecture, unit);
  const int count = std::clamp(total, 1, most_replicas) - 1;
  const std::vector<Point> moves = places(box, count, placing, obstacles(architecture, around));
  Draft draft(architecture);
  for (const Point by : moves) editing::make_hold(draft, around, {box.x + by.x, box.y + by.y, box.width, box.height});
  // Making room may have moved the originals as well.
  const Rectangle now = bounds(extract(draft.now(), elements));
  for (const Point by : moves) {
    const auto copies = editing::copy_into(draft, unit, {by.x + now.x - box.x, by.y + now.y - box.y}, next_name);
    replicated.links_left_out += wire_alike(draft, architecture, copies);
    replicated.elements.insert(replicated.elements.end(), copies.elements.begin(), copies.elements.end());
  }
  replicated.change = std::move(draft).finish();
  return replicated;
}

}  // namespace loadframe
