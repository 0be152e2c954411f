#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

TEST(Adoption, OfTheSameArchitectureChangesNothingButTheLog) {
  WebTier tier(300, 3, LoadBalancerSettings{});
  Simulation edited(tier.architecture);
  Simulation untouched(tier.architecture);
  edited.run_until(10_s);
  edited.adopt(tier.architecture);
  edited.run_until(20_s);
  untouched.run_until(20_s);
  EXPECT_EQ(edited.statistics().requests.latency, untouched.statistics().requests.latency);
  EXPECT_EQ(edited.actions().size(), 1u);
}

TEST(Adoption, KeepsTheStateOfWhatStayed) {
  WebTier tier(300, 3, LoadBalancerSettings{});
  Simulation run(tier.architecture);
  run.run_until(10_s);
  run.act(action(ActionKind::kill, tier.servers[0]));
  run.run_until(20_s);
  tier.settings<ServerSettings>(tier.servers[1]).workers = 5;
  run.adopt(tier.architecture);
  run.run_until(25_s);
  EXPECT_EQ(run.state_of(tier.servers[0]), ComponentState::dead);
  EXPECT_EQ(outcomes_between(run, 20_s, 25_s).failed(), 0u);
}

TEST(Adoption, CountsTheLatenciesOfAClassThatStaysWhateverOthersComeAndGo) {
  WebTier tier(300, 3, LoadBalancerSettings{});
  tier.architecture.classes = {RequestClass{{1}, "read", {}, {}}};
  Simulation run(tier.architecture);
  const auto latencies = [&run](std::size_t place) { return run.statistics().classes.at(place).requests.latency.count(); };
  const auto answered = [&run] { return run.statistics().requests.latency.count(); };
  run.run_until(10'030_ms);  // between two samples
  EXPECT_EQ(latencies(0), answered());

  Architecture two = tier.architecture;
  two.classes.push_back(RequestClass{{2}, "write", {}, {}});
  run.adopt(two);
  run.run_until(20'030_ms);
  EXPECT_EQ(latencies(0) + latencies(1), answered());
  EXPECT_GT(latencies(1), 1000u);

  const std::uint64_t of_both = answered();
  const std::uint64_t of_the_other = latencies(1);
  run.adopt(tier.architecture);
  EXPECT_EQ(latencies(0), of_both - of_the_other);
  run.run_until(30'030_ms);
  EXPECT_EQ(latencies(0) + of_the_other, answered());
}

TEST(Adoption, ResetsTheCallsOfWhatWent) {
  WebTier tier(300, 3, LoadBalancerSettings{});
  for (const ComponentId server : tier.servers) tier.settings<ServerSettings>(server).wait_time = constant(1_s);
  Simulation run(tier.architecture);
  run.run_until(10_s);
  Architecture without = tier.architecture;
  std::erase_if(without.components, [&](const Component& c) { return c.id == tier.servers[2]; });
  std::erase_if(without.links, [&](const Link& l) { return l.callee == tier.servers[2]; });
  run.adopt(without);
  run.run_until(20_s);
  EXPECT_NEAR(static_cast<double>(run.statistics().requests.outcomes[Outcome::reset]), 100, 30);  // 100/s for 1 s
  EXPECT_EQ(run.statistics().components.size(), without.components.size());
}

TEST(Adoption, KeepsWhatWentApartFromWhatComesUnderItsId) {
  Drawing drawing;
  const ComponentId server = drawing.add("web-1", ServerSettings{});
  UsersSettings insistent = arrivals(100);
  insistent.retries = 3;  // a retry is due a second after each failure
  const ComponentId users = drawing.add("users-1", insistent);
  drawing.wire(users, server);
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, server));
  run.run_until(5_s);

  Architecture without = drawing.architecture;
  without.components.pop_back();
  without.links.clear();
  run.adopt(without);
  Architecture with_another = without;
  with_another.components.push_back({users, "cache-1", {}, {}, CacheSettings{}, {}});
  run.adopt(with_another);
  run.run_until(10_s);
  EXPECT_EQ(run.state_of(users), ComponentState::up);
  EXPECT_EQ(of(run.statistics(), users).arrivals, 0u);
}

TEST(Adoption, ReplacesAComponentOfAnotherKindUnderTheSameId) {
  Drawing drawing;
  const ComponentId server = drawing.add("web-1", ServerSettings{});
  const ComponentId users = drawing.add("users-1", arrivals(100));
  const ComponentId second = drawing.add("users-2", arrivals(100));
  drawing.wire(users, server);
  const LinkId link = drawing.wire(second, server);
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  drawing.architecture.components.back().settings = LoadBalancerSettings{};
  drawing.architecture.links.back() = {link, users, second, immediate(), {}};
  run.adopt(drawing.architecture);
  run.run_until(10_s);
  EXPECT_GT(of(run.statistics(), second).arrivals, 200u);
}

TEST(Adoption, SendsTrafficToWhatIsNew) {
  WebTier tier(300, 2, LoadBalancerSettings{});
  Simulation run(tier.architecture);
  run.run_until(10_s);
  const ComponentId added = tier.add("web-3", shared_processor(exponential(5_ms)));
  tier.wire(tier.balancer, added);
  run.adopt(tier.architecture);
  run.run_until(20_s);
  EXPECT_NEAR(static_cast<double>(of(run.statistics(), added).arrivals), 1000, 120);
}

TEST(Adoption, StartsWaitingCallsWhenWorkersAreAdded) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  ServerSettings few = shared_processor(constant({}));
  few.workers = 1;
  few.backlog = 100'000;
  few.wait_time = constant(100_ms);
  const ComponentId server = drawing.add("server", few);
  drawing.wire(users, server);
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  EXPECT_GT(run.statistics().in_flight, 800u);
  drawing.settings<ServerSettings>(server).workers = 10'000;
  run.adopt(drawing.architecture);
  run.run_until(11_s);
  EXPECT_LT(run.statistics().in_flight, 30u);
}

TEST(Adoption, AppliesANewTimeoutToWhatIsUnderWay) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(20));
  ServerSettings slow = shared_processor(constant({}));
  slow.wait_time = constant(1000_s);
  drawing.wire(users, drawing.add("server", slow));
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  drawing.settings<UsersSettings>(users).timeout = 2_s;
  run.adopt(drawing.architecture);
  run.run_until(5_s);
  // Those of the first three seconds: Poisson, within 3.3 standard deviations.
  EXPECT_NEAR(static_cast<double>(run.statistics().requests.outcomes[Outcome::timeout]), 20 * 3, 26);
  run.run_until(20_s);
  EXPECT_LT(run.statistics().in_flight, 70u);
}

TEST(Adoption, FollowsRequestClassesByIdentity) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  drawing.wire(users, drawing.add("server", shared_processor(exponential(5_ms))));
  const ClassId first = drawing.request_class("first", {});
  const ClassId second = drawing.request_class("second", {});
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  const auto before = run.statistics().classes[1];
  EXPECT_EQ(before.id, second);
  std::erase_if(drawing.architecture.classes, [&](const RequestClass& c) { return c.id == first; });
  run.adopt(drawing.architecture);
  run.run_until(20_s);
  ASSERT_EQ(run.statistics().classes.size(), 1u);
  EXPECT_NEAR(static_cast<double>(run.statistics().classes[0].requests.outcomes.all()),
              static_cast<double>(before.requests.outcomes.all()) + 1000, 120);
}

TEST(Adoption, MovesAComponentOntoAHost) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  const ComponentId server = drawing.add("server", shared_processor(exponential(5_ms)));
  drawing.wire(users, server);
  Simulation run(drawing.architecture);
  run.run_until(10_s);
  HostSettings large;
  large.cores = 8;
  drawing.area("host", large, {server});
  run.adopt(drawing.architecture);
  run.run_until(20_s);
  EXPECT_EQ(run.statistics().requests.outcomes.failed(), 0u);
  EXPECT_NEAR(run.recording().samples.back()->components[1].cpu, 0.5 / 8, 0.03);
}

TEST(Adoption, ReplansWhatIsLeftOfTheScenario) {
  WebTier tier(100, 2, LoadBalancerSettings{});
  tier.architecture.properties.scenario = {{5_s, action(ActionKind::kill, tier.servers[0]), {}},
                                           {15_s, action(ActionKind::kill, tier.servers[1]), {}}};
  Simulation run(tier.architecture);
  run.run_until(10_s);
  tier.architecture.properties.scenario[1].at = 25_s;
  run.adopt(tier.architecture);
  run.run_until(20_s);
  EXPECT_EQ(run.state_of(tier.servers[1]), ComponentState::up);
  run.run_until(30_s);
  EXPECT_EQ(run.state_of(tier.servers[1]), ComponentState::dead);
  EXPECT_EQ(events_of(run, EventKind::action).size(), 2u);
}

}  // namespace
}  // namespace loadframe
