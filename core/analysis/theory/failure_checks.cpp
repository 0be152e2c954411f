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

constexpr double failing = 0.3;
constexpr double pause = 0.1;  // s

/// A callee that fails three requests in ten at once, and a caller that tries again.
std::function<double(std::uint64_t)> retried(std::int64_t retries, Backoff backoff,
                                             double (*figure)(const Statistics&)) {
  LinkSettings link = immediate();
  link.retries = retries;
  link.retry_delay = duration_from_seconds(pause);
  link.backoff = backoff;
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  const ComponentId front = drawing.add("front", immediate_server());
  const ComponentId service = drawing.add("service", immediate_server());
  drawing.wire(users, front);
  drawing.wire(front, service, link);
  return [=](std::uint64_t seed) {
    Simulation simulation(drawing.architecture, {seed}, {.sampling_interval = 3600_s, .warm_up = 10_s});
    simulation.act({ActionKind::fail, service, failing});
    simulation.run_until(310_s);
    return figure(simulation.statistics());
  };
}

double errors(const Statistics& statistics) { return share_of(statistics, Outcome::error); }

/// Calls over the last link for each request.
double attempts(const Statistics& statistics) {
  return static_cast<double>(statistics.links.back().begun) / static_cast<double>(statistics.requests.outcomes.all());
}

/// Mean pauses before success of those that succeed. @param pauses before each retry, mean, s
double mean_pauses(const std::vector<double>& pauses) {
  double chance = 1;
  double chances = 1;
  double paused = 0;
  double sum = 0;
  for (const double each : pauses) {
    chance *= failing;
    chances += chance;
    paused += each;
    sum += chance * paused;
  }
  return sum / chances;
}

void add_retries(std::vector<Check>& checks) {
  const std::string name = "Three attempts at a service that fails 30 %: ";
  const std::string source = "geometric attempts, cut off after the last";
  checks.push_back({.name = name + "part of requests that fail",
                    .source = source,
                    .unit = "",
                    .value = std::pow(failing, 3),
                    .measure = retried(2, Backoff::fixed, errors),
                    .widest = 0.04});
  checks.push_back({.name = name + "attempts per request",
                    .source = source,
                    .unit = "",
                    .value = 1 + failing + failing * failing,
                    .measure = retried(2, Backoff::fixed, attempts),
                    .widest = 0.01});
  const auto latency = [&](Backoff backoff, const char* word, const std::vector<double>& pauses, std::string from) {
    checks.push_back({.name = std::string("Four attempts at a service that fails 30 %, ") + word +
                              " pauses from 100 ms: mean latency",
                      .source = std::move(from),
                      .unit = "s",
                      .value = mean_pauses(pauses),
                      .measure = retried(3, backoff, response),
                      .widest = 0.03});
  };
  latency(Backoff::fixed, "equal", {pause, pause, pause}, source);
  const std::string brooker = "Brooker, Exponential Backoff and Jitter, AWS Architecture Blog, 2015";
  latency(Backoff::exponential, "doubled", {pause, 2 * pause, 4 * pause}, brooker);
  latency(Backoff::full_jitter, "fully jittered", {pause / 2, pause, 2 * pause},
          brooker + ": uniform below the doubled one");
}

}  // namespace

void add_failure_checks(std::vector<Check>& checks) {
  add_repair(checks);
  add_retries(checks);
}

}  // namespace loadframe::theory
