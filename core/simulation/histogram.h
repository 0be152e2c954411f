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
    const std::uint32_t octave = bucket / buckets_per_octave;
    if (octave - first_octave_ >= octaves_.size()) [[unlikely]]
      make_room_for(octave);
    octaves_[octave - first_octave_].count_one(bucket % buckets_per_octave);
    ++count_;
    sum_ += static_cast<double>(amount);
    if (amount > max_) max_ = amount;
    if (amount < min_) min_ = amount;
  }

  /// Many values at once, which is quicker than one by one. @param nanoseconds at most 2^32 - 1
  void record(std::span<const std::uint32_t> nanoseconds);

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

/// A histogram for one of thousands of places that record in turn. It notes values in one cache line and counts them
/// a dozen at a time: to fetch two more lines from afar for each would take longer than all the rest.
class alignas(64) BufferedHistogram {
public:
  void record(Duration value) {
    if (value.nanoseconds < 0 || value.nanoseconds > longest_noted) [[unlikely]] {
      counted_.record(value);
      return;
    }
    noted_[noted_count_++] = static_cast<std::uint32_t>(value.nanoseconds);
    if (noted_count_ == noted_.size()) [[unlikely]]
      count_noted();
  }

  /// All that has been recorded.
  const Histogram& counted() {
    count_noted();
    return counted_;
  }
  void add_to(Histogram& other) const {
    other.merge(counted_);
    other.record(noted());
  }
  void clear() {
    counted_.clear();
    noted_count_ = 0;
  }

  std::uint64_t count() const { return counted_.count() + noted_count_; }
  /// Memory beside the object itself.
  std::size_t bytes() const { return counted_.bytes(); }

private:
  static constexpr std::int64_t longest_noted = 0xFFFFFFFF;

  std::span<const std::uint32_t> noted() const { return std::span(noted_).first(noted_count_); }
  void count_noted() {
    counted_.record(noted());
    noted_count_ = 0;
  }

  std::uint32_t noted_count_ = 0;
  std::array<std::uint32_t, 15> noted_{};  ///< ns
  Histogram counted_;
};

}  // namespace loadframe
