#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

/// What is done to a running system: faults, repairs, changes of the traffic.
namespace loadframe::engine {

void Engine::act(const Action& action) {
  actions.push_back({Duration{now}, action});
  apply_action(action);
}

void Engine::schedule(std::int64_t at, const Action& action, bool from_scenario) {
  assert(at >= now);
  planned.push_back({at, action, from_scenario, false});
  push(at, EventType::planned_action, static_cast<std::uint32_t>(planned.size() - 1));
}

void Engine::run_planned(std::uint32_t index) {
  const PlannedAction plan = planned[index];
  if (plan.cancelled) return;
  if (plan.from_scenario) apply_action(plan.action);
  else act(plan.action);
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
  else if (const auto* link = std::get_if<LinkId>(&action.target)) apply_to_link(model->link_of(*link), action.kind);
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

std::uint64_t Engine::apply_to_node(NodeIndex index, const Action& action) {
  NodeState& node = nodes[index];
  if (model->nodes[index].kind == Kind::users) return 0;  // people do not crash
  const bool runs = node.state == ComponentState::up || node.state == ComponentState::hung;
  switch (action.kind) {
    case ActionKind::kill: {
      if (node.state == ComponentState::up) node.broke_at = now;
      node.state = ComponentState::dead;
      ++node.boot_generation;
      return stop_node(index);
    }
    case ActionKind::restart:
      return restart_node(index);
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
      if (model->nodes[index].kind == Kind::cache) cache::flush(*this, index);
      return 0;
    case ActionKind::cut:
    case ActionKind::mend:
    case ActionKind::load:
      return 0;
  }
  return 0;
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
  std::vector<CallIndex> residents;
  for (CallIndex call = node.first_resident; call != none; call = calls[call].resident_next) residents.push_back(call);
  std::uint64_t resets = 0;
  for (auto call = residents.rbegin(); call != residents.rend(); ++call) {  // oldest first
    if (calls[*call].purpose == Purpose::request || calls[*call].purpose == Purpose::lookup) ++resets;
    respond(*call, Outcome::reset);
  }
  assert(node.busy == 0 && node.present == 0);
  return resets;
}

std::uint64_t Engine::restart_node(NodeIndex index) {
  NodeState& node = nodes[index];
  if (node.state == ComponentState::up) node.broke_at = now;
  node.state = ComponentState::booting;
  const std::uint64_t resets = stop_node(index);
  node.repaired_at = now;
  node.speed = 1;
  node.fail_share = 0;
  if (model->nodes[index].kind == Kind::cache) cache::flush(*this, index);
  push(now + model->nodes[index].boot_time, EventType::boot_over, index, ++node.boot_generation);
  return resets;
}

void Engine::boot_over(NodeIndex index) {
  nodes[index].state = ComponentState::up;
  note(EventKind::up, index);
  if (model->nodes[index].kind == Kind::load_balancer) balancer::forget_targets(*this, index);
}

void Engine::hang_node(NodeIndex index) {
  NodeState& node = nodes[index];
  node.broke_at = now;
  node.state = ComponentState::hung;
  const std::uint32_t host = model->nodes[index].host;
  hosts[host].processor.take_node(now, index);
  arm_processor(host);
  for (CallIndex call = node.first_resident; call != none; call = calls[call].resident_next)
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

void Engine::apply_to_link(LinkIndex index, ActionKind what) {
  LinkState& link = links[index];
  if (what == ActionKind::cut && !link.cut) {
    link.cut = true;
    link.cut_at = now;
  }
  if (what != ActionKind::mend || !link.cut) return;
  link.cut = false;
  link.mended_at = now;
  CallQueue held = link.held;
  link.held.clear();
  while (!held.empty()) {
    const CallIndex call = held.pop(calls);
    if (calls[call].abandoned) calls.release(call);
    else if (calls[call].phase == Phase::returning) carry_back(call);
    else send(call);
  }
}

}  // namespace loadframe::engine
