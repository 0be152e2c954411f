#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// Somebody else's service: a latency and an error rate, and perhaps a limit.
struct ExternalServiceSettings {
  Law latency = lognormal(milliseconds(120), 0.8);
  Share errors{0.001};
  Rate limit{0};  ///< 0: none
  std::int64_t burst = 100;
  Duration boot_time = minutes(5);
  double price_per_million = 0;
  friend bool operator==(const ExternalServiceSettings&, const ExternalServiceSettings&) = default;
};

KindDescription describe(const ExternalServiceSettings*);

}  // namespace loadframe
