#pragma once

#include "simulation/call.h"
#include "simulation/key_store.h"
#include "simulation/random.h"

#include <cstddef>
#include <cstdint>
#include <map>
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
  bool without_targets = false;  ///< announced
  CallQueue waiting;             ///< for any target; those for a certain one are in its LinkState
  bool serving_planned = false;
  std::uint32_t turn = 0;                           ///< round robin among equals: whose it is
  std::vector<std::uint32_t> choosing;              ///< between choices it only keeps its memory
  std::map<std::uint32_t, std::uint32_t> sessions;  ///< sticky: link by user; only looked up in
  bool has_spare = true;                            ///< standby: the other machine of the pair is ready
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
  std::map<std::uint64_t, std::uint32_t> leases;  ///< by key; only looked up in
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

struct FunctionState {
  RandomStream cold_starts;
  std::vector<std::int64_t> idle_since;  ///< of warm instances, in ascending order
  std::uint32_t provisioned_busy = 0;
  CallQueue running;                 ///< in the order in which they began
  std::int64_t timeout_due = never;  ///< when the pending look at them comes
  std::uint64_t throttled = 0;       ///< since it began to reject: announced
};

struct InferenceBatch {
  CallQueue calls;  ///< none: its accelerator is idle
  std::int64_t ends = -1;
};

struct InferenceServerState {
  CallQueue waiting;
  std::vector<InferenceBatch> batches;
  std::int64_t look_at = -1;  ///< when the pending look at the oldest comes
};

/// Messages that wait to be delivered.
struct Backlog {
  std::uint32_t link = none;  ///< topics: whose copies they are
  CallQueue ready;            ///< the next in front
  CallQueue held;             ///< being delivered, or before they are delivered again
};

/// Where a consumer of a stream is in one partition.
struct Cursor {
  std::uint32_t message = none;  ///< the one to be handled next, or being handled; none: it waits for one
  std::uint32_t deliveries = 0;  ///< of that one, so far
  std::int64_t due = -1;         ///< before it is delivered again
  bool delivering = false;
  bool runnable = false;               ///< in the list of those that can be delivered
  std::uint32_t next_runnable = none;  ///< partition
};

struct StreamConsumer {
  std::uint32_t link = none;  ///< none: it is gone
  std::vector<Cursor> cursors;
  std::uint32_t first_runnable = none;  ///< partition
  std::uint32_t last_runnable = none;
};

/// Of a queue, topic or stream. Messages are calls of the pool, kept beyond the call that published them.
struct BrokerState {
  std::vector<Backlog> backlogs;          ///< queue: one; topic: one for each subscriber
  std::vector<CallQueue> partitions;      ///< stream: the messages of each that not all consumers have handled
  std::vector<StreamConsumer> consumers;  ///< stream
  bool look_pending = false;              ///< at consumers that could take nothing
  std::int64_t expiry_due = never;        ///< when the pending look at the oldest messages comes
  std::int64_t gave_up_at = -never;       ///< a message, last
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
  std::map<std::uint32_t, KeyVersions> keys;  ///< whose copies differ; only looked up in
  std::vector<ClusterNode> members;           ///< in their order; those that nothing is known of are left out
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
  std::map<std::uint64_t, std::uint32_t> by_key;  ///< only looked up in
  CallQueue granted;                              ///< those that have just got theirs
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
  std::vector<Standing> members;   ///< the primary as drawn, then its replicas
  std::uint32_t primary = 0;       ///< its place
  std::uint32_t term = 0;          ///< counts elections
  std::uint32_t candidate = none;  ///< elected, and not promoted yet
  std::uint32_t deposed = none;    ///< a primary that does not know yet that it is none any more
  bool fenced = false;             ///< the primary came back after the election: it takes no writes
  bool lost = false;               ///< the primary is held for lost: announced
  std::int64_t silent_since = -1;  ///< negative: the primary is not silent
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
    std::variant<std::monostate, UsersState, BalancerState, CacheState, LimitState, DnsState, FunctionState,
                 InferenceServerState, BrokerState, DatabaseState, ClusterState, SearchIndexState>;

}  // namespace loadframe::engine
