#include "simulation/behaviour/forwarding.h"
#include "simulation/behaviour/rate_limit.h"

namespace loadframe::engine::gateway {

namespace {

/// The highest priority of a request class; it is never shed for the sake of others.
constexpr double highest_priority = 9;

const GatewaySettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<GatewaySettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  const auto& settings = std::get<GatewaySettings>(node.settings);
  node.workers = bounded(settings.max_concurrency);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(settings.auth_time);
  node.call_timeout = settings.timeout.nanoseconds;
}

/// Whether there is room for the call's priority. Above the threshold, the priority that is needed grows in
/// proportion to the part of the rest that is in use.
bool has_room(const Engine& engine, NodeIndex index, const Call& call) {
  const GatewaySettings& settings = settings_of(engine, index);
  const double used = engine.nodes[index].present / static_cast<double>(settings.max_concurrency);
  if (used >= 1) return false;
  const double above = settings.shed_above.ratio;
  if (used <= above) return true;
  return engine.model->classes[call.request_class].priority >= highest_priority * (used - above) / (1 - above);
}

bool accept(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  const GatewaySettings& settings = settings_of(engine, node);
  const std::uint32_t bucket = settings.limit_scope == LimitScope::user ? call.user : 0;
  if (!rate_limit::admits(engine, index, rate_limit::state_of(engine, node).buckets, bucket, settings.limit,
                          static_cast<double>(settings.burst)))
    return false;
  if (engine.nodes[node].state != ComponentState::up || has_room(engine, node, call)) return true;
  engine.respond(index, Outcome::shed);
  return false;
}

}  // namespace

}  // namespace loadframe::engine::gateway

namespace loadframe::engine {

const KindBehaviour gateway_behaviour{.describe = gateway::describe,
                                      .connect = forwarding::connect,
                                      .start = rate_limit::start,
                                      .accept = gateway::accept,
                                      .served = forwarding::pass_on,
                                      .stopped = rate_limit::stopped,
                                      .timer = rate_limit::timer};

}  // namespace loadframe::engine
