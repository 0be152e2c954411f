#pragma once

#include "architecture/quantities.h"

#include <cstdint>
#include <vector>

namespace loadframe {

/// Durations counted in log-linear buckets: quantiles within 1 % of the recorded value (64 buckets an octave,
/// half a bucket of error), the mean and the extremes exact. Memory grows with the largest value, to at most 30 KiB.
class Histogram {
public:
  void record(Duration value) {
    const std::int64_t amount = value.nanoseconds < 0 ? 0 : value.nanoseconds;
    const std::size_t bucket = bucket_of(static_cast<std::uint64_t>(amount));
    if (bucket >= buckets_.size()) buckets_.resize(bucket + 1);
    ++buckets_[bucket];
    ++count_;
    sum_ += static_cast<double>(amount);
    if (amount > max_) max_ = amount;
    if (amount < min_) min_ = amount;
  }

  /// Adds all that the other holds.
  void merge(const Histogram& other);
  void clear();

  std::uint64_t count() const { return count_; }
  Duration mean() const;
  Duration max() const { return {max_}; }
  Duration min() const { return {count_ ? min_ : 0}; }
  /// The value below which this share (0 to 1) of the recorded values lies; 0 if nothing was recorded.
  Duration quantile(double share) const;

  /// Memory beside the object itself.
  std::size_t bytes() const { return buckets_.size() * sizeof(buckets_[0]); }

  friend bool operator==(const Histogram&, const Histogram&) = default;

private:
  /// Values below 2^7 ns have a bucket each; above, each octave has 64.
  static constexpr int linear_bits = 6;

  static std::size_t bucket_of(std::uint64_t amount) {
    if (amount < (2u << linear_bits)) return static_cast<std::size_t>(amount);
    const int exponent = 63 - __builtin_clzll(amount) - linear_bits;
    return (static_cast<std::size_t>(exponent) << linear_bits) + static_cast<std::size_t>(amount >> exponent);
  }

  std::vector<std::uint64_t> buckets_;
  std::uint64_t count_ = 0;
  double sum_ = 0;
  std::int64_t max_ = 0;
  std::int64_t min_ = Duration::longest().nanoseconds;
};

}  // namespace loadframe
