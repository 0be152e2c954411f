#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// When a message that was not acknowledged is delivered again.
enum class Redelivery { at_once, after_timeout };

/// A message queue: each message goes to one of the consumers that compete for it.
struct QueueSettings {
  std::int64_t capacity = 1'000'000;
  Law publish_time = constant(milliseconds(1));
  Duration visibility_timeout = seconds(30);
  Redelivery redelivery = Redelivery::after_timeout;
  std::int64_t max_deliveries = 0;
  Duration retention = hours(24 * 4);
  Duration boot_time = seconds(10);
  bool durable = true;
  double price_per_hour = 0;
  double price_per_million = 0.4;
  friend bool operator==(const QueueSettings&, const QueueSettings&) = default;
};

KindDescription describe(const QueueSettings*);

}  // namespace loadframe
