#include "simulation/thinning.h"

#include "architecture/editing.h"
#include "simulation/checkpoints.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

OutcomeCounts sum_of(const Recording& recording) {
  OutcomeCounts sum;
  for (const auto& sample : recording.samples)
    for (std::size_t i = 0; i < outcome_count; ++i) sum.count[i] += sample->outcomes.count[i];
  return sum;
}

std::uint64_t answered_by(const Recording& recording, ComponentId id) {
  std::uint64_t sum = 0;
  for (const auto& sample : recording.samples)
    for (const ComponentSample& component : sample->components)
      if (component.id == id) sum += component.ok + component.failed;
  return sum;
}

void expect_gapless(const Recording& recording) {
  Duration end;
  for (const auto& sample : recording.samples) {
    EXPECT_EQ(sample->end - sample->length, end);
    end = sample->end;
  }
}

struct ThinnedTier : WebTier {
  ThinnedTier() : WebTier(50, 2, {}) {}

  /// A run whose recording may hold about so many samples.
  Simulation start(std::size_t samples, RunOptions options = {}) const {
    Simulation probe(architecture, {1}, options);
    probe.run_until(options.sampling_interval);
    options.recording_budget = {static_cast<std::int64_t>(samples * bytes_of(*probe.recording().samples.front()))};
    return Simulation(architecture, {1}, options);
  }
};

TEST(Recordings, StayWithinTheirBudgetAndCountExactly) {
  const ThinnedTier tier;
  Simulation run = tier.start(100);
  Simulation whole(tier.architecture);
  whole.run_until(1_s);
  const std::size_t budget = 100 * bytes_of(*whole.recording().samples.front());
  for (int s = 1; s <= 1000; ++s) {
    run.run_until(seconds(s));
    ASSERT_LE(bytes_of_samples(run.recording()), budget);
  }
  run.act(action(ActionKind::kill, tier.servers[0]));
  run.run_until(2000_s);
  whole.run_until(1000_s);
  whole.act(action(ActionKind::kill, tier.servers[0]));
  whole.run_until(2000_s);
  expect_gapless(run.recording());
  EXPECT_EQ(whole.recording().samples.size(), 2000u);
  EXPECT_EQ(sum_of(run.recording()), sum_of(whole.recording()));
  EXPECT_EQ(answered_by(run.recording(), tier.servers[1]), answered_by(whole.recording(), tier.servers[1]));
  EXPECT_EQ(run.statistics().requests.latency, whole.statistics().requests.latency);
}

TEST(Recordings, KeepWhatIsRecentFineAndSaySinceWhen) {
  const ThinnedTier tier;
  Simulation run = tier.start(200);
  run.run_until(200_s);
  EXPECT_EQ(run.recording().fine_from, Duration{});
  run.run_until(5000_s);
  const Recording& recording = run.recording();
  EXPECT_GT(recording.fine_from, 4900_s);
  EXPECT_LT(recording.fine_from, 5000_s);
  Duration last = hours(100);
  for (const auto& sample : recording.samples) {
    EXPECT_LE(sample->length, last);  // the older, the coarser
    EXPECT_EQ(sample->length == 1_s, sample->end > recording.fine_from);
    EXPECT_EQ((sample->end - sample->length).nanoseconds % sample->length.nanoseconds, 0);
    last = sample->length;
  }
  EXPECT_LE(recording.samples.front()->length, 1024_s);
}

TEST(Recordings, OfTenHoursDoNotGrow) {
  const ThinnedTier tier;
  RunOptions options;
  options.sampling_interval = 10_s;
  Simulation run = tier.start(150, options);
  run.run_until(hours(1));
  const std::int64_t after_an_hour = run.memory_in_use().count;
  run.run_until(hours(10));
  EXPECT_LE(run.recording().samples.size(), 150u);
  EXPECT_LE(run.memory_in_use().count, after_an_hour * 5 / 4);
  EXPECT_NEAR(static_cast<double>(run.statistics().requests.outcomes.all()), 50 * 36000, 10000);
}

TEST(Recordings, AreNotMergedOverAnEditOfWhatThereIs) {
  const ThinnedTier tier;
  Simulation run = tier.start(20);
  run.run_until(100_s + 500_ms);
  Architecture edited = tier.architecture;
  const std::vector<ElementId> gone{tier.servers[1]};
  apply(remove(edited, gone), edited);
  run.adopt(edited);
  run.run_until(1000_s);
  expect_gapless(run.recording());
  EXPECT_GT(answered_by(run.recording(), tier.servers[1]), 2000u);
  for (const auto& sample : run.recording().samples)
    EXPECT_EQ(sample->components.size(), sample->end > 100_s ? 3u : 4u);
}

TEST(Recordings, OfARewoundRunHaveNoGapsAndCountExactly) {
  const ThinnedTier tier;
  Simulation run = tier.start(60);
  Checkpoints checkpoints(mebibytes(64), 3_s);
  checkpoints.keep(run);
  for (int s = 1; s <= 1000; ++s) {
    run.run_until(seconds(s));
    if (checkpoints.is_due(run.now())) checkpoints.keep(run);
  }
  for (const Duration moment : {50_s, 333_s + 100_ms, 777_s, 999_s}) {
    Rewind rewind(checkpoints, run, moment);
    while (!rewind.run_on(1000)) {
    }
    const Simulation restored = std::move(rewind).take();
    Simulation original(tier.architecture);
    original.run_until(moment);
    expect_gapless(restored.recording());
    EXPECT_EQ(sum_of(restored.recording()), sum_of(original.recording()));
    EXPECT_EQ(restored.statistics().requests.latency, original.statistics().requests.latency);
  }
}

TEST(Recordings, DropTheOldestMinorEventsAndCountThem) {
  Recording recording;
  for (int i = 0; i < 1000; ++i) {
    Event event;
    event.at = seconds(i);
    event.kind = i % 100 == 0 ? EventKind::action : EventKind::target_down;
    recording.events.push_back(event);
  }
  thin_events(recording, 1000);
  EXPECT_EQ(recording.events_dropped, 0u);
  thin_events(recording, 500);
  EXPECT_EQ(recording.events.size(), 375u);
  EXPECT_EQ(recording.events_dropped, 625u);
  EXPECT_EQ(std::count_if(recording.events.begin(), recording.events.end(),
                          [](const Event& event) { return event.kind == EventKind::action; }),
            10);
  EXPECT_EQ(recording.events.back().at, 999_s);
  EXPECT_TRUE(std::is_sorted(recording.events.begin(), recording.events.end(),
                             [](const Event& a, const Event& b) { return a.at < b.at; }));
  thin_events(recording, 8);
  EXPECT_EQ(recording.events.size(), 6u);
}

TEST(Scenarios, AreNotPlannedAgainByEveryEdit) {
  ThinnedTier tier;
  for (int i = 0; i < 50; ++i)
    tier.architecture.properties.scenario.push_back({seconds(1000 + i), action(ActionKind::kill, tier.servers[0]), {}});
  Simulation run(tier.architecture);
  run.run_until(1_s);
  const std::int64_t before = run.memory_in_use().count;
  for (int i = 0; i < 100; ++i) run.adopt(tier.architecture);
  EXPECT_LT(run.memory_in_use().count, before + 10'000);
  tier.architecture.properties.scenario.resize(1);
  run.adopt(tier.architecture);
  run.run_until(1100_s);
  EXPECT_EQ(events_of(run, EventKind::action).size(), 1u);
}

}  // namespace
}  // namespace loadframe
