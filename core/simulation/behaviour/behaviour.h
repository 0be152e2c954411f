#pragma once

#include "simulation/engine.h"

/// What is particular to each kind: one file each. The engine calls these at the points that all kinds share.
namespace loadframe::engine {

namespace users {
/// State for a new run, or after an edit that kept the users.
void prepare(Engine& engine, NodeIndex index);
void start(Engine& engine, NodeIndex index);
/// After the rate, the population or the load has changed.
void adjust(Engine& engine, NodeIndex index);
void arrival_due(Engine& engine, NodeIndex index);
void think_over(Engine& engine, NodeIndex index);
/// An attempt of a user's request, or a question to the DNS, has ended.
void call_ended(Engine& engine, const Call& call, Outcome outcome);
/// The pause before another attempt is over.
void retry_due(Engine& engine, const Call& call);
/// All requests that wait for an address fail: the users are gone.
void abandon_waiting(Engine& engine, NodeIndex index);
}  // namespace users

namespace balancer {
void start(Engine& engine, NodeIndex index);
/// Begins to check targets that are new.
void adopt_targets(Engine& engine, NodeIndex index);
/// After a boot: knows nothing of its targets.
void forget_targets(Engine& engine, NodeIndex index);
/// A request is to be passed on to a target.
void forward(Engine& engine, CallIndex index);
void call_ended(Engine& engine, CallIndex parent, const Call& call, Outcome outcome);
void check_due(Engine& engine, LinkIndex link);
/// Whether the check was still waited for.
bool check_timeout(Engine& engine, CallIndex check, std::uint32_t stamp);
void check_ended(Engine& engine, LinkIndex link, Outcome outcome);
void passive_over(Engine& engine, LinkIndex link);
}  // namespace balancer

namespace cache {
void prepare(Engine& engine, NodeIndex index);
void flush(Engine& engine, NodeIndex index);
/// A lookup's CPU work is done: hit or miss.
void looked_up(Engine& engine, CallIndex index);
/// Stores what a call asked for.
void fill(Engine& engine, NodeIndex index, const Call& call);
}  // namespace cache

namespace relational_database {
/// A query's work is done.
void executed(Engine& engine, CallIndex index);
}  // namespace relational_database

}  // namespace loadframe::engine
