#include "simulation/behaviour/rate_limit.h"

namespace loadframe::engine::external_service {

namespace {

const ExternalServiceSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<ExternalServiceSettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  node.workers = unbounded;
  node.wait = LawSampler(std::get<ExternalServiceSettings>(node.settings).latency);
}

bool accept(Engine& engine, CallIndex index) {
  const NodeIndex node = engine.callee_of(engine.calls[index]);
  const ExternalServiceSettings& settings = settings_of(engine, node);
  return rate_limit::admits(engine, index, rate_limit::state_of(engine, node).buckets, 0, settings.limit,
                            static_cast<double>(settings.burst));
}

void answer(Engine& engine, CallIndex index) {
  const NodeIndex node = engine.callee_of(engine.calls[index]);
  const double errors = settings_of(engine, node).errors.ratio;
  const bool fails = errors > 0 && rate_limit::state_of(engine, node).chance.uniform() < errors;
  engine.respond(index, fails ? Outcome::error : Outcome::ok);
}

}  // namespace

}  // namespace loadframe::engine::external_service

namespace loadframe::engine {

const KindBehaviour external_service_behaviour{.describe = external_service::describe,
                                               .start = rate_limit::start,
                                               .accept = external_service::accept,
                                               .served = external_service::answer,
                                               .stopped = rate_limit::stopped,
                                               .timer = rate_limit::timer};

}  // namespace loadframe::engine
