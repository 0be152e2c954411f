#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine {

namespace {

/// Servers and workers differ in who gives them work, not in how they do it.
template <class Settings>
void describe(NodeModel& node) {
  const auto& program = std::get<Settings>(node.settings);
  node.event_loop = program.concurrency == Concurrency::event_loop;
  node.workers = bounded(program.workers);
  node.backlog = bounded(program.backlog);
  node.discipline = program.discipline;
  node.queue_timeout = LawSampler(program.queue_timeout);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(program.cpu_time);
  node.wait = LawSampler(program.wait_time);
  node.scaled_by_cost = true;
}

void connect(Wiring& wiring, NodeIndex index) { wiring.wire_steps(index); }

}  // namespace

const KindBehaviour server_behaviour{.describe = describe<ServerSettings>, .connect = connect};
const KindBehaviour worker_behaviour{.describe = describe<WorkerSettings>, .connect = connect};

}  // namespace loadframe::engine
