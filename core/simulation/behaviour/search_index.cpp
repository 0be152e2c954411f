#include "simulation/behaviour/cluster.h"

#include <algorithm>

namespace loadframe::engine::search_index {

namespace {

using namespace cluster;

const SearchIndexSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<SearchIndexSettings>(engine.model->nodes[index].settings);
}

SearchIndexState& state_of(Engine& engine, NodeIndex owner) {
  return std::get<SearchIndexState>(engine.nodes[owner].kind);
}

void describe(NodeModel& node) {
  node.workers = unbounded;
  node.uses_keys = true;
}

/// Members in the order of shards, the copies of each together.
void connect(Wiring& wiring, NodeIndex index) {
  const auto settings = std::get<SearchIndexSettings>(wiring.node(index).settings);
  const std::uint32_t count = bounded(settings.shards) * bounded(settings.copies);
  for (std::uint32_t number = 1; number <= count; ++number) {
    NodeModel& member =
        wiring.node(wiring.add_member(index, number, settings.node_latency.nanoseconds, settings.timeout.nanoseconds,
                                      static_cast<double>(settings.cores)));
    member.workers = bounded(settings.threads);
    member.backlog = bounded(settings.backlog);
    member.cpu_read = member.cpu_join = LawSampler(settings.query_time);
    member.cpu_write = LawSampler(settings.write_time);
    member.scaled_by_cost = true;
  }
}

void start(Engine& engine, NodeIndex index) {
  if (!is_member(engine, index)) engine.nodes[index].kind = SearchIndexState{};
}

/// A connection to a dead process is refused, so that the others know at once; of one that hangs they do not.
bool listens(const Engine& engine, NodeIndex member) {
  return engine.nodes[member].state == ComponentState::up || engine.nodes[member].state == ComponentState::hung;
}

/// The copy of a shard whose turn it is, among those that run; none if none does.
std::uint32_t copy_in_turn(const Engine& engine, NodeIndex owner, std::uint32_t shard, std::uint32_t turn) {
  const std::uint32_t copies = bounded(settings_of(engine, owner).copies);
  for (std::uint32_t i = 0; i < copies; ++i) {
    const std::uint32_t position = shard * copies + (turn % copies + i) % copies;
    if (listens(engine, engine.model->nodes[owner].members[position])) return position;
  }
  return none;
}

void query(Engine& engine, NodeIndex owner, CallIndex index) {
  const SearchIndexSettings& settings = settings_of(engine, owner);
  const std::uint32_t turn = state_of(engine, owner).turn++;
  std::vector<std::uint32_t> asked;
  for (std::uint32_t shard = 0; shard < bounded(settings.shards); ++shard)
    if (const std::uint32_t position = copy_in_turn(engine, owner, shard, turn); position != none)
      asked.push_back(position);
  const bool all = asked.size() == static_cast<std::size_t>(settings.shards);
  if (asked.empty() || (!all && !settings.partial_results)) {
    engine.respond(index, Outcome::error);
    return;
  }
  for (const std::uint32_t position : asked) ask(engine, index, position);
}

void write(Engine& engine, NodeIndex owner, CallIndex index) {
  const SearchIndexSettings& settings = settings_of(engine, owner);
  const std::uint32_t copies = bounded(settings.copies);
  const std::uint32_t first = part_of(key_of(engine, engine.calls[index]), bounded(settings.shards)) * copies;
  for (std::uint32_t position = first; position < first + copies; ++position)
    if (listens(engine, engine.model->nodes[owner].members[position])) ask(engine, index, position);
  if (engine.calls[index].pending == 0) engine.respond(index, Outcome::error);
}

void served(Engine& engine, CallIndex index) {
  const NodeIndex node = engine.callee_of(engine.calls[index]);
  if (is_member(engine, node)) {
    engine.respond(index, Outcome::ok);
    return;
  }
  engine.calls[index].next_step = 0;  // counts the members that answered
  if (engine.model->classes[engine.calls[index].request_class].write) write(engine, node, index);
  else query(engine, node, index);
}

void call_ended(Engine& engine, CallIndex parent, const Call& call, Outcome outcome) {
  Call& request = engine.calls[parent];
  --request.pending;
  const bool is_write = engine.model->classes[request.request_class].write;
  if (outcome == Outcome::ok) {
    ++request.next_step;
  } else if (!is_write && !settings_of(engine, engine.caller_of(call)).partial_results) {
    engine.respond(parent, failure_by(outcome));
    return;
  }
  // A copy that fails to write is left behind, as long as there is another.
  if (request.pending == 0) engine.respond(parent, request.next_step > 0 ? Outcome::ok : failure_by(outcome));
}

/// Tells of members that go and come, as long as the whole goes on.
void announce(Engine& engine, NodeIndex member) {
  const NodeModel& model = engine.model->nodes[member];
  if (!is_member(engine, member) || !model.present || engine.nodes[model.owner].state != ComponentState::up) return;
  const std::vector<NodeIndex>& members = engine.model->nodes[model.owner].members;
  std::vector<std::uint8_t>& down = state_of(engine, model.owner).down;
  down.resize(members.size());
  const bool is_down = !listens(engine, member);
  if (down[position_of(engine, member)] == is_down) return;
  down[position_of(engine, member)] = is_down;
  const auto live = std::count_if(members.begin(), members.end(), [&](NodeIndex one) { return listens(engine, one); });
  engine.note(is_down ? EventKind::node_down : EventKind::node_up, model.owner, {}, static_cast<std::uint64_t>(live));
}

}  // namespace

}  // namespace loadframe::engine::search_index

namespace loadframe::engine {

const KindBehaviour search_index_behaviour{.describe = search_index::describe,
                                           .connect = search_index::connect,
                                           .start = search_index::start,
                                           .served = search_index::served,
                                           .call_ended = search_index::call_ended,
                                           .stopped = search_index::announce,
                                           .booted = search_index::announce};

}  // namespace loadframe::engine
