#include "analysis/theory/networks.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace loadframe::theory {

double open_network_response(const std::vector<Station>& stations, double arrival_rate) {
  double response = 0;
  for (const Station& station : stations) {
    const double load = arrival_rate * station.visits * station.service_time;
    assert(load < 1);
    response += station.visits * station.service_time / (1 - load);
  }
  return response;
}

ClosedNetwork mean_value_analysis(const std::vector<Station>& stations, double think_time, int population) {
  ClosedNetwork network;
  network.queue.assign(stations.size(), 0);
  for (int n = 1; n <= population; ++n) {
    std::vector<double> times;
    network.response_time = 0;
    for (std::size_t i = 0; i < stations.size(); ++i) {
      times.push_back(stations[i].visits * stations[i].service_time * (1 + network.queue[i]));
      network.response_time += times.back();
    }
    network.throughput = n / (think_time + network.response_time);
    for (std::size_t i = 0; i < stations.size(); ++i) network.queue[i] = network.throughput * times[i];
  }
  return network;
}

double choices_response(double load, int choices, double service_time) {
  if (choices == 1) return service_time / (1 - load);
  double sum = 0;
  double exponent = 0;  // (d^i - d)/(d - 1): 0, d, d + d², …
  for (double power = choices;; power *= choices) {
    const double term = std::pow(load, exponent);
    sum += term;
    if (term < 1e-15) return sum * service_time;
    exponent += power;
  }
}

double two_choices_correction(double load, int servers, double service_time) {
  return service_time * load / (2 * servers * (1 - load));
}

double harmonic(int n) {
  double sum = 0;
  for (int i = n; i >= 1; --i) sum += 1.0 / i;
  return sum;
}

double fork_join_two(double arrival_rate, double service_time) {
  const double load = arrival_rate * service_time;
  return (12 - load) / 8 * service_time / (1 - load);
}

double fork_join(double arrival_rate, double service_time, int n) {
  const double load = arrival_rate * service_time;
  const double ratio = harmonic(n) / harmonic(2);
  return (ratio + 4.0 / 11 * (1 - ratio) * load) * fork_join_two(arrival_rate, service_time);
}

double fork_join_bound(double arrival_rate, double service_time, int n) {
  return harmonic(n) * service_time / (1 - arrival_rate * service_time);
}

}  // namespace loadframe::theory
