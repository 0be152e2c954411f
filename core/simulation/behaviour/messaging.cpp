#include "simulation/behaviour/messaging.h"

#include <algorithm>

namespace loadframe::engine::messaging {

namespace {

/// Dead letters within this of one another are told of once.
constexpr std::int64_t quiet_time = 10'000'000'000;

/// A message that failed more than once is held back for so long, twice as long each time, up to the longest.
constexpr std::int64_t first_pause = 10'000'000;
constexpr std::int64_t longest_pause = 1'000'000'000;

/// Ages are looked at this often at most.
constexpr std::int64_t finest_age = 1'000'000'000;

bool feed(Engine& engine, LinkIndex link) {
  const LinkModel& model = engine.model->links[link];
  if (!model.present || !is_up(engine, model.caller)) return false;
  switch (engine.model->nodes[model.caller].kind) {
    case Kind::queue:
      return queue::feed(engine, link);
    case Kind::topic:
      return topic::feed(engine, link);
    case Kind::stream:
      return stream::feed(engine, link);
    default:
      return false;
  }
}

}  // namespace

void consumer_is_free(Engine& engine, NodeIndex consumer) {
  const std::vector<LinkIndex>& feeds = engine.model->nodes[consumer].fed_over;
  for (std::size_t unfed = 0; unfed < feeds.size();) {
    std::uint32_t& turn = engine.nodes[consumer].feeding_turn;
    turn = static_cast<std::uint32_t>((turn + 1) % feeds.size());
    unfed = feed(engine, feeds[turn]) ? 0 : unfed + 1;
  }
}

CallIndex keep(Engine& engine, NodeIndex index, const Call& published, std::uint32_t detail) {
  const Call from = published;  // the pool may move
  const CallIndex message = engine.calls.allocate();
  Call& call = engine.calls[message];
  call.link = from.link;
  call.request_class = from.request_class;
  call.key = from.key;
  call.user = from.user;
  call.set_trace(from.trace());
  call.detail = detail;
  call.purpose = Purpose::delivery;
  call.phase = Phase::queued;
  call.first_begun = call.begun = engine.now;
  call.deadline = never;
  engine.integrate(index);
  ++engine.nodes[index].stored;
  return message;
}

void forget(Engine& engine, NodeIndex index, CallIndex message) {
  engine.integrate(index);
  --engine.nodes[index].stored;
  engine.calls.release(message);
}

void expire(Engine& engine, NodeIndex index, CallIndex message) {
  ++engine.nodes[index].interval.expired;
  forget(engine, index, message);
}

void count_dead_letter(Engine& engine, NodeIndex index, std::uint32_t deliveries) {
  ++engine.nodes[index].interval.dead_letters;
  BrokerState& state = state_of(engine, index);
  if (engine.now - quiet_time > state.gave_up_at) engine.note(EventKind::dead_letters, index, {}, deliveries);
  state.gave_up_at = engine.now;
}

bool is_up(const Engine& engine, NodeIndex index) {
  return engine.model->nodes[index].present && engine.nodes[index].state == ComponentState::up;
}

bool can_take(const Engine& engine, LinkIndex link, bool pulled) {
  const LinkModel& model = engine.model->links[link];
  if (!model.present || !engine.breaker_is_passable(link)) return false;
  const NodeState& consumer = engine.nodes[model.callee];
  if (pulled && (!is_up(engine, model.callee) || engine.taken_out[model.callee] || engine.link_conditions[link].cut))
    return false;
  if (is_broker(model.callee_kind)) return true;
  return std::uint64_t{consumer.present} + consumer.on_way < engine.workers_of(model.callee);
}

void deliver(Engine& engine, NodeIndex index, CallIndex message, LinkIndex link, bool redelivered) {
  Call& call = engine.calls[message];
  if (redelivered) ++engine.nodes[index].interval.redelivered;
  call.phase = Phase::downstream;
  engine.begin_call({.link = link,
                     .parent = message,
                     .request_class = call.request_class,
                     .key = call.key,
                     .user = call.user,
                     .trace = call.trace(),
                     .purpose = Purpose::delivery,
                     .first_begun = engine.now});
}

void look_later(Engine& engine, NodeIndex index) {
  BrokerState& state = state_of(engine, index);
  if (state.look_pending) return;
  state.look_pending = true;
  engine.push(engine.now + look_interval, EventType::kind_timer, index, look_at_consumers);
}

std::int64_t pause_before(std::uint32_t deliveries, Duration set) {
  if (set > Duration{}) return set.nanoseconds;
  if (deliveries < 2) return 0;
  return std::min(longest_pause, first_pause << std::min(deliveries - 2, 10u));
}

bool is_too_old(const Engine& engine, CallIndex message, Duration retention) {
  return engine.now - engine.calls[message].first_begun >= retention.nanoseconds;
}

void watch_age(Engine& engine, NodeIndex index, CallIndex oldest, Duration retention) {
  BrokerState& state = state_of(engine, index);
  if (oldest == none || state.expiry_due != never) return;
  const std::int64_t soonest = engine.now + std::min(finest_age, retention.nanoseconds);
  state.expiry_due = std::max(soonest, engine.calls[oldest].first_begun + retention.nanoseconds);
  engine.push(state.expiry_due, EventType::kind_timer, index, look_at_age);
}

void add(Engine& engine, NodeIndex index, const Call& published, std::uint32_t backlog, Duration retention) {
  const CallIndex message = keep(engine, index, published, backlog);
  Backlog& into = state_of(engine, index).backlogs[backlog];
  into.ready.push(engine.calls, message);
  watch_age(engine, index, into.ready.head, retention);
}

CallIndex next_ready(Engine& engine, NodeIndex index, std::uint32_t backlog, Duration retention) {
  CallQueue& ready = state_of(engine, index).backlogs[backlog].ready;
  while (!ready.empty() && is_too_old(engine, ready.head, retention)) expire(engine, index, ready.pop(engine.calls));
  return ready.head;
}

void deliver_next(Engine& engine, NodeIndex index, CallIndex message, LinkIndex link) {
  Call& call = engine.calls[message];
  Backlog& backlog = state_of(engine, index).backlogs[call.detail];
  backlog.ready.remove(engine.calls, message);
  backlog.held.push(engine.calls, message);
  const bool again = call.attempt > 0;
  if (call.attempt < 0xFFFF) ++call.attempt;
  deliver(engine, index, message, link, again);
}

void remove_held(Engine& engine, NodeIndex index, CallIndex message) {
  state_of(engine, index).backlogs[engine.calls[message].detail].held.remove(engine.calls, message);
  forget(engine, index, message);
  engine.start_waiting(index);  // tells that there is room again
}

bool hold_back(Engine& engine, NodeIndex index, CallIndex message, std::int64_t pause) {
  Call& call = engine.calls[message];
  call.phase = Phase::pausing;
  call.stage_began = engine.now + pause;
  if (pause <= 0) return pause_over(engine, index, message);
  engine.push(engine.now + pause, EventType::kind_timer, index, message);
  return false;
}

bool pause_over(Engine& engine, NodeIndex index, CallIndex message) {
  // The place in the pool may have become that of another call since the timer was set.
  const Call& call = engine.calls[message];
  const bool is_own = call.phase == Phase::pausing && call.purpose == Purpose::delivery && call.parent == none &&
                      engine.callee_of(call) == index;
  if (!is_own || call.stage_began > engine.now) return false;
  engine.calls[message].phase = Phase::queued;
  Backlog& backlog = state_of(engine, index).backlogs[call.detail];
  backlog.held.remove(engine.calls, message);
  backlog.ready.insert_before(engine.calls, backlog.ready.head, message);  // RabbitMQ: at its old position
  return true;
}

void drop_old(Engine& engine, NodeIndex index, Duration retention) {
  BrokerState& state = state_of(engine, index);
  state.expiry_due = never;
  CallIndex oldest = none;
  for (std::uint32_t i = 0; i < state.backlogs.size(); ++i) {
    const CallIndex next = next_ready(engine, index, i, retention);
    const bool is_older =
        next != none && (oldest == none || engine.calls[next].first_begun < engine.calls[oldest].first_begun);
    if (is_older) oldest = next;
  }
  watch_age(engine, index, oldest, retention);
  engine.start_waiting(index);
}

void drop_all(Engine& engine, NodeIndex index, Backlog& backlog) {
  while (!backlog.ready.empty()) expire(engine, index, backlog.ready.pop(engine.calls));
  while (!backlog.held.empty()) expire(engine, index, backlog.held.pop(engine.calls));
}

void reset(Engine& engine, NodeIndex index, bool keeps) {
  for (Backlog& backlog : state_of(engine, index).backlogs) {
    if (!keeps) drop_all(engine, index, backlog);
    while (!backlog.held.empty()) {
      const CallIndex message = backlog.held.tail;
      backlog.held.remove(engine.calls, message);
      Call& call = engine.calls[message];
      ++call.generation;  // what consumers answer to deliveries of before means nothing any more
      call.phase = Phase::queued;
      backlog.ready.insert_before(engine.calls, backlog.ready.head, message);
    }
  }
}

}  // namespace loadframe::engine::messaging
