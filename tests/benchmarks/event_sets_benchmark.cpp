#include "event_sets/d_ary_heap.h"
#include "event_sets/engine_queue.h"
#include "event_sets/ladder_queue.h"
#include "event_sets/lanes.h"
#include "event_sets/timing_wheel.h"
#include "event_sets/traffic.h"

#include <benchmark/benchmark.h>

/// What a pop and a push cost in each event set, by the number of pending events and by what is scheduled.
namespace loadframe::event_sets {
namespace {

template <class Set, Mix mix>
void hold(benchmark::State& state) {
  constexpr std::int64_t batch = 10'000;
  const auto pending = static_cast<std::size_t>(state.range(0));
  Set set;
  Traffic traffic(mix, pending);
  traffic.fill(set);
  traffic.hold(set, static_cast<std::int64_t>(pending) * 2 + 100'000);
  std::int64_t events = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(traffic.hold(set, batch));
    events += batch;
  }
  state.SetItemsProcessed(events);
  state.counters["per_event"] =
      benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

#define COMPARE(Set)                                                                                        \
  BENCHMARK(hold<Set, Mix::exponential>)->Name(#Set "/exponential")->Arg(100)->Arg(10'000)->Arg(1'000'000); \
  BENCHMARK(hold<Set, Mix::engine>)->Name(#Set "/engine")->Arg(100)->Arg(10'000)->Arg(1'000'000)

using BinaryHeap = DaryHeap<2>;
using FourAryHeap = DaryHeap<4>;
using EightAryHeap = DaryHeap<8>;
COMPARE(EngineQueue);
COMPARE(BinaryHeap);
COMPARE(FourAryHeap);
COMPARE(EightAryHeap);
COMPARE(LanesAndHeap);
COMPARE(TimingWheel);
COMPARE(LadderQueue);

}  // namespace
}  // namespace loadframe::event_sets
