#pragma once

#include "architecture/editing.h"
#include "architecture/validation.h"

#include <string_view>

/// Small architectures that tests start from.
namespace loadframe::samples {

/// Adds a component of a kind under the name that it gets by itself.
inline ComponentId add(Architecture& architecture, Kind kind, Point at = {}) {
  apply(add_component(architecture, kind, at), architecture);
  return architecture.components.back().id;
}

inline AreaId add(Architecture& architecture, AreaKind kind, Rectangle at) {
  apply(add_area(architecture, kind, at), architecture);
  return architecture.areas.back().id;
}

/// Wires two components whatever the rules of wiring say, as a file may.
inline LinkId wire(Architecture& architecture, ComponentId caller, ComponentId callee) {
  Link link;
  link.id = {static_cast<std::uint32_t>(architecture.links.size()) + 1};
  link.caller = caller;
  link.callee = callee;
  architecture.links.push_back(link);
  return link.id;
}

template <class Settings>
Settings& settings(Architecture& architecture, ComponentId id) {
  for (Component& component : architecture.components)
    if (component.id == id) return std::get<Settings>(component.settings);
  return std::get<Settings>(architecture.components.at(0).settings);
}

inline ComponentId id_of(const Architecture& architecture, std::string_view name) {
  const Component* component = find_component(architecture, name);
  return component ? component->id : ComponentId{};
}

/// users-1 and dns-1, lb-1 before web-1 and web-2 (each on a host of zone-1), cache-1 beside db-1, whose replica is
/// db-2; reads and writes; a kill in the scenario.
inline Architecture shop() {
  Architecture shop;
  shop.properties.name = "Shop";
  add(shop, AreaKind::zone, {300, -100, 700, 700});
  add(shop, AreaKind::host, {350, -50, 300, 150});
  add(shop, AreaKind::host, {350, 150, 300, 150});
  const auto users = add(shop, Kind::users, {-400, 0});
  const auto dns = add(shop, Kind::dns, {-400, 200});
  const auto balancer = add(shop, Kind::load_balancer, {0, 0});
  const auto first = add(shop, Kind::server, {400, 0});
  const auto second = add(shop, Kind::server, {400, 200});
  const auto cache = add(shop, Kind::cache, {750, 0});
  const auto primary = add(shop, Kind::relational_database, {750, 200});
  const auto replica = add(shop, Kind::relational_database, {750, 400});
  wire(shop, users, dns);
  wire(shop, users, balancer);
  for (const auto server : {first, second}) {
    wire(shop, balancer, server);
    wire(shop, server, cache);
    wire(shop, server, primary);
    wire(shop, server, replica);
  }
  wire(shop, primary, replica);
  apply(add_request_class(shop), shop);
  apply(add_request_class(shop), shop);
  shop.classes.back().settings.operation = Operation::write;
  apply(add_note(shop, "Black Friday", {0, -200, 200, 60}), shop);
  shop.properties.scenario = {{seconds(20), action(ActionKind::kill, first), {}},
                              {seconds(40), action(ActionKind::restart, first), {}}};
  return shop;
}

}  // namespace loadframe::samples
