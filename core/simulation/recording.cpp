#include "simulation/recording.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace loadframe {

namespace {

void take_latency(LatencySample& into, std::uint64_t into_ok, const LatencySample& later, std::uint64_t later_ok) {
  if (const std::uint64_t all = into_ok + later_ok)
    into.p50 = {static_cast<std::int64_t>((static_cast<double>(into.p50.nanoseconds) * static_cast<double>(into_ok) +
                                           static_cast<double>(later.p50.nanoseconds) * static_cast<double>(later_ok)) /
                                          static_cast<double>(all))};
  into.p95 = std::max(into.p95, later.p95);
  into.p99 = std::max(into.p99, later.p99);
}

/// The mean of two figures, the later one having this part of the time.
void take_mean(float& into, float later, double part) { into = static_cast<float>(into * (1 - part) + later * part); }

void take(ComponentSample& into, const ComponentSample& later, double part) {
  take_latency(into.latency, into.ok, later.latency, later.ok);
  if (into.hit_ratio < 0) into.hit_ratio = later.hit_ratio;
  else if (later.hit_ratio >= 0) take_mean(into.hit_ratio, later.hit_ratio, part);
  into.state = later.state;
  into.speed = later.speed;
  into.ok += later.ok;
  into.failed += later.failed;
  take_mean(into.utilisation, later.utilisation, part);
  take_mean(into.cpu, later.cpu, part);
  take_mean(into.queue, later.queue, part);
  take_mean(into.concurrency, later.concurrency, part);
  into.replication_lag = std::max(into.replication_lag, later.replication_lag);
  into.instances = later.instances;
  take_mean(into.memory, later.memory, part);
}

/// @param likely where it most likely is
template <class Measured>
const Measured* find_measured(const std::vector<Measured>& among, const Measured& like, std::size_t likely) {
  if (likely < among.size() && among[likely].id == like.id) return &among[likely];
  const auto found = std::find_if(among.begin(), among.end(), [&](const Measured& one) { return one.id == like.id; });
  return found == among.end() ? nullptr : &*found;
}

}  // namespace

Sample merged(std::span<const std::shared_ptr<const Sample>> samples) {
  assert(!samples.empty());
  // What the last one knows: elements that came or went meanwhile are taken as they are now.
  Sample result = *samples.back();
  double length = 0;
  for (const auto& sample : samples) {
    const bool is_first = sample == samples.front();
    length += sample->length.seconds();
    const double part = is_first ? 1 : sample->length.seconds() / length;
    if (is_first) {
      result.outcomes = {};
      result.latency = {};
      result.length = {};
    }
    take_latency(result.latency, result.outcomes.ok(), sample->latency, sample->outcomes.ok());
    for (std::size_t i = 0; i < outcome_count; ++i) result.outcomes.count[i] += sample->outcomes.count[i];
    result.length = result.length + sample->length;
    for (std::size_t i = 0; i < result.components.size(); ++i) {
      ComponentSample& component = result.components[i];
      const ComponentSample* one = find_measured(sample->components, component, i);
      if (!one) continue;
      if (is_first) component = *one;
      else take(component, *one, part);
    }
    for (std::size_t i = 0; i < result.links.size(); ++i) {
      LinkSample& link = result.links[i];
      const LinkSample* one = find_measured(sample->links, link, i);
      if (!one) continue;
      link.ok = (is_first ? 0 : link.ok) + one->ok;
      link.failed = (is_first ? 0 : link.failed) + one->failed;
    }
    for (std::size_t i = 0; i < result.hosts.size(); ++i) {
      HostSample& host = result.hosts[i];
      const HostSample* one = find_measured(sample->hosts, host, i);
      if (one) take_mean(host.utilisation, one->utilisation, part);
    }
  }
  return result;
}

std::string_view component_state_key(ComponentState state) {
  constexpr std::array<std::string_view, 4> keys{"up", "booting", "hung", "dead"};
  return keys[static_cast<std::size_t>(state)];
}

std::string_view event_kind_key(EventKind kind) {
  constexpr std::array<std::string_view, 24> keys{"action",         "up",
                                                  "check-failed",   "target-down",
                                                  "target-up",      "no-healthy-target",
                                                  "backlog-full",   "backlog-ok",
                                                  "saturated",      "relieved",
                                                  "edited",         "out-of-memory",
                                                  "scaled",         "breaker-opened",
                                                  "breaker-closed", "primary-lost",
                                                  "promoted",       "took-over",
                                                  "dead-letters",   "limited",
                                                  "unlimited",      "node-down",
                                                  "node-up",        "hints-delivered"};
  return keys[static_cast<std::size_t>(kind)];
}

}  // namespace loadframe
