#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// A web application firewall: inspects requests, and blocks bad ones and floods.
struct FirewallSettings {
  Law inspection_time = constant(microseconds(50));
  Share blocked{0};
  Rate user_limit{0};  ///< 0: none
  std::int64_t user_burst = 100;
  std::int64_t connections = 250'000;
  std::int64_t cores = 4;
  Duration boot_time = seconds(30);
  double price_per_hour = 0;
  double price_per_million = 0.6;
  friend bool operator==(const FirewallSettings&, const FirewallSettings&) = default;
};

KindDescription describe(const FirewallSettings*);

}  // namespace loadframe
