// The order of components along the calls, and the way from one to the next.
#include "architecture/arranging.h"
#include "architecture/call_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace loadframe {

namespace {

/// How many calls lie between a component and the farthest one that leads to it. Calls in a circle count once.
std::vector<int> depths(const Architecture& architecture, const CallGraph& graph) {
  const std::size_t count = architecture.components.size();
  std::vector<int> callers(count, 0);
  std::vector<int> depth(count, 0);
  for (std::size_t i = 0; i < count; ++i)
    for (const Link* link : graph.links_from(i)) ++callers[graph.place_of(link->callee)];
  std::vector<bool> done(count, false);
  std::vector<std::size_t> open;
  std::size_t next_unvisited = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (callers[i] == 0) open.push_back(i);
  for (std::size_t visited = 0; visited < count;) {
    if (open.empty()) {
      while (done[next_unvisited]) ++next_unvisited;
      open.push_back(next_unvisited);
    }
    const std::size_t place = open.back();
    open.pop_back();
    if (done[place]) continue;
    done[place] = true;
    ++visited;
    for (const Link* link : graph.links_from(place)) {
      const std::size_t callee = graph.place_of(link->callee);
      if (done[callee]) continue;
      depth[callee] = std::max(depth[callee], depth[place] + 1);
      if (--callers[callee] == 0) open.push_back(callee);
    }
  }
  return depth;
}

Point middle_of(const Component& component) {
  return {component.at.x + component_width / 2, component.at.y + component_height / 2};
}

}  // namespace

std::vector<ComponentId> in_order_of_flow(const Architecture& architecture) {
  const CallGraph graph(architecture);
  const std::vector<int> depth = depths(architecture, graph);
  std::vector<std::size_t> order(architecture.components.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    const Component& a = architecture.components[one];
    const Component& b = architecture.components[other];
    return std::tuple(depth[one], a.at.y, a.at.x) < std::tuple(depth[other], b.at.y, b.at.x);
  });
  std::vector<ComponentId> ids;
  ids.reserve(order.size());
  for (const std::size_t place : order) ids.push_back(architecture.components[place].id);
  return ids;
}

ComponentId neighbour(const Architecture& architecture, ComponentId from, Direction direction) {
  const Component* start = find(architecture, from);
  if (!start) return {};
  const Point here = middle_of(*start);
  constexpr double linked_is_nearer = 0.25;
  constexpr double aside_counts = 2;
  ComponentId best;
  double least = 0;
  for (const Component& other : architecture.components) {
    if (other.id == from) continue;
    const Point there = middle_of(other);
    const double across = there.x - here.x;
    const double down = there.y - here.y;
    double along = direction == Direction::left ? -across : across;
    double aside = std::abs(down);
    if (direction == Direction::up || direction == Direction::down) {
      along = direction == Direction::up ? -down : down;
      aside = std::abs(across);
    }
    if (along <= 0) continue;
    const bool linked = find_link(architecture, from, other.id) || find_link(architecture, other.id, from);
    // What lies far aside is not in this direction, but for what calls lead to.
    if (aside > 2 * along && !linked) continue;
    const double distance = (along + aside_counts * aside) * (linked ? linked_is_nearer : 1);
    if (best && distance >= least) continue;
    best = other.id;
    least = distance;
  }
  return best;
}

}  // namespace loadframe
