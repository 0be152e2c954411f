#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

void describe(NodeModel& node) {
  const auto& settings = std::get<CdnSettings>(node.settings);
  node.workers = unbounded;
  node.wait = LawSampler(settings.lookup_time);
  node.call_timeout = settings.timeout.nanoseconds;
}

}  // namespace

const KindBehaviour cdn_behaviour{.describe = describe, .connect = [](Wiring& wiring, NodeIndex index) { wiring.wire_forwarding(index); }};

}  // namespace loadframe::engine
