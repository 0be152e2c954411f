#include "simulation/checkpoints.h"

#include "architecture/editing.h"
#include "chaos.h"
#include "exchange/layout_file.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace loadframe {
namespace {

using namespace literals;

constexpr std::uint64_t all_events = ~std::uint64_t{0};

Architecture read(const std::filesystem::path& file) {
  Result<Layout> layout = read_layout(file);
  if (!layout) ADD_FAILURE() << to_text(layout.diagnostic());
  return std::move(layout).value().architecture;
}

void expect_same(const Simulation& a, const Simulation& b) {
  EXPECT_EQ(a.now(), b.now());
  EXPECT_EQ(a.recording().events, b.recording().events);
  ASSERT_EQ(a.recording().samples.size(), b.recording().samples.size());
  for (std::size_t i = 0; i < a.recording().samples.size(); ++i) {
    EXPECT_EQ(a.recording().samples[i]->end, b.recording().samples[i]->end);
    EXPECT_EQ(a.recording().samples[i]->outcomes, b.recording().samples[i]->outcomes);
    EXPECT_EQ(a.recording().samples[i]->latency.p99, b.recording().samples[i]->latency.p99);
  }
  const Statistics x = a.statistics();
  const Statistics y = b.statistics();
  EXPECT_EQ(x.events, y.events);
  EXPECT_EQ(x.in_flight, y.in_flight);
  EXPECT_EQ(x.requests.latency, y.requests.latency);
  ASSERT_EQ(x.components.size(), y.components.size());
  for (std::size_t c = 0; c < x.components.size(); ++c) {
    EXPECT_EQ(x.components[c].concurrency_mean, y.components[c].concurrency_mean);
    EXPECT_EQ(x.components[c].calls.latency, y.components[c].calls.latency);
  }
}

/// Runs as the window does: some events at a time, with a checkpoint where one is due.
void run_keeping(Simulation& run, Checkpoints& checkpoints, Duration to) {
  while (run.now() < to) {
    const Duration next = std::min(to, run.now() + 250_ms);
    while (!run.run_until(next, 100)) {
    }
    if (checkpoints.is_due(run.now())) checkpoints.keep(run);
  }
}

Simulation rewound(const Checkpoints& checkpoints, const Simulation& run, Duration to) {
  Rewind rewind(checkpoints, run, to);
  while (!rewind.run_on(997)) {
  }
  EXPECT_EQ(rewind.progress(), 1);
  return std::move(rewind).take();
}

struct RewoundTier : WebTier {
  RewoundTier() : WebTier(200, 3, {}) {}
};

TEST(Rewinding, AnyMomentIsTheSameBitForBit) {
  const RewoundTier tier;
  Simulation run(tier.architecture, {3});
  Checkpoints checkpoints(mebibytes(256));
  checkpoints.keep(run);
  run_keeping(run, checkpoints, 30_s);
  for (const Duration moment : {Duration{}, 999_ms, 1_s, 12_s + 345_ms, 29_s + 999_ms, 30_s}) {
    SCOPED_TRACE(to_text(moment));
    Simulation original(tier.architecture, {3});
    original.run_until(moment);
    Simulation restored = rewound(checkpoints, run, moment);
    expect_same(restored, original);
    restored.run_until(40_s);
    original.run_until(40_s);
    expect_same(restored, original);
  }
}

TEST(Rewinding, DoesAgainWhatPeopleDidBeforeAndForgetsWhatCameAfter) {
  const RewoundTier tier;
  Simulation run(tier.architecture, {3});
  Checkpoints checkpoints(mebibytes(256), 7_s);
  checkpoints.keep(run);
  run_keeping(run, checkpoints, 10_s + 200_ms);
  run.act(action(ActionKind::kill, tier.servers[0]));
  run_keeping(run, checkpoints, 12_s);
  Architecture edited = tier.architecture;
  apply(connect(edited, tier.balancer, tier.servers[1]), edited);
  apply(add_component(edited, Kind::cache, {}), edited);
  run.adopt(edited);
  run.act(action(ActionKind::hang, tier.servers[1]));
  run_keeping(run, checkpoints, 20_s);
  run.act(action(ActionKind::restart, tier.servers[0]));
  run_keeping(run, checkpoints, 30_s);

  Simulation original(tier.architecture, {3});
  original.run_until(10_s + 200_ms);
  original.act(action(ActionKind::kill, tier.servers[0]));
  original.run_until(12_s);
  original.adopt(edited);
  original.act(action(ActionKind::hang, tier.servers[1]));
  original.run_until(13_s);
  Simulation restored = rewound(checkpoints, run, 13_s);
  EXPECT_EQ(restored.state_of(tier.servers[0]), ComponentState::dead);
  EXPECT_EQ(restored.state_of(tier.servers[1]), ComponentState::hung);
  EXPECT_EQ(restored.architecture().components.size(), edited.components.size());
  expect_same(restored, original);
  restored.run_until(30_s);
  original.run_until(30_s);
  expect_same(restored, original);
  EXPECT_EQ(restored.actions().size(), 3u);

  EXPECT_EQ(rewound(checkpoints, run, 10_s).state_of(tier.servers[0]), ComponentState::up);
  EXPECT_EQ(rewound(checkpoints, run, 11_s).architecture().components.size(), tier.architecture.components.size());
}

TEST(Rewinding, ActionsAtTheMomentItselfAreLeftOut) {
  const RewoundTier tier;
  Simulation run(tier.architecture);
  Checkpoints checkpoints(mebibytes(256));
  checkpoints.keep(run);
  run_keeping(run, checkpoints, 5_s);  // a checkpoint is taken at 5 s, before the kill
  run.act(action(ActionKind::kill, tier.servers[0]));
  run_keeping(run, checkpoints, 8_s);
  ASSERT_EQ(checkpoints.times()[5], 5_s);
  const Simulation before = rewound(checkpoints, run, 5_s);
  EXPECT_EQ(before.state_of(tier.servers[0]), ComponentState::up);
  EXPECT_TRUE(before.recording().events.empty());
  const Simulation after = rewound(checkpoints, run, 5_s + 1_ms);
  EXPECT_EQ(after.state_of(tier.servers[0]), ComponentState::dead);
}

TEST(Rewinding, AnActionBetweenTwoEventsOfOneInstantIsDoneAgainBetweenThem) {
  const RewoundTier tier;
  for (std::uint64_t events = 301; events < 340; ++events) {
    Simulation run(tier.architecture, {9});
    Checkpoints checkpoints(mebibytes(256));
    checkpoints.keep(run);
    run.run_until(5_s, events);
    run.act(action(ActionKind::kill, tier.servers[1]));
    run_keeping(run, checkpoints, 8_s);
    Simulation original(tier.architecture, {9});
    original.run_until(5_s, events);
    original.act(action(ActionKind::kill, tier.servers[1]));
    original.run_until(6_s + 1_ms);
    expect_same(rewound(checkpoints, run, 6_s + 1_ms), original);
  }
}

TEST(Rewinding, WhatIsScheduledStaysScheduledAndIsDoneOnce) {
  const RewoundTier tier;
  Simulation run(tier.architecture);
  run.schedule(6_s, action(ActionKind::kill, tier.servers[0]));
  Checkpoints checkpoints(mebibytes(256), 5_s);
  checkpoints.keep(run);
  run_keeping(run, checkpoints, 9_s);
  const Simulation restored = rewound(checkpoints, run, 8_s);
  EXPECT_EQ(events_of(restored, EventKind::action).size(), 1u);
  EXPECT_EQ(restored.actions().size(), 1u);
  Simulation earlier = rewound(checkpoints, run, 4_s);
  earlier.run_until(8_s);
  expect_same(earlier, restored);
}

TEST(Rewinding, ChaosIsTheSameAgain) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    Chaos chaos(seed);
    chaos.draw(8, 14);
    if (!can_run(validate(chaos.architecture()))) continue;
    Simulation run(chaos.architecture(), {seed});
    Checkpoints checkpoints(mebibytes(256), 2_s);
    checkpoints.keep(run);
    std::vector<Simulation> originals;
    for (int i = 1; i <= 10; ++i) {
      run_keeping(run, checkpoints, seconds(i) + 77_ms);
      originals.push_back(run);
      run.run_until(run.now() + 3_ms, 11);
      chaos.disturb(run);
    }
    for (const Simulation& original : originals) expect_same(rewound(checkpoints, run, original.now()), original);
  }
}

TEST(Checkpoints, AreThinnedEvenlyToTheirBudget) {
  const RewoundTier tier;
  Simulation run(tier.architecture);
  run.run_until(1_s);
  const std::int64_t one = run.memory_in_use().count;
  Simulation again(tier.architecture);
  Checkpoints checkpoints({20 * one});
  checkpoints.keep(again);
  for (int s = 1; s <= 200; ++s) {
    run_keeping(again, checkpoints, seconds(s));
    ASSERT_LE(checkpoints.memory_in_use().count, 20 * one);
  }
  const std::vector<Duration> times = checkpoints.times();
  EXPECT_EQ(times.front(), Duration{});
  EXPECT_GE(times.size(), 6u);
  for (std::size_t i = 1; i < times.size(); ++i) EXPECT_EQ(times[i] - times[i - 1], checkpoints.spacing());
  EXPECT_LE(again.now() - times.back(), checkpoints.spacing());
  Simulation original(tier.architecture);
  original.run_until(123_s);
  expect_same(rewound(checkpoints, again, 123_s), original);
}

TEST(Checkpoints, TheFirstStaysWhateverItTakes) {
  const RewoundTier tier;
  Simulation run(tier.architecture);
  Checkpoints checkpoints({1});
  checkpoints.keep(run);
  run_keeping(run, checkpoints, 5_s);
  EXPECT_EQ(checkpoints.times(), std::vector<Duration>{{}});
  expect_same(rewound(checkpoints, run, 5_s), run);
}

TEST(Checkpoints, ForgetAnotherFuture) {
  const RewoundTier tier;
  Simulation run(tier.architecture);
  Checkpoints checkpoints(mebibytes(256));
  checkpoints.keep(run);
  run_keeping(run, checkpoints, 10_s);
  Simulation other = rewound(checkpoints, run, 4_s + 500_ms);
  checkpoints.forget_after(other.now());
  other.act(action(ActionKind::kill, tier.servers[2]));
  run_keeping(other, checkpoints, 10_s);
  EXPECT_EQ(checkpoints.times().size(), 11u);
  EXPECT_EQ(rewound(checkpoints, other, 9_s).state_of(tier.servers[2]), ComponentState::dead);
}

TEST(Checkpoints, OfEveryExampleRunOnAlike) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(LOADFRAME_SOURCE_DIR "/resources/examples")) {
    if (entry.path().extension() != ".loadframe") continue;
    SCOPED_TRACE(entry.path().stem().string());
    Simulation run(read(entry.path()), {2});
    Checkpoints checkpoints(mebibytes(64), 4_s);
    checkpoints.keep(run);
    run_keeping(run, checkpoints, 10_s);
    Simulation restored = rewound(checkpoints, run, 6_s + 1_ms);
    restored.run_until(10_s);
    EXPECT_EQ(restored.recording().events, run.recording().events);
    EXPECT_EQ(restored.statistics().events, run.statistics().events);
    EXPECT_EQ(restored.statistics().requests.latency, run.statistics().requests.latency);
  }
}

}  // namespace
}  // namespace loadframe
