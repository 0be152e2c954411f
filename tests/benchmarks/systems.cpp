#include "systems.h"

#include "drawing.h"
#include "exchange/layout_file.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace loadframe::systems {

namespace {

constexpr Duration hop = microseconds(500);

LinkSettings over_a_hop() {
  LinkSettings settings;
  settings.latency = hop;
  return settings;
}

/// Passes on, and nothing else.
LoadBalancerSettings bare_balancer() {
  LoadBalancerSettings balancer;
  balancer.checks = false;
  balancer.cpu_time = constant({});
  balancer.timeout = {};
  balancer.connect_timeout = {};
  balancer.retries = 0;
  return balancer;
}

/// Holds four fifths of what it is asked for, once it has filled.
CacheSettings cache_of_four_fifths(std::int64_t keys, Bytes entry) {
  CacheSettings cache;
  cache.capacity = {entry.count * keys * 4 / 5};
  cache.time_to_live = {};
  cache.lookup_time = constant(microseconds(100));
  cache.threads = cache.cores = 4;
  return cache;
}

RelationalDatabaseSettings database() {
  RelationalDatabaseSettings settings;
  settings.connections = settings.cores = 16;
  settings.backlog = 1'000'000;
  settings.read_time = exponential(milliseconds(2));
  return settings;
}

RequestClassSettings pages(std::int64_t keys) {
  RequestClassSettings settings;
  settings.keys = keys;
  settings.popularity = Popularity::uniform;
  return settings;
}

/// @param servers of each group of users, one balancer, one cache and one database
struct Groups {
  std::vector<int> servers;
  int more_links = 0;  ///< from balancers to servers of the next group
};

Architecture in_groups(const Groups& groups) {
  constexpr double rate_of_server = 0.7 * 4 / 0.0117;
  constexpr std::int64_t keys = 10'000;
  Drawing drawing;
  const RequestClassSettings read = pages(keys);
  drawing.request_class("page", read);
  std::vector<ComponentId> balancers;
  std::vector<std::vector<ComponentId>> servers;
  for (std::size_t group = 0; group < groups.servers.size(); ++group) {
    const std::string number = "-" + std::to_string(group + 1);
    const ComponentId users = drawing.add("users" + number, arrivals(rate_of_server * groups.servers[group]));
    balancers.push_back(drawing.add("lb" + number, bare_balancer()));
    const ComponentId cache = drawing.add("cache" + number, cache_of_four_fifths(keys, read.size));
    const ComponentId store = drawing.add("db" + number, database());
    drawing.wire(users, balancers.back(), over_a_hop());
    servers.emplace_back();
    for (int i = 1; i <= groups.servers[group]; ++i) {
      const ComponentId server = drawing.add("web" + number + "-" + std::to_string(i),
                                             first_come_first_served(exponential(milliseconds(10)), 4));
      servers.back().push_back(server);
      drawing.wire(balancers.back(), server, over_a_hop());
      drawing.wire(server, cache, over_a_hop());
      drawing.wire(server, store, over_a_hop());
    }
  }
  for (int i = 0; i < groups.more_links; ++i) {
    const std::size_t group = static_cast<std::size_t>(i) % balancers.size();
    const auto& others = servers[(group + 1) % servers.size()];
    const std::size_t which = static_cast<std::size_t>(i) / balancers.size();
    drawing.wire(balancers[group], others[which], over_a_hop());
  }
  return drawing.architecture;
}

template <class Number>
void multiply(Number& number, int factor) {
  number *= factor;
}

/// So many times the capacity, but for servers, of which there will be more.
void enlarge(ComponentSettings& settings, int factor) {
  if (auto* balancer = std::get_if<LoadBalancerSettings>(&settings)) {
    multiply(balancer->cores, factor);
    multiply(balancer->max_connections, factor);
  } else if (auto* cache = std::get_if<CacheSettings>(&settings)) {
    multiply(cache->cores, factor);
    multiply(cache->threads, factor);
    multiply(cache->backlog, factor);
  } else if (auto* store = std::get_if<RelationalDatabaseSettings>(&settings)) {
    multiply(store->cores, factor);
    multiply(store->connections, factor);
    multiply(store->backlog, factor);
  } else if (auto* objects = std::get_if<ObjectStoreSettings>(&settings)) {
    objects->limit.per_second *= factor;
  }
}

}  // namespace

Architecture example(const std::string& name) {
  Result<Layout> layout = read_layout(LOADFRAME_SOURCE_DIR "/resources/examples/" + name + ".loadframe");
  if (!layout) {
    std::fprintf(stderr, "%s\n", to_text(layout.diagnostic()).c_str());
    std::exit(1);
  }
  return std::move(layout).value().architecture;
}

Architecture single_queue() {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(single_queue_rate));
  drawing.wire(users, drawing.add("server", first_come_first_served(exponential(milliseconds(1)))));
  return drawing.architecture;
}

Architecture three_tiers() {
  constexpr std::int64_t keys = 10'000;
  Drawing drawing;
  const RequestClassSettings read = pages(keys);
  drawing.request_class("page", read);
  const ComponentId users = drawing.add("users", arrivals(three_tiers_rate));
  const ComponentId balancer = drawing.add("lb", bare_balancer());
  const ComponentId cache = drawing.add("cache", cache_of_four_fifths(keys, read.size));
  const ComponentId store = drawing.add("db", database());
  drawing.wire(users, balancer, over_a_hop());
  for (int i = 1; i <= 10; ++i) {
    const ComponentId server =
        drawing.add("web-" + std::to_string(i), first_come_first_served(exponential(milliseconds(10)), 4));
    drawing.wire(balancer, server, over_a_hop());
    drawing.wire(server, cache, over_a_hop());
    drawing.wire(server, store, over_a_hop());
  }
  return drawing.architecture;
}

Architecture populated(std::int64_t population, Duration think_time, int hardware) {
  Architecture architecture = example("million-users");
  std::uint32_t next_component = 0;
  std::uint32_t next_link = 0;
  for (const Component& component : architecture.components)
    next_component = std::max(next_component, component.id.value + 1);
  for (const Link& link : architecture.links) next_link = std::max(next_link, link.id.value + 1);

  const std::vector<Component> components(architecture.components.begin(), architecture.components.end());
  const std::vector<Link> links(architecture.links.begin(), architecture.links.end());
  for (Component& component : architecture.components) {
    enlarge(component.settings, hardware);
    if (auto* users = std::get_if<UsersSettings>(&component.settings)) {
      users->population = population;
      users->think_time = exponential(think_time);
    }
  }
  for (int copy = 2; copy <= hardware; ++copy) {
    std::map<ComponentId, ComponentId> copies;
    for (const Component& component : components) {
      if (kind_of(component.settings) != Kind::server) continue;
      Component another = component;
      another.id = {next_component++};
      another.name += "-" + std::to_string(copy);
      copies[component.id] = another.id;
      architecture.components.push_back(another);
    }
    for (const Link& link : links) {
      Link another = link;
      another.id = {next_link++};
      if (copies.contains(link.caller)) another.caller = copies[link.caller];
      else if (copies.contains(link.callee)) another.callee = copies[link.callee];
      else continue;
      architecture.links.push_back(another);
    }
  }
  return architecture;
}

Architecture components(int number) {
  if (number == 10) return in_groups({{6}, 0});
  // Groups of 25: 4 and 21 servers, with 1 + 3 x 21 links; each thousand has 440 more.
  return in_groups({std::vector<int>(static_cast<std::size_t>(number) / 25, 21), number / 1000 * 440});
}

}  // namespace loadframe::systems
