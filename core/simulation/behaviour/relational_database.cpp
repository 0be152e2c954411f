#include "simulation/behaviour/behaviour.h"
#include "simulation/behaviour/cluster.h"
#include "simulation/behaviour/failover.h"
#include "simulation/behaviour/row_locks.h"

namespace loadframe::engine::relational_database {

namespace {

const RelationalDatabaseSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<RelationalDatabaseSettings>(engine.model->nodes[index].settings);
}

DatabaseState& state_of(Engine& engine, NodeIndex index) { return std::get<DatabaseState>(engine.nodes[index].kind); }

void describe(NodeModel& node) {
  const auto& database = std::get<RelationalDatabaseSettings>(node.settings);
  node.workers = bounded(database.connections);
  node.backlog = bounded(database.backlog);
  node.uses_keys = database.row_locks;
  node.cpu_read = LawSampler(database.read_time);
  node.cpu_join = LawSampler(database.join_time);
  node.cpu_write = LawSampler(database.write_time);
  node.wait = LawSampler(database.disk_time);
  node.scaled_by_cost = true;
}

void start(Engine& engine, NodeIndex index) {
  engine.nodes[index].kind = DatabaseState{};
  failover::form(engine, index);
}

void adopt(Engine& engine, NodeIndex index, const NodeModel&) { failover::form(engine, index); }

bool accept(Engine& engine, CallIndex index) {
  Call& call = engine.calls[index];
  if (call.purpose == Purpose::replication) return failover::receive(engine, index);
  call.detail = 0;
  return true;
}

bool begin(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  const bool writes = call.purpose == Purpose::request && engine.model->classes[call.request_class].write &&
                      failover::takes_writes(engine, node);
  if (!writes || !settings_of(engine, node).row_locks) return true;
  return row_locks::acquire(engine, state_of(engine, node).locks, cluster::key_of(engine, call), index);
}

/// Sends the write to those that copy this database as it is drawn.
void replicate_as_drawn(Engine& engine, NodeIndex node, CallIndex index) {
  const bool is_synchronous = settings_of(engine, node).replication == Replication::synchronous;
  for (const LinkIndex link : engine.model->nodes[node].calls_over) {
    if (!engine.model->links[link].replicates) continue;
    Call& call = engine.calls[index];
    if (is_synchronous) ++call.pending;
    engine.begin_call({.link = link,
                       .parent = is_synchronous ? index : none,
                       .request_class = call.request_class,
                       .key = call.key,
                       .user = call.user,
                       .trace = call.trace(),
                       .purpose = Purpose::replication,
                       .first_begun = engine.now});
  }
}

void applied(Engine& engine, NodeIndex node, CallIndex index) {
  const Call& call = engine.calls[index];
  Counters& counters = engine.nodes[node].interval;
  ++counters.applied;
  counters.lag += static_cast<double>(engine.now - call.first_begun);
  engine.respond(index, Outcome::ok);
}

void executed(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  if (call.purpose == Purpose::replication) {
    applied(engine, node, index);
  } else if (!engine.model->classes[call.request_class].write) {
    engine.respond(index, failover::serves_reads(engine, node) ? Outcome::ok : Outcome::error);
  } else if (!failover::takes_writes(engine, node)) {
    engine.respond(index, Outcome::error);  // replicas are read-only
  } else {
    if (FailoverState* group = failover::group_of(engine, node)) failover::replicate(engine, *group, node, index);
    else replicate_as_drawn(engine, node, index);
    if (engine.calls[index].pending == 0) engine.respond(index, Outcome::ok);
  }
}

/// A replica has the write, or does not answer: then it is left behind, and the primary goes on without it.
void call_ended(Engine& engine, CallIndex parent, const Call& call, Outcome outcome) {
  Call& write = engine.calls[parent];
  --write.pending;
  if (!failover::acknowledged(engine, call, outcome)) engine.respond(parent, Outcome::error);
  else if (write.pending == 0) engine.respond(parent, Outcome::ok);
}

void left(Engine& engine, NodeIndex index, CallIndex call) {
  if (engine.calls[call].purpose == Purpose::request)
    row_locks::release(engine, state_of(engine, index).locks, index, call);
}

void timer(Engine& engine, NodeIndex index, std::uint32_t what) {
  if (what == failover::grant_timer) row_locks::start_granted(engine, index);
  else failover::timer(engine, index, what);
}

}  // namespace

LinkIndex choose_link(Engine& engine, const Step& step, const Call& call, LinkIndex except) {
  return failover::choose_link(engine, step, call, except);
}

}  // namespace loadframe::engine::relational_database

namespace loadframe::engine {

const KindBehaviour relational_database_behaviour{.describe = relational_database::describe,
                                                  .connect = failover::connect,
                                                  .start = relational_database::start,
                                                  .adopt = relational_database::adopt,
                                                  .accept = relational_database::accept,
                                                  .begin = relational_database::begin,
                                                  .served = relational_database::executed,
                                                  .call_ended = relational_database::call_ended,
                                                  .unawaited_ended = failover::ended,
                                                  .left = relational_database::left,
                                                  .stopped = failover::stopped,
                                                  .booted = failover::booted,
                                                  .timer = relational_database::timer};

}  // namespace loadframe::engine
