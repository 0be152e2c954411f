#pragma once

#include "drawing.h"
#include "simulation/simulation.h"

#include <algorithm>
#include <optional>
#include <vector>

/// Looking at runs in tests.
namespace loadframe {

inline const ComponentStatistics& of(const Statistics& statistics, ComponentId id) {
  return *std::find_if(statistics.components.begin(), statistics.components.end(),
                       [id](const ComponentStatistics& component) { return component.id == id; });
}

inline const LinkStatistics& of(const Statistics& statistics, LinkId id) {
  return *std::find_if(statistics.links.begin(), statistics.links.end(),
                       [id](const LinkStatistics& link) { return link.id == id; });
}

inline std::vector<Event> events_of(const Simulation& simulation, EventKind kind) {
  std::vector<Event> found;
  std::copy_if(simulation.recording().events.begin(), simulation.recording().events.end(), std::back_inserter(found),
               [kind](const Event& event) { return event.kind == kind; });
  return found;
}

inline std::optional<Event> first(const Simulation& simulation, EventKind kind) {
  const auto found = events_of(simulation, kind);
  if (found.empty()) return std::nullopt;
  return found.front();
}

/// What users saw in samples that end in (from, to].
inline OutcomeCounts outcomes_between(const Simulation& simulation, Duration from, Duration to) {
  OutcomeCounts sum;
  for (const auto& sample : simulation.recording().samples)
    if (sample->end > from && sample->end <= to)
      for (std::size_t i = 0; i < outcome_count; ++i) sum.count[i] += sample->outcomes.count[i];
  return sum;
}

/// Users, a balancer and so many servers of one core, wired without latency but for 1 ms from balancer to server.
struct WebTier : Drawing {
  ComponentId users;
  ComponentId balancer;
  std::vector<ComponentId> servers;
  std::vector<LinkId> targets;

  WebTier(double rate, std::size_t count, const LoadBalancerSettings& settings,
          const ServerSettings& server = shared_processor(exponential(milliseconds(5)))) {
    users = add("users", arrivals(rate));
    balancer = add("lb", settings);
    wire(users, balancer);
    LinkSettings way = immediate();
    way.latency = milliseconds(1);
    for (std::size_t i = 0; i < count; ++i) {
      servers.push_back(add("web-" + std::to_string(i + 1), server));
      targets.push_back(wire(balancer, servers.back(), way));
    }
  }
};

}  // namespace loadframe
