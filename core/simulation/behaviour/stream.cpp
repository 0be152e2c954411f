#include "simulation/behaviour/messaging.h"

#include <algorithm>

/// A partitioned log: every consumer has a cursor in each partition, and handles one message of it at a time. A
/// message is kept until all consumers are past it; without any consumer, for its retention. Call::pending of a
/// message says how many are not.
namespace loadframe::engine::stream {

namespace {

using namespace messaging;

/// What a kind_timer is for, beside the common ones: a consumer, and a partition in the lower bits.
/// There are 10,000 partitions at most.
constexpr std::uint32_t partition_bits = 14;

const StreamSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<StreamSettings>(engine.model->nodes[index].settings);
}

void describe(NodeModel& node) {
  const auto& settings = std::get<StreamSettings>(node.settings);
  node.workers = unbounded;
  node.uses_keys = true;
  node.backlog = bounded(settings.capacity);
  node.wait = LawSampler(settings.publish_time);
  node.call_timeout = settings.delivery_timeout.nanoseconds;
}

void connect(Wiring& wiring, NodeIndex index) {
  for (const Link* link : wiring.links_of(index)) wiring.node(index).targets.push_back(wiring.link_index(*link));
}

/// Spreads keys that follow each other (Knuth's multiplicative hashing).
std::uint32_t partition_of(std::uint32_t key, std::int64_t partitions) {
  const std::uint64_t spread = (std::uint64_t{key} * 0x9E3779B97F4A7C15u) >> 32;
  return static_cast<std::uint32_t>(spread % static_cast<std::uint64_t>(partitions));
}

/// Lists a partition as one whose next message the consumer could be given.
void make_runnable(StreamConsumer& consumer, std::uint32_t partition) {
  Cursor& cursor = consumer.cursors[partition];
  if (cursor.runnable || cursor.delivering || cursor.due >= 0 || cursor.message == none) return;
  cursor.runnable = true;
  cursor.next_runnable = none;
  if (consumer.last_runnable == none) consumer.first_runnable = partition;
  else consumer.cursors[consumer.last_runnable].next_runnable = partition;
  consumer.last_runnable = partition;
}

void list_runnable(StreamConsumer& consumer) {
  consumer.first_runnable = consumer.last_runnable = none;
  for (Cursor& cursor : consumer.cursors) cursor.runnable = false;
  for (std::uint32_t i = 0; i < consumer.cursors.size(); ++i) make_runnable(consumer, i);
}

/// @return its partition
std::uint32_t take_runnable(StreamConsumer& consumer) {
  const std::uint32_t partition = consumer.first_runnable;
  Cursor& cursor = consumer.cursors[partition];
  consumer.first_runnable = cursor.next_runnable;
  if (consumer.first_runnable == none) consumer.last_runnable = none;
  cursor.runnable = false;
  return partition;
}

StreamConsumer* consumer_over(BrokerState& state, LinkIndex link) {
  const auto found = std::find_if(state.consumers.begin(), state.consumers.end(),
                                  [&](const StreamConsumer& consumer) { return consumer.link == link; });
  return found == state.consumers.end() ? nullptr : &*found;
}

bool feed_consumer(Engine& engine, NodeIndex index, StreamConsumer& consumer) {
  if (consumer.link == none || consumer.first_runnable == none || !can_take(engine, consumer.link, true)) return false;
  Cursor& cursor = consumer.cursors[take_runnable(consumer)];
  cursor.delivering = true;
  ++cursor.deliveries;
  deliver(engine, index, cursor.message, consumer.link, cursor.deliveries > 1);
  return true;
}

void dispatch(Engine& engine, NodeIndex index, StreamConsumer& consumer) {
  if (!is_up(engine, index)) return;
  while (feed_consumer(engine, index, consumer)) {
  }
  if (consumer.first_runnable != none) look_later(engine, index);
}

void dispatch_all(Engine& engine, NodeIndex index) {
  for (StreamConsumer& consumer : state_of(engine, index).consumers) dispatch(engine, index, consumer);
}

/// The consumer goes on to the next message of the partition.
void pass(Engine& engine, StreamConsumer& consumer, std::uint32_t partition) {
  Cursor& cursor = consumer.cursors[partition];
  cursor.message = engine.calls[cursor.message].next;
  cursor.deliveries = 0;
  cursor.due = -1;
  make_runnable(consumer, partition);
}

void forget_if_handled(Engine& engine, NodeIndex index, CallIndex message) {
  Call& call = engine.calls[message];
  if (--call.pending > 0) return;
  state_of(engine, index).partitions[call.detail].remove(engine.calls, message);
  forget(engine, index, message);
}

void served(Engine& engine, CallIndex index) {
  const NodeIndex node_index = engine.callee_of(engine.calls[index]);
  const StreamSettings& settings = settings_of(engine, node_index);
  const std::uint32_t partition = partition_of(engine.calls[index].key, settings.partitions);
  if (state_of(engine, node_index).partitions[partition].size >= engine.model->nodes[node_index].backlog) {
    engine.turn_away_when_full(index);
    return;
  }
  const CallIndex message = keep(engine, node_index, engine.calls[index], partition);
  BrokerState& state = state_of(engine, node_index);
  state.partitions[partition].push(engine.calls, message);
  watch_age(engine, node_index, message, settings.retention);
  for (StreamConsumer& consumer : state.consumers) {
    if (consumer.link == none) continue;
    ++engine.calls[message].pending;
    Cursor& cursor = consumer.cursors[partition];
    if (cursor.message == none) cursor.message = message;
    make_runnable(consumer, partition);
  }
  engine.respond(index, Outcome::ok);
  dispatch_all(engine, node_index);
}

void delivery_ended(Engine& engine, CallIndex message, const Call& delivery, Outcome outcome) {
  const NodeIndex index = engine.caller_of(delivery);
  BrokerState& state = state_of(engine, index);
  StreamConsumer* consumer = consumer_over(state, delivery.link);
  // One that hangs reads no answers; a restart has all delivered again.
  if (!is_up(engine, index) || !consumer) return;
  const StreamSettings& settings = settings_of(engine, index);
  const std::uint32_t partition = engine.calls[message].detail;
  Cursor& cursor = consumer->cursors[partition];
  cursor.delivering = false;
  const bool given_up = outcome != Outcome::ok && settings.max_deliveries > 0 &&
                        cursor.deliveries >= static_cast<std::uint64_t>(settings.max_deliveries);
  if (given_up) count_dead_letter(engine, index, cursor.deliveries);
  if (outcome == Outcome::ok || given_up) {
    pass(engine, *consumer, partition);
    forget_if_handled(engine, index, message);
    engine.start_waiting(index);  // tells that there is room again
    if (given_up) dispatch(engine, index, *consumer);
    return;  // to its consumers, when the one that answered takes its turn
  }
  if (const std::int64_t pause = pause_before(cursor.deliveries, settings.retry_delay); pause > 0) {
    cursor.due = engine.now + pause;
    const auto number = static_cast<std::uint32_t>(consumer - state.consumers.data());
    engine.push(cursor.due, EventType::kind_timer, index, number << partition_bits | partition);
  }
  make_runnable(*consumer, partition);
  dispatch(engine, index, *consumer);
}

/// Drops the messages that are too old, but for what is being handled now.
void drop_old(Engine& engine, NodeIndex index) {
  BrokerState& state = state_of(engine, index);
  const Duration retention = settings_of(engine, index).retention;
  state.expiry_due = never;
  CallIndex oldest = none;
  for (std::uint32_t partition = 0; partition < state.partitions.size(); ++partition) {
    CallQueue& log = state.partitions[partition];
    const auto is_handled = [&](const StreamConsumer& consumer) {
      return consumer.link != none && consumer.cursors[partition].message == log.head &&
             consumer.cursors[partition].delivering;
    };
    while (!log.empty() && is_too_old(engine, log.head, retention) &&
           std::none_of(state.consumers.begin(), state.consumers.end(), is_handled)) {
      for (StreamConsumer& consumer : state.consumers)
        if (consumer.link != none && consumer.cursors[partition].message == log.head) pass(engine, consumer, partition);
      expire(engine, index, log.pop(engine.calls));
    }
    const bool is_older =
        !log.empty() && (oldest == none || engine.calls[log.head].first_begun < engine.calls[oldest].first_begun);
    if (is_older) oldest = log.head;
  }
  for (StreamConsumer& consumer : state.consumers) list_runnable(consumer);  // some have nothing left
  watch_age(engine, index, oldest, retention);
  engine.start_waiting(index);
  dispatch_all(engine, index);
}

void forget_all(Engine& engine, NodeIndex index) {
  BrokerState& state = state_of(engine, index);
  for (CallQueue& log : state.partitions)
    while (!log.empty()) expire(engine, index, log.pop(engine.calls));
  for (StreamConsumer& consumer : state.consumers)
    std::fill(consumer.cursors.begin(), consumer.cursors.end(), Cursor{});
}

void stopped(Engine& engine, NodeIndex index) {
  for (StreamConsumer& consumer : state_of(engine, index).consumers)
    for (Cursor& cursor : consumer.cursors) {
      // What consumers answer to deliveries of before means nothing any more.
      if (cursor.delivering) ++engine.calls[cursor.message].generation;
      cursor.delivering = false;
      cursor.due = -1;
    }
  if (!engine.model->nodes[index].present || !settings_of(engine, index).durable) forget_all(engine, index);
  for (StreamConsumer& consumer : state_of(engine, index).consumers) list_runnable(consumer);
}

void remove_consumer(Engine& engine, NodeIndex index, StreamConsumer& consumer) {
  const bool others = !engine.model->nodes[index].targets.empty();
  for (const Cursor& cursor : consumer.cursors)
    for (CallIndex message = cursor.message; message != none;) {
      const CallIndex next = engine.calls[message].next;
      if (others) forget_if_handled(engine, index, message);
      else --engine.calls[message].pending;  // kept for whoever comes
      message = next;
    }
  consumer = {};
}

/// A new consumer gets all that is kept.
void add_consumer(Engine& engine, NodeIndex index, LinkIndex link) {
  BrokerState& state = state_of(engine, index);
  const auto unused = std::find_if(state.consumers.begin(), state.consumers.end(),
                                   [](const StreamConsumer& consumer) { return consumer.link == none; });
  StreamConsumer& consumer = unused != state.consumers.end() ? *unused : state.consumers.emplace_back();
  consumer.link = link;
  consumer.cursors.resize(state.partitions.size());
  for (std::uint32_t i = 0; i < state.partitions.size(); ++i) {
    consumer.cursors[i].message = state.partitions[i].head;
    for (CallIndex message = state.partitions[i].head; message != none; message = engine.calls[message].next)
      ++engine.calls[message].pending;
  }
  list_runnable(consumer);
}

/// Brings partitions and consumers into line with the settings and links. What is in partitions that are no longer
/// wanted is worked off; nothing new comes there.
void match(Engine& engine, NodeIndex index) {
  BrokerState& state = state_of(engine, index);
  const auto wanted = static_cast<std::size_t>(settings_of(engine, index).partitions);
  state.partitions.resize(std::max(state.partitions.size(), wanted));
  const std::vector<LinkIndex>& links = engine.model->nodes[index].targets;
  for (StreamConsumer& consumer : state.consumers) {
    if (consumer.link == none) continue;
    consumer.cursors.resize(state.partitions.size());
    if (std::count(links.begin(), links.end(), consumer.link) == 0) remove_consumer(engine, index, consumer);
  }
  for (const LinkIndex link : links)
    if (!consumer_over(state, link)) add_consumer(engine, index, link);
}

void start(Engine& engine, NodeIndex index) {
  engine.nodes[index].kind = BrokerState{};
  match(engine, index);
}

void adopt(Engine& engine, NodeIndex index, const NodeModel&) {
  match(engine, index);
  drop_old(engine, index);
}

void timer(Engine& engine, NodeIndex index, std::uint32_t what) {
  BrokerState& state = state_of(engine, index);
  if (what == look_at_consumers) {
    state.look_pending = false;
    dispatch_all(engine, index);
    return;
  }
  if (what == look_at_age) {
    if (state.expiry_due == engine.now) drop_old(engine, index);
    return;
  }
  StreamConsumer& consumer = state.consumers[what >> partition_bits];
  const std::uint32_t partition = what & ((1u << partition_bits) - 1);
  if (partition >= consumer.cursors.size() || consumer.cursors[partition].due != engine.now) return;
  consumer.cursors[partition].due = -1;
  make_runnable(consumer, partition);
  dispatch(engine, index, consumer);
}

}  // namespace

bool feed(Engine& engine, LinkIndex link) {
  const NodeIndex index = engine.flows[link].wire.caller;
  StreamConsumer* consumer = consumer_over(state_of(engine, index), link);
  return consumer && feed_consumer(engine, index, *consumer);
}

}  // namespace loadframe::engine::stream

namespace loadframe::engine {

const KindBehaviour stream_behaviour{.describe = stream::describe,
                                     .connect = stream::connect,
                                     .start = stream::start,
                                     .adopt = stream::adopt,
                                     .served = stream::served,
                                     .call_ended = stream::delivery_ended,
                                     .stopped = stream::stopped,
                                     .booted = stream::dispatch_all,
                                     .timer = stream::timer};

}  // namespace loadframe::engine
