#pragma once

#include "simulation/call.h"
#include "simulation/key_store.h"
#include "simulation/random.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <variant>
#include <vector>

/// What components of some kinds keep beside what all have: plain values, copied with the engine.
namespace loadframe::engine {

/// A resolver cache that users share.
struct Resolver {
  std::int64_t expires = -1;
  bool asking = false;
  CallQueue waiting;
  std::vector<std::uint32_t> answer;  ///< the entry point it was told of: one link, or one for each request class
};

struct UsersState {
  RandomStream arrivals;
  RandomStream mix;
  std::vector<Resolver> resolvers;
  std::uint32_t next_resolver = 0;
  std::uint32_t timer_generation = 0;
  double load = 1;              ///< factor for these users alone
  std::int64_t population = 0;  ///< closed loop: present users
  std::int64_t idle_bound = 0;  ///< closed loop, exponential thinking: see behaviour/users.cpp
  std::int64_t thinking = 0;    ///< closed loop, other laws: users with a think_over event pending
  std::uint64_t sent = 0;
};

struct BalancerState {
  RandomStream choice;
  RandomStream phases;
  bool without_targets = false;  ///< announced
  CallQueue waiting;             ///< for any target; those for a certain one are in its LinkState
  bool serving_planned = false;
  std::unordered_map<std::uint32_t, std::uint32_t> sessions;  ///< sticky: link by user; only looked up in
  bool has_spare = true;                                      ///< standby: the other machine of the pair is ready
  std::int64_t takeover_at = -1;
  std::int64_t spare_ready_at = -1;
};

/// Leave to fetch what a cache lacks, while others wait for it.
struct Lease {
  std::uint64_t key = 0;
  std::uint32_t place = 0;
  bool given = false;
  std::int64_t until = 0;         ///< then the next may fetch
  std::uint32_t fetcher = none;   ///< the cache's own call that fetches; none: the caller does
  Outcome outcome = Outcome::ok;  ///< how the fetch has failed
  CallQueue waiting;
};

/// A cache at one place.
struct CachePlace {
  KeyStore store;
  std::unordered_map<std::uint64_t, std::uint32_t> leases;  ///< by key; only looked up in
};

struct CacheState {
  RandomStream eviction;
  std::vector<CachePlace> places;  ///< one, or the points of presence
  std::vector<Lease> leases;
  std::vector<std::uint32_t> free_leases;
};

/// Token buckets, one for each number that takes from them; those that are full are not kept.
struct TokenBuckets {
  std::map<std::uint32_t, double> full_at;  ///< ns
  std::size_t sweep_at = 0;
};

/// Of kinds that limit the rate of their calls.
struct LimitState {
  TokenBuckets buckets;
  TokenBuckets write_buckets;  ///< where writes have a limit of their own
  RandomStream chance;
  bool limiting = false;       ///< announced
  std::uint64_t rejected = 0;  ///< since then
  std::int64_t quiet_at = 0;   ///< when nothing will have been over the limit for long enough
};

/// What a DNS thinks of an entry point.
struct EntryHealth {
  bool out = false;
  std::uint32_t contrary = 0;  ///< checks in a row that speak against the verdict
};

struct DnsState {
  std::map<std::uint32_t, EntryHealth> entries;  ///< by the users' link
  std::uint32_t timer_generation = 0;
};

using KindState = std::variant<std::monostate, UsersState, BalancerState, CacheState, LimitState, DnsState>;

}  // namespace loadframe::engine
