#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Users, a DNS with a time to live of 10 s, and a server.
struct Named : Drawing {
  ComponentId users;
  ComponentId dns;
  ComponentId server;

  Named() {
    users = add("users", arrivals(100));
    DnsSettings names;
    names.time_to_live = 10_s;
    dns = add("dns", names);
    server = add("server", shared_processor(constant(1_ms)));
    wire(users, dns);
    wire(users, server);
  }
};

TEST(Dns, IsAskedOncePerTimeToLiveAndResolver) {
  Named drawing;
  drawing.settings<UsersSettings>(drawing.users).resolvers = 4;
  Simulation run(drawing.architecture);
  run.run_until(100_s);
  EXPECT_NEAR(static_cast<double>(of(run.statistics(), drawing.dns).arrivals), 4 * 10, 4);
}

TEST(Dns, ThatIsDeadHurtsOnlyWhenNamesExpire) {
  Named drawing;
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, drawing.dns));
  run.run_until(30_s);
  EXPECT_EQ(outcomes_between(run, 5_s, 10_s).failed(), 0u);
  const OutcomeCounts after = outcomes_between(run, 11_s, 30_s);
  EXPECT_EQ(after[Outcome::name_not_resolved], after.all());
  EXPECT_GT(after.all(), 1500u);
}

/// The same with a second entry point.
struct TwoEntries : Named {
  ComponentId second = add("second", shared_processor(constant(1_ms)));
  LinkId to_first{2};
  LinkId to_second = wire(users, second);

  std::uint64_t begun(const Simulation& run, LinkId link) const { return of(run.statistics(), link).begun; }
};

TEST(Dns, NamesEntryPointsInTurnByTheirWeights) {
  for (const double weight : {1.0, 3.0}) {
    TwoEntries drawing;
    drawing.architecture.links[1].settings.weight = weight;
    drawing.settings<UsersSettings>(drawing.users).resolvers = 40;
    Simulation run(drawing.architecture);
    run.run_until(100_s);
    const auto first = static_cast<double>(drawing.begun(run, drawing.to_first));
    const auto second = static_cast<double>(drawing.begun(run, drawing.to_second));
    // 40 resolvers with 250 requests each, whose answers alternate: nearly exactly by the weights.
    EXPECT_NEAR(first / (first + second), weight / (weight + 1), 0.03);
  }
}

TEST(Dns, SendsAllOfAResolverToOneEntryPointForTheTimeToLive) {
  const TwoEntries drawing;
  Simulation run(drawing.architecture);
  run.run_until(9_s);
  const std::uint64_t first_one = drawing.begun(run, drawing.to_first);
  const std::uint64_t second_one = drawing.begun(run, drawing.to_second);
  EXPECT_EQ(std::min(first_one, second_one), 0u);
  run.run_until(19_s);
  EXPECT_GT(std::min(drawing.begun(run, drawing.to_first), drawing.begun(run, drawing.to_second)), 700u);
}

TEST(Dns, NamesTheNearest) {
  TwoEntries drawing;
  drawing.settings<DnsSettings>(drawing.dns).routing = DnsRouting::latency;
  drawing.architecture.links[1].settings.latency = 50_ms;
  drawing.architecture.links[2].settings.latency = 20_ms;
  Simulation run(drawing.architecture);
  run.run_until(50_s);
  EXPECT_EQ(drawing.begun(run, drawing.to_first), 0u);
  EXPECT_GT(drawing.begun(run, drawing.to_second), 4500u);
}

TEST(Dns, WithChecksFailsOverWhenTheOldAnswersAreOver) {
  TwoEntries drawing;
  auto& names = drawing.settings<DnsSettings>(drawing.dns);
  names.routing = DnsRouting::failover;
  names.checks = true;
  names.check_interval = 10_s;
  names.fall = 3;
  names.time_to_live = 60_s;
  Simulation run(drawing.architecture);
  run.run_until(65_s);
  EXPECT_EQ(drawing.begun(run, drawing.to_second), 0u);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(200_s);
  const auto down = first(run, EventKind::target_down);
  ASSERT_TRUE(down);
  EXPECT_EQ(down->at, 90_s);  // the third check: at 70, 80 and 90 s
  // The resolver asked at 0 and 60 s; it learns of it at 120 s, and then all is well.
  EXPECT_EQ(outcomes_between(run, 66_s, 120_s).ok(), 0u);
  EXPECT_EQ(outcomes_between(run, 121_s, 200_s).failed(), 0u);
}

TEST(Dns, WithoutChecksNamesTheDeadToo) {
  TwoEntries drawing;
  drawing.settings<DnsSettings>(drawing.dns).routing = DnsRouting::failover;
  Simulation run(drawing.architecture);
  run.run_until(5_s);
  run.act(action(ActionKind::kill, drawing.server));
  run.run_until(100_s);
  EXPECT_EQ(outcomes_between(run, 6_s, 100_s).ok(), 0u);
}

TEST(Dns, ThatHoldsAllForDeadNamesThemAllTheSame) {
  TwoEntries drawing;
  auto& names = drawing.settings<DnsSettings>(drawing.dns);
  names.checks = true;
  names.check_interval = 1_s;
  Simulation run(drawing.architecture);
  run.act(action(ActionKind::kill, drawing.server));
  run.act(action(ActionKind::kill, drawing.second));
  run.run_until(50_s);
  EXPECT_EQ(run.statistics().requests.outcomes[Outcome::refused], run.statistics().requests.outcomes.all());
}

}  // namespace
}  // namespace loadframe
