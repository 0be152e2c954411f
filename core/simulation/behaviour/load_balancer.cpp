#include "simulation/behaviour/behaviour.h"

#include <algorithm>

namespace loadframe::engine::balancer {

namespace {

const LoadBalancerSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<LoadBalancerSettings>(engine.model->nodes[index].settings);
}

BalancerState& state_of(Engine& engine, NodeIndex index) { return std::get<BalancerState>(engine.nodes[index].kind); }

bool is_up(const LinkState& target) { return !target.down && !target.passed_over; }

/// Up targets, without one to be avoided if there is another.
std::vector<LinkIndex> candidates(const Engine& engine, NodeIndex index, LinkIndex avoid) {
  std::vector<LinkIndex> up;
  up.reserve(engine.model->nodes[index].targets.size());
  for (const LinkIndex link : engine.model->nodes[index].targets)
    if (link != avoid && is_up(engine.links[link])) up.push_back(link);
  if (up.empty() && avoid != none && is_up(engine.links[avoid])) up.push_back(avoid);
  return up;
}

/// The one with fewest calls in flight; among equals, the one that has not been chosen for longest.
LinkIndex least_connections(Engine& engine, BalancerState& state, const std::vector<LinkIndex>& among) {
  LinkIndex best = among.front();
  for (const LinkIndex link : among) {
    const LinkState& candidate = engine.links[link];
    const LinkState& leader = engine.links[best];
    if (candidate.in_flight != leader.in_flight ? candidate.in_flight < leader.in_flight
                                                : candidate.last_round < leader.last_round)
      best = link;
  }
  engine.links[best].last_round = ++state.cursor;
  return best;
}

LinkIndex weighted_random(Engine& engine, BalancerState& state, const std::vector<LinkIndex>& among) {
  double total = 0;
  for (const LinkIndex link : among) total += engine.model->links[link].weight;
  if (total <= 0) return among[state.choice.below(static_cast<std::uint32_t>(among.size()))];
  double point = state.choice.uniform() * total;
  for (const LinkIndex link : among) {
    point -= engine.model->links[link].weight;
    if (point < 0) return link;
  }
  return among.back();
}

LinkIndex two_choices(Engine& engine, BalancerState& state, const std::vector<LinkIndex>& among) {
  const auto size = static_cast<std::uint32_t>(among.size());
  if (size == 1) return among.front();
  const std::uint32_t first = state.choice.below(size);
  std::uint32_t second = state.choice.below(size - 1);
  if (second >= first) ++second;
  return engine.links[among[second]].in_flight < engine.links[among[first]].in_flight ? among[second] : among[first];
}

LinkIndex choose(Engine& engine, NodeIndex index, LinkIndex avoid) {
  const std::vector<LinkIndex> up = candidates(engine, index, avoid);
  if (up.empty()) return none;
  BalancerState& state = state_of(engine, index);
  switch (settings_of(engine, index).policy) {
    case BalancingPolicy::round_robin:
      return engine.rotate(up);
    case BalancingPolicy::least_connections:
      return least_connections(engine, state, up);
    case BalancingPolicy::random:
      return weighted_random(engine, state, up);
    case BalancingPolicy::two_choices:
      return two_choices(engine, state, up);
  }
  return none;
}

void reject_without_target(Engine& engine, NodeIndex index, CallIndex call) {
  BalancerState& state = state_of(engine, index);
  if (!state.without_targets) engine.note(EventKind::no_healthy_target, index);
  state.without_targets = true;
  engine.respond(call, Outcome::no_healthy_target);
}

/// How long ago the target, or the way to it, stopped working, if it does not work now.
std::optional<Duration> since_it_broke(const Engine& engine, LinkIndex link) {
  if (engine.links[link].cut) return Duration{engine.now - engine.links[link].cut_at};
  const NodeState& node = engine.nodes[engine.model->links[link].callee];
  const bool well = node.state == ComponentState::up && node.speed >= 1 && node.fail_share <= 0;
  if (well || node.broke_at < 0) return std::nullopt;
  return Duration{engine.now - node.broke_at};
}

/// How long ago the repair of the target, or of the way to it, began.
std::optional<Duration> since_its_repair(const Engine& engine, LinkIndex link) {
  const std::int64_t repaired =
      std::max(engine.links[link].mended_at, engine.nodes[engine.model->links[link].callee].repaired_at);
  if (repaired < 0) return std::nullopt;
  return Duration{engine.now - repaired};
}

void mark_down(Engine& engine, LinkIndex link, std::uint64_t count, EventCause cause) {
  const LinkModel& model = engine.model->links[link];
  engine.note(EventKind::target_down, model.caller, engine.model->nodes[model.callee].id, count, cause,
              since_it_broke(engine, link));
}

void mark_up(Engine& engine, LinkIndex link, std::uint64_t count, EventCause cause) {
  const LinkModel& model = engine.model->links[link];
  state_of(engine, model.caller).without_targets = false;
  engine.note(EventKind::target_up, model.caller, engine.model->nodes[model.callee].id, count, cause,
              since_its_repair(engine, link));
}

/// Tells a check from another that uses the same place in the pool.
std::uint32_t check_stamp(const Call& check) { return static_cast<std::uint32_t>(check.begun); }

void begin_check(Engine& engine, LinkIndex link) {
  LinkState& target = engine.links[link];
  const LinkModel& model = engine.model->links[link];
  const LoadBalancerSettings& settings = settings_of(engine, model.caller);
  target.check_overdue = false;
  const std::uint32_t trace = engine.observe_every > 0 ? ++engine.last_trace : 0;
  const CallIndex check =
      engine.begin_call({.link = link, .trace = trace, .purpose = Purpose::check, .first_begun = engine.now});
  target.check = check;
  engine.push(engine.now + settings.check_timeout.nanoseconds, EventType::check_timeout, check,
              check_stamp(engine.calls[check]));
  engine.push(engine.now + settings.check_interval.nanoseconds, EventType::check_due, link, target.check_generation);
}

/// Counts a failed request towards the passive checks.
void count_failure(Engine& engine, NodeIndex index, LinkIndex link) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  LinkState& target = engine.links[link];
  if (settings.max_fails == 0 || target.passed_over) return;
  if (target.failures == 0 || engine.now - target.window_began > settings.fail_timeout.nanoseconds) {
    target.failures = 0;
    target.window_began = engine.now;
  }
  if (++target.failures < static_cast<std::uint32_t>(settings.max_fails)) return;
  target.passed_over = true;
  if (!target.down) mark_down(engine, link, target.failures, EventCause::failed_requests);
  target.failures = 0;
  engine.push(engine.now + settings.fail_timeout.nanoseconds, EventType::passive_over, link, target.check_generation);
}

}  // namespace

void start(Engine& engine, NodeIndex index) {
  BalancerState state;
  state.choice = engine.stream(index, 1);
  state.phases = engine.stream(index, 2);
  engine.nodes[index].kind = std::move(state);
  adopt_targets(engine, index);
}

void adopt_targets(Engine& engine, NodeIndex index) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  for (const LinkIndex link : engine.model->nodes[index].targets) {
    LinkState& target = engine.links[link];
    ++target.check_generation;
    target.passed_over = false;
    if (!settings.checks) {
      target.down = false;
      continue;
    }
    if (target.check != none) {
      target.check_overdue = true;  // the next one begins when it ends
      continue;
    }
    const double phase = state_of(engine, index).phases.uniform();
    engine.push(
        engine.now + static_cast<std::int64_t>(phase * static_cast<double>(settings.check_interval.nanoseconds)),
        EventType::check_due, link, target.check_generation);
  }
}

void forget_targets(Engine& engine, NodeIndex index) {
  state_of(engine, index).without_targets = false;
  for (const LinkIndex link : engine.model->nodes[index].targets) {
    LinkState& target = engine.links[link];
    target.down = false;
    target.failed_checks = target.passed_checks = target.failures = 0;
  }
  adopt_targets(engine, index);
}

void forward(Engine& engine, CallIndex index) {
  const NodeIndex node = engine.model->links[engine.calls[index].link].callee;
  const LinkIndex target = choose(engine, node, none);
  if (target == none) {
    reject_without_target(engine, node, index);
    return;
  }
  state_of(engine, node).without_targets = false;
  Call& call = engine.calls[index];
  engine.begin_call({.link = target,
                     .parent = index,
                     .request_class = call.request_class,
                     .key = call.key,
                     .user = call.user,
                     .trace = call.trace,
                     .first_begun = engine.now});
}

void call_ended(Engine& engine, CallIndex parent, const Call& call, Outcome outcome) {
  const NodeIndex index = engine.model->links[call.link].caller;
  if (outcome == Outcome::ok) {
    engine.respond(parent, Outcome::ok);
    return;
  }
  count_failure(engine, index, call.link);
  const LoadBalancerSettings& settings = settings_of(engine, index);
  const LinkModel& link = engine.model->links[call.link];
  const bool may_retry = settings.retry_on == RetryOn::any_failure || outcome == Outcome::refused;
  if (!may_retry || call.attempt >= link.retries) {
    engine.respond(parent, outcome);
    return;
  }
  LinkIndex next = call.link;
  if (settings.redispatch || !link.present) next = choose(engine, index, call.link);
  if (next == none) {
    reject_without_target(engine, index, parent);
    return;
  }
  engine.begin_call_after(engine.again(call, next), link.retry_delay);
}

void check_due(Engine& engine, LinkIndex link) {
  const LinkModel& model = engine.model->links[link];
  if (!model.present || engine.nodes[model.caller].state != ComponentState::up) return;
  LinkState& target = engine.links[link];
  if (target.check != none) target.check_overdue = true;
  else begin_check(engine, link);
}

bool check_timeout(Engine& engine, CallIndex index, std::uint32_t stamp) {
  const Call& check = engine.calls[index];
  const bool waiting = check.phase != Phase::free && check.purpose == Purpose::check && !check.abandoned;
  if (!waiting || check_stamp(check) != stamp) return false;
  engine.settle(index, Outcome::timeout);
  return true;
}

void check_ended(Engine& engine, LinkIndex link, Outcome outcome) {
  const LinkModel& model = engine.model->links[link];
  LinkState& target = engine.links[link];
  target.check = none;
  if (!model.present || engine.nodes[model.caller].state != ComponentState::up) return;
  const LoadBalancerSettings& settings = settings_of(engine, model.caller);
  if (!settings.checks) return;
  if (outcome == Outcome::ok) {
    target.failed_checks = 0;
    ++target.passed_checks;
    if (target.down && target.passed_checks >= static_cast<std::uint32_t>(settings.rise)) {
      target.down = false;
      mark_up(engine, link, target.passed_checks, EventCause::passed_checks);
    }
  } else {
    target.passed_checks = 0;
    ++target.failed_checks;
    const bool enough = target.failed_checks >= static_cast<std::uint32_t>(settings.fall);
    if (!target.down && enough) {
      target.down = true;
      mark_down(engine, link, target.failed_checks, EventCause::failed_checks);
    } else if (!target.down) {
      engine.note(EventKind::check_failed, model.caller, engine.model->nodes[model.callee].id, target.failed_checks);
    }
  }
  if (target.check_overdue) begin_check(engine, link);
}

void passive_over(Engine& engine, LinkIndex link) {
  LinkState& target = engine.links[link];
  if (!target.passed_over || !engine.model->links[link].present) return;
  target.passed_over = false;
  if (!target.down) mark_up(engine, link, 0, EventCause::fail_timeout_over);
}

}  // namespace loadframe::engine::balancer
