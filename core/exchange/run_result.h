#pragma once

#include "simulation/simulation.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// The results of a run for other programs. The same run gives the same bytes. What the members mean is documented
/// in resources/schema/run.schema.json.
namespace loadframe {

inline constexpr int run_result_version = 1;

/// The mean over several runs, and the ends of its 95 % confidence interval.
struct Estimate {
  double mean = 0;
  double low = 0;
  double high = 0;
};

/// Totals over runs that differ in nothing but the seed.
struct TotalsEstimate {
  std::size_t runs = 0;
  Estimate requests;
  std::array<Estimate, outcome_count> outcomes;
  Estimate throughput_per_s;
  Estimate mean_ms;
  Estimate p50_ms;
  Estimate p95_ms;
  Estimate p99_ms;
  Estimate max_ms;
};

/// A warm-up that was found in the run, rather than given.
struct FoundWarmUp {
  bool settled = false;  ///< if not, the run was too short to tell, and nothing was cut
  std::string by;        ///< the measure that took longest: "in-flight", "latency" or "throughput"
};

/// How exact the means of one long run are, by the means of its batches.
struct ReachedPrecision {
  double wanted = 0;  ///< largest half-width of the 95 % intervals, as a share of the means
  bool reached = false;
  std::size_t batches = 0;  ///< 0: some had no ok request, and nothing can be said
  Estimate mean_ms;
  Estimate throughput_per_s;
};

struct RunResult {
  Architecture architecture;  ///< as it was in the end
  Seed seed;
  Duration duration;  ///< warm-up included
  Duration warm_up;
  Duration interval;
  Statistics statistics;
  Recording recording;
  std::vector<Hop> hops;
  std::optional<TotalsEstimate> estimate;  ///< of several runs; all else is of the first
  std::optional<FoundWarmUp> found_warm_up;
  std::optional<ReachedPrecision> precision;
};

/// The result of a run that has come to its end.
RunResult result_of(const Simulation& simulation, RunOptions options);

/// Ok requests per second of a run, after its warm-up.
double throughput_per_second(const Statistics& statistics);

/// The result as JSON: "format": "loadframe-run".
std::string run_to_json(const RunResult& result);

/// The samples as comma-separated values (RFC 4180, first row: names); of a long run, the oldest may be longer than
/// the sampling interval. The first columns are
/// t_s (end of the interval), load (factor on the traffic), in_flight (users' requests), ok_per_s, failed_per_s,
/// p50_ms, p95_ms, p99_ms (users' ok requests); then for each component NAME.ok_per_s, NAME.failed_per_s,
/// NAME.utilisation, NAME.queue, NAME.p99_ms, NAME.state; then for each host NAME.utilisation. Fields are empty
/// where a component was not there.
std::string samples_to_csv(const RunResult& result);

/// The observed hops, events and meters in the Trace Event Format, as JSON: for ui.perfetto.dev and chrome://tracing.
/// Each followed request is a track, on which its calls lie within each other.
std::string run_to_trace(const RunResult& result);

}  // namespace loadframe
