#include "simulation/engine.h"

/// What components take of their machine's memory, and what happens when it is used up.
namespace loadframe::engine {

/// Memory that a component has in use now, bytes.
double Engine::memory_of(NodeIndex index) const {
  const NodeModel& node_model = model->nodes[index];
  const NodeState& node = nodes[index];
  if (node.state == ComponentState::dead || node.state == ComponentState::booting) return 0;
  double used = static_cast<double>(node_model.base_memory) * node.instances +
                static_cast<double>(node_model.request_memory) * node.present + node.leaked +
                node.leak * static_cast<double>(now - node.leak_since) * 1e-9;
  if (const auto* cache = std::get_if<CacheState>(&node.kind))
    for (const CachePlace& place : cache->places) used += static_cast<double>(place.store.bytes_used());
  return used;
}

/// Memory of a machine; that of a component on its own grows with its instances. 0: it is not modelled.
double Engine::memory_limit(std::uint32_t host) const {
  const HostModel& host_model = model->hosts[host];
  const bool scales = !host_model.area && host_model.nodes.size() == 1;
  return static_cast<double>(host_model.memory) * (scales ? nodes[host_model.nodes.front()].instances : 1);
}

double Engine::memory_of_host(std::uint32_t host) const {
  double used = 0;
  for (const NodeIndex node : model->hosts[host].nodes) used += memory_of(node);
  return used;
}

/// Before a component takes another request in: when its machine's memory is used up, the component that uses most
/// is killed, or the machine swaps. @return whether the component still runs
bool Engine::make_room_in_memory(NodeIndex index) {
  const NodeModel& node_model = model->nodes[index];
  const double limit = memory_limit(node_model.host);
  if (limit <= 0) return true;
  const bool exhausted = memory_of_host(node_model.host) + static_cast<double>(node_model.request_memory) > limit;
  if (model->hosts[node_model.host].swaps) {
    hosts[node_model.host].swapping = exhausted;
    return true;
  }
  if (!exhausted) return true;
  NodeIndex largest = index;
  for (const NodeIndex other : model->hosts[node_model.host].nodes)
    if (memory_of(other) > memory_of(largest)) largest = other;
  const std::size_t place = recording.events.size();  // it comes before its consequences
  note(EventKind::out_of_memory, largest);
  const std::uint64_t resets = crash(largest);
  recording.events[place].count = resets;
  return largest != index;
}

void Engine::set_leak(NodeIndex index, double bytes_per_second) {
  NodeState& node = nodes[index];
  node.leaked += node.leak * static_cast<double>(now - node.leak_since) * 1e-9;
  node.leak = bytes_per_second;
  node.has_leaked = node.leak > 0 || node.leaked > 0;
  node.leak_since = now;
}

}  // namespace loadframe::engine
