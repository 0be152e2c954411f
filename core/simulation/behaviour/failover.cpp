#include "simulation/behaviour/failover.h"

#include <algorithm>

namespace loadframe::engine::failover {

namespace {

/// What a replica missed is sent again, so many writes at a time.
constexpr std::uint32_t most_catching_up = 16;

/// How often an elected replica is asked whether it has applied what it received, ns.
constexpr std::int64_t promotion_poll = 10'000'000;

/// How often in a detection time the primary is looked for.
constexpr std::int64_t ticks_per_detection = 10;

/// @name Call::detail of messages of replication: flags, and the term above them
/// @{
constexpr std::uint32_t received_flag = 1;
constexpr std::uint32_t repeated_flag = 2;
constexpr std::uint32_t term_shift = 2;
/// @}

const RelationalDatabaseSettings& settings_of(const Engine& engine, NodeIndex node) {
  return std::get<RelationalDatabaseSettings>(engine.model->nodes[node].settings);
}

std::uint32_t place_of(const FailoverState& group, NodeIndex node) {
  for (std::uint32_t place = 0; place < group.members.size(); ++place)
    if (group.members[place].node == node) return place;
  return none;
}

bool runs(const Engine& engine, NodeIndex node) { return engine.nodes[node].state == ComponentState::up; }

/// The link between two of a group; none if an edit has just taken it.
LinkIndex way(const Engine& engine, NodeIndex from, NodeIndex to) {
  for (const LinkIndex link : engine.model->nodes[from].targets)
    if (engine.flows[link].wire.callee == to) return link;
  return none;
}

bool reaches(const Engine& engine, NodeIndex from, NodeIndex to) {
  const LinkIndex link = way(engine, from, to);
  return link != none && !engine.link_conditions[link].cut;
}

std::uint64_t behind(const Standing& standing) { return standing.on_way + standing.missed; }

/// Since when nothing has been heard from the primary; negative: it can be heard.
std::int64_t silent_since(const Engine& engine, const FailoverState& group) {
  const NodeIndex primary = group.members[group.primary].node;
  if (!runs(engine, primary)) return std::max<std::int64_t>(0, engine.nodes[primary].broke_at);
  std::int64_t since = -1;
  for (const Standing& other : group.members) {
    if (other.node == primary || !runs(engine, other.node)) continue;
    const LinkIndex link = way(engine, primary, other.node);
    if (link == none) continue;
    if (!engine.link_conditions[link].cut) return -1;
    since = std::max(since, engine.links[link].cut_at);
  }
  return since;
}

bool in_sync(const FailoverState& group, std::uint32_t place) {
  const Standing& standing = group.members[place];
  return place != group.deposed && !standing.absent && standing.missed == 0 && standing.catching_up == 0;
}

void tick_later(Engine& engine, NodeIndex root) {
  const std::int64_t interval =
      std::max<std::int64_t>(1, settings_of(engine, root).detection_time.nanoseconds / ticks_per_detection);
  engine.push(engine.now + interval, EventType::kind_timer, root,
              tick_timer + group_of(engine, root)->timer_generation);
}

void await_detection(Engine& engine, NodeIndex root, const FailoverState& group) {
  if (group.silent_since < 0) return;
  engine.push(std::max(engine.now, group.silent_since + settings_of(engine, root).detection_time.nanoseconds),
              EventType::kind_timer, root, detection_timer);
}

/// Sends a replica what it missed, as long as it is there.
void catch_up(Engine& engine, FailoverState& group, std::uint32_t place) {
  const NodeIndex primary = group.members[group.primary].node;
  const NodeIndex replica = group.members[place].node;
  if (place == group.primary || place == group.deposed || group.members[place].absent) return;
  if (group.fenced || !runs(engine, primary) || !runs(engine, replica) || !reaches(engine, primary, replica)) return;
  const auto& classes = engine.model->classes;
  std::uint16_t write = group.write_class;
  for (std::uint16_t i = 0; (write >= classes.size() || !classes[write].write) && i < classes.size(); ++i) write = i;
  if (!classes[write].write) group.members[place].missed = 0;  // an edit has taken all that could be written
  while (group.members[place].missed > 0 && group.members[place].catching_up < most_catching_up) {
    --group.members[place].missed;
    ++group.members[place].catching_up;
    engine.begin_call({.link = way(engine, primary, replica),
                       .request_class = write,
                       .detail = group.term << term_shift | repeated_flag,
                       .purpose = Purpose::replication,
                       .first_begun = engine.now});
  }
}

/// The replica that has received most becomes the candidate, if one runs.
void elect(Engine& engine, NodeIndex root, FailoverState& group) {
  if (!group.lost)
    engine.note(EventKind::primary_lost, group.members[group.primary].node, {}, 0, EventCause::none,
                Duration{engine.now - group.silent_since});
  group.lost = true;
  for (std::uint32_t place = 0; place < group.members.size(); ++place) {
    const Standing& standing = group.members[place];
    if (place == group.primary || standing.absent || !runs(engine, standing.node)) continue;
    if (group.candidate == none || behind(standing) < behind(group.members[group.candidate])) group.candidate = place;
  }
  if (group.candidate == none) return;  // the next tick tries again
  ++group.term;
  group.promote_at = engine.now + settings_of(engine, root).promotion_time.nanoseconds;
  engine.push(group.promote_at, EventType::kind_timer, root, promotion_timer);
}

void promote(Engine& engine, FailoverState& group) {
  const std::uint32_t old = group.primary;
  const std::uint64_t lost = behind(group.members[group.candidate]);
  const NodeIndex old_node = group.members[old].node;
  engine.nodes[old_node].interval.lost_writes += lost;
  const bool goes_on = runs(engine, old_node) && !group.fenced;
  for (Standing& standing : group.members) {
    // Logs are in order: what the new primary lacks, those behind it lack too.
    const std::uint64_t lacking = behind(standing) + standing.catching_up;
    standing = {standing.node, 0, lacking > lost ? lacking - lost : 0, 0, standing.absent};
  }
  group.members[group.candidate] = {group.members[group.candidate].node};
  group.members[old] = {old_node, 0, 0, 0, true};
  group.primary = group.candidate;
  group.candidate = none;
  group.deposed = goes_on ? old : none;
  group.fenced = group.lost = false;
  const Duration elapsed{engine.now - group.silent_since};
  group.silent_since = -1;
  engine.note(EventKind::promoted, group.members[group.primary].node, engine.model->nodes[old_node].id, lost,
              EventCause::none, elapsed);
}

/// Whether the node has received writes that it has not applied.
bool is_applying(const Engine& engine, NodeIndex node) {
  const std::vector<CallIndex> residents = engine.residents_of(node);
  return std::any_of(residents.begin(), residents.end(),
                     [&](CallIndex call) { return engine.calls[call].purpose == Purpose::replication; });
}

void try_promotion(Engine& engine, NodeIndex root, FailoverState& group) {
  if (group.candidate == none || engine.now < group.promote_at) return;
  const NodeIndex candidate = group.members[group.candidate].node;
  if (!runs(engine, candidate)) {
    group.candidate = none;
    if (silent_since(engine, group) >= 0) {
      elect(engine, root, group);
    } else {
      group.silent_since = -1;
      group.fenced = group.lost = false;
    }
  } else if (is_applying(engine, candidate)) {
    engine.push(engine.now + promotion_poll, EventType::kind_timer, root, promotion_timer);
  } else {
    promote(engine, group);
  }
}

/// What the databases see of each other now.
void look(Engine& engine, NodeIndex root, FailoverState& group) {
  const NodeIndex primary = group.members[group.primary].node;
  for (std::uint32_t place = 0; place < group.members.size(); ++place) {
    Standing& standing = group.members[place];
    if (place == group.primary || !runs(engine, standing.node) || !reaches(engine, primary, standing.node)) continue;
    if (!runs(engine, primary)) continue;
    standing.absent = false;
    if (group.deposed == place) group.deposed = none;
    if (group.candidate == place) group.fenced = true;
  }
  for (std::uint32_t place = 0; place < group.members.size(); ++place) catch_up(engine, group, place);
  if (group.candidate != none) return;
  const std::int64_t since = silent_since(engine, group);
  if (since < 0) {
    group.silent_since = -1;
    group.lost = false;
  } else if (group.lost) {
    elect(engine, root, group);
  } else if (group.silent_since < 0) {
    group.silent_since = since;
    await_detection(engine, root, group);
  }
}

void detection_due(Engine& engine, NodeIndex root, FailoverState& group) {
  const std::int64_t patience = settings_of(engine, root).detection_time.nanoseconds;
  if (group.silent_since < 0 || group.lost || group.candidate != none) return;
  // It may have been heard meanwhile, and have fallen silent again.
  group.silent_since = silent_since(engine, group);
  if (group.silent_since < 0) return;
  if (engine.now - group.silent_since >= patience) elect(engine, root, group);
  else await_detection(engine, root, group);
}

/// Both ends of a message, where they are of one group.
struct Ends {
  FailoverState* group = nullptr;
  std::uint32_t from = none;
  std::uint32_t to = none;
};

Ends ends_of(Engine& engine, const Call& message) {
  const LinkModel& link = engine.model->links[message.link];
  FailoverState* group = group_of(engine, link.caller);
  if (!group || group != group_of(engine, link.callee)) return {};
  const Ends ends{group, place_of(*group, link.caller), place_of(*group, link.callee)};
  if (ends.from == none || ends.to == none) return {};
  return ends;
}

/// Whether the message repeats what its receiver missed.
bool repeats(const Call& message) { return (message.detail & repeated_flag) != 0; }

bool is_of_term(const FailoverState& group, const Call& message) {
  return message.detail >> term_shift == (group.term << term_shift) >> term_shift;
}

}  // namespace

FailoverState* group_of(Engine& engine, NodeIndex node) {
  const NodeIndex root = engine.model->nodes[node].group;
  if (root == none) return nullptr;
  auto* state = std::get_if<DatabaseState>(&engine.nodes[root].kind);
  return state && !state->failover.members.empty() ? &state->failover : nullptr;
}

void connect(Wiring& wiring, NodeIndex index) {
  if (!std::get<RelationalDatabaseSettings>(wiring.node(index).settings).failover || wiring.node(index).is_replica)
    return;
  std::vector<std::pair<NodeIndex, LinkIndex>> replicas;
  for (const Link* link : wiring.links_of(index)) {
    const NodeModel& callee = wiring.callee_of(*link);
    if (callee.kind == Kind::relational_database && callee.group == none)
      replicas.emplace_back(wiring.callee_index(*link), wiring.link_index(*link));
  }
  if (replicas.empty()) return;
  wiring.node(index).group = index;
  for (const auto& [replica, drawn] : replicas) {
    wiring.node(index).targets.push_back(drawn);
    wiring.node(replica).group = index;
    const std::int64_t latency = wiring.latency_of(drawn);
    wiring.node(replica).targets.push_back(wiring.add_internal_link(replica, index, latency, drawn));
    for (const auto& [other, link] : replicas)
      if (other != replica)
        wiring.node(replica).targets.push_back(
            wiring.add_internal_link(replica, other, wiring.latency_between(replica, other), none));
  }
}

void form(Engine& engine, NodeIndex root) {
  FailoverState& group = std::get<DatabaseState>(engine.nodes[root].kind).failover;
  ++group.timer_generation;
  if (engine.model->nodes[root].group != root) {
    const std::uint32_t generation = group.timer_generation;
    group = {};
    group.timer_generation = generation;
    return;
  }
  std::vector<Standing> members{Standing{root}};
  for (const LinkIndex link : engine.model->nodes[root].targets)
    members.push_back(Standing{engine.flows[link].wire.callee});
  const std::vector<Standing> before = std::move(group.members);
  group.members = std::move(members);
  const auto new_place = [&](std::uint32_t place) {
    return place < before.size() ? place_of(group, before[place].node) : none;
  };
  for (const Standing& standing : before)
    if (const std::uint32_t place = place_of(group, standing.node); place != none) group.members[place] = standing;
  group.deposed = new_place(group.deposed);
  group.candidate = new_place(group.candidate);
  group.primary = new_place(group.primary);
  if (group.primary == none) {  // the first time, or it went
    group.primary = 0;
    group.deposed = group.candidate = none;
    group.fenced = group.lost = false;
    group.silent_since = -1;
    group.members[0] = Standing{root};
    if (!before.empty()) ++group.term;
  }
  tick_later(engine, root);
  await_detection(engine, root, group);
}

bool takes_writes(Engine& engine, NodeIndex node) {
  const FailoverState* group = group_of(engine, node);
  if (!group) return !engine.model->nodes[node].is_replica;
  const std::uint32_t place = place_of(*group, node);
  if (place == none) return !engine.model->nodes[node].is_replica;
  return place == group->primary ? !group->fenced : place == group->deposed;
}

bool serves_reads(Engine& engine, NodeIndex node) {
  const FailoverState* group = group_of(engine, node);
  if (!group) return true;
  const std::uint32_t place = place_of(*group, node);
  return place == none || place == group->primary || place == group->deposed || in_sync(*group, place);
}

LinkIndex choose_link(Engine& engine, const Step& step, const Call& call, LinkIndex except) {
  const std::vector<LinkIndex>& drawn = step.targets->links.of(call.request_class);
  const std::vector<LinkIndex>& to_group = step.targets->group;
  const auto callee = [&](LinkIndex link) { return engine.flows[link].wire.callee; };
  const FailoverState* group = to_group.empty() ? nullptr : group_of(engine, callee(to_group.front()));
  if (!group) return engine.rotate(drawn, except);

  const bool is_write = engine.model->classes[call.request_class].write;
  const Operations others = is_write ? Operations::reads : Operations::writes;
  const bool as_drawn = group->primary == 0;
  const NodeIndex primary = group->members[group->primary].node;
  std::vector<LinkIndex> chosen;
  std::vector<LinkIndex> to_primary;
  for (const LinkIndex link : as_drawn ? drawn : to_group) {
    if (!as_drawn && engine.model->links[link].settings.operations == others) continue;
    if (callee(link) == primary) to_primary.push_back(link);
    const std::uint32_t place = place_of(*group, callee(link));
    if (is_write ? as_drawn || place == group->primary
                 : place != none && (place == group->primary ? as_drawn : in_sync(*group, place)))
      chosen.push_back(link);
  }
  if (chosen.empty()) chosen = to_primary;
  return engine.rotate(chosen.empty() ? drawn : chosen, except);
}

void replicate(Engine& engine, FailoverState& group, NodeIndex node, CallIndex index) {
  const std::uint32_t place = place_of(group, node);
  const bool is_synchronous = settings_of(engine, node).replication == Replication::synchronous;
  const bool is_deposed = place != group.primary;
  if (!is_deposed) group.write_class = engine.calls[index].request_class;
  if (is_deposed && !is_synchronous) {
    ++engine.nodes[node].interval.lost_writes;
    return;
  }
  for (std::uint32_t other = 0; other < group.members.size(); ++other) {
    if (other == place) continue;
    Standing& standing = group.members[other];
    const LinkIndex link = way(engine, node, standing.node);
    const bool is_awaited = is_synchronous && link != none && (is_deposed || in_sync(group, other));
    if (!is_awaited) {
      const ComponentState state = engine.nodes[standing.node].state;
      const bool listens = state == ComponentState::up || state == ComponentState::hung;
      if (link == none || engine.link_conditions[link].cut || !listens || standing.absent) {
        ++standing.missed;
        continue;
      }
      ++standing.on_way;
    }
    Call& call = engine.calls[index];
    if (is_awaited) ++call.pending;
    const std::uint32_t term = is_deposed ? group.term - 1 : group.term;
    engine.begin_call({.link = link,
                       .parent = is_awaited ? index : none,
                       .request_class = call.request_class,
                       .key = call.key,
                       .user = call.user,
                       .trace = call.trace(),
                       .detail = term << term_shift,
                       .purpose = Purpose::replication,
                       .first_begun = engine.now});
  }
}

bool receive(Engine& engine, CallIndex index) {
  Call& message = engine.calls[index];
  const Ends ends = ends_of(engine, message);
  if (!ends.group) return true;
  const auto& sender = std::get<DatabaseState>(engine.nodes[ends.group->members[ends.from].node].kind);
  if (message.begun <= sender.stopped_at) {
    engine.respond(index, Outcome::reset);
    return false;
  }
  if (!is_of_term(*ends.group, message)) {
    engine.respond(index, Outcome::error);
    return false;
  }
  if (message.abandoned) return true;
  message.detail |= received_flag;
  Standing& receiver = ends.group->members[ends.to];
  if (message.parent == none && !repeats(message) && receiver.on_way > 0) --receiver.on_way;
  return true;
}

bool acknowledged(Engine& engine, const Call& message, Outcome outcome) {
  const Ends ends = ends_of(engine, message);
  if (!ends.group) return true;
  if (!is_of_term(*ends.group, message)) return false;
  if (outcome != Outcome::ok) ++ends.group->members[ends.to].missed;
  return true;
}

void ended(Engine& engine, const Call& message, Outcome outcome) {
  const Ends ends = ends_of(engine, message);
  if (!ends.group || message.parent != none || !is_of_term(*ends.group, message)) return;
  Standing& receiver = ends.group->members[ends.to];
  const bool was_received = (message.detail & received_flag) != 0;
  if (repeats(message)) {
    if (receiver.catching_up > 0) --receiver.catching_up;
    if (outcome == Outcome::ok) catch_up(engine, *ends.group, ends.to);
    else ++receiver.missed;  // the next tick tries again
    return;
  }
  if (outcome == Outcome::ok || (was_received && outcome == Outcome::timeout)) return;
  if (!was_received && receiver.on_way > 0) --receiver.on_way;
  ++receiver.missed;
}

void stopped(Engine& engine, NodeIndex node) {
  if (auto* state = std::get_if<DatabaseState>(&engine.nodes[node].kind)) state->stopped_at = engine.now;
  FailoverState* group = group_of(engine, node);
  if (group && group->deposed != none && place_of(*group, node) == group->deposed) group->deposed = none;
}

void booted(Engine& engine, NodeIndex node) {
  FailoverState* group = group_of(engine, node);
  if (!group) return;
  if (group->candidate != none && place_of(*group, node) == group->primary) group->fenced = true;
  look(engine, engine.model->nodes[node].group, *group);
}

void timer(Engine& engine, NodeIndex root, std::uint32_t what) {
  FailoverState* group = group_of(engine, root);
  if (!engine.model->nodes[root].present || !group || engine.model->nodes[root].group != root) return;
  if (what == detection_timer) {
    detection_due(engine, root, *group);
  } else if (what == promotion_timer) {
    try_promotion(engine, root, *group);
  } else if (what == tick_timer + group->timer_generation) {
    look(engine, root, *group);
    tick_later(engine, root);
  }
}

}  // namespace loadframe::engine::failover
