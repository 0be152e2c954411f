#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  node.workers = unbounded;
  node.wait = LawSampler(std::get<DnsSettings>(node.settings).lookup_time);
}

}  // namespace

const KindBehaviour dns_behaviour{.describe = describe};

}  // namespace loadframe::engine
