#include "simulation/running.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace loadframe {
namespace {

using namespace literals;

/// Users -> entry -> server, each hop 1 ms, the server works 10 ms with one worker.
struct Chain {
  Drawing drawing;
  LinkId first;
  LinkId second;

  explicit Chain(double per_second) {
    UsersSettings users = arrivals(per_second);
    users.spacing = Spacing::regular;
    const ComponentId people = drawing.add("people", users);
    const ComponentId entry = drawing.add("entry", shared_processor(constant(1_ms), 64));
    const ComponentId server = drawing.add("server", first_come_first_served(constant(10_ms)));
    LinkSettings wire;
    wire.latency = 1_ms;
    first = drawing.wire(people, entry, wire);
    second = drawing.wire(entry, server, wire);
  }
};

TEST(Observing, TellsWhichCallWasMadeOnWhoseBehalf) {
  Chain chain(10);
  Simulation run(chain.drawing.architecture);
  run.observe_every(1);
  run.run_until(1_s);
  std::map<std::uint32_t, std::vector<Hop>> requests;
  for (const Hop& hop : run.take_hops()) requests[hop.request].push_back(hop);
  ASSERT_GE(requests.size(), 8u);
  const std::vector<Hop>& hops = requests.begin()->second;
  ASSERT_EQ(hops.size(), 4u);
  EXPECT_EQ(hops[0].link, chain.first);
  EXPECT_EQ(hops[0].parent, 0u);
  EXPECT_EQ(hops[1].link, chain.second);
  EXPECT_EQ(hops[1].parent, hops[0].call);
  EXPECT_EQ(hops[2].call, hops[1].call);
  EXPECT_TRUE(hops[2].response);
  EXPECT_EQ(hops[3].call, hops[0].call);
  EXPECT_TRUE(hops[3].response);
}

TEST(Observing, TellsHowLongACallWaitedAndWasWorkedOn) {
  Chain chain(200);  // twice what the server can do: each waits 5 ms longer than the one before
  Simulation run(chain.drawing.architecture);
  run.observe_every(1);
  run.run_until(1_s);
  int answers = 0;
  for (const Hop& hop : run.take_hops()) {
    if (!hop.response || hop.link != chain.second) continue;
    EXPECT_EQ(hop.served, 10_ms);
    // Nanoseconds are kept with 24 significant bits.
    EXPECT_NEAR(hop.waited.milliseconds(), 5.0 * answers, 1e-4);
    ++answers;
  }
  EXPECT_GT(answers, 90);
}

TEST(Observing, TellsWhereEachCallIs) {
  Chain chain(200);
  Simulation run(chain.drawing.architecture);
  run.observe_every(1);
  run.run_until(1_s);
  std::map<CallStage, int> at_the_server;
  int downstream = 0;
  for (const ObservedCall& call : run.observed_calls()) {
    if (call.link == chain.first && call.stage == CallStage::downstream) ++downstream;
    if (call.link != chain.second) continue;
    ++at_the_server[call.stage];
    EXPECT_NE(call.parent, 0u);
  }
  EXPECT_EQ(at_the_server[CallStage::working], 1);
  EXPECT_GT(at_the_server[CallStage::queued], 80);
  EXPECT_EQ(downstream, at_the_server[CallStage::working] + at_the_server[CallStage::queued] +
                            at_the_server[CallStage::travelling] + at_the_server[CallStage::returning]);
}

TEST(Observing, SeesNothingOfRequestsThatAreNotObserved) {
  Chain chain(200);
  Simulation run(chain.drawing.architecture);
  run.run_until(1_s);
  EXPECT_TRUE(run.observed_calls().empty());
  EXPECT_TRUE(run.take_hops().empty());
}

}  // namespace
}  // namespace loadframe
