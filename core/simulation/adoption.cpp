#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

#include <algorithm>

/// Going on with an edited architecture: what stayed keeps its state, calls at what went are reset.
namespace loadframe::engine {

void Engine::make_room() {
  nodes.resize(model->nodes.size());
  taken_out.resize(model->nodes.size());
  constexpr std::size_t many_nodes = 100;  // with links and histograms, they take more than the second level
  has_many_nodes = nodes.size() > many_nodes;
  const auto known = static_cast<LinkIndex>(links.size());
  flows.resize(model->links.size());
  links.resize(model->links.size());
  link_conditions.resize(model->links.size());
  for (LinkIndex i = known; i < links.size(); ++i) links[i].network = stream_of_link(i);
  for (LinkIndex i = 0; i < links.size(); ++i) flows[i].wire = model->wire_of(i);
  hosts.resize(model->hosts.size());
  classes.resize(model->classes.size());
  for (NodeState& node : nodes) node.integrated = std::max(node.integrated, now);
  for (std::uint32_t i = 0; i < hosts.size(); ++i) {
    const HostModel& host = model->hosts[i];
    // The machine of a component on its own grows with its instances.
    const double machines = !host.area && host.nodes.size() == 1 ? nodes[host.nodes.front()].instances : 1;
    hosts[i].processor.configure(host.cores * machines, host.speed, host.fifo, now);
    if (!host.swaps) hosts[i].swapping = false;
    arm_processor(i);
  }
}

/// What is planned and stays so is left alone: an edit a second must not fill the memory with plans.
void Engine::plan_scenario(std::int64_t after) {
  std::vector<const ScenarioStep*> fresh;
  for (const ScenarioStep& step : model->architecture->properties.scenario)
    if (step.at.nanoseconds > after) fresh.push_back(&step);
  for (PlannedAction& plan : planned) {
    if (!plan.from_scenario || plan.cancelled || plan.is_over) continue;
    const auto same = std::find_if(fresh.begin(), fresh.end(), [&](const ScenarioStep* step) {
      return step->at.nanoseconds == plan.at && step->action == plan.action;
    });
    if (same != fresh.end()) fresh.erase(same);
    else if (plan.at > after) plan.cancelled = true;
  }
  for (const ScenarioStep* step : fresh) schedule(step->at.nanoseconds, step->action, true);
}

void Engine::adopt(const Architecture& architecture) {
  const std::shared_ptr<const Model> before = model;
  for (NodeIndex i = 0; i < nodes.size(); ++i) integrate(i);
  model = compile(architecture, before.get());
  actions.push_back({Duration{now}, model->architecture, queue.taken(), false});
  recording.events.push_back(
      {Duration{now}, EventKind::edited, EventCause::none, {}, {}, 0, std::nullopt, std::nullopt});
  map_classes(*before);
  make_room();

  for (NodeIndex i = 0; i < before->nodes.size(); ++i) {
    if (!before->nodes[i].present || model->nodes[i].present) continue;
    nodes[i].state = ComponentState::dead;
    ++nodes[i].boot_generation;
    if (before->nodes[i].kind == Kind::users) users::abandon_waiting(*this, i);
    else stop_node(i);
  }
  for (LinkIndex i = 0; i < before->links.size(); ++i) {
    if (!before->links[i].present) continue;
    if (!model->links[i].present) remove_link(i);
    else adjust_link(i, before->links[i]);
  }
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    if (!model->nodes[i].present) continue;
    if (i < before->nodes.size() && before->nodes[i].present) adjust_node(i, before->nodes[i]);
    else start_node(i);
  }
  update_cuts();
  plan_scenario(now);
}

/// The connections over it are closed.
void Engine::remove_link(LinkIndex index) {
  LinkState& link = links[index];
  ++link.check_generation;
  if (link.check != none) settle(link.check, Outcome::reset);
  while (flows[index].outstanding_head != none) settle(flows[index].outstanding_head, Outcome::reset);
  CallQueue& held = links[index].held;
  while (!held.empty()) calls.release(held.pop(calls));
  link_conditions[index].cut = links[index].cut_by_hand = false;
}

void Engine::adjust_link(LinkIndex index, const LinkModel& before) {
  serve_pool(index);
  if (!model->links[index].settings.breaker) links[index].breaker = {};
  const std::int64_t timeout = model->links[index].timeout;
  if (timeout == before.timeout) return;
  for (CallIndex call = flows[index].outstanding_head; call != none; call = calls[call].outstanding_next)
    calls[call].deadline = timeout > 0 ? calls[call].begun + timeout : never;
  arm_link_timer(index);
}

void Engine::adjust_node(NodeIndex index, const NodeModel& before) {
  const NodeModel& node = model->nodes[index];
  if (node.host != before.host) move_jobs(index, before.host, node.host);
  const bool changed = node.settings != before.settings;
  if (changed) {
    const auto& old_instances = before.instances;
    if (node.instances != old_instances) set_instances(index, node.instances);
    start_scaling(index);
  }
  if (const auto adopt_kind = node.behaviour->adopt) adopt_kind(*this, index, before);
  start_waiting(index);
}

void Engine::move_jobs(NodeIndex index, std::uint32_t from, std::uint32_t to) {
  for (const Job& job : hosts[from].processor.take_node(now, index)) hosts[to].processor.put(now, job);
  arm_processor(from);
  arm_processor(to);
}

/// Calls of classes that are gone go on as the first class.
void Engine::map_classes(const Model& before) {
  const bool goes_on = model->classes.size() == 1 && model->classes.front().id == before.classes.front().id;
  if (!times_classes && !goes_on) {
    // What the one class has brought since the last sample is its own.
    for (NodeIndex i = 0; i < before.nodes.size(); ++i)
      if (before.nodes[i].kind == Kind::users) classes.front().total.latency.merge(nodes[i].interval_latency.counted());
    times_classes = true;
  }
  std::vector<std::uint16_t> place(before.classes.size(), 0);
  std::vector<ClassState> kept(model->classes.size());
  for (std::size_t old = 0; old < before.classes.size(); ++old)
    for (std::size_t i = 0; i < model->classes.size(); ++i)
      if (model->classes[i].id == before.classes[old].id) {
        place[old] = static_cast<std::uint16_t>(i);
        kept[i] = std::move(classes[old]);
      }
  classes = std::move(kept);
  for (CallIndex call = 0; call < calls.size(); ++call)
    if (calls[call].phase != Phase::free) calls[call].request_class = place[calls[call].request_class];
}

}  // namespace loadframe::engine
