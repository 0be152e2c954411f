#include "simulation/engine.h"

#include <numeric>
#include <type_traits>

/// What a copy of a run takes in memory: an estimate that counts what may be large.
namespace loadframe::engine {

namespace {

/// Of a node in a std::map, beside what it holds.
constexpr std::size_t map_node_overhead = 32;

template <class Item>
requires std::is_trivially_destructible_v<Item> std::size_t bytes_of(const std::vector<Item>& items) {
  return items.capacity() * sizeof(Item);
}

template <class Key, class Value>
requires std::is_trivially_destructible_v<Value> std::size_t bytes_of(const std::map<Key, Value>& map) {
  return map.size() * (sizeof(typename std::map<Key, Value>::value_type) + map_node_overhead);
}

/// Of things that hold more than themselves: `inside` tells how much each holds.
template <class Items, class Inside>
std::size_t bytes_of(const Items& items, const Inside& inside) {
  return std::accumulate(items.begin(), items.end(), items.capacity() * sizeof(typename Items::value_type),
                         [&](std::size_t sum, const auto& item) { return sum + inside(item); });
}

struct BytesOfKind {
  std::size_t operator()(const std::monostate&) const { return 0; }
  std::size_t operator()(const UsersState& state) const {
    return bytes_of(state.resolvers, [](const Resolver& one) { return bytes_of(one.answer); });
  }
  std::size_t operator()(const BalancerState& state) const { return bytes_of(state.sessions); }
  std::size_t operator()(const CacheState& state) const {
    return bytes_of(state.places,
                    [](const CachePlace& place) { return place.store.bytes() + bytes_of(place.leases); }) +
           bytes_of(state.leases) + bytes_of(state.free_leases);
  }
  std::size_t operator()(const LimitState& state) const {
    return bytes_of(state.buckets.full_at) + bytes_of(state.write_buckets.full_at);
  }
  std::size_t operator()(const DnsState& state) const { return bytes_of(state.entries); }
  std::size_t operator()(const FunctionState& state) const { return bytes_of(state.idle_since); }
  std::size_t operator()(const InferenceServerState& state) const { return bytes_of(state.batches); }
  std::size_t operator()(const BrokerState& state) const {
    return bytes_of(state.backlogs) + bytes_of(state.partitions) +
           bytes_of(state.consumers, [](const StreamConsumer& one) { return bytes_of(one.cursors); });
  }
  std::size_t operator()(const DatabaseState& state) const {
    return bytes_of(state.locks.locks) + bytes_of(state.locks.unused) + bytes_of(state.locks.by_key) +
           bytes_of(state.failover.members);
  }
  std::size_t operator()(const ClusterState& state) const {
    std::size_t bytes = bytes_of(state.members, [](const ClusterNode& member) { return bytes_of(member.hints); });
    for (const auto& [key, versions] : state.keys)
      bytes += sizeof(key) + sizeof(versions) + map_node_overhead + bytes_of(versions.held);
    return bytes;
  }
  std::size_t operator()(const SearchIndexState& state) const { return bytes_of(state.down); }
};

}  // namespace

std::size_t Engine::memory_in_use() const {
  std::size_t bytes = sizeof(Engine) + queue.bytes() + calls.bytes() + total_requests.latency.bytes();
  bytes += bytes_of(nodes, [](const NodeState& node) {
    return node.interval_latency.bytes() + node.total_latency.bytes() + bytes_of(node.scaling.wishes) +
           std::visit(BytesOfKind{}, node.kind);
  });
  bytes += flows.capacity() * sizeof(LinkFlow);
  bytes += bytes_of(links, [](const LinkState& link) { return link.recent_latency.bytes() + link.latency.bytes(); });
  bytes += bytes_of(link_conditions);
  bytes += bytes_of(hosts, [](const HostState& host) { return host.processor.bytes(); });
  bytes += bytes_of(classes, [](const ClassState& each) { return each.total.latency.bytes(); });
  bytes += planned.capacity() * sizeof(PlannedAction) + isolated.capacity() * sizeof(ElementId);
  return bytes;
}

}  // namespace loadframe::engine
