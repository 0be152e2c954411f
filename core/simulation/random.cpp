#include "simulation/random.h"

namespace loadframe {

namespace {

/// Laws that vary less are constant for all that can be seen.
constexpr double least_variation = 1e-9;

/// Squared coefficient of variation of the Weibull law with shape 1/x: Γ(1 + 2x)/Γ(1 + x)² - 1.
double weibull_variation(double x) {
  // Near 0 the difference would lose its digits; there ln Γ(1 + 2x) - 2 ln Γ(1 + x) = Σ ζ(n) (-x)^n (2^n - 2)/n.
  constexpr double few = 0.01;
  if (x >= few) {
    const double mean = std::tgamma(1 + x);
    return std::tgamma(1 + 2 * x) / (mean * mean) - 1;
  }
  constexpr std::array zeta{1.6449340668482264, 1.2020569031595942, 1.0823232337111382,
                            1.0369277551433699, 1.0173430619844491, 1.0083492773819228};
  double sum = 0;
  for (std::size_t i = 0; i < zeta.size(); ++i) {
    const auto n = static_cast<double>(i + 2);
    sum += zeta[i] * std::pow(-x, n) * (std::exp2(n) - 2) / n;
  }
  return std::expm1(sum);
}

}  // namespace

double inverse_weibull_shape(double variation) {
  const double wanted = variation * variation;
  double low = 0;
  double high = 1;
  while (weibull_variation(high) < wanted) high *= 2;
  // Each step halves the interval; after 1,100 it could not be narrower even around the smallest number.
  for (int step = 0; step < 1100; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (weibull_variation(middle) < wanted ? low : high) = middle;
  }
  return high;
}

const ExponentialLayers exponential_layers;

ExponentialLayers::ExponentialLayers() {
  // Right end of the first layer, and the area of each, for 256 of them. Source: Marsaglia & Tsang (2000).
  constexpr double first_end = 7.69711747013104972;
  constexpr double area = 3.949659822581572e-3;
  right[0] = area * std::exp(first_end);
  right[1] = first_end;
  for (std::size_t i = 2; i < count; ++i) right[i] = -std::log(area / right[i - 1] + std::exp(-right[i - 1]));
  right[count] = 0;
  for (std::size_t i = 0; i <= count; ++i) density[i] = std::exp(-right[i]);
}

/// The rest of the ziggurat: a point right of where its layer lies wholly under the density.
double RandomStream::exponential_at_edge(std::size_t layer, double x) {
  // The tail is an exponential of its own, for the exponential forgets.
  if (layer == 0) return exponential_layers.right[1] - std::log(positive_uniform());
  const double low = exponential_layers.density[layer];
  const double high = exponential_layers.density[layer + 1];
  return low + (high - low) * uniform() < std::exp(-x) ? x : exponential();
}

double RandomStream::gamma(double shape) {
  // Below 1: a gamma of shape + 1, times U^(1/shape).
  const double boost = shape < 1 ? std::exp(-exponential() / shape) : 1;
  const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(positive_uniform()) < 0.5 * x * x + d * (1 - v + std::log(v))) return boost * d * v;
  }
}

LawSampler::LawSampler(const Law& law) : mean_(static_cast<double>(law.mean.nanoseconds)), shape_(law.shape) {
  switch (law.shape) {
    case LawShape::constant:
    case LawShape::exponential:
      break;
    case LawShape::uniform:
      a_ = mean_ * law.parameter;
      break;
    case LawShape::erlang:
      a_ = law.parameter;
      break;
    case LawShape::hyperexponential: {
      // Two phases with balanced means (p1 m1 = p2 m2), the usual choice that fits mean and cv.
      const double c2 = law.parameter * law.parameter;
      a_ = 0.5 * (1 + std::sqrt(std::max(0.0, (c2 - 1) / (c2 + 1))));
      b_ = mean_ / (2 * a_);
      c_ = a_ < 1 ? mean_ / (2 * (1 - a_)) : 0;
      break;
    }
    case LawShape::lognormal: {
      const double variance = std::log1p(law.parameter * law.parameter);
      a_ = mean_ > 0 ? std::log(mean_) - variance / 2 : 0;
      b_ = std::sqrt(variance);
      break;
    }
    case LawShape::gamma:
      if (law.parameter < least_variation) {
        shape_ = LawShape::constant;
        break;
      }
      a_ = 1 / (law.parameter * law.parameter);
      b_ = mean_ * law.parameter * law.parameter;
      break;
    case LawShape::weibull:
      if (law.parameter < least_variation) {
        shape_ = LawShape::constant;
        break;
      }
      a_ = inverse_weibull_shape(law.parameter);
      b_ = mean_ / std::tgamma(1 + a_);
      break;
    case LawShape::pareto:
      a_ = 1 / law.parameter;
      b_ = mean_ * (1 - a_);
      break;
    case LawShape::bimodal:
      a_ = law.parameter;
      b_ = static_cast<double>(law.usual.nanoseconds);
      c_ = static_cast<double>(law.slow.nanoseconds);
      break;
    case LawShape::empirical:
      times_ = law.times;
      break;
  }
}

double LawSampler::draw_other(RandomStream& random) const {
  if (mean_ <= 0) return 0;
  switch (shape_) {
    case LawShape::uniform:
      return mean_ + a_ * (2 * random.uniform() - 1);
    case LawShape::erlang: {
      double sum = 0;
      for (int stage = 0; stage < static_cast<int>(a_); ++stage) sum += random.exponential();
      return mean_ * sum / a_;
    }
    case LawShape::hyperexponential: {
      const double mean = random.uniform() < a_ ? b_ : c_;
      return mean * random.exponential();
    }
    case LawShape::lognormal:
      return std::exp(a_ + b_ * random.normal());
    case LawShape::gamma:
      return b_ * random.gamma(a_);
    case LawShape::weibull:
      return b_ * std::pow(random.exponential(), a_);
    case LawShape::pareto:
      return b_ * std::exp(a_ * random.exponential());
    case LawShape::bimodal:
      return random.uniform() < a_ ? c_ : b_;
    case LawShape::empirical:
      return static_cast<double>(times_[random.below(static_cast<std::uint32_t>(times_.size()))].nanoseconds);
    case LawShape::constant:
    case LawShape::exponential:
      break;
  }
  return mean_;
}

ZipfSampler::ZipfSampler(std::int64_t count, double skew) : count_(static_cast<double>(count)), skew_(skew) {
  // 8 bytes a rank: a table much larger than a processor's cache is not quicker.
  constexpr std::int64_t most_in_table = 1 << 18;
  if (skew_ == 0) return;
  if (count <= most_in_table) {
    make_table();
    return;
  }
  area_first_ = integral(1.5) - 1;
  area_last_ = integral(count_ + 0.5);
  accept_below_ = 2 - inverse_integral(integral(2.5) - std::pow(2.0, -skew_));
}

/// Walker's table: each cell has the mean weight, filled up from a rank that has more than that.
void ZipfSampler::make_table() {
  const auto count = static_cast<std::uint32_t>(count_);
  std::vector<double> weights(count);
  double total = 0;
  for (std::uint32_t rank = 0; rank < count; ++rank) total += weights[rank] = std::pow(rank + 1, -skew_);
  for (double& weight : weights) weight *= count_ / total;  // in cells

  // Weights fall with rank: those above the mean come first, and fill up the cells of the others.
  std::vector<Alias> table(count);
  constexpr double whole = 4294967295;
  std::uint32_t givers = 0;
  while (givers < count && weights[givers] >= 1) ++givers;
  std::uint32_t giver = 0;
  std::uint32_t small = givers;
  for (std::uint32_t taker = small; giver < givers && taker < count;) {
    table[taker] = {static_cast<std::uint32_t>(weights[taker] * whole), giver};
    weights[giver] -= 1 - weights[taker];
    if (weights[giver] < 1 && giver + 1 < givers) taker = giver++;  // what it has left is to be filled up itself
    else taker = ++small;
  }
  for (; giver < givers; ++giver) table[giver] = {0xFFFFFFFF, giver};  // the mean, but for rounding
  for (; givers == 0 && giver < count; ++giver) table[giver] = {0xFFFFFFFF, giver};
  aliases_ = SharedList<Alias>(std::move(table));
}

double ZipfSampler::integral(double x) const {
  const double log_x = std::log(x);
  const double exponent = (1 - skew_) * log_x;
  // (x^(1-s) - 1) / (1 - s), which tends to log x as s tends to 1.
  return std::abs(exponent) < 1e-9 ? log_x : std::expm1(exponent) / (1 - skew_);
}

double ZipfSampler::inverse_integral(double y) const {
  const double scaled = std::max(y * (1 - skew_), -1.0);
  return std::exp(std::abs(scaled) < 1e-9 ? y : std::log1p(scaled) / (1 - skew_));
}

std::uint32_t ZipfSampler::draw_without_table(RandomStream& random) const {
  if (skew_ == 0) return static_cast<std::uint32_t>(random.uniform() * count_);
  while (true) {
    const double area = area_last_ + random.uniform() * (area_first_ - area_last_);
    const double x = inverse_integral(area);
    const double rank = std::clamp(std::floor(x + 0.5), 1.0, count_);
    if (rank - x <= accept_below_ || area >= integral(rank + 0.5) - std::pow(rank, -skew_))
      return static_cast<std::uint32_t>(rank) - 1;
  }
}

}  // namespace loadframe
