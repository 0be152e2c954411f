#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<InferenceServerSettings>(node.settings);
  node.workers = bounded(settings.accelerators);
  node.backlog = bounded(settings.backlog);
  node.wait = LawSampler(settings.batch_time);
}

}  // namespace

const KindBehaviour inference_server_behaviour{.describe = describe};

}  // namespace loadframe::engine
