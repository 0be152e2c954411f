#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine::relational_database {

namespace {

void describe(NodeModel& node) {
  const auto& database = std::get<RelationalDatabaseSettings>(node.settings);
  node.workers = bounded(database.connections);
  node.backlog = bounded(database.backlog);
  node.cpu_read = LawSampler(database.read_time);
  node.cpu_join = LawSampler(database.join_time);
  node.cpu_write = LawSampler(database.write_time);
  node.wait = LawSampler(database.disk_time);
  node.scaled_by_cost = true;
}

void connect(Wiring& wiring, NodeIndex index) {
  const auto& settings = std::get<RelationalDatabaseSettings>(wiring.node(index).settings);
  for (const Link* link : wiring.links_of(index)) {
    Step step;
    step.links.all = {wiring.link_index(*link)};
    step.detached = settings.replication == Replication::asynchronous;
    wiring.node(index).write_steps.push_back(step);
  }
  wiring.node(index).parallel_calls = true;
}

void executed(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.model->links[call.link].callee;
  if (call.purpose == Purpose::replication) {
    Counters& counters = engine.nodes[node].interval;
    ++counters.applied;
    counters.lag += static_cast<double>(engine.now - call.first_begun);
    engine.respond(index, Outcome::ok);
  } else if (!engine.model->classes[call.request_class].write) {
    engine.respond(index, Outcome::ok);
  } else if (engine.model->nodes[node].is_replica) {
    engine.respond(index, Outcome::error);  // replicas are read-only
  } else {
    engine.advance(index);
  }
}

}  // namespace

LinkIndex choose_link(Engine& engine, const Step& step, const Call& call, LinkIndex except) {
  return engine.rotate(step.links.of(call.request_class), except);
}

}  // namespace loadframe::engine::relational_database

namespace loadframe::engine {

const KindBehaviour relational_database_behaviour{.describe = relational_database::describe,
                                                  .connect = relational_database::connect,
                                                  .served = relational_database::executed};

}  // namespace loadframe::engine
