#pragma once

#include "analysis/theory/check.h"
#include "architecture/drawing.h"
#include "simulation/simulation.h"

#include <initializer_list>
#include <string>

/// For the files that list the checks alone.
namespace loadframe::theory {

void add_queue_checks(std::vector<Check>& checks);
void add_network_checks(std::vector<Check>& checks);
void add_balancing_checks(std::vector<Check>& checks);
void add_cache_checks(std::vector<Check>& checks);
void add_failure_checks(std::vector<Check>& checks);

/// How long to run: statistics are of `measured`, after `warm_up`.
struct Span {
  Duration warm_up;
  Duration measured;
};

/// Long enough for about so many requests at that rate.
inline Span requests_at(double rate, double requests, double warm_up_requests) {
  return {duration_from_seconds(warm_up_requests / rate), duration_from_seconds(requests / rate)};
}

inline Statistics run(const Architecture& architecture, std::uint64_t seed, Span span) {
  Simulation simulation(architecture, {seed}, {.sampling_interval = seconds(3600), .warm_up = span.warm_up});
  simulation.run_until(span.warm_up + span.measured);
  return simulation.statistics();
}

/// Mean time from users' request to answer, s.
inline double response(const Statistics& statistics) { return statistics.requests.latency.mean().seconds(); }

/// Part of the users' requests that ended so.
inline double share_of(const Statistics& statistics, Outcome outcome) {
  return static_cast<double>(statistics.requests.outcomes[outcome]) /
         static_cast<double>(statistics.requests.outcomes.all());
}

/// "8", "0.95".
inline std::string number(double value) { return number_to_text(value); }

}  // namespace loadframe::theory
