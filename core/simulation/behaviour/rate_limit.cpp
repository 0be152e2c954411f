#include "simulation/behaviour/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace loadframe::engine::rate_limit {

namespace {

/// Nothing over the limit for so long, and so many tokens' time, is the end of a burst.
constexpr double quiet_time = 1e9;
constexpr double quiet_tokens = 10;

/// Buckets are looked through for full ones, which need not be kept, whenever so many more than then are there.
constexpr std::size_t fewest_before_sweep = 1024;

void sweep(TokenBuckets& buckets, std::int64_t now) {
  if (buckets.full_at.size() < buckets.sweep_at) return;
  std::erase_if(buckets.full_at, [now](const auto& bucket) { return bucket.second <= static_cast<double>(now); });
  buckets.sweep_at = std::max(fewest_before_sweep, 2 * buckets.full_at.size());
}

/// A token bucket is the generic cell rate algorithm: of each, the time at which it will be full again is enough.
/// Source: ITU-T I.371 (2004), annex A.
bool take(TokenBuckets& buckets, std::uint32_t bucket, std::int64_t now, double gap, double burst) {
  sweep(buckets, now);
  const auto time = static_cast<double>(now);
  const auto found = buckets.full_at.find(bucket);
  const double full_at = found != buckets.full_at.end() ? std::max(found->second, time) : time;
  if (full_at - time > (burst - 1) * gap + 0.5) return false;  // half a nanosecond, for the rounding
  buckets.full_at[bucket] = full_at + gap;
  return true;
}

}  // namespace

void start(Engine& engine, NodeIndex index) {
  LimitState state;
  state.chance = engine.stream(index, 1);
  engine.nodes[index].kind = std::move(state);
}

LimitState& state_of(Engine& engine, NodeIndex index) { return std::get<LimitState>(engine.nodes[index].kind); }

bool admits(Engine& engine, CallIndex call, TokenBuckets& buckets, std::uint32_t bucket, Rate limit, double burst) {
  if (limit.per_second <= 0) return true;
  const double gap = 1e9 / limit.per_second;
  if (take(buckets, bucket, engine.now, gap, std::max(burst, 1.0))) return true;

  const NodeIndex index = engine.callee_of(engine.calls[call]);
  LimitState& state = state_of(engine, index);
  const auto quiet = static_cast<std::int64_t>(std::min(std::max(quiet_time, quiet_tokens * gap), 4e18));
  state.quiet_at = engine.now + quiet;
  if (!state.limiting) {
    state.limiting = true;
    state.rejected = 0;
    engine.note(EventKind::limited, index);
    engine.push(state.quiet_at, EventType::kind_timer, index);
  }
  ++state.rejected;
  engine.respond(call, Outcome::rejected);
  return false;
}

void timer(Engine& engine, NodeIndex index, std::uint32_t) {
  auto* state = std::get_if<LimitState>(&engine.nodes[index].kind);
  if (!state || !state->limiting || !engine.model->nodes[index].present) return;
  if (state->quiet_at > engine.now) {
    engine.push(state->quiet_at, EventType::kind_timer, index);
    return;
  }
  state->limiting = false;
  engine.note(EventKind::unlimited, index, {}, state->rejected);
}

void stopped(Engine& engine, NodeIndex index) {
  LimitState& state = state_of(engine, index);
  state.buckets = {};
  state.write_buckets = {};
}

}  // namespace loadframe::engine::rate_limit
