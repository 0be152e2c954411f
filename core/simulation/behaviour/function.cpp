#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<FunctionSettings>(node.settings);
  node.workers = bounded(settings.max_concurrency);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(settings.cpu_time);
  node.wait = LawSampler(settings.wait_time);
  node.scaled_by_cost = true;
}

}  // namespace

const KindBehaviour function_behaviour{.describe = describe, .connect = [](Wiring& wiring, NodeIndex index) { wiring.wire_steps(index); }};

}  // namespace loadframe::engine
