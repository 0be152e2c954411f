#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

#include <algorithm>
#include <cmath>

/// What callers do about slow and failing callees: pools, budgets, breakers, hedges, deadlines, withdrawals.
namespace loadframe::engine {

namespace {

/// Tokens that a retry budget saves at most, and starts with: a few retries are free also for those who send little.
constexpr double most_retry_tokens = 10;

/// Answered calls in a window of hedging after a percentile, and how many the first window needs.
constexpr std::uint64_t hedging_window = 1000;
constexpr std::uint64_t first_hedging_window = 100;

const LinkSettings& policy_of(const Engine& engine, LinkIndex link) { return engine.model->links[link].settings; }

}  // namespace

/// Sends a new call, if the caller's policy lets it out.
void Engine::let_out(CallIndex index) {
  Call& call = calls[index];
  const bool too_late = call.deadline <= now;
  LinkState& link = links[call.link];
  const LinkSettings& policy = policy_of(*this, call.link);
  if (policy.retry_budget.ratio > 0 && call.attempt == 0)
    link.retry_tokens = std::min(most_retry_tokens, link.retry_tokens + policy.retry_budget.ratio);
  if (too_late || !breaker_lets_through(call.link)) {
    call.phase = Phase::blocked;
    call.outcome = too_late ? Outcome::timeout : Outcome::circuit_open;
    push(now, EventType::fail_at_once, index, call.serial);
    return;
  }
  if (policy.pool > 0) {
    if (link.pool_used >= static_cast<std::uint64_t>(policy.pool)) {
      call.phase = Phase::pooling;
      link.pool_waiting.push(calls, index);
      return;
    }
    ++link.pool_used;
    call.connected = true;
  }
  send(index);
}

bool Engine::fail_at_once(CallIndex index, std::uint32_t serial) {
  if (calls[index].serial != serial || calls[index].phase != Phase::blocked) return false;
  settle(index, calls[index].outcome);
  return true;
}

void Engine::give_back_connection(CallIndex index) {
  Call& call = calls[index];
  call.connected = false;
  --links[call.link].pool_used;
  serve_pool(call.link);
}

void Engine::serve_pool(LinkIndex index) {
  LinkState& link = links[index];
  const LinkModel& link_model = model->links[index];
  const std::int64_t pool = link_model.settings.pool;
  while (link_model.present && !link.pool_waiting.empty() &&
         (pool == 0 || link.pool_used < static_cast<std::uint64_t>(pool))) {
    const CallIndex next = link.pool_waiting.pop(calls);
    calls[next].connected = true;
    ++link.pool_used;
    send(next);
  }
}

bool Engine::may_retry(const Call& call) {
  const LinkModel& link_model = model->links[call.link];
  if (call.attempt >= link_model.retries) return false;
  if (link_model.settings.retry_budget.ratio <= 0) return true;
  double& tokens = links[call.link].retry_tokens;
  if (tokens < 1) return false;
  tokens -= 1;
  return true;
}

std::int64_t Engine::retry_pause(const Call& call) {
  const LinkModel& link_model = model->links[call.link];
  const LinkSettings& policy = link_model.settings;
  if (policy.backoff == Backoff::fixed) return link_model.retry_delay;
  const double longest = static_cast<double>(policy.max_delay.nanoseconds);
  const double delay = std::min(longest, std::ldexp(static_cast<double>(link_model.retry_delay), call.attempt));
  const double part = policy.backoff == Backoff::full_jitter ? links[call.link].network.uniform() : 1;
  return std::llround(delay * part);
}

bool Engine::breaker_lets_through(LinkIndex index) {
  if (!policy_of(*this, index).breaker) return true;
  Breaker& breaker = links[index].breaker;
  if (!breaker_is_passable(index)) return false;
  if (breaker.phase == BreakerPhase::open) {
    breaker.phase = BreakerPhase::half_open;
    breaker.probes = breaker.passed = 0;
  }
  if (breaker.phase == BreakerPhase::half_open) ++breaker.probes;
  return true;
}

bool Engine::open_breaker_is_passable(LinkIndex index) const {
  const Breaker& breaker = links[index].breaker;
  switch (breaker.phase) {
    case BreakerPhase::closed:
      return true;
    case BreakerPhase::open:
      return now >= breaker.open_until;
    case BreakerPhase::half_open:
      return breaker.probes < static_cast<std::uint64_t>(model->links[index].settings.breaker_probes);
  }
  return true;
}

void Engine::count_in_breaker(LinkIndex index, Outcome outcome) {
  const LinkModel& link_model = model->links[index];
  const LinkSettings& policy = link_model.settings;
  Breaker& breaker = links[index].breaker;
  if (outcome == Outcome::circuit_open || breaker.phase == BreakerPhase::open) return;
  if (outcome == Outcome::cancelled) {
    if (breaker.phase == BreakerPhase::half_open && breaker.probes > 0) --breaker.probes;  // it told nothing
    return;
  }
  const ElementId target = link_model.internal ? ElementId{} : ElementId{model->nodes[link_model.callee].id};
  if (outcome == Outcome::ok) {
    breaker.failures = 0;
    if (breaker.phase != BreakerPhase::half_open) return;
    if (++breaker.passed < static_cast<std::uint64_t>(policy.breaker_probes)) return;
    breaker = {};
    note(EventKind::breaker_closed, link_model.caller, target, static_cast<std::uint64_t>(policy.breaker_probes));
    return;
  }
  ++breaker.failures;
  const bool opens = breaker.phase == BreakerPhase::half_open ||
                     breaker.failures >= static_cast<std::uint64_t>(policy.breaker_failures);
  if (!opens) return;
  if (breaker.phase == BreakerPhase::closed)
    note(EventKind::breaker_opened, link_model.caller, target, breaker.failures);
  breaker.phase = BreakerPhase::open;
  breaker.open_until = now + policy.breaker_open_time.nanoseconds;
}

void Engine::note_for_policy(const Call& call, Outcome outcome) {
  const LinkModel& link_model = model->links[call.link];
  LinkState& link = links[call.link];
  if (link_model.settings.breaker) count_in_breaker(call.link, outcome);
  // Of first calls alone; one that lost to its twin would have taken longer than it did.
  const bool tells = !call.hedge && (outcome == Outcome::ok || outcome == Outcome::cancelled);
  if (link_model.settings.hedging != Hedging::after_percentile || !tells) return;
  link.recent_latency.record({now - call.begun});
  if (link.recent_latency.count() < (link.p95 > 0 ? hedging_window : first_hedging_window)) return;
  link.p95 = link.recent_latency.quantile(0.95).nanoseconds;
  link.recent_latency.clear();
}

void Engine::plan_hedge(CallIndex index) {
  const LinkSettings& policy = policy_of(*this, calls[index].link);
  const std::int64_t delay =
      policy.hedging == Hedging::after_percentile ? links[calls[index].link].p95 : policy.hedge_delay.nanoseconds;
  if (policy.hedging == Hedging::after_percentile && delay == 0) return;  // nothing is known yet
  push(now + delay, EventType::hedge_due, index, calls[index].serial);
}

/// Where the second call of a pair goes: elsewhere, if there is an elsewhere.
LinkIndex Engine::hedge_link(const Call& call) {
  const NodeIndex caller = caller_of(call);
  const NodeModel& node = model->nodes[caller];
  if (node.kind == Kind::users) return rotate(node.entries.of(call.request_class), call.link);
  if (node.kind == Kind::load_balancer) return balancer::another_target(*this, call);
  const Call& parent = calls[call.parent];
  const std::vector<Step>& steps = steps_of(parent);
  return call.step < steps.size() ? choose_link(steps[call.step], parent, call.link) : call.link;
}

bool Engine::hedge_due(CallIndex index, std::uint32_t serial) {
  const Call& call = calls[index];
  if (call.serial != serial || call.phase == Phase::free || call.abandoned || call.twin != none) return false;
  if (!model->links[call.link].present) return false;
  if (call.parent != none) {
    const Call& parent = calls[call.parent];
    if (parent.generation != call.parent_generation || parent.phase != Phase::downstream) return false;
  } else if (call.purpose != Purpose::request || !model->nodes[caller_of(call)].present) {
    return false;
  }
  const LinkIndex link = hedge_link(call);
  if (link == none) return false;
  NewCall what = again(call, link);
  what.attempt = call.attempt;
  what.hedge = true;
  const CallIndex twin = begin_call(what);
  calls[index].twin = twin;
  calls[twin].twin = index;
  return true;
}

bool Engine::settle_twin(CallIndex index, const Call& call, Outcome outcome) {
  if (call.twin == none) return false;
  Call& twin = calls[call.twin];
  if (twin.twin != index || twin.phase == Phase::free || twin.abandoned) return false;
  twin.twin = none;
  if (outcome != Outcome::ok) return true;  // the other one may still be answered
  withdraw(call.twin);
  return false;
}

bool Engine::call_deadline(CallIndex index, std::uint32_t serial) {
  const Call& call = calls[index];
  if (call.serial != serial || call.phase == Phase::free || call.abandoned || call.deadline > now) return false;
  settle(index, Outcome::timeout);
  return true;
}

void Engine::withdraw(CallIndex index) {
  Call& call = calls[index];
  if (call.abandoned) return;
  call.abandoned = true;
  const bool unsent = call.phase == Phase::pooling || call.phase == Phase::blocked;
  close(index, Outcome::cancelled);
  if (unsent) calls.release(index);
  else tell_callee(index);
}

/// Sends word to the callee that nobody waits any more.
void Engine::tell_callee(CallIndex index) {
  const Call& call = calls[index];
  if (link_conditions[call.link].cut || call.phase == Phase::pooling || call.phase == Phase::blocked) return;
  push(now + trip(call, false), EventType::cancel, index, call.serial);
}

bool Engine::cancel(CallIndex index, std::uint32_t serial) {
  Call& call = calls[index];
  if (call.serial != serial) return false;
  switch (call.phase) {
    case Phase::travelling:
      call.withdrawn = true;
      return true;
    case Phase::queued:
    case Phase::on_cpu:
    case Phase::waiting:
    case Phase::downstream:
      abort(index);
      return true;
    default:
      return false;  // it is on its way back, or nobody reads what comes in
  }
}

/// What is being done for a call stops.
void Engine::stop_work(CallIndex index) {
  const Call& call = calls[index];
  if (call.phase == Phase::on_cpu) {
    const std::uint32_t host = callee_model(call).host;
    hosts[host].processor.remove(now, index);
    arm_processor(host);
  }
  if (call.phase == Phase::downstream) withdraw_children(index);
}

void Engine::break_off(CallIndex index, Outcome outcome) {
  stop_work(index);
  respond(index, outcome);
}

/// The callee stops working on a call that its caller has withdrawn.
void Engine::abort(CallIndex index) {
  const NodeIndex node_index = callee_of(calls[index]);
  NodeState& node = nodes[node_index];
  integrate(node_index);
  if (calls[index].phase == Phase::queued) node.queue.remove(calls, index);
  stop_work(index);
  ++node.interval.ended;
  ++node.interval.outcomes[Outcome::cancelled];
  node.interval.residence += static_cast<double>(now - calls[index].arrived);
  calls[index].outcome = Outcome::cancelled;
  leave(index);
  calls.release(index);
  start_waiting(node_index);
}

void Engine::withdraw_children(CallIndex parent) {
  for (const LinkIndex link : model->nodes[callee_of(calls[parent])].calls_over) {
    if (!policy_of(*this, link).cancellation) continue;
    CallIndex child = flows[link].outstanding_head;
    while (child != none) {
      const CallIndex next = calls[child].outstanding_next;
      if (calls[child].parent == parent && calls[child].parent_generation == calls[parent].generation) withdraw(child);
      child = next;
    }
  }
}

}  // namespace loadframe::engine
