#pragma once

#include "simulation/call.h"
#include "simulation/key_store.h"
#include "simulation/random.h"

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
  std::uint32_t cursor = 0;
  bool without_targets = false;  ///< announced
};

struct CacheState {
  KeyStore store;
  RandomStream eviction;
};

/// What the copies of one key hold.
struct KeyVersions {
  std::uint32_t latest = 0;
  std::uint32_t acknowledged = 0;
  std::vector<std::uint32_t> held;  ///< by each of its copies
};

/// What the others know of a node of a cluster.
struct ClusterNode {
  std::int64_t silent_since = -1;  ///< negative: it is not silent
  bool held_dead = false;
  std::map<std::uint64_t, std::uint32_t> hints;  ///< kept for it: the last version by key
  std::uint32_t handing_over = 0;                ///< hints on their way to it
  std::uint64_t handed_over = 0;                 ///< since it came back
};

struct ClusterState {
  std::uint32_t turn = 0;
  std::uint32_t last_version = 0;
  std::unordered_map<std::uint32_t, KeyVersions> keys;  ///< whose copies differ; only looked up in
  std::vector<ClusterNode> members;                     ///< in their order; those that nothing is known of are left out
};

/// A row that is being written. Calls that lock it or wait for it have the lock's number in Call::detail.
struct RowLock {
  std::uint64_t key = 0;
  std::uint32_t holder = none;  ///< none: the lock is free to be used for another row
  CallQueue waiting;
};

struct RowLocks {
  std::vector<RowLock> locks;
  std::vector<std::uint32_t> unused;
  std::unordered_map<std::uint64_t, std::uint32_t> by_key;  ///< only looked up in
  CallQueue granted;                                        ///< those that have just got theirs
};

/// A database of a group, as the present primary's log sees it.
struct Standing {
  std::uint32_t node = none;
  std::uint64_t on_way = 0;       ///< acknowledged writes that have been sent to it and not received
  std::uint64_t missed = 0;       ///< acknowledged writes that it has to be sent again
  std::uint32_t catching_up = 0;  ///< sent again and not applied yet
  bool absent = false;            ///< was the primary until it was lost, and has not come back yet
};

/// Failover of a group of databases; kept at the primary as drawn. A place is an index into the members.
struct FailoverState {
  std::vector<Standing> members;  ///< the primary as drawn, then its replicas
  std::uint32_t primary = 0;      ///< its place
  std::uint32_t term = 0;         ///< counts elections
  std::uint32_t candidate = none; ///< elected, and not promoted yet
  std::uint32_t deposed = none;   ///< a primary that does not know yet that it is none any more
  bool fenced = false;            ///< the primary came back after the election: it takes no writes
  bool lost = false;              ///< the primary is held for lost: announced
  std::int64_t silent_since = -1; ///< negative: the primary is not silent
  std::int64_t promote_at = 0;
  std::uint32_t timer_generation = 0;
  std::uint16_t write_class = 0;  ///< of the last write
};

struct DatabaseState {
  RowLocks locks;
  FailoverState failover;
  std::int64_t stopped_at = -1;
};

struct SearchIndexState {
  std::uint32_t turn = 0;
  std::vector<std::uint8_t> down;  ///< announced, by member
};

using KindState =
    std::variant<std::monostate, UsersState, BalancerState, CacheState, DatabaseState, ClusterState, SearchIndexState>;

}  // namespace loadframe::engine
