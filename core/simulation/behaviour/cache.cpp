#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine::cache {

namespace {

const CacheSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<CacheSettings>(engine.model->nodes[index].settings);
}

CacheState& state_of(Engine& engine, NodeIndex index) { return std::get<CacheState>(engine.nodes[index].kind); }

/// Each class asks for keys of its own.
std::uint64_t key_of(const Engine& engine, const Call& call) {
  return std::uint64_t{engine.model->classes[call.request_class].id.value} << 32 | call.key;
}

void describe(NodeModel& node) {
  const auto& cache = std::get<CacheSettings>(node.settings);
  node.workers = bounded(cache.threads);
  node.backlog = bounded(cache.backlog);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(cache.lookup_time);
}

void prepare(Engine& engine, NodeIndex index) {
  NodeState& node = engine.nodes[index];
  if (!std::holds_alternative<CacheState>(node.kind)) node.kind = CacheState{{}, engine.stream(index, 1)};
  const CacheSettings& settings = settings_of(engine, index);
  state_of(engine, index).store.set_limits(settings.capacity, settings.eviction);
}

void adopt(Engine& engine, NodeIndex index, const NodeModel&) { prepare(engine, index); }

void looked_up(Engine& engine, CallIndex index) {
  Call& call = engine.calls[index];
  const NodeIndex node_index = engine.model->links[call.link].callee;
  NodeState& node = engine.nodes[node_index];
  KeyStore& store = state_of(engine, node_index).store;

  if (engine.model->classes[call.request_class].write) {
    // What a write changes is no longer what is held. Behind the cache, the write goes through.
    store.erase(key_of(engine, call));
    engine.advance(index);
    return;
  }
  if (store.lookup(key_of(engine, call), engine.now)) {
    ++node.interval.hits;
    engine.respond(index, Outcome::ok);
    return;
  }
  ++node.interval.misses;
  call.missed_at = node_index;
  if (engine.model->nodes[node_index].read_steps.empty()) {
    call.missed = true;
    engine.respond(index, Outcome::ok);
  } else {
    engine.advance(index);
  }
}

}  // namespace

void flush(Engine& engine, NodeIndex index) {
  if (auto* state = std::get_if<CacheState>(&engine.nodes[index].kind)) state->store.clear();
}

void not_filled(Engine&, NodeIndex, const Call&) {}

void fill(Engine& engine, NodeIndex index, const Call& call) {
  NodeState& node = engine.nodes[index];
  if (node.state != ComponentState::up || !engine.model->nodes[index].present) return;
  const std::int64_t lifetime = settings_of(engine, index).time_to_live.nanoseconds;
  CacheState& state = state_of(engine, index);
  state.store.insert(key_of(engine, call), engine.model->classes[call.request_class].size,
                     lifetime > 0 ? engine.now + lifetime : never, state.eviction);
}

}  // namespace loadframe::engine::cache

namespace loadframe::engine {

const KindBehaviour cache_behaviour{.describe = cache::describe,
                                    .connect = [](Wiring& wiring, NodeIndex index) { wiring.wire_steps(index); },
                                    .start = cache::prepare,
                                    .adopt = cache::adopt,
                                    .served = cache::looked_up,
                                    .stopped = cache::flush};

}  // namespace loadframe::engine
