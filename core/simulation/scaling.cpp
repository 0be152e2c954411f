#include "simulation/engine.h"

#include <algorithm>
#include <cmath>

/// Instances of a component, and autoscaling: the rule of Kubernetes' HorizontalPodAutoscaler.
namespace loadframe::engine {

namespace {

/// What autoscaling is about, where a kind has it.
struct ScalingRule {
  bool on = false;
  ScalingMetric metric = ScalingMetric::cpu;
  double target = 1;
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  std::int64_t interval = 0;
  std::int64_t warm_up = 0;
  std::int64_t scale_down_delay = 0;
};

/// Within this of the target, nothing changes. Source: Kubernetes, --horizontal-pod-autoscaler-tolerance 0.1.
constexpr double tolerance = 0.1;

ScalingRule rule_of(const NodeModel& node) {
  return std::visit(
      [](const auto& settings) {
        ScalingRule rule;
        if constexpr (requires { settings.autoscaling; }) {
          rule.on = settings.autoscaling;
          rule.metric = settings.scaling_metric;
          rule.target = settings.scaling_target.ratio;
          rule.least = bounded(settings.min_instances);
          rule.most = std::max(rule.least, bounded(settings.max_instances));
          rule.interval = settings.scaling_interval.nanoseconds;
          rule.warm_up = settings.instance_warm_up.nanoseconds;
          rule.scale_down_delay = settings.scale_down_delay.nanoseconds;
        }
        return rule;
      },
      node.settings);
}

}  // namespace

void Engine::start_scaling(NodeIndex index) {
  NodeState& node = nodes[index];
  const ScalingRule rule = rule_of(model->nodes[index]);
  ++node.scaling.timer_generation;
  node.scaling.booting = 0;
  node.scaling.wishes = {{now, node.instances}};  // what runs at the start was wanted
  if (!rule.on) return;
  const Areas areas = areas_of(index);
  node.scaling.busy_at_look = areas.busy;
  node.scaling.cpu_at_look = areas.cpu;
  node.scaling.instances_at_look = areas.instances;
  node.scaling.looked_at = now;
  push(now + rule.interval, EventType::scale_due, index, node.scaling.timer_generation);
}

bool Engine::scale_due(NodeIndex index, std::uint32_t generation) {
  NodeState& node = nodes[index];
  ScalingState& scaling = node.scaling;
  const NodeModel& node_model = model->nodes[index];
  const ScalingRule rule = rule_of(node_model);
  if (!node_model.present || scaling.timer_generation != generation || !rule.on) return false;
  push(now + rule.interval, EventType::scale_due, index, generation);
  const Areas areas = areas_of(index);
  const double instance_time = areas.instances - scaling.instances_at_look;
  const double capacity = rule.metric == ScalingMetric::cpu ? model->hosts[node_model.host].cores : node_model.workers;
  const double used = rule.metric == ScalingMetric::cpu
                          ? (areas.cpu - scaling.cpu_at_look) / model->hosts[node_model.host].speed
                          : areas.busy - scaling.busy_at_look;
  scaling.busy_at_look = areas.busy;
  scaling.cpu_at_look = areas.cpu;
  scaling.instances_at_look = areas.instances;
  if (node.state != ComponentState::up || instance_time <= 0 || capacity <= 0) return true;

  const double metric = used / (instance_time * capacity);
  const std::uint32_t present = node.instances + scaling.booting;
  std::uint32_t wanted = present;
  if (std::abs(metric / rule.target - 1) > tolerance)
    wanted = static_cast<std::uint32_t>(std::min(1e6, std::ceil(node.instances * metric / rule.target)));
  wanted = std::clamp(wanted, rule.least, rule.most);

  std::erase_if(scaling.wishes, [&](const auto& wish) { return wish.first + rule.scale_down_delay < now; });
  scaling.wishes.emplace_back(now, wanted);
  std::uint32_t largest_wish = wanted;
  for (const auto& wish : scaling.wishes) largest_wish = std::max(largest_wish, wish.second);
  if (wanted > present) {
    scaling.booting += wanted - present;
    for (std::uint32_t i = present; i < wanted; ++i)
      push(now + rule.warm_up, EventType::instance_ready, index, generation);
  } else if (largest_wish < node.instances) {
    set_instances(index, largest_wish);
  }
  return true;
}

bool Engine::instance_ready(NodeIndex index, std::uint32_t generation) {
  NodeState& node = nodes[index];
  if (!model->nodes[index].present || node.scaling.timer_generation != generation) return false;
  if (node.scaling.booting > 0) --node.scaling.booting;
  set_instances(index, node.instances + 1);
  return true;
}

void Engine::set_instances(NodeIndex index, std::uint32_t count) {
  NodeState& node = nodes[index];
  if (count == node.instances || count == 0) return;
  integrate(index);
  node.instances = count;
  size_machine(index);
  note(EventKind::scaled, index, {}, count);
  start_waiting(index);
}

/// Each instance of a component that stands on no host brings a machine of its own.
void Engine::size_machine(NodeIndex index) {
  const std::uint32_t host = model->nodes[index].host;
  const HostModel& host_model = model->hosts[host];
  if (host_model.area) return;
  hosts[host].processor.configure(host_model.cores * nodes[index].instances, host_model.speed, host_model.fifo, now);
  arm_processor(host);
}

}  // namespace loadframe::engine
