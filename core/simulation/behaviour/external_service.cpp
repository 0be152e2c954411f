#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<ExternalServiceSettings>(node.settings);
  node.workers = unbounded;
  node.wait = LawSampler(settings.latency);
}

}  // namespace

const KindBehaviour external_service_behaviour{.describe = describe};

}  // namespace loadframe::engine
