#include "simulation/simulation.h"
#include "systems.h"

#include <benchmark/benchmark.h>

namespace loadframe {
namespace {

/// Runs the architecture for `simulated` again and again; reports events per second and nanoseconds per event.
void run(benchmark::State& state, const Architecture& architecture, Duration simulated) {
  std::uint64_t events = 0;
  double requests = 0;
  for (auto _ : state) {
    Simulation simulation(architecture);
    simulation.run_until(simulated);
    const Statistics statistics = simulation.statistics();
    events += statistics.events;
    requests += static_cast<double>(statistics.begun);
  }
  const auto count = static_cast<double>(events);
  state.counters["events/s"] = benchmark::Counter(count, benchmark::Counter::kIsRate);
  state.counters["s/event"] = benchmark::Counter(count, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["requests/s"] = benchmark::Counter(requests, benchmark::Counter::kIsRate);
}

void single_queue(benchmark::State& state) { run(state, systems::single_queue(), seconds(100)); }
BENCHMARK(single_queue)->Unit(benchmark::kMillisecond);

void three_tiers(benchmark::State& state) { run(state, systems::three_tiers(), seconds(20)); }
BENCHMARK(three_tiers)->Unit(benchmark::kMillisecond);

void load_balanced_example(benchmark::State& state) { run(state, systems::example("load-balanced"), seconds(600)); }
BENCHMARK(load_balanced_example)->Unit(benchmark::kMillisecond);

void million_users_example(benchmark::State& state) {
  run(state, systems::example("million-users"), milliseconds(500));
}
BENCHMARK(million_users_example)->Unit(benchmark::kMillisecond);

void thousand_components(benchmark::State& state) { run(state, systems::components(1000), milliseconds(200)); }
BENCHMARK(thousand_components)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace loadframe
