#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<NonRelationalDatabaseSettings>(node.settings);
  node.workers = unbounded;
  node.wait = LawSampler(settings.read_time);
}

}  // namespace

const KindBehaviour non_relational_database_behaviour{.describe = describe};

}  // namespace loadframe::engine
