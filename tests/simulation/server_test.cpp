#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

struct OneServer : Drawing {
  ComponentId users;
  ComponentId server;

  OneServer(double rate, const ServerSettings& settings) {
    users = add("users", arrivals(rate));
    server = add("server", settings);
    wire(users, server);
  }

  Statistics run(Duration time) const {
    Simulation simulation(architecture, {1}, {.sampling_interval = 1_s, .warm_up = {}});
    simulation.run_until(time);
    return simulation.statistics();
  }
};

TEST(EventLoop, WaitsForManyAtOnceWhereAWorkerWaitsForOne) {
  ServerSettings settings;
  settings.workers = 1;
  settings.backlog = 100'000;
  settings.cpu_time = constant(1_ms);
  settings.wait_time = constant(100_ms);
  settings.concurrency = Concurrency::threads;
  const Statistics threads = OneServer(100, settings).run(20_s);
  settings.concurrency = Concurrency::event_loop;
  const Statistics loop = OneServer(100, settings).run(20_s);
  EXPECT_NEAR(static_cast<double>(threads.requests.outcomes.ok()) / 20, 9.9, 0.5);
  EXPECT_NEAR(static_cast<double>(loop.requests.outcomes.ok()) / 20, 100, 5);
  EXPECT_LT(loop.requests.latency.mean(), 103_ms);
}

TEST(EventLoop, IsHeldUpByCpuWorkWhateverTheCores) {
  ServerSettings settings;
  settings.workers = 1;
  settings.backlog = 100'000;
  settings.cores = 8;
  settings.cpu_time = constant(10_ms);
  settings.concurrency = Concurrency::event_loop;
  // One loop at 90/s of 10 ms: M/D/1 at 0.9, mean 10 + 45 ms.
  EXPECT_NEAR(OneServer(90, settings).run(2000_s).requests.latency.mean().milliseconds(), 55, 4);
}

TEST(Backlog, LastComeFirstServedKeepsTheMeanAndWidensTheSpread) {
  ServerSettings settings = first_come_first_served(exponential(10_ms));
  const Statistics fifo = OneServer(80, settings).run(2000_s);
  settings.discipline = Discipline::lifo;
  const Statistics lifo = OneServer(80, settings).run(2000_s);
  EXPECT_NEAR(lifo.requests.latency.mean() / fifo.requests.latency.mean(), 1, 0.05);
  EXPECT_LT(lifo.requests.latency.quantile(0.5), fifo.requests.latency.quantile(0.5));
  EXPECT_GT(lifo.requests.latency.quantile(0.99), fifo.requests.latency.quantile(0.99));
}

TEST(Backlog, ServesHigherPrioritiesFirstAndEqualOnesInOrder) {
  ServerSettings settings = first_come_first_served(constant(10_ms));
  settings.discipline = Discipline::priority;
  OneServer system(95, settings);
  RequestClassSettings urgent;
  urgent.priority = 9;
  system.request_class("urgent", urgent);
  RequestClassSettings patient;
  patient.priority = 1;
  system.request_class("patient", patient);
  const Statistics result = system.run(1000_s);
  EXPECT_LT(result.classes[0].requests.latency.mean(), 25_ms) << "waits for the one in service and its equals";
  EXPECT_GT(result.classes[1].requests.latency.mean(), 100_ms);
}

TEST(Backlog, ShedsWhatWaitsTooLong) {
  ServerSettings settings = first_come_first_served(constant(100_ms));
  settings.queue_timeout = constant(250_ms);
  const Statistics result = OneServer(20, settings).run(100_s);
  EXPECT_GT(result.requests.outcomes[Outcome::shed], 900u);
  EXPECT_LE(result.requests.latency.max(), 351_ms) << "at most 250 ms of waiting and 100 ms of service";
}

TEST(Memory, KillsTheProcessThatUsesMostWhenItIsUsedUp) {
  ServerSettings settings = first_come_first_served(constant(seconds(100)), 10'000);
  settings.memory = mebibytes(1000);
  settings.base_memory = mebibytes(200);
  settings.request_memory = mebibytes(2);
  OneServer system(100, settings);
  Simulation run(system.architecture);
  run.run_until(10_s);
  const auto event = first(run, EventKind::out_of_memory);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->component, system.server);
  EXPECT_EQ(event->count, 400u) << "(1000 - 200) / 2 requests were under way";
  EXPECT_EQ(run.state_of(system.server), ComponentState::dead);
  EXPECT_EQ(run.statistics().requests.outcomes[Outcome::reset], 401u);
}

TEST(Memory, OfAHostIsSharedAndTheLargestDies) {
  ServerSettings small = first_come_first_served(constant(1_ms), 100);
  small.base_memory = mebibytes(100);
  small.request_memory = mebibytes(1);
  ServerSettings large = small;
  large.base_memory = mebibytes(900);
  Drawing system;
  const ComponentId users = system.add("users", arrivals(100));
  const ComponentId web = system.add("web", small);
  const ComponentId batch = system.add("batch", large);
  system.wire(users, web);
  HostSettings host;
  host.memory = mebibytes(1000);
  system.area("host", host, {web, batch});
  Simulation run(system.architecture);
  run.run_until(1_s);
  EXPECT_EQ(run.state_of(batch), ComponentState::dead);
  EXPECT_EQ(run.state_of(web), ComponentState::up);
}

TEST(Memory, LeaksUntilASupervisedProcessIsKilledAndRestarted) {
  ServerSettings settings = shared_processor(constant(1_ms));
  settings.memory = mebibytes(1000);
  settings.base_memory = mebibytes(200);
  settings.request_memory = bytes(1);
  settings.supervised = true;
  settings.boot_time = 3_s;
  OneServer system(100, settings);
  Simulation run(system.architecture);
  run.act({ActionKind::leak, system.server, 100});
  run.run_until(60_s);
  const auto event = first(run, EventKind::out_of_memory);
  ASSERT_TRUE(event);
  EXPECT_NEAR(event->at.seconds(), 8, 0.1) << "(1000 - 200) MiB at 100 MiB/s";
  EXPECT_EQ(events_of(run, EventKind::out_of_memory).size(), 1u) << "the restart ended the leak";
  const auto up = first(run, EventKind::up);
  ASSERT_TRUE(up);
  EXPECT_EQ(up->at - event->at, 3_s);
}

TEST(Memory, SwappingSlowsTheMachineDownInstead) {
  ServerSettings settings = first_come_first_served(constant(1_ms), 100);
  settings.memory = mebibytes(200);
  settings.base_memory = mebibytes(200);
  settings.request_memory = mebibytes(1);
  settings.memory_exhausted = MemoryExhausted::swap;
  EXPECT_EQ(OneServer(10, settings).run(10_s).requests.latency.quantile(0.5).milliseconds() > 9.9, true);
}

TEST(Scaling, OutMultipliesWorkersAndCores) {
  ServerSettings settings = first_come_first_served(exponential(10_ms));
  settings.instances = 3;
  // M/M/3 at 0.8: Erlang C wait 10 ms * C / (3 - 2.4) = 10.8 ms.
  EXPECT_NEAR(OneServer(240, settings).run(1000_s).requests.latency.mean().milliseconds(), 20.8, 0.7);
}

TEST(Autoscaling, AddsInstancesAfterTheirWarmUpAndTakesThemAwayAfterTheDelay) {
  ServerSettings settings = first_come_first_served(constant(10_ms));
  settings.autoscaling = true;
  settings.scaling_target = {0.5};
  settings.max_instances = 8;
  settings.scaling_interval = 10_s;
  settings.instance_warm_up = 20_s;
  settings.scale_down_delay = 60_s;
  OneServer system(30, settings);
  Simulation run(system.architecture);
  run.run_until(60_s);
  EXPECT_TRUE(events_of(run, EventKind::scaled).empty()) << "0.3 of a target of 0.5, and at least one";
  run.act({ActionKind::load, {}, 8});
  run.run_until(300_s);
  // 240/s of 10 ms: 2.4 busy; at a target of 0.5 (within a tenth) that is 5 instances.
  EXPECT_EQ(run.recording().samples.back()->components[1].instances, 5u);
  const auto up = first(run, EventKind::scaled);
  ASSERT_TRUE(up);
  EXPECT_GE(up->at, 80_s);
  EXPECT_LE(up->at, 100_s) << "a look within 10 s, then 20 s of warm-up";
  run.act({ActionKind::load, {}, 1});
  run.run_until(350_s);
  EXPECT_EQ(run.recording().samples.back()->components[1].instances, 5u);
  run.run_until(420_s);
  EXPECT_EQ(run.recording().samples.back()->components[1].instances, 1u);
}

TEST(Autoscaling, NeverExceedsItsMost) {
  ServerSettings settings = first_come_first_served(constant(10_ms));
  settings.autoscaling = true;
  settings.max_instances = 4;
  settings.instance_warm_up = 1_s;
  OneServer system(2000, settings);
  Simulation run(system.architecture);
  run.run_until(300_s);
  for (const auto& sample : run.recording().samples) ASSERT_LE(sample->components[1].instances, 4u);
  EXPECT_EQ(run.recording().samples.back()->components[1].instances, 4u);
}

TEST(KillNodes, TakesInstancesAndTheirPartOfTheCalls) {
  ServerSettings settings = first_come_first_served(constant(seconds(10)), 100);
  settings.instances = 4;
  OneServer system(20, settings);
  Simulation run(system.architecture);
  run.run_until(9_s);
  const auto before = run.statistics().in_flight;
  run.act({ActionKind::kill_nodes, system.server, 1});
  run.run_until(9_s + 1_ms);
  EXPECT_NEAR(static_cast<double>(run.statistics().requests.outcomes[Outcome::reset]), static_cast<double>(before) / 4,
              1.01);
  run.run_until(11_s);
  EXPECT_EQ(run.recording().samples.back()->components[1].instances, 3u);
}

TEST(Cost, IsTheHoursOfItsInstancesAndItsRequests) {
  ServerSettings settings = first_come_first_served(constant(1_ms));
  settings.instances = 2;
  settings.price_per_hour = 0.5;
  Drawing system;
  const ComponentId users = system.add("users", arrivals(100));
  system.wire(users, system.add("server", settings));
  Simulation run(system.architecture);
  run.run_until(hours(1));
  EXPECT_NEAR(run.statistics().components[1].cost, 1.0, 1e-6);
}

}  // namespace
}  // namespace loadframe
