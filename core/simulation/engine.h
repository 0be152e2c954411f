#pragma once

#include "simulation/call.h"
#include "simulation/event_queue.h"
#include "simulation/kind_state.h"
#include "simulation/model.h"
#include "simulation/processor.h"
#include "simulation/random.h"
#include "simulation/simulation.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The inside of Simulation: the state of a run, and what all kinds have in common. What is particular to a kind
/// stands in behaviour/. Everything here is a plain value; a copy of the engine is a checkpoint.
namespace loadframe::engine {

using NodeIndex = std::uint32_t;
using LinkIndex = std::uint32_t;
using CallIndex = std::uint32_t;

/// Counters of what ended at a component.
struct Counters {
  std::uint64_t arrivals = 0;
  std::uint64_t ended = 0;  ///< visits, health checks and replication included
  double residence = 0;     ///< ns, of those
  double waiting = 0;       ///< ns, of ok calls, like the two below
  double service = 0;
  double downstream = 0;
  OutcomeCounts outcomes;
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::uint64_t wasted = 0;
  std::uint64_t applied = 0;  ///< replicas: writes
  double lag = 0;             ///< ns, of those
  std::uint64_t coalesced = 0;
  std::uint64_t stale = 0;
  std::uint64_t hinted = 0;
  std::uint64_t lost_writes = 0;
  std::uint64_t redelivered = 0;
  std::uint64_t dead_letters = 0;
  std::uint64_t expired = 0;
  std::uint64_t cold_starts = 0;
  double charged = 0;  ///< for what was used, beside time and requests

  void add(const Counters& other);
};

/// Integrals over time of how many calls are where, ns.
struct Areas {
  double present = 0;
  double queued = 0;
  double busy = 0;
  double cpu = 0;        ///< core-ns used
  double instances = 0;  ///< that run
};

/// The same in whole numbers, from one sample to the next: quick to add to.
struct AreasSinceSample {
  std::uint64_t present = 0;
  std::uint64_t queued = 0;
  std::uint64_t busy = 0;
  std::uint64_t instances = 0;
};

/// What a component did in a time: means over it.
struct Load {
  double cpu = 0;      ///< part of its machines' cores that it used
  double workers = 0;  ///< part of its workers that were busy
  double queued = 0;
  double present = 0;
  double instances = 1;
};

/// The autoscaling of one component.
struct ScalingState {
  std::uint32_t timer_generation = 0;
  std::uint32_t booting = 0;  ///< instances on their way
  double busy_at_look = 0;    ///< of Areas, when it last looked
  double cpu_at_look = 0;
  double instances_at_look = 0;
  std::int64_t looked_at = 0;
  /// Recent wishes, for the scale-down delay.
  std::vector<std::pair<std::int64_t, std::uint32_t>> wishes;
};

/// Here and in what else there is one of for each node or link: what every call touches comes first, in as few cache
/// lines as can be. With a thousand components that decides how fast time passes.
struct alignas(64) NodeState {
  ComponentState state = ComponentState::up;
  bool draining = false;   ///< its backlog is being worked off right now
  bool rejecting = false;  ///< announced
  bool saturated = false;  ///< announced
  bool has_leaked = false;
  std::uint32_t busy = 0;  ///< workers
  CallQueue queue;
  std::uint32_t present = 0;  ///< calls; users: requests under way
  std::uint32_t instances = 1;
  std::uint32_t stored = 0;  ///< messages that a broker keeps, or requests for a batch: they count as queued
  double speed = 1;
  double fail_share = 0;
  std::int64_t integrated = 0;
  AreasSinceSample areas_since_sample;
  RandomStream service;
  BufferedHistogram interval_latency;
  double cpu_used = 0;  ///< core-ns
  Counters interval;
  Areas areas;  ///< until the last sample
  KindState kind;

  std::uint32_t on_way = 0;        ///< deliveries of brokers that have not arrived yet
  std::uint32_t feeding_turn = 0;  ///< which of them handed it the last message
  std::uint32_t boot_generation = 0;
  std::int64_t broke_at = -1;     ///< when it last stopped working well
  std::int64_t repaired_at = -1;  ///< when its last restart began
  std::uint64_t rejected = 0;     ///< since it began to reject
  std::int64_t rejected_at = 0;   ///< the last of those
  double recent_utilisation = 0;  ///< smoothed over some seconds
  double leak = 0;                ///< bytes per second
  double leaked = 0;              ///< until leak_since
  std::int64_t leak_since = 0;
  ScalingState scaling;
  RandomStream routing;
  RandomStream faults;
  Areas areas_at_sample;
  Areas areas_at_start;
  Counters total;
  Histogram total_latency;
};

enum class BreakerPhase : std::uint8_t { closed, open, half_open };

/// A circuit breaker: fails calls at once after failures in a row, and probes later.
struct Breaker {
  BreakerPhase phase = BreakerPhase::closed;
  std::uint32_t failures = 0;  ///< in a row
  std::uint32_t probes = 0;    ///< let out, half-open
  std::uint32_t passed = 0;    ///< of those
  std::int64_t open_until = 0;
};

/// What is asked of a link before a message is sent or a target chosen: so little that those of all links are at hand.
struct LinkCondition {
  bool cut = false;       ///< by hand, or by the isolation of one end
  bool degraded = false;  ///< by what actions add
  /// @name A balancer's view of the target
  /// @{
  bool down = false;
  bool passed_over = false;  ///< by passive checks
  bool trial_due = false;    ///< it has been out long enough for one request to try it
  /// @}
};

/// What every call on a link touches, in one cache line: those of all links lie side by side.
struct alignas(64) LinkFlow {
  Wire wire;
  std::uint32_t outstanding_head = none;
  std::uint32_t outstanding_tail = none;
  std::uint32_t in_flight = 0;
  bool timer_armed = false;
  std::uint64_t begun = 0;
  std::uint64_t ok = 0;  ///< since the last sample
};
static_assert(sizeof(LinkFlow) == 64);

/// The rest of a link.
struct alignas(64) LinkState {
  OutcomeCounts interval;  ///< but for those ok
  CallQueue waiting;       ///< requests that wait for a balancer's target
  bool cut_by_hand = false;
  /// @name What actions add
  /// @{
  std::int64_t delay = 0;
  double loss = 0;
  double bits_per_second = 0;  ///< 0: no limit
  /// @}
  BufferedHistogram latency;  ///< of ok calls, since the warm-up
  RandomStream network;
  std::int64_t wire_free[2] = {0, 0};  ///< there and back: when the last message will have left
  std::uint32_t pool_used = 0;
  CallQueue pool_waiting;
  double retry_tokens = 0;
  Histogram recent_latency;  ///< hedging after a percentile: of the present window
  std::int64_t p95 = 0;      ///< of the one before; 0: not known yet
  std::int64_t cut_at = -1;
  std::int64_t mended_at = -1;
  CallQueue held;  ///< by the cut
  Breaker breaker;
  std::uint32_t timer_generation = 0;
  double smooth_weight = 0;  ///< weighted round robin
  std::int64_t out_until = 0;
  std::uint32_t failed_checks = 0;  ///< in a row
  std::uint32_t passed_checks = 0;
  std::uint32_t check_generation = 0;
  CallIndex check = none;      ///< under way
  std::uint32_t failures = 0;  ///< passive, in the present window
  std::int64_t window_began = 0;
  std::int64_t up_since = -1;  ///< since it came back or was added; negative: from the start
  double response_time = 0;    ///< ns, mean; 0: not known
  std::int64_t responded_at = 0;
  OutcomeCounts total;  ///< until the last sample, since the warm-up
};

struct alignas(64) HostState {
  Processor processor;
  bool swapping = false;
  std::int64_t armed_for = -1;  ///< where jobs share cores: when the next is done; negative: none
  double used_at_sample = 0;
  double used_at_start = 0;
};

/// Elements an even number of cache lines apart would have their first lines in half of the cache's sets, or in fewer.
template <class Element>
inline constexpr bool spreads_over_cache = sizeof(Element) / 64 % 2 == 1;
static_assert(spreads_over_cache<NodeState> && spreads_over_cache<LinkState> && spreads_over_cache<HostState> &&
              spreads_over_cache<NodeModel>);

struct ClassState {
  CallStatistics total;
};

struct PlannedAction {
  std::int64_t at = 0;
  Action action;
  bool from_scenario = false;
  bool cancelled = false;
  bool is_over = false;  ///< its time has come: its place may be taken by another
};

class Engine {
public:
  Engine(const Architecture& architecture, Seed seed, RunOptions options);

  bool run_until(std::int64_t time, std::uint64_t most_events);
  void step();
  void act(const Action& action);
  void schedule(std::int64_t at, const Action& action, bool from_scenario);
  void adopt(const Architecture& architecture);
  Statistics statistics() const;
  /// What does not hold that always must: none, or there is a bug. Takes time in proportion to the calls under way.
  std::optional<std::string> broken_invariant() const;
  NodeIndex node_of(ComponentId id) const { return model->node_of(id); }
  /// Bytes that a copy of the state takes, about.
  std::size_t memory_in_use() const;
  /// A copy to be kept, packed, without what was recorded and done so far. Nobody may look at the engine meanwhile.
  std::unique_ptr<Engine> copy_of_state();
  /// Such a copy can go on after this.
  void unpack();

  /// @name What behaviours are built from
  /// @{
  struct NewCall {
    LinkIndex link = none;
    CallIndex parent = none;
    std::uint16_t request_class = 0;
    std::uint32_t key = 0;
    std::uint32_t user = 0;
    std::uint32_t trace = 0;
    std::uint32_t detail = 0;
    Purpose purpose = Purpose::request;
    std::uint16_t step = 0;
    std::uint16_t attempt = 0;
    std::uint16_t repeat = 0;  ///< how often a step is to be done after this call
    bool hedge = false;        ///< the second of a pair
    std::int64_t first_begun = 0;
  };

  /// Makes a call and sends it now.
  CallIndex begin_call(const NewCall& what);
  /// Makes a call that will be sent after a pause.
  void begin_call_after(const NewCall& what, std::int64_t pause);
  /// The same call once more: what a retry of it sends.
  NewCall again(const Call& call, LinkIndex link) const;

  /// The callee is done with the call: it goes back with the outcome.
  void respond(CallIndex index, Outcome outcome);
  /// Goes on with the callee's calls on behalf of this one, or answers it when all are done.
  void advance(CallIndex index);
  /// Ends the caller's wait for the call: measured, and no longer outstanding.
  void settle(CallIndex index, Outcome outcome);
  /// The caller wants no answer any more: settled as cancelled without a word to the caller; the callee is told.
  void withdraw(CallIndex index);
  /// Whether a failed call may be tried again; takes from the retry budget.
  bool may_retry(const Call& call);
  /// How long to wait before the retry of a call.
  std::int64_t retry_pause(const Call& call);
  /// Workers of all its instances.
  std::uint32_t workers_of(NodeIndex index) const;
  /// Counts an arrived call as present.
  void take_in(CallIndex index);
  void turn_away_when_full(CallIndex index);
  /// Does the call's CPU work, and goes on from there.
  void work_on(CallIndex index);
  /// Stops what is being done for a call, and answers it.
  void break_off(CallIndex index, Outcome outcome);
  /// The calls that are present at a node, in the order of their coming. Looks at all that are under way.
  std::vector<CallIndex> residents_of(NodeIndex index) const;
  /// Takes waiting calls in, as long as there are workers.
  void start_waiting(NodeIndex index);
  /// The process dies by itself. @return the requests that were under way there
  std::uint64_t crash(NodeIndex index);
  /// Serves again, after its boot time.
  std::uint64_t restart_node(NodeIndex index);
  void boot_over(NodeIndex index);

  /// Weighted round robin among links (smooth: as nginx spreads them).
  LinkIndex rotate(const std::vector<LinkIndex>& links, LinkIndex except = none);
  /// One of a step's alternatives for the call, but for the excepted if there are others; none if there are none.
  LinkIndex choose_link(const Step& step, const Call& call, LinkIndex except = none);

  /// Before any of the counts of a node changes.
  void integrate(NodeIndex index) {
    NodeState& node = nodes[index];
    const auto passed = static_cast<std::uint64_t>(now - node.integrated);
    if (passed == 0) return;
    node.integrated = now;
    node.areas_since_sample.present += node.present * passed;
    node.areas_since_sample.queued += (std::uint64_t{node.queue.size} + node.stored) * passed;
    node.areas_since_sample.busy += node.busy * passed;
    node.areas_since_sample.instances += (node.state == ComponentState::dead ? 0 : node.instances) * passed;
  }
  /// Until now.
  Areas areas_of(NodeIndex index) const;
  void note(EventKind kind, NodeIndex where, ElementId target = {}, std::uint64_t count = 0,
            EventCause cause = EventCause::none, std::optional<Duration> elapsed = std::nullopt);
  void push(std::int64_t time, EventType type, std::uint32_t subject, std::uint32_t generation = 0) {
    queue.push(now, time, type, subject, generation);
  }
  RandomStream stream(NodeIndex node, std::uint64_t purpose) const;
  const NodeModel& callee_model(const Call& call) const { return model->nodes[callee_of(call)]; }
  NodeIndex callee_of(const Call& call) const { return flows[call.link].wire.callee; }
  NodeIndex caller_of(const Call& call) const { return flows[call.link].wire.caller; }
  /// @}

  std::shared_ptr<const Model> model;
  Seed seed;
  RunOptions options;
  std::int64_t now = 0;
  std::uint64_t events_handled = 0;
  EventQueue queue;
  CallPool calls;
  LargePageVector<NodeState> nodes;
  LargePageVector<LinkFlow> flows;  ///< of the links
  LargePageVector<LinkState> links;
  std::vector<LinkCondition> link_conditions;
  std::vector<bool> taken_out;  ///< nodes, by a drain: balancers send them nothing new
  LargePageVector<HostState> hosts;
  std::vector<ClassState> classes;
  /// Whether each request is entered into its class's latencies. Where there is one class, they are those of all
  /// requests, and are taken over from sample to sample.
  bool times_classes = true;
  double load = 1;

  CallStatistics total_requests;  ///< until the last sample
  std::uint64_t total_begun = 0;
  std::uint64_t in_flight = 0;
  std::int64_t measured_from = 0;
  std::int64_t last_sample = 0;
  Histogram sampled_latency;    ///< empty between samples
  bool has_many_nodes = false;  ///< more than the processor keeps in its cache
  Recording recording;
  std::size_t recording_bytes = 0;  ///< that its samples take
  std::vector<PastAction> actions;
  std::vector<PlannedAction> planned;
  std::vector<ElementId> isolated;  ///< cut off from all that is outside of them

  std::uint64_t observe_every = 0;
  std::uint64_t requests_seen = 0;
  std::uint32_t last_trace = 0;
  std::vector<Hop> hops;
  std::vector<ObservedCall> observed_calls() const;

  bool breaker_is_passable(LinkIndex link) const {
    return !flows[link].wire.has_policy || links[link].breaker.phase == BreakerPhase::closed ||
           open_breaker_is_passable(link);
  }

private:
  /// @name Whether the event still meant anything
  /// @{
  [[gnu::always_inline]] inline bool handle(const Event& event);
  bool handle_seldom(const Event& event);
  /// @}

  /// @name Bring what an event will need into the processor's cache: first what it names, then what that leads to
  /// @{
  [[gnu::always_inline]] inline void prefetch(const Event& event, Ahead ahead) const;
  [[gnu::always_inline]] inline void prefetch_message(const Event& event, Ahead ahead) const;
  [[gnu::always_inline]] inline void prefetch_completion(const Event& event, Ahead ahead) const;
  [[gnu::always_inline]] inline void prefetch_node(NodeIndex index) const;
  /// @}

  /// @param look_ahead as of EventQueue::take_until
  template <class LookAhead>
  bool handle_until(std::int64_t time, std::uint64_t most_events, LookAhead look_ahead);

  bool open_breaker_is_passable(LinkIndex link) const;

  // calls.cpp: the way of a call; steps.cpp: what it calls
  void send(CallIndex index);
  void arrive(CallIndex index);
  inline void admit(NodeIndex node_index, CallIndex index);
  void queue_up(CallIndex index);
  inline void take_worker(NodeState& node, Call& call);
  inline void wait_without_cpu(CallIndex index);
  void served(CallIndex index);
  void leave(CallIndex index);
  bool has_room_again(NodeIndex index) const;
  /// @name Parts of an event's way, inlined into it
  /// @{
  [[gnu::always_inline]] inline void travel(CallIndex index, bool back);
  [[gnu::always_inline]] inline void become_resident(NodeIndex node_index, Call& call);
  [[gnu::always_inline]] inline void cease_to_be_resident(NodeIndex node_index, CallIndex index);
  [[gnu::always_inline]] inline void serve(NodeIndex node_index, CallIndex index);
  [[gnu::always_inline]] inline void end_wait(CallIndex index, Outcome outcome);
  [[gnu::always_inline]] inline void end_on_link(CallIndex index, Outcome outcome);
  /// @}
  void carry_back(CallIndex index);
  void come_back(CallIndex index);
  void retry(CallIndex index);
  inline void continue_caller(const Call& call, Outcome outcome);
  void hold(LinkIndex link, CallIndex index);
  void link_timeout(LinkIndex index);
  void arm_link_timer(LinkIndex index);
  inline void remove_outstanding(CallIndex index);
  void arm_processor(std::uint32_t host);
  inline void start_waiting_jobs(std::uint32_t host);
  bool cpu_done(CallIndex index, std::uint32_t place);
  bool shared_cpu_done(std::uint32_t host);
  inline bool end_work(const Job& job);
  bool queue_timeout(CallIndex index, std::uint32_t generation);
  const std::vector<Step>& steps_of(const Call& call) const;
  void step_ended(const Call& child, Outcome outcome);
  void make_step_call(CallIndex parent, std::uint16_t step_index);
  void observe(const Call& call, bool response, std::int64_t delay);
  std::uint32_t serial_of_parent(const Call& call) const;

  // policy.cpp: what callers do about slow and failing callees
  void let_out(CallIndex index);
  void give_back_connection(CallIndex index);
  void serve_pool(LinkIndex link);
  LinkIndex hedge_link(const Call& call);
  void withdraw_children(CallIndex parent);
  void close(CallIndex index, Outcome outcome);
  void note_for_policy(const Call& call, Outcome outcome);
  void count_in_breaker(LinkIndex link, Outcome outcome);
  bool breaker_lets_through(LinkIndex link);
  void plan_hedge(CallIndex index);
  bool hedge_due(CallIndex index, std::uint32_t serial);
  bool call_deadline(CallIndex index, std::uint32_t serial);
  bool fail_at_once(CallIndex index, std::uint32_t serial);
  /// Whether the caller waits for the other one of a hedged pair.
  bool settle_twin(CallIndex index, const Call& call, Outcome outcome);
  void tell_callee(CallIndex index);
  bool cancel(CallIndex index, std::uint32_t serial);
  void abort(CallIndex index);
  void stop_work(CallIndex index);

  // network.cpp: how long messages travel
  std::int64_t trip(const Call& call, bool back);
  void update_cuts();
  void mend(LinkIndex link);

  // scaling.cpp, memory.cpp: what a component takes of its machine
  void start_scaling(NodeIndex index);
  bool scale_due(NodeIndex index, std::uint32_t generation);
  bool instance_ready(NodeIndex index, std::uint32_t generation);
  void size_machine(NodeIndex index);
  double memory_limit(std::uint32_t host) const;
  void set_instances(NodeIndex index, std::uint32_t count);
  double memory_of(NodeIndex index) const;
  double memory_of_host(std::uint32_t host) const;
  bool make_room_in_memory(NodeIndex index);
  bool watches_memory(NodeIndex index) const { return model->nodes[index].takes_memory || nodes[index].has_leaked; }

  // actions.cpp: what is done to the system
  void apply_action(const Action& action);
  std::uint64_t apply_to_node(NodeIndex index, const Action& action);
  std::uint64_t apply_to_process(NodeIndex index, const Action& action);
  std::uint64_t kill_nodes(NodeIndex index, double count);
  std::uint64_t kill_process(NodeIndex index);
  void apply_to_link(LinkIndex index, const Action& action);
  void set_load(const Action& action);
  void isolate(const Action& action);
  std::vector<NodeIndex> nodes_of(const ElementId& target) const;
  bool exists(const ElementId& target) const;
  void start_node(NodeIndex index);
  RandomStream stream_of_link(LinkIndex index) const;
  std::uint64_t stop_node(NodeIndex index);
  void hang_node(NodeIndex index);
  void set_speed(NodeIndex index, double speed);
  void set_fail_share(NodeIndex index, double share);
  void set_leak(NodeIndex index, double bytes_per_second);
  void run_planned(std::uint32_t index);

  // adoption.cpp: going on with an edited architecture
  void make_room();
  void plan_scenario(std::int64_t after);
  void remove_link(LinkIndex index);
  void adjust_link(LinkIndex index, const LinkModel& before);
  void adjust_node(NodeIndex index, const NodeModel& before);
  void move_jobs(NodeIndex index, std::uint32_t from, std::uint32_t to);
  void map_classes(const Model& before);

  // invariants.cpp
  struct Census;
  std::optional<std::string> broken_at_node(NodeIndex index, const Census& census) const;
  std::optional<std::string> broken_at_link(LinkIndex index) const;

  // measuring.cpp: samples and statistics
  void take_sample();
  CallStatistics requests_since_sample() const;
  void record(std::shared_ptr<const Sample> sample);
  void end_warm_up();
  ComponentSample sample_component(NodeIndex index, double passed);
  Load load_since(NodeIndex index, const Areas& then, double host_used_then, double passed) const;
  Load load_of(NodeIndex index, Areas NodeState::*since, double HostState::*host_used, double passed) const;
  std::uint32_t running_instances(NodeIndex index) const;
  void end_interval(NodeIndex index);
  void announce_saturation(NodeIndex index, double utilisation, double passed);
  LinkStatistics link_statistics(LinkIndex index) const;
  ComponentStatistics component_statistics(NodeIndex index, double passed) const;
};

}  // namespace loadframe::engine
