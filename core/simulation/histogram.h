#pragma once

#include "architecture/quantities.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace loadframe {

/// Durations counted in log-linear buckets: quantiles within 1 % of the recorded value (64 buckets an octave,
/// half a bucket of error), the mean and the extremes exact. Memory grows with the octaves between the smallest and
/// the largest value, by 264 bytes each, to at most 15 KiB. A bucket stops counting at 2^32 - 1.
class Histogram {
public:
  Histogram() = default;
  Histogram(const Histogram& other) { *this = other; }
  Histogram(Histogram&&) noexcept = default;
  /// An empty one takes no memory, whatever it has held.
  Histogram& operator=(const Histogram& other);
  Histogram& operator=(Histogram&&) noexcept = default;
  ~Histogram() = default;

  void record(Duration value) {
    const std::int64_t amount = value.nanoseconds < 0 ? 0 : value.nanoseconds;
    const std::uint32_t bucket = bucket_of(static_cast<std::uint64_t>(amount));
    const std::size_t octave = bucket / buckets_per_octave - first_octave_;
    if (octave >= octaves_.size()) [[unlikely]] {
      make_room_for(bucket / buckets_per_octave);
      record(value);
      return;
    }
    octaves_[octave].count_one(bucket % buckets_per_octave);
    ++count_;
    sum_ += static_cast<double>(amount);
    if (amount > max_) max_ = amount;
    if (amount < min_) min_ = amount;
  }

  /// Brings what record() of that value will change into the processor's cache.
  [[gnu::always_inline]] void prefetch(Duration value) const {
    const std::uint32_t bucket = bucket_of(static_cast<std::uint64_t>(value.nanoseconds < 0 ? 0 : value.nanoseconds));
    const std::size_t octave = bucket / buckets_per_octave - first_octave_;
    if (octave >= octaves_.size()) return;
    __builtin_prefetch(&octaves_[octave].counts[bucket % buckets_per_octave]);
  }

  /// Adds all that the other holds.
  void merge(const Histogram& other);
  /// Forgets all values; keeps the memory for more of their kind.
  void clear();

  std::uint64_t count() const { return count_; }
  Duration mean() const;
  Duration max() const { return {max_}; }
  Duration min() const { return {count_ ? min_ : 0}; }
  /// The value below which this share (0 to 1) of the recorded values lies; 0 if nothing was recorded.
  Duration quantile(double share) const;
  /// The same for several shares at once. @param shares ascending
  template <std::size_t Count>
  std::array<Duration, Count> quantiles(const std::array<double, Count>& shares) const {
    std::array<Duration, Count> result{};
    find_quantiles(shares, result);
    return result;
  }

  /// Memory beside the object itself.
  std::size_t bytes() const { return octaves_.size() * sizeof(Octave); }

  friend bool operator==(const Histogram& a, const Histogram& b);

private:
  /// Values below 2^7 ns have a bucket each; above, each octave has 64.
  static constexpr int linear_bits = 6;
  static constexpr std::uint32_t buckets_per_octave = 1u << linear_bits;

  struct Octave {
    std::uint64_t occupied = 0;  ///< a bit for each bucket that is not empty: walking a sparse one is quick
    std::array<std::uint32_t, buckets_per_octave> counts{};

    void count_one(std::uint32_t bucket) {
      if (counts[bucket] == 0) occupied |= std::uint64_t{1} << bucket;
      if (++counts[bucket] == 0) counts[bucket] = 0xFFFFFFFF;
    }
    void add(std::uint32_t bucket, std::uint32_t count) {
      occupied |= std::uint64_t{1} << bucket;
      const std::uint64_t sum = std::uint64_t{counts[bucket]} + count;
      counts[bucket] = static_cast<std::uint32_t>(sum > 0xFFFFFFFF ? 0xFFFFFFFF : sum);
    }
    friend bool operator==(const Octave&, const Octave&) = default;
  };

  static std::uint32_t bucket_of(std::uint64_t amount) {
    if (amount < (2u << linear_bits)) return static_cast<std::uint32_t>(amount);
    const int exponent = 63 - __builtin_clzll(amount) - linear_bits;
    return (static_cast<std::uint32_t>(exponent) << linear_bits) + static_cast<std::uint32_t>(amount >> exponent);
  }

  void make_room_for(std::uint32_t octave);
  void find_quantiles(std::span<const double> shares, std::span<Duration> result) const;
  std::int64_t value_of(std::uint32_t bucket) const;

  std::vector<Octave> octaves_;
  std::uint32_t first_octave_ = 0;
  std::uint64_t count_ = 0;
  double sum_ = 0;
  std::int64_t max_ = 0;
  std::int64_t min_ = Duration::longest().nanoseconds;
};

}  // namespace loadframe
