#pragma once

#include "architecture/architecture.h"

#include <string>
#include <utility>

/// Draws architectures in few words: for tests, benchmarks and the checks against theory.
namespace loadframe {

/// A wire without any latency, so that formulas need not know of it.
inline LinkSettings immediate() {
  LinkSettings settings;
  settings.latency = Duration{};
  return settings;
}

struct Drawing {
  Architecture architecture;

  ComponentId add(std::string name, ComponentSettings settings) {
    const ComponentId id{static_cast<std::uint32_t>(architecture.components.size() + 1)};
    architecture.components.push_back({id, std::move(name), {}, {}, std::move(settings), {}});
    return id;
  }

  LinkId wire(ComponentId caller, ComponentId callee, const LinkSettings& settings = immediate()) {
    const LinkId id{static_cast<std::uint32_t>(architecture.links.size() + 1)};
    architecture.links.push_back({id, caller, callee, settings, {}});
    return id;
  }

  AreaId area(std::string name, AreaSettings settings, std::initializer_list<ComponentId> inside) {
    const AreaId id{static_cast<std::uint32_t>(architecture.areas.size() + 1)};
    architecture.areas.push_back({id, std::move(name), {}, {}, std::move(settings), {}});
    for (Component& component : architecture.components)
      for (const ComponentId one : inside)
        if (component.id == one) component.area = id;
    return id;
  }

  ClassId request_class(std::string name, const RequestClassSettings& settings) {
    const ClassId id{static_cast<std::uint32_t>(architecture.classes.size() + 1)};
    architecture.classes.push_back({id, std::move(name), settings, {}});
    return id;
  }

  template <class Settings>
  Settings& settings(ComponentId id) {
    return std::get<Settings>(architecture.components[id.value - 1].settings);
  }
};

/// Open-loop users with endless patience.
inline UsersSettings arrivals(double per_second) {
  UsersSettings users;
  users.rate = {per_second};
  users.timeout = {};
  return users;
}

/// Any number of workers at once on so many cores: what comes shares the CPU.
inline ServerSettings shared_processor(const Law& cpu_time, std::int64_t cores = 1) {
  ServerSettings server;
  server.workers = 1'000'000;
  server.cpu_time = cpu_time;
  server.cores = cores;
  return server;
}

/// So many workers with a core each, and a backlog without end: first come, first served.
inline ServerSettings first_come_first_served(const Law& cpu_time, std::int64_t workers = 1) {
  ServerSettings server;
  server.workers = workers;
  server.backlog = 10'000'000;
  server.cpu_time = cpu_time;
  server.cores = workers;
  return server;
}

}  // namespace loadframe
