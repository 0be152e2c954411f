#include "simulation/behaviour/behaviour.h"

#include <algorithm>
#include <cmath>

/// Serverless: an instance for each request at one time, with a CPU of its own.
namespace loadframe::engine::function {

namespace {

/// @name What Call::detail says of a request that is worked on
/// @{
constexpr std::uint32_t has_instance = 1;
constexpr std::uint32_t starts_cold = 2;     ///< its instance is starting
constexpr std::uint32_t is_provisioned = 4;  ///< its instance is one of those that are always warm
constexpr std::uint32_t ran_too_long = 8;    ///< its instance goes with it
/// @}

const FunctionSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<FunctionSettings>(engine.model->nodes[index].settings);
}

FunctionState& state_of(Engine& engine, NodeIndex index) { return std::get<FunctionState>(engine.nodes[index].kind); }

void describe(NodeModel& node) {
  const auto& settings = std::get<FunctionSettings>(node.settings);
  node.workers = bounded(settings.max_concurrency);
  node.own_cores = static_cast<double>(node.workers);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(settings.cpu_time);
  node.wait = LawSampler(settings.wait_time);
  node.scaled_by_cost = true;
}

void connect(Wiring& wiring, NodeIndex index) { wiring.wire_steps(index); }

void start(Engine& engine, NodeIndex index) {
  FunctionState state;
  state.cold_starts = engine.stream(index, 1);
  engine.nodes[index].kind = std::move(state);
}

bool accept(Engine& engine, CallIndex index) {
  const NodeIndex node_index = engine.callee_of(engine.calls[index]);
  engine.calls[index].detail = 0;
  if (engine.nodes[node_index].busy < engine.workers_of(node_index)) return true;
  FunctionState& state = state_of(engine, node_index);
  if (state.throttled == 0) engine.note(EventKind::limited, node_index);
  ++state.throttled;
  engine.respond(index, Outcome::rejected);
  return false;
}

/// Whether there is an idle instance, which is taken: the one that was used last.
bool take_idle(Engine& engine, NodeIndex index) {
  std::vector<std::int64_t>& idle_since = state_of(engine, index).idle_since;
  if (idle_since.empty()) return false;
  const bool expired = idle_since.back() + settings_of(engine, index).keep_warm.nanoseconds <= engine.now;
  if (expired) idle_since.clear();  // and so are all that have been idle for longer
  else idle_since.pop_back();
  return !expired;
}

void arm_timeout(Engine& engine, NodeIndex index) {
  FunctionState& state = state_of(engine, index);
  const std::int64_t timeout = settings_of(engine, index).timeout.nanoseconds;
  if (timeout == 0 || state.running.empty()) {
    state.timeout_due = never;
    return;
  }
  const std::int64_t due = std::max(engine.now, engine.calls[state.running.head].stage_began + timeout);
  if (state.timeout_due == due) return;
  state.timeout_due = due;
  engine.push(due, EventType::kind_timer, index);
}

bool begin(Engine& engine, CallIndex index) {
  const NodeIndex node_index = engine.callee_of(engine.calls[index]);
  const FunctionSettings& settings = settings_of(engine, node_index);
  FunctionState& state = state_of(engine, node_index);
  Call& call = engine.calls[index];
  call.detail = has_instance;
  state.running.push(engine.calls, index);
  if (state.timeout_due == never) arm_timeout(engine, node_index);
  if (state.provisioned_busy < static_cast<std::uint64_t>(settings.provisioned)) {
    ++state.provisioned_busy;
    call.detail |= is_provisioned;
    return true;
  }
  if (take_idle(engine, node_index)) return true;
  ++engine.nodes[node_index].interval.cold_starts;
  const double time = LawSampler(settings.cold_start).draw(state.cold_starts) / engine.nodes[node_index].speed;
  call.detail |= starts_cold;
  call.phase = Phase::waiting;
  engine.push(engine.now + std::llround(std::min(time, 4e18)), EventType::wait_over, index, call.generation);
  return false;
}

/// The start of an instance, or the request's own work, is done.
void served(Engine& engine, CallIndex index) {
  Call& call = engine.calls[index];
  if (!(call.detail & starts_cold)) {
    engine.advance(index);
    return;
  }
  call.detail &= ~starts_cold;
  engine.work_on(index);
}

void charge(Engine& engine, NodeIndex index, const Call& call) {
  const FunctionSettings& settings = settings_of(engine, index);
  const double gigabytes = static_cast<double>(settings.memory.count) / static_cast<double>(gibibytes(1).count);
  const double time = static_cast<double>(engine.now - call.stage_began) * 1e-9;
  engine.nodes[index].interval.charged += gigabytes * time * settings.price_per_gigabyte_second;
}

void left(Engine& engine, NodeIndex index, CallIndex call_index) {
  const Call& call = engine.calls[call_index];
  if (!(call.detail & has_instance) || call.phase == Phase::queued) return;
  FunctionState& state = state_of(engine, index);
  state.running.remove(engine.calls, call_index);
  charge(engine, index, call);
  if (call.detail & is_provisioned) --state.provisioned_busy;
  else if (!(call.detail & ran_too_long)) state.idle_since.push_back(engine.now);
  // Half of it free again: as a backlog is said to be open when it is half empty.
  if (state.throttled == 0 || engine.nodes[index].busy - 1 > engine.workers_of(index) / 2) return;
  engine.note(EventKind::unlimited, index, {}, state.throttled);
  state.throttled = 0;
}

void timeout_due(Engine& engine, NodeIndex index, std::uint32_t) {
  FunctionState& state = state_of(engine, index);
  if (state.timeout_due != engine.now) return;  // of an earlier setting
  state.timeout_due = never;
  const std::int64_t timeout = settings_of(engine, index).timeout.nanoseconds;
  if (engine.nodes[index].state != ComponentState::up || timeout == 0) return;
  while (!state.running.empty() && engine.calls[state.running.head].stage_began + timeout <= engine.now) {
    engine.calls[state.running.head].detail |= ran_too_long;
    engine.break_off(state.running.head, Outcome::error);
  }
  arm_timeout(engine, index);
}

void stopped(Engine& engine, NodeIndex index) {
  FunctionState& state = state_of(engine, index);
  state.idle_since.clear();
  state.throttled = 0;
  state.timeout_due = never;
}

void adopt(Engine& engine, NodeIndex index, const NodeModel&) { arm_timeout(engine, index); }

}  // namespace

}  // namespace loadframe::engine::function

namespace loadframe::engine {

const KindBehaviour function_behaviour{.describe = function::describe,
                                       .connect = function::connect,
                                       .start = function::start,
                                       .adopt = function::adopt,
                                       .accept = function::accept,
                                       .begin = function::begin,
                                       .served = function::served,
                                       .left = function::left,
                                       .stopped = function::stopped,
                                       .timer = function::timeout_due};

}  // namespace loadframe::engine
