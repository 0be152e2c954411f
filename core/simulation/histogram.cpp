#include "simulation/histogram.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace loadframe {

Histogram& Histogram::operator=(const Histogram& other) {
  if (this == &other) return *this;
  if (other.count_ == 0) {
    *this = Histogram{};
    return *this;
  }
  counts_ = other.counts_;
  first_bucket_ = other.first_bucket_;
  count_ = other.count_;
  sum_ = other.sum_;
  max_ = other.max_;
  min_ = other.min_;
  return *this;
}

void Histogram::make_room_for(std::uint32_t bucket) {
  const std::uint32_t first_of_octave = bucket / buckets_per_octave * buckets_per_octave;
  if (counts_.empty()) first_bucket_ = first_of_octave;
  if (bucket < first_bucket_) {
    counts_.insert(counts_.begin(), first_bucket_ - first_of_octave, 0);
    first_bucket_ = first_of_octave;
  } else if (!has_room_for(bucket)) {
    counts_.resize(first_of_octave + buckets_per_octave - first_bucket_);
  }
}

void Histogram::record(std::span<const std::int32_t> nanoseconds) {
  assert(nanoseconds.size() <= most_at_once);
  if (nanoseconds.empty()) return;
  std::int32_t least = nanoseconds.front();
  std::int32_t most = 0;
  std::int64_t sum = 0;
  std::array<std::uint32_t, most_at_once> buckets;
  for (std::size_t i = 0; i < nanoseconds.size(); ++i) {
    const std::int32_t amount = nanoseconds[i];
    least = std::min(least, amount);
    most = std::max(most, amount);
    sum += amount;
    buckets[i] = quick_bucket_of(amount);
  }
  for (const std::int32_t extreme : {least, most})
    if (const std::uint32_t bucket = quick_bucket_of(extreme); !has_room_for(bucket)) [[unlikely]]
      make_room_for(bucket);
  std::uint32_t* const counts = counts_.data();
  for (std::size_t i = 0; i < nanoseconds.size(); ++i) count_one(counts[buckets[i] - first_bucket_]);
  count_ += nanoseconds.size();
  sum_ += static_cast<double>(sum);
  max_ = std::max<std::int64_t>(max_, most);
  min_ = std::min<std::int64_t>(min_, least);
}

void Histogram::merge(const Histogram& other) {
  if (other.count_ == 0) return;
  make_room_for(other.first_bucket_);
  make_room_for(other.first_bucket_ + static_cast<std::uint32_t>(other.counts_.size()) - 1);
  std::uint32_t* const into = counts_.data() + (other.first_bucket_ - first_bucket_);
  for (std::size_t i = 0; i < other.counts_.size(); ++i) {
    const std::uint32_t sum = into[i] + other.counts_[i];
    into[i] = sum < into[i] ? 0xFFFFFFFF : sum;
  }
  count_ += other.count_;
  sum_ += other.sum_;
  max_ = std::max(max_, other.max_);
  min_ = std::min(min_, other.min_);
}

void Histogram::clear() {
  std::fill(counts_.begin(), counts_.end(), 0);
  count_ = 0;
  sum_ = 0;
  max_ = 0;
  min_ = Duration::longest().nanoseconds;
}

Duration Histogram::mean() const { return {count_ ? std::llround(sum_ / static_cast<double>(count_)) : 0}; }

Duration Histogram::quantile(double share) const {
  Duration result;
  find_quantiles({&share, 1}, {&result, 1});
  return result;
}

/// The middle of a bucket, within what was recorded.
std::int64_t Histogram::value_of(std::uint32_t bucket) const {
  if (bucket < 2 * buckets_per_octave) return std::clamp(static_cast<std::int64_t>(bucket), min_, max_);
  const std::uint32_t exponent = bucket / buckets_per_octave - 1;
  const std::int64_t low = std::int64_t{bucket - exponent * buckets_per_octave} << exponent;
  return std::clamp(low + ((std::int64_t{1} << exponent) >> 1), min_, max_);
}

void Histogram::find_quantiles(std::span<const double> shares, std::span<Duration> result) const {
  if (count_ == 0) {
    std::fill(result.begin(), result.end(), Duration{});
    return;
  }
  std::size_t next = 0;
  const auto rank_of_next = [&] {
    if (next == shares.size()) return ~std::uint64_t{0};
    const double wanted = std::clamp(shares[next], 0.0, 1.0) * static_cast<double>(count_);
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(wanted)));
  };
  std::uint64_t wanted = rank_of_next();
  std::uint64_t seen = 0;
  for (std::size_t octave = 0; octave < counts_.size(); octave += buckets_per_octave) {
    const auto counts = std::span(counts_).subspan(octave, buckets_per_octave);
    const std::uint64_t seen_after = std::accumulate(counts.begin(), counts.end(), seen);
    for (std::uint32_t bucket = 0; wanted <= seen_after; ++bucket) {
      seen += counts[bucket];
      while (wanted <= seen) {
        result[next++] = {value_of(first_bucket_ + static_cast<std::uint32_t>(octave) + bucket)};
        wanted = rank_of_next();
      }
    }
    if (next == shares.size()) return;
    seen = seen_after;
  }
  while (next < shares.size()) result[next++] = {max_};
}

bool operator==(const Histogram& a, const Histogram& b) {
  if (a.count_ != b.count_ || a.sum_ != b.sum_ || a.max_ != b.max_ || a.min_ != b.min_) return false;
  if (a.count_ == 0) return true;
  // Room at either end tells nothing.
  const auto count_of = [](const Histogram& histogram, std::uint32_t bucket) {
    return histogram.has_room_for(bucket) ? histogram.counts_[bucket - histogram.first_bucket_] : 0;
  };
  const auto end_of = [](const Histogram& histogram) {
    return histogram.first_bucket_ + static_cast<std::uint32_t>(histogram.counts_.size());
  };
  for (std::uint32_t i = std::min(a.first_bucket_, b.first_bucket_); i < std::max(end_of(a), end_of(b)); ++i)
    if (count_of(a, i) != count_of(b, i)) return false;
  return true;
}

}  // namespace loadframe
