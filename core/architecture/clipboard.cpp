#include "architecture/copying.h"
#include "architecture/editing.h"
#include "architecture/naming.h"

#include <algorithm>

namespace loadframe {

Architecture extract(const Architecture& architecture, std::span<const ElementId> elements) {
  const auto is_chosen = [&](const ElementId& id) {
    return std::find(elements.begin(), elements.end(), id) != elements.end();
  };
  const auto is_inside_chosen = [&](AreaId id) {
    return std::any_of(elements.begin(), elements.end(), [&](const ElementId& element) {
      const auto* area = std::get_if<AreaId>(&element);
      return area && is_within(architecture, id, *area);
    });
  };

  Architecture extracted;
  for (const Area& area : architecture.areas)
    if (is_inside_chosen(area.id)) extracted.areas.push_back(area);
  for (const Component& component : architecture.components)
    if (is_chosen(component.id) || is_inside_chosen(component.area)) extracted.components.push_back(component);
  for (const Note& note : architecture.notes)
    if (is_chosen(note.id)) extracted.notes.push_back(note);
  for (const Link& link : architecture.links)
    if (find(extracted, link.caller) && find(extracted, link.callee)) extracted.links.push_back(link);

  const Architecture& taken = extracted;
  for (Area& area : extracted.areas)
    if (!find(taken, area.parent)) area.parent = {};
  for (Component& component : extracted.components)
    if (!find(taken, component.area)) component.area = {};
  return extracted;
}

namespace editing {

Copies copy_into(Draft& draft, const Architecture& extracted, Point by, Naming naming) {
  Copies copies;
  for (Area area : extracted.areas) {
    const AreaId old = area.id;
    area.name = naming(draft.now(), area.name);
    area.at.x += by.x;
    area.at.y += by.y;
    area.parent = {};
    area.locked = false;
    copies.areas[old] = draft.add(std::move(area));
    copies.elements.push_back(copies.areas[old]);
  }
  // Parents may come after their children in the list, so they are found when all are there.
  for (const Area& area : extracted.areas) {
    const auto parent = copies.areas.find(area.parent);
    Area copy = *find(draft.now(), copies.areas[area.id]);
    if (parent == copies.areas.end() || !may_stand_in(draft.now(), copy, parent->second)) continue;
    copy.parent = parent->second;
    draft.replace(copy);
  }
  for (const auto& [old, id] : copies.areas) {
    Area copy = *find(draft.now(), id);
    if (copy.parent) continue;
    copy.parent = area_around(draft.now(), copy);
    draft.replace(copy);
  }

  for (Component component : extracted.components) {
    const ComponentId old = component.id;
    component.name = naming(draft.now(), component.name);
    component.at.x += by.x;
    component.at.y += by.y;
    component.locked = false;
    const auto area = copies.areas.find(component.area);
    component.area = area == copies.areas.end() ? area_around(draft.now(), component) : area->second;
    copies.components[old] = draft.add(std::move(component));
    copies.elements.push_back(copies.components[old]);
  }
  for (Link link : extracted.links) {
    const auto caller = copies.components.find(link.caller);
    const auto callee = copies.components.find(link.callee);
    if (caller == copies.components.end() || callee == copies.components.end()) continue;
    link.caller = caller->second;
    link.callee = callee->second;
    if (!objection_to_connect(draft.now(), link.caller, link.callee)) draft.add(std::move(link));
  }
  for (Note note : extracted.notes) {
    note.at.x += by.x;
    note.at.y += by.y;
    note.locked = false;
    copies.elements.push_back(draft.add(std::move(note)));
  }
  return copies;
}

}  // namespace editing

Pasted paste(const Architecture& architecture, const Architecture& extracted, Point by) {
  editing::Draft draft(architecture);
  Pasted pasted;
  pasted.elements = editing::copy_into(draft, extracted, by, free_name).elements;
  pasted.change = std::move(draft).finish();
  return pasted;
}

}  // namespace loadframe
