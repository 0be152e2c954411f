#include "simulation/behaviour/forwarding.h"
#include "simulation/behaviour/rate_limit.h"

namespace loadframe::engine::firewall {

namespace {

const FirewallSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<FirewallSettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  const auto& settings = std::get<FirewallSettings>(node.settings);
  node.workers = bounded(settings.connections);  // without a backlog: beyond the table, calls are rejected
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(settings.inspection_time);
}

bool accept(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  const FirewallSettings& settings = settings_of(engine, node);
  return rate_limit::admits(engine, index, rate_limit::state_of(engine, node).buckets, call.user, settings.user_limit,
                            static_cast<double>(settings.user_burst));
}

void inspected(Engine& engine, CallIndex index) {
  const NodeIndex node = engine.callee_of(engine.calls[index]);
  const double blocked = settings_of(engine, node).blocked.ratio;
  if (blocked > 0 && rate_limit::state_of(engine, node).chance.uniform() < blocked)
    engine.respond(index, Outcome::rejected);
  else forwarding::pass_on(engine, index);
}

}  // namespace

}  // namespace loadframe::engine::firewall

namespace loadframe::engine {

const KindBehaviour firewall_behaviour{.describe = firewall::describe,
                                       .connect = forwarding::connect,
                                       .start = rate_limit::start,
                                       .accept = firewall::accept,
                                       .served = firewall::inspected,
                                       .stopped = rate_limit::stopped,
                                       .timer = rate_limit::timer};

}  // namespace loadframe::engine
