#pragma once

#include "architecture/kinds/queue.h"

namespace loadframe {

/// A partitioned log: messages with the same key are handled in order, one after another.
struct StreamSettings {
  std::int64_t partitions = 6;
  std::int64_t capacity = 1'000'000;  ///< of each partition
  Law publish_time = constant(milliseconds(2));
  Duration delivery_timeout = seconds(30);
  Duration retry_delay = seconds(1);
  std::int64_t max_deliveries = 0;
  Duration retention = hours(24 * 7);
  Duration boot_time = seconds(20);
  bool durable = true;
  double price_per_hour = 0;
  double price_per_million = 0.1;
  friend bool operator==(const StreamSettings&, const StreamSettings&) = default;
};

KindDescription describe(const StreamSettings*);

}  // namespace loadframe
