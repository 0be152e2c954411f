#include "architecture/kinds/stream.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const StreamSettings*) {
  using S = StreamSettings;
  SettingsBuilder<S> rows;
  rows.add(
      "partitions", TR("Partitions"), &S::partitions, from(1, 10'000),
      TR("A message belongs to a partition by its key. Each partition is worked off in order, one message at a "
         "time, by one worker of each component that it is wired to: a message that fails holds up all behind it."),
      "Kafka: num.partitions 1; in practice some for each consumer");
  add_broker_rows(rows, TR("Messages that may be kept in each partition; more are rejected."));
  rows.group(TR("Delivery"))
      .add("delivery_timeout", TR("Delivery timeout"), &S::delivery_timeout, positive_duration(),
           TR("How long a consumer may take for a message before it is delivered again."))
      .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(), TR("Wait before a delivery is repeated."))
      .add("max_deliveries", TR("Deliveries at most"), &S::max_deliveries, from(0, 1000),
           TR("After so many failed ones a message is skipped. 0: it is tried for ever, and holds up its partition."),
           "Kafka consumers retry until a program decides otherwise");
  rows.group(TR("Machine"))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_price_rows(rows);
  add_request_price_rows(rows);
  return {"stream",
          TR("Stream"),
          Tier::messaging,
          TR("A partitioned log: everything that it is wired to gets every message, those of one key in order."),
          "stream",
          {"worker", "function"},
          rows.build()};
}

}  // namespace loadframe
