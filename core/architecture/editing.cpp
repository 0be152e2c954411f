#include "architecture/editing.h"

#include "architecture/draft.h"
#include "architecture/naming.h"
#include "architecture/validation.h"

#include <algorithm>
#include <limits>
#include <set>

namespace loadframe {

namespace {

using editing::Draft;

bool is_among(std::span<const ElementId> elements, const ElementId& id) {
  return std::find(elements.begin(), elements.end(), id) != elements.end();
}

/// Puts an area, and then whatever it gained or lost, into the area where it lies.
void settle(Draft& draft, AreaId id) {
  Area area = *find(draft.now(), id);
  area.parent = area_around(draft.now(), area);
  draft.replace(area);

  const Architecture before = draft.now();
  for (Area other : before.areas) {
    if (other.id == id || (other.parent != id && !contains(area.at, other.at))) continue;
    const AreaId around = area_around(draft.now(), other);
    if ((other.parent == id) == (around == id)) continue;
    other.parent = around;
    draft.replace(other);
  }
  for (Component component : before.components) {
    const AreaId around = area_around(before, component);
    if ((component.area == id) == (around == id)) continue;
    component.area = around;
    draft.replace(component);
  }
}

void shift(Rectangle& box, Point by) {
  box.x += by.x;
  box.y += by.y;
}

/// Whether an area is among the elements, or stands in one that is.
bool is_carried(const Architecture& architecture, AreaId id, std::span<const ElementId> elements) {
  return std::any_of(elements.begin(), elements.end(), [&](const ElementId& element) {
    const auto* area = std::get_if<AreaId>(&element);
    return area && is_within(architecture, id, *area);
  });
}

/// The nearest area around, from this one outwards, that stays.
AreaId surviving(const Architecture& architecture, AreaId id, std::span<const ElementId> removed) {
  for (std::size_t depth = 0; id && is_among(removed, id); ++depth) {
    const Area* area = find(architecture, id);
    if (!area || depth > architecture.areas.size()) return {};
    id = area->parent;
  }
  return id;
}

class Bounds {
public:
  void include(const Rectangle& box) {
    left_ = std::min(left_, box.x);
    top_ = std::min(top_, box.y);
    right_ = std::max(right_, box.x + box.width);
    bottom_ = std::max(bottom_, box.y + box.height);
  }

  Rectangle box() const {
    if (left_ > right_) return {};
    return {left_, top_, right_ - left_, bottom_ - top_};
  }

private:
  static constexpr double infinite = std::numeric_limits<double>::infinity();
  double left_ = infinite;
  double top_ = infinite;
  double right_ = -infinite;
  double bottom_ = -infinite;
};

}  // namespace

Change add_component(const Architecture& architecture, Kind kind, Point at) {
  Draft draft(architecture);
  Component component;
  component.name = fresh_name(architecture, description(kind).name_stem);
  component.at = at;
  component.area = area_around(architecture, component);
  component.settings = default_settings(kind);
  draft.add(std::move(component));
  return std::move(draft).finish();
}

Change add_area(const Architecture& architecture, AreaKind kind, Rectangle at) {
  Draft draft(architecture);
  Area area;
  area.name = fresh_name(architecture, description(kind).name_stem);
  area.at = at;
  area.settings = default_settings(kind);
  settle(draft, draft.add(std::move(area)));
  return std::move(draft).finish();
}

Change add_note(const Architecture& architecture, std::string text, Rectangle at) {
  Draft draft(architecture);
  draft.add(Note{{}, std::move(text), at, {}});
  return std::move(draft).finish();
}

Change add_request_class(const Architecture& architecture) {
  Draft draft(architecture);
  draft.add(RequestClass{{}, fresh_class_name(architecture, "class"), {}, {}});
  return std::move(draft).finish();
}

Change connect(const Architecture& architecture, ComponentId caller, ComponentId callee) {
  if (objection_to_connect(architecture, caller, callee)) return {};
  Draft draft(architecture);
  draft.add(Link{{}, caller, callee, {}, {}});
  return std::move(draft).finish();
}

Change remove(const Architecture& architecture, std::span<const ElementId> elements) {
  Draft draft(architecture);

  std::set<LinkId> links;
  for (const Link& link : architecture.links)
    if (is_among(elements, link.id) || is_among(elements, link.caller) || is_among(elements, link.callee))
      links.insert(link.id);

  Properties properties = architecture.properties;
  std::erase_if(properties.scenario, [&](const ScenarioStep& step) {
    const auto* link = std::get_if<LinkId>(&step.action.target);
    if (link) return links.contains(*link);
    return !std::holds_alternative<std::monostate>(step.action.target) && is_among(elements, step.action.target);
  });
  draft.replace(properties);

  for (Area area : architecture.areas) {
    if (is_among(elements, area.id)) continue;
    area.parent = surviving(architecture, area.parent, elements);
    draft.replace(area);
  }
  for (Component component : architecture.components) {
    if (is_among(elements, component.id)) continue;
    component.area = surviving(architecture, component.area, elements);
    draft.replace(component);
  }

  for (const LinkId link : links) draft.remove(link);
  for (const Component& component : architecture.components)
    if (is_among(elements, component.id)) draft.remove(component.id);
  for (const Area& area : architecture.areas)
    if (is_among(elements, area.id)) draft.remove(area.id);
  for (const Note& note : architecture.notes)
    if (is_among(elements, note.id)) draft.remove(note.id);
  return std::move(draft).finish();
}

Change remove_request_class(const Architecture& architecture, ClassId id) {
  Draft draft(architecture);
  draft.remove(id);
  return std::move(draft).finish();
}

Change move(const Architecture& architecture, std::span<const ElementId> elements, Point by) {
  if (by == Point{}) return {};
  Draft draft(architecture);
  for (Area area : architecture.areas) {
    if (!is_carried(architecture, area.id, elements)) continue;
    shift(area.at, by);
    draft.replace(area);
  }
  for (Component component : architecture.components) {
    if (!is_among(elements, component.id) && !is_carried(architecture, component.area, elements)) continue;
    component.at.x += by.x;
    component.at.y += by.y;
    draft.replace(component);
  }
  for (Note note : architecture.notes) {
    if (!is_among(elements, note.id)) continue;
    shift(note.at, by);
    draft.replace(note);
  }

  for (const Area& before : architecture.areas) {
    if (!is_among(elements, before.id) || is_carried(architecture, before.parent, elements)) continue;
    Area area = *find(draft.now(), before.id);
    area.parent = area_around(draft.now(), area);
    draft.replace(area);
  }
  for (const Component& before : architecture.components) {
    if (!is_among(elements, before.id) || is_carried(architecture, before.area, elements)) continue;
    Component component = *find(draft.now(), before.id);
    component.area = area_around(draft.now(), component);
    draft.replace(component);
  }
  return std::move(draft).finish();
}

Change resize(const Architecture& architecture, AreaId id, Rectangle to) {
  const Area* before = find(architecture, id);
  if (!before) return {};
  Draft draft(architecture);
  Area area = *before;
  area.at = to;
  draft.replace(area);
  settle(draft, id);
  return std::move(draft).finish();
}

Change resize(const Architecture& architecture, NoteId id, Rectangle to) {
  const Note* before = find(architecture, id);
  if (!before) return {};
  Draft draft(architecture);
  Note note = *before;
  note.at = to;
  draft.replace(note);
  return std::move(draft).finish();
}

Result<Change> rename(const Architecture& architecture, const ElementId& element, std::string_view name) {
  const auto* component = std::get_if<ComponentId>(&element);
  const auto* area = std::get_if<AreaId>(&element);
  const Component* named_component = component ? find(architecture, *component) : nullptr;
  const Area* named_area = area ? find(architecture, *area) : nullptr;
  if (!named_component && !named_area)
    return error({}, TR("only components and areas have names"), TR("choose a component or an area"));
  if (name_of(architecture, element) == name) return Change{};
  if (const auto objection = objection_to_name(name)) return *objection;
  if (find_component(architecture, name) || find_area(architecture, name))
    return error(std::string(name), TR("another element has this name"),
                 "\"" + free_name(architecture, name) + "\" is free");

  Draft draft(architecture);
  if (named_component) {
    Component renamed = *named_component;
    renamed.name = name;
    draft.replace(renamed);
  } else {
    Area renamed = *named_area;
    renamed.name = name;
    draft.replace(renamed);
  }
  return std::move(draft).finish();
}

Result<Change> rename(const Architecture& architecture, ClassId id, std::string_view name) {
  const RequestClass* before = find(architecture, id);
  if (!before) return error({}, TR("there is no such request class"));
  if (before->name == name) return Change{};
  if (const auto objection = objection_to_name(name)) return *objection;
  const auto& classes = architecture.classes;
  if (std::any_of(classes.begin(), classes.end(), [&](const RequestClass& other) { return other.name == name; }))
    return error(std::string(name), TR("another request class has this name"), TR("choose another name"));
  Draft draft(architecture);
  RequestClass renamed = *before;
  renamed.name = name;
  draft.replace(renamed);
  return std::move(draft).finish();
}

Change set_text(const Architecture& architecture, NoteId id, std::string text) {
  const Note* before = find(architecture, id);
  if (!before) return {};
  Draft draft(architecture);
  Note note = *before;
  note.text = std::move(text);
  draft.replace(note);
  return std::move(draft).finish();
}

Change set_scenario(const Architecture& architecture, std::vector<ScenarioStep> steps) {
  std::stable_sort(steps.begin(), steps.end(), [](const auto& one, const auto& other) { return one.at < other.at; });
  Properties properties = architecture.properties;
  properties.scenario = std::move(steps);
  return set_properties(architecture, std::move(properties));
}

Change set_properties(const Architecture& architecture, Properties properties) {
  Draft draft(architecture);
  draft.replace(properties);
  return std::move(draft).finish();
}

Rectangle bounds(const Architecture& architecture, std::span<const ElementId> elements) {
  Bounds bounds;
  for (const Area& area : architecture.areas)
    if (is_among(elements, area.id)) bounds.include(area.at);
  for (const Component& component : architecture.components)
    if (is_among(elements, component.id)) bounds.include(box_of(component));
  for (const Link& link : architecture.links) {
    if (!is_among(elements, link.id)) continue;
    for (const ComponentId end : {link.caller, link.callee})
      if (const Component* component = find(architecture, end)) bounds.include(box_of(*component));
  }
  for (const Note& note : architecture.notes)
    if (is_among(elements, note.id)) bounds.include(note.at);
  return bounds.box();
}

Rectangle bounds(const Architecture& architecture) {
  Bounds bounds;
  for (const Area& area : architecture.areas) bounds.include(area.at);
  for (const Component& component : architecture.components) bounds.include(box_of(component));
  for (const Note& note : architecture.notes) bounds.include(note.at);
  return bounds.box();
}

}  // namespace loadframe
