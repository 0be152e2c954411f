#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// What goes when a cache is full; none: nothing goes, and what is new is not kept.
enum class Eviction { lru, fifo, random, lfu, none };

/// Answers reads for keys that it holds, in front of something slower.
struct CacheSettings {
  Bytes capacity = gibibytes(1);
  Duration time_to_live = hours(1);  ///< 0: entries never expire
  Eviction eviction = Eviction::lru;
  bool coalescing = false;
  Duration lease_time = seconds(2);
  Law lookup_time = constant(microseconds(20));
  std::int64_t threads = 1;
  std::int64_t backlog = 10'000;
  std::int64_t cores = 1;
  Duration boot_time = seconds(2);
  double price_per_hour = 0.068;
  friend bool operator==(const CacheSettings&, const CacheSettings&) = default;
};

KindDescription describe(const CacheSettings*);

}  // namespace loadframe
