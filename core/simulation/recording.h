#pragma once

#include "architecture/faults.h"
#include "architecture/identity.h"
#include "simulation/histogram.h"
#include "simulation/outcome.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

/// What a run leaves behind: samples, events and statistics. Plain values; samples are shared and never change.
namespace loadframe {

enum class ComponentState : std::uint8_t { up, booting, hung, dead };

/// "up", "booting", "hung", "dead".
std::string_view component_state_key(ComponentState state);

/// Quantiles of the latency of ok calls in one interval; 0 if there were none.
struct LatencySample {
  Duration p50;
  Duration p95;
  Duration p99;
};

struct ComponentSample {
  ComponentId id;
  ComponentState state = ComponentState::up;
  float speed = 1;       ///< 1, less while slowed down
  std::uint64_t ok = 0;  ///< calls answered in the interval (users: requests that ended)
  std::uint64_t failed = 0;
  float utilisation = 0;        ///< 0 to 1: of its scarcest resource, workers or CPU
  float cpu = 0;                ///< 0 to 1: part of its host's cores that it used
  float queue = 0;              ///< mean number of calls waiting
  float concurrency = 0;        ///< mean number of calls present
  float hit_ratio = -1;         ///< caches: hits over lookups; negative if there were none
  Duration replication_lag;     ///< replicas: mean age of the writes applied in the interval
  std::uint32_t instances = 1;  ///< that run: of a scaled component, or nodes of a cluster that live
  float memory = 0;             ///< 0 to 1: part of its machine's memory that is in use; 0 where it is not modelled
  LatencySample latency;
};

struct LinkSample {
  LinkId id;
  std::uint64_t ok = 0;
  std::uint64_t failed = 0;
  bool cut = false;
  bool target_down = false;     ///< a balancer sends nothing over it
  std::uint32_t in_flight = 0;  ///< calls that the caller waits for, at the end of the interval
};

struct HostSample {
  AreaId id;
  float utilisation = 0;
};

/// What was measured in one sampling interval.
struct Sample {
  Duration end;
  Duration length;
  OutcomeCounts outcomes;  ///< of users' requests that ended
  LatencySample latency;   ///< of users' ok requests
  std::uint64_t in_flight = 0;
  double load = 1;  ///< the factor on the traffic
  std::vector<ComponentSample> components;
  std::vector<LinkSample> links;
  std::vector<HostSample> hosts;
};

/// One sample for several that follow each other: counts are summed, the rest are means over their lengths; of the
/// quantiles, p50 is the mean by ok calls and p95 and p99 are the worst. States are the last. @pre not empty
Sample merged(std::span<const std::shared_ptr<const Sample>> samples);

enum class EventKind : std::uint8_t {
  action,             ///< a fault, repair or traffic change: see `action`; `count` calls were reset
  up,                 ///< boot is over
  check_failed,       ///< `count` checks of `target` have failed in a row, too few to mark it down
  target_down,        ///< a balancer stopped sending to `target`, after `count` failed checks or requests
  target_up,          ///< a balancer sends to `target` again, after `count` passed checks
  no_healthy_target,  ///< a balancer has no target left
  backlog_full,       ///< began to reject calls; `count` were waiting
  backlog_ok,         ///< accepts calls again; `count` were rejected meanwhile
  saturated,          ///< the mean utilisation of the last seconds passed 95 %
  relieved,           ///< and fell below 85 % again
  edited,             ///< the architecture was edited
  out_of_memory,      ///< the memory of its machine was used up, and it was killed; `count` calls were reset
  scaled,             ///< runs with `count` instances now
  breaker_opened,     ///< its circuit breaker towards `target` opened after `count` failures
  breaker_closed,     ///< and closed after `count` probes
  primary_lost,       ///< `component`, a primary, was held for lost
  promoted,           ///< a replica became the primary; `count` acknowledged writes are lost
  took_over,          ///< a balancer's standby took over its address
  dead_letters,       ///< began to give up messages, this one after `count` deliveries
  limited,            ///< began to reject calls over its rate limit
  unlimited,          ///< no more calls are over the limit; `count` were rejected meanwhile
  node_down,          ///< a node of a cluster is held for dead by the others; `count` still live
  node_up,            ///< and takes part again
  hints_delivered,    ///< `count` writes that were kept for a node of a cluster were handed over
};

/// The word in results: "target-down".
std::string_view event_kind_key(EventKind kind);

enum class EventCause : std::uint8_t { none, failed_checks, failed_requests, passed_checks, fail_timeout_over };

/// Something that a person would want to be told, as facts; the words are made where it is shown.
struct Event {
  Duration at;
  EventKind kind = EventKind::action;
  EventCause cause = EventCause::none;
  ComponentId component;  ///< where it happened; none for links and traffic
  ElementId target;       ///< the other side, or the target of an action
  std::uint64_t count = 0;
  std::optional<Duration> elapsed;  ///< target_down/up: since the target last stopped or began to work
  std::optional<Action> action;
  friend bool operator==(const Event&, const Event&) = default;
};

/// Statistics of calls that ended since the warm-up.
struct CallStatistics {
  OutcomeCounts outcomes;
  Histogram latency;  ///< of ok calls

  void add(const CallStatistics& other) {
    outcomes.add(other.outcomes);
    latency.merge(other.latency);
  }
};

struct ComponentStatistics {
  ComponentId id;
  CallStatistics calls;  ///< answered by it; for users: the requests that they made
  std::uint64_t arrivals = 0;
  double utilisation = 0;         ///< mean: of its scarcest resource, workers or CPU
  double worker_utilisation = 0;  ///< mean busy workers over workers
  double cpu_utilisation = 0;     ///< mean part of its host's cores that it used
  double queue_mean = 0;
  double concurrency_mean = 0;
  Duration residence_mean;   ///< from arrival to answer, of all calls that ended there, ok or not
  Duration waiting_mean;     ///< of ok calls: in the backlog (or a batch),
  Duration service_mean;     ///< on CPU (with its sharing) and waiting without CPU,
  Duration downstream_mean;  ///< and for others' answers
  std::uint64_t hits = 0;    ///< caches
  std::uint64_t misses = 0;
  std::uint64_t wasted = 0;  ///< calls finished after their caller had given up
  Duration replication_lag_mean;
  double instances_mean = 1;
  std::uint64_t coalesced = 0;     ///< caches: misses that waited for another's fetch
  std::uint64_t stale = 0;         ///< clusters: reads that missed a write acknowledged before they began
  std::uint64_t hinted = 0;        ///< clusters: writes kept for a dead node
  std::uint64_t lost_writes = 0;   ///< databases: acknowledged, and lost by a failover
  std::uint64_t redelivered = 0;   ///< queues, topics, streams: deliveries beyond a message's first
  std::uint64_t dead_letters = 0;  ///< messages given up after too many deliveries
  std::uint64_t expired = 0;       ///< messages that outlived their retention, or were lost in a crash
  std::uint64_t cold_starts = 0;   ///< functions
  double cost = 0;                 ///< in the currency of the prices
};

struct LinkStatistics {
  LinkId id;
  CallStatistics calls;
  std::uint64_t begun = 0;  ///< calls sent
};

struct ClassStatistics {
  ClassId id;
  CallStatistics requests;
};

struct HostStatistics {
  AreaId id;
  double utilisation = 0;
  double cost = 0;
};

/// Statistics from the end of the warm-up to now.
struct Statistics {
  Duration from;
  Duration to;
  CallStatistics requests;      ///< as the users saw them, after their retries
  std::uint64_t begun = 0;      ///< users' requests
  std::uint64_t in_flight = 0;  ///< users' requests now
  std::uint64_t events = 0;     ///< simulated events since the start of the run
  std::vector<ComponentStatistics> components;
  std::vector<LinkStatistics> links;
  std::vector<ClassStatistics> classes;
  std::vector<HostStatistics> hosts;
};

/// Samples and events since the start of the run. It is kept within bounds: see thinning.h.
struct Recording {
  std::vector<std::shared_ptr<const Sample>> samples;
  std::vector<Event> events;
  Duration fine_from;                ///< samples before that time have been merged: the older, the longer they are
  std::uint64_t events_dropped = 0;  ///< the oldest, since there were too many
};

/// One passage of an observed call over a link.
struct Hop {
  LinkId link;
  Duration departed;
  Duration arrived;
  std::uint32_t request = 0;      ///< the same for all hops of one user request
  bool response = false;          ///< travels from callee to caller
  bool check = false;             ///< a health check
  Outcome outcome = Outcome::ok;  ///< of responses
  std::uint32_t call = 0;         ///< the same for a call's way there and back
  std::uint32_t parent = 0;       ///< the call on whose behalf it is made; 0: a user's own, or a check
  std::uint16_t attempt = 0;      ///< 0: the first
  ClassId request_class;
  Duration waited;  ///< of responses: in the callee's backlog,
  Duration served;  ///< and on CPU or waiting without it
};

/// Where a call is at a moment.
enum class CallStage : std::uint8_t {
  resolving,   ///< waits for a name
  pausing,     ///< before another attempt, or for a free connection
  travelling,  ///< to the callee
  queued,      ///< in the callee's backlog
  working,     ///< on CPU
  waiting,     ///< for something that is not a component, such as a disk
  downstream,  ///< for answers to the callee's own calls
  frozen,      ///< the callee hangs
  returning,   ///< the answer is on its way
};

/// An observed call as it is now.
struct ObservedCall {
  std::uint32_t request = 0;  ///< as in Hop
  std::uint32_t call = 0;
  std::uint32_t parent = 0;
  LinkId link;  ///< none while the name is looked up
  CallStage stage = CallStage::travelling;
  bool abandoned = false;  ///< its caller has given up
  bool check = false;
  std::uint16_t attempt = 0;
  Outcome outcome = Outcome::ok;  ///< of a returning one
  ClassId request_class;
};

}  // namespace loadframe
