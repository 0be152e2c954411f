#include "simulation/running.h"

#include <gtest/gtest.h>

#include <functional>

namespace loadframe {
namespace {

using namespace literals;

struct Wire : Drawing {
  ComponentId users;
  ComponentId server;
  LinkId link;

  explicit Wire(double rate, const std::function<void(LinkSettings&)>& change) {
    users = add("users", arrivals(rate));
    server = add("server", shared_processor(constant({})));
    LinkSettings settings = immediate();
    change(settings);
    link = wire(users, server, settings);
  }

  Statistics run(Duration time, const std::vector<Action>& actions = {}) const {
    Simulation simulation(architecture);
    for (const Action& action : actions) simulation.act(action);
    simulation.run_until(time);
    return simulation.statistics();
  }
};

TEST(Jitter, AddsHalfOfItInTheMeanEachWay) {
  const Wire wire(1000, [](LinkSettings& s) { s.jitter = 10_ms; });
  const Statistics result = wire.run(100_s);
  // The sum of two U(0, 10 ms): mean 10 ms, deviation 4.08 ms over the root of 10^5: 0.013 ms. Four of these.
  EXPECT_NEAR(result.requests.latency.mean().milliseconds(), 10, 0.052);
  EXPECT_LE(result.requests.latency.max(), 20_ms);
}

TEST(Loss, DelaysAMessageByTheRetransmissionTimeAndDoublesIt) {
  const Wire wire(1000, [](LinkSettings& s) { s.loss = {0.1}; });
  const Statistics result = wire.run(100_s);
  EXPECT_EQ(result.requests.outcomes.failed(), 0u) << "TCP delivers in the end";
  // Each way, with n losses in a row the delay is 200 ms (2^n - 1): mean 0.2 Σ 0.9 0.1^n (2^n - 1) = 25 ms.
  EXPECT_NEAR(result.requests.latency.mean().milliseconds(), 50, 3);
  EXPECT_EQ(result.requests.latency.quantile(0.80), Duration{}) << "0.9² = 81 % see no loss";
  EXPECT_NEAR(result.requests.latency.quantile(0.90).milliseconds(), 200, 2);
}

TEST(Bandwidth, MakesAMessageTakeItsSizeOverIt) {
  Wire wire(1, [](LinkSettings& s) { s.bandwidth = {8e6}; });
  RequestClassSettings mix;
  mix.size = bytes(100'000);
  mix.request_size = bytes(10'000);
  wire.request_class("file", mix);
  EXPECT_NEAR(wire.run(100_s).requests.latency.quantile(0.05).milliseconds(), 110, 1.1);
}

TEST(Bandwidth, QueuesMessagesOnTheWireAsASingleServerWould) {
  // Poisson arrivals of messages that take 10 ms each at 0.8: M/D/1, mean wait ρ/(2(1-ρ)) D = 20 ms.
  Wire wire(80, [](LinkSettings& s) { s.bandwidth = {8e6}; });
  RequestClassSettings mix;
  mix.size = bytes(10'000);
  mix.request_size = bytes(1);
  wire.request_class("file", mix);
  EXPECT_NEAR(wire.run(1000_s).requests.latency.mean().milliseconds(), 30, 1.5);
}

TEST(Delay, AsAFaultAddsToTheLatencyUntilItEnds) {
  const Wire wire(100, [](LinkSettings& s) { s.latency = 5_ms; });
  Simulation run(wire.architecture);
  run.act({ActionKind::delay, wire.link, 100});
  run.run_until(10_s);
  EXPECT_EQ(run.statistics().requests.latency.min(), 210_ms);
  run.act({ActionKind::delay, wire.link, 0});
  run.run_until(12_s);
  EXPECT_EQ(run.statistics().requests.latency.min(), 10_ms);
}

TEST(Isolation, CutsWhatCrossesItsBorderAndNothingInside) {
  Drawing system;
  const ComponentId users = system.add("users", arrivals(100));
  const ComponentId web = system.add("web", shared_processor(constant(1_ms)));
  const ComponentId store = system.add("store", shared_processor(constant(1_ms)));
  system.wire(users, web);
  const LinkId inner = system.wire(web, store);
  const AreaId zone = system.area("zone", ZoneSettings{}, {web, store});
  Simulation run(system.architecture);
  run.run_until(10_s);
  run.act({ActionKind::isolate, zone, 0});
  run.run_until(20_s);
  EXPECT_TRUE(run.recording().samples.back()->links[0].cut);
  EXPECT_FALSE(run.recording().samples.back()->links[1].cut);
  const auto calls_inside = of(run.statistics(), inner).begun;
  run.act({ActionKind::rejoin, zone, 0});
  run.run_until(30_s);
  EXPECT_FALSE(run.recording().samples.back()->links[0].cut);
  EXPECT_GT(of(run.statistics(), inner).begun, calls_inside + 900);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u) << "what was held up is delivered";
}

TEST(Isolation, EndsOnlyForWhatRejoins) {
  Drawing system;
  const ComponentId users = system.add("users", arrivals(100));
  const ComponentId web = system.add("web", shared_processor(constant(1_ms)));
  const LinkId link = system.wire(users, web);
  Simulation run(system.architecture);
  run.act({ActionKind::isolate, web, 0});
  run.act({ActionKind::cut, link, 0});
  run.act({ActionKind::rejoin, web, 0});
  run.run_until(5_s);
  EXPECT_EQ(run.statistics().requests.outcomes.all(), 0u) << "the link is still cut by hand";
  run.act({ActionKind::mend, link, 0});
  run.run_until(6_s);
  EXPECT_GT(run.statistics().requests.outcomes.ok(), 500u);
}

}  // namespace
}  // namespace loadframe
