#include "simulation/behaviour/load_balancer.h"

#include <algorithm>

/// Which targets are up: what a balancer learns by its checks and by failed requests.
namespace loadframe::engine::balancer {

namespace {

/// How long ago the target, or the way to it, stopped working, if it does not work now.
std::optional<Duration> since_it_broke(const Engine& engine, LinkIndex link) {
  if (engine.link_conditions[link].cut) return Duration{engine.now - engine.links[link].cut_at};
  const NodeState& node = engine.nodes[engine.flows[link].wire.callee];
  const bool well = node.state == ComponentState::up && node.speed >= 1 && node.fail_share <= 0;
  if (well || node.broke_at < 0) return std::nullopt;
  return Duration{engine.now - node.broke_at};
}

/// How long ago the repair of the target, or of the way to it, began.
std::optional<Duration> since_its_repair(const Engine& engine, LinkIndex link) {
  const std::int64_t repaired =
      std::max(engine.links[link].mended_at, engine.nodes[engine.flows[link].wire.callee].repaired_at);
  if (repaired < 0) return std::nullopt;
  return Duration{engine.now - repaired};
}

void mark_down(Engine& engine, LinkIndex link, std::uint64_t count, EventCause cause) {
  const LinkModel& model = engine.model->links[link];
  plan_serving(engine, model.caller);
  engine.note(EventKind::target_down, model.caller, engine.model->nodes[model.callee].id, count, cause,
              since_it_broke(engine, link));
}

void mark_up(Engine& engine, LinkIndex link, std::uint64_t count, EventCause cause) {
  const LinkModel& model = engine.model->links[link];
  state_of(engine, model.caller).without_targets = false;
  engine.links[link].up_since = engine.now;
  plan_serving(engine, model.caller);
  engine.note(EventKind::target_up, model.caller, engine.model->nodes[model.callee].id, count, cause,
              since_its_repair(engine, link));
}

/// Tells a check from another that uses the same place in the pool.
std::uint32_t check_stamp(const Call& check) { return static_cast<std::uint32_t>(check.begun); }

void begin_check(Engine& engine, LinkIndex link) {
  LinkState& target = engine.links[link];
  const LinkModel& model = engine.model->links[link];
  const LoadBalancerSettings& settings = settings_of(engine, model.caller);
  const std::uint32_t trace = engine.observe_every > 0 ? ++engine.last_trace : 0;
  const CallIndex check =
      engine.begin_call({.link = link, .trace = trace, .purpose = Purpose::check, .first_begun = engine.now});
  target.check = check;
  engine.push(engine.now + settings.check_timeout.nanoseconds, EventType::check_timeout, check,
              check_stamp(engine.calls[check]));
}

}  // namespace

void pass_over(Engine& engine, LinkIndex link) {
  LinkState& target = engine.links[link];
  LinkCondition& condition = engine.link_conditions[link];
  const LoadBalancerSettings& settings = settings_of(engine, engine.flows[link].wire.caller);
  condition.passed_over = true;
  condition.trial_due = false;
  target.out_until = engine.now + settings.fail_timeout.nanoseconds;
  engine.push(target.out_until, EventType::passive_over, link, target.check_generation);
}

void count_success(Engine& engine, LinkIndex link, const Call& call) {
  LinkState& target = engine.links[link];
  LinkCondition& condition = engine.link_conditions[link];
  if (!condition.passed_over) return;
  const LoadBalancerSettings& settings = settings_of(engine, engine.flows[link].wire.caller);
  const bool tried_it = call.begun >= target.out_until - settings.fail_timeout.nanoseconds;
  if (!tried_it) return;
  condition.passed_over = false;
  if (!condition.down) mark_up(engine, link, 0, EventCause::fail_timeout_over);
}

void count_failure(Engine& engine, NodeIndex index, LinkIndex link) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  LinkState& target = engine.links[link];
  LinkCondition& condition = engine.link_conditions[link];
  if (settings.max_fails == 0 || condition.passed_over) return;
  if (target.failures == 0 || engine.now - target.window_began > settings.fail_timeout.nanoseconds) {
    target.failures = 0;
    target.window_began = engine.now;
  }
  if (++target.failures < static_cast<std::uint32_t>(settings.max_fails)) return;
  pass_over(engine, link);
  if (!condition.down) mark_down(engine, link, target.failures, EventCause::failed_requests);
  target.failures = 0;
}

void adopt_targets(Engine& engine, NodeIndex index) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  for (const LinkIndex link : engine.model->nodes[index].targets) {
    LinkState& target = engine.links[link];
    LinkCondition& condition = engine.link_conditions[link];
    ++target.check_generation;
    condition.passed_over = false;
    if (!settings.checks) {
      condition.down = false;
      continue;
    }
    if (target.check != none) continue;  // the next one comes an interval after its end
    const double phase = state_of(engine, index).phases.uniform();
    engine.push(
        engine.now + static_cast<std::int64_t>(phase * static_cast<double>(settings.check_interval.nanoseconds)),
        EventType::check_due, link, target.check_generation);
  }
}

void check_due(Engine& engine, LinkIndex link) {
  const LinkModel& model = engine.model->links[link];
  if (!model.present || engine.nodes[model.caller].state != ComponentState::up) return;
  begin_check(engine, link);
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
  LinkCondition& condition = engine.link_conditions[link];
  target.check = none;
  if (!model.present || engine.nodes[model.caller].state != ComponentState::up) return;
  const LoadBalancerSettings& settings = settings_of(engine, model.caller);
  if (!settings.checks) return;
  if (outcome == Outcome::ok) {
    target.failed_checks = 0;
    ++target.passed_checks;
    if (condition.down && target.passed_checks >= static_cast<std::uint32_t>(settings.rise)) {
      condition.down = false;
      mark_up(engine, link, target.passed_checks, EventCause::passed_checks);
    }
  } else {
    target.passed_checks = 0;
    ++target.failed_checks;
    const bool enough = target.failed_checks >= static_cast<std::uint32_t>(settings.fall);
    if (!condition.down && enough) {
      condition.down = true;
      mark_down(engine, link, target.failed_checks, EventCause::failed_checks);
    } else if (!condition.down) {
      engine.note(EventKind::check_failed, model.caller, engine.model->nodes[model.callee].id, target.failed_checks);
    }
  }
  // Counted from the end of a check, as HAProxy does: one that runs into its timeout delays the next.
  engine.push(engine.now + settings.check_interval.nanoseconds, EventType::check_due, link, target.check_generation);
}

void passive_over(Engine& engine, LinkIndex link) {
  // As nginx does: one request tries it, and only its answer lets in the others.
  LinkState& target = engine.links[link];
  LinkCondition& condition = engine.link_conditions[link];
  if (!condition.passed_over || !engine.model->links[link].present || engine.now < target.out_until) return;
  condition.trial_due = true;
  plan_serving(engine, engine.flows[link].wire.caller);
}

}  // namespace loadframe::engine::balancer
