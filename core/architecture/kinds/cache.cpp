#include "architecture/kinds/cache.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const CacheSettings*) {
  using S = CacheSettings;
  SettingsBuilder<S> rows;
  rows.add("capacity", TR("Capacity"), &S::capacity, from(1, 1e15),
           TR("Memory for entries; an entry is as large as its request class's response."))
      .add("ttl", TR("Time to live"), &S::time_to_live, any_duration(),
           TR("How long an entry may be used. 0 keeps entries until they are evicted."))
      .add("eviction", TR("Eviction"), &S::eviction, eviction_words(), TR("What goes when the cache is full."),
           "Redis: maxmemory-policy allkeys-lru, allkeys-lfu, noeviction")
      .add("coalescing", TR("Coalescing"), &S::coalescing,
           TR("While one caller fetches a missing key, others who ask for it wait for the answer instead of fetching "
              "it too."),
           "memcached leases (Nishtala et al., 2013)")
      .only_when([](const S& s) { return s.coalescing; })
      .add("lease_time", TR("Lease"), &S::lease_time, positive_duration(),
           TR("How long others wait for one caller's fetch before the next of them may fetch."));
  rows.always()
      .add("lookup_time", TR("Lookup time"), &S::lookup_time, any_duration(),
           TR("CPU work for one lookup, a hit or a miss."), "Redis: about 10^5 operations/s on a thread")
      .add("threads", TR("Threads"), &S::threads, from(1, 1024), TR("Lookups at one time."), "Redis: one thread")
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e7), TR("Lookups that may wait; more are rejected."),
           "Redis: maxclients 10000");
  rows.group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, when it stands on no host."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(),
           TR("From restart to serving; the cache is then empty."), "a process boots in 1-10 s");
  add_price_rows(rows, "AWS ElastiCache cache.t3.medium: 0.068 USD/h");
  return {"cache",
          TR("Cache"),
          Tier::data,
          TR("Holds answers by key. Real keys are drawn from each request class's popularity, so the hit ratio is a "
             "result. After a restart it is cold."),
          "cache",
          {"load-balancer", "server", "relational-database", "non-relational-database", "search-index", "object-store",
           "external-service"},
          rows.build()};
}

}  // namespace loadframe
