#include "analysis/theory/check_list.h"
#include "analysis/theory/networks.h"
#include "analysis/theory/queues.h"

#include <cmath>

/// Balancers in front of servers that serve in order.
namespace loadframe::theory {

namespace {

using namespace literals;

constexpr double service = 0.010;

Drawing balanced(double load, int servers, BalancingPolicy policy, std::int64_t choices) {
  LoadBalancerSettings settings;
  settings.policy = policy;
  settings.choices = choices;
  settings.checks = false;
  settings.timeout = {};
  settings.cpu_time = constant({});
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(load * servers / service));
  const ComponentId balancer = drawing.add("balancer", settings);
  drawing.wire(users, balancer);
  for (int i = 1; i <= servers; ++i)
    drawing.wire(balancer, drawing.add("web-" + std::to_string(i), first_come_first_served(exponential(10_ms))));
  return drawing;
}

struct Row {
  std::string name;
  std::string source;
  BalancingPolicy policy;
  int servers;
  double load;
  double value;
  Claim claim = Claim::equals;
  double error = 0;
  double requests = 40'000;  ///< measured
  double warm_up = 80;       ///< requests for each server
  double widest = 0.04;
  std::int64_t choices = 2;
};

void add(std::vector<Check>& checks, const Row& row) {
  const double rate = row.load * row.servers / service;
  const Span span = requests_at(rate, row.requests, row.servers * row.warm_up);
  const Drawing drawing = balanced(row.load, row.servers, row.policy, row.choices);
  checks.push_back({.name = row.name + ", " + std::to_string(row.servers) + " servers at load " + number(row.load) +
                            ": mean response",
                    .source = row.source,
                    .unit = "s",
                    .value = row.value,
                    .measure = [=](auto seed) { return response(run(drawing.architecture, seed, span)); },
                    .claim = row.claim,
                    .error = row.error,
                    .widest = row.widest});
}

}  // namespace

void add_balancing_checks(std::vector<Check>& checks) {
  constexpr int many = 100;
  // One choice splits the Poisson stream into Poisson streams.
  for (const double load : {0.5, 0.7, 0.9})
    add(checks, {.name = "Random target",
                 .source = "Mitzenmacher, IEEE TPDS 12(10), 2001, d = 1: M/M/1 each",
                 .policy = BalancingPolicy::random,
                 .servers = 10,
                 .load = load,
                 .value = choices_response(load, 1, service),
                 .requests = load < 0.85 ? 40'000.0 : 150'000.0,
                 .warm_up = 20 / (1 - load) / (1 - load),
                 .widest = load < 0.85 ? 0.04 : 0.08});
  for (const double load : {0.5, 0.7, 0.9, 0.95, 0.99})
    add(checks, {.name = "Better of two",
                 .source = "Mitzenmacher, IEEE TPDS 12(10), 2001, d = 2, with the 1/n term of Gast & Van Houdt (2018)",
                 .policy = BalancingPolicy::two_choices,
                 .servers = many,
                 .load = load,
                 .value = choices_response(load, 2, service) + two_choices_correction(load, many, service),
                 .claim = Claim::about,
                 .error = 0.01,
                 .requests = load < 0.97 ? 30'000.0 : 280'000.0,
                 .warm_up = 8 / (1 - load),
                 .widest = load < 0.97 ? 0.04 : 0.08});
  // With n servers the mean lies above the limit by a term in 1/n, here a few per cent at most.
  for (const double load : {0.5, 0.7, 0.9, 0.95, 0.99})
    add(checks, {.name = "Best of three",
                 .source = "Mitzenmacher, IEEE TPDS 12(10), 2001, d = 3; servers without end",
                 .policy = BalancingPolicy::two_choices,
                 .servers = load < 0.97 ? 2 * many : many,
                 .load = load,
                 .value = choices_response(load, 3, service),
                 .claim = Claim::about,
                 .error = load < 0.97 ? 0.03 : 0.1,
                 .requests = load < 0.97 ? 40'000.0 : 350'000.0,
                 .warm_up = 8 / (1 - load),
                 .widest = load < 0.97 ? 0.04 : 0.08,
                 .choices = 3});
  // Taking turns makes the gaps at each of n servers a sum of n exponential ones.
  for (const int servers : {2, 10}) {
    const double each = 0.8 / service;
    add(checks, {.name = "Round robin",
                 .source = "Gross et al., Fundamentals of Queueing Theory, section 5.3: E_n/M/1 each",
                 .policy = BalancingPolicy::round_robin,
                 .servers = servers,
                 .load = 0.8,
                 .value = service +
                          gim1_wait(service,
                                    [&](double s) { return std::pow(servers * each / (servers * each + s), servers); }),
                 .requests = 60'000});
  }
  for (const double load : {0.7, 0.9}) {
    const double one_queue = service + mmc_wait(load * 10 / service, service, 10);
    add(checks, {.name = "Fewest connections above one queue",
                 .source = "a queue that all share is at least as good: Gross et al., section 2.3 (M/M/c)",
                 .policy = BalancingPolicy::least_connections,
                 .servers = 10,
                 .load = load,
                 .value = one_queue,
                 .claim = Claim::at_least,
                 .widest = 0.06});
    add(checks, {.name = "Fewest connections below turns",
                 .source = "Winston, Optimality of the Shortest Line Discipline, J. Appl. Prob. 14, 1977",
                 .policy = BalancingPolicy::least_connections,
                 .servers = 10,
                 .load = load,
                 .value = service + gim1_wait(service,
                                              [&](double s) {
                                                const double rate = 10 * load / service;
                                                return std::pow(rate / (rate + s), 10);
                                              }),
                 .claim = Claim::at_most,
                 .widest = 0.06});
  }
}

}  // namespace loadframe::theory
