#include "architecture/inserting.h"

#include "architecture/naming.h"
#include "architecture/room.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace loadframe {

namespace {

using editing::Axis;
using editing::Draft;

constexpr double gap_down = 44;
constexpr double gap_across = 72;
constexpr double least_gap = 48;  ///< for a link to be seen between two components
constexpr double grid = 8;

double on_grid(double place) { return std::round(place / grid) * grid; }

std::string name_for(const Architecture& architecture, Kind kind, std::string_view stem) {
  return fresh_name(architecture, stem.empty() || objection_to_name(stem) ? description(kind).name_stem : stem);
}

ComponentId add_one(Draft& draft, Kind kind, Point at, std::string_view stem) {
  Component component;
  component.name = name_for(draft.now(), kind, stem);
  component.at = at;
  component.area = area_around(draft.now(), component);
  component.settings = default_settings(kind);
  return draft.add(std::move(component));
}

AreaId area_at(const Architecture& architecture, Point at) {
  Component component;
  component.at = at;
  return area_around(architecture, component);
}

/// Makes room between two components for a third one, which is to stand as near as may be to where it was put.
Point room_between(Draft& draft, const Component& caller, const Component& callee, Point at) {
  const double across = callee.at.x - caller.at.x;
  const double down = callee.at.y - caller.at.y;
  const bool is_across = std::abs(across) / component_width >= std::abs(down) / component_height;
  const Axis axis = is_across ? Axis::across : Axis::down;
  const double length = is_across ? component_width : component_height;
  const double gap = is_across ? least_gap : least_gap * 0.75;
  double& place = is_across ? at.x : at.y;
  const bool forwards = (is_across ? across : down) >= 0;
  const Component& first = forwards ? caller : callee;
  const Component& second = forwards ? callee : caller;
  const double from = (is_across ? first.at.x : first.at.y) + length + gap;
  double behind = is_across ? second.at.x : second.at.y;
  // An area around the second one alone moves as a whole.
  for (const Area* area = find(draft.now(), second.area); area; area = find(draft.now(), area->parent)) {
    if (is_within(draft.now(), first.area, area->id)) break;
    const double edge = is_across ? area->at.x : area->at.y;
    if (edge >= from - length - gap) behind = std::min(behind, edge);
  }
  const double to = behind - gap - length;
  if (to < from) editing::open_gap(draft, axis, behind, std::ceil((from - to) / grid) * grid);
  place = std::clamp(place, from, std::max(from, to));
  return at;
}

void split_link(Draft& draft, const Architecture& architecture, const Link& link, ComponentId between) {
  const auto position = static_cast<std::size_t>(std::find_if(architecture.links.begin(), architecture.links.end(),
                                                              [&](const Link& each) { return each.id == link.id; }) -
                                                 architecture.links.begin());
  Link first = link;
  first.callee = between;
  // New links, since a running engine takes a link of the same identity for the same wire.
  const LinkId first_id = draft.add_at(position, std::move(first));
  draft.add(Link{{}, between, link.callee, {}, {}});
  Properties properties = architecture.properties;
  for (ScenarioStep& step : properties.scenario)
    if (step.action.target == ElementId{link.id}) step.action.target = first_id;
  draft.replace(properties);
  draft.remove(link.id);
}

}  // namespace

Pasted add(const Architecture& architecture, const Addition& addition) {
  Draft draft(architecture);
  Pasted added;
  const int count = std::clamp(addition.count, 1, most_additions);
  const double step = component_height + gap_down;
  const AreaId around = area_at(architecture, addition.at);
  editing::make_hold(draft, around,
                     {addition.at.x, addition.at.y, component_width, component_height + (count - 1) * step});
  for (int i = 0; i < count; ++i) {
    const ComponentId id = add_one(draft, addition.kind, {addition.at.x, addition.at.y + i * step}, addition.name_stem);
    added.elements.push_back(id);
    for (const ComponentId caller : addition.callers) draft.take(connect(draft.now(), caller, id));
    for (const ComponentId callee : addition.callees) draft.take(connect(draft.now(), id, callee));
  }
  added.change = std::move(draft).finish();
  return added;
}

std::vector<ComponentId> possible_callees(const Architecture& architecture, ComponentId caller_id) {
  const Component* caller = find(architecture, caller_id);
  if (!caller) return {};
  std::unordered_map<std::uint32_t, std::vector<ComponentId>> callers;
  std::unordered_set<std::uint32_t> out{caller_id.value};  // itself, whom it calls, and who leads to it
  for (const Link& link : architecture.links) {
    callers[link.callee.value].push_back(link.caller);
    if (link.caller == caller_id) out.insert(link.callee.value);
  }
  std::unordered_set<std::uint32_t> seen{caller_id.value};
  std::vector<ComponentId> open{caller_id};
  while (!open.empty()) {
    const ComponentId at = open.back();
    open.pop_back();
    for (const ComponentId before : callers[at.value]) {
      if (!seen.insert(before.value).second) continue;
      out.insert(before.value);
      open.push_back(before);
    }
  }
  std::vector<ComponentId> possible;
  for (const Component& component : architecture.components) {
    if (out.contains(component.id.value) || !may_call(kind_of(caller->settings), kind_of(component.settings))) continue;
    // Replicas have rules of their own.
    const bool special = kind_of(component.settings) == Kind::relational_database &&
                         kind_of(caller->settings) == Kind::relational_database;
    if (!special || !objection_to_connect(architecture, caller_id, component.id)) possible.push_back(component.id);
  }
  return possible;
}

Point place_beside(const Architecture& architecture, std::span<const ComponentId> others, Beside side, int count) {
  std::vector<ElementId> elements(others.begin(), others.end());
  const Rectangle box = bounds(architecture, elements);
  const double height = count * component_height + (count - 1) * gap_down;
  double x = side == Beside::right ? box.x + box.width + gap_across : box.x - gap_across - component_width;
  const double middle = on_grid(box.y + box.height / 2 - height / 2);
  x = on_grid(x);
  const auto is_free = [&](double y) {
    const Rectangle place{x - grid, y - grid, component_width + 2 * grid, height + 2 * grid};
    const auto covers = [&](const Rectangle& taken) { return editing::overlap(place, taken); };
    return std::none_of(architecture.components.begin(), architecture.components.end(),
                        [&](const Component& component) { return covers(box_of(component)); }) &&
           std::none_of(architecture.notes.begin(), architecture.notes.end(),
                        [&](const Note& note) { return covers(note.at); });
  };
  // Below before above, nearest first.
  constexpr int most_steps = 200;
  for (int i = 0; i < most_steps; ++i)
    for (const double y : {middle + i * 5 * grid, middle - i * 5 * grid})
      if (is_free(y)) return {x, y};
  return {x, middle};
}

std::optional<Diagnostic> objection_to_insert(const Architecture& architecture, LinkId link, Kind kind) {
  if (!find(architecture, link)) return error({}, TR("there is no such link"));
  Draft draft(architecture);
  const ComponentId id = add_one(draft, kind, {}, {});
  return objection_to_insert(draft.now(), link, id);
}

std::optional<Diagnostic> objection_to_insert(const Architecture& architecture, LinkId link_id, ComponentId component) {
  const Link* link = find(architecture, link_id);
  if (!link) return error({}, TR("there is no such link"));
  const Link split = *link;
  Draft draft(architecture);
  draft.remove(link_id);
  if (auto objection = objection_to_connect(draft.now(), split.caller, component)) return objection;
  draft.take(connect(draft.now(), split.caller, component));
  return objection_to_connect(draft.now(), component, split.callee);
}

Pasted insert(const Architecture& architecture, LinkId link_id, Kind kind, Point at, std::string_view name_stem) {
  const Link* link = find(architecture, link_id);
  if (!link || objection_to_insert(architecture, link_id, kind)) return {};
  Draft draft(architecture);
  const Point place = room_between(draft, *find(architecture, link->caller), *find(architecture, link->callee), at);
  editing::make_hold(draft, area_at(draft.now(), place), {place.x, place.y, component_width, component_height});
  const ComponentId id = add_one(draft, kind, place, name_stem);
  split_link(draft, architecture, *link, id);
  return {std::move(draft).finish(), {id}};
}

Change insert(const Architecture& architecture, LinkId link_id, ComponentId id, Point by) {
  const Link* link = find(architecture, link_id);
  const Component* component = find(architecture, id);
  if (!link || !component || objection_to_insert(architecture, link_id, id)) return {};
  Draft draft(architecture);
  const Point at = room_between(draft, *find(architecture, link->caller), *find(architecture, link->callee),
                                {component->at.x + by.x, component->at.y + by.y});
  editing::make_hold(draft, area_at(draft.now(), at), {at.x, at.y, component_width, component_height});
  Component moved = *component;  // not as the gap may have left it
  moved.at = at;
  moved.area = area_around(draft.now(), moved);
  draft.replace(moved);
  split_link(draft, architecture, *link, id);
  return std::move(draft).finish();
}

}  // namespace loadframe
