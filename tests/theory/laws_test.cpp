#include "architecture/laws.h"
#include "simulation/random.h"
#include "theory/confidence.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace loadframe {
namespace {

using namespace literals;

constexpr double mean_ns = 10e6;
constexpr int draws = 50'000;

/// A law with what theory says of it.
struct Known {
  Law law;
  std::function<double(double)> distribution;  ///< P(time ≤ x), x in means; of continuous laws
  double p99 = 0;                              ///< in means
};

/// Standard normal distribution function.
double phi(double x) { return 0.5 * std::erfc(-x / std::sqrt(2)); }

/// Regularised lower incomplete gamma function, by its series (Abramowitz & Stegun 6.5.29).
double incomplete_gamma(double shape, double x) {
  if (x <= 0) return 0;
  double term = 1 / shape;
  double sum = term;
  for (double n = 1; term > 1e-17 * sum; ++n) {
    term *= x / (shape + n);
    sum += term;
  }
  return std::min(1.0, sum * std::exp(shape * std::log(x) - x - std::lgamma(shape)));
}

double root(const std::function<double(double)>& increasing, double value, double high) {
  double low = 0;
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    (increasing(middle) < value ? low : high) = middle;
  }
  return low;
}

Known known(const Law& law, std::function<double(double)> distribution) {
  const double p99 = root(distribution, 0.99, 1000);
  return {law, std::move(distribution), p99};
}

Known gamma_law(double cv) {
  const double shape = 1 / (cv * cv);
  return known({LawShape::gamma, 10_ms, cv}, [shape](double x) { return incomplete_gamma(shape, shape * x); });
}

/// Given by the shape, for which cv has a closed form, so that the sampler's solution is tested too.
Known weibull_law(double shape) {
  const double mean = std::tgamma(1 + 1 / shape);
  const double cv = std::sqrt(std::tgamma(1 + 2 / shape) / (mean * mean) - 1);
  return known({LawShape::weibull, 10_ms, cv}, [=](double x) { return -std::expm1(-std::pow(x * mean, shape)); });
}

Known pareto_law(double alpha) {
  const double least = 1 - 1 / alpha;
  return known({LawShape::pareto, 10_ms, alpha},
               [=](double x) { return x < least ? 0 : 1 - std::pow(least / x, alpha); });
}

Known lognormal_law(double cv) {
  const double variance = std::log1p(cv * cv);
  return known({LawShape::lognormal, 10_ms, cv},
               [=](double x) { return x <= 0 ? 0 : phi((std::log(x) + variance / 2) / std::sqrt(variance)); });
}

Known hyperexponential_law(double cv) {
  const double first = 0.5 * (1 + std::sqrt((cv * cv - 1) / (cv * cv + 1)));
  return known({LawShape::hyperexponential, 10_ms, cv}, [=](double x) {
    return 1 - first * std::exp(-2 * first * x) - (1 - first) * std::exp(-2 * (1 - first) * x);
  });
}

std::vector<Known> continuous_laws() {
  return {known(exponential(10_ms), [](double x) { return -std::expm1(-x); }),
          known({LawShape::uniform, 10_ms, 0.6}, [](double x) { return std::clamp((x - 0.4) / 1.2, 0.0, 1.0); }),
          known({LawShape::erlang, 10_ms, 4}, [](double x) { return incomplete_gamma(4, 4 * x); }),
          hyperexponential_law(2),
          lognormal_law(0.8),
          gamma_law(0.3),
          gamma_law(1),
          gamma_law(1.8),
          weibull_law(0.6),
          weibull_law(1),
          weibull_law(3.4),
          pareto_law(2.5),
          pareto_law(6)};
}

std::vector<double> sample(const Law& law, std::uint64_t seed, int count = draws) {
  const LawSampler sampler(law);
  RandomStream random(seed, 1, 1);
  std::vector<double> times;
  for (int i = 0; i < count; ++i) times.push_back(sampler.draw(random) / mean_ns);
  return times;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

TEST(Laws, HaveTheMeanThatTheyAreGiven) {
  for (const Known& known : continuous_laws()) {
    SCOPED_TRACE(to_text(known.law));
    expect_agreement(1, [&](auto seed) { return mean_of(sample(known.law, seed)); });
  }
}

TEST(Laws, HaveTheVariationThatTheyAreGiven) {
  for (const Known& known : continuous_laws()) {
    if (known.law.shape == LawShape::pareto && known.law.parameter <= 4) continue;  // no finite fourth moment
    SCOPED_TRACE(to_text(known.law));
    expect_agreement(
        squared_variation(known.law),
        [&](auto seed) {
          double squares = 0;
          for (const double time : sample(known.law, seed)) squares += (time - 1) * (time - 1);
          return squares / draws;
        },
        0.15);
  }
}

TEST(Laws, HaveTheTailOfTheirShape) {
  for (const Known& known : continuous_laws()) {
    SCOPED_TRACE(to_text(known.law));
    expect_agreement(
        0.01,
        [&](auto seed) {
          const auto times = sample(known.law, seed);
          const auto beyond = std::count_if(times.begin(), times.end(), [&](double time) { return time > known.p99; });
          return static_cast<double>(beyond) / draws;
        },
        0.06);
  }
}

/// Kolmogorov and Smirnov: the largest distance between the empirical and the true distribution function, times √n,
/// exceeds 2.2 with probability 2 exp(-2 · 2.2²) = 1.3e-4.
TEST(Laws, FollowTheDistributionFunctionOfTheirShape) {
  for (const Known& known : continuous_laws()) {
    SCOPED_TRACE(to_text(known.law));
    auto times = sample(known.law, 77);
    std::sort(times.begin(), times.end());
    double distance = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const double below = known.distribution(times[i]);
      distance =
          std::max({distance, below - static_cast<double>(i) / draws, static_cast<double>(i + 1) / draws - below});
    }
    EXPECT_LT(distance * std::sqrt(draws), 2.2);
  }
}

TEST(Laws, OfTwoValuesTakeTheSlowOneInItsShare) {
  const Law law = bimodal(10_ms, 1_s, {0.01});
  expect_agreement(
      0.0199 / 0.010, [&](auto seed) { return mean_of(sample(law, seed)); }, 0.05);
  expect_agreement(
      0.01,
      [&](auto seed) {
        const auto times = sample(law, seed);
        for (const double time : times) EXPECT_TRUE(time == 1 || time == 100) << time;
        return static_cast<double>(std::count(times.begin(), times.end(), 100)) / draws;
      },
      0.05);
}

TEST(Laws, FromMeasuredTimesDrawEachEquallyOften) {
  const Law law = empirical({10_ms, 20_ms, 20_ms, 50_ms});
  expect_agreement(2.5, [&](auto seed) { return mean_of(sample(law, seed)); });
  for (const auto& [value, share] : {std::pair{1.0, 0.25}, std::pair{2.0, 0.5}, std::pair{5.0, 0.25}})
    expect_agreement(share, [&, value = value](auto seed) {
      const auto times = sample(law, seed);
      return static_cast<double>(std::count(times.begin(), times.end(), value)) / draws;
    });
}

TEST(Laws, OfOneInAHundredSlowMakeAFanOutOfAHundredSlowIn63PerCent) {
  const LawSampler sampler(bimodal(10_ms, 1_s, {0.01}));
  expect_agreement(1 - std::pow(0.99, 100), [&](auto seed) {
    RandomStream random(seed, 2, 1);
    constexpr int requests = 2000;
    int slow = 0;
    for (int request = 0; request < requests; ++request) {
      double longest = 0;
      for (int call = 0; call < 100; ++call) longest = std::max(longest, sampler.draw(random));
      if (longest >= 1e9) ++slow;
    }
    return static_cast<double>(slow) / requests;
  });
}

TEST(Laws, WithoutVariationAreConstant) {
  for (const LawShape shape : {LawShape::lognormal, LawShape::gamma, LawShape::weibull})
    for (const double time : sample({shape, 10_ms, 0}, 1, 100)) EXPECT_NEAR(time, 1, 1e-9) << law_shape_key(shape);
}

TEST(Laws, WithoutTimeTakeNone) {
  for (int shape = 0; shape <= static_cast<int>(LawShape::empirical); ++shape)
    for (const double time : sample({static_cast<LawShape>(shape), {}, 2}, 1, 10)) EXPECT_EQ(time, 0) << shape;
}

TEST(WeibullLaw, HasTheVariationWantedToNineDigits) {
  for (const double cv : {1e-6, 1e-3, 0.012, 0.0129, 0.05, 0.5, 1.0, 3.0, 30.0, 100.0}) {
    const double x = inverse_weibull_shape(cv);
    const double variance = std::expm1(std::lgamma(1 + 2 * x) - 2 * std::lgamma(1 + x));
    // Below, doubles do not resolve this formula; there the law's shape tends to π/(√6 cv).
    const double expected = cv < 0.012 ? std::sqrt(1.6449340668482264) * x : std::sqrt(variance);
    EXPECT_NEAR(expected / cv, 1, cv < 0.012 ? 2 * cv : 1e-9) << cv;
  }
  EXPECT_NEAR(inverse_weibull_shape(1), 1, 1e-9);
}

}  // namespace
}  // namespace loadframe
