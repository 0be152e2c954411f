#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

/// What queueing theory says. Times in seconds, rates per second.
namespace loadframe::theory {

/// Blocking probability of M/G/c/c. Source: Erlang (1917), by the recursion B(0) = 1, B(n) = aB/(n + aB).
inline double erlang_b(double load, int servers) {
  double blocked = 1;
  for (int n = 1; n <= servers; ++n) blocked = load * blocked / (n + load * blocked);
  return blocked;
}

/// Probability of waiting in M/M/c. Source: Gross et al., Fundamentals of Queueing Theory, 4th ed., section 2.3.
inline double erlang_c(double load, int servers) {
  const double blocked = erlang_b(load, servers);
  return servers * blocked / (servers - load * (1 - blocked));
}

/// Mean wait of M/M/c.
inline double mmc_wait(double arrival_rate, double service_time, int servers) {
  const double load = arrival_rate * service_time;
  return erlang_c(load, servers) * service_time / (servers - load);
}

/// Mean wait of M/G/1. Source: Pollaczek (1930), Khinchine (1932).
/// @param scv squared coefficient of variation of the service time
inline double mg1_wait(double arrival_rate, double service_time, double scv) {
  const double load = arrival_rate * service_time;
  return load * service_time * (1 + scv) / (2 * (1 - load));
}

/// Loss probability of M/M/1 with room for `room` calls in all. Source: Gross et al., section 2.4.
inline double mm1k_loss(double load, int room) {
  return (1 - load) * std::pow(load, room) / (1 - std::pow(load, room + 1));
}

struct ClosedNetwork {
  double throughput = 0;
  double response_time = 0;
  std::vector<double> queue;  ///< mean number at each station
};

/// Exact mean value analysis of a closed, single-class product-form network. Source: Reiser & Lavenberg, JACM 27(2),
/// 1980.
/// @param demands mean service per request at each single-server station
inline ClosedNetwork mean_value_analysis(const std::vector<double>& demands, double think_time, int population) {
  ClosedNetwork network;
  network.queue.assign(demands.size(), 0);
  for (int n = 1; n <= population; ++n) {
    std::vector<double> times;
    network.response_time = 0;
    for (std::size_t i = 0; i < demands.size(); ++i) {
      times.push_back(demands[i] * (1 + network.queue[i]));
      network.response_time += times.back();
    }
    network.throughput = n / (think_time + network.response_time);
    for (std::size_t i = 0; i < demands.size(); ++i) network.queue[i] = network.throughput * times[i];
  }
  return network;
}

/// Hit ratio of an LRU cache under independent requests, by the characteristic time.
/// Source: Che, Tung, Wang (2002); accuracy: Fricker, Robert, Roberts (2012), well below 1 % of all requests.
/// @param slots entries that the cache holds
inline double che_hit_ratio(int keys, double skew, int slots) {
  std::vector<double> popularity;
  double total = 0;
  for (int k = 1; k <= keys; ++k) total += popularity.emplace_back(std::pow(k, -skew));
  for (double& p : popularity) p /= total;
  const auto held = [&](double time) {
    double sum = 0;
    for (const double p : popularity) sum += -std::expm1(-p * time);
    return sum;
  };
  double low = 0;
  double high = 1;
  while (held(high) < slots) high *= 2;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (held(middle) < slots ? low : high) = middle;
  }
  double hits = 0;
  for (const double p : popularity) hits += p * -std::expm1(-p * low);
  return hits;
}

}  // namespace loadframe::theory
