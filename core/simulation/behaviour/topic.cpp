#include "simulation/behaviour/messaging.h"

#include <algorithm>

/// Publish and subscribe: a backlog of copies for each subscriber, pushed to it at its own pace. One that does not
/// answer, for whatever reason, has failed.
namespace loadframe::engine::topic {

namespace {

using namespace messaging;

const TopicSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<TopicSettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  const auto& settings = std::get<TopicSettings>(node.settings);
  node.workers = unbounded;
  node.backlog = bounded(settings.capacity);
  node.wait = LawSampler(settings.publish_time);
  node.call_timeout = settings.delivery_timeout.nanoseconds;
}

void connect(Wiring& wiring, NodeIndex index) {
  for (const Link* link : wiring.links_of(index)) wiring.node(index).targets.push_back(wiring.link_index(*link));
}

/// Brings the backlogs into line with the subscribers. Backlogs keep their places: messages know them.
void match_subscribers(Engine& engine, NodeIndex index) {
  const std::vector<LinkIndex>& subscribers = engine.model->nodes[index].targets;
  std::vector<Backlog>& backlogs = state_of(engine, index).backlogs;
  for (Backlog& backlog : backlogs) {
    if (backlog.link == none || std::count(subscribers.begin(), subscribers.end(), backlog.link) > 0) continue;
    drop_all(engine, index, backlog);
    backlog.link = none;
  }
  for (const LinkIndex link : subscribers) {
    const auto with = [&](LinkIndex wanted) {
      return std::find_if(backlogs.begin(), backlogs.end(), [&](const Backlog& b) { return b.link == wanted; });
    };
    if (with(link) != backlogs.end()) continue;
    const auto unused = with(none);
    (unused != backlogs.end() ? *unused : backlogs.emplace_back()).link = link;
  }
}

void start(Engine& engine, NodeIndex index) {
  engine.nodes[index].kind = BrokerState{};
  match_subscribers(engine, index);
}

bool feed_from(Engine& engine, NodeIndex index, std::uint32_t number) {
  const LinkIndex link = state_of(engine, index).backlogs[number].link;
  if (link == none || !can_take(engine, link, false)) return false;
  const CallIndex message = next_ready(engine, index, number, settings_of(engine, index).retention);
  if (message == none) return false;
  deliver_next(engine, index, message, link);
  return true;
}

void dispatch(Engine& engine, NodeIndex index, std::uint32_t number) {
  if (!is_up(engine, index)) return;
  while (feed_from(engine, index, number)) {
  }
  if (!state_of(engine, index).backlogs[number].ready.empty()) look_later(engine, index);
}

void dispatch_all(Engine& engine, NodeIndex index) {
  for (std::uint32_t i = 0; i < state_of(engine, index).backlogs.size(); ++i) dispatch(engine, index, i);
}

void served(Engine& engine, CallIndex index) {
  const NodeIndex node_index = engine.callee_of(engine.calls[index]);
  const std::vector<Backlog>& backlogs = state_of(engine, node_index).backlogs;
  const std::uint32_t capacity = engine.model->nodes[node_index].backlog;
  const bool full = std::any_of(backlogs.begin(), backlogs.end(), [&](const Backlog& backlog) {
    return backlog.ready.size + backlog.held.size >= capacity;
  });
  if (full) {
    engine.turn_away_when_full(index);
    return;
  }
  const Duration retention = settings_of(engine, node_index).retention;
  for (std::uint32_t i = 0; i < backlogs.size(); ++i)
    if (backlogs[i].link != none) add(engine, node_index, engine.calls[index], i, retention);
  engine.respond(index, Outcome::ok);
  dispatch_all(engine, node_index);
}

void delivery_ended(Engine& engine, CallIndex message, const Call& delivery, Outcome outcome) {
  const NodeIndex index = engine.caller_of(delivery);
  if (!is_up(engine, index)) return;  // one that hangs reads no answers; a restart has all delivered again
  const TopicSettings& settings = settings_of(engine, index);
  const std::uint32_t deliveries = engine.calls[message].attempt;
  const std::uint32_t backlog = engine.calls[message].detail;
  if (outcome == Outcome::ok) {
    remove_held(engine, index, message);
  } else if (deliveries >= static_cast<std::uint64_t>(settings.max_deliveries)) {
    count_dead_letter(engine, index, deliveries);
    remove_held(engine, index, message);
  } else if (hold_back(engine, index, message, pause_before(deliveries, settings.retry_delay))) {
    dispatch(engine, index, backlog);
  }
}

void stopped(Engine& engine, NodeIndex index) {
  reset(engine, index, engine.model->nodes[index].present && settings_of(engine, index).durable);
}

void timer(Engine& engine, NodeIndex index, std::uint32_t what) {
  BrokerState& state = state_of(engine, index);
  if (what == look_at_consumers) {
    state.look_pending = false;
    dispatch_all(engine, index);
  } else if (what == look_at_age) {
    if (state.expiry_due == engine.now) drop_old(engine, index, settings_of(engine, index).retention);
  } else if (is_up(engine, index) && pause_over(engine, index, what)) {
    dispatch(engine, index, engine.calls[what].detail);
  }
}

void adopt(Engine& engine, NodeIndex index, const NodeModel&) {
  match_subscribers(engine, index);
  drop_old(engine, index, settings_of(engine, index).retention);
  dispatch_all(engine, index);
}

}  // namespace

bool feed(Engine& engine, LinkIndex link) {
  const NodeIndex index = engine.flows[link].wire.caller;
  const std::vector<Backlog>& backlogs = state_of(engine, index).backlogs;
  const auto found = std::find_if(backlogs.begin(), backlogs.end(), [&](const Backlog& b) { return b.link == link; });
  return found != backlogs.end() && feed_from(engine, index, static_cast<std::uint32_t>(found - backlogs.begin()));
}

}  // namespace loadframe::engine::topic

namespace loadframe::engine {

const KindBehaviour topic_behaviour{.describe = topic::describe,
                                    .connect = topic::connect,
                                    .start = topic::start,
                                    .adopt = topic::adopt,
                                    .served = topic::served,
                                    .call_ended = topic::delivery_ended,
                                    .stopped = topic::stopped,
                                    .booted = topic::dispatch_all,
                                    .timer = topic::timer};

}  // namespace loadframe::engine
