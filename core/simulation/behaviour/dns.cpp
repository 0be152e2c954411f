#include "simulation/behaviour/behaviour.h"

#include <algorithm>

namespace loadframe::engine::dns {

namespace {

const DnsSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<DnsSettings>(engine.model->nodes[index].settings);
}

DnsState& state_of(Engine& engine, NodeIndex index) { return std::get<DnsState>(engine.nodes[index].kind); }

void describe(NodeModel& node) {
  node.workers = unbounded;
  node.wait = LawSampler(std::get<DnsSettings>(node.settings).lookup_time);
}

bool accepts_connections(const Engine& engine, LinkIndex link) {
  const ComponentState state = engine.nodes[engine.flows[link].wire.callee].state;
  return !engine.link_conditions[link].cut && (state == ComponentState::up || state == ComponentState::hung);
}

void check(Engine& engine, NodeIndex index, LinkIndex link) {
  EntryHealth& health = state_of(engine, index).entries[link];
  if (accepts_connections(engine, link) != health.out) {
    health.contrary = 0;
    return;
  }
  if (++health.contrary < static_cast<std::uint64_t>(settings_of(engine, index).fall)) return;
  health.out = !health.out;
  engine.note(health.out ? EventKind::target_down : EventKind::target_up, index,
              engine.model->nodes[engine.flows[link].wire.callee].id, health.contrary,
              health.out ? EventCause::failed_checks : EventCause::passed_checks);
  health.contrary = 0;
}

void plan_checks(Engine& engine, NodeIndex index) {
  const DnsSettings& settings = settings_of(engine, index);
  DnsState& state = state_of(engine, index);
  ++state.timer_generation;
  if (!settings.checks) {
    state.entries.clear();
    return;
  }
  engine.push(engine.now + settings.check_interval.nanoseconds, EventType::kind_timer, index, state.timer_generation);
}

/// Looks at all entry points of all users that ask it.
void checks_due(Engine& engine, NodeIndex index, std::uint32_t generation) {
  auto* state = std::get_if<DnsState>(&engine.nodes[index].kind);
  if (!state || state->timer_generation != generation || !engine.model->nodes[index].present) return;
  if (engine.nodes[index].state == ComponentState::up)
    for (const NodeModel& users : engine.model->nodes)
      if (users.present && users.name_link != none && engine.model->links[users.name_link].callee == index)
        for (const LinkIndex link : users.targets) check(engine, index, link);
  plan_checks(engine, index);
}

/// The entry point that an answer names.
LinkIndex name_one(Engine& engine, NodeIndex index, const std::vector<LinkIndex>& entries) {
  const auto& known = state_of(engine, index).entries;
  std::vector<LinkIndex> well;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(well), [&](LinkIndex link) {
    const auto health = known.find(link);
    return health == known.end() || !health->second.out;
  });
  // If none is well, the verdicts are not to be trusted. Source: Route 53, "all records unhealthy".
  if (well.empty()) well = entries;
  switch (settings_of(engine, index).routing) {
    case DnsRouting::weighted:
      return engine.rotate(well);
    case DnsRouting::latency:
      return *std::min_element(well.begin(), well.end(), [&](LinkIndex a, LinkIndex b) {
        return engine.model->links[a].latency < engine.model->links[b].latency;
      });
    case DnsRouting::failover:
      return well.front();
  }
  return well.front();
}

}  // namespace

std::vector<LinkIndex> answer(Engine& engine, NodeIndex index, NodeIndex users) {
  const Alternatives& entries = engine.model->nodes[users].entries;
  if (entries.by_class.empty()) return {name_one(engine, index, entries.all)};
  // Classes that go different ways have names of their own; those that go the same way have one.
  std::vector<LinkIndex> names;
  for (std::size_t i = 0; i < entries.by_class.size(); ++i) {
    const auto same = std::find(entries.by_class.begin(), entries.by_class.begin() + static_cast<std::ptrdiff_t>(i),
                                entries.by_class[i]);
    const auto place = static_cast<std::size_t>(same - entries.by_class.begin());
    names.push_back(place < i ? names[place] : name_one(engine, index, entries.by_class[i]));
  }
  return names;
}

}  // namespace loadframe::engine::dns

namespace loadframe::engine {

const KindBehaviour dns_behaviour{
    .describe = dns::describe,
    .start =
        [](Engine& engine, NodeIndex index) {
          engine.nodes[index].kind = DnsState{};
          dns::plan_checks(engine, index);
        },
    .adopt =
        [](Engine& engine, NodeIndex index, const NodeModel& before) {
          if (engine.model->nodes[index].settings != before.settings) dns::plan_checks(engine, index);
        },
    .booted = [](Engine& engine, NodeIndex index) { dns::state_of(engine, index).entries.clear(); },
    .timer = dns::checks_due};

}  // namespace loadframe::engine
