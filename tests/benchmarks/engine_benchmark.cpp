#include "drawing.h"
#include "exchange/layout_file.h"
#include "simulation/simulation.h"

#include <benchmark/benchmark.h>

namespace loadframe {
namespace {

/// Runs the architecture for `simulated` again and again; reports events per second and nanoseconds per event.
void run(benchmark::State& state, const Architecture& architecture, Duration simulated) {
  std::uint64_t events = 0;
  double requests = 0;
  for (auto _ : state) {
    Simulation simulation(architecture, {1}, {.sampling_interval = seconds(1), .warm_up = {}});
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

/// One processor-sharing server at 80 %.
void single_queue(benchmark::State& state) {
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(80));
  drawing.wire(users, drawing.add("server", shared_processor(exponential(milliseconds(10)))));
  run(state, drawing.architecture, seconds(1000));
}
BENCHMARK(single_queue)->Unit(benchmark::kMillisecond);

void load_balanced_example(benchmark::State& state) {
  const Result<Layout> layout = read_layout(LOADFRAME_SOURCE_DIR "/resources/examples/load-balanced.loadframe");
  if (!layout) {
    state.SkipWithError(to_text(layout.diagnostic()).c_str());
    return;
  }
  run(state, layout->architecture, seconds(600));
}
BENCHMARK(load_balanced_example)->Unit(benchmark::kMillisecond);

/// A million users, each with a request every ten minutes or so, on a tier that holds them: how fast time passes.
void million_users(benchmark::State& state) {
  Drawing drawing;
  UsersSettings people;
  people.arrivals = Arrivals::closed;
  people.population = 1'000'000;
  people.think_time = exponential(seconds(600));
  const ComponentId users = drawing.add("users", people);
  const ComponentId balancer = drawing.add("lb", LoadBalancerSettings{});
  drawing.wire(users, balancer);
  for (int i = 1; i <= 10; ++i)
    drawing.wire(balancer, drawing.add("web-" + std::to_string(i), shared_processor(exponential(milliseconds(10)), 4)));
  run(state, drawing.architecture, seconds(10));
}
BENCHMARK(million_users)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace loadframe
