#pragma once

#include "architecture/laws.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

namespace loadframe {

/// Layers of equal area under the exponential density, for RandomStream::exponential.
struct ExponentialLayers {
  static constexpr std::size_t count = 256;
  std::array<double, count + 1> right{};    ///< where each ends; the first is widened by the tail's area
  std::array<double, count + 1> density{};  ///< e^-right
  ExponentialLayers();
};
extern const ExponentialLayers exponential_layers;

/// A stream of random numbers: xoshiro256++ (Blackman & Vigna, 2021), seeded by SplitMix64. Streams with
/// different seeds or purposes are independent for all that a simulation can notice.
class RandomStream {
public:
  RandomStream() : RandomStream(0, 0, 0) {}

  /// The stream of one purpose of one element in the run with that seed.
  RandomStream(std::uint64_t seed, std::uint64_t element, std::uint64_t purpose) {
    std::uint64_t state = seed;
    state = split_mix(state) ^ element;
    state = split_mix(state) ^ purpose;
    for (auto& word : state_) word = split_mix(state);
  }

  std::uint64_t bits() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// Uniform in [0, 1).
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

  /// Uniform in (0, 1].
  double positive_uniform() { return static_cast<double>((bits() >> 11) + 1) * 0x1.0p-53; }

  /// Exponential with mean 1, by the ziggurat method (Marsaglia & Tsang, J. Stat. Software 5(8), 2000): 99 of 100
  /// draws take one multiplication and one comparison.
  double exponential() {
    const std::uint64_t drawn = bits();
    const std::size_t layer = drawn % ExponentialLayers::count;
    const double x = static_cast<double>(drawn >> 11) * 0x1.0p-53 * exponential_layers.right[layer];
    if (x < exponential_layers.right[layer + 1]) [[likely]]
      return x;
    return exponential_at_edge(layer, x);
  }

  /// Standard normal (Box & Muller, 1958).
  double normal() {
    constexpr double two_pi = 6.283185307179586;
    return std::sqrt(2 * exponential()) * std::cos(two_pi * uniform());
  }

  /// Gamma with that shape and scale 1, mean the shape (Marsaglia & Tsang, ACM TOMS 26(3), 2000).
  /// @param shape above 0
  double gamma(double shape);

  /// Uniform among 0 … count - 1 (Lemire, 2019; its bias of count/2^64 cannot be noticed).
  std::uint32_t below(std::uint32_t count) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint32_t>((static_cast<Wide>(bits()) * count) >> 64);
  }

private:
  double exponential_at_edge(std::size_t layer, double x);

  static std::uint64_t split_mix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  std::array<std::uint64_t, 4> state_{};
};

/// A law prepared for drawing from.
class LawSampler {
public:
  LawSampler() = default;
  explicit LawSampler(const Law& law);

  bool is_zero() const { return mean_ <= 0; }

  /// What is drawn, in nanoseconds, if that is always the same.
  std::optional<std::int64_t> constant_value() const {
    if (shape_ != LawShape::constant) return std::nullopt;
    return static_cast<std::int64_t>(mean_);
  }

  /// A random time in nanoseconds.
  double draw(RandomStream& random) const {
    switch (shape_) {
      case LawShape::constant:
        return mean_;
      case LawShape::exponential:
        return mean_ * random.exponential();
      default:
        return draw_other(random);
    }
  }

private:
  double draw_other(RandomStream& random) const;

  double mean_ = 0;  ///< ns
  LawShape shape_ = LawShape::constant;
  /// uniform: half-width, ns; erlang: stages; hyperexponential: P(first); lognormal: mu; gamma: shape;
  /// weibull, pareto: 1/shape; bimodal: P(slow)
  double a_ = 0;
  /// hyperexponential: mean of the first, ns; lognormal: sigma; gamma, weibull, pareto: scale, ns; bimodal: usual, ns
  double b_ = 0;
  double c_ = 0;                ///< hyperexponential: mean of the second, ns; bimodal: slow, ns
  SharedList<Duration> times_;  ///< empirical
};

/// 1/shape of the Weibull law with that coefficient of variation, 0 to 100. The law's own cv then differs from the one
/// wanted by less than 1e-9 of it.
double inverse_weibull_shape(double variation);

/// Draws ranks 1 … n with probability proportional to rank^-skew, in constant time: from a table of aliases (Walker,
/// ACM TOMS 3(3), 1977), or for large n by rejection-inversion (Hörmann & Derflinger, ACM TOMACS 6(3), 1996), which
/// needs none. Skew 0 is uniform. Copies share the table.
class ZipfSampler {
public:
  ZipfSampler() = default;
  ZipfSampler(std::int64_t count, double skew);

  /// A rank, less one: 0 is the most popular.
  std::uint32_t draw(RandomStream& random) const {
    if (aliases_.empty()) return draw_without_table(random);
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(random.bits()) * aliases_.size();
    const auto rank = static_cast<std::uint32_t>(product >> 64);
    const Alias& cell = aliases_[rank];
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(product) >> 32) < cell.own_part ? rank : cell.other;
  }

  bool is_for(std::int64_t count, double skew) const { return count_ == static_cast<double>(count) && skew_ == skew; }

private:
  /// A rank shares its cell of the table with one other.
  struct Alias {
    std::uint32_t own_part = 0;  ///< of 2^32
    std::uint32_t other = 0;
    friend bool operator==(const Alias&, const Alias&) = default;
  };

  std::uint32_t draw_without_table(RandomStream& random) const;
  void make_table();
  double integral(double x) const;
  double inverse_integral(double y) const;

  double count_ = 1;
  double skew_ = 0;
  double area_first_ = 0;
  double area_last_ = 0;
  double accept_below_ = 0;
  SharedList<Alias> aliases_;
};

}  // namespace loadframe
