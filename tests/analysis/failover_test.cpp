#include "analysis/failover.h"

#include "simulation/simulation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loadframe {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr ComponentId users{1};
constexpr ComponentId balancer{2};
constexpr ComponentId web_1{3};
constexpr ComponentId web_2{4};

/// Users, a balancer and two servers, one on a host.
Architecture tier() {
  Architecture architecture;
  architecture.areas = {{{1}, "host-1", {}, {}, HostSettings{}, {}}};
  UsersSettings crowd;
  crowd.rate = {60};
  crowd.spacing = Spacing::regular;
  ServerSettings server;
  server.cpu_time = constant(milliseconds(10));
  server.cores = 1;
  LoadBalancerSettings passing_on;
  passing_on.retries = 0;
  architecture.components = {{users, "users", {}, {}, crowd, {}},
                             {balancer, "lb-1", {}, {}, passing_on, {}},
                             {web_1, "web-1", {}, {1}, server, {}},
                             {web_2, "web-2", {}, {}, server, {}}};
  architecture.links = {{{1}, users, balancer, {}, {}}, {{2}, balancer, web_1, {}, {}}, {{3}, balancer, web_2, {}, {}}};
  return architecture;
}

struct Planned {
  Duration at;
  Action action;
};

struct Made {
  Architecture architecture;
  std::vector<FaultStory> stories;
};

Made run(const std::vector<Planned>& plan, Duration until = seconds(60), Architecture architecture = tier()) {
  Simulation simulation(architecture);
  for (const Planned& planned : plan) simulation.schedule(planned.at, planned.action);
  simulation.run_until(until);
  return {architecture, explain_faults(architecture, simulation.recording())};
}

std::vector<std::string> text_of(const Made& run, std::size_t story = 0) {
  std::vector<std::string> lines;
  for (const Sentence& sentence : to_sentences(run.architecture, run.stories.at(story)))
    lines.push_back(filled(sentence.pattern, sentence.arguments));
  return lines;
}

TEST(Failover, TellsWhoNoticedAKillWhenAndWhatItCost) {
  const Made made =
      run({{seconds(20), action(ActionKind::kill, web_1)}, {seconds(40), action(ActionKind::restart, web_1)}});
  ASSERT_EQ(made.stories.size(), 1u);
  const FaultStory& story = made.stories[0];
  EXPECT_EQ(story.at, seconds(20));
  EXPECT_EQ(story.struck, std::vector{web_1});
  ASSERT_EQ(story.noticed.size(), 1u);
  EXPECT_EQ(story.noticed[0].by, balancer);
  EXPECT_EQ(story.noticed[0].count, 3u);
  const double detection = (story.noticed[0].at - story.at).seconds();
  EXPECT_GT(detection, 4);
  EXPECT_LT(detection, 6.1);
  // Half of 60 requests/s went to the dead server until then.
  ASSERT_TRUE(story.before_noticed);
  EXPECT_NEAR(static_cast<double>(story.before_noticed->failed()), 30 * detection, 4);
  EXPECT_EQ(story.unserved, *story.before_noticed);
  EXPECT_GT(story.unserved[Outcome::refused], 100u);
  EXPECT_EQ(story.unserved.ok(), 0u);
  ASSERT_TRUE(story.errors_ended);
  EXPECT_NEAR((*story.errors_ended - story.at).seconds(), detection, 1.1);
  ASSERT_EQ(story.survivors.size(), 1u);
  EXPECT_EQ(story.survivors[0].id, web_2);
  EXPECT_NEAR(story.survivors[0].before, 0.3, 0.03);
  EXPECT_NEAR(story.survivors[0].after, 0.6, 0.05);
  EXPECT_EQ(story.repaired, seconds(40));
  EXPECT_EQ(story.up, seconds(45));
  ASSERT_EQ(story.returned.size(), 1u);
  EXPECT_GT(story.returned[0].at, seconds(45));
  EXPECT_EQ(story.failing_before, 0);
  EXPECT_EQ(story.until, seconds(60));
}

TEST(Failover, SaysItInSentences) {
  const auto lines =
      text_of(run({{seconds(20), action(ActionKind::kill, web_1)}, {seconds(40), action(ActionKind::restart, web_1)}}));
  EXPECT_THAT(lines[0], HasSubstr("web-1 killed"));
  EXPECT_THAT(lines[1], HasSubstr("lb-1 noticed that web-1 failed after "));
  EXPECT_THAT(lines, Contains(HasSubstr("Refused, since nobody listened: ")));
  EXPECT_THAT(lines, Contains(HasSubstr("Utilisation of web-2 went from 30 % to ")));
  EXPECT_THAT(lines, Contains("Its repair began after 20.0 s, at 0:40.0"));
  EXPECT_THAT(lines, Contains("It had booted 5.0 s later"));
  EXPECT_THAT(lines, Contains(HasSubstr("lb-1 sent to web-1 again ")));
  for (const std::string& line : lines) EXPECT_THAT(line, Not(HasSubstr("%1")));
}

TEST(Failover, TellsManyNoticesOfABalancerAsOne) {
  const Made made = run({{seconds(20), action(ActionKind::kill, AreaId{1})}});
  ASSERT_EQ(made.stories.size(), 1u);
  Made told = made;
  FaultStory& story = told.stories[0];
  story.noticed.clear();
  for (int i = 0; i < 20; ++i)
    story.noticed.push_back({balancer, web_1, story.at + milliseconds(4000 + 100 * i), EventCause::failed_checks, 3});
  std::vector<std::string> notices;
  for (const std::string& line : text_of(told))
    if (line.find("noticed") != std::string::npos) notices.push_back(line);
  EXPECT_THAT(notices, ElementsAre(HasSubstr(
                           "lb-1 noticed that 20 of its targets failed, the first after 4.0 s, the last after 5.9 s")));
}

TEST(Failover, FollowsAnAreaAsOne) {
  const Made made =
      run({{seconds(20), action(ActionKind::kill, AreaId{1})}, {seconds(30), action(ActionKind::restart, web_1)}});
  ASSERT_EQ(made.stories.size(), 1u);
  EXPECT_EQ(made.stories[0].struck, std::vector{web_1});
  EXPECT_EQ(made.stories[0].repaired, seconds(30));
}

TEST(Failover, SaysThatErrorsWentOn) {
  const Made made = run({{seconds(20), action(ActionKind::kill, balancer)}});
  ASSERT_EQ(made.stories.size(), 1u);
  EXPECT_TRUE(made.stories[0].noticed.empty());
  EXPECT_FALSE(made.stories[0].before_noticed);
  EXPECT_FALSE(made.stories[0].errors_ended);
  EXPECT_FALSE(made.stories[0].repaired);
  EXPECT_NEAR(static_cast<double>(made.stories[0].unserved.failed()), 60 * 40, 70);
  EXPECT_THAT(text_of(made), Contains(HasSubstr("with no end by then")));
  EXPECT_THAT(text_of(made), Contains("It was not repaired by 1:00.0"));
}

TEST(Failover, ComparesWithTheErrorsBefore) {
  const Made made = run({{seconds(5), {ActionKind::fail, web_2, 0.5}}, {seconds(30), action(ActionKind::kill, web_1)}});
  ASSERT_EQ(made.stories.size(), 2u);
  EXPECT_EQ(made.stories[0].until, seconds(30));
  EXPECT_GT(made.stories[1].failing_before, 5);
  EXPECT_EQ(made.stories[1].until, seconds(60));
}

TEST(Failover, CountsARestartOfWhatRanAsAFaultOfItsOwn) {
  const Made made = run({{seconds(20), action(ActionKind::restart, web_1)},
                         {seconds(35), action(ActionKind::kill, web_1)},
                         {seconds(40), action(ActionKind::restart, web_1)}});
  ASSERT_EQ(made.stories.size(), 2u);
  EXPECT_EQ(made.stories[0].action.kind, ActionKind::restart);
  EXPECT_EQ(made.stories[0].repaired, seconds(20));
  EXPECT_EQ(made.stories[0].up, seconds(25));
  EXPECT_EQ(made.stories[1].repaired, seconds(40));
}

TEST(Failover, FollowsACutLinkUntilItIsMended) {
  const Made made =
      run({{seconds(20), action(ActionKind::cut, LinkId{2})}, {seconds(40), action(ActionKind::mend, LinkId{2})}});
  ASSERT_EQ(made.stories.size(), 1u);
  ASSERT_EQ(made.stories[0].noticed.size(), 1u);
  EXPECT_EQ(made.stories[0].noticed[0].target, web_1);
  EXPECT_EQ(made.stories[0].repaired, seconds(40));
  ASSERT_EQ(made.stories[0].survivors.size(), 1u);
  EXPECT_EQ(made.stories[0].survivors[0].id, web_2);
}

TEST(Failover, HasNothingToTellOfOtherActions) {
  const Made made = run({{seconds(20), {ActionKind::load, {}, 2}},
                         {seconds(21), {ActionKind::slow, web_1, 1}},
                         {seconds(22), {ActionKind::fail, web_1, 0}},
                         {seconds(23), action(ActionKind::mend, LinkId{2})}});
  EXPECT_TRUE(made.stories.empty());
}

TEST(Failover, LeavesOutElementsThatAreGone) {
  Architecture later = tier();
  Simulation simulation(later);
  simulation.schedule(seconds(5), action(ActionKind::kill, web_1));
  simulation.run_until(seconds(20));
  later.components.erase(later.components.begin() + 2);
  later.links.erase(later.links.begin() + 1);
  EXPECT_TRUE(explain_faults(later, simulation.recording()).empty());
}

}  // namespace
}  // namespace loadframe
