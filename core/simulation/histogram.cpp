#include "simulation/histogram.h"

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {
constexpr std::size_t buckets_per_octave = 64;
}

void Histogram::merge(const Histogram& other) {
  if (other.buckets_.size() > buckets_.size()) buckets_.resize(other.buckets_.size());
  for (std::size_t i = 0; i < other.buckets_.size(); ++i) buckets_[i] += other.buckets_[i];
  count_ += other.count_;
  sum_ += other.sum_;
  max_ = std::max(max_, other.max_);
  min_ = std::min(min_, other.min_);
}

void Histogram::clear() {
  std::fill(buckets_.begin(), buckets_.end(), 0);
  count_ = 0;
  sum_ = 0;
  max_ = 0;
  min_ = Duration::longest().nanoseconds;
}

Duration Histogram::mean() const { return {count_ ? std::llround(sum_ / static_cast<double>(count_)) : 0}; }

Duration Histogram::quantile(double share) const {
  if (count_ == 0) return {};
  const double wanted = std::clamp(share, 0.0, 1.0) * static_cast<double>(count_);
  const auto rank = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(wanted)));
  std::uint64_t seen = 0;
  for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
    seen += buckets_[bucket];
    if (seen < rank) continue;
    if (bucket < 2 * buckets_per_octave) return {std::clamp(static_cast<std::int64_t>(bucket), min_, max_)};
    const auto exponent = bucket / buckets_per_octave - 1;
    const auto low = static_cast<std::int64_t>(bucket - exponent * buckets_per_octave) << exponent;
    const auto middle = low + ((std::int64_t{1} << exponent) >> 1);
    return {std::clamp(middle, min_, max_)};
  }
  return {max_};
}

}  // namespace loadframe
