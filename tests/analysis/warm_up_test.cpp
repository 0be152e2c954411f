#include "analysis/warm_up.h"

#include "architecture/drawing.h"
#include "simulation/random.h"
#include "simulation/simulation.h"

#include <gtest/gtest.h>

#include <numeric>

#include <cmath>
#include <vector>

namespace loadframe {
namespace {

using namespace literals;

/// Noise around a mean that starts at `excess` and falls by a factor e every `memory` observations.
std::vector<double> decaying(std::size_t length, double excess, double memory, std::uint64_t seed) {
  RandomStream random(seed, 0, 0);
  std::vector<double> series;
  for (std::size_t i = 0; i < length; ++i)
    series.push_back(10 + excess * std::exp(-static_cast<double>(i) / memory) + random.normal());
  return series;
}

TEST(Mser5, CutsNothingFromASteadySeries) {
  // By chance it may cut a little.
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Truncation found = mser5(decaying(1000, 0, 1, seed));
    EXPECT_TRUE(found.settled);
    EXPECT_LE(found.cut, 250u);
  }
}

TEST(Mser5, CutsAStepWhereItEnds) {
  std::vector<double> series(1000, 5);
  for (std::size_t i = 0; i < 200; ++i) series[i] = 0;
  EXPECT_EQ(mser5(series).cut, 200u);
  EXPECT_TRUE(mser5(series).settled);
  for (std::size_t i = 200; i < 203; ++i) series[i] = 0;  // the batch that it ends in goes as well
  EXPECT_EQ(mser5(series).cut, 205u);
}

TEST(Mser5, CutsADecayUntilItIsLostInTheNoise) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    // exp(-i/40) × 10 is below the noise of a batch, 1/√5, from i = 124 on, and below a tenth of it from 217 on.
    const Truncation found = mser5(decaying(2000, 10, 40, seed));
    EXPECT_TRUE(found.settled);
    EXPECT_GE(found.cut, 100u);
    EXPECT_LE(found.cut, 600u);
  }
}

TEST(Mser5, SaysThatASeriesThatGoesOnRisingHasNotSettled) {
  std::vector<double> series;
  for (int i = 0; i < 1000; ++i) series.push_back(i);
  EXPECT_FALSE(mser5(series).settled);
}

TEST(Mser5, SaysThatAShortSeriesTellsNothing) {
  EXPECT_FALSE(mser5(std::vector<double>(49, 1.0)).settled);
  EXPECT_TRUE(mser5(std::vector<double>(50, 1.0)).settled);
  EXPECT_FALSE(mser5({}).settled);
}

Simulation busy_server(double load, std::uint64_t seed) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(load * 100));
  drawing.wire(users, drawing.add("server", first_come_first_served(exponential(10_ms))));
  return Simulation(drawing.architecture, {seed}, {.sampling_interval = 1_s, .warm_up = {}});
}

TEST(Mser5, CutsTheStartOfAnEmptyServerAt95Percent) {
  // In one run the noise hides the start; the mean over many shows it: on the scale of 2 S/(1 - load)² = 8 s, the mean
  // number present goes from 0 towards 19.
  constexpr std::size_t length = 200;
  constexpr int runs = 400;
  std::vector<double> present(length, 0);
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    Simulation simulation = busy_server(0.95, seed);
    simulation.run_until(seconds(length));
    const auto& samples = simulation.recording().samples;
    for (std::size_t i = 0; i < length; ++i) present[i] += static_cast<double>(samples[i]->in_flight) / runs;
  }
  const Truncation found = mser5(present);
  EXPECT_TRUE(found.settled);
  EXPECT_GE(found.cut, 5u);
  EXPECT_LE(found.cut, 100u);
  const auto mean = [&](std::size_t from) {
    double sum = 0;
    for (std::size_t i = from; i < length; ++i) sum += present[i];
    return sum / static_cast<double>(length - from);
  };
  EXPECT_LT(std::accumulate(present.begin(), present.begin() + 5, 0.0) / 5, 15) << "what is cut was on its way up";
  // The asymptotic variance of the number present is 2 ρ (1 + ρ) / (μ (1 - ρ)⁴) = 5,900 s (Whitt 1989): over 400 × 190
  // s, a standard error of 0.28; 99 % lie within 2.6 of these.
  EXPECT_NEAR(mean(found.cut), 19, 2.6 * 0.28);
}

TEST(WarmUp, OfAnIdleServerIsShort) {
  Simulation simulation = busy_server(0.2, 1);
  simulation.run_until(1000_s);
  const WarmUp found = find_warm_up(simulation.recording().samples);
  EXPECT_TRUE(found.settled);
  EXPECT_LE(found.length, 500_s);
}

TEST(WarmUp, OfAnOverloadedServerDoesNotEnd) {
  Simulation simulation = busy_server(1.3, 1);
  simulation.run_until(300_s);
  EXPECT_FALSE(find_warm_up(simulation.recording().samples).settled);
  EXPECT_EQ(find_warm_up(simulation.recording().samples).length, Duration{});
}

TEST(WarmUp, OfAColdCacheIsFound) {
  // Entries live for ever and all fit: after some 100 s nearly all of the 20,000 keys are there.
  Drawing drawing;
  RequestClassSettings item;
  item.keys = 20'000;
  item.skew = 0;
  drawing.request_class("item", item);
  CacheSettings cache;
  cache.time_to_live = {};
  const ComponentId users = drawing.add("users", arrivals(500));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  const ComponentId store = drawing.add("db", RelationalDatabaseSettings{});
  drawing.wire(users, web);
  drawing.wire(web, drawing.add("cache", cache));
  LinkSettings on_miss = immediate();
  on_miss.call_on = CallOn::miss;
  drawing.wire(web, store, on_miss);
  Simulation simulation(drawing.architecture, {1}, {.sampling_interval = 1_s, .warm_up = {}});
  simulation.run_until(2400_s);
  const WarmUp found = find_warm_up(simulation.recording().samples);
  EXPECT_TRUE(found.settled);
  EXPECT_GE(found.length, 20_s);
  EXPECT_LE(found.length, 300_s);
}

}  // namespace
}  // namespace loadframe
