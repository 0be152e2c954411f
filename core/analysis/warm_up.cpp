#include "analysis/warm_up.h"

#include <array>
#include <vector>

namespace loadframe {

namespace {

constexpr std::size_t batch = 5;
constexpr std::size_t fewest_batches = 10;

double observed(const Sample& sample, WarmUpMeasure measure) {
  switch (measure) {
    case WarmUpMeasure::in_flight:
      return static_cast<double>(sample.in_flight);
    case WarmUpMeasure::latency:
      return sample.latency.p50.seconds();
    case WarmUpMeasure::throughput:
      return static_cast<double>(sample.outcomes.ok()) / sample.length.seconds();
  }
  return 0;
}

}  // namespace

Truncation mser5(std::span<const double> series) {
  const std::size_t batches = series.size() / batch;
  if (batches < fewest_batches) return {};
  std::vector<double> means;
  for (std::size_t i = 0; i < batches; ++i) {
    double sum = 0;
    for (const double value : series.subspan(i * batch, batch)) sum += value;
    means.push_back(sum / batch);
  }

  // From the end, by Welford's recurrence: mean and squared deviations of what is kept.
  double mean = 0;
  double squares = 0;
  double least = 0;
  const std::size_t last = batches / 2;
  std::size_t best = last;
  for (std::size_t cut = batches; cut-- > 0;) {
    const auto kept = static_cast<double>(batches - cut);
    const double deviation = means[cut] - mean;
    mean += deviation / kept;
    squares += deviation * (means[cut] - mean);
    if (cut > last) continue;
    const double error = squares / (kept * kept);
    if (cut == last || error <= least) {
      least = error;
      best = cut;
    }
  }
  return {best * batch, best < last};
}

std::string_view warm_up_measure_key(WarmUpMeasure measure) {
  constexpr std::array<std::string_view, 3> keys{"in-flight", "latency", "throughput"};
  return keys[static_cast<std::size_t>(measure)];
}

WarmUp find_warm_up(std::span<const std::shared_ptr<const Sample>> samples) {
  WarmUp result;
  result.settled = true;
  for (const auto measure : {WarmUpMeasure::in_flight, WarmUpMeasure::latency, WarmUpMeasure::throughput}) {
    std::vector<double> series;
    for (const auto& sample : samples) series.push_back(observed(*sample, measure));
    const Truncation found = mser5(series);
    if (!found.settled) return {{}, measure, false};
    const Duration length = found.cut > 0 ? samples[found.cut - 1]->end : Duration{};
    if (length > result.length) {
      result.length = length;
      result.by = measure;
    }
  }
  return result;
}

}  // namespace loadframe
