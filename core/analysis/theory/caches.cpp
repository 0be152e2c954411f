#include "analysis/theory/caches.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace loadframe::theory {

namespace {

/// Chance that a key is held when the characteristic time, in requests, is such; it grows with the time.
using Held = double (*)(double popularity, double time);

double held_by_lru(double popularity, double time) { return -std::expm1(-popularity * time); }
double held_by_fifo(double popularity, double time) { return popularity * time / (1 + popularity * time); }

double hit_ratio(const std::vector<double>& popularity, int slots, Held held) {
  if (static_cast<std::size_t>(slots) >= popularity.size()) return 1;
  const auto size = [&](double time) {
    double sum = 0;
    for (const double p : popularity) sum += held(p, time);
    return sum;
  };
  double low = 0;
  double high = 1;
  while (size(high) < slots) high *= 2;
  while (high - low > 1e-9 * high) {
    const double middle = (low + high) / 2;
    (size(middle) < slots ? low : high) = middle;
  }
  double hits = 0;
  for (const double p : popularity) hits += p * held(p, low);
  return hits;
}

}  // namespace

std::vector<double> zipf_popularity(int keys, double skew) {
  std::vector<double> popularity;
  double total = 0;
  for (int k = 1; k <= keys; ++k) total += popularity.emplace_back(std::pow(k, -skew));
  for (double& p : popularity) p /= total;
  return popularity;
}

double lru_hit_ratio(const std::vector<double>& popularity, int slots) {
  return hit_ratio(popularity, slots, held_by_lru);
}

double fifo_hit_ratio(const std::vector<double>& popularity, int slots) {
  return hit_ratio(popularity, slots, held_by_fifo);
}

double best_hit_ratio(const std::vector<double>& popularity, int slots) {
  std::vector<double> sorted = popularity;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  sorted.resize(std::min(sorted.size(), static_cast<std::size_t>(slots)));
  return std::accumulate(sorted.begin(), sorted.end(), 0.0);
}

double ttl_hit_ratio(const std::vector<double>& popularity, double request_rate, double lifetime) {
  double hits = 0;
  for (const double p : popularity) hits += p * held_by_fifo(p, request_rate * lifetime);
  return hits;
}

}  // namespace loadframe::theory
