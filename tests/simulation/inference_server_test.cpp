#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Batches of up to eight, of 20 ms and 2 ms for each request, gathered for 5 ms.
struct Model : Drawing {
  ComponentId users;
  ComponentId server;

  explicit Model(const UsersSettings& who, const InferenceServerSettings& settings = {}) {
    users = add("users", who);
    server = add("model", settings);
    wire(users, server);
  }
};

UsersSettings callers(std::int64_t population, Duration think_time) {
  UsersSettings closed;
  closed.arrivals = Arrivals::closed;
  closed.population = population;
  closed.think_time = constant(think_time);
  closed.timeout = {};
  return closed;
}

TEST(InferenceServer, LetsASingleRequestWaitForOthersInVain) {
  Model drawing(callers(1, 100_ms));
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  const ComponentStatistics statistics = of(run.statistics(), drawing.server);
  EXPECT_NEAR(statistics.calls.latency.mean().milliseconds(), 5 + 20 + 2, 0.01);
  EXPECT_NEAR(statistics.waiting_mean.milliseconds(), 5, 0.01);
  EXPECT_NEAR(statistics.service_mean.milliseconds(), 22, 0.01);
}

TEST(InferenceServer, UnderLoadAnswersAFullBatchInItsTime) {
  InferenceServerSettings settings;
  settings.accelerators = 2;
  Model drawing(arrivals(2000), settings);
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 5_s});
  run.run_until(65_s);
  const ComponentStatistics statistics = of(run.statistics(), drawing.server);
  const double throughput = 2 * 8 / (0.020 + 8 * 0.002);
  EXPECT_NEAR(static_cast<double>(statistics.calls.outcomes.ok()) / 60, throughput, 0.6);  // two batches at the edges
  EXPECT_GT(statistics.calls.outcomes[Outcome::rejected], 1000u);
  EXPECT_NEAR(statistics.utilisation, 1, 1e-3);
  EXPECT_NEAR(statistics.queue_mean, 256, 10);  // its backlog is full
}

TEST(InferenceServer, BeginsAFullBatchWithoutWaiting) {
  InferenceServerSettings settings;
  settings.batch_wait = 1_s;
  Model drawing(callers(8, 50_ms), settings);
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 5_s});
  run.run_until(30_s);
  // They come together from the first batch on: each round takes the batch and the thinking.
  const ComponentStatistics statistics = of(run.statistics(), drawing.server);
  EXPECT_NEAR(statistics.calls.latency.quantile(0.99).milliseconds(), 20 + 8 * 2, 0.5);
  EXPECT_NEAR(statistics.waiting_mean.milliseconds(), 0, 0.01);
}

TEST(InferenceServer, WithoutAWaitBatchesWhatHasComeWhileItWasBusy) {
  InferenceServerSettings settings;
  settings.batch_wait = {};
  settings.batch_time = constant(100_ms);
  settings.item_time = constant({});
  settings.max_batch = 64;
  Model drawing(arrivals(50), settings);
  Simulation run(drawing.architecture, {1}, {.sampling_interval = 1_s, .warm_up = 5_s});
  run.run_until(65_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_LE(of(run.statistics(), drawing.server).calls.latency.max(),
            200_ms);  // one by one, it would hold ten a second
}

TEST(InferenceServer, TakesTheCostOfARequestsClass) {
  Model drawing(callers(1, 100_ms));
  RequestClassSettings dear;
  dear.cost = 10;
  drawing.request_class("dear", dear);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  EXPECT_NEAR(of(run.statistics(), drawing.server).calls.latency.mean().milliseconds(), 5 + 20 + 10 * 2, 0.01);
}

TEST(InferenceServer, ThatDiesAnswersNobodyAndServesAgainAfterItsBoot) {
  Model drawing(arrivals(150));
  Simulation run(drawing.architecture);
  run.run_until(10_s + 3_ms);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(20_s);
  EXPECT_GT(first(run, EventKind::action)->count, 0u);
  run.act(action(ActionKind::restart, drawing.server));
  run.run_until(100_s);
  EXPECT_EQ(outcomes_between(run, 11_s, 80_s).ok(), 0u);
  EXPECT_EQ(outcomes_between(run, 81_s, 100_s).failed(), 0u);
  EXPECT_GT(outcomes_between(run, 81_s, 100_s).ok(), 2500u);
}

TEST(InferenceServer, ForgetsRequestsThatAreWithdrawn) {
  InferenceServerSettings settings;
  settings.batch_time = constant(10_s);
  Drawing drawing;
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  const ComponentId model = drawing.add("model", settings);
  drawing.wire(drawing.add("users", arrivals(20)), web);
  LinkSettings impatient = immediate();
  impatient.timeout = 500_ms;
  impatient.cancellation = true;
  drawing.wire(web, model, impatient);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  const ComponentStatistics statistics = of(run.statistics(), model);
  EXPECT_EQ(statistics.calls.outcomes.ok(), 0u);
  EXPECT_LT(statistics.queue_mean, 12);  // 20/s for 0.5 s
  EXPECT_LT(statistics.concurrency_mean, 12);
}

TEST(InferenceServer, GoesOnAlikeInACopyAndAfterAnEdit) {
  Model drawing(arrivals(180));
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  Simulation copy = run;
  run.run_until(20_s);
  copy.run_until(20_s);
  EXPECT_EQ(run.statistics().requests.latency, copy.statistics().requests.latency);

  drawing.settings<InferenceServerSettings>(drawing.server).accelerators = 3;
  copy.adopt(drawing.architecture);
  copy.run_until(40_s);
  EXPECT_LT(of(copy.statistics(), drawing.server).utilisation, of(run.statistics(), drawing.server).utilisation);
  EXPECT_EQ(copy.statistics().requests.outcomes.failed(), 0u);
}

}  // namespace
}  // namespace loadframe
