#pragma once

#include "architecture/kinds/cache.h"

namespace loadframe {

/// A content delivery network: caches near the users, in front of an origin.
struct CdnSettings {
  std::int64_t points_of_presence = 10;
  Bytes capacity = gibibytes(10);  ///< of each
  Duration time_to_live = hours(24);
  Eviction eviction = Eviction::lru;
  bool coalescing = true;
  Law lookup_time = constant(microseconds(500));
  Duration timeout = seconds(30);
  Duration boot_time = seconds(60);
  double price_per_hour = 0;
  double price_per_million = 1;
  double price_per_gigabyte = 0.085;
  friend bool operator==(const CdnSettings&, const CdnSettings&) = default;
};

KindDescription describe(const CdnSettings*);

}  // namespace loadframe
