#include "simulation/behaviour/messaging.h"

#include <algorithm>

/// A message queue: one backlog, whose messages consumers compete for.
namespace loadframe::engine::queue {

namespace {

using namespace messaging;

constexpr std::uint32_t only_backlog = 0;

const QueueSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<QueueSettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  const auto& settings = std::get<QueueSettings>(node.settings);
  node.workers = unbounded;
  node.backlog = bounded(settings.capacity);
  node.wait = LawSampler(settings.publish_time);
  node.call_timeout = settings.visibility_timeout.nanoseconds;
}

void connect(Wiring& wiring, NodeIndex index) {
  for (const Link* link : wiring.links_of(index)) {
    NodeModel& node = wiring.node(index);
    auto& links = is_broker(wiring.callee_of(*link).kind) ? node.dead_letter_links : node.targets;
    links.push_back(wiring.link_index(*link));
  }
}

void start(Engine& engine, NodeIndex index) {
  BrokerState state;
  state.backlogs.resize(1);
  engine.nodes[index].kind = std::move(state);
}

/// Sends a dead letter, which is held, to where it belongs; without such a place it is dropped.
void send_dead_letter(Engine& engine, NodeIndex index, CallIndex message) {
  const LinkIndex link = engine.rotate(engine.model->nodes[index].dead_letter_links);
  if (link == none) {
    count_dead_letter(engine, index, engine.calls[message].attempt);
    remove_held(engine, index, message);
    return;
  }
  deliver(engine, index, message, link, false);
}

/// Call::missed of a message: it is a dead letter.
void give_up(Engine& engine, NodeIndex index, CallIndex message) {
  engine.calls[message].missed = true;
  send_dead_letter(engine, index, message);
}

/// The next message for a consumer: none if there is none. Dead letters that come before it are sent on.
CallIndex next_to_consume(Engine& engine, NodeIndex index) {
  while (true) {
    const CallIndex message = next_ready(engine, index, only_backlog, settings_of(engine, index).retention);
    if (message == none || !engine.calls[message].missed) return message;
    Backlog& backlog = state_of(engine, index).backlogs[only_backlog];
    backlog.ready.remove(engine.calls, message);
    backlog.held.push(engine.calls, message);
    send_dead_letter(engine, index, message);
  }
}

/// Consumers take turns, by the weights of their links (smooth weighted round robin, as Engine::rotate).
LinkIndex next_consumer(Engine& engine, NodeIndex index) {
  LinkIndex best = none;
  double total = 0;
  for (const LinkIndex link : engine.model->nodes[index].targets) {
    if (!can_take(engine, link, true)) continue;
    const double weight = engine.model->links[link].weight;
    engine.links[link].smooth_weight += weight;
    total += weight;
    if (best == none || engine.links[link].smooth_weight > engine.links[best].smooth_weight) best = link;
  }
  if (best != none) engine.links[best].smooth_weight -= total;
  return best;
}

void dispatch(Engine& engine, NodeIndex index) {
  if (!is_up(engine, index)) return;
  while (true) {
    const CallIndex message = next_to_consume(engine, index);
    if (message == none) return;
    const LinkIndex link = next_consumer(engine, index);
    if (link == none) {
      if (!engine.model->nodes[index].targets.empty()) look_later(engine, index);
      return;
    }
    deliver_next(engine, index, message, link);
  }
}

void served(Engine& engine, CallIndex index) {
  const NodeIndex node_index = engine.callee_of(engine.calls[index]);
  if (engine.nodes[node_index].stored >= engine.model->nodes[node_index].backlog) {
    engine.turn_away_when_full(index);
    return;
  }
  add(engine, node_index, engine.calls[index], only_backlog, settings_of(engine, node_index).retention);
  engine.respond(index, Outcome::ok);
  dispatch(engine, node_index);
}

std::int64_t pause_after_failure(const Engine& engine, NodeIndex index, const Call& delivery, Outcome outcome) {
  const QueueSettings& settings = settings_of(engine, index);
  if (outcome == Outcome::timeout) return 0;
  if (settings.redelivery == Redelivery::at_once) return pause_before(engine.calls[delivery.parent].attempt, {});
  const std::int64_t own_timeout = engine.model->links[delivery.link].timeout;
  const std::int64_t timeout = own_timeout > 0 ? own_timeout : settings.visibility_timeout.nanoseconds;
  return std::max<std::int64_t>(0, delivery.begun + timeout - engine.now);
}

void delivery_ended(Engine& engine, CallIndex message, const Call& delivery, Outcome outcome) {
  const NodeIndex index = engine.caller_of(delivery);
  if (!is_up(engine, index)) return;  // one that hangs reads no answers; a restart has all delivered again
  const bool is_dead_letter = engine.calls[message].missed;
  const std::uint32_t deliveries = engine.calls[message].attempt;
  if (outcome == Outcome::ok) {
    if (is_dead_letter) count_dead_letter(engine, index, deliveries);
    remove_held(engine, index, message);
    return;
  }
  if (is_dead_letter) {
    hold_back(engine, index, message, look_interval);
    return;
  }
  const auto most = static_cast<std::uint64_t>(settings_of(engine, index).max_deliveries);
  if (most > 0 && deliveries >= most) {
    give_up(engine, index, message);
  } else if (hold_back(engine, index, message, pause_after_failure(engine, index, delivery, outcome))) {
    dispatch(engine, index);
  }
}

void stopped(Engine& engine, NodeIndex index) {
  reset(engine, index, engine.model->nodes[index].present && settings_of(engine, index).durable);
}

void timer(Engine& engine, NodeIndex index, std::uint32_t what) {
  BrokerState& state = state_of(engine, index);
  if (what == look_at_consumers) {
    state.look_pending = false;
    dispatch(engine, index);
  } else if (what == look_at_age) {
    if (state.expiry_due == engine.now) drop_old(engine, index, settings_of(engine, index).retention);
  } else if (is_up(engine, index) && pause_over(engine, index, what)) {
    dispatch(engine, index);
  }
}

void adopt(Engine& engine, NodeIndex index, const NodeModel&) {
  drop_old(engine, index, settings_of(engine, index).retention);
  dispatch(engine, index);
}

}  // namespace

bool feed(Engine& engine, LinkIndex link) {
  const NodeIndex index = engine.flows[link].wire.caller;
  if (is_broker(engine.model->links[link].callee_kind) || !can_take(engine, link, true)) return false;
  const CallIndex message = next_to_consume(engine, index);
  if (message == none) return false;
  deliver_next(engine, index, message, link);
  return true;
}

}  // namespace loadframe::engine::queue

namespace loadframe::engine {

const KindBehaviour queue_behaviour{.describe = queue::describe,
                                    .connect = queue::connect,
                                    .start = queue::start,
                                    .adopt = queue::adopt,
                                    .served = queue::served,
                                    .call_ended = queue::delivery_ended,
                                    .stopped = queue::stopped,
                                    .booted = queue::dispatch,
                                    .timer = queue::timer};

}  // namespace loadframe::engine
