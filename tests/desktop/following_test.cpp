#include "live/following.h"
#include "canvas/follow_view.h"
#include "canvas/pulses.h"
#include "desktop/bench.h"
#include "drawing.h"
#include "live/live_run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace loadframe {
namespace {

using namespace literals;

/// Users -> balancer -> two servers, 1 ms a wire, 20 ms of work.
struct Tier : Drawing {
  ComponentId users = add("users", arrivals(50));
  ComponentId balancer = add("lb", LoadBalancerSettings{});
  ComponentId one = add("web-1", shared_processor(constant(20_ms), 8));
  ComponentId other = add("web-2", shared_processor(constant(20_ms), 8));
  LinkId in, first, second;

  Tier() {
    LinkSettings way;
    way.latency = 1_ms;
    in = wire(users, balancer, way);
    first = wire(balancer, one, way);
    second = wire(balancer, other, way);
  }
};

Hop sets_off(const Tier& tier, std::uint32_t request, std::uint32_t call, Duration at) {
  Hop hop;
  hop.link = tier.in;
  hop.departed = at;
  hop.arrived = at + 1_ms;
  hop.request = request;
  hop.call = call;
  return hop;
}

Hop answers(const Hop& call, Duration at, Outcome outcome = Outcome::ok) {
  Hop answer = call;
  answer.departed = at;
  answer.arrived = at + (call.arrived - call.departed);
  answer.response = true;
  answer.outcome = outcome;
  return answer;
}

TEST(Following, TimeGoesSlowerWhileACallIsOnAWire) {
  const Tier tier;
  Following following;
  following.set_followed(1);
  const double at_work = following.pace(5_ms, 1);
  following.take(std::vector{sets_off(tier, 1, 1, 5_ms)});
  EXPECT_LT(following.pace(5_ms, 1), at_work / 10);
  EXPECT_EQ(following.next_arrival(5_ms), 6_ms);
  EXPECT_DOUBLE_EQ(following.pace(6_ms, 1), at_work);
  EXPECT_EQ(following.next_arrival(6_ms), std::nullopt);
}

TEST(Following, ThePersonsSpeedCounts) {
  Following following;
  following.set_followed(1);
  EXPECT_DOUBLE_EQ(following.pace({}, 0.5), following.pace({}, 1) / 2);
}

TEST(Following, AFewRequestsAreSeenFromBeginningToEnd) {
  const Tier tier;
  LiveRun run;
  run.set_architecture(tier.architecture, false);
  run.set_speed(10);
  run.set_following(true);
  run.run();
  const auto is_whole = [&](const RequestTrace& trace) {
    return trace.calls.size() == 2 && !trace.under_way() && trace.calls[0].returned && trace.calls[1].returned;
  };
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return std::any_of(run.traces().all().begin(), run.traces().all().end(), is_whole); }, patience_ms));
  const auto whole = std::find_if(run.traces().all().begin(), run.traces().all().end(), is_whole);
  EXPECT_EQ(whole->calls[1].parent, whole->calls[0].call);
  EXPECT_EQ(whole->calls[1].served, 20_ms);
  const auto under_way = std::count_if(run.traces().all().begin(), run.traces().all().end(),
                                       [](const RequestTrace& trace) { return trace.under_way(); });
  EXPECT_LE(under_way, static_cast<std::ptrdiff_t>(Following::most_requests));
}

TEST(Following, AStepGoesToTheNextMomentAtWhichACallSetsOffOrArrives) {
  const Tier tier;
  LiveRun run;
  run.set_architecture(tier.architecture, false);
  run.set_following(true);
  run.step();  // the first request sets off
  ASSERT_TRUE(QTest::qWaitFor([&] { return run.now() > Duration{}; }, patience_ms));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !run.traces().all().empty(); }, patience_ms));
  const Duration set_off = run.now();
  EXPECT_EQ(run.traces().all().front().calls.front().sent, set_off);
  run.step();
  ASSERT_TRUE(QTest::qWaitFor([&] { return run.now() > set_off; }, patience_ms));
  EXPECT_LE(run.now(), set_off + 1_ms);
}

TEST(RequestTraces, PutTogetherWhatWasSeenOfARequest) {
  const Tier tier;
  RequestTraces traces;
  const Hop call = sets_off(tier, 7, 1, 10_ms);
  traces.take(std::vector{call});
  Hop child = sets_off(tier, 7, 2, 11_ms);
  child.link = tier.first;
  child.parent = 1;
  traces.take(std::vector{child, answers(child, 32_ms), answers(call, 33_ms)});
  const RequestTrace* const trace = traces.find(7);
  ASSERT_NE(trace, nullptr);
  ASSERT_EQ(trace->calls.size(), 2u);
  EXPECT_EQ(trace->calls[0].returned, 34_ms);
  EXPECT_EQ(trace->calls[1].parent, 1u);
  EXPECT_TRUE(trace->under_way());
  traces.take(std::vector<ObservedCall>{});
  EXPECT_FALSE(trace->under_way());
}

TEST(RequestTraces, TellNoStoryWithoutItsBeginning) {
  const Tier tier;
  RequestTraces traces;
  traces.take(std::vector{answers(sets_off(tier, 7, 1, 10_ms), 30_ms)});
  EXPECT_EQ(traces.find(7), nullptr);
}

TEST(RequestTraces, ForgetTheOldest) {
  const Tier tier;
  RequestTraces traces;
  for (std::uint32_t request = 1; request <= RequestTraces::most_requests + 5; ++request)
    traces.take(std::vector{sets_off(tier, request, request, 1_ms)});
  EXPECT_EQ(traces.all().size(), RequestTraces::most_requests);
  EXPECT_EQ(traces.find(5), nullptr);
  ASSERT_NE(traces.find(6), nullptr);
  EXPECT_EQ(traces.find(6)->number, 6u);
}

TEST(FollowView, ShowsACallOnItsWireAndThenAtItsCallee) {
  const Tier tier;
  RequestTraces traces;
  const Hop call = sets_off(tier, 7, 1, 10_ms);
  traces.take(std::vector{call});
  FollowView view;
  view.go_to(10_ms + microseconds(250), true);
  std::vector<Token> tokens = view.tokens(traces, tier.architecture, 0);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].link, tier.in);
  EXPECT_NEAR(tokens[0].progress, 0.25, 1e-9);
  view.go_to(12_ms, true);
  tokens = view.tokens(traces, tier.architecture, 7);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].component, tier.balancer);
  EXPECT_TRUE(tokens[0].chosen);
  traces.take(std::vector{answers(call, 20_ms, Outcome::error)});
  view.go_to(20_ms + microseconds(500), true);
  tokens = view.tokens(traces, tier.architecture, 0);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].look, Token::Look::failed);
  view.go_to(22_ms, true);
  EXPECT_TRUE(view.tokens(traces, tier.architecture, 0).empty());
}

TEST(FollowView, GetsToTheMomentOfAStepInAWhile) {
  FollowView view;
  view.go_to(10_ms, true);
  view.go_to(20_ms, false);
  EXPECT_EQ(view.shown(), 10_ms);
  view.advance(200);
  EXPECT_GT(view.shown(), 10_ms);
  EXPECT_LT(view.shown(), 20_ms);
  view.advance(1000);
  EXPECT_EQ(view.shown(), 20_ms);
}

TEST(Pulses, ADeathBreaksWhatIsWiredToItAndPassesOver) {
  const Tier tier;
  Pulses pulses;
  Event killed;
  killed.kind = EventKind::action;
  killed.action = Action{ActionKind::kill, tier.one, 0};
  pulses.take(std::vector{killed}, tier.architecture, nullptr);
  const std::vector<Pulse> shown = pulses.shown();
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0].element, ElementId{tier.one});
  EXPECT_EQ(shown[1].element, ElementId{tier.first});
  pulses.advance(10'000);
  EXPECT_TRUE(pulses.empty());
}

TEST(Pulses, TheOtherTargetsAreSeenToTakeOver) {
  const Tier tier;
  Pulses pulses;
  Event down;
  down.kind = EventKind::target_down;
  down.component = tier.balancer;
  down.target = tier.one;
  pulses.take(std::vector{down}, tier.architecture, nullptr);
  const std::vector<Pulse> shown = pulses.shown();
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_EQ(shown[0].element, ElementId{tier.second});
  EXPECT_EQ(shown[0].look, Pulse::Look::takes_over);
}

}  // namespace
}  // namespace loadframe
