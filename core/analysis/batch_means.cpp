#include "analysis/batch_means.h"

#include <cassert>
#include <cmath>
#include <vector>

namespace loadframe {

namespace {

/// Correlation of each value with the next.
double next_correlation(std::span<const double> values, double mean) {
  double together = 0;
  double squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    squares += (values[i] - mean) * (values[i] - mean);
    if (i > 0) together += (values[i] - mean) * (values[i - 1] - mean);
  }
  return squares > 0 ? together / squares : 0;
}

bool independent(std::span<const double> values, double mean) {
  return next_correlation(values, mean) <= 2 / std::sqrt(static_cast<double>(values.size()));
}

}  // namespace

Milestone milestone_of(const Statistics& statistics) {
  const Histogram& latency = statistics.requests.latency;
  const auto ok = static_cast<double>(latency.count());
  return {statistics.to, ok, ok * latency.mean().seconds()};
}

bool BatchMeans::within(double share) const {
  return latency_s.half_width <= share * latency_s.mean && throughput_per_s.half_width <= share * throughput_per_s.mean;
}

std::optional<BatchMeans> batch_means(std::span<const Milestone> milestones) {
  assert(milestones.size() > fewest_batches);
  const std::size_t steps = milestones.size() - 1;
  const std::size_t size = steps / fewest_batches;
  std::vector<double> latencies;
  std::vector<double> throughputs;
  for (std::size_t i = steps % size; i + size <= steps; i += size) {
    const Milestone& from = milestones[i];
    const Milestone& to = milestones[i + size];
    const double ok = to.ok - from.ok;
    if (ok <= 0) return std::nullopt;
    latencies.push_back((to.latency_s - from.latency_s) / ok);
    throughputs.push_back(ok / (to.at - from.at).seconds());
  }
  BatchMeans result;
  result.batches = latencies.size();
  result.latency_s = confidence_interval(latencies);
  result.throughput_per_s = confidence_interval(throughputs);
  result.independent =
      independent(latencies, result.latency_s.mean) && independent(throughputs, result.throughput_per_s.mean);
  return result;
}

}  // namespace loadframe
