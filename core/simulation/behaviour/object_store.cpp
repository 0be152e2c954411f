#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<ObjectStoreSettings>(node.settings);
  node.workers = unbounded;
  node.wait = LawSampler(settings.first_byte);
}

}  // namespace

const KindBehaviour object_store_behaviour{.describe = describe};

}  // namespace loadframe::engine
