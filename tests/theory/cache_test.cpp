#include "drawing.h"
#include "simulation/simulation.h"
#include "theory/confidence.h"
#include "theory/formulas.h"

namespace loadframe {
namespace {

using namespace literals;

double hit_ratio(Eviction eviction, int keys, double skew, int slots, std::uint64_t seed) {
  Drawing drawing;
  RequestClassSettings asked;
  asked.keys = keys;
  asked.skew = skew;
  asked.size = bytes(1000);
  drawing.request_class("item", asked);
  CacheSettings settings;
  settings.capacity = bytes(1000 * slots);
  settings.time_to_live = {};
  settings.eviction = eviction;
  settings.lookup_time = constant(1_us);
  const ComponentId users = drawing.add("users", arrivals(2000));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  const ComponentId cache = drawing.add("cache", settings);
  drawing.wire(users, web);
  drawing.wire(web, cache);
  Simulation simulation(drawing.architecture, {seed}, {.sampling_interval = seconds(10), .warm_up = seconds(20)});
  simulation.run_until(seconds(60));
  const ComponentStatistics& measured = simulation.statistics().components[2];
  return static_cast<double>(measured.hits) / static_cast<double>(measured.hits + measured.misses);
}

TEST(LruCache, HitRatioAgreesWithChesApproximation) {
  for (const double skew : {0.0, 0.7, 0.9, 1.2}) {
    SCOPED_TRACE(skew);
    // The approximation itself is off by up to some 0.3 % of all requests at this size (Fricker et al., 2012, fig. 2).
    constexpr double error_of_the_approximation = 0.003;
    double mean = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) mean += hit_ratio(Eviction::lru, 5000, skew, 500, seed) / 10;
    // 10 × 80,000 lookups: the standard error of a share is below 0.0006, 2.6 of them are 99 %.
    EXPECT_NEAR(mean, theory::che_hit_ratio(5000, skew, 500), error_of_the_approximation + 2.6 * 0.0006);
  }
}

TEST(FifoCache, HitsLessOftenThanLru) {
  EXPECT_LT(hit_ratio(Eviction::fifo, 5000, 0.9, 500, 1), hit_ratio(Eviction::lru, 5000, 0.9, 500, 1) - 0.01);
}

TEST(FifoAndRandomCaches, HaveTheSameHitRatio) {
  // Gelenbe (1973): equal under independent requests. Both shares have a standard error of 0.0018.
  EXPECT_NEAR(hit_ratio(Eviction::fifo, 5000, 0.9, 500, 1), hit_ratio(Eviction::random, 5000, 0.9, 500, 2),
              2.6 * 1.42 * 0.0018);
}

}  // namespace
}  // namespace loadframe
