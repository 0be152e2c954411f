#include "analysis/theory/check_list.h"
#include "analysis/theory/queues.h"
#include "simulation/random.h"

#include <algorithm>
#include <cmath>

/// What breaks, is repaired and is tried again.
namespace loadframe::theory {

namespace {

using namespace literals;

constexpr double mean_up = 10;     // s, from repair to failure
constexpr double mean_down = 2.5;  // s, of a repair
constexpr Span span{100_s, 6000_s};

/// Kills and restarts drawn at random: exponential times to failure and of repair, by so many repair crews.
void break_at_random(Simulation& simulation, const std::vector<ComponentId>& servers, std::size_t crews,
                     std::uint64_t seed) {
  RandomStream random(seed, 0, 0xFA11);
  std::vector<ComponentId> up = servers;
  std::vector<ComponentId> down;  // the longest waiting first
  double now = 0;
  while (true) {
    const double failing = static_cast<double>(up.size()) / mean_up;
    const double repairing = static_cast<double>(std::min(crews, down.size())) / mean_down;
    now += random.exponential() / (failing + repairing);
    if (now > (span.warm_up + span.measured).seconds()) return;
    const bool fails = random.uniform() * (failing + repairing) < failing;
    std::vector<ComponentId>& from = fails ? up : down;
    const std::size_t candidates = fails ? up.size() : std::min(crews, down.size());
    const auto chosen = from.begin() + random.below(static_cast<std::uint32_t>(candidates));
    simulation.schedule(duration_from_seconds(now), action(fails ? ActionKind::kill : ActionKind::restart, *chosen));
    (fails ? down : up).push_back(*chosen);
    from.erase(chosen);
  }
}

/// A part of the system that works or does not; it takes no time, neither to answer nor to boot.
ServerSettings immediate_server() {
  ServerSettings server = shared_processor(constant({}));
  server.boot_time = {};
  return server;
}

struct Breaking {
  Drawing drawing;
  std::vector<ComponentId> servers;
};

/// A balancer without health checks, which tries a second target when the first refuses.
Breaking pair() {
  LoadBalancerSettings settings;
  settings.policy = BalancingPolicy::random;
  settings.checks = false;
  settings.retries = 1;
  settings.cpu_time = constant({});
  Breaking system;
  const ComponentId users = system.drawing.add("users", arrivals(20));
  const ComponentId balancer = system.drawing.add("balancer", settings);
  system.drawing.wire(users, balancer);
  for (const char* name : {"web-1", "web-2"})
    system.drawing.wire(balancer, system.servers.emplace_back(system.drawing.add(name, immediate_server())));
  return system;
}

/// A server that needs three others.
Breaking series() {
  Breaking system;
  const ComponentId users = system.drawing.add("users", arrivals(20));
  const ComponentId front = system.drawing.add("front", immediate_server());
  system.drawing.wire(users, front);
  for (const char* name : {"part-1", "part-2", "part-3"})
    system.drawing.wire(front, system.servers.emplace_back(system.drawing.add(name, immediate_server())));
  return system;
}

void add_repair(std::vector<Check>& checks) {
  const auto row = [&](std::string name, const Breaking& system, std::size_t crews, double value) {
    checks.push_back(
        {.name = std::move(name) + ": part of requests that fail",
         .source = "Trivedi, Probability and Statistics with Reliability, 2nd ed., section 8.2 (birth-death)",
         .unit = "",
         .value = value,
         .measure =
             [=](auto seed) {
               Simulation simulation(system.drawing.architecture, {seed},
                                     {.sampling_interval = 3600_s, .warm_up = span.warm_up});
               break_at_random(simulation, system.servers, crews, seed);
               simulation.run_until(span.warm_up + span.measured);
               return 1 - share_of(simulation.statistics(), Outcome::ok);
             },
         .widest = 0.08});
  };
  constexpr double down = mean_down / (mean_up + mean_down);
  row("One of two servers needed, each with its repair crew", pair(), 2, down * down);
  row("One of two servers needed, one repair crew", pair(), 1,
      birth_death({2 / mean_up, 1 / mean_up}, {1 / mean_down, 1 / mean_down}).back());
  row("All of three servers needed, each with its repair crew", series(), 3, 1 - std::pow(1 - down, 3));
  row("All of three servers needed, one repair crew", series(), 1,
      1 - birth_death({3 / mean_up, 2 / mean_up, 1 / mean_up}, {1 / mean_down, 1 / mean_down, 1 / mean_down}).front());
}

/// A callee that fails three requests in ten at once, and a caller that tries three times.
void add_retries(std::vector<Check>& checks) {
  constexpr double p = 0.3;
  constexpr double pause = 0.1;
  LinkSettings retried = immediate();
  retried.retries = 2;
  retried.retry_delay = duration_from_seconds(pause);
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  const ComponentId front = drawing.add("front", immediate_server());
  const ComponentId service = drawing.add("service", immediate_server());
  drawing.wire(users, front);
  const LinkId link = drawing.wire(front, service, retried);
  const auto measured = [=](auto figure) {
    return [=](std::uint64_t seed) {
      Simulation simulation(drawing.architecture, {seed}, {.sampling_interval = 3600_s, .warm_up = 10_s});
      simulation.act({ActionKind::fail, service, p});
      simulation.run_until(310_s);
      return figure(simulation.statistics());
    };
  };
  const std::string name = "Three attempts at a service that fails 30 %: ";
  const std::string source = "geometric attempts, cut off after the third";
  checks.push_back({.name = name + "part of requests that fail",
                    .source = source,
                    .unit = "",
                    .value = p * p * p,
                    .measure = measured([](const Statistics& run) { return share_of(run, Outcome::error); }),
                    .widest = 0.04});
  checks.push_back({.name = name + "attempts per request",
                    .source = source,
                    .unit = "",
                    .value = 1 + p + p * p,
                    .measure = measured([=](const Statistics& run) {
                      return static_cast<double>(run.links[link.value - 1].begun) /
                             static_cast<double>(run.requests.outcomes.all());
                    }),
                    .widest = 0.01});
  checks.push_back({.name = name + "mean latency of those that succeed, by pauses of 100 ms",
                    .source = source,
                    .unit = "s",
                    .value = pause * (p + 2 * p * p) / (1 + p + p * p),
                    .measure = measured(response),
                    .widest = 0.03});
}

}  // namespace

void add_failure_checks(std::vector<Check>& checks) {
  add_repair(checks);
  add_retries(checks);
}

}  // namespace loadframe::theory
