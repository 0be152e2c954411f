#include "architecture/laws.h"
#include "drawing.h"
#include "simulation/simulation.h"
#include "theory/confidence.h"
#include "theory/formulas.h"

#include <cmath>

namespace loadframe {
namespace {

using namespace literals;

/// Open-loop Poisson arrivals at one server, measured after a warm-up for about so many requests.
Statistics run(double arrival_rate, const ServerSettings& server, std::uint64_t seed, double requests = 160'000) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(arrival_rate));
  drawing.wire(users, drawing.add("server", server));
  Simulation simulation(drawing.architecture, {seed}, {.sampling_interval = seconds(10), .warm_up = seconds(50)});
  simulation.run_until(seconds(50) + duration_from_seconds(requests / arrival_rate));
  return simulation.statistics();
}

const ComponentStatistics& server_of(const Statistics& statistics) { return statistics.components[1]; }

/// Mean time from request to answer, s.
double response(const Statistics& statistics) { return statistics.requests.latency.mean().seconds(); }

TEST(SingleServerQueue, ResponseTimeAgreesWithMM1) {
  const double mean = 1 / (1 / 0.010 - 80);
  expect_agreement(mean,
                   [](auto seed) { return response(run(80, first_come_first_served(exponential(10_ms)), seed)); });
}

TEST(SingleServerQueue, ResponseTimeIsExponentiallyDistributedInMM1) {
  const double p95 = -std::log(0.05) / (1 / 0.010 - 80);
  expect_agreement(p95, [](auto seed) {
    return run(80, first_come_first_served(exponential(10_ms)), seed).requests.latency.quantile(0.95).seconds();
  });
}

TEST(SingleServerQueue, UtilisationIsArrivalRateTimesServiceTime) {
  expect_agreement(
      0.8, [](auto seed) { return server_of(run(80, first_come_first_served(exponential(10_ms)), seed)).utilisation; });
}

TEST(MultiServerQueue, MeanWaitAgreesWithErlangC) {
  for (const int servers : {2, 4, 16}) {
    const double rate = 0.85 * servers / 0.010;
    expect_agreement(
        theory::mmc_wait(rate, 0.010, servers),
        [&](auto seed) {
          return server_of(run(rate, first_come_first_served(exponential(10_ms), servers), seed, 200'000))
              .waiting_mean.seconds();
        },
        0.06);
  }
}

const std::vector<Law> every_shape{constant(10_ms),
                                   exponential(10_ms),
                                   {LawShape::uniform, 10_ms, 1.0},
                                   {LawShape::erlang, 10_ms, 4},
                                   {LawShape::hyperexponential, 10_ms, 2},
                                   {LawShape::lognormal, 10_ms, 1.5}};

TEST(SingleServerQueue, MeanWaitAgreesWithPollaczekKhinchineForEveryLaw) {
  for (const Law& law : every_shape) {
    SCOPED_TRACE(to_text(law));
    expect_agreement(
        theory::mg1_wait(70, 0.010, squared_variation(law)),
        [&](auto seed) { return server_of(run(70, first_come_first_served(law), seed)).waiting_mean.seconds(); }, 0.06);
  }
}

TEST(ProcessorSharing, MeanResponseDependsOnTheMeanOfTheServiceTimeAlone) {
  for (const Law& law : every_shape) {
    SCOPED_TRACE(to_text(law));
    expect_agreement(0.010 / (1 - 0.7), [&](auto seed) { return response(run(70, shared_processor(law), seed)); });
  }
}

TEST(LossSystem, BlockingAgreesWithErlangBForEveryLaw) {
  constexpr int servers = 8;
  for (const Law& law : every_shape) {
    SCOPED_TRACE(to_text(law));
    ServerSettings server = first_come_first_served(law, servers);
    server.backlog = 0;
    expect_agreement(theory::erlang_b(6, servers), [&](auto seed) {
      const Statistics statistics = run(600, server, seed, 180'000);
      return static_cast<double>(statistics.requests.outcomes[Outcome::rejected]) /
             static_cast<double>(statistics.requests.outcomes.all());
    });
  }
}

TEST(LossSystem, BlockingWithABoundedBacklogAgreesWithMM1K) {
  ServerSettings server = first_come_first_served(exponential(10_ms));
  server.backlog = 4;
  expect_agreement(theory::mm1k_loss(0.9, 5), [&](auto seed) {
    const Statistics statistics = run(90, server, seed);
    return static_cast<double>(statistics.requests.outcomes[Outcome::rejected]) /
           static_cast<double>(statistics.requests.outcomes.all());
  });
}

}  // namespace
}  // namespace loadframe
