#pragma once

#include "simulation/call.h"
#include "simulation/event_queue.h"
#include "simulation/key_store.h"
#include "simulation/model.h"
#include "simulation/processor.h"
#include "simulation/random.h"
#include "simulation/simulation.h"

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

/// The inside of Simulation: the state of a run, and what all kinds have in common. What is particular to a kind
/// stands in behaviour/. Everything here is a plain value; a copy of the engine is a checkpoint.
namespace loadframe::engine {

using NodeIndex = std::uint32_t;
using LinkIndex = std::uint32_t;
using CallIndex = std::uint32_t;

/// A resolver cache that users share.
struct Resolver {
  std::int64_t expires = -1;
  bool asking = false;
  CallQueue waiting;
};

/// Traffic that comes in bursts: whether there is one, and until when it is so.
struct Bursts {
  RandomStream random;
  bool bursting = false;
  std::int64_t until = -1;  ///< negative: not begun
};

struct UsersState {
  RandomStream arrivals;
  RandomStream mix;
  RandomStream who;
  Bursts bursts;
  std::vector<Resolver> resolvers;
  std::uint32_t next_resolver = 0;
  std::uint32_t timer_generation = 0;
  std::int64_t planned_at = 0;   ///< when the next arrival was planned
  std::int64_t planned_for = 0;  ///< when it comes; not later than planned_at: nothing has been planned yet
  double gap = 0;                ///< its distance from planned_at, in mean ones
  bool has_arrival = false;      ///< otherwise the event is only there to plan further
  std::int64_t look_at = 0;      ///< closed loop: when the profile is to change the population
  double load = 1;               ///< factor for these users alone
  std::int64_t population = 0;   ///< closed loop: present users
  std::int64_t idle_bound = 0;   ///< closed loop, exponential thinking: see behaviour/users.cpp
  std::int64_t thinking = 0;     ///< closed loop, other laws: users with a think_over event pending
  std::uint64_t sent = 0;
};

struct BalancerState {
  RandomStream choice;
  RandomStream phases;
  std::uint32_t cursor = 0;
  bool without_targets = false;  ///< announced
};

struct CacheState {
  KeyStore store;
  RandomStream eviction;
};

using KindState = std::variant<std::monostate, UsersState, BalancerState, CacheState>;

/// Counters of what ended at a component.
struct Counters {
  OutcomeCounts outcomes;
  std::uint64_t arrivals = 0;
  std::uint64_t ended = 0;  ///< visits, health checks and replication included
  double residence = 0;     ///< ns, of those
  double waiting = 0;       ///< ns, of ok calls, like the two below
  double service = 0;
  double downstream = 0;
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::uint64_t wasted = 0;
  std::uint64_t applied = 0;  ///< replicas: writes
  double lag = 0;             ///< ns, of those

  void add(const Counters& other);
};

/// Integrals over time of how many calls are where, ns.
struct Areas {
  double present = 0;
  double queued = 0;
  double busy = 0;
  double cpu = 0;  ///< core-ns used
};

struct NodeState {
  ComponentState state = ComponentState::up;
  double speed = 1;
  double fail_share = 0;
  std::uint32_t busy = 0;     ///< workers
  std::uint32_t present = 0;  ///< calls; users: requests under way
  CallQueue queue;
  std::uint32_t first_resident = none;
  std::uint32_t boot_generation = 0;
  std::int64_t broke_at = -1;     ///< when it last stopped working well
  std::int64_t repaired_at = -1;  ///< when its last restart began
  bool rejecting = false;         ///< announced
  std::uint64_t rejected = 0;     ///< since then
  double recent_utilisation = 0;  ///< smoothed over some seconds
  bool saturated = false;         ///< announced
  bool draining = false;          ///< its backlog is being worked off right now
  RandomStream service;
  RandomStream routing;
  RandomStream faults;
  std::int64_t integrated = 0;
  Areas areas;
  Areas areas_at_sample;
  Areas areas_at_start;
  Counters interval;
  Counters total;
  Histogram interval_latency;
  Histogram total_latency;
  KindState kind;
};

struct LinkState {
  bool cut = false;
  std::int64_t cut_at = -1;
  std::int64_t mended_at = -1;
  CallQueue held;  ///< by the cut
  std::uint32_t outstanding_head = none;
  std::uint32_t outstanding_tail = none;
  bool timer_armed = false;
  std::uint32_t timer_generation = 0;
  std::uint32_t in_flight = 0;
  double smooth_weight = 0;      ///< weighted round robin
  std::uint32_t last_round = 0;  ///< balancer: round robin among equals

  /// A balancer's view of the target.
  bool down = false;
  bool passed_over = false;         ///< by passive checks
  std::uint32_t failed_checks = 0;  ///< in a row
  std::uint32_t passed_checks = 0;
  std::uint32_t check_generation = 0;
  CallIndex check = none;  ///< under way
  bool check_overdue = false;
  std::uint32_t failures = 0;  ///< passive, in the present window
  std::int64_t window_began = 0;

  OutcomeCounts interval;
  CallStatistics total;
  std::uint64_t begun = 0;
};

struct HostState {
  Processor processor;
  std::uint32_t timer_generation = 0;
  std::int64_t armed_for = -1;  ///< time of the pending cpu_done event; negative: none
  double used_at_sample = 0;
  double used_at_start = 0;
};

struct ClassState {
  CallStatistics total;
};

struct PlannedAction {
  std::int64_t at = 0;
  Action action;
  bool from_scenario = false;
  bool cancelled = false;
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
  NodeIndex node_of(ComponentId id) const { return model->node_of(id); }

  /// @name What behaviours are built from
  /// @{
  struct NewCall {
    LinkIndex link = none;
    CallIndex parent = none;
    std::uint16_t request_class = 0;
    std::uint32_t key = 0;
    std::uint32_t user = 0;
    std::uint32_t trace = 0;
    Purpose purpose = Purpose::request;
    std::uint16_t step = 0;
    std::uint16_t attempt = 0;
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

  /// Weighted round robin among links (smooth: as nginx spreads them).
  LinkIndex rotate(const std::vector<LinkIndex>& links, LinkIndex except = none);

  void integrate(NodeIndex index);
  void note(EventKind kind, NodeIndex where, ElementId target = {}, std::uint64_t count = 0,
            EventCause cause = EventCause::none, std::optional<Duration> elapsed = std::nullopt);
  void push(std::int64_t time, EventType type, std::uint32_t subject, std::uint32_t generation = 0) {
    queue.push(now, time, type, subject, generation);
  }
  RandomStream stream(NodeIndex node, std::uint64_t purpose) const;
  /// @}

  std::shared_ptr<const Model> model;
  Seed seed;
  RunOptions options;
  std::int64_t now = 0;
  std::uint64_t events_handled = 0;
  EventQueue queue;
  CallPool calls;
  std::vector<NodeState> nodes;
  std::vector<LinkState> links;
  std::vector<HostState> hosts;
  std::vector<ClassState> classes;
  double load = 1;

  OutcomeCounts interval_outcomes;
  Histogram interval_latency;
  CallStatistics total_requests;
  std::uint64_t total_begun = 0;
  std::uint64_t in_flight = 0;
  std::int64_t measured_from = 0;
  std::int64_t last_sample = 0;
  Recording recording;
  std::vector<PastAction> actions;
  std::vector<PlannedAction> planned;

  std::uint64_t observe_every = 0;
  std::uint64_t requests_seen = 0;
  std::uint32_t last_trace = 0;
  std::vector<Hop> hops;

private:
  /// Whether the event still meant anything.
  bool handle(const Event& event);

  // calls.cpp: the way of a call
  void send(CallIndex index);
  void arrive(CallIndex index);
  void admit(CallIndex index);
  void turn_away_when_full(CallIndex index);
  void start_service(CallIndex index);
  void wait_without_cpu(CallIndex index);
  void served(CallIndex index);
  void leave(CallIndex index);
  void start_waiting(NodeIndex index);
  void carry_back(CallIndex index);
  void come_back(CallIndex index);
  void retry(CallIndex index);
  void continue_caller(const Call& call, Outcome outcome);
  void hold(LinkIndex link, CallIndex index);
  void link_timeout(LinkIndex index);
  void arm_link_timer(LinkIndex index);
  void remove_outstanding(CallIndex index);
  void arm_processor(std::uint32_t host);
  bool cpu_done(std::uint32_t host);
  const std::vector<Step>& steps_of(const Call& call) const;
  void step_ended(const Call& child, Outcome outcome);
  void make_step_call(CallIndex parent, std::uint16_t step_index);
  void observe(const Call& call, bool response);

  // actions.cpp: what is done to the system
  void apply_action(const Action& action);
  std::uint64_t apply_to_node(NodeIndex index, const Action& action);
  void apply_to_link(LinkIndex index, ActionKind what);
  void set_load(const Action& action);
  std::vector<NodeIndex> nodes_of(const ElementId& target) const;
  bool exists(const ElementId& target) const;
  void start_node(NodeIndex index);
  std::uint64_t stop_node(NodeIndex index);
  std::uint64_t restart_node(NodeIndex index);
  void hang_node(NodeIndex index);
  void set_speed(NodeIndex index, double speed);
  void set_fail_share(NodeIndex index, double share);
  void boot_over(NodeIndex index);
  void run_planned(std::uint32_t index);

  // adoption.cpp: going on with an edited architecture
  void make_room();
  void plan_scenario(std::int64_t after);
  void remove_link(LinkIndex index);
  void adjust_link(LinkIndex index, const LinkModel& before);
  void adjust_node(NodeIndex index, const NodeModel& before);
  void move_jobs(NodeIndex index, std::uint32_t from, std::uint32_t to);
  void map_classes(const Model& before);

  // measuring.cpp: samples and statistics
  void take_sample();
  void end_warm_up();
  ComponentSample sample_component(NodeIndex index, double passed);
  void announce_saturation(NodeIndex index, double utilisation, double passed);
  ComponentStatistics component_statistics(NodeIndex index, double passed) const;
};

}  // namespace loadframe::engine
