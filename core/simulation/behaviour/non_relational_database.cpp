#include "simulation/behaviour/cluster.h"

#include <algorithm>
#include <limits>

/// A cluster with quorums, after Dynamo (DeCandia et al., SOSP 2007) and Cassandra. Its own node stands for whichever
/// node a caller asks to coordinate. Read repair and anti-entropy are not modelled: what a node missed comes by hints,
/// or by the next write of the key. Keys are the cluster's rows: what one class writes, another reads.
namespace loadframe::engine::non_relational_database {

namespace {

using namespace cluster;

/// Hints on their way to one node at a time, and the pause after one that failed. Source: Cassandra's
/// hinted_handoff_throttle bounds bytes; an order of magnitude. Pause: hints_flush_period 10 s.
constexpr std::uint32_t most_handing_over = 16;
constexpr std::int64_t handover_pause = 10'000'000'000;

/// Answered by a copy of a key whose copies do not differ.
constexpr std::uint32_t up_to_date = std::numeric_limits<std::uint32_t>::max();

/// Marks a write to a node that stands in for a dead one.
constexpr std::uint16_t stand_in = 1;

/// What a timer is for, beside the member's position.
enum : std::uint32_t { detection, handover };

const NonRelationalDatabaseSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<NonRelationalDatabaseSettings>(engine.model->nodes[index].settings);
}

ClusterState& state_of(Engine& engine, NodeIndex owner) { return std::get<ClusterState>(engine.nodes[owner].kind); }

ClusterNode& member_of(Engine& engine, NodeIndex owner, std::uint32_t position) {
  std::vector<ClusterNode>& members = state_of(engine, owner).members;
  if (position >= members.size()) members.resize(position + 1);
  return members[position];
}

/// More copies than nodes cannot be, nor more answers than copies.
struct Ring {
  std::uint32_t nodes;
  std::uint32_t copies;
  std::uint32_t read_quorum;
  std::uint32_t write_quorum;
};

Ring ring_of(const NonRelationalDatabaseSettings& settings) {
  const std::uint32_t nodes = bounded(settings.nodes);
  const std::uint32_t copies = std::min(bounded(settings.replication_factor), nodes);
  return {nodes, copies, std::min(bounded(settings.read_quorum), copies),
          std::min(bounded(settings.write_quorum), copies)};
}

/// Source: the help of the setting; graph databases' own figures for a step are about 1 ms.
double factor_of(DataModel model) {
  switch (model) {
    case DataModel::key_value:
      return 1;
    case DataModel::document:
      return 2;
    case DataModel::column:
      return 1.5;
    case DataModel::graph:
      return 3;
  }
  return 1;
}

LawSampler scaled(Law law, double factor) {
  law.mean = {static_cast<std::int64_t>(static_cast<double>(law.mean.nanoseconds) * factor)};
  return LawSampler(law);
}

void describe(NodeModel& node) {
  node.workers = unbounded;
  node.uses_keys = true;
}

void connect(Wiring& wiring, NodeIndex index) {
  const auto settings = std::get<NonRelationalDatabaseSettings>(wiring.node(index).settings);
  const double factor = factor_of(settings.model);
  for (std::uint32_t number = 1; number <= bounded(settings.nodes); ++number) {
    NodeModel& member =
        wiring.node(wiring.add_member(index, number, settings.node_latency.nanoseconds, settings.timeout.nanoseconds,
                                      static_cast<double>(settings.cores)));
    member.workers = bounded(settings.connections);
    member.backlog = bounded(settings.backlog);
    member.cpu_read = member.cpu_join = scaled(settings.read_time, factor);
    member.cpu_write = scaled(settings.write_time, factor);
    member.wait = scaled(settings.disk_time, factor);
    member.scaled_by_cost = true;
    member.walks_rows = settings.model == DataModel::graph;
  }
}

void start(Engine& engine, NodeIndex index) {
  if (!is_member(engine, index)) engine.nodes[index].kind = ClusterState{};
}

void await_detection(Engine& engine, NodeIndex owner, std::uint32_t position, std::int64_t silent_since) {
  const std::int64_t due = silent_since + settings_of(engine, owner).detection_time.nanoseconds;
  engine.push(std::max(engine.now, due), EventType::kind_timer, owner, position << 1 | detection);
}

/// An edit that moves keys between nodes moves them at once, with what was written last.
void adopt(Engine& engine, NodeIndex index, const NodeModel& before) {
  if (is_member(engine, index)) return;
  ClusterState& state = state_of(engine, index);
  const Ring then = ring_of(std::get<NonRelationalDatabaseSettings>(before.settings));
  const Ring now = ring_of(settings_of(engine, index));
  if (then.nodes != now.nodes || then.copies != now.copies) {
    state.keys.clear();
    for (ClusterNode& member : state.members) member.hints.clear();
    if (state.members.size() > now.nodes) state.members.resize(now.nodes);
  }
  for (std::uint32_t position = 0; position < state.members.size(); ++position)
    if (const std::int64_t since = state.members[position].silent_since; since >= 0)
      await_detection(engine, index, position, since);
}

std::uint64_t count_live(Engine& engine, NodeIndex owner) {
  const std::vector<ClusterNode>& members = state_of(engine, owner).members;
  const auto dead = std::count_if(members.begin(), members.end(), [](const ClusterNode& one) { return one.held_dead; });
  return engine.model->nodes[owner].members.size() - static_cast<std::uint64_t>(dead);
}

bool keeps_hints_for(const Engine& engine, NodeIndex owner, const ClusterNode& member) {
  const NonRelationalDatabaseSettings& settings = settings_of(engine, owner);
  if (!settings.hinted_handoff) return false;
  return member.silent_since < 0 || engine.now - member.silent_since <= settings.hint_window.nanoseconds;
}

/// A later write of the same key takes the hint's place, so that there are no more hints than keys.
/// @param key with its class, of which the write will be when it is handed over
void keep_hint(Engine& engine, NodeIndex owner, ClusterNode& member, std::uint64_t key, std::uint32_t version) {
  ++engine.nodes[owner].interval.hinted;
  std::uint32_t& kept = member.hints[key];
  kept = std::max(kept, version);
}

/// Sends a node that runs again the writes that were kept for it.
void hand_over(Engine& engine, NodeIndex owner, std::uint32_t position) {
  const NodeModel& model = engine.model->nodes[owner];
  if (!model.present || position >= model.members.size()) return;
  if (engine.nodes[model.members[position]].state != ComponentState::up) return;
  const auto& classes = engine.model->classes;
  while (true) {
    ClusterNode& member = member_of(engine, owner, position);
    if (member.hints.empty() || member.handing_over >= most_handing_over) break;
    const auto [key, version] = *member.hints.begin();
    member.hints.erase(member.hints.begin());
    const auto of_key = std::find_if(classes.begin(), classes.end(),
                                     [key = key](const ClassModel& one) { return one.id.value == key >> 32; });
    if (of_key == classes.end()) continue;
    ++member.handing_over;
    engine.begin_call({.link = model.targets[position],
                       .request_class = static_cast<std::uint16_t>(of_key - classes.begin()),
                       .key = static_cast<std::uint32_t>(key),
                       .detail = version,
                       .purpose = Purpose::replication,
                       .first_begun = engine.now});
  }
  ClusterNode& member = member_of(engine, owner, position);
  if (!member.hints.empty() || member.handing_over > 0 || member.handed_over == 0) return;
  engine.note(EventKind::hints_delivered, owner, {}, member.handed_over);
  member.handed_over = 0;
}

/// A hint that has come to its end, well or not.
void handed_over(Engine& engine, NodeIndex owner, std::uint32_t position, const Call& call, Outcome outcome) {
  ClusterNode& member = member_of(engine, owner, position);
  if (member.handing_over > 0) --member.handing_over;
  if (outcome == Outcome::ok) {
    ++member.handed_over;
    hand_over(engine, owner, position);
    return;
  }
  member.hints.emplace(key_of(engine, call), call.detail);
  engine.push(engine.now + handover_pause, EventType::kind_timer, owner, position << 1 | handover);
}

/// The nodes that hold a key, split by whether they are held for dead, in the order of the ring.
struct Copies {
  std::uint32_t first;
  std::vector<std::uint32_t> live;
  std::vector<std::uint32_t> dead;
};

Copies copies_of(Engine& engine, NodeIndex owner, const Ring& ring, std::uint32_t key) {
  Copies copies{part_of(key, ring.nodes), {}, {}};
  for (std::uint32_t i = 0; i < ring.copies; ++i) {
    const std::uint32_t position = (copies.first + i) % ring.nodes;
    (member_of(engine, owner, position).held_dead ? copies.dead : copies.live).push_back(position);
  }
  return copies;
}

void coordinate_read(Engine& engine, NodeIndex owner, CallIndex index) {
  const NonRelationalDatabaseSettings& settings = settings_of(engine, owner);
  const Ring ring = ring_of(settings);
  const std::uint32_t key = engine.calls[index].key;
  const std::vector<std::uint32_t> live = copies_of(engine, owner, ring, key).live;
  if (live.size() < ring.read_quorum) {
    engine.respond(index, Outcome::error);
    return;
  }
  ClusterState& state = state_of(engine, owner);
  const auto known = state.keys.find(key);
  Call& request = engine.calls[index];
  request.detail = known == state.keys.end() ? 0 : known->second.acknowledged;  // what it should see; 0: seen
  request.next_step = static_cast<std::uint16_t>(ring.read_quorum);
  const std::size_t count = settings.read_fan_out == ReadFanOut::all ? live.size() : ring.read_quorum;
  const std::size_t turn = state.turn++;
  for (std::size_t i = 0; i < count; ++i) ask(engine, index, live[(turn + i) % live.size()]);
}

/// With a sloppy quorum, the next live nodes on the ring stand in for the dead ones, where hints are kept.
std::vector<std::uint32_t> stand_ins(Engine& engine, NodeIndex owner, const Ring& ring, std::uint32_t first,
                                     std::size_t wanted) {
  std::vector<std::uint32_t> found;
  if (!settings_of(engine, owner).sloppy_quorum) return found;
  for (std::uint32_t i = ring.copies; i < ring.nodes && found.size() < wanted; ++i) {
    const std::uint32_t position = (first + i) % ring.nodes;
    if (!member_of(engine, owner, position).held_dead) found.push_back(position);
  }
  return found;
}

void coordinate_write(Engine& engine, NodeIndex owner, CallIndex index) {
  const Ring ring = ring_of(settings_of(engine, owner));
  const std::uint32_t key = engine.calls[index].key;
  Copies copies = copies_of(engine, owner, ring, key);
  std::erase_if(copies.dead, [&](std::uint32_t position) {
    return !keeps_hints_for(engine, owner, member_of(engine, owner, position));
  });
  const auto others = stand_ins(engine, owner, ring, copies.first, copies.dead.size());
  if (copies.live.size() + others.size() < ring.write_quorum) {
    engine.respond(index, Outcome::error);
    return;
  }
  ClusterState& state = state_of(engine, owner);
  const std::uint32_t version = ++state.last_version;
  const auto [known, is_new] = state.keys.try_emplace(key);
  known->second.latest = version;
  if (is_new) known->second.held.assign(ring.copies, version - 1);  // all of them held what was there before
  for (const std::uint32_t position : copies.dead)
    keep_hint(engine, owner, member_of(engine, owner, position), key_of(engine, engine.calls[index]), version);
  engine.calls[index].next_step = static_cast<std::uint16_t>(ring.write_quorum);
  for (const std::uint32_t position : copies.live) ask(engine, index, position, version);
  for (const std::uint32_t position : others) ask(engine, index, position, version, stand_in);
}

/// What a copy of the key holds. Keys are forgotten as soon as all their copies hold what was written last.
std::uint32_t version_held(const ClusterState& state, std::uint32_t key, std::uint32_t copy) {
  const auto known = state.keys.find(key);
  if (known == state.keys.end()) return up_to_date;
  return copy < known->second.held.size() ? known->second.held[copy] : 0;
}

void apply(ClusterState& state, std::uint32_t key, std::uint32_t copy, std::uint32_t version) {
  const auto known = state.keys.find(key);
  if (known == state.keys.end() || copy >= known->second.held.size()) return;
  KeyVersions& versions = known->second;
  versions.held[copy] = std::max(versions.held[copy], version);
  const auto newest = [&](std::uint32_t held) { return held >= versions.latest; };
  if (std::all_of(versions.held.begin(), versions.held.end(), newest)) state.keys.erase(known);
}

/// A member has read or written its copy.
void worked(Engine& engine, NodeIndex member, CallIndex index) {
  Call& call = engine.calls[index];
  const NodeIndex owner = engine.model->nodes[member].owner;
  ClusterState& state = state_of(engine, owner);
  const std::uint32_t nodes = ring_of(settings_of(engine, owner)).nodes;
  const std::uint32_t key = call.key;
  const std::uint32_t copy = (position_of(engine, member) + nodes - part_of(key, nodes)) % nodes;
  if (engine.model->classes[call.request_class].write) apply(state, key, copy, call.detail);
  else call.detail = version_held(state, key, copy);
  engine.respond(index, Outcome::ok);
}

void served(Engine& engine, CallIndex index) {
  const Call& call = engine.calls[index];
  const NodeIndex node = engine.callee_of(call);
  if (is_member(engine, node)) worked(engine, node, index);
  else if (engine.model->classes[call.request_class].write) coordinate_write(engine, node, index);
  else coordinate_read(engine, node, index);
}

/// Keeps what a node was sent and did not take.
void keep_failed_write(Engine& engine, NodeIndex owner, const Call& call) {
  if (call.step == stand_in || engine.nodes[owner].state != ComponentState::up) return;
  const std::uint32_t position = position_of(engine, engine.callee_of(call));
  ClusterNode& member = member_of(engine, owner, position);
  if (!keeps_hints_for(engine, owner, member)) return;
  keep_hint(engine, owner, member, key_of(engine, call), call.detail);
  if (member.silent_since < 0)
    engine.push(engine.now + handover_pause, EventType::kind_timer, owner, position << 1 | handover);
}

void quorum_reached(Engine& engine, NodeIndex owner, CallIndex index, const Call& last) {
  const Call& request = engine.calls[index];
  if (engine.model->classes[request.request_class].write) {
    ClusterState& state = state_of(engine, owner);
    if (const auto known = state.keys.find(request.key); known != state.keys.end())
      known->second.acknowledged = std::max(known->second.acknowledged, last.detail);
  } else if (request.detail != 0) {
    ++engine.nodes[owner].interval.stale;
  }
  engine.respond(index, Outcome::ok);
}

void call_ended(Engine& engine, CallIndex parent, const Call& call, Outcome outcome) {
  Call& request = engine.calls[parent];
  const NodeIndex owner = engine.caller_of(call);
  const bool is_write = engine.model->classes[request.request_class].write;
  --request.pending;
  if (outcome == Outcome::ok) {
    if (!is_write && call.detail >= request.detail) request.detail = 0;
    if (--request.next_step == 0) quorum_reached(engine, owner, parent, call);
    return;
  }
  if (is_write) keep_failed_write(engine, owner, call);
  if (request.pending < request.next_step) engine.respond(parent, failure_by(outcome));
}

void unawaited_ended(Engine& engine, const Call& call, Outcome outcome) {
  const NodeIndex owner = engine.caller_of(call);
  if (call.purpose == Purpose::replication)
    handed_over(engine, owner, position_of(engine, engine.callee_of(call)), call, outcome);
  else if (outcome != Outcome::ok && engine.model->classes[call.request_class].write)
    keep_failed_write(engine, owner, call);
}

void stopped(Engine& engine, NodeIndex index) {
  const NodeModel& model = engine.model->nodes[index];
  if (!is_member(engine, index) || !model.present) return;
  ClusterNode& member = member_of(engine, model.owner, position_of(engine, index));
  if (member.silent_since < 0) member.silent_since = engine.now;
  await_detection(engine, model.owner, position_of(engine, index), member.silent_since);
}

void booted(Engine& engine, NodeIndex index) {
  const NodeModel& model = engine.model->nodes[index];
  if (!is_member(engine, index)) {  // what went meanwhile has not been looked for
    ClusterState& state = state_of(engine, index);
    for (std::uint32_t position = 0; position < state.members.size(); ++position)
      if (state.members[position].silent_since >= 0) await_detection(engine, index, position, engine.now);
    return;
  }
  ClusterNode& member = member_of(engine, model.owner, position_of(engine, index));
  member.silent_since = -1;
  if (member.held_dead) {
    member.held_dead = false;
    engine.note(EventKind::node_up, model.owner, {}, count_live(engine, model.owner));
  }
  hand_over(engine, model.owner, position_of(engine, index));
}

void timer(Engine& engine, NodeIndex owner, std::uint32_t what) {
  const std::uint32_t position = what >> 1;
  const NodeModel& model = engine.model->nodes[owner];
  if (!model.present || position >= model.members.size()) return;
  if ((what & 1) == handover) {
    hand_over(engine, owner, position);
    return;
  }
  ClusterNode& member = member_of(engine, owner, position);
  const std::int64_t patience = settings_of(engine, owner).detection_time.nanoseconds;
  if (member.held_dead || member.silent_since < 0 || engine.now - member.silent_since < patience) return;
  if (engine.nodes[owner].state != ComponentState::up) return;
  member.held_dead = true;
  engine.note(EventKind::node_down, owner, {}, count_live(engine, owner));
}

}  // namespace

}  // namespace loadframe::engine::non_relational_database

namespace loadframe::engine {

const KindBehaviour non_relational_database_behaviour{.describe = non_relational_database::describe,
                                                      .connect = non_relational_database::connect,
                                                      .start = non_relational_database::start,
                                                      .adopt = non_relational_database::adopt,
                                                      .served = non_relational_database::served,
                                                      .call_ended = non_relational_database::call_ended,
                                                      .unawaited_ended = non_relational_database::unawaited_ended,
                                                      .stopped = non_relational_database::stopped,
                                                      .booted = non_relational_database::booted,
                                                      .timer = non_relational_database::timer};

}  // namespace loadframe::engine
