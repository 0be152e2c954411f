#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Users in front of one component, which may pass on to a fast server.
template <class Settings>
struct Fronted : Drawing {
  ComponentId users;
  ComponentId front;
  ComponentId server;

  Fronted(double rate, const Settings& settings, bool passes_on, Spacing spacing = Spacing::regular) {
    UsersSettings people = arrivals(rate);
    people.spacing = spacing;
    users = add("users", people);
    front = add("front", settings);
    wire(users, front);
    if (!passes_on) return;
    server = add("server", shared_processor(constant(1_ms), 16));
    wire(front, server);
  }

  OutcomeCounts outcomes_after(Duration time) const {
    Simulation run(architecture);
    run.run_until(time);
    return run.statistics().requests.outcomes;
  }
};

TEST(Gateway, LetsABurstThroughAndThenItsRate) {
  GatewaySettings settings;
  settings.limit = {50};
  settings.burst = 20;
  const Fronted drawing(200, settings, true);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  // Evenly spaced, 4000 arrive in 20 s: the bucket's 20, and 50 for each second.
  const OutcomeCounts outcomes = run.statistics().requests.outcomes;
  EXPECT_NEAR(static_cast<double>(outcomes.ok()), 20 + 20 * 50, 3);
  EXPECT_EQ(outcomes.failed(), outcomes[Outcome::rejected]);
  EXPECT_EQ(events_of(run, EventKind::limited).size(), 1u);
  // 20 tokens are used up at 200/s against 50/s after 20/150 s.
  EXPECT_NEAR(first(run, EventKind::limited)->at.seconds(), 20.0 / 150, 0.02);
  EXPECT_FALSE(first(run, EventKind::unlimited));
  run.act({ActionKind::load, {}, 0.1});
  run.run_until(25_s);
  ASSERT_TRUE(first(run, EventKind::unlimited));
  EXPECT_EQ(first(run, EventKind::unlimited)->count, run.statistics().requests.outcomes[Outcome::rejected]);
}

TEST(Gateway, WithinItsRateRejectsNothing) {
  GatewaySettings settings;
  settings.limit = {200};
  settings.burst = 1;
  EXPECT_EQ(Fronted(200, settings, true).outcomes_after(60_s).failed(), 0u);
}

TEST(Gateway, LimitsEachUserByHisOwnBucket) {
  GatewaySettings settings;
  settings.limit = {1};
  settings.burst = 5;
  settings.limit_scope = LimitScope::user;
  // 10,000 users at 0.05/s each: hardly anybody is ever over the limit.
  EXPECT_LT(Fronted(500, settings, true, Spacing::poisson).outcomes_after(20_s).failed(), 5u);
  settings.limit_scope = LimitScope::all;
  EXPECT_GT(Fronted(500, settings, true, Spacing::poisson).outcomes_after(20_s).failed(), 9000u);
}

TEST(Gateway, ShedsWhatIsBeyondItsConcurrency) {
  GatewaySettings settings;
  settings.max_concurrency = 10;
  Fronted drawing(500, settings, true, Spacing::poisson);
  drawing.settings<ServerSettings>(drawing.server).wait_time = exponential(100_ms);
  const OutcomeCounts outcomes = drawing.outcomes_after(60_s);
  EXPECT_EQ(outcomes.failed(), outcomes[Outcome::shed]);
  // Erlang's B for 50 erlang on 10 places: 0.806.
  EXPECT_NEAR(static_cast<double>(outcomes.failed()) / static_cast<double>(outcomes.all()), 0.806, 0.01);
}

TEST(Gateway, ShedsTheLowestPrioritiesFirst) {
  GatewaySettings settings;
  settings.max_concurrency = 20;
  settings.shed_above = Share{0.5};
  Fronted drawing(300, settings, true, Spacing::poisson);
  drawing.settings<ServerSettings>(drawing.server).wait_time = exponential(100_ms);
  RequestClassSettings asked;
  asked.priority = 0;
  drawing.request_class("low", asked);
  asked.priority = 9;
  drawing.request_class("high", asked);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  const Statistics statistics = run.statistics();
  const auto lost = [&](std::size_t i) {
    const OutcomeCounts& outcomes = statistics.classes[i].requests.outcomes;
    return static_cast<double>(outcomes.failed()) / static_cast<double>(outcomes.all());
  };
  // 15 erlang of high priority have all 20 places: at most Erlang's B for 15 + what of the low gets in.
  EXPECT_GT(lost(0), 0.6);
  EXPECT_LT(lost(1), 0.12);
}

TEST(Gateway, WithoutAnythingBehindItSaysSo) {
  const OutcomeCounts outcomes = Fronted(100, GatewaySettings{}, false).outcomes_after(10_s);
  EXPECT_EQ(outcomes[Outcome::no_healthy_target], outcomes.all());
  EXPECT_GT(outcomes.all(), 900u);
}

TEST(Firewall, BlocksItsShare) {
  FirewallSettings settings;
  settings.blocked = Share{0.2};
  const OutcomeCounts outcomes = Fronted(500, settings, true, Spacing::poisson).outcomes_after(60_s);
  EXPECT_EQ(outcomes.failed(), outcomes[Outcome::rejected]);
  EXPECT_NEAR(static_cast<double>(outcomes.failed()) / static_cast<double>(outcomes.all()), 0.2, 0.006);
}

TEST(Firewall, RejectsWhenItsTableOfConnectionsIsFull) {
  FirewallSettings settings;
  settings.connections = 10;
  Fronted drawing(500, settings, true, Spacing::poisson);
  drawing.settings<ServerSettings>(drawing.server).wait_time = exponential(100_ms);
  const OutcomeCounts outcomes = drawing.outcomes_after(60_s);
  EXPECT_EQ(outcomes.failed(), outcomes[Outcome::rejected]);
  EXPECT_NEAR(static_cast<double>(outcomes.failed()) / static_cast<double>(outcomes.all()), 0.806, 0.01);
}

TEST(ObjectStore, TakesTheFirstByteAndTheTransfer) {
  ObjectStoreSettings settings;
  settings.first_byte = constant(30_ms);
  settings.bandwidth = {80e6};
  for (const Operation operation : {Operation::read, Operation::write}) {
    Fronted drawing(10, ServerSettings{shared_processor(constant({}))}, false);
    drawing.wire(drawing.front, drawing.add("store", settings));
    RequestClassSettings asked;
    asked.operation = operation;
    asked.size = bytes(1'000'000);
    asked.request_size = bytes(2'000'000);
    drawing.request_class("blob", asked);
    Simulation run(drawing.architecture);
    run.run_until(10_s);
    // 8 Mbit or 16 Mbit at 80 Mbit/s.
    EXPECT_EQ(run.statistics().requests.latency.max(), operation == Operation::read ? 130_ms : 230_ms);
    EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  }
}

TEST(ObjectStore, RejectsReadsAndWritesBeyondTheirLimits) {
  ObjectStoreSettings settings;
  settings.first_byte = constant(1_ms);
  settings.limit = {100};
  settings.write_limit = {50};
  Fronted drawing(400, shared_processor(constant({})), false);
  drawing.wire(drawing.front, drawing.add("store", settings));
  RequestClassSettings asked;
  drawing.request_class("read", asked);
  asked.operation = Operation::write;
  drawing.request_class("write", asked);
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  const Statistics statistics = run.statistics();
  // 200/s of each; the bucket holds one second's.
  EXPECT_NEAR(static_cast<double>(statistics.classes[0].requests.outcomes.ok()), 21 * 100, 5);
  EXPECT_NEAR(static_cast<double>(statistics.classes[1].requests.outcomes.ok()), 21 * 50, 5);
}

TEST(ObjectStore, FailsItsShareAtOnce) {
  ObjectStoreSettings settings;
  settings.errors = Share{0.3};
  Fronted drawing(500, shared_processor(constant({})), false, Spacing::poisson);
  drawing.wire(drawing.front, drawing.add("store", settings));
  const OutcomeCounts outcomes = drawing.outcomes_after(60_s);
  EXPECT_EQ(outcomes.failed(), outcomes[Outcome::error]);
  EXPECT_NEAR(static_cast<double>(outcomes.failed()) / static_cast<double>(outcomes.all()), 0.3, 0.007);
}

TEST(ExternalService, AnswersAfterItsLatencyAndFailsItsShare) {
  ExternalServiceSettings settings;
  settings.latency = constant(120_ms);
  settings.errors = Share{0.1};
  Fronted drawing(500, shared_processor(constant({})), false, Spacing::poisson);
  const ComponentId service = drawing.add("payments", settings);
  drawing.wire(drawing.front, service);
  Simulation run(drawing.architecture);
  run.run_until(60_s);
  const Statistics statistics = run.statistics();
  EXPECT_EQ(statistics.requests.latency.max(), 120_ms);
  EXPECT_NEAR(of(statistics, service).residence_mean.milliseconds(), 120, 0.01);  // errors take as long
  const OutcomeCounts& outcomes = statistics.requests.outcomes;
  EXPECT_NEAR(static_cast<double>(outcomes[Outcome::error]) / static_cast<double>(outcomes.all()), 0.1, 0.005);
}

TEST(ExternalService, RejectsBeyondItsLimit) {
  ExternalServiceSettings settings;
  settings.errors = Share{0};
  settings.limit = {50};
  settings.burst = 10;
  Fronted drawing(200, shared_processor(constant({})), false);
  drawing.wire(drawing.front, drawing.add("payments", settings));
  Simulation run(drawing.architecture);
  run.run_until(20_s);
  const OutcomeCounts outcomes = run.statistics().requests.outcomes;
  EXPECT_EQ(outcomes.failed(), outcomes[Outcome::rejected]);
  EXPECT_NEAR(static_cast<double>(outcomes[Outcome::rejected]), 20 * 150 - 10, 5);
}

}  // namespace
}  // namespace loadframe
