#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<TopicSettings>(node.settings);
  node.workers = unbounded;
  node.wait = LawSampler(settings.publish_time);
}

}  // namespace

const KindBehaviour topic_behaviour{.describe = describe};

}  // namespace loadframe::engine
