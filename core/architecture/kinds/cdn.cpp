#include "architecture/kinds/cdn.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const CdnSettings*) {
  using S = CdnSettings;
  SettingsBuilder<S> rows;
  rows.add("points_of_presence", TR("Points of presence"), &S::points_of_presence, from(1, 1000),
           TR("Places with a cache of their own; each user belongs to one of them."), "large networks have hundreds")
      .add("capacity", TR("Capacity"), &S::capacity, from(1, 1e15), TR("Of the cache at each point of presence."))
      .add("ttl", TR("Time to live"), &S::time_to_live, any_duration(),
           TR("How long a copy may be used. 0 keeps copies until they are evicted."), "CloudFront: default TTL 24 h")
      .add("eviction", TR("Eviction"), &S::eviction, eviction_words(), TR("What goes when a cache is full."))
      .add("coalescing", TR("Coalescing"), &S::coalescing,
           TR("Requests that miss the same object at the same place at the same time wait for one fetch."),
           "nginx: proxy_cache_lock; Varnish, CloudFront and Fastly collapse requests")
      .add("lookup_time", TR("Lookup time"), &S::lookup_time, any_duration(), TR("To find an object or a miss."))
      .add("timeout", TR("Origin timeout"), &S::timeout, any_duration(),
           TR("How long to wait for the origin. 0 waits for ever. A link's own timeout goes first."),
           "CloudFront: origin response timeout 30 s")
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(),
           TR("From restart to serving; its caches are then empty."));
  add_price_rows(rows);
  add_request_price_rows(rows, "CloudFront: 1.00 USD per million HTTPS requests");
  rows.add("price_per_gigabyte", TR("Per gigabyte"), &S::price_per_gigabyte, from(0, 1e6),
           TR("Of answers sent to users."), "CloudFront: 0.085 USD/GB, first 10 TB");
  return {"cdn",
          TR("CDN"),
          Tier::entry,
          TR("Answers cacheable requests from caches near the users, and fetches the rest from its origin: what it is "
             "wired to. Users wired to a CDN and to something else send it what is cacheable."),
          "cdn",
          {"firewall", "gateway", "load-balancer", "server", "function", "object-store"},
          rows.build()};
}

}  // namespace loadframe
