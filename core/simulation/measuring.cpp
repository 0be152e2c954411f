#include "simulation/engine.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

LatencySample quantiles(const Histogram& latency) {
  const auto [p50, p95, p99] = latency.quantiles(std::array{0.50, 0.95, 0.99});
  return {p50, p95, p99};
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
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    if (model->nodes[i].kind != Kind::users) continue;
    sample->outcomes.add(nodes[i].interval.outcomes);
    const Histogram& latency = nodes[i].interval_latency.counted();
    sampled_latency.merge(latency);
    total_requests.latency.merge(latency);
    if (!times_classes) classes.front().total.latency.merge(latency);
  }
  times_classes = classes.size() > 1;
  total_requests.outcomes.add(sample->outcomes);
  sample->latency = quantiles(sampled_latency);
  sampled_latency.clear();
  sample->in_flight = in_flight;
  sample->load = load;

  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    if (!model->nodes[i].present) end_interval(i);
    else if (model->nodes[i].member == 0) sample->components.push_back(sample_component(i, passed));
  }
  for (LinkIndex i = 0; i < links.size(); ++i) {
    LinkState& link = links[i];
    const LinkCondition& condition = link_conditions[i];
    link.interval[Outcome::ok] = std::exchange(flows[i].ok, 0);
    if (model->links[i].present && !model->links[i].internal)
      sample->links.push_back({model->links[i].id, link.interval.ok(), link.interval.failed(), condition.cut,
                               condition.down || condition.passed_over, flows[i].in_flight});
    link.total.add(link.interval);
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
  record(std::move(sample));
}

/// What users' requests came to that ended since the last sample.
CallStatistics Engine::requests_since_sample() const {
  CallStatistics result;
  for (NodeIndex i = 0; i < nodes.size(); ++i)
    if (model->nodes[i].kind == Kind::users) {
      result.outcomes.add(nodes[i].interval.outcomes);
      nodes[i].interval_latency.add_to(result.latency);
    }
  return result;
}

Load Engine::load_since(NodeIndex index, const Areas& then, double host_used_then, double passed) const {
  const NodeModel& node_model = model->nodes[index];
  const Areas areas = areas_of(index);
  const double instance_time = areas.instances - then.instances;
  Load result;
  result.cpu = cpu_share(model->hosts[node_model.host], areas.cpu - then.cpu,
                         hosts[node_model.host].processor.used(now) - host_used_then, std::max(instance_time, passed));
  result.workers = share(areas.busy - then.busy, node_model.workers * std::max(instance_time, passed));
  result.queued = (areas.queued - then.queued) / passed;
  result.present = (areas.present - then.present) / passed;
  result.instances = instance_time / passed;
  return result;
}

/// @param since what has been measured of a node until the time that the load is asked from
Load Engine::load_of(NodeIndex index, Areas NodeState::*since, double HostState::*host_used, double passed) const {
  const std::vector<NodeIndex>& members = model->nodes[index].members;
  Load result = load_since(index, nodes[index].*since, hosts[model->nodes[index].host].*host_used, passed);
  if (members.empty()) return result;
  // A cluster is as busy as its nodes are in the mean; what waits in them waits in it.
  const double count = static_cast<double>(members.size());
  result.cpu = result.workers = result.instances = 0;
  for (const NodeIndex member : members) {
    const Load part = load_since(member, nodes[member].*since, hosts[model->nodes[member].host].*host_used, passed);
    result.cpu += part.cpu / count;
    result.workers += part.workers / count;
    result.queued += part.queued;
    result.instances += part.instances;
  }
  return result;
}

ComponentSample Engine::sample_component(NodeIndex index, double passed) {
  const NodeModel& node_model = model->nodes[index];
  NodeState& node = nodes[index];
  const Load load_now = load_of(index, &NodeState::areas_at_sample, &HostState::used_at_sample, passed);
  const double utilisation = std::max(load_now.cpu, load_now.workers);

  ComponentSample sample;
  sample.id = node_model.id;
  sample.state = node.state;
  sample.speed = static_cast<float>(node.speed);
  sample.ok = node.interval.outcomes.ok();
  sample.failed = node.interval.outcomes.failed();
  sample.utilisation = static_cast<float>(utilisation);
  sample.cpu = static_cast<float>(load_now.cpu);
  sample.queue = static_cast<float>(load_now.queued);
  sample.concurrency = static_cast<float>(load_now.present);
  if (const std::uint64_t lookups = node.interval.hits + node.interval.misses)
    sample.hit_ratio = static_cast<float>(node.interval.hits) / static_cast<float>(lookups);
  sample.replication_lag = mean_of(node.interval.lag, node.interval.applied);
  sample.latency = quantiles(node.interval_latency.counted());
  sample.instances = running_instances(index);
  if (node_model.request_memory > 0 || node.leak > 0 || node.leaked > 0)
    if (const double limit = memory_limit(node_model.host); limit > 0)
      sample.memory = static_cast<float>(std::clamp(memory_of_host(node_model.host) / limit, 0.0, 1.0));

  end_interval(index);
  for (const NodeIndex member : node_model.members) end_interval(member);
  announce_saturation(index, utilisation, passed);
  return sample;
}

std::uint32_t Engine::running_instances(NodeIndex index) const {
  const std::vector<NodeIndex>& members = model->nodes[index].members;
  const auto runs = [&](NodeIndex node) {
    return nodes[node].state == ComponentState::up || nodes[node].state == ComponentState::hung;
  };
  if (members.empty()) return runs(index) ? nodes[index].instances : 0;
  return static_cast<std::uint32_t>(std::count_if(members.begin(), members.end(), runs));
}

void Engine::end_interval(NodeIndex index) {
  NodeState& node = nodes[index];
  integrate(index);
  node.total.add(node.interval);
  node.total_latency.merge(node.interval_latency.counted());
  node.interval = {};
  node.interval_latency.clear();
  node.areas_at_sample = node.areas = areas_of(index);
  node.areas_since_sample = {};
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
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    nodes[i].total = {};
    nodes[i].total_latency.clear();
    nodes[i].areas_at_start = areas_of(i);
  }
  for (LinkState& link : links) {
    link.total = {};
    link.latency.clear();
  }
  for (LinkFlow& flow : flows) flow.begun = 0;
  for (HostState& host : hosts) host.used_at_start = host.processor.used(now);
  for (ClassState& request_class : classes) request_class.total = {};
  total_requests = {};
  total_begun = 0;
  measured_from = now;
}

ComponentStatistics Engine::component_statistics(NodeIndex index, double passed) const {
  const NodeModel& node_model = model->nodes[index];
  const NodeState& node = nodes[index];
  Counters counters = node.total;
  counters.add(node.interval);

  ComponentStatistics result;
  result.id = node_model.id;
  result.calls.outcomes = counters.outcomes;
  result.calls.latency = node.total_latency;
  node.interval_latency.add_to(result.calls.latency);
  result.arrivals = counters.arrivals;
  if (passed > 0) {
    const Load measured = load_of(index, &NodeState::areas_at_start, &HostState::used_at_start, passed);
    result.worker_utilisation = measured.workers;
    result.cpu_utilisation = measured.cpu;
    result.utilisation = std::max(measured.workers, measured.cpu);
    result.queue_mean = measured.queued;
    result.concurrency_mean = measured.present;
    result.instances_mean = measured.instances;
  }
  result.coalesced = counters.coalesced;
  result.stale = counters.stale;
  result.hinted = counters.hinted;
  result.lost_writes = counters.lost_writes;
  result.redelivered = counters.redelivered;
  result.dead_letters = counters.dead_letters;
  result.expired = counters.expired;
  result.cold_starts = counters.cold_starts;
  // What stands on a host costs what the host costs.
  const double hours = model->hosts[node_model.host].area ? 0 : passed * 1e-9 / 3600;
  result.cost = node_model.price_per_hour * hours * result.instances_mean +
                node_model.price_per_million * static_cast<double>(counters.arrivals) * 1e-6 + counters.charged;
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

LinkStatistics Engine::link_statistics(LinkIndex index) const {
  const LinkState& link = links[index];
  LinkStatistics result{model->links[index].id, {link.total, {}}, flows[index].begun};
  link.latency.add_to(result.calls.latency);
  result.calls.outcomes.add(link.interval);
  result.calls.outcomes[Outcome::ok] += flows[index].ok;
  return result;
}

Statistics Engine::statistics() const {
  Statistics result;
  result.from = {measured_from};
  result.to = {now};
  const auto passed = static_cast<double>(now - measured_from);
  result.requests = total_requests;
  result.requests.add(requests_since_sample());
  result.begun = total_begun;
  result.in_flight = in_flight;
  result.events = events_handled;
  for (NodeIndex i = 0; i < nodes.size(); ++i)
    if (model->nodes[i].present && model->nodes[i].member == 0)
      result.components.push_back(component_statistics(i, passed));
  for (LinkIndex i = 0; i < links.size(); ++i)
    if (model->links[i].present && !model->links[i].internal) result.links.push_back(link_statistics(i));
  for (std::size_t i = 0; i < classes.size(); ++i) result.classes.push_back({model->classes[i].id, classes[i].total});
  if (!times_classes) result.classes.front().requests.latency.merge(requests_since_sample().latency);
  for (std::uint32_t i = 0; i < hosts.size(); ++i)
    if (model->hosts[i].present && model->hosts[i].area)
      result.hosts.push_back(
          {model->hosts[i].area,
           share(hosts[i].processor.used(now) - hosts[i].used_at_start, model->hosts[i].cores * passed),
           model->hosts[i].price_per_hour * passed * 1e-9 / 3600});
  return result;
}

}  // namespace loadframe::engine
