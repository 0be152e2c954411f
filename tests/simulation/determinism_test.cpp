#include "exchange/layout_file.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace loadframe {
namespace {

using namespace literals;

std::vector<std::filesystem::path> examples() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(LOADFRAME_SOURCE_DIR "/resources/examples"))
    if (entry.path().extension() == ".loadframe") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Of large populations, a hundredth: the same happens, less often.
Architecture read(const std::filesystem::path& file) {
  constexpr std::int64_t large = 100'000;
  Result<Layout> layout = read_layout(file);
  if (!layout) ADD_FAILURE() << to_text(layout.diagnostic());
  Architecture architecture = std::move(layout).value().architecture;
  for (Component& component : architecture.components)
    if (auto* users = std::get_if<UsersSettings>(&component.settings); users && users->population > large)
      users->population /= 100;
  return architecture;
}

void expect_same(const Simulation& a, const Simulation& b) {
  EXPECT_EQ(a.recording().events, b.recording().events);
  ASSERT_EQ(a.recording().samples.size(), b.recording().samples.size());
  for (std::size_t i = 0; i < a.recording().samples.size(); ++i) {
    const Sample& one = *a.recording().samples[i];
    const Sample& other = *b.recording().samples[i];
    EXPECT_EQ(one.outcomes, other.outcomes);
    EXPECT_EQ(one.latency.p99, other.latency.p99);
    EXPECT_EQ(one.in_flight, other.in_flight);
    for (std::size_t c = 0; c < one.components.size(); ++c) {
      EXPECT_EQ(one.components[c].utilisation, other.components[c].utilisation);
      EXPECT_EQ(one.components[c].queue, other.components[c].queue);
    }
  }
  const Statistics x = a.statistics();
  const Statistics y = b.statistics();
  EXPECT_EQ(x.events, y.events);
  EXPECT_EQ(x.requests.latency, y.requests.latency);
  for (std::size_t c = 0; c < x.components.size(); ++c) {
    EXPECT_EQ(x.components[c].concurrency_mean, y.components[c].concurrency_mean);
    EXPECT_EQ(x.components[c].calls.latency, y.components[c].calls.latency);
  }
}

/// A server dies, comes back, and the load doubles.
void disturb(Simulation& run, const Architecture& architecture) {
  const auto server = std::find_if(architecture.components.begin(), architecture.components.end(),
                                   [](const Component& c) { return kind_of(c.settings) == Kind::server; });
  run.act(action(ActionKind::kill, server->id));
  run.schedule(run.now() + 10_s, action(ActionKind::restart, server->id));
  run.schedule(run.now() + 12_s, {ActionKind::load, {}, 2});
}

TEST(Determinism, TheSameSeedGivesTheSameRun) {
  for (const auto& file : examples()) {
    SCOPED_TRACE(file);
    const Architecture architecture = read(file);
    Simulation one(architecture, {7});
    Simulation other(architecture, {7});
    for (Simulation* run : {&one, &other}) {
      run->run_until(10_s);
      disturb(*run, architecture);
      run->run_until(40_s);
    }
    expect_same(one, other);
  }
}

TEST(Determinism, AnotherSeedGivesAnotherRun) {
  const Architecture architecture = read(examples().front());
  Simulation one(architecture, {1});
  Simulation other(architecture, {2});
  one.run_until(10_s);
  other.run_until(10_s);
  EXPECT_NE(one.statistics().requests.latency.mean(), other.statistics().requests.latency.mean());
}

TEST(Determinism, ACheckpointRunsOnLikeTheOriginal) {
  for (const auto& file : examples()) {
    SCOPED_TRACE(file);
    const Architecture architecture = read(file);
    Simulation run(architecture, {3});
    run.run_until(12_s + 345_ms);
    disturb(run, architecture);
    run.run_until(16_s);
    Simulation restored = run;
    run.run_until(40_s);
    restored.run_until(40_s);
    expect_same(run, restored);
  }
}

TEST(Determinism, TheWayOfRunningDoesNotMatter) {
  const Architecture architecture = read(examples().front());
  Simulation whole(architecture, {5});
  whole.run_until(20_s);
  Simulation pieces(architecture, {5});
  while (!pieces.run_until(10_s, 17)) {
  }
  while (pieces.now() < 19_s) pieces.step();
  pieces.run_until(20_s);
  expect_same(whole, pieces);
}

TEST(Determinism, ObservingChangesNothing) {
  const Architecture architecture = read(examples().front());
  Simulation seen(architecture, {5});
  seen.observe_every(3);
  Simulation unseen(architecture, {5});
  seen.run_until(20_s);
  unseen.run_until(20_s);
  EXPECT_FALSE(seen.take_hops().empty());
  expect_same(seen, unseen);
}

TEST(Determinism, AddingAComponentLeavesTheOthersTheirChance) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(100));
  drawing.wire(users, drawing.add("server", shared_processor(exponential(5_ms))));
  Simulation before(drawing.architecture);
  drawing.wire(drawing.add("others", arrivals(10)), drawing.add("another", shared_processor(exponential(5_ms))));
  Simulation after(drawing.architecture);
  before.run_until(20_s);
  after.run_until(20_s);
  EXPECT_EQ(of(before.statistics(), users).calls.latency, of(after.statistics(), users).calls.latency);
}

TEST(LittlesLaw, HoldsExactlyOnThePathOfEveryExample) {
  for (const auto& file : examples()) {
    SCOPED_TRACE(file.stem().string());
    Simulation run(read(file));
    run.run_until(60_s);
    EXPECT_EQ(run.broken_invariant(), std::nullopt);
    EXPECT_GT(run.statistics().requests.outcomes.all(), 100u);
  }
}

}  // namespace
}  // namespace loadframe
