#include "simulation/behaviour/behaviour.h"

#include <algorithm>
#include <cmath>

/// A model on accelerators: requests are gathered in batches, each worked on as a whole.
namespace loadframe::engine::inference_server {

namespace {

/// What its timer is for: a batch (by its number), or this.
constexpr std::uint32_t gathered_long_enough = none;

const InferenceServerSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<InferenceServerSettings>(engine.model->nodes[index].settings);
}

InferenceServerState& state_of(Engine& engine, NodeIndex index) {
  return std::get<InferenceServerState>(engine.nodes[index].kind);
}

void describe(NodeModel& node) {
  const auto& settings = std::get<InferenceServerSettings>(node.settings);
  node.workers = bounded(settings.accelerators);
  node.backlog = bounded(settings.backlog);
}

void start(Engine& engine, NodeIndex index) { engine.nodes[index].kind = InferenceServerState{}; }

/// A batch that no accelerator works on.
std::uint32_t free_batch(InferenceServerState& state) {
  const auto found = std::find_if(state.batches.begin(), state.batches.end(),
                                  [](const InferenceBatch& batch) { return batch.calls.empty(); });
  const auto number = static_cast<std::uint32_t>(found - state.batches.begin());
  if (found == state.batches.end()) state.batches.emplace_back();
  return number;
}

/// The call is worked on in the batch. Its place is in the batch's list then: what was to know of the wait is noted.
void join(Engine& engine, NodeIndex index, CallIndex call_index, std::uint32_t number) {
  InferenceServerState& state = state_of(engine, index);
  Call& call = engine.calls[call_index];
  call.waited = static_cast<float>(engine.now - call.arrived);
  call.stage_began = engine.now;
  call.detail = number + 1;
  state.batches[number].calls.push(engine.calls, call_index);
}

void begin_batch(Engine& engine, NodeIndex index) {
  const InferenceServerSettings& settings = settings_of(engine, index);
  InferenceServerState& state = state_of(engine, index);
  NodeState& node = engine.nodes[index];
  engine.integrate(index);
  const std::uint32_t number = free_batch(state);
  double time = LawSampler(settings.batch_time).draw(node.service);
  const LawSampler item_time(settings.item_time);
  for (std::int64_t place = 0; place < settings.max_batch && !state.waiting.empty(); ++place) {
    const CallIndex call = state.waiting.pop(engine.calls);
    --node.stored;
    join(engine, index, call, number);
    time += item_time.draw(node.service) * engine.model->classes[engine.calls[call].request_class].cost;
  }
  ++node.busy;
  const std::int64_t ends = engine.now + std::llround(std::min(time / node.speed, 4e18));
  state.batches[number].ends = ends;
  engine.push(ends, EventType::kind_timer, index, number);
}

/// Starts what can be started, and looks again when the oldest request has waited long enough.
void begin_batches(Engine& engine, NodeIndex index) {
  const InferenceServerSettings& settings = settings_of(engine, index);
  InferenceServerState& state = state_of(engine, index);
  if (engine.nodes[index].state != ComponentState::up) return;
  while (!state.waiting.empty() && engine.nodes[index].busy < engine.workers_of(index)) {
    const std::int64_t due = engine.calls[state.waiting.head].arrived + settings.batch_wait.nanoseconds;
    if (state.waiting.size < settings.max_batch && due > engine.now) {
      if (state.look_at == due) return;
      state.look_at = due;
      engine.push(due, EventType::kind_timer, index, gathered_long_enough);
      return;
    }
    begin_batch(engine, index);
  }
}

bool accept(Engine& engine, CallIndex index) {
  const NodeIndex node_index = engine.callee_of(engine.calls[index]);
  const InferenceServerSettings& settings = settings_of(engine, node_index);
  NodeState& node = engine.nodes[node_index];
  // What idle accelerators gather does not wait for one.
  const std::uint64_t idle = engine.workers_of(node_index) - std::min(node.busy, engine.workers_of(node_index));
  const std::uint64_t room = engine.model->nodes[node_index].backlog + idle * bounded(settings.max_batch);
  if (node.stored >= room) {
    engine.turn_away_when_full(index);
    return false;
  }
  engine.take_in(index);
  Call& call = engine.calls[index];
  call.phase = Phase::waiting;
  call.detail = 0;
  ++node.stored;
  state_of(engine, node_index).waiting.push(engine.calls, index);
  begin_batches(engine, node_index);
  return false;
}

void left(Engine& engine, NodeIndex index, CallIndex call) {
  if (engine.calls[call].phase == Phase::queued) return;  // a health check, or what came while it hung
  if (engine.calls[call].purpose == Purpose::check) return;
  InferenceServerState& state = state_of(engine, index);
  NodeState& node = engine.nodes[index];
  const std::uint32_t place = engine.calls[call].detail;
  if (place == 0) {
    state.waiting.remove(engine.calls, call);
    --node.stored;
    return;
  }
  InferenceBatch& batch = state.batches[place - 1];
  batch.calls.remove(engine.calls, call);
  if (!batch.calls.empty()) return;
  --node.busy;
  if (batch.ends > engine.now) engine.push(engine.now, EventType::kind_timer, index, gathered_long_enough);
  batch.ends = -1;  // nobody waits for it any more
}

void end_batch(Engine& engine, NodeIndex index, std::uint32_t number) {
  while (!state_of(engine, index).batches[number].calls.empty()) {
    const CallIndex call = state_of(engine, index).batches[number].calls.head;
    engine.calls[call].served = static_cast<float>(engine.now - engine.calls[call].stage_began);
    engine.respond(call, Outcome::ok);
  }
}

void timer(Engine& engine, NodeIndex index, std::uint32_t what) {
  InferenceServerState& state = state_of(engine, index);
  if (engine.nodes[index].state != ComponentState::up) return;
  if (what == gathered_long_enough) state.look_at = -1;
  else if (what < state.batches.size() && state.batches[what].ends == engine.now) end_batch(engine, index, what);
  begin_batches(engine, index);
}

void stopped(Engine& engine, NodeIndex index) { engine.nodes[index].kind = InferenceServerState{}; }

void adopt(Engine& engine, NodeIndex index, const NodeModel&) { begin_batches(engine, index); }

}  // namespace

}  // namespace loadframe::engine::inference_server

namespace loadframe::engine {

const KindBehaviour inference_server_behaviour{.describe = inference_server::describe,
                                               .start = inference_server::start,
                                               .adopt = inference_server::adopt,
                                               .accept = inference_server::accept,
                                               .left = inference_server::left,
                                               .stopped = inference_server::stopped,
                                               .timer = inference_server::timer};

}  // namespace loadframe::engine
