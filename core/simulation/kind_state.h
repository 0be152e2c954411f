#pragma once

#include "simulation/call.h"
#include "simulation/key_store.h"
#include "simulation/random.h"

#include <cstdint>
#include <variant>
#include <vector>

/// What components of some kinds keep beside what all have: plain values, copied with the engine.
namespace loadframe::engine {

/// A resolver cache that users share.
struct Resolver {
  std::int64_t expires = -1;
  bool asking = false;
  CallQueue waiting;
};

/// Traffic that comes in bursts: whether there is one, and until when it is so.
struct Bursts {
  RandomStream random;
  bool bursting = false;
  std::int64_t until = -1;  ///< negative: not begun
};

struct UsersState {
  RandomStream arrivals;
  RandomStream mix;
  RandomStream who;
  Bursts bursts;
  std::vector<Resolver> resolvers;
  std::uint32_t next_resolver = 0;
  std::uint32_t timer_generation = 0;
  std::int64_t planned_at = 0;   ///< when the next arrival was planned
  std::int64_t planned_for = 0;  ///< when it comes; not later than planned_at: nothing has been planned yet
  double gap = 0;                ///< its distance from planned_at, in mean ones
  bool has_arrival = false;      ///< otherwise the event is only there to plan further
  std::int64_t look_at = 0;      ///< closed loop: when the profile is to change the population
  double load = 1;               ///< factor for these users alone
  std::int64_t population = 0;   ///< closed loop: present users
  std::int64_t idle_bound = 0;   ///< closed loop, exponential thinking: see behaviour/users.cpp
  std::int64_t thinking = 0;     ///< closed loop, other laws: users with a think_over event pending
  std::uint64_t sent = 0;
};

struct BalancerState {
  RandomStream choice;
  RandomStream phases;
  std::uint32_t cursor = 0;
  bool without_targets = false;  ///< announced
};

struct CacheState {
  KeyStore store;
  RandomStream eviction;
};

using KindState = std::variant<std::monostate, UsersState, BalancerState, CacheState>;

}  // namespace loadframe::engine
