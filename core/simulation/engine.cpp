#include "simulation/engine.h"

#include "simulation/behaviour/behaviour.h"

/// The event loop.
namespace loadframe::engine {

namespace {

/// Purposes of the random streams that every node has; behaviours use numbers below these.
constexpr std::uint64_t service_stream = 101;
constexpr std::uint64_t routing_stream = 102;
constexpr std::uint64_t faults_stream = 103;
constexpr std::uint64_t network_stream = 104;

}  // namespace

Engine::Engine(const Architecture& architecture, Seed run_seed, RunOptions run_options)
    : model(compile(architecture, nullptr)), seed(run_seed), options(run_options) {
  assert(options.sampling_interval >= milliseconds(1));
  make_room();
  for (NodeIndex i = 0; i < nodes.size(); ++i) start_node(i);
  plan_scenario(-1);
  push(options.sampling_interval.nanoseconds, EventType::sample, 0);
  if (options.warm_up > Duration{}) push(options.warm_up.nanoseconds, EventType::warm_up_over, 0);
}

RandomStream Engine::stream(NodeIndex node, std::uint64_t purpose) const {
  // The members of a cluster have the component's id and numbers of their own.
  return {seed.value, model->nodes[node].id.value | std::uint64_t{model->nodes[node].member} << 32, purpose};
}

RandomStream Engine::stream_of_link(LinkIndex index) const {
  const LinkModel& link = model->links[index];
  const std::uint64_t element = link.internal ? std::uint64_t{model->nodes[link.caller].id.value} |
                                                    std::uint64_t{model->nodes[link.callee].member} << 32
                                              : link.id.value;
  return {seed.value, element, network_stream};
}

void Engine::start_node(NodeIndex index) {
  NodeState& node = nodes[index];
  node.state = ComponentState::up;
  node.service = stream(index, service_stream);
  node.routing = stream(index, routing_stream);
  node.faults = stream(index, faults_stream);
  node.instances = model->nodes[index].instances;
  node.integrated = now;
  size_machine(index);
  node.kind = std::monostate{};
  if (const auto start = model->nodes[index].behaviour->start) start(*this, index);
  start_scaling(index);
}

namespace {

/// Inlined like all that only prefetches: GCC takes a call of such a function for one without an effect, and drops it.
template <class Type>
[[gnu::always_inline]] inline void prefetch_lines(const Type* object, std::size_t lines) {
  for (std::size_t line = 0; line < lines; ++line)
    __builtin_prefetch(reinterpret_cast<const char*>(object) + 64 * line);
}

}  // namespace

inline void Engine::prefetch(const Event& event, Ahead ahead) const {
  const EventType type = event.type();
  if (type <= EventType::answer) prefetch_message(event, ahead);
  else if (type == EventType::cpu_done) prefetch_completion(event, ahead);
}

/// Where there may be nothing to fetch, something is fetched that is at hand: whether there is, nobody can guess.
inline void Engine::prefetch_message(const Event& event, Ahead ahead) const {
  const Call& call = calls[event.subject];
  const Wire& wire = flows[event.generation].wire;
  const bool comes_back = event.type() == EventType::answer;
  if (ahead == Ahead::farthest) {
    prefetch_lines(&wire, 1);
    prefetch_lines(&call, 1);
    return;
  }
  const auto call_or_this = [&](CallIndex other) { return &calls[other == none ? event.subject : other]; };
  const NodeIndex node = comes_back ? wire.caller : wire.callee;
  const NodeModel& node_model = model->nodes[node];
  if (ahead == Ahead::far) {
    prefetch_node(node);
    if (comes_back) {
      prefetch_lines(&call.begun, 1);
      prefetch_lines(&links[event.generation].latency, 1);
    } else {
      prefetch_lines(&hosts[wire.host], 1);
      if (wire.callee_looks_ahead) prefetch_lines(&nodes[node].kind, 2);
    }
  } else if (ahead == Ahead::near) {
    if (comes_back) {
      prefetch_lines(call_or_this(call.parent), 1);
      prefetch_lines(node_model.read_steps.data(), 1);
    } else {
      hosts[wire.host].processor.prefetch_free_place();
      if (wire.callee_looks_ahead) node_model.behaviour->look_ahead(*this, node, call, ahead);
    }
  } else {
    if (comes_back) {
      const LinkIndex of_parent = call_or_this(call.parent)->link;
      prefetch_lines(&flows[of_parent == none ? event.generation : of_parent], 1);
      prefetch_lines(call_or_this(nodes[node].queue.head), 2);
      prefetch_lines(&call_or_this(call.outstanding_next)->begun, 1);
      prefetch_lines(&call_or_this(call.outstanding_previous)->begun, 1);
    } else {
      prefetch_lines(&call_or_this(nodes[node].queue.tail)->next, 1);
      if (wire.callee_looks_ahead) node_model.behaviour->look_ahead(*this, node, call, ahead);
    }
  }
}

inline void Engine::prefetch_completion(const Event& event, Ahead ahead) const {
  const Call& call = calls[event.subject];
  if (ahead == Ahead::farthest) {
    prefetch_lines(&call, 1);
    return;
  }
  if (call.link == none) [[unlikely]]  // it has ended meanwhile
    return;
  const Wire& wire = flows[call.link].wire;
  if (ahead == Ahead::far) {
    prefetch_lines(&wire, 1);
  } else if (ahead == Ahead::near) {
    prefetch_node(wire.callee);
    prefetch_lines(&hosts[wire.host], 1);
    prefetch_lines(&flows[wire.first_link == none ? call.link : wire.first_link], 1);
  } else {
    hosts[wire.host].processor.prefetch(event.generation);
    prefetch_lines(model->nodes[wire.callee].read_steps.data(), 1);
  }
}

inline void Engine::prefetch_node(NodeIndex index) const {
  prefetch_lines(&model->nodes[index], 2);
  prefetch_lines(&nodes[index], 3);
  __builtin_prefetch(&nodes[index].interval);
}

inline bool Engine::handle(const Event& event) {
  switch (event.type()) {
    case EventType::arrive:
      arrive(event.subject);
      return true;
    case EventType::answer:
      come_back(event.subject);
      return true;
    case EventType::cpu_done:
      return cpu_done(event.subject, event.generation);
    default:
      return handle_seldom(event);
  }
}

template <class LookAhead>
bool Engine::handle_until(std::int64_t time, std::uint64_t most_events, LookAhead look_ahead) {
  Event event;
  for (; most_events > 0 && queue.take_until(time, event, look_ahead); --most_events) {
    now = event.time;
    if (handle(event)) ++events_handled;
  }
  if (most_events == 0 && !queue.empty() && queue.next_time() <= time) return false;
  now = std::max(now, time);
  return true;
}

bool Engine::run_until(std::int64_t time, std::uint64_t most_events) {
  if (!has_many_nodes) return handle_until(time, most_events, no_look_ahead);
  const auto look_ahead = [this](const Event& event, Ahead ahead) __attribute__((always_inline)) {
    prefetch(event, ahead);
  };
  return handle_until(time, most_events, look_ahead);
}

void Engine::step() {
  Event event;
  while (queue.take_until(never, event, no_look_ahead)) {
    now = event.time;
    if (!handle(event)) continue;
    ++events_handled;
    return;
  }
}

bool Engine::handle_seldom(const Event& event) {
  const std::uint32_t subject = event.subject;
  switch (event.type()) {
    case EventType::wait_over:
      if (calls[subject].generation != event.generation || calls[subject].phase != Phase::waiting) return false;
      served(subject);
      return true;
    case EventType::retry:
      if (calls[subject].generation != event.generation || calls[subject].phase != Phase::pausing) return false;
      retry(subject);
      return true;
    case EventType::shared_cpu_done:
      return shared_cpu_done(subject);
    case EventType::user_arrival: {
      const auto* state = std::get_if<UsersState>(&nodes[subject].kind);
      if (!state || state->timer_generation != event.generation) return false;
      users::arrival_due(*this, subject);
      return true;
    }
    case EventType::think_over:
      if (!std::holds_alternative<UsersState>(nodes[subject].kind)) return false;
      users::think_over(*this, subject);
      return true;
    case EventType::link_timeout:
      if (links[subject].timer_generation != event.generation) return false;
      link_timeout(subject);
      return true;
    case EventType::check_due:
      if (links[subject].check_generation != event.generation) return false;
      balancer::check_due(*this, subject);
      return true;
    case EventType::check_timeout:
      return balancer::check_timeout(*this, subject, event.generation);
    case EventType::passive_over:
      if (links[subject].check_generation != event.generation) return false;
      balancer::passive_over(*this, subject);
      return true;
    case EventType::boot_over:
      if (nodes[subject].boot_generation != event.generation) return false;
      boot_over(subject);
      return true;
    case EventType::call_deadline:
      return call_deadline(subject, event.generation);
    case EventType::hedge_due:
      return hedge_due(subject, event.generation);
    case EventType::cancel:
      return cancel(subject, event.generation);
    case EventType::fail_at_once:
      return fail_at_once(subject, event.generation);
    case EventType::queue_timeout:
      return queue_timeout(subject, event.generation);
    case EventType::kind_timer:
      model->nodes[subject].behaviour->timer(*this, subject, event.generation);
      return true;
    case EventType::scale_due:
      return scale_due(subject, event.generation);
    case EventType::instance_ready:
      return instance_ready(subject, event.generation);
    case EventType::planned_action:
      run_planned(subject);
      return true;
    case EventType::sample:
      take_sample();
      push(now + options.sampling_interval.nanoseconds, EventType::sample, 0);
      return true;
    case EventType::warm_up_over:
      end_warm_up();
      return true;
    case EventType::arrive:
    case EventType::answer:
    case EventType::cpu_done:
      break;  // handle() sees to them
  }
  return false;
}

Areas Engine::areas_of(NodeIndex index) const {
  const NodeState& node = nodes[index];
  const auto since = static_cast<double>(now - node.integrated);
  Areas result = node.areas;
  result.cpu = node.cpu_used;
  result.present += static_cast<double>(node.areas_since_sample.present) + node.present * since;
  result.queued +=
      static_cast<double>(node.areas_since_sample.queued) + (std::uint64_t{node.queue.size} + node.stored) * since;
  result.busy += static_cast<double>(node.areas_since_sample.busy) + node.busy * since;
  result.instances += static_cast<double>(node.areas_since_sample.instances) +
                      (node.state == ComponentState::dead ? 0 : node.instances) * since;
  return result;
}

void Engine::note(EventKind kind, NodeIndex where, ElementId target, std::uint64_t count, EventCause cause,
                  std::optional<Duration> elapsed) {
  recording.events.push_back(
      {Duration{now}, kind, cause, model->nodes[where].id, target, count, elapsed, std::nullopt});
}

void Counters::add(const Counters& other) {
  outcomes.add(other.outcomes);
  arrivals += other.arrivals;
  ended += other.ended;
  residence += other.residence;
  waiting += other.waiting;
  service += other.service;
  downstream += other.downstream;
  hits += other.hits;
  misses += other.misses;
  wasted += other.wasted;
  applied += other.applied;
  lag += other.lag;
  coalesced += other.coalesced;
  stale += other.stale;
  hinted += other.hinted;
  lost_writes += other.lost_writes;
  redelivered += other.redelivered;
  dead_letters += other.dead_letters;
  expired += other.expired;
  cold_starts += other.cold_starts;
  charged += other.charged;
}

}  // namespace loadframe::engine
