#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

#include <algorithm>
#include <cmath>

/// What is done to a running system: faults, repairs, changes of the traffic.
namespace loadframe::engine {

namespace {

bool scales(const NodeModel& node) {
  return std::visit(
      [](const auto& settings) {
        return requires { settings.instances; };
      },
      node.settings);
}

}  // namespace

void Engine::act(const Action& action) {
  actions.push_back({Duration{now}, action, queue.taken(), false});
  apply_action(action);
}

void Engine::schedule(std::int64_t at, const Action& action, bool from_scenario) {
  assert(at >= now);
  auto place = std::find_if(planned.begin(), planned.end(), [](const PlannedAction& plan) { return plan.is_over; });
  if (place == planned.end()) place = planned.emplace(planned.end());
  *place = {.at = at, .action = action, .from_scenario = from_scenario};
  push(at, EventType::planned_action, static_cast<std::uint32_t>(place - planned.begin()));
}

void Engine::run_planned(std::uint32_t index) {
  planned[index].is_over = true;
  const PlannedAction plan = planned[index];
  if (plan.cancelled) return;
  if (!plan.from_scenario) actions.push_back({Duration{now}, plan.action, queue.taken(), true});
  apply_action(plan.action);
}

bool Engine::exists(const ElementId& target) const {
  if (const auto* id = std::get_if<ComponentId>(&target)) return model->node_of(*id) != none;
  if (const auto* id = std::get_if<LinkId>(&target)) return model->link_of(*id) != none;
  if (const auto* id = std::get_if<AreaId>(&target)) return find(*model->architecture, *id) != nullptr;
  return std::holds_alternative<std::monostate>(target);
}

std::vector<NodeIndex> Engine::nodes_of(const ElementId& target) const {
  if (const auto* id = std::get_if<ComponentId>(&target)) return {model->node_of(*id)};
  std::vector<NodeIndex> inside;
  if (const auto* area = std::get_if<AreaId>(&target))
    for (const ComponentId id : components_within(*model->architecture, *area)) inside.push_back(model->node_of(id));
  return inside;
}

void Engine::apply_action(const Action& action) {
  if (!exists(action.target)) return;
  const std::size_t place = recording.events.size();  // it comes before its consequences
  const auto* component = std::get_if<ComponentId>(&action.target);
  recording.events.push_back({Duration{now}, EventKind::action, EventCause::none,
                              component ? *component : ComponentId{}, action.target, 0, std::nullopt, action});
  std::uint64_t resets = 0;
  if (action.kind == ActionKind::load) set_load(action);
  else if (action.kind == ActionKind::isolate || action.kind == ActionKind::rejoin) isolate(action);
  else if (const auto* link = std::get_if<LinkId>(&action.target)) apply_to_link(model->link_of(*link), action);
  else
    for (const NodeIndex node : nodes_of(action.target)) resets += apply_to_node(node, action);
  recording.events[place].count = resets;
}

void Engine::set_load(const Action& action) {
  if (std::holds_alternative<std::monostate>(action.target)) load = action.amount;
  const auto named = nodes_of(action.target);
  for (const NodeIndex node : named)
    if (auto* state = std::get_if<UsersState>(&nodes[node].kind)) state->load = action.amount;
  for (NodeIndex node = 0; node < nodes.size(); ++node)
    if (model->nodes[node].present && model->nodes[node].kind == Kind::users) users::adjust(*this, node);
}

/// Done to a component and, where it stands for a cluster, to all of its nodes.
std::uint64_t Engine::apply_to_node(NodeIndex index, const Action& action) {
  if (model->nodes[index].kind == Kind::users) return 0;  // people do not crash
  const std::vector<NodeIndex>& members = model->nodes[index].members;
  if (action.kind == ActionKind::kill_nodes) return kill_nodes(index, action.amount);
  const auto is_down = [&](NodeIndex node) { return nodes[node].state == ComponentState::dead; };
  // A restart brings back what is down; only if nothing is, all are restarted.
  const bool repairs =
      action.kind == ActionKind::restart && !is_down(index) && std::any_of(members.begin(), members.end(), is_down);
  std::uint64_t resets = repairs ? 0 : apply_to_process(index, action);
  if (action.kind == ActionKind::fail) return resets;  // of its requests, not of each node's part in them
  for (const NodeIndex member : members)
    if (!repairs || is_down(member)) resets += apply_to_process(member, action);
  return resets;
}

std::uint64_t Engine::apply_to_process(NodeIndex index, const Action& action) {
  NodeState& node = nodes[index];
  const bool runs = node.state == ComponentState::up || node.state == ComponentState::hung;
  switch (action.kind) {
    case ActionKind::kill:
      return crash(index);
    case ActionKind::restart: {
      const auto restarted = model->nodes[index].behaviour->restarted;
      return restarted && restarted(*this, index) ? 0 : restart_node(index);
    }
    case ActionKind::hang:
      if (node.state == ComponentState::up) hang_node(index);
      return 0;
    case ActionKind::slow:
      if (runs) set_speed(index, action.amount);
      return 0;
    case ActionKind::fail:
      if (runs) set_fail_share(index, action.amount);
      return 0;
    case ActionKind::flush:
      cache::flush(*this, index);
      return 0;
    case ActionKind::leak:
      if (runs) set_leak(index, action.amount * 1024 * 1024);
      return 0;
    case ActionKind::drain:
      taken_out[index] = action.amount > 0;
      return 0;
    case ActionKind::scale:
      if (scales(model->nodes[index])) set_instances(index, static_cast<std::uint32_t>(std::max(1.0, action.amount)));
      return 0;
    case ActionKind::kill_nodes:
    case ActionKind::cut:
    case ActionKind::mend:
    case ActionKind::load:
    case ActionKind::delay:
    case ActionKind::lose:
    case ActionKind::throttle:
    case ActionKind::isolate:
    case ActionKind::rejoin:
      return 0;
  }
  return 0;
}

std::vector<CallIndex> Engine::residents_of(NodeIndex index) const {
  std::vector<CallIndex> residents;
  for (CallIndex call = 0; call < calls.size() && residents.size() < nodes[index].present; ++call)
    if (calls[call].resident && callee_of(calls[call]) == index) residents.push_back(call);
  std::sort(residents.begin(), residents.end(), [this](CallIndex a, CallIndex b) {
    return calls[a].arrived != calls[b].arrived ? calls[a].arrived < calls[b].arrived
                                                : calls[a].serial < calls[b].serial;
  });
  return residents;
}

/// So many nodes of a cluster die; of a component with instances, so many of them and their part of the calls.
std::uint64_t Engine::kill_nodes(NodeIndex index, double count) {
  std::uint64_t resets = 0;
  auto left = static_cast<std::uint32_t>(std::max(0.0, count));
  if (!model->nodes[index].members.empty()) {
    for (const NodeIndex member : model->nodes[index].members) {
      if (left == 0) break;
      if (nodes[member].state == ComponentState::dead) continue;
      resets += crash(member);
      --left;
    }
    return resets;
  }
  NodeState& node = nodes[index];
  if (left >= node.instances) return crash(index);
  const std::uint64_t lost = std::uint64_t{node.present} * left / node.instances;
  for (const CallIndex call : residents_of(index)) {
    if (resets == lost) break;
    if (calls[call].phase == Phase::queued) continue;
    break_off(call, Outcome::reset);
    ++resets;
  }
  set_instances(index, node.instances - left);
  return resets;
}

std::uint64_t Engine::crash(NodeIndex index) {
  NodeState& node = nodes[index];
  if (node.state == ComponentState::up) node.broke_at = now;
  integrate(index);
  node.state = ComponentState::dead;
  ++node.boot_generation;
  const std::uint64_t resets = stop_node(index);
  if (model->nodes[index].supervised) restart_node(index);
  return resets;
}

void Engine::isolate(const Action& action) {
  std::erase(isolated, action.target);
  if (action.kind == ActionKind::isolate) isolated.push_back(action.target);
  update_cuts();
}

/// Breaks every connection to a process that has just gone. @return the requests that were under way there
std::uint64_t Engine::stop_node(NodeIndex index) {
  NodeState& node = nodes[index];
  integrate(index);
  const std::uint32_t host = model->nodes[index].host;
  hosts[host].processor.take_node(now, index);
  arm_processor(host);
  node.queue.clear();
  node.rejecting = false;
  std::uint64_t resets = 0;
  for (const CallIndex call : residents_of(index)) {
    const Purpose purpose = calls[call].purpose;
    if (purpose == Purpose::request || purpose == Purpose::lookup || purpose == Purpose::delivery) ++resets;
    respond(call, Outcome::reset);
  }
  assert(node.busy == 0 && node.present == 0);
  node.leak = node.leaked = 0;
  node.has_leaked = false;
  if (const auto stopped = model->nodes[index].behaviour->stopped) stopped(*this, index);
  return resets;
}

std::uint64_t Engine::restart_node(NodeIndex index) {
  NodeState& node = nodes[index];
  integrate(index);
  if (node.state == ComponentState::up) node.broke_at = now;
  node.state = ComponentState::booting;
  const std::uint64_t resets = stop_node(index);
  node.repaired_at = now;
  node.speed = 1;
  node.fail_share = 0;
  push(now + model->nodes[index].boot_time, EventType::boot_over, index, ++node.boot_generation);
  return resets;
}

void Engine::boot_over(NodeIndex index) {
  nodes[index].state = ComponentState::up;
  if (model->nodes[index].member == 0) note(EventKind::up, index);
  if (const auto booted = model->nodes[index].behaviour->booted) booted(*this, index);
}

void Engine::hang_node(NodeIndex index) {
  NodeState& node = nodes[index];
  node.broke_at = now;
  node.state = ComponentState::hung;
  const std::uint32_t host = model->nodes[index].host;
  hosts[host].processor.take_node(now, index);
  arm_processor(host);
  for (const CallIndex call : residents_of(index))
    if (calls[call].phase != Phase::queued) calls[call].phase = Phase::frozen;
}

void Engine::set_speed(NodeIndex index, double speed) {
  NodeState& node = nodes[index];
  if (speed < 1) node.broke_at = now;
  else node.repaired_at = now;
  const std::uint32_t host = model->nodes[index].host;
  hosts[host].processor.scale_node(now, index, node.speed / speed);
  node.speed = speed;
  arm_processor(host);
}

void Engine::set_fail_share(NodeIndex index, double share) {
  NodeState& node = nodes[index];
  if (share > 0) node.broke_at = now;
  else node.repaired_at = now;
  node.fail_share = share;
}

void Engine::apply_to_link(LinkIndex index, const Action& action) {
  LinkState& link = links[index];
  switch (action.kind) {
    case ActionKind::cut:
    case ActionKind::mend:
      link.cut_by_hand = action.kind == ActionKind::cut;
      update_cuts();
      break;
    case ActionKind::delay:
      link.delay = std::llround(action.amount * 1e6);
      break;
    case ActionKind::lose:
      link.loss = action.amount;
      break;
    case ActionKind::throttle:
      link.bits_per_second = action.amount * 1e6;
      break;
    default:
      break;
  }
  link_conditions[index].degraded = link.delay > 0 || link.loss > 0 || link.bits_per_second > 0;
}

}  // namespace loadframe::engine
