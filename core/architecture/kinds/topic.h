#pragma once

#include "architecture/kinds/queue.h"

namespace loadframe {

/// Publish/subscribe: a copy of each message goes to each subscriber.
struct TopicSettings {
  std::int64_t capacity = 1'000'000;
  Law publish_time = constant(milliseconds(1));
  Duration delivery_timeout = seconds(15);
  std::int64_t max_deliveries = 3;
  Duration retry_delay = seconds(1);
  Duration retention = hours(24 * 4);
  Duration boot_time = seconds(10);
  bool durable = true;
  double price_per_hour = 0;
  double price_per_million = 0.5;
  friend bool operator==(const TopicSettings&, const TopicSettings&) = default;
};

KindDescription describe(const TopicSettings*);

}  // namespace loadframe
