#include "simulation/random.h"

namespace loadframe {

LawSampler::LawSampler(const Law& law) : shape_(law.shape), mean_(static_cast<double>(law.mean.nanoseconds)) {
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
    case LawShape::constant:
    case LawShape::exponential:
      break;
  }
  return mean_;
}

ZipfSampler::ZipfSampler(std::int64_t count, double skew) : count_(static_cast<double>(count)), skew_(skew) {
  area_first_ = integral(1.5) - 1;
  area_last_ = integral(count_ + 0.5);
  accept_below_ = 2 - inverse_integral(integral(2.5) - std::pow(2.0, -skew_));
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

std::uint32_t ZipfSampler::draw(RandomStream& random) const {
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
