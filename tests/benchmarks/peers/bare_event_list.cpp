#include "clock.h"
#include "event_sets/d_ary_heap.h"
#include "simulation/random.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// The floor: M/M/1 at load 0.9 with an event list and nothing else. No customers, no waits, nothing measured.
///   bare_event_list [SEED] [CUSTOMERS]
namespace {

struct Event {
  std::int64_t time;  ///< ns
  std::uint64_t order_and_type;
  friend bool operator<(const Event& a, const Event& b) {
    return a.time != b.time ? a.time < b.time : a.order_and_type < b.order_and_type;
  }
};

}  // namespace

int main(int count, char** arguments) {
  const std::uint64_t seed = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1;
  const std::uint64_t customers = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 5'000'000;
  constexpr double mean_gap = 1e9 / 900;
  constexpr double mean_service = 1e6;
  const loadframe::CpuClock clock;
  loadframe::RandomStream gaps(seed, 1, 1);
  loadframe::RandomStream services(seed, 2, 1);
  loadframe::event_sets::DaryHeap<4, Event> events;
  std::uint64_t order = 0;
  std::uint64_t present = 0;
  std::uint64_t served = 0;
  const auto schedule = [&](std::int64_t time, std::uint64_t type) { events.push({time, (++order << 1) | type}); };
  const auto draw = [](loadframe::RandomStream& stream, double mean) {
    return static_cast<std::int64_t>(stream.exponential() * mean);
  };
  schedule(draw(gaps, mean_gap), 0);
  while (served < customers) {
    const Event event = events.pop();
    if ((event.order_and_type & 1) == 0) {
      schedule(event.time + draw(gaps, mean_gap), 0);
      if (present++ == 0) schedule(event.time + draw(services, mean_service), 1);
    } else {
      ++served;
      if (--present > 0) schedule(event.time + draw(services, mean_service), 1);
    }
  }
  std::printf("{\"ns_per_request\": %.6g}\n", clock.seconds() * 1e9 / static_cast<double>(served));
  return 0;
}
