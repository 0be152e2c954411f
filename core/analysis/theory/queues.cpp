#include "analysis/theory/queues.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace loadframe::theory {

std::vector<double> birth_death(const std::vector<double>& births, const std::vector<double>& deaths) {
  assert(births.size() == deaths.size());
  std::vector<double> chances{1};
  double total = 1;
  for (std::size_t i = 0; i < births.size(); ++i) {
    assert(deaths[i] > 0);
    total += chances.emplace_back(chances.back() * births[i] / deaths[i]);
  }
  for (double& chance : chances) chance /= total;
  return chances;
}

double erlang_b(double load, int servers) {
  double blocked = 1;
  for (int n = 1; n <= servers; ++n) blocked = load * blocked / (n + load * blocked);
  return blocked;
}

double erlang_c(double load, int servers) {
  assert(load < servers);
  const double blocked = erlang_b(load, servers);
  return servers * blocked / (servers - load * (1 - blocked));
}

double mmc_wait(double arrival_rate, double service_time, int servers) {
  const double load = arrival_rate * service_time;
  return erlang_c(load, servers) * service_time / (servers - load);
}

double mg1_wait(double arrival_rate, double service_time, double scv) {
  const double load = arrival_rate * service_time;
  return load * service_time * (1 + scv) / (2 * (1 - load));
}

double mm1k_loss(double load, int room) { return (1 - load) * std::pow(load, room) / (1 - std::pow(load, room + 1)); }

double gim1_wait(double service_time, const std::function<double(double)>& gap_transform) {
  // Below the root the right side is above the left one, between it and 1 below.
  double low = 0;
  double high = 1;
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    (gap_transform((1 - middle) / service_time) > middle ? low : high) = middle;
  }
  return low * service_time / (1 - low);
}

double kingman_bound(double arrival_rate, double gap_scv, double service_time, double service_scv) {
  const double load = arrival_rate * service_time;
  const double variances = gap_scv / (arrival_rate * arrival_rate) + service_scv * service_time * service_time;
  return arrival_rate * variances / (2 * (1 - load));
}

double marchal_bound(double arrival_rate, double service_time, double service_scv) {
  const double load = arrival_rate * service_time;
  return (load * load * service_scv + load * (load - 2)) / (2 * arrival_rate * (1 - load));
}

double heavy_traffic_wait(double arrival_rate, double gap_scv, double service_time, double service_scv) {
  const double load = arrival_rate * service_time;
  return load / (1 - load) * (gap_scv + service_scv) / 2 * service_time;
}

double erlang_a_loss(double arrival_rate, double service_time, int servers, double patience) {
  constexpr int most = 2000;  // states beyond have no chance worth counting
  std::vector<double> deaths;
  for (int n = 1; n <= most; ++n)
    deaths.push_back(std::min(n, servers) / service_time + std::max(0, n - servers) / patience);
  const std::vector<double> chances = birth_death(std::vector<double>(most, arrival_rate), deaths);
  double waiting = 0;
  for (int n = servers; n <= most; ++n) waiting += (n - servers) * chances[static_cast<std::size_t>(n)];
  return waiting / patience / arrival_rate;
}

std::vector<double> priority_waits(const std::vector<double>& arrival_rates, double service_time, double scv) {
  double all = 0;
  for (const double rate : arrival_rates) all += rate;
  const double remaining = all * service_time * service_time * (1 + scv) / 2;  // of the service under way
  std::vector<double> waits;
  double load = 0;
  for (const double rate : arrival_rates) {
    const double before = 1 - load;
    load += rate * service_time;
    waits.push_back(remaining / (before * (1 - load)));
  }
  return waits;
}

}  // namespace loadframe::theory
