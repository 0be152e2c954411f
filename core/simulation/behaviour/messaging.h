#pragma once

#include "simulation/behaviour/behaviour.h"

/// What queues, topics and streams have in common. A message is a call of the pool that is in nobody's way: its
/// deliveries are calls on its behalf. Its phase is `queued` while it waits, `downstream` while it is delivered and
/// `pausing` before it is delivered again; `detail` says which backlog or partition it is in, `attempt` how often it
/// was delivered.
namespace loadframe::engine::messaging {

/// How long until a broker looks again at consumers that are dead or cut off.
/// Source: Kafka, reconnect.backoff.max.ms 1000.
inline constexpr std::int64_t look_interval = 1'000'000'000;

/// What a kind_timer of a broker is for: a message (its index), or one of these.
inline constexpr std::uint32_t look_at_consumers = none;
inline constexpr std::uint32_t look_at_age = none - 1;

inline BrokerState& state_of(Engine& engine, NodeIndex index) {
  return std::get<BrokerState>(engine.nodes[index].kind);
}

/// Keeps a copy of what the call published. It is in no list yet.
CallIndex keep(Engine& engine, NodeIndex index, const Call& published, std::uint32_t detail);
/// Forgets a message, which is in no list any more; deliveries under way are on nobody's behalf then.
void forget(Engine& engine, NodeIndex index, CallIndex message);
/// Messages that are dropped for their age or by a crash.
void expire(Engine& engine, NodeIndex index, CallIndex message);
/// Counts a message that is given up after so many deliveries.
void count_dead_letter(Engine& engine, NodeIndex index, std::uint32_t deliveries);

bool is_up(const Engine& engine, NodeIndex index);
/// Whether the consumer at the link's end has a place for one more. @param pulled it asks for messages itself: one
/// that is dead, hung, cut off or taken out does not
bool can_take(const Engine& engine, LinkIndex link, bool pulled);
/// @param redelivered not the first time over this link
void deliver(Engine& engine, NodeIndex index, CallIndex message, LinkIndex link, bool redelivered);
/// Looks again a little later, as there is no event that would tell of a consumer's return.
void look_later(Engine& engine, NodeIndex index);
/// The pause before a message is delivered again: as it was set; else none at first and then growing, which keeps
/// a failing consumer from being tried without end at one instant.
std::int64_t pause_before(std::uint32_t deliveries, Duration set);

bool is_too_old(const Engine& engine, CallIndex message, Duration retention);
/// Looks at the age of what is kept when the oldest has outlived its retention.
void watch_age(Engine& engine, NodeIndex index, CallIndex oldest, Duration retention);

/// @name Backlogs of queues and topics
/// @{
void add(Engine& engine, NodeIndex index, const Call& published, std::uint32_t backlog, Duration retention);
/// The next message to be delivered: none if there is none. Drops those that are too old.
CallIndex next_ready(Engine& engine, NodeIndex index, std::uint32_t backlog, Duration retention);
/// Delivers what next_ready has found.
void deliver_next(Engine& engine, NodeIndex index, CallIndex message, LinkIndex link);
/// Acknowledged, or given up: it is forgotten.
void remove_held(Engine& engine, NodeIndex index, CallIndex message);
/// Failed: delivered again after the pause. @return whether it is ready at once
bool hold_back(Engine& engine, NodeIndex index, CallIndex message, std::int64_t pause);
/// A pause may be over. @return whether a message became ready
bool pause_over(Engine& engine, NodeIndex index, CallIndex message);
void drop_old(Engine& engine, NodeIndex index, Duration retention);
/// After the process has died: all is to be delivered again, or is lost if it was in memory only.
void reset(Engine& engine, NodeIndex index, bool keeps);
void drop_all(Engine& engine, NodeIndex index, Backlog& backlog);
/// @}

}  // namespace loadframe::engine::messaging

/// Hands the consumer at the link's end one message. @return whether there was one that it could take
namespace loadframe::engine::queue {
bool feed(Engine& engine, LinkIndex link);
}
namespace loadframe::engine::topic {
bool feed(Engine& engine, LinkIndex link);
}
namespace loadframe::engine::stream {
bool feed(Engine& engine, LinkIndex link);
}
