#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

enum class LimitScope { all, user };

/// An API gateway: checks who asks and how often, sheds what is too much, and passes the rest on.
struct GatewaySettings {
  Rate limit{0};  ///< sustained; 0: none
  std::int64_t burst = 100;
  LimitScope limit_scope = LimitScope::all;
  Law auth_time = constant(microseconds(200));
  std::int64_t max_concurrency = 10'000;
  Share shed_above{1};
  Duration timeout = seconds(29);
  std::int64_t cores = 4;
  Duration boot_time = seconds(5);
  double price_per_hour = 0;
  double price_per_million = 1;
  friend bool operator==(const GatewaySettings&, const GatewaySettings&) = default;
};

KindDescription describe(const GatewaySettings*);

}  // namespace loadframe
