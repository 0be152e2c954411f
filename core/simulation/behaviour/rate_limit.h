#pragma once

#include "simulation/behaviour/behaviour.h"

/// Token buckets: how gateways, firewalls and services limit the rate of what they take.
namespace loadframe::engine::rate_limit {

/// Gives a kind that limits its calls its state.
void start(Engine& engine, NodeIndex index);

LimitState& state_of(Engine& engine, NodeIndex index);

/// Takes a token for the call, or rejects it. The bucket is filled all the time, exactly: no ticks.
/// @param bucket whose: a user's number, or the same for all
/// @param limit tokens per second; 0: no limit
/// @param burst tokens that the bucket holds; it begins full
/// @return whether the call may go on
bool admits(Engine& engine, CallIndex call, TokenBuckets& buckets, std::uint32_t bucket, Rate limit, double burst);

/// Says when nothing is over the limit any more.
void timer(Engine& engine, NodeIndex index, std::uint32_t what);

/// After a death: its buckets are full again.
void stopped(Engine& engine, NodeIndex index);

}  // namespace loadframe::engine::rate_limit
