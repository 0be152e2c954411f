#pragma once

#include "simulation/engine.h"

/// A group of databases of which one is the primary, and which one that is: detection, election, promotion, catching
/// up. All of a group are connected: over the drawn links, over their reverses, which are cut with them, and over
/// links between the replicas, as long as the areas make them. A group exists where the primary as drawn has failover
/// on; it alone keeps the state, as a consensus store beside the databases would.
///
/// The primary is silent while it does not run, hangs, or is cut off from every replica that runs. Whoever has asked
/// it for detection_time in vain elects the replica that has received most. A primary that is only cut off goes on
/// taking writes from those who reach it until it hears of the new one: asynchronous ones are lost, synchronous ones
/// are never acknowledged. What is on its way when a primary dies is not received: the stream breaks.
namespace loadframe::engine::failover {

/// What the timers of a database are for; from `tick_timer` on, ticks of a generation.
enum : std::uint32_t { grant_timer, detection_timer, promotion_timer, tick_timer };

/// The state of the database's group; null if there is none.
FailoverState* group_of(Engine& engine, NodeIndex node);

void connect(Wiring& wiring, NodeIndex index);
/// Forms the group anew from what is drawn, as far as the node is its primary as drawn.
void form(Engine& engine, NodeIndex root);

bool takes_writes(Engine& engine, NodeIndex node);
/// Whether it has what the primary has, but for what is on its way.
bool serves_reads(Engine& engine, NodeIndex node);
LinkIndex choose_link(Engine& engine, const Step& step, const Call& call, LinkIndex except);

/// Sends a write that the node has executed to the others of its group. @return how many answers it waits for
void replicate(Engine& engine, FailoverState& group, NodeIndex node, CallIndex index);
/// A message of replication arrives at a database: false if it was turned away.
bool receive(Engine& engine, CallIndex index);
/// A synchronous message has ended: false if its write must fail, as another is the primary now.
bool acknowledged(Engine& engine, const Call& message, Outcome outcome);
/// Another one has.
void ended(Engine& engine, const Call& message, Outcome outcome);

void stopped(Engine& engine, NodeIndex node);
void booted(Engine& engine, NodeIndex node);
void timer(Engine& engine, NodeIndex root, std::uint32_t what);

}  // namespace loadframe::engine::failover
