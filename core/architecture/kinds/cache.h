#pragma once

#include "architecture/kinds/kind.h"

namespace loadframe {

enum class Eviction { lru, fifo, random };

/// Answers reads for keys that it holds, in front of something slower.
struct CacheSettings {
  Bytes capacity = gibibytes(1);
  Duration time_to_live = hours(1);  ///< 0: entries never expire
  Eviction eviction = Eviction::lru;
  Law lookup_time = constant(microseconds(20));
  std::int64_t threads = 1;
  std::int64_t backlog = 10'000;
  std::int64_t cores = 1;
  Duration boot_time = seconds(2);
  friend bool operator==(const CacheSettings&, const CacheSettings&) = default;
};

inline KindDescription describe(const CacheSettings*) {
  using S = CacheSettings;
  SettingsBuilder<S> rows;
  rows.add("capacity", TR("Capacity"), &S::capacity, from(1, 1e15),
           TR("Memory for entries; an entry is as large as its request class's response."))
      .add("ttl", TR("Time to live"), &S::time_to_live, any_duration(),
           TR("How long an entry may be used. 0 keeps entries until they are evicted."))
      .add("eviction", TR("Eviction"), &S::eviction,
           {{"lru", TR("Least recently used")}, {"fifo", TR("Oldest first")}, {"random", TR("Random")}},
           TR("What goes when the cache is full."), "Redis: maxmemory-policy allkeys-lru")
      .add("lookup_time", TR("Lookup time"), &S::lookup_time, any_duration(),
           TR("CPU work for one lookup, a hit or a miss."), "Redis: about 10^5 operations/s on a thread")
      .add("threads", TR("Threads"), &S::threads, from(1, 1024), TR("Lookups at one time."), "Redis: one thread")
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e7), TR("Lookups that may wait; more are rejected."),
           "Redis: maxclients 10000");
  rows.group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, when it stands on no host."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(),
           TR("From restart to serving; the cache is then empty."), "a process boots in 1-10 s");
  return {"cache", TR("Cache"), Tier::data,
          TR("Holds answers by key. Real keys are drawn from each request class's popularity, so the hit ratio is a "
             "result. After a restart it is cold."),
          "cache", {"load-balancer", "server", "relational-database"}, rows.build()};
}

}  // namespace loadframe
