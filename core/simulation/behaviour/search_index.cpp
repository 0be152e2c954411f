#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<SearchIndexSettings>(node.settings);
  node.workers = unbounded;
  node.wait = LawSampler(settings.query_time);
}

}  // namespace

const KindBehaviour search_index_behaviour{.describe = describe};

}  // namespace loadframe::engine
