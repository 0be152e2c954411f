#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>

/// The way of a call: sent, served, answered, retried.
namespace loadframe::engine {

namespace {

constexpr std::size_t most_hops = 100'000;

bool in_service(Phase phase) {
  return phase == Phase::on_cpu || phase == Phase::waiting || phase == Phase::downstream || phase == Phase::frozen;
}

/// Replication is applied by a process of its own, which needs no worker.
bool takes_worker(const Call& call) { return call.purpose != Purpose::replication; }

/// Health checks are not what the system is there for: they are left out of what is reported of calls.
bool counts(const Call& call) { return call.purpose == Purpose::request || call.purpose == Purpose::lookup; }

}  // namespace

CallIndex Engine::begin_call(const NewCall& what) {
  const CallIndex index = calls.allocate();
  const LinkModel& link_model = model->links[what.link];
  LinkState& link = links[what.link];
  Call& call = calls[index];
  call.first_begun = what.first_begun;
  call.begun = now;
  call.link = what.link;
  call.parent = what.parent;
  if (what.parent != none) call.parent_generation = calls[what.parent].generation;
  call.request_class = what.request_class;
  call.key = what.key;
  call.user = what.user;
  call.trace = what.trace;
  call.purpose = what.purpose;
  call.step = what.step;
  call.attempt = what.attempt;

  if (call.purpose != Purpose::check) {
    call.deadline = link_model.timeout > 0 ? now + link_model.timeout : never;
    call.outstanding_previous = link.outstanding_tail;
    if (link.outstanding_tail == none) link.outstanding_head = index;
    else calls[link.outstanding_tail].outstanding_next = index;
    link.outstanding_tail = index;
    ++link.in_flight;
    ++link.begun;
    if (call.deadline != never && !link.timer_armed) arm_link_timer(what.link);
  }
  send(index);
  return index;
}

void Engine::begin_call_after(const NewCall& what, std::int64_t pause) {
  const CallIndex index = calls.allocate();
  Call& call = calls[index];
  call.phase = Phase::pausing;
  call.first_begun = what.first_begun;
  call.link = what.link;
  call.parent = what.parent;
  if (what.parent != none) call.parent_generation = calls[what.parent].generation;
  call.request_class = what.request_class;
  call.key = what.key;
  call.user = what.user;
  call.trace = what.trace;
  call.purpose = what.purpose;
  call.step = what.step;
  call.attempt = what.attempt;
  push(now + pause, EventType::retry, index, call.generation);
}

Engine::NewCall Engine::again(const Call& call, LinkIndex link) const {
  return {.link = link,
          .parent = call.parent,
          .request_class = call.request_class,
          .key = call.key,
          .user = call.user,
          .trace = call.trace,
          .purpose = call.purpose,
          .step = call.step,
          .attempt = static_cast<std::uint16_t>(call.attempt + 1),
          .first_begun = call.first_begun};
}

void Engine::retry(CallIndex index) {
  const Call paused = calls[index];
  calls.release(index);
  if (paused.parent == none) {
    users::retry_due(*this, paused);
    return;
  }
  const Call& parent = calls[paused.parent];
  if (parent.generation != paused.parent_generation || parent.phase != Phase::downstream) return;
  if (!model->links[paused.link].present) {
    continue_caller(paused, Outcome::reset);
    return;
  }
  NewCall what = again(paused, paused.link);
  what.attempt = paused.attempt;
  begin_call(what);
}

void Engine::observe(const Call& call, bool response) {
  if (hops.size() >= most_hops) return;
  const LinkModel& link = model->links[call.link];
  hops.push_back(
      {link.id, {now}, {now + link.latency}, call.trace, response, call.purpose == Purpose::check, call.outcome});
}

void Engine::hold(LinkIndex link, CallIndex index) {
  CallQueue& held = links[link].held;
  // Nobody waits any more for the oldest; so the list stays as short as the timeout allows.
  while (!held.empty() && calls[held.head].abandoned) calls.release(held.pop(calls));
  held.push(calls, index);
}

void Engine::send(CallIndex index) {
  Call& call = calls[index];
  call.phase = Phase::travelling;
  if (links[call.link].cut) {
    hold(call.link, index);
    return;
  }
  if (call.trace) observe(call, false);
  push(now + model->links[call.link].latency, EventType::arrive, index);
}

void Engine::carry_back(CallIndex index) {
  Call& call = calls[index];
  call.phase = Phase::returning;
  if (links[call.link].cut) {
    hold(call.link, index);
    return;
  }
  if (call.trace) observe(call, true);
  push(now + model->links[call.link].latency, EventType::answer, index);
}

void Engine::arrive(CallIndex index) {
  Call& call = calls[index];
  call.arrived = now;
  call.stage_began = now;
  const NodeIndex node_index = model->links[call.link].callee;
  NodeState& node = nodes[node_index];
  ++node.interval.arrivals;

  if (node.state == ComponentState::dead || node.state == ComponentState::booting) {
    respond(index, Outcome::refused);
    return;
  }
  if (call.purpose == Purpose::check) {
    // Connections are accepted by the operating system, also for a process that hangs.
    const auto& balancer = std::get<LoadBalancerSettings>(model->nodes[model->links[call.link].caller].settings);
    if (balancer.check_kind == CheckKind::connect) {
      respond(index, Outcome::ok);
      return;
    }
  }
  if (node.state == ComponentState::up && node.fail_share > 0 && node.faults.uniform() < node.fail_share) {
    respond(index, Outcome::error);
    return;
  }
  admit(index);
}

void Engine::admit(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = model->links[call.link].callee;
  const NodeModel& node_model = model->nodes[node_index];
  NodeState& node = nodes[node_index];
  const bool hung = node.state == ComponentState::hung;
  const bool free_worker = !takes_worker(call) || (node.busy < node_model.workers && node.queue.empty());
  // The process that hangs takes nothing, so what its idle workers could have taken waits as well.
  const std::uint64_t idle = node_model.workers - std::min(node.busy, node_model.workers);
  const std::uint64_t room = node_model.backlog + (hung ? idle : 0);
  if ((hung || !free_worker) && node.queue.size >= room) {
    turn_away_when_full(index);
    return;
  }

  integrate(node_index);
  ++node.present;
  call.resident_next = node.first_resident;
  call.resident_previous = none;
  if (node.first_resident != none) calls[node.first_resident].resident_previous = index;
  node.first_resident = index;

  if (free_worker && !hung) {
    if (takes_worker(call)) ++node.busy;
    start_service(index);
  } else {
    call.phase = Phase::queued;
    node.queue.push(calls, index);
  }
}

void Engine::turn_away_when_full(CallIndex index) {
  const NodeIndex node_index = model->links[calls[index].link].callee;
  NodeState& node = nodes[node_index];
  if (!node.rejecting) {
    node.rejecting = true;
    node.rejected = 0;
    note(EventKind::backlog_full, node_index, {}, node.queue.size);
  }
  ++node.rejected;
  respond(index, Outcome::rejected);
}

/// @pre the call holds its worker, if it takes one
void Engine::start_service(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = model->links[call.link].callee;
  const NodeModel& node_model = model->nodes[node_index];
  NodeState& node = nodes[node_index];
  call.waited = now - call.arrived;
  call.stage_began = now;
  call.phase = Phase::on_cpu;
  if (call.purpose == Purpose::check) {
    respond(index, Outcome::ok);
    return;
  }
  const ClassModel& request_class = model->classes[call.request_class];
  double work = (request_class.write ? node_model.cpu_write : node_model.cpu_read).draw(node.service) / node.speed;
  if (node_model.scaled_by_cost) work *= request_class.cost;
  if (work <= 0) {
    wait_without_cpu(index);
    return;
  }
  hosts[node_model.host].processor.add(now, index, call.generation, node_index, work);
  arm_processor(node_model.host);
}

void Engine::arm_processor(std::uint32_t host_index) {
  HostState& host = hosts[host_index];
  if (!host.processor.busy()) {
    ++host.timer_generation;
    host.armed_for = -1;
    return;
  }
  const std::int64_t due = host.processor.next_completion(now);
  if (due == host.armed_for) return;
  host.armed_for = due;
  push(due, EventType::cpu_done, host_index, ++host.timer_generation);
}

bool Engine::cpu_done(std::uint32_t host_index) {
  HostState& host = hosts[host_index];
  host.armed_for = -1;
  if (!host.processor.busy()) return false;
  const Job job = host.processor.complete(now);
  arm_processor(host_index);
  Call& call = calls[job.call];
  if (call.generation != job.generation || call.phase != Phase::on_cpu) return false;
  nodes[job.node].areas.cpu += job.work;
  wait_without_cpu(job.call);
  return true;
}

void Engine::wait_without_cpu(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = model->links[call.link].callee;
  const NodeModel& node_model = model->nodes[node_index];
  NodeState& node = nodes[node_index];
  if (node_model.wait.is_zero()) {
    served(index);
    return;
  }
  double time = node_model.wait.draw(node.service) / node.speed;
  if (node_model.scaled_by_cost) time *= model->classes[call.request_class].cost;
  call.phase = Phase::waiting;
  push(now + std::llround(std::min(time, 4e18)), EventType::wait_over, index, call.generation);
}

void Engine::served(CallIndex index) {
  Call& call = calls[index];
  call.served = now - call.stage_began;
  call.phase = Phase::downstream;
  switch (model->nodes[model->links[call.link].callee].kind) {
    case Kind::load_balancer:
      balancer::forward(*this, index);
      break;
    case Kind::cache:
      cache::looked_up(*this, index);
      break;
    case Kind::relational_database:
      relational_database::executed(*this, index);
      break;
    case Kind::server:
      advance(index);
      break;
    case Kind::dns:
    case Kind::users:
      respond(index, Outcome::ok);
      break;
  }
}

const std::vector<Step>& Engine::steps_of(const Call& call) const {
  const NodeModel& node = model->nodes[model->links[call.link].callee];
  return model->classes[call.request_class].write ? node.write_steps : node.read_steps;
}

namespace {

/// Whether what a cache did not have comes from the component's own work rather than from one step of it.
bool computes_answer(const NodeModel& node, const std::vector<Step>& steps) {
  return node.kind == Kind::cache ||
         std::none_of(steps.begin(), steps.end(), [](const Step& step) { return step.after_miss; });
}

}  // namespace

void Engine::advance(CallIndex index) {
  const NodeIndex node_index = model->links[calls[index].link].callee;
  const NodeModel& node = model->nodes[node_index];
  const std::vector<Step>& steps = steps_of(calls[index]);
  while (calls[index].next_step < steps.size()) {
    Call& call = calls[index];
    const Step& step = steps[call.next_step];
    if (step.after_miss && call.pending > 0) return;  // whether it is needed is not known yet
    const std::uint16_t step_index = call.next_step++;
    if (step.after_miss && !call.missed) continue;
    if (step.share < 1 && nodes[node_index].routing.uniform() >= step.share) continue;
    make_step_call(index, step_index);
    if (!step.detached && !node.parallel_calls) return;
  }
  const Call& call = calls[index];
  if (call.pending > 0) return;
  if (call.missed_at != none && computes_answer(node, steps)) cache::fill(*this, call.missed_at, call);
  respond(index, Outcome::ok);
}

void Engine::make_step_call(CallIndex parent, std::uint16_t step_index) {
  Call& call = calls[parent];
  const Step& step = steps_of(call)[step_index];
  const LinkIndex link = rotate(step.links);
  NewCall what{.link = link,
               .request_class = call.request_class,
               .key = call.key,
               .user = call.user,
               .trace = call.trace,
               .purpose = model->links[link].replicates ? Purpose::replication : Purpose::request,
               .step = step_index,
               .first_begun = now};
  if (!step.detached) {
    what.parent = parent;
    ++call.pending;
  }
  begin_call(what);
}

void Engine::step_ended(const Call& child, Outcome outcome) {
  const LinkModel& link = model->links[child.link];
  Call& parent = calls[child.parent];
  const std::vector<Step>& steps = steps_of(parent);
  const Step* step = child.step < steps.size() ? &steps[child.step] : nullptr;
  if (outcome != Outcome::ok && step && child.purpose == Purpose::request && child.attempt < link.retries) {
    begin_call_after(again(child, rotate(step->links, child.link)), link.retry_delay);
    return;
  }

  --parent.pending;
  // A replica that does not answer is left behind; the primary goes on without it.
  if (outcome == Outcome::ok || child.purpose == Purpose::replication) {
    if (child.missed) {
      parent.missed = true;
      parent.missed_at = child.missed_at;
    } else if (step && step->after_miss && parent.missed_at != none) {
      cache::fill(*this, parent.missed_at, parent);
    }
    advance(child.parent);
    return;
  }
  const bool has_another_source =
      step && step->is_lookup && std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.after_miss; });
  if (has_another_source) {
    parent.missed = true;
    advance(child.parent);
  } else {
    respond(child.parent, outcome);
  }
}

void Engine::respond(CallIndex index, Outcome outcome) {
  Call& call = calls[index];
  const NodeIndex node_index = model->links[call.link].callee;
  NodeState& node = nodes[node_index];
  const bool resident = call.phase != Phase::travelling;
  const std::int64_t residence = now - call.arrived;

  Counters& counters = node.interval;
  ++counters.ended;
  counters.residence += static_cast<double>(residence);
  if (counts(call)) {
    ++counters.outcomes[outcome];
    if (outcome == Outcome::ok) {
      node.interval_latency.record({residence});
      counters.waiting += static_cast<double>(call.waited);
      counters.service += static_cast<double>(call.served);
      counters.downstream += static_cast<double>(residence - call.waited - call.served);
      if (call.abandoned) ++counters.wasted;
    }
  }
  call.outcome = outcome;
  if (resident) leave(index);
  carry_back(index);
  if (resident) start_waiting(node_index);
}

void Engine::leave(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = model->links[call.link].callee;
  NodeState& node = nodes[node_index];
  integrate(node_index);
  --node.present;
  if (takes_worker(call) && in_service(call.phase)) --node.busy;
  if (call.resident_previous != none) calls[call.resident_previous].resident_next = call.resident_next;
  else node.first_resident = call.resident_next;
  if (call.resident_next != none) calls[call.resident_next].resident_previous = call.resident_previous;
  call.resident_next = call.resident_previous = none;
  ++call.generation;
}

void Engine::start_waiting(NodeIndex index) {
  NodeState& node = nodes[index];
  if (node.draining || node.state != ComponentState::up) return;
  node.draining = true;  // work that takes no time answers at once and comes back here
  while (!node.queue.empty() && node.busy < model->nodes[index].workers) {
    integrate(index);
    const CallIndex next = node.queue.pop(calls);
    ++node.busy;
    start_service(next);
  }
  node.draining = false;
  if (node.rejecting && node.queue.size <= model->nodes[index].backlog / 2) {
    node.rejecting = false;
    note(EventKind::backlog_ok, index, {}, node.rejected);
  }
}

void Engine::come_back(CallIndex index) {
  if (!calls[index].abandoned) settle(index, calls[index].outcome);
  calls.release(index);
}

void Engine::remove_outstanding(CallIndex index) {
  Call& call = calls[index];
  LinkState& link = links[call.link];
  if (call.outstanding_previous != none) calls[call.outstanding_previous].outstanding_next = call.outstanding_next;
  else link.outstanding_head = call.outstanding_next;
  if (call.outstanding_next != none) calls[call.outstanding_next].outstanding_previous = call.outstanding_previous;
  else link.outstanding_tail = call.outstanding_previous;
  call.outstanding_next = call.outstanding_previous = none;
  --link.in_flight;
}

void Engine::settle(CallIndex index, Outcome outcome) {
  Call& call = calls[index];
  if (call.abandoned) return;
  call.abandoned = true;
  if (call.purpose != Purpose::check) {
    // The connection of a caller that has died is closed with it.
    const bool caller_gone = call.parent != none && calls[call.parent].generation != call.parent_generation;
    if (caller_gone) outcome = Outcome::reset;
    remove_outstanding(index);
    LinkState& link = links[call.link];
    ++link.interval[outcome];
    ++link.total.outcomes[outcome];
    if (outcome == Outcome::ok) link.total.latency.record({now - call.begun});
  }
  const Call ended = call;  // what follows may move the pool
  continue_caller(ended, outcome);
}

void Engine::continue_caller(const Call& call, Outcome outcome) {
  if (call.purpose == Purpose::check) {
    balancer::check_ended(*this, call.link, outcome);
    return;
  }
  if (call.parent == none) {
    if (call.purpose != Purpose::replication) users::call_ended(*this, call, outcome);
    return;
  }
  const Call& parent = calls[call.parent];
  if (parent.generation != call.parent_generation || parent.phase != Phase::downstream) return;
  if (model->nodes[model->links[call.link].caller].kind == Kind::load_balancer)
    balancer::call_ended(*this, call.parent, call, outcome);
  else step_ended(call, outcome);
}

void Engine::link_timeout(LinkIndex index) {
  links[index].timer_armed = false;
  while (links[index].outstanding_head != none && calls[links[index].outstanding_head].deadline <= now)
    settle(links[index].outstanding_head, Outcome::timeout);
  arm_link_timer(index);
}

void Engine::arm_link_timer(LinkIndex index) {
  LinkState& link = links[index];
  ++link.timer_generation;
  link.timer_armed = link.outstanding_head != none && calls[link.outstanding_head].deadline != never;
  if (!link.timer_armed) return;
  push(std::max(now, calls[link.outstanding_head].deadline), EventType::link_timeout, index, link.timer_generation);
}

LinkIndex Engine::rotate(const std::vector<LinkIndex>& among, LinkIndex except) {
  const bool others = among.size() > 1;
  LinkIndex best = none;
  double total = 0;
  for (const LinkIndex link : among) {
    if (others && link == except) continue;
    const double weight = model->links[link].weight;
    links[link].smooth_weight += weight;
    total += weight;
    if (best == none || links[link].smooth_weight > links[best].smooth_weight) best = link;
  }
  links[best].smooth_weight -= total;
  return best;
}

}  // namespace loadframe::engine
