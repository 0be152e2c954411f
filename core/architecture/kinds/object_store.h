#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// Blob storage as a service: slow to begin, broad when it flows, and without a visible limit but one of requests.
struct ObjectStoreSettings {
  Law first_byte = lognormal(milliseconds(30), 0.6);
  Bandwidth bandwidth{800e6};  ///< of each request
  Rate limit{5500};            ///< reads per second; 0: none
  Rate write_limit{3500};
  Share errors{0};
  Duration boot_time = minutes(1);
  double price_per_million = 0.4;
  friend bool operator==(const ObjectStoreSettings&, const ObjectStoreSettings&) = default;
};

KindDescription describe(const ObjectStoreSettings*);

}  // namespace loadframe
