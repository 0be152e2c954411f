#pragma once

#include "architecture/quantities.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace loadframe {

/// Durations counted in log-linear buckets: quantiles within 1 % of the recorded value (64 buckets an octave,
/// half a bucket of error), the mean and the extremes exact. Memory grows with the octaves between the smallest and
/// the largest value, by 256 bytes each, to at most 15 KiB. A bucket stops counting at 2^32 - 1.
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
    if (!has_room_for(bucket)) [[unlikely]]
      make_room_for(bucket);
    count_one(counts_[bucket - first_bucket_]);
    ++count_;
    sum_ += static_cast<double>(amount);
    if (amount > max_) max_ = amount;
    if (amount < min_) min_ = amount;
  }

  static constexpr std::size_t most_at_once = 64;
  /// Many values at once, which is quicker than one by one. @param nanoseconds none negative, most_at_once at most
  void record(std::span<const std::int32_t> nanoseconds);

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
  std::size_t bytes() const { return counts_.size() * sizeof(counts_[0]); }

  friend bool operator==(const Histogram& a, const Histogram& b);

private:
  /// Values below 2^7 ns have a bucket each; above, each octave has 64.
  static constexpr int linear_bits = 6;
  static constexpr std::uint32_t buckets_per_octave = 1u << linear_bits;

  /// Without a branch, so that the processor need not wait for the count.
  static void count_one(std::uint32_t& count) { count += count != 0xFFFFFFFF; }

  static std::uint32_t bucket_of(std::uint64_t amount) {
    if (amount < (2u << linear_bits)) return static_cast<std::uint32_t>(amount);
    const int exponent = 63 - __builtin_clzll(amount) - linear_bits;
    return (static_cast<std::uint32_t>(exponent) << linear_bits) + static_cast<std::uint32_t>(amount >> exponent);
  }

  /// The same for an amount that a double holds: there, the octave and the first bits stand where they are wanted.
  static std::uint32_t quick_bucket_of(std::int32_t amount) {
    constexpr int mantissa_bits = 52;
    constexpr std::uint32_t bias = 1023 + linear_bits - 1;
    if (amount < (1 << linear_bits)) [[unlikely]]
      return static_cast<std::uint32_t>(amount);
    const auto bits = std::bit_cast<std::uint64_t>(static_cast<double>(amount));
    return static_cast<std::uint32_t>(bits >> (mantissa_bits - linear_bits)) - (bias << linear_bits);
  }

  bool has_room_for(std::uint32_t bucket) const { return bucket - first_bucket_ < counts_.size(); }
  void make_room_for(std::uint32_t bucket);
  void find_quantiles(std::span<const double> shares, std::span<Duration> result) const;
  std::int64_t value_of(std::uint32_t bucket) const;

  std::vector<std::uint32_t> counts_;  ///< of whole octaves
  std::uint32_t first_bucket_ = 0;     ///< an octave's first
  std::uint64_t count_ = 0;
  double sum_ = 0;
  std::int64_t max_ = 0;
  std::int64_t min_ = Duration::longest().nanoseconds;
};

/// A histogram for one of thousands of places that record in turn. It notes values in one cache line, which is copied
/// behind it whenever it is full, and counts them some dozens at a time: to fetch two more lines from afar for each
/// would take longer than all the rest.
class alignas(64) BufferedHistogram {
public:
  void record(Duration value) {
    if (value.nanoseconds < 0 || value.nanoseconds > longest_noted) [[unlikely]] {
      counted_.record(value);
      return;
    }
    noted_[noted_count_++] = static_cast<std::int32_t>(value.nanoseconds);
    if (noted_count_ == noted_.size()) [[unlikely]]
      keep_noted();
  }

  /// All that has been recorded.
  const Histogram& counted() {
    counted_.record(kept());
    counted_.record(noted());
    noted_count_ = kept_count_ = 0;
    return counted_;
  }
  void add_to(Histogram& other) const {
    other.merge(counted_);
    other.record(kept());
    other.record(noted());
  }
  void clear() {
    counted_.clear();
    noted_count_ = kept_count_ = 0;
  }

  std::uint64_t count() const { return counted_.count() + kept_count_ + noted_count_; }
  /// Memory beside the object itself.
  std::size_t bytes() const { return counted_.bytes(); }

private:
  static constexpr std::int64_t longest_noted = 0x7FFFFFFF;

  std::span<const std::int32_t> noted() const { return std::span(noted_).first(noted_count_); }
  std::span<const std::int32_t> kept() const { return std::span(kept_).first(kept_count_); }
  void keep_noted() {
    std::copy(noted_.begin(), noted_.end(), kept_.begin() + kept_count_);
    noted_count_ = 0;
    kept_count_ = static_cast<std::uint16_t>(kept_count_ + noted_.size());
    if (kept_count_ < kept_.size()) return;
    counted_.record(kept());
    kept_count_ = 0;
  }

  std::uint16_t noted_count_ = 0;
  std::uint16_t kept_count_ = 0;
  std::array<std::int32_t, 15> noted_{};  ///< ns
  std::array<std::int32_t, 60> kept_{};   ///< ns, noted before those
  Histogram counted_;
};

}  // namespace loadframe
