#include "architecture/architecture.h"

#include <algorithm>

namespace loadframe {

namespace {

template <class Element>
const Element* find_in(const std::vector<Element>& elements, Id<Element> id) {
  if (!id) return nullptr;
  // Nearly always they stand in the order of their ids.
  const auto there = std::lower_bound(elements.begin(), elements.end(), id,
                                      [](const Element& element, Id<Element> wanted) { return element.id < wanted; });
  if (there != elements.end() && there->id == id) return &*there;
  const auto found = std::find_if(elements.begin(), elements.end(), [&](const auto& element) { return element.id == id; });
  return found == elements.end() ? nullptr : &*found;
}

template <class Element>
const Element* find_named(const std::vector<Element>& elements, std::string_view name) {
  const auto found =
      std::find_if(elements.begin(), elements.end(), [&](const auto& element) { return element.name == name; });
  return found == elements.end() ? nullptr : &*found;
}

constexpr std::string_view arrow = " -> ";

/// The innermost area of a kind around a component, or none.
const Area* around(const Architecture& architecture, const Component& component, AreaKind kind) {
  const Area* area = find(architecture, component.area);
  for (std::size_t depth = 0; area && depth <= architecture.areas.size(); ++depth) {
    if (kind_of(area->settings) == kind) return area;
    area = find(architecture, area->parent);
  }
  return nullptr;
}

}  // namespace

const Component* find(const Architecture& architecture, ComponentId id) { return find_in(architecture.components, id); }
const Link* find(const Architecture& architecture, LinkId id) { return find_in(architecture.links, id); }
const Area* find(const Architecture& architecture, AreaId id) { return find_in(architecture.areas, id); }
const RequestClass* find(const Architecture& architecture, ClassId id) { return find_in(architecture.classes, id); }
const Note* find(const Architecture& architecture, NoteId id) { return find_in(architecture.notes, id); }

const Component* find_component(const Architecture& architecture, std::string_view name) {
  return find_named(architecture.components, name);
}

const Area* find_area(const Architecture& architecture, std::string_view name) {
  return find_named(architecture.areas, name);
}

const Link* find_link(const Architecture& architecture, ComponentId caller, ComponentId callee) {
  for (const Link& link : architecture.links)
    if (link.caller == caller && link.callee == callee) return &link;
  return nullptr;
}

ElementId find_by_name(const Architecture& architecture, std::string_view name) {
  if (const Component* component = find_component(architecture, name)) return component->id;
  if (const Area* area = find_area(architecture, name)) return area->id;
  for (const Link& link : architecture.links)
    if (name_of(architecture, link.id) == name) return link.id;
  return {};
}

std::string name_of(const Architecture& architecture, const ElementId& id) {
  if (const auto* component_id = std::get_if<ComponentId>(&id)) {
    if (const Component* component = find(architecture, *component_id)) return component->name;
  } else if (const auto* area_id = std::get_if<AreaId>(&id)) {
    if (const Area* area = find(architecture, *area_id)) return area->name;
  } else if (const auto* link_id = std::get_if<LinkId>(&id)) {
    if (const Link* link = find(architecture, *link_id))
      return name_of(architecture, link->caller) + std::string(arrow) + name_of(architecture, link->callee);
  }
  return {};
}

const Area* host_of(const Architecture& architecture, const Component& component) {
  return around(architecture, component, AreaKind::host);
}

bool is_within(const Architecture& architecture, AreaId inner, AreaId outer) {
  for (std::size_t depth = 0; inner && depth <= architecture.areas.size(); ++depth) {
    if (inner == outer) return true;
    const Area* area = find(architecture, inner);
    if (!area) return false;
    inner = area->parent;
  }
  return false;
}

std::vector<ComponentId> components_within(const Architecture& architecture, AreaId area) {
  std::vector<ComponentId> inside;
  for (const Component& component : architecture.components)
    if (is_within(architecture, component.area, area)) inside.push_back(component.id);
  return inside;
}

Duration latency_of(const Architecture& architecture, const Link& link) {
  if (link.settings.latency) return *link.settings.latency;
  const Component* caller = find(architecture, link.caller);
  const Component* callee = find(architecture, link.callee);
  if (!caller || !callee) return ZoneSettings{}.latency;
  if (const auto* users = std::get_if<UsersSettings>(&caller->settings)) return users->access_latency;

  const auto innermost_shared = [&](AreaKind kind) -> const Area* {
    const Area* one = around(architecture, *caller, kind);
    return one && one == around(architecture, *callee, kind) ? one : nullptr;
  };
  if (const Area* host = innermost_shared(AreaKind::host)) return std::get<HostSettings>(host->settings).latency;
  if (const Area* zone = innermost_shared(AreaKind::zone)) return std::get<ZoneSettings>(zone->settings).latency;

  const Area* from_region = around(architecture, *caller, AreaKind::region);
  const Area* to_region = around(architecture, *callee, AreaKind::region);
  if (from_region && to_region && from_region != to_region)
    return std::max(std::get<RegionSettings>(from_region->settings).region_latency,
                    std::get<RegionSettings>(to_region->settings).region_latency);
  const Area* from_zone = around(architecture, *caller, AreaKind::zone);
  const Area* to_zone = around(architecture, *callee, AreaKind::zone);
  if (from_zone && to_zone && from_zone != to_zone)
    return from_region ? std::get<RegionSettings>(from_region->settings).zone_latency : RegionSettings{}.zone_latency;
  return ZoneSettings{}.latency;
}

}  // namespace loadframe
