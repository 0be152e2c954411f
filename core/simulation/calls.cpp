#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>

/// The way of a call: sent, served, answered, retried.
namespace loadframe::engine {

namespace {

/// How much longer CPU work takes on a machine that swaps. Source: an order of magnitude; thrashing may cost more.
constexpr double swap_slowdown = 10;

/// Replication is applied by a process of its own, which needs no worker.
bool takes_worker(const Call& call) { return call.purpose != Purpose::replication; }

/// Health checks are not what the system is there for: they are left out of what is reported of calls.
bool counts(const Call& call) {
  return call.purpose == Purpose::request || call.purpose == Purpose::lookup || call.purpose == Purpose::delivery;
}

/// A drawn time in whole nanoseconds, at most some hundred years.
std::int64_t whole(double nanoseconds) { return static_cast<std::int64_t>(std::min(nanoseconds, 4e18) + 0.5); }

void fill_in(Call& call, const Engine::NewCall& what) {
  call.first_begun = what.first_begun;
  call.link = what.link;
  call.parent = what.parent;
  call.request_class = what.request_class;
  call.key = what.key;
  call.user = what.user;
  call.set_trace(what.trace);
  call.detail = what.detail;
  call.purpose = what.purpose;
  call.step = what.step;
  call.attempt = what.attempt;
  call.repeat = what.repeat;
  call.hedge = what.hedge;
}

}  // namespace

CallIndex Engine::begin_call(const NewCall& what) {
  const CallIndex index = calls.allocate();
  const Wire wire = flows[what.link].wire;
  LinkFlow& flow = flows[what.link];
  Call& call = calls[index];
  fill_in(call, what);
  call.begun = now;
  if (what.parent != none) call.parent_generation = calls[what.parent].generation;
  if (call.purpose == Purpose::check) [[unlikely]] {
    send(index);
    return index;
  }

  call.deadline = wire.timeout > 0 ? now + wire.timeout : never;
  if (wire.has_policy && model->links[what.link].settings.deadline && what.parent != none &&
      calls[what.parent].deadline < call.deadline) [[unlikely]] {
    call.deadline = calls[what.parent].deadline;
    push(std::max(now, call.deadline), EventType::call_deadline, index, call.serial);
  }
  call.outstanding_previous = flow.outstanding_tail;
  if (flow.outstanding_tail == none) flow.outstanding_head = index;
  else calls[flow.outstanding_tail].outstanding_next = index;
  flow.outstanding_tail = index;
  ++flow.in_flight;
  ++flow.begun;
  if (call.deadline != never && !flow.timer_armed) arm_link_timer(what.link);
  if (call.purpose == Purpose::delivery) ++nodes[wire.callee].on_way;
  if (wire.has_policy || call.deadline <= now) [[unlikely]]
    let_out(index);
  else travel(index, false);
  if (wire.hedges && !what.hedge && call.purpose == Purpose::request) [[unlikely]]
    plan_hedge(index);
  return index;
}

void Engine::begin_call_after(const NewCall& what, std::int64_t pause) {
  const CallIndex index = calls.allocate();
  Call& call = calls[index];
  fill_in(call, what);
  call.phase = Phase::pausing;
  if (what.parent != none) call.parent_generation = calls[what.parent].generation;
  push(now + pause, EventType::retry, index, call.generation);
}

Engine::NewCall Engine::again(const Call& call, LinkIndex link) const {
  return {.link = link,
          .parent = call.parent,
          .request_class = call.request_class,
          .key = call.key,
          .user = call.user,
          .trace = call.trace(),
          .detail = call.detail,
          .purpose = call.purpose,
          .step = call.step,
          .attempt = static_cast<std::uint16_t>(call.attempt + 1),
          .repeat = call.repeat,
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

void Engine::hold(LinkIndex link, CallIndex index) {
  CallQueue& held = links[link].held;
  // Nobody waits any more for the oldest; so the list stays as short as the timeout allows.
  while (!held.empty() && calls[held.head].abandoned) calls.release(held.pop(calls));
  held.push(calls, index);
}

void Engine::travel(CallIndex index, bool back) {
  Call& call = calls[index];
  call.phase = back ? Phase::returning : Phase::travelling;
  const LinkCondition& condition = link_conditions[call.link];
  if (condition.cut) [[unlikely]] {
    hold(call.link, index);
    return;
  }
  const Wire& wire = flows[call.link].wire;
  const EventType type = back ? EventType::answer : EventType::arrive;
  const bool plain = !wire.has_own_delays && !condition.degraded;
  const std::uint32_t lane = back ? wire.answer_lane : wire.lane;
  const bool fits_lane = plain && lane != 0;
  const std::int64_t delay = fits_lane ? model->lanes[lane - 1].delay
                             : plain   ? model->links[call.link].latency
                                       : trip(call, back);
  if (call.observed) [[unlikely]]
    observe(call, back, delay);
  if (fits_lane) queue.push_in_lane(now + delay, type, index, call.link, lane);
  else push(now + delay, type, index, call.link);
}

void Engine::send(CallIndex index) { travel(index, false); }
void Engine::carry_back(CallIndex index) { travel(index, true); }

void Engine::arrive(CallIndex index) {
  Call& call = calls[index];
  if (call.withdrawn) [[unlikely]] {
    calls.release(index);
    return;
  }
  const NodeIndex node_index = callee_of(call);
  NodeState& node = nodes[node_index];
  if (call.purpose == Purpose::delivery && !call.abandoned) --node.on_way;
  call.arrived = now;
  call.stage_began = now;
  ++node.interval.arrivals;

  if (node.state == ComponentState::dead || node.state == ComponentState::booting) [[unlikely]] {
    respond(index, Outcome::refused);
    return;
  }
  if (call.purpose == Purpose::check) [[unlikely]] {
    // Connections are accepted by the operating system, also for a process that hangs.
    const auto& balancer = std::get<LoadBalancerSettings>(model->nodes[caller_of(call)].settings);
    if (balancer.check_kind == CheckKind::connect) {
      respond(index, Outcome::ok);
      return;
    }
  }
  if (node.state == ComponentState::up && call.purpose != Purpose::check) {
    if (node.fail_share > 0 && node.faults.uniform() < node.fail_share) [[unlikely]] {
      respond(index, Outcome::error);
      return;
    }
    const auto accept = model->nodes[node_index].behaviour->accept;
    if (accept && !accept(*this, index)) return;
  } else if (node.state == ComponentState::up && node.fail_share > 0 && node.faults.uniform() < node.fail_share) {
    respond(index, Outcome::error);
    return;
  }
  admit(node_index, index);
}

std::uint32_t Engine::workers_of(NodeIndex index) const {
  const std::uint64_t workers = std::uint64_t{model->nodes[index].workers} * nodes[index].instances;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(workers, unbounded));
}

void Engine::admit(NodeIndex node_index, CallIndex index) {
  if (watches_memory(node_index) && !make_room_in_memory(node_index)) [[unlikely]] {
    respond(index, Outcome::reset);
    return;
  }
  const NodeModel& node_model = model->nodes[node_index];
  Call& call = calls[index];
  NodeState& node = nodes[node_index];
  const bool hung = node.state == ComponentState::hung;
  const std::uint64_t workers = workers_of(node_index);
  if (!hung && (!takes_worker(call) || (node.busy < workers && node.queue.empty()))) {
    become_resident(node_index, call);
    take_worker(node, call);
    serve(node_index, index);
    return;
  }
  // The process that hangs takes nothing, so what its idle workers could have taken waits as well.
  const std::uint64_t idle = workers - std::min<std::uint64_t>(node.busy, workers);
  const std::uint64_t room = std::uint64_t{node_model.backlog} * node.instances + (hung ? idle : 0);
  // A primary that waits for its replica keeps one stream to it, which takes part in no queue for connections.
  const bool waits_for_replica = call.purpose == Purpose::replication && call.parent != none;
  if (node.queue.size >= room && !waits_for_replica) {
    turn_away_when_full(index);
    return;
  }
  take_in(index);
  queue_up(index);
}

void Engine::become_resident(NodeIndex node_index, Call& call) {
  integrate(node_index);
  ++nodes[node_index].present;
  call.resident = true;
}

void Engine::take_in(CallIndex index) { become_resident(callee_of(calls[index]), calls[index]); }

void Engine::take_worker(NodeState& node, Call& call) {
  if (!takes_worker(call)) return;
  ++node.busy;
  call.holds_worker = true;
}

void Engine::queue_up(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = callee_of(call);
  const NodeModel& node_model = model->nodes[node_index];
  NodeState& node = nodes[node_index];
  call.phase = Phase::queued;
  CallIndex place = none;
  if (node_model.discipline == Discipline::lifo) {
    place = node.queue.head;
  } else if (node_model.discipline == Discipline::priority) {
    const auto priority = [&](CallIndex one) { return model->classes[calls[one].request_class].priority; };
    if (node.queue.tail != none && priority(node.queue.tail) < priority(index)) {
      place = node.queue.head;
      while (priority(place) >= priority(index)) place = calls[place].next;
    }
  }
  node.queue.insert_before(calls, place, index);
  if (!node_model.is_impatient) return;
  const double patience = node_model.queue_timeout.draw(node.service);
  push(now + whole(patience), EventType::queue_timeout, index, call.generation);
}

bool Engine::queue_timeout(CallIndex index, std::uint32_t generation) {
  if (calls[index].generation != generation || calls[index].phase != Phase::queued) return false;
  const NodeIndex node = callee_of(calls[index]);
  integrate(node);
  nodes[node].queue.remove(calls, index);
  respond(index, Outcome::shed);
  return true;
}

void Engine::turn_away_when_full(CallIndex index) {
  const NodeIndex node_index = callee_of(calls[index]);
  NodeState& node = nodes[node_index];
  if (!node.rejecting) {
    node.rejecting = true;
    node.rejected = 0;
    note(EventKind::backlog_full, node_index, {}, node.queue.size + node.stored);
  }
  ++node.rejected;
  node.rejected_at = now;
  respond(index, Outcome::rejected);
}

/// Begins to work on a call. @pre it holds its worker, if it takes one
void Engine::serve(NodeIndex node_index, CallIndex index) {
  Call& call = calls[index];
  const NodeModel& node_model = model->nodes[node_index];
  call.waited = static_cast<float>(now - call.arrived);
  call.stage_began = now;
  call.phase = Phase::on_cpu;
  if (call.purpose == Purpose::check) [[unlikely]] {
    respond(index, Outcome::ok);
    return;
  }
  if (flows[call.link].wire.has_policy && call.deadline <= now && model->links[call.link].settings.deadline)
      [[unlikely]] {
    respond(index, Outcome::timeout);
    return;
  }
  const auto begin = node_model.behaviour->begin;
  if (begin && !begin(*this, index)) return;
  if (node_model.passes_through) served(index);
  else work_on(index);
}

void Engine::work_on(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = callee_of(call);
  const NodeModel& node_model = model->nodes[node_index];
  NodeState& node = nodes[node_index];
  call.phase = Phase::on_cpu;
  const ClassModel& request_class = model->classes[call.request_class];
  const LawSampler& law = request_class.write  ? node_model.cpu_write
                          : request_class.join ? node_model.cpu_join
                                               : node_model.cpu_read;
  double work = law.draw(node.service);
  if (node.speed != 1) work /= node.speed;
  if (node_model.scaled_by_cost) work *= request_class.cost;
  if (node_model.walks_rows) work *= request_class.rows;
  if (work <= 0) {
    wait_without_cpu(index);
    return;
  }
  HostState& host = hosts[node_model.host];
  if (node_model.may_swap && host.swapping) [[unlikely]]
    work *= swap_slowdown;
  Processor& processor = host.processor;
  const std::uint32_t place = processor.add(now, index, call.generation, node_index, work);
  if (place != Processor::no_place) {
    const std::int64_t due = processor.due(place);
    const bool fits_lane = node_model.cpu_lane != 0 && due - now == model->lanes[node_model.cpu_lane - 1].delay;
    if (fits_lane) queue.push_in_lane(due, EventType::cpu_done, index, place, node_model.cpu_lane);
    else push(due, EventType::cpu_done, index, place);
  } else if (processor.shares()) {
    arm_processor(node_model.host);
  }
}

/// Jobs that wait for a core get those that are free.
void Engine::start_waiting_jobs(std::uint32_t host_index) {
  Processor& processor = hosts[host_index].processor;
  for (std::uint32_t place; (place = processor.start_waiting(now)) != Processor::no_place;)
    push(processor.due(place), EventType::cpu_done, processor.call(place), place);
}

/// Plans what a change of its jobs has made uncertain.
void Engine::arm_processor(std::uint32_t host_index) {
  HostState& host = hosts[host_index];
  const std::uint32_t alone = host.processor.stop_sharing(now);
  for (std::uint32_t place = 0; place < alone; ++place)
    push(host.processor.due(place), EventType::cpu_done, host.processor.call(place), place);
  start_waiting_jobs(host_index);
  if (!host.processor.shares() || !host.processor.busy()) {
    host.armed_for = -1;
    return;
  }
  const std::int64_t due = host.processor.next_completion(now);
  if (due == host.armed_for) return;
  host.armed_for = due;
  push(due, EventType::shared_cpu_done, host_index);
}

/// @param place of its job
bool Engine::cpu_done(CallIndex index, std::uint32_t place) {
  if (calls[index].link == none) return false;  // it ended before the checkpoint that the run has gone on from
  const std::uint32_t host = callee_model(calls[index]).host;
  Processor& processor = hosts[host].processor;
  if (!processor.is_due(place, index, now)) return false;
  const Job job = processor.complete_alone(place, now);
  start_waiting_jobs(host);
  return end_work(job);
}

bool Engine::shared_cpu_done(std::uint32_t host_index) {
  HostState& host = hosts[host_index];
  if (host.armed_for != now) return false;
  const Job job = host.processor.complete(now);
  host.armed_for = -1;
  arm_processor(host_index);
  return end_work(job);
}

bool Engine::end_work(const Job& job) {
  Call& call = calls[job.call];
  if (call.generation != job.generation || call.phase != Phase::on_cpu) return false;
  nodes[job.node].cpu_used += job.work;
  wait_without_cpu(job.call);
  if (model->nodes[job.node].event_loop) start_waiting(job.node);
  return true;
}

void Engine::wait_without_cpu(CallIndex index) {
  Call& call = calls[index];
  const NodeIndex node_index = callee_of(call);
  const NodeModel& node_model = model->nodes[node_index];
  NodeState& node = nodes[node_index];
  if (node_model.event_loop && call.holds_worker) {
    integrate(node_index);
    --node.busy;
    call.holds_worker = false;
  }
  if (!node_model.waits) {
    served(index);
    return;
  }
  double time = node_model.wait.draw(node.service) / node.speed;
  if (node_model.scaled_by_cost) time *= model->classes[call.request_class].cost;
  if (node_model.walks_rows) time *= model->classes[call.request_class].rows;
  call.phase = Phase::waiting;
  queue.push(now, now + whole(time), EventType::wait_over, index, call.generation,
             node.speed == 1 ? node_model.wait_lane : 0);
}

void Engine::served(CallIndex index) {
  Call& call = calls[index];
  call.served = static_cast<float>(now - call.stage_began);
  call.phase = Phase::downstream;
  if (const auto hook = callee_model(call).behaviour->served) hook(*this, index);
  else advance(index);
}

void Engine::respond(CallIndex index, Outcome outcome) {
  Call& call = calls[index];
  const NodeIndex node_index = callee_of(call);
  NodeState& node = nodes[node_index];
  const bool resident = call.resident;
  const std::int64_t residence = now - call.arrived;

  Counters& counters = node.interval;
  ++counters.ended;
  counters.residence += static_cast<double>(residence);
  if (counts(call)) {
    ++counters.outcomes[outcome];
    if (outcome == Outcome::ok) {
      node.interval_latency.record({residence});
      counters.waiting += call.waited;
      counters.service += call.served;
      counters.downstream += static_cast<double>(residence) - call.waited - call.served;
      if (call.abandoned) ++counters.wasted;
    }
  }
  call.outcome = outcome;
  if (resident) cease_to_be_resident(node_index, index);
  travel(index, true);
  if (resident && (!node.queue.empty() || node.rejecting)) start_waiting(node_index);
}

void Engine::leave(CallIndex index) { cease_to_be_resident(callee_of(calls[index]), index); }

void Engine::cease_to_be_resident(NodeIndex node_index, CallIndex index) {
  Call& call = calls[index];
  NodeState& node = nodes[node_index];
  integrate(node_index);
  if (const auto left = model->nodes[node_index].behaviour->left) left(*this, node_index, index);
  --node.present;
  if (call.holds_worker) --node.busy;
  call.holds_worker = false;
  call.resident = false;
  ++call.generation;
}

/// Clearly no longer full, so that one who rejects does not announce it for each call anew: half of the backlog is free
/// or, where there is none, nothing has been rejected for a second.
bool Engine::has_room_again(NodeIndex index) const {
  const NodeState& node = nodes[index];
  const std::uint64_t backlog = std::uint64_t{model->nodes[index].backlog} * node.instances;
  if (backlog == 0 && now - node.rejected_at < seconds(1).nanoseconds) return false;
  return node.queue.size + node.stored <= backlog / 2;
}

void Engine::start_waiting(NodeIndex index) {
  NodeState& node = nodes[index];
  if (node.draining || node.state != ComponentState::up) return;
  node.draining = true;  // work that takes no time answers at once and comes back here
  while (!nodes[index].queue.empty() && nodes[index].busy < workers_of(index)) {
    integrate(index);
    const CallIndex next = nodes[index].queue.pop(calls);
    take_worker(nodes[index], calls[next]);
    serve(index, next);
  }
  node.draining = false;
  if (node.rejecting && has_room_again(index)) {
    node.rejecting = false;
    note(EventKind::backlog_ok, index, {}, node.rejected);
  }
}

void Engine::come_back(CallIndex index) {
  if (!calls[index].abandoned) end_wait(index, calls[index].outcome);
  const bool was_delivery = calls[index].purpose == Purpose::delivery;
  const NodeIndex consumer = callee_of(calls[index]);
  calls.release(index);
  if (was_delivery) messaging::consumer_is_free(*this, consumer);
}

void Engine::remove_outstanding(CallIndex index) {
  Call& call = calls[index];
  LinkFlow& flow = flows[call.link];
  if (call.outstanding_previous != none) calls[call.outstanding_previous].outstanding_next = call.outstanding_next;
  else flow.outstanding_head = call.outstanding_next;
  if (call.outstanding_next != none) calls[call.outstanding_next].outstanding_previous = call.outstanding_previous;
  else flow.outstanding_tail = call.outstanding_previous;
  call.outstanding_next = call.outstanding_previous = none;
  --flow.in_flight;
}

void Engine::settle(CallIndex index, Outcome outcome) {
  if (!calls[index].abandoned) end_wait(index, outcome);
}

/// @pre the caller waits for it
void Engine::end_wait(CallIndex index, Outcome outcome) {
  Call& call = calls[index];
  // What follows may move the pool. Copied before any of it changes: the processor waits where it reads in large pieces
  // what it has just written in small ones.
  const Call ended = call;
  call.abandoned = true;
  Outcome seen = outcome;
  if (call.purpose != Purpose::check) {
    // The connection of a caller that has died is closed with it.
    const bool caller_gone = call.parent != none && calls[call.parent].generation != call.parent_generation;
    if (caller_gone) seen = Outcome::reset;
    end_on_link(index, seen);
    if (seen == Outcome::timeout && model->links[call.link].settings.cancellation) tell_callee(index);
  }
  if (ended.phase == Phase::pooling || ended.phase == Phase::blocked) calls.release(index);
  if (ended.twin != none && settle_twin(index, ended, seen)) return;
  continue_caller(ended, outcome);
}

void Engine::close(CallIndex index, Outcome outcome) { end_on_link(index, outcome); }

void Engine::end_on_link(CallIndex index, Outcome outcome) {
  Call& call = calls[index];
  const bool arrived = call.phase != Phase::travelling && call.phase != Phase::pooling && call.phase != Phase::blocked;
  if (call.purpose == Purpose::delivery && !arrived) --nodes[callee_of(call)].on_way;
  remove_outstanding(index);
  LinkState& link = links[call.link];
  LinkFlow& flow = flows[call.link];
  if (outcome == Outcome::ok) {
    ++flow.ok;
    link.latency.record({now - call.begun});
  } else {
    ++link.interval[outcome];
  }
  const Wire& wire = flow.wire;
  if (wire.has_policy) [[unlikely]]
    note_for_policy(call, outcome);
  if (call.phase == Phase::pooling) [[unlikely]]
    link.pool_waiting.remove(calls, index);
  if (call.connected) give_back_connection(index);
  if (const auto freed = model->nodes[wire.caller].behaviour->connection_freed) freed(*this, call.link);
}

void Engine::continue_caller(const Call& call, Outcome outcome) {
  if (call.purpose == Purpose::check) {
    balancer::check_ended(*this, call.link, outcome);
    return;
  }
  if (call.parent == none && (call.purpose == Purpose::request || call.purpose == Purpose::lookup)) {
    users::call_ended(*this, call, outcome);
    return;
  }
  const KindBehaviour& behaviour = *model->nodes[caller_of(call)].behaviour;
  const bool awaited = call.parent != none && calls[call.parent].generation == call.parent_generation &&
                       calls[call.parent].phase == Phase::downstream;
  if (!awaited) {
    if (const auto hook = behaviour.unawaited_ended) hook(*this, call, outcome);
    return;
  }
  if (const auto hook = behaviour.call_ended) hook(*this, call.parent, call, outcome);
  else step_ended(call, outcome);
}

void Engine::link_timeout(LinkIndex index) {
  flows[index].timer_armed = false;
  while (flows[index].outstanding_head != none && calls[flows[index].outstanding_head].deadline <= now)
    settle(flows[index].outstanding_head, Outcome::timeout);
  arm_link_timer(index);
}

void Engine::arm_link_timer(LinkIndex index) {
  LinkState& link = links[index];
  LinkFlow& flow = flows[index];
  ++link.timer_generation;
  flow.timer_armed = flow.outstanding_head != none && calls[flow.outstanding_head].deadline != never;
  if (!flow.timer_armed) return;
  push(std::max(now, calls[flow.outstanding_head].deadline), EventType::link_timeout, index, link.timer_generation);
}

}  // namespace loadframe::engine
