#include "clock.h"
#include "simulation/checkpoints.h"
#include "simulation/simulation.h"
#include "systems.h"

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

/// Does one piece of work and prints what it took, as one line of JSON. packaging/bench asks for them one by one, in
/// turn with the peers.
///   engine_works WORK [SEED] [AMOUNT]
namespace loadframe {
namespace {

struct Request {
  std::uint64_t seed = 1;
  double amount = 0;  ///< 0: as much as the work usually is
  double amount_or(double usual) const { return amount > 0 ? amount : usual; }
};

Duration lasting(double seconds) { return {static_cast<std::int64_t>(seconds * 1e9)}; }

using Figures = std::vector<std::pair<std::string, double>>;

/// As the window samples.
RunOptions sampled_as_live() {
  RunOptions options;
  options.sampling_interval = milliseconds(250);
  return options;
}

/// Runs on for so long.
struct Pace {
  double cpu_seconds = 0;
  double events = 0;
  double requests = 0;
};

Pace run_on(Simulation& run, Duration simulated) {
  const auto ended = [&run] {
    const Statistics statistics = run.statistics();
    return std::pair(static_cast<double>(statistics.events), static_cast<double>(statistics.requests.outcomes.all()));
  };
  const auto before = ended();
  const CpuClock clock;
  run.run_until(run.now() + simulated);
  Pace pace;
  pace.cpu_seconds = clock.seconds();
  const auto after = ended();
  pace.events = after.first - before.first;
  pace.requests = after.second - before.second;
  return pace;
}

Figures figures_of(const Pace& pace, double simulated_seconds) {
  return {{"ns_per_request", pace.cpu_seconds / pace.requests * 1e9},
          {"events_per_s", pace.events / pace.cpu_seconds},
          {"events_per_request", pace.events / pace.requests},
          {"simulated_per_cpu_s", simulated_seconds / pace.cpu_seconds}};
}

Figures single_queue(const Request& request) {
  const double simulated = request.amount_or(2'000'000) / systems::single_queue_rate;
  Simulation run(systems::single_queue(), {request.seed});
  run.run_until(seconds(10));
  const Pace pace = run_on(run, lasting(simulated));
  Figures figures = figures_of(pace, simulated);
  figures.emplace_back("latency_ms", run.statistics().requests.latency.mean().milliseconds());
  return figures;
}

Figures three_tiers(const Request& request) {
  const double simulated = request.amount_or(400'000) / systems::three_tiers_rate;
  RunOptions options;
  options.warm_up = seconds(30);  // the cache has filled
  Simulation run(systems::three_tiers(), {request.seed}, options);
  run.run_until(seconds(30));
  const Pace pace = run_on(run, lasting(simulated));
  const Statistics statistics = run.statistics();
  Figures figures = figures_of(pace, simulated);
  figures.emplace_back("latency_ms", statistics.requests.latency.mean().milliseconds());
  double busy = 0;
  double servers = 0;
  for (const ComponentStatistics& component : statistics.components) {
    if (component.hits + component.misses > 0)
      figures.emplace_back(
          "hit_ratio", static_cast<double>(component.hits) / static_cast<double>(component.hits + component.misses));
    const Component* const drawn = find(run.architecture(), component.id);
    if (kind_of(drawn->settings) != Kind::server) continue;
    busy += component.worker_utilisation;
    ++servers;
  }
  figures.emplace_back("load", busy / servers);
  return figures;
}

Figures population(const Architecture& architecture, double simulated, const Request& request) {
  Simulation run(architecture, {request.seed}, sampled_as_live());
  run.run_until(lasting(std::min(3.0, simulated)));
  Figures figures = figures_of(run_on(run, lasting(simulated)), simulated);
  const Statistics statistics = run.statistics();
  figures.emplace_back("ok_share", static_cast<double>(statistics.requests.outcomes[Outcome::ok]) /
                                       static_cast<double>(statistics.requests.outcomes.all()));
  figures.emplace_back("requests_per_s", static_cast<double>(statistics.begun) / run.now().seconds());
  return figures;
}

Figures million_users(const Request& request) {
  return population(systems::example("million-users"), request.amount_or(20), request);
}

Figures ten_million_thoughtful(const Request& request) {
  return population(systems::populated(10'000'000, seconds(100), 1), request.amount_or(10), request);
}

Figures ten_million_hasty(const Request& request) {
  return population(systems::populated(10'000'000, seconds(10), 10), request.amount_or(1), request);
}

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

/// Both run in turn, so that whatever else the machine does hits both; and medians, as it may hit one of a turn only.
Figures many_components(const Request& request) {
  const Architecture few = systems::components(10);
  const Architecture many = systems::components(1000);
  Simulation small(few, {request.seed});
  Simulation large(many, {request.seed});
  small.run_until(seconds(30));
  large.run_until(seconds(2));
  std::vector<double> fast;
  std::vector<double> slow;
  std::vector<double> ratios;
  constexpr double events_of_large = 140;  // in the time in which the small one has one
  for (int turn = 0; turn < 9; ++turn) {
    const auto rate = [](const Pace& pace) { return pace.events / pace.cpu_seconds; };
    fast.push_back(rate(run_on(small, lasting(request.amount_or(22)))));
    slow.push_back(rate(run_on(large, lasting(request.amount_or(22) / events_of_large))));
    ratios.push_back(fast.back() / slow.back());
  }
  return {{"components", static_cast<double>(many.components.size())},
          {"links", static_cast<double>(many.links.size())},
          {"events_per_s_of_ten", median(fast)},
          {"events_per_s_of_thousand", median(slow)},
          {"ratio", median(ratios)}};
}

/// The time to make a thousand components ready to run, and to take over an edit of one of them.
Figures compile(const Request&) {
  const Architecture architecture = systems::components(1000);
  Architecture edited = architecture;
  for (Component& component : edited.components) {
    auto* server = std::get_if<ServerSettings>(&component.settings);
    if (!server) continue;
    server->cpu_time = exponential(milliseconds(9));
    break;
  }
  std::vector<double> to_begin;
  std::vector<double> to_adopt;
  for (int i = 0; i < 15; ++i) {
    const CpuClock beginning;
    Simulation run(architecture);
    to_begin.push_back(beginning.seconds() * 1e3);
    run.run_until(milliseconds(100));
    const CpuClock adopting;
    run.adopt(edited);
    to_adopt.push_back(adopting.seconds() * 1e3);
  }
  return {{"begin_ms", median(to_begin)}, {"adopt_ms", median(to_adopt)}};
}

double allocated_bytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

/// Copies of the running million users, 20 s after the start, as they are kept for rewinding.
Figures checkpoint(const Request& request) {
  Simulation run(systems::example("million-users"), {request.seed}, sampled_as_live());
  run.run_until(lasting(request.amount_or(20)));
  std::vector<double> times;
  double bytes = 0;
  Checkpoints checkpoints(gibibytes(1));
  for (int i = 0; i < 21; ++i) {
    run.run_until(run.now() + milliseconds(250));
    const double before = allocated_bytes();
    const CpuClock clock;
    checkpoints.keep(run);
    times.push_back(clock.seconds() * 1e3);
    bytes = allocated_bytes() - before;
  }
  return {{"copy_ms", median(times)},
          {"worst_ms", *std::max_element(times.begin(), times.end())},
          {"copy_mib", bytes / (1 << 20)}};
}

/// Back to seconds at random of a ten-minute run of the million users.
Figures rewind(const Request& request) {
  const double lasted = request.amount_or(600);
  Simulation run(systems::example("million-users"), {request.seed}, sampled_as_live());
  Checkpoints checkpoints(gibibytes(3));  // of the 4 GiB that the window takes on a machine with 24
  while (run.now() < lasting(lasted)) {
    if (checkpoints.is_due(run.now())) checkpoints.keep(run);
    run.run_until(run.now() + milliseconds(250));
  }
  std::mt19937_64 random(request.seed);
  std::vector<double> times;
  for (int i = 0; i < 15; ++i) {
    const Duration to = lasting(static_cast<double>(random() % static_cast<std::uint64_t>(lasted)));
    const CpuClock clock;
    Rewind back(checkpoints, run, to);
    while (!back.run_on(100'000)) {
    }
    times.push_back(clock.seconds() * 1e3);
  }
  return {{"median_ms", median(times)},
          {"worst_ms", *std::max_element(times.begin(), times.end())},
          {"spacing_s", checkpoints.spacing().seconds()},
          {"kept_mib", static_cast<double>(checkpoints.memory_in_use().count) / (1 << 20)}};
}

double resident_mib() {
  std::FILE* const file = std::fopen("/proc/self/status", "r");
  if (!file) return 0;
  char line[256];
  double kib = 0;
  while (std::fgets(line, sizeof line, file))
    if (std::sscanf(line, "VmRSS: %lf", &kib) == 1) break;
  std::fclose(file);
  return kib / 1024;
}

/// Bounds what samples may take, where the engine can.
template <class Options>
void bound_recording(Options& options) {
  if constexpr (requires { options.recording_budget; }) options.recording_budget = mebibytes(2);
}

/// The load-balanced example for ten simulated hours.
Figures memory(const Request& request) {
  const double hours = request.amount_or(10);
  RunOptions options;
  bound_recording(options);
  Simulation run(systems::example("load-balanced"), {request.seed}, options);
  run.run_until(lasting(360 * hours));
  const double early = resident_mib();
  run.run_until(lasting(3600 * hours));
  const double late = resident_mib();
  return {{"first_mib", early}, {"last_mib", late}, {"growth_mib", late - early}};
}

const std::map<std::string, Figures (*)(const Request&)>& works() {
  static const std::map<std::string, Figures (*)(const Request&)> all{
      {"single-queue", single_queue},
      {"three-tiers", three_tiers},
      {"million-users", million_users},
      {"ten-million-thoughtful", ten_million_thoughtful},
      {"ten-million-hasty", ten_million_hasty},
      {"many-components", many_components},
      {"compile", compile},
      {"checkpoint", checkpoint},
      {"rewind", rewind},
      {"memory", memory},
  };
  return all;
}

void print(const Figures& figures) {
  std::printf("{");
  const char* separator = "";
  for (const auto& [name, value] : figures) {
    std::printf("%s\"%s\": %.6g", separator, name.c_str(), value);
    separator = ", ";
  }
  std::printf("}\n");
}

}  // namespace
}  // namespace loadframe

int main(int count, char** arguments) {
  using namespace loadframe;
  const auto work = count > 1 ? works().find(arguments[1]) : works().end();
  if (work == works().end()) {
    std::fprintf(stderr, "usage: engine_works WORK [SEED] [AMOUNT]\nworks:");
    for (const auto& [name, unused] : works()) std::fprintf(stderr, " %s", name.c_str());
    std::fprintf(stderr, "\n");
    return 2;
  }
  Request request;
  if (count > 2) request.seed = std::strtoull(arguments[2], nullptr, 10);
  if (count > 3) request.amount = std::strtod(arguments[3], nullptr);
  print(work->second(request));
  return 0;
}
