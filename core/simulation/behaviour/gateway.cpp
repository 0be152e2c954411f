#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<GatewaySettings>(node.settings);
  node.workers = bounded(settings.max_concurrency);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(settings.auth_time);
  node.call_timeout = settings.timeout.nanoseconds;
}

}  // namespace

const KindBehaviour gateway_behaviour{.describe = describe, .connect = [](Wiring& wiring, NodeIndex index) { wiring.wire_forwarding(index); }};

}  // namespace loadframe::engine
