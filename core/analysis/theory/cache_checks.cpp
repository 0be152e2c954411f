#include "analysis/theory/caches.h"
#include "analysis/theory/check_list.h"

/// Caches under independent requests by Zipf's law.
namespace loadframe::theory {

namespace {

using namespace literals;

constexpr int keys = 5000;
constexpr int slots = 500;
constexpr double rate = 2000;

/// Users, a server that does nothing but ask the cache, and the cache.
Drawing cached(double skew, const CacheSettings& cache) {
  Drawing drawing;
  RequestClassSettings item;
  item.keys = keys;
  item.skew = skew;
  item.size = bytes(1000);
  drawing.request_class("item", item);
  const ComponentId users = drawing.add("users", arrivals(rate));
  const ComponentId web = drawing.add("web", shared_processor(constant({})));
  drawing.wire(users, web);
  drawing.wire(web, drawing.add("cache", cache));
  return drawing;
}

CacheSettings holding(int entries, Eviction eviction) {
  CacheSettings settings;
  settings.capacity = bytes(1000 * entries);
  settings.time_to_live = {};
  settings.eviction = eviction;
  settings.lookup_time = constant({});
  return settings;
}

std::function<double(std::uint64_t)> hit_ratio(double skew, const CacheSettings& cache) {
  const Drawing drawing = cached(skew, cache);
  return [drawing](std::uint64_t seed) {
    const ComponentStatistics measured = run(drawing.architecture, seed, {10_s, 20_s}).components[2];
    return static_cast<double>(measured.hits) / static_cast<double>(measured.hits + measured.misses);
  };
}

void add_evictions(std::vector<Check>& checks) {
  const auto row = [&](Eviction eviction, const char* name, double skew, double value, std::string source, Claim claim,
                       double error) {
    checks.push_back({.name = std::string(name) + " cache of a tenth of the keys, skew " + number(skew) + ": hit ratio",
                      .source = std::move(source),
                      .unit = "",
                      .value = value,
                      .measure = hit_ratio(skew, holding(slots, eviction)),
                      .claim = claim,
                      .error = error,
                      .widest = skew == 0 ? 0.02 : 0.01});
  };
  // Without skew the ratio is the part of the keys held, exactly.
  row(Eviction::lru, "LRU", 0, 0.1, "King (1971): slots / keys", Claim::equals, 0);
  for (const double skew : {0.7, 0.9, 1.2}) {
    const std::vector<double> popularity = zipf_popularity(keys, skew);
    row(Eviction::lru, "LRU", skew, lru_hit_ratio(popularity, slots),
        "Che, Tung, Wang (2002); error: Fricker, Robert, Roberts (2012), fig. 2", Claim::about, 0.005);
    const std::string source = "Gelenbe (1973); Martina, Garetto, Leonardi (2014); Gast & Van Houdt (2015)";
    row(Eviction::fifo, "FIFO", skew, fifo_hit_ratio(popularity, slots), source, Claim::about, 0.005);
    row(Eviction::random, "Random", skew, fifo_hit_ratio(popularity, slots), source, Claim::about, 0.005);
  }
  checks.push_back({.name = "LRU cache, skew 0.9: hit ratio below that of the most popular keys held",
                    .source = "Aho, Denning, Ullman, JACM 18(1), 1971",
                    .unit = "",
                    .value = best_hit_ratio(zipf_popularity(keys, 0.9), slots),
                    .measure = hit_ratio(0.9, holding(slots, Eviction::lru)),
                    .claim = Claim::at_most,
                    .widest = 0.01});
}

void add_lifetimes(std::vector<Check>& checks) {
  for (const Duration lifetime : {200_ms, 2_s}) {
    CacheSettings settings = holding(2 * keys, Eviction::lru);
    settings.time_to_live = lifetime;
    checks.push_back({.name = "Cache with room for all, lifetime " + to_text(lifetime) + ": hit ratio",
                      .source = "Jung, Berger, Balakrishnan, INFOCOM 2003: set when filled, not renewed by hits",
                      .unit = "",
                      .value = ttl_hit_ratio(zipf_popularity(keys, 0.9), rate, lifetime.seconds()),
                      .measure = hit_ratio(0.9, settings),
                      .widest = 0.01});
  }
  // A resolver is a cache of one key.
  constexpr double requests = 5;
  Drawing drawing;
  const ComponentId users = drawing.add("users", arrivals(requests));
  DnsSettings names;
  names.time_to_live = 2_s;
  const ComponentId dns = drawing.add("dns", names);
  const LinkId lookups = drawing.wire(users, dns);
  drawing.wire(users, drawing.add("web", shared_processor(constant({}))));
  checks.push_back({.name = "DNS lifetime 2 s, 5 requests/s: lookups per second",
                    .source = "renewals: 1 / (lifetime + mean gap)",
                    .unit = "1/s",
                    .value = 1 / (2 + 1 / requests),
                    .measure =
                        [=](auto seed) {
                          const Statistics measured = run(drawing.architecture, seed, {10_s, 2000_s});
                          return static_cast<double>(measured.links[lookups.value - 1].begun) / 2000;
                        },
                    .widest = 0.02});
}

}  // namespace

void add_cache_checks(std::vector<Check>& checks) {
  add_evictions(checks);
  add_lifetimes(checks);
}

}  // namespace loadframe::theory
