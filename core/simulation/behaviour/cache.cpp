#include "simulation/behaviour/cache.h"

#include "simulation/behaviour/forwarding.h"

#include <algorithm>

namespace loadframe::engine::cache {

namespace {

/// Purpose of the hash by which users belong to places.
constexpr std::uint64_t belonging = 0x706F70;

/// What a lookup that missed does, in the call's `role`; `detail` is the lease.
enum Part : std::uint16_t { on_its_own, waits, fetches };

/// The settings that caches and CDNs share.
struct Policy {
  std::size_t places = 1;
  Bytes capacity;
  Eviction eviction = Eviction::lru;
  Duration time_to_live;
  bool coalescing = false;
  Duration lease_time;  ///< longest: until the fetch has ended
};

Policy policy_of(const Engine& engine, NodeIndex index) {
  const ComponentSettings& settings = engine.model->nodes[index].settings;
  if (const auto* cdn = std::get_if<CdnSettings>(&settings))
    return {static_cast<std::size_t>(cdn->points_of_presence),
            cdn->capacity,
            cdn->eviction,
            cdn->time_to_live,
            cdn->coalescing,
            Duration::longest()};
  const auto& cache = std::get<CacheSettings>(settings);
  return {1, cache.capacity, cache.eviction, cache.time_to_live, cache.coalescing, cache.lease_time};
}

CacheState& state_of(Engine& engine, NodeIndex index) { return std::get<CacheState>(engine.nodes[index].kind); }

std::uint32_t place_number(const Call& call, std::size_t places) {
  return places == 1 ? 0 : RandomStream(call.user, 0, belonging).below(static_cast<std::uint32_t>(places));
}

bool fetches_itself(const Engine& engine, NodeIndex index) { return !engine.model->nodes[index].read_steps.empty(); }

/// The lease on what the call asks for, or none.
std::uint32_t lease_on(Engine& engine, NodeIndex index, const Call& call) {
  const auto& leases = place_of(engine, index, call).leases;
  const auto found = leases.find(key_of(engine, call));
  return found != leases.end() ? found->second : none;
}

/// Lets the call, or its caller, fetch.
void let_fetch(Engine& engine, NodeIndex index, std::uint32_t number, CallIndex call) {
  Lease& lease = state_of(engine, index).leases[number];
  const Duration time = policy_of(engine, index).lease_time;
  lease.fetcher = none;
  lease.outcome = Outcome::ok;
  lease.until = never;
  if (time < Duration::longest()) {
    lease.until = engine.now + time.nanoseconds;
    engine.queue.push(engine.now, lease.until, EventType::kind_timer, index, number,
                      engine.model->nodes[index].timer_lane);
  }
  if (fetches_itself(engine, index)) {
    lease.fetcher = call;
    engine.calls[call].role = fetches;
    engine.calls[call].detail = number;
    engine.advance(call);
  } else {
    engine.calls[call].missed = true;
    engine.respond(call, Outcome::ok);
  }
}

void give_lease(Engine& engine, NodeIndex index, CallIndex call) {
  CacheState& state = state_of(engine, index);
  if (state.free_leases.empty()) {
    state.free_leases.push_back(static_cast<std::uint32_t>(state.leases.size()));
    state.leases.emplace_back();
  }
  const std::uint32_t number = state.free_leases.back();
  state.free_leases.pop_back();
  Lease lease;
  lease.key = key_of(engine, engine.calls[call]);
  lease.place = place_number(engine.calls[call], state.places.size());
  lease.given = true;
  state.leases[number] = lease;
  state.places[lease.place].leases[lease.key] = number;
  let_fetch(engine, index, number, call);
}

/// @return those who waited
std::vector<CallIndex> end_lease(Engine& engine, NodeIndex index, std::uint32_t number) {
  CacheState& state = state_of(engine, index);
  Lease& lease = state.leases[number];
  std::vector<CallIndex> waiting;
  for (CallIndex call = lease.waiting.head; call != none; call = engine.calls[call].next) waiting.push_back(call);
  for (const CallIndex call : waiting) {
    lease.waiting.remove(engine.calls, call);
    engine.calls[call].role = on_its_own;
  }
  state.places[lease.place].leases.erase(lease.key);
  lease = {};
  state.free_leases.push_back(number);
  return waiting;
}

void answer_waiting(Engine& engine, NodeIndex index, std::uint32_t number, Outcome outcome) {
  for (const CallIndex call : end_lease(engine, index, number)) engine.respond(call, outcome);
}

/// The next of those who wait may fetch.
void pass_on(Engine& engine, NodeIndex index, std::uint32_t number) {
  Lease& lease = state_of(engine, index).leases[number];
  if (lease.waiting.empty()) {
    end_lease(engine, index, number);
    return;
  }
  const CallIndex next = lease.waiting.pop(engine.calls);
  engine.calls[next].role = on_its_own;
  let_fetch(engine, index, number, next);
}

void looked_up(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  if (!engine.model->classes[call.request_class].write) {
    look_up(engine, index);
    return;
  }
  // What a write changes is no longer what is held, whatever was read of it. Behind the cache, the write goes through.
  Call reading = call;
  KeyStore& store = place_of(engine, engine.callee_of(call), call).store;
  for (reading.request_class = 0; reading.request_class < engine.model->classes.size(); ++reading.request_class)
    store.erase(key_of(engine, reading));
  engine.advance(index);
}

void describe(NodeModel& node) {
  const auto& cache = std::get<CacheSettings>(node.settings);
  node.workers = bounded(cache.threads);
  node.backlog = bounded(cache.backlog);
  node.uses_keys = true;
  if (cache.coalescing && cache.lease_time < Duration::longest()) node.timer_delay = cache.lease_time.nanoseconds;
  node.event_loop = true;  // a thread looks up; it does not wait for what is fetched
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(cache.lookup_time);
}

}  // namespace

CachePlace& place_of(Engine& engine, NodeIndex index, const Call& call) {
  CacheState& state = state_of(engine, index);
  return state.places[place_number(call, state.places.size())];
}

void prepare(Engine& engine, NodeIndex index) {
  NodeState& node = engine.nodes[index];
  if (!std::holds_alternative<CacheState>(node.kind)) {
    node.kind = CacheState{};
    state_of(engine, index).eviction = engine.stream(index, 1);
  }
  const Policy policy = policy_of(engine, index);
  CacheState& state = state_of(engine, index);
  if (state.places.size() != policy.places) {
    // Users belong elsewhere now: all begins anew, and who waits must fetch.
    std::vector<CallIndex> waiting;
    for (std::uint32_t number = 0; number < state.leases.size(); ++number) {
      if (!state.leases[number].given) continue;
      for (const CallIndex call : end_lease(engine, index, number)) waiting.push_back(call);
    }
    state.places.clear();
    state.places.resize(policy.places);  // made, not copied: a copy takes no large pages
    for (const CallIndex call : waiting) forwarding::pass_on(engine, call);
  }
  for (CachePlace& place : state.places) place.store.set_limits(policy.capacity, policy.eviction);
}

void look_ahead(const Engine& engine, NodeIndex index, const Call& call, Ahead ahead) {
  if (ahead != Ahead::near) return;
  const auto* state = std::get_if<CacheState>(&engine.nodes[index].kind);
  if (!state) return;
  state->places[place_number(call, state->places.size())].store.prefetch_slot(key_of(engine, call));
}

bool expect(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  place_of(engine, engine.callee_of(call), call).store.prefetch_entry(key_of(engine, call));
  return true;
}

void look_up(Engine& engine, CallIndex index) {
  Call& call = engine.calls[index];
  const NodeIndex node_index = engine.callee_of(call);
  Counters& counters = engine.nodes[node_index].interval;
  if (place_of(engine, node_index, call).store.lookup(key_of(engine, call), engine.now)) {
    ++counters.hits;
    engine.respond(index, Outcome::ok);
    return;
  }
  ++counters.misses;
  call.missed_at = node_index;
  if (!policy_of(engine, node_index).coalescing) {
    if (fetches_itself(engine, node_index)) {
      engine.advance(index);
    } else {
      call.missed = true;
      engine.respond(index, Outcome::ok);
    }
    return;
  }
  const std::uint32_t lease = lease_on(engine, node_index, call);
  if (lease == none) {
    give_lease(engine, node_index, index);
    return;
  }
  ++counters.coalesced;
  call.role = waits;
  call.detail = lease;
  state_of(engine, node_index).leases[lease].waiting.push(engine.calls, index);
}

void left(Engine& engine, NodeIndex index, CallIndex which) {
  Call& call = engine.calls[which];
  if (call.role == on_its_own) return;
  Lease& lease = state_of(engine, index).leases[call.detail];
  if (call.role == waits) {
    lease.waiting.remove(engine.calls, which);
  } else if (lease.fetcher == which) {
    // The fetch has failed, or was called off. What follows from it waits until the call is gone.
    lease.fetcher = none;
    lease.outcome = call.outcome == Outcome::cancelled ? Outcome::ok : call.outcome;
    lease.until = engine.now;
    engine.push(engine.now, EventType::kind_timer, index, call.detail);
  }
  call.role = on_its_own;
}

void timer(Engine& engine, NodeIndex index, std::uint32_t number) {
  auto* state = std::get_if<CacheState>(&engine.nodes[index].kind);
  if (!state || number >= state->leases.size() || engine.nodes[index].state != ComponentState::up) return;
  const Lease& lease = state->leases[number];
  if (!lease.given || lease.until > engine.now) return;
  // Those who ask for the same at the same time get the same answer, also that there is none.
  if (lease.outcome != Outcome::ok) answer_waiting(engine, index, number, lease.outcome);
  else pass_on(engine, index, number);
}

void flush(Engine& engine, NodeIndex index) {
  auto* state = std::get_if<CacheState>(&engine.nodes[index].kind);
  if (!state) return;
  for (CachePlace& place : state->places) place.store.clear();
}

void fill(Engine& engine, NodeIndex index, const Call& filled) {
  const Call call = filled;  // those who are answered may move the pool
  if (engine.nodes[index].state != ComponentState::up || !engine.model->nodes[index].present) return;
  const std::int64_t lifetime = policy_of(engine, index).time_to_live.nanoseconds;
  place_of(engine, index, call)
      .store.insert(key_of(engine, call), engine.model->classes[call.request_class].size, engine.now,
                    lifetime > 0 ? engine.now + lifetime : never, state_of(engine, index).eviction);
  if (const std::uint32_t lease = lease_on(engine, index, call); lease != none)
    answer_waiting(engine, index, lease, Outcome::ok);
}

void not_filled(Engine& engine, NodeIndex index, const Call& call) {
  if (engine.nodes[index].state != ComponentState::up || !engine.model->nodes[index].present) return;
  if (const std::uint32_t lease = lease_on(engine, index, call); lease != none) pass_on(engine, index, lease);
}

/// What was in memory is gone: the entries, and the leases; those who waited have been reset.
void stopped(Engine& engine, NodeIndex index) {
  flush(engine, index);
  CacheState& state = state_of(engine, index);
  for (CachePlace& place : state.places) place.leases.clear();
  state.leases.clear();
  state.free_leases.clear();
}

}  // namespace loadframe::engine::cache

namespace loadframe::engine {

const KindBehaviour cache_behaviour{.describe = cache::describe,
                                    .connect = [](Wiring& wiring, NodeIndex index) { wiring.wire_steps(index); },
                                    .start = cache::prepare,
                                    .adopt = cache::adopt,
                                    .look_ahead = cache::look_ahead,
                                    .begin = cache::expect,
                                    .served = cache::looked_up,
                                    .left = cache::left,
                                    .stopped = cache::stopped,
                                    .timer = cache::timer};

}  // namespace loadframe::engine
