#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<FirewallSettings>(node.settings);
  node.workers = bounded(settings.connections);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(settings.inspection_time);
}

}  // namespace

const KindBehaviour firewall_behaviour{.describe = describe, .connect = [](Wiring& wiring, NodeIndex index) { wiring.wire_forwarding(index); }};

}  // namespace loadframe::engine
