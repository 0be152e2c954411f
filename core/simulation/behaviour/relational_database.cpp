#include "simulation/behaviour/behaviour.h"

namespace loadframe::engine::relational_database {

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

}  // namespace loadframe::engine::relational_database
