#include "simulation/behaviour/load_balancer.h"

#include <algorithm>

/// A request's way through a balancer, and the balancer's own life and death.
namespace loadframe::engine::balancer {

namespace {

/// What a timer is for, where it is not for a call.
constexpr std::uint32_t serve_waiting = none;
constexpr std::uint32_t take_over = none - 1;
constexpr std::uint32_t standby_ready = none - 2;

/// What a request that has not been sent on waits for, in the call's `role`; `stage_began` is since (for a retry:
/// until) when, `next_step` the attempt that comes, `detail` the target that it waits for or has tried.
enum Waiting : std::uint16_t { for_nothing, for_connection, for_retry_there, for_retry_elsewhere };

CallQueue& queue_of(Engine& engine, NodeIndex index, LinkIndex target) {
  return target == none ? state_of(engine, index).waiting : engine.links[target].waiting;
}

void reject_without_target(Engine& engine, NodeIndex index, CallIndex call) {
  BalancerState& state = state_of(engine, index);
  if (!state.without_targets) engine.note(EventKind::no_healthy_target, index);
  state.without_targets = true;
  engine.respond(call, Outcome::no_healthy_target);
}

/// @param target none: whichever is free first
void wait_for(Engine& engine, NodeIndex index, CallIndex request, LinkIndex target, std::uint16_t attempt) {
  engine.integrate(index);
  ++engine.nodes[index].stored;
  Call& call = engine.calls[request];
  call.role = for_connection;
  call.next_step = attempt;
  call.detail = target;
  call.stage_began = engine.now;
  queue_of(engine, index, target).push(engine.calls, request);
  const Duration timeout = settings_of(engine, index).queue_timeout;
  if (timeout > Duration{}) engine.push(engine.now + timeout.nanoseconds, EventType::kind_timer, index, request);
}

void wait_no_more(Engine& engine, NodeIndex index, CallIndex request) {
  engine.integrate(index);
  --engine.nodes[index].stored;
  Call& call = engine.calls[request];
  queue_of(engine, index, call.detail).remove(engine.calls, request);
  call.role = for_nothing;
  call.waited += static_cast<float>(engine.now - call.stage_began);
}

void send_over(Engine& engine, NodeIndex index, CallIndex request, LinkIndex target, std::uint16_t attempt) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  BalancerState& state = state_of(engine, index);
  state.without_targets = false;
  const Call& call = engine.calls[request];
  if (settings.sticky) state.sessions[call.user] = target;
  if (engine.link_conditions[target].passed_over) pass_over(engine, target);  // for others, while this request tries it
  const CallIndex sent = engine.begin_call({.link = target,
                                            .parent = request,
                                            .request_class = call.request_class,
                                            .key = call.key,
                                            .user = call.user,
                                            .trace = call.trace(),
                                            .attempt = attempt,
                                            .first_begun = engine.now});
  // Where nothing is in the way, a connection is accepted or refused at once.
  const bool held = engine.link_conditions[target].cut && engine.calls[sent].phase == Phase::travelling;
  if (held && settings.connect_timeout > Duration{})
    engine.push(engine.now + settings.connect_timeout.nanoseconds, EventType::kind_timer, index, sent);
}

void route(Engine& engine, NodeIndex index, CallIndex request, std::uint16_t attempt, LinkIndex avoid) {
  const Choice choice = choose(engine, index, engine.calls[request], avoid);
  const LinkIndex place = choice.bound ? choice.link : none;
  switch (choice.verdict) {
    case Verdict::nowhere:
      reject_without_target(engine, index, request);
      return;
    case Verdict::wait:
      wait_for(engine, index, request, place, attempt);
      return;
    case Verdict::send:
      if (queue_of(engine, index, place).empty()) {
        send_over(engine, index, request, choice.link, attempt);
      } else {
        wait_for(engine, index, request, place, attempt);  // behind those who came before
        plan_serving(engine, index);
      }
      return;
  }
}

void forward(Engine& engine, CallIndex index) { route(engine, engine.callee_of(engine.calls[index]), index, 0, none); }

/// Those who waited for this target choose anew.
void send_elsewhere(Engine& engine, NodeIndex index, LinkIndex target) {
  std::vector<CallIndex> requests;
  for (CallIndex next = engine.links[target].waiting.head; next != none; next = engine.calls[next].next)
    requests.push_back(next);
  for (const CallIndex request : requests) {
    wait_no_more(engine, index, request);
    route(engine, index, request, engine.calls[request].next_step, none);
  }
}

void serve_first(Engine& engine, NodeIndex index, CallQueue& queue, LinkIndex target) {
  const CallIndex request = queue.head;
  wait_no_more(engine, index, request);
  send_over(engine, index, request, target, engine.calls[request].next_step);
}

/// Sends what waits to targets that are free, the oldest first.
void serve(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  state.serving_planned = false;
  if (engine.nodes[index].state != ComponentState::up) return;
  const std::vector<LinkIndex>& targets = engine.model->nodes[index].targets;
  for (const LinkIndex link : targets)
    if (!is_up(engine, link)) send_elsewhere(engine, index, link);

  const auto serve_bound = [&](auto may_go) {
    for (const LinkIndex link : targets) {
      CallQueue& queue = engine.links[link].waiting;
      while (!queue.empty() && !is_full(engine, link) && may_go(queue.head)) serve_first(engine, index, queue, link);
    }
  };
  serve_bound([&](CallIndex call) {
    return state.waiting.empty() || engine.calls[call].stage_began <= engine.calls[state.waiting.head].stage_began;
  });
  while (!state.waiting.empty()) {
    const CallIndex request = state.waiting.head;
    const Choice choice = choose(engine, index, engine.calls[request], none);
    if (choice.verdict == Verdict::nowhere) {
      reject_without_target(engine, index, request);
    } else if (choice.verdict == Verdict::send) {
      serve_first(engine, index, state.waiting, choice.link);
    } else if (choice.bound) {  // the policy has been edited
      wait_no_more(engine, index, request);
      wait_for(engine, index, request, choice.link, engine.calls[request].next_step);
    } else {
      break;
    }
  }
  serve_bound([](CallIndex) { return true; });
}

void retry(Engine& engine, NodeIndex index, CallIndex request) {
  Call& call = engine.calls[request];
  const LinkIndex target = call.detail;
  const bool elsewhere = call.role == for_retry_elsewhere || !engine.model->links[target].present;
  call.role = for_nothing;
  if (elsewhere) route(engine, index, request, call.next_step, target);
  else if (is_full(engine, target)) wait_for(engine, index, request, target, call.next_step);
  else send_over(engine, index, request, target, call.next_step);
}

void call_ended(Engine& engine, CallIndex parent, const Call& call, Outcome outcome) {
  const NodeIndex index = engine.caller_of(call);
  if (outcome == Outcome::ok || outcome == Outcome::timeout)
    note_response_time(engine, call.link, engine.now - call.begun);
  if (outcome == Outcome::ok) {
    count_success(engine, call.link, call);
    engine.respond(parent, Outcome::ok);
    return;
  }
  count_failure(engine, index, call.link);
  const LoadBalancerSettings& settings = settings_of(engine, index);
  const bool retriable = settings.retry_on == RetryOn::any_failure || outcome == Outcome::refused;
  if (!retriable || !engine.may_retry(call)) {
    engine.respond(parent, outcome);
    return;
  }
  const std::int64_t pause = engine.retry_pause(call);
  Call& request = engine.calls[parent];
  request.role = settings.redispatch ? for_retry_elsewhere : for_retry_there;
  request.next_step = static_cast<std::uint16_t>(call.attempt + 1);
  request.detail = call.link;
  request.stage_began = engine.now + pause;
  if (pause > 0) engine.push(request.stage_began, EventType::kind_timer, index, parent);
  else retry(engine, index, parent);
}

void connection_freed(Engine& engine, LinkIndex link) {
  const NodeIndex index = engine.flows[link].wire.caller;
  if (engine.nodes[index].stored == 0) return;  // nothing waits: at hand, unlike the lists
  if (!state_of(engine, index).waiting.empty() || !engine.links[link].waiting.empty()) plan_serving(engine, index);
}

void left(Engine& engine, NodeIndex index, CallIndex request) {
  if (engine.calls[request].role == for_connection) wait_no_more(engine, index, request);
}

/// A timer for a request that waits, or for a call that is not connected yet.
void look_after(Engine& engine, NodeIndex index, CallIndex which) {
  if (engine.nodes[index].state != ComponentState::up) return;
  const LoadBalancerSettings& settings = settings_of(engine, index);
  const Call& call = engine.calls[which];
  if (call.phase == Phase::downstream && engine.callee_of(call) == index) {
    const bool pauses = call.role == for_retry_there || call.role == for_retry_elsewhere;
    if (pauses && call.stage_began <= engine.now) {
      retry(engine, index, which);
    } else if (call.role == for_connection && settings.queue_timeout > Duration{} &&
               call.stage_began + settings.queue_timeout.nanoseconds <= engine.now) {
      engine.respond(which, Outcome::rejected);
    }
  } else if (call.phase == Phase::travelling && engine.caller_of(call) == index &&
             engine.link_conditions[call.link].cut && call.purpose == Purpose::request && !call.abandoned &&
             call.begun + settings.connect_timeout.nanoseconds <= engine.now) {
    engine.settle(which, Outcome::refused);
  }
}

void forget_targets(Engine& engine, NodeIndex index) {
  state_of(engine, index).without_targets = false;
  for (const LinkIndex link : engine.model->nodes[index].targets) {
    LinkState& target = engine.links[link];
    engine.link_conditions[link].down = false;
    target.failed_checks = target.passed_checks = target.failures = 0;
    target.up_since = -1;
    target.response_time = 0;
  }
  adopt_targets(engine, index);
}

/// After a boot, which repairs both of a pair.
void booted(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  state.has_spare = true;
  state.takeover_at = state.spare_ready_at = -1;
  forget_targets(engine, index);
}

void stopped(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  state.sessions.clear();
  const LoadBalancerSettings& settings = settings_of(engine, index);
  if (!engine.model->nodes[index].present || !settings.standby || !state.has_spare) return;
  if (state.takeover_at >= engine.now) return;  // the same death
  state.takeover_at = engine.now + settings.takeover_time.nanoseconds;
  engine.push(state.takeover_at, EventType::kind_timer, index, take_over);
}

void serve_as_standby(Engine& engine, NodeIndex index) {
  NodeState& node = engine.nodes[index];
  engine.integrate(index);
  node.state = ComponentState::up;
  node.speed = 1;
  node.fail_share = 0;
  ++node.boot_generation;  // what boots will not serve
  engine.note(EventKind::took_over, index);
  forget_targets(engine, index);
}

void takeover_due(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  if (state.takeover_at != engine.now) return;
  state.takeover_at = -1;
  const NodeModel& model = engine.model->nodes[index];
  const ComponentState before = engine.nodes[index].state;
  const bool serves = before == ComponentState::up || before == ComponentState::hung;  // it has booted faster
  if (!model.present || !settings_of(engine, index).standby || serves) return;
  state.has_spare = false;
  if (before == ComponentState::booting) {
    // An edit may have shortened the boot.
    state.spare_ready_at = std::max(engine.now, engine.nodes[index].repaired_at + model.boot_time);
    engine.push(state.spare_ready_at, EventType::kind_timer, index, standby_ready);
  }
  serve_as_standby(engine, index);
}

void standby_booted(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  if (state.spare_ready_at != engine.now || !engine.model->nodes[index].present) return;
  state.spare_ready_at = -1;
  if (engine.nodes[index].state == ComponentState::dead) {
    serve_as_standby(engine, index);
  } else {
    state.has_spare = true;
    engine.note(EventKind::up, index);
  }
}

/// While the standby serves, a restart brings back the one that has died.
bool restarted(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  const bool for_the_other = settings_of(engine, index).standby && !state.has_spare;
  if (!for_the_other || engine.nodes[index].state != ComponentState::up) return false;
  if (state.spare_ready_at < engine.now) {
    state.spare_ready_at = engine.now + engine.model->nodes[index].boot_time;
    engine.push(state.spare_ready_at, EventType::kind_timer, index, standby_ready);
  }
  return true;
}

void timer(Engine& engine, NodeIndex index, std::uint32_t what) {
  if (what == serve_waiting) serve(engine, index);
  else if (what == take_over) takeover_due(engine, index);
  else if (what == standby_ready) standby_booted(engine, index);
  else look_after(engine, index, what);
}

void start(Engine& engine, NodeIndex index) {
  BalancerState state;
  state.choice = engine.stream(index, 1);
  state.phases = engine.stream(index, 2);
  engine.nodes[index].kind = std::move(state);
  adopt_targets(engine, index);
}

void describe(NodeModel& node) {
  const auto& balancer = std::get<LoadBalancerSettings>(node.settings);
  node.workers = bounded(balancer.max_connections);
  node.cpu_read = node.cpu_write = node.cpu_join = LawSampler(balancer.cpu_time);
  node.uses_keys = balancer.policy == BalancingPolicy::key_hash;
  node.times_targets = balancer.policy == BalancingPolicy::least_response_time;
  node.call_timeout = balancer.timeout.nanoseconds;
  node.call_retries = bounded(balancer.retries);
  node.call_retry_delay = balancer.redispatch ? 0 : balancer.retry_delay.nanoseconds;
}

void connect(Wiring& wiring, NodeIndex index) {
  NodeModel& node = wiring.node(index);
  const std::vector<const Link*> links = wiring.links_of(index);
  bool equals = true;
  for (const Link* link : links) {
    node.targets.push_back(wiring.link_index(*link));
    equals = equals && link->settings.weight > 0 && link->settings.weight == links.front()->settings.weight;
  }
  const auto& balancer = std::get<LoadBalancerSettings>(node.settings);
  node.takes_turns = equals && balancer.policy == BalancingPolicy::round_robin && !balancer.sticky &&
                     balancer.server_connections == 0 && balancer.slow_start == Duration{};
}

void adopt(Engine& engine, NodeIndex index, const NodeModel& before) {
  const NodeModel& node = engine.model->nodes[index];
  if (node.settings == before.settings && node.targets == before.targets) return;
  for (const LinkIndex link : node.targets) {
    const bool is_new = std::find(before.targets.begin(), before.targets.end(), link) == before.targets.end();
    if (is_new) engine.links[link].up_since = engine.now;
    if (!before.times_targets) engine.links[link].response_time = 0;  // it may be of a time long past
  }
  adopt_targets(engine, index);
  for (const LinkIndex link : before.targets)
    if (!engine.model->links[link].present) send_elsewhere(engine, index, link);
  plan_serving(engine, index);
}

}  // namespace

void plan_serving(Engine& engine, NodeIndex index) {
  BalancerState& state = state_of(engine, index);
  if (state.serving_planned) return;
  state.serving_planned = true;
  engine.push(engine.now, EventType::kind_timer, index, serve_waiting);
}

}  // namespace loadframe::engine::balancer

namespace loadframe::engine {

const KindBehaviour load_balancer_behaviour{.describe = balancer::describe,
                                            .connect = balancer::connect,
                                            .start = balancer::start,
                                            .adopt = balancer::adopt,
                                            .look_ahead = balancer::look_ahead,
                                            .served = balancer::forward,
                                            .call_ended = balancer::call_ended,
                                            .connection_freed = balancer::connection_freed,
                                            .left = balancer::left,
                                            .stopped = balancer::stopped,
                                            .restarted = balancer::restarted,
                                            .booted = balancer::booted,
                                            .timer = balancer::timer};

}  // namespace loadframe::engine
