#pragma once

#include "architecture/architecture.h"
#include "simulation/large_pages.h"
#include "simulation/profile_clock.h"
#include "simulation/random.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

/// An architecture compiled for the engine: flat arrays and indices instead of names and ids. Never changes
/// while it is in use. When a running engine adopts an edited architecture, what stayed keeps its index and
/// what went leaves an unused one, so that calls and events under way remain valid.
namespace loadframe::engine {

inline constexpr std::uint32_t none = 0xFFFFFFFF;
inline constexpr std::uint32_t unbounded = 0x7FFFFFFF;

struct KindBehaviour;

/// A count of a settings struct as the engine holds it.
inline std::uint32_t bounded(std::int64_t count) {
  return static_cast<std::uint32_t>(count < 0 ? 0 : count > unbounded ? unbounded : count);
}

/// Stores messages and delivers them.
inline bool is_broker(Kind kind) { return kind == Kind::queue || kind == Kind::topic || kind == Kind::stream; }

/// Links of which a call takes one.
struct Alternatives {
  std::vector<std::uint32_t> all;
  std::vector<std::vector<std::uint32_t>> by_class;  ///< where request classes may take different ones; else empty

  const std::vector<std::uint32_t>& of(std::uint16_t request_class) const {
    return by_class.empty() ? all : by_class[request_class];
  }
};

/// Whom a step may call.
struct StepTargets {
  Alternatives links;
  std::vector<std::uint32_t> group;  ///< database: the caller's links to the primary and its replicas
};

/// One call that a component makes while it serves. Most components have two: as much as a cache line holds.
struct Step {
  std::shared_ptr<const StepTargets> targets;
  double share = 1;
  std::uint32_t only_link = none;  ///< where there is never another
  Responses responses = Responses::automatic;
  bool after_miss : 1 = false;       ///< only when a cache called before had no answer
  bool is_lookup : 1 = false;        ///< of a cache: its failure is a miss if a step after_miss follows
  bool detached : 1 = false;         ///< the answer is not waited for
  bool by_row : 1 = false;           ///< a join makes it once for each row
  bool required : 1 = false;         ///< its answer is the component's: without alternatives, the call fails
  bool is_asynchronous : 1 = false;  ///< to a broker
  bool database : 1 = false;         ///< a relational one: after a failover, writes follow the primary
};
static_assert(sizeof(Step) == 32);

/// As in the running state, what every call touches comes first.
struct alignas(64) NodeModel {
  const KindBehaviour* behaviour = nullptr;  ///< of the kind; null while not present
  Kind kind = Kind::server;
  Discipline discipline = Discipline::fifo;
  bool present = false;
  bool retired = false;  ///< went for good: what comes under its id later is another component
  bool is_replica = false;
  bool parallel_calls = false;
  bool event_loop = false;      ///< a worker is held on CPU only
  bool scaled_by_cost = false;  ///< request classes' cost multiplies its times
  bool walks_rows = false;      ///< so do the rows of a join
  bool uses_keys = false;
  bool waits = false;           ///< not only works
  bool passes_through = false;  ///< neither waits nor works, nor frees its worker meanwhile
  bool is_impatient = false;    ///< calls do not wait for a worker for ever
  bool takes_memory = false;    ///< each request does
  bool may_swap = false;        ///< its host
  bool calls_nobody = false;    ///< it has no steps
  std::uint32_t host = none;
  std::uint32_t workers = 1;
  std::uint32_t backlog = 0;
  std::uint32_t wait_lane = 0;  ///< of the event queue, for waits, where they are constant
  std::uint32_t cpu_lane = 0;   ///< likewise, for CPU work on a core of its own
  LawSampler cpu_read;
  std::vector<Step> read_steps;
  LawSampler wait;
  std::vector<Step> write_steps;
  std::vector<std::uint32_t> targets;  ///< balancer and cluster: links to targets; users: links to entry points;
                                       ///< database of a group: links to the others, in the group's order
  LawSampler queue_timeout;
  LawSampler cpu_write;
  LawSampler cpu_join;
  bool supervised = false;
  bool takes_turns = false;           ///< balancer: round robin among equals, with nothing else to think of
  bool times_targets = false;         ///< balancer: its policy asks for response times
  bool arrivals_are_poisson = false;  ///< users: at a constant rate

  ComponentId id;
  std::uint32_t member = 0;    ///< 0: the component itself; else a node of the cluster that it stands for
  std::uint32_t owner = none;  ///< member: the component's own node
  std::uint32_t group = none;  ///< database of a group with failover: the group's primary as drawn
  std::vector<std::uint32_t> members;
  std::int64_t request_memory = 0;
  double own_cores = 0;          ///< kinds that bring CPUs of their own, wherever they stand; 0: those of the machine
  std::int64_t timer_delay = 0;  ///< ns: of the timers that the kind sets most, where it is always the same
  std::uint32_t timer_lane = 0;  ///< of the event queue, for those
  std::uint32_t instances = 1;   ///< at the start
  std::int64_t base_memory = 0;
  double price_per_hour = 0;
  double price_per_million = 0;
  /// @name For calls over links that have none of their own
  /// @{
  std::int64_t call_timeout = 0;  ///< ns; 0: none
  std::uint32_t call_retries = 0;
  std::int64_t call_retry_delay = 0;
  /// @}
  std::int64_t boot_time = 0;
  std::vector<std::uint32_t> calls_over;         ///< all its links
  std::vector<std::uint32_t> fed_over;           ///< links over which brokers deliver to it
  std::vector<std::uint32_t> dead_letter_links;  ///< queue: to where its dead letters go
  Alternatives entries;                          ///< users: links to entry points, by request class
  std::uint32_t name_link = none;                ///< users: link to the DNS
  LawSampler think_time;
  LawSampler gaps;       ///< users: between arrivals, at one a second
  ProfileClock profile;  ///< users
  ComponentSettings settings;
};

struct LinkModel {
  bool present = false;
  bool retired = false;  ///< went for good, like a component
  bool replicates = false;
  bool internal = false;  ///< inside a component that stands for a cluster, or within a group: has no id
  bool hedges = false;
  bool has_own_delays = false;  ///< jitter, loss or a bandwidth
  bool has_policy = false;      ///< pool, budget, breaker, hedging, deadline or cancellation
  Kind callee_kind = Kind::server;
  std::uint32_t caller = none;
  std::uint32_t callee = none;
  std::int64_t latency = 0;
  std::int64_t timeout = 0;  ///< 0: none
  /// @name Of the event queue, for messages that take the latency and no longer
  /// @{
  std::uint8_t lane = 0;
  std::uint8_t answer_lane = 0;
  /// @}
  std::uint32_t retries = 0;
  double weight = 1;
  LinkId id;

  std::int64_t retry_delay = 0;
  std::uint32_t along = none;  ///< internal: the link that is cut together with it
  LinkSettings settings;
};

struct HostModel {
  AreaId area;  ///< none: the machine of a single component
  bool present = false;
  double cores = 1;
  double speed = 1;
  bool fifo = false;
  std::int64_t memory = 0;
  bool swaps = false;
  double price_per_hour = 0;
  std::vector<std::uint32_t> nodes;  ///< that stand on it
};

struct ClassModel {
  ClassId id;
  double cumulative_weight = 0;  ///< of this class and those before it
  double cost = 1;
  bool write = false;
  bool join = false;
  bool cacheable = false;
  std::uint16_t rows = 1;
  std::uint8_t priority = 0;
  ResponseKind response = ResponseKind::html;
  std::int64_t size = 0;
  std::int64_t request_size = 0;
  ZipfSampler keys;
  double weight = 1;
};

/// What every call asks of its link, and what it will touch next: copied from the model to where the link's own state
/// is at hand.
struct Wire {
  std::uint32_t caller = none;
  std::uint32_t callee = none;
  std::uint32_t host = none;        ///< of the callee
  std::uint32_t first_link = none;  ///< that the callee takes first for a read, where that is always the same
  std::int64_t timeout = 0;
  std::uint8_t lane = 0;
  std::uint8_t answer_lane = 0;
  bool replicates : 1 = false;
  bool hedges : 1 = false;
  bool has_own_delays : 1 = false;
  bool has_policy : 1 = false;
  bool callee_looks_ahead : 1 = false;  ///< its kind does
};
static_assert(sizeof(Wire) == 32);

/// What a lane of the event queue is for.
struct LaneModel {
  std::int64_t delay = 0;  ///< ns
  bool is_for_answers = false;
  friend bool operator==(const LaneModel&, const LaneModel&) = default;
};

/// A compiled architecture.
struct Model {
  std::shared_ptr<const Architecture> architecture;
  LargePageVector<NodeModel> nodes;
  std::vector<LinkModel> links;
  std::vector<HostModel> hosts;
  std::vector<ClassModel> classes;
  std::map<ComponentId, std::uint32_t> node_places;  ///< of those present
  std::map<LinkId, std::uint32_t> link_places;
  std::vector<LaneModel> lanes;  ///< of the event queue, from lane 1
  bool uses_keys = false;        ///< something asks which key a request is for

  std::uint32_t node_of(ComponentId id) const;
  std::uint32_t link_of(LinkId id) const;

  Wire wire_of(std::uint32_t link) const;

  bool carries_response(Responses responses, std::uint16_t request_class) const;

  /// Whether requests of the class may take the step, by what they ask for.
  bool carries(const Step& step, std::uint16_t request_class) const {
    const bool takes_all = step.responses == Responses::automatic || step.responses == Responses::all;
    return takes_all || carries_response(step.responses, request_class);
  }
};

/// What a kind sees of the compiler while it wires a node up. Indices stay valid; references to nodes do not, once
/// a member has been added.
class Wiring {
public:
  explicit Wiring(Model& model);

  NodeModel& node(std::uint32_t index) { return model_.nodes[index]; }
  /// In the order of the document.
  const std::vector<const Link*>& links_of(std::uint32_t index) const;
  const NodeModel& callee_of(const Link& link) const { return model_.nodes[model_.node_of(link.callee)]; }
  std::uint32_t callee_index(const Link& link) const { return model_.node_of(link.callee); }
  std::uint32_t link_index(const Link& link) const { return model_.link_of(link.id); }
  std::int64_t latency_of(std::uint32_t link) const { return model_.links[link].latency; }

  /// A machine of its own inside the component, called over a link with that latency: added to the owner's members
  /// and, in the same order, to its targets. @param number from 1 @return the member's index
  std::uint32_t add_member(std::uint32_t owner, std::uint32_t number, std::int64_t latency, std::int64_t timeout,
                           double cores);

  /// A way between two components that is not drawn. @param along the link that it is cut with, or none
  std::uint32_t add_internal_link(std::uint32_t caller, std::uint32_t callee, std::int64_t latency,
                                  std::uint32_t along);

  /// One way, by where the two stand.
  std::int64_t latency_between(std::uint32_t caller, std::uint32_t callee) const;

  /// What a component calls while it serves, for reads and for writes: caches first, so that what is called after a
  /// miss comes after them; databases of one primary are alternatives.
  void wire_steps(std::uint32_t index);

  /// One step whose alternatives are all its links: a request is passed on to one of them.
  void wire_forwarding(std::uint32_t index);

  /// @param links of one caller, of which a call takes one
  Alternatives alternatives(std::vector<std::uint32_t> links) const;

private:
  std::vector<Step> steps_for(std::uint32_t index, Operation operation) const;
  std::vector<std::uint32_t> database_links(std::uint32_t index, ComponentId primary, Operation operation) const;
  ComponentId primary_of(ComponentId id) const;

  Model& model_;
  std::map<ComponentId, std::vector<const Link*>> links_by_caller_;
  std::map<ComponentId, ComponentId> primaries_;  ///< by replica
};

/// @param previous the model in use, whose indices are kept; null for a new run
std::shared_ptr<const Model> compile(const Architecture& architecture, const Model* previous);

}  // namespace loadframe::engine
