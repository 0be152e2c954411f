#include "simulation/engine.h"

#include <algorithm>
#include <cmath>

/// Samples and statistics.
namespace loadframe::engine {

namespace {

constexpr double saturated_above = 0.95;
constexpr double relieved_below = 0.85;
/// Time constant of the smoothing before a component is called saturated, ns.
constexpr double saturation_memory = 2e9;

Duration mean_of(double sum, std::uint64_t count) {
  return {count ? std::llround(sum / static_cast<double>(count)) : 0};
}

std::uint32_t narrowed(std::uint64_t count) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, 0xFFFFFFFF));
}

LatencySample quantiles(const Histogram& latency) {
  return {latency.quantile(0.50), latency.quantile(0.95), latency.quantile(0.99)};
}

double share(double part, double whole) { return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0.0; }

/// Part of its host's cores that a node used while `passed` ns went by.
double cpu_share(const HostModel& host, double own_used, double host_used, double passed) {
  if (!host.area) return share(host_used, host.cores * passed);
  return share(own_used, host.cores * host.speed * passed);
}

}  // namespace

void Engine::take_sample() {
  const auto passed = static_cast<double>(now - last_sample);
  if (passed <= 0) return;
  auto sample = std::make_shared<Sample>();
  sample->end = {now};
  sample->length = {now - last_sample};
  sample->outcomes = interval_outcomes;
  sample->latency = quantiles(interval_latency);
  sample->in_flight = in_flight;
  sample->load = load;

  for (std::size_t i = 0; i < outcome_count; ++i) total_requests.outcomes.count[i] += interval_outcomes.count[i];
  total_requests.latency.merge(interval_latency);
  interval_outcomes = {};
  interval_latency.clear();

  for (NodeIndex i = 0; i < nodes.size(); ++i)
    if (model->nodes[i].present) sample->components.push_back(sample_component(i, passed));
  for (LinkIndex i = 0; i < links.size(); ++i) {
    if (!model->links[i].present) continue;
    LinkState& link = links[i];
    sample->links.push_back({model->links[i].id, narrowed(link.interval.ok()), narrowed(link.interval.failed()),
                             link.cut, link.down || link.passed_over});
    link.interval = {};
  }
  for (std::uint32_t i = 0; i < hosts.size(); ++i) {
    const double used = hosts[i].processor.used(now);
    if (model->hosts[i].present && model->hosts[i].area)
      sample->hosts.push_back({model->hosts[i].area, static_cast<float>(share(used - hosts[i].used_at_sample,
                                                                              model->hosts[i].cores * passed))});
    hosts[i].used_at_sample = used;
  }
  last_sample = now;
  recording.samples.push_back(std::move(sample));
}

ComponentSample Engine::sample_component(NodeIndex index, double passed) {
  const NodeModel& node_model = model->nodes[index];
  NodeState& node = nodes[index];
  integrate(index);
  const Areas& now_at = node.areas;
  const Areas& then = node.areas_at_sample;
  const HostState& host = hosts[node_model.host];
  const double cpu = cpu_share(model->hosts[node_model.host], now_at.cpu - then.cpu,
                               host.processor.used(now) - host.used_at_sample, passed);
  const double utilisation = std::max(cpu, share(now_at.busy - then.busy, node_model.workers * passed));

  ComponentSample sample;
  sample.id = node_model.id;
  sample.state = node.state;
  sample.speed = static_cast<float>(node.speed);
  sample.ok = narrowed(node.interval.outcomes.ok());
  sample.failed = narrowed(node.interval.outcomes.failed());
  sample.utilisation = static_cast<float>(utilisation);
  sample.cpu = static_cast<float>(cpu);
  sample.queue = static_cast<float>((now_at.queued - then.queued) / passed);
  sample.concurrency = static_cast<float>((now_at.present - then.present) / passed);
  if (const std::uint64_t lookups = node.interval.hits + node.interval.misses)
    sample.hit_ratio = static_cast<float>(node.interval.hits) / static_cast<float>(lookups);
  sample.replication_lag = mean_of(node.interval.lag, node.interval.applied);
  sample.latency = quantiles(node.interval_latency);

  node.total.add(node.interval);
  node.total_latency.merge(node.interval_latency);
  node.interval = {};
  node.interval_latency.clear();
  node.areas_at_sample = node.areas;
  announce_saturation(index, utilisation, passed);
  return sample;
}

void Engine::announce_saturation(NodeIndex index, double utilisation, double passed) {
  NodeState& node = nodes[index];
  node.recent_utilisation += (utilisation - node.recent_utilisation) * -std::expm1(-passed / saturation_memory);
  if (!node.saturated && node.recent_utilisation >= saturated_above) {
    node.saturated = true;
    note(EventKind::saturated, index);
  } else if (node.saturated && node.recent_utilisation < relieved_below) {
    node.saturated = false;
    note(EventKind::relieved, index);
  }
}

void Engine::end_warm_up() {
  take_sample();
  for (NodeState& node : nodes) {
    node.total = {};
    node.total_latency.clear();
    node.areas_at_start = node.areas;
  }
  for (LinkState& link : links) {
    link.total = {};
    link.begun = 0;
  }
  for (HostState& host : hosts) host.used_at_start = host.processor.used(now);
  for (ClassState& request_class : classes) request_class.total = {};
  total_requests = {};
  total_begun = 0;
  measured_from = now;
}

ComponentStatistics Engine::component_statistics(NodeIndex index, double passed) const {
  const NodeModel& node_model = model->nodes[index];
  const NodeState& node = nodes[index];
  const auto since = static_cast<double>(now - node.integrated);
  const Areas& start = node.areas_at_start;
  const double present = node.areas.present + node.present * since - start.present;
  const double queued = node.areas.queued + node.queue.size * since - start.queued;
  const double busy = node.areas.busy + node.busy * since - start.busy;
  Counters counters = node.total;
  counters.add(node.interval);

  ComponentStatistics result;
  result.id = node_model.id;
  result.calls.outcomes = counters.outcomes;
  result.calls.latency = node.total_latency;
  result.calls.latency.merge(node.interval_latency);
  result.arrivals = counters.arrivals;
  if (passed > 0) {
    const HostState& host = hosts[node_model.host];
    result.worker_utilisation = share(busy, node_model.workers * passed);
    result.cpu_utilisation = cpu_share(model->hosts[node_model.host], node.areas.cpu - start.cpu,
                                       host.processor.used(now) - host.used_at_start, passed);
    result.utilisation = std::max(result.worker_utilisation, result.cpu_utilisation);
    result.queue_mean = queued / passed;
    result.concurrency_mean = present / passed;
  }
  const std::uint64_t ok = counters.outcomes.ok();
  result.residence_mean = mean_of(counters.residence, counters.ended);
  result.waiting_mean = mean_of(counters.waiting, ok);
  result.service_mean = mean_of(counters.service, ok);
  result.downstream_mean = mean_of(counters.downstream, ok);
  result.hits = counters.hits;
  result.misses = counters.misses;
  result.wasted = counters.wasted;
  result.replication_lag_mean = mean_of(counters.lag, counters.applied);
  return result;
}

Statistics Engine::statistics() const {
  Statistics result;
  result.from = {measured_from};
  result.to = {now};
  const auto passed = static_cast<double>(now - measured_from);
  result.requests = total_requests;
  for (std::size_t i = 0; i < outcome_count; ++i) result.requests.outcomes.count[i] += interval_outcomes.count[i];
  result.requests.latency.merge(interval_latency);
  result.begun = total_begun;
  result.in_flight = in_flight;
  result.events = events_handled;
  for (NodeIndex i = 0; i < nodes.size(); ++i)
    if (model->nodes[i].present) result.components.push_back(component_statistics(i, passed));
  for (LinkIndex i = 0; i < links.size(); ++i)
    if (model->links[i].present) result.links.push_back({model->links[i].id, links[i].total, links[i].begun});
  for (std::size_t i = 0; i < classes.size(); ++i) result.classes.push_back({model->classes[i].id, classes[i].total});
  for (std::uint32_t i = 0; i < hosts.size(); ++i)
    if (model->hosts[i].present && model->hosts[i].area)
      result.hosts.push_back({model->hosts[i].area, share(hosts[i].processor.used(now) - hosts[i].used_at_start,
                                                          model->hosts[i].cores * passed)});
  return result;
}

}  // namespace loadframe::engine
