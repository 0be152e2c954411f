#include "drawing.h"
#include "simulation/simulation.h"
#include "theory/confidence.h"
#include "theory/formulas.h"

namespace loadframe {
namespace {

using namespace literals;

LinkSettings some_of(double share) {
  LinkSettings settings = immediate();
  settings.share = {share};
  return settings;
}

/// A front end that calls two services, one of which calls the other as well: open, with visits known beforehand.
Drawing jackson_network(double rate) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(rate));
  const ComponentId front = drawing.add("front", shared_processor(exponential(4_ms)));
  const ComponentId search = drawing.add("search", shared_processor(exponential(10_ms)));
  const ComponentId stock = drawing.add("stock", first_come_first_served(exponential(6_ms)));
  drawing.wire(users, front);
  drawing.wire(front, search, some_of(0.6));
  drawing.wire(front, stock, some_of(0.5));
  drawing.wire(search, stock, some_of(0.5));
  return drawing;
}

TEST(JacksonNetwork, EachStationBehavesAsIfItWereAlone) {
  constexpr double rate = 120;
  const std::vector<double> visits{1, 0.6, 0.5 + 0.6 * 0.5};
  const std::vector<double> service{0.004, 0.010, 0.006};
  double expected = 0;
  for (std::size_t i = 0; i < visits.size(); ++i) expected += visits[i] / (1 / service[i] - rate * visits[i]);
  expect_agreement(expected, [&](auto seed) {
    Simulation simulation(jackson_network(rate).architecture, {seed}, {seconds(10), seconds(20)});
    simulation.run_until(seconds(520));
    return simulation.statistics().requests.latency.mean().seconds();
  });
}

/// Users who think, one processor-sharing and one first-come-first-served station.
Drawing closed_network(std::int64_t population, const Law& think_time) {
  Drawing drawing;
  UsersSettings people = arrivals(0);
  people.arrivals = Arrivals::closed;
  people.population = population;
  people.think_time = think_time;
  const ComponentId users = drawing.add("users", people);
  const ComponentId web = drawing.add("web", shared_processor(exponential(20_ms)));
  const ComponentId storage = drawing.add("storage", first_come_first_served(exponential(30_ms)));
  drawing.wire(users, web);
  drawing.wire(web, storage);
  return drawing;
}

Statistics run_closed(std::int64_t population, const Law& think_time, std::uint64_t seed) {
  Simulation simulation(closed_network(population, think_time).architecture, {seed}, {seconds(10), seconds(50)});
  simulation.run_until(seconds(1050));
  return simulation.statistics();
}

TEST(ClosedNetwork, ThroughputAndResponseAgreeWithMeanValueAnalysis) {
  for (const int population : {1, 5, 20, 60}) {
    SCOPED_TRACE(population);
    const auto expected = theory::mean_value_analysis({0.020, 0.030}, 0.5, population);
    expect_agreement(expected.throughput, [&](auto seed) {
      return static_cast<double>(run_closed(population, exponential(500_ms), seed).requests.outcomes.ok()) / 1000;
    });
    expect_agreement(expected.response_time, [&](auto seed) {
      return run_closed(population, exponential(500_ms), seed).requests.latency.mean().seconds();
    });
  }
}

TEST(ClosedNetwork, TheLawOfThinkingDoesNotMatter) {
  const auto expected = theory::mean_value_analysis({0.020, 0.030}, 0.5, 20);
  for (const Law& law : {constant(500_ms), Law{LawShape::lognormal, 500_ms, 2}, Law{LawShape::erlang, 500_ms, 3}})
    expect_agreement(expected.response_time,
                     [&](auto seed) { return run_closed(20, law, seed).requests.latency.mean().seconds(); });
}

TEST(ClosedNetwork, AMillionUsersNeedNoMoreEventsThanTheirRequests) {
  Drawing drawing = closed_network(1'000'000, exponential(seconds(10'000)));
  Simulation simulation(drawing.architecture, {1}, {});
  simulation.run_until(30_s);
  const Statistics statistics = simulation.statistics();
  EXPECT_GT(statistics.begun, 2000u);
  EXPECT_LT(statistics.events, 10 * statistics.begun);
}

}  // namespace
}  // namespace loadframe
