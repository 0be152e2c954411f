#include "simulation/behaviour/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace loadframe::engine::object_store {

namespace {

const ObjectStoreSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<ObjectStoreSettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  node.workers = unbounded;
  node.wait = LawSampler(std::get<ObjectStoreSettings>(node.settings).first_byte);
}

bool accept(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  const ObjectStoreSettings& settings = settings_of(engine, node);
  LimitState& state = rate_limit::state_of(engine, node);
  const bool write = engine.model->classes[call.request_class].write;
  const Rate limit = write ? settings.write_limit : settings.limit;
  // The buckets hold what one second brings.
  if (!rate_limit::admits(engine, index, write ? state.write_buckets : state.buckets, 0, limit, limit.per_second))
    return false;
  if (settings.errors.ratio <= 0 || state.chance.uniform() >= settings.errors.ratio) return true;
  engine.respond(index, Outcome::error);
  return false;
}

/// After the first byte, the others follow at the bandwidth; then all is there. `next_step` says that they have.
void began(Engine& engine, CallIndex index) {
  Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  const double bandwidth = settings_of(engine, node).bandwidth.bits_per_second;
  const ClassModel& request_class = engine.model->classes[call.request_class];
  const auto size = static_cast<double>(request_class.write ? request_class.request_size : request_class.size);
  if (call.next_step > 0 || bandwidth <= 0 || size <= 0) {
    engine.respond(index, Outcome::ok);
    return;
  }
  call.next_step = 1;
  call.phase = Phase::waiting;
  const double time = size * 8e9 / bandwidth / engine.nodes[node].speed;
  engine.push(engine.now + std::llround(std::min(time, 4e18)), EventType::wait_over, index, call.generation);
}

}  // namespace

}  // namespace loadframe::engine::object_store

namespace loadframe::engine {

const KindBehaviour object_store_behaviour{.describe = object_store::describe,
                                           .start = rate_limit::start,
                                           .accept = object_store::accept,
                                           .served = object_store::began,
                                           .stopped = rate_limit::stopped,
                                           .timer = rate_limit::timer};

}  // namespace loadframe::engine
