#include "architecture/kinds/topic.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const TopicSettings*) {
  using S = TopicSettings;
  SettingsBuilder<S> rows;
  add_broker_rows(rows, TR("Copies that may be kept for each subscriber; a message that finds one full is rejected."));
  rows.group(TR("Delivery"))
      .add("delivery_timeout", TR("Delivery timeout"), &S::delivery_timeout, positive_duration(),
           TR("How long a subscriber may take for a message before the delivery counts as failed."), "Amazon SNS: 15 s")
      .add("max_deliveries", TR("Deliveries at most"), &S::max_deliveries, from(1, 1000),
           TR("After so many failed ones a subscriber's copy is dropped."), "Amazon SNS: 3 immediate retries")
      .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(),
           TR("Wait before a delivery is repeated."));
  rows.group(TR("Machine"))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_price_rows(rows);
  add_request_price_rows(rows, "Amazon SNS: 0.50 USD per million");
  return {
      "topic",
      TR("Topic"),
      Tier::messaging,
      TR("Publish and subscribe: stores each message and delivers a copy to everything that it is wired to, to each "
         "at its own pace."),
      "topic",
      {"worker", "function", "queue", "stream"},
      rows.build()};
}

}  // namespace loadframe
