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

/// Rows that queues, topics and streams share.
template <class S>
void add_broker_rows(SettingsBuilder<S>& rows, std::string_view per) {
  rows.add("publish_time", TR("Publish time"), &S::publish_time, any_duration(),
           TR("From a message's arrival until it is stored and its sender is answered."), "a few milliseconds")
      .add("capacity", TR("Capacity"), &S::capacity, from(1, 1e8), per)
      .add("retention", TR("Retention"), &S::retention, positive_duration(),
           TR("How long a message is kept; older ones are dropped."), "Amazon SQS: 4 days; Kafka: 7 days")
      .add("durable", TR("Durable"), &S::durable, TR("Messages survive a crash; off: they are lost with the process."),
           "Amazon SQS, Kafka: durable; RabbitMQ: as declared");
}

inline KindDescription describe(const QueueSettings*) {
  using S = QueueSettings;
  SettingsBuilder<S> rows;
  add_broker_rows(rows, TR("Messages that may be kept, those being worked on included; more are rejected."));
  rows.group(TR("Delivery"))
      .add("visibility_timeout", TR("Visibility timeout"), &S::visibility_timeout, positive_duration(),
           TR("How long a consumer may take for a message. Then it is delivered again, and what the first consumer "
              "did is done twice."),
           "Amazon SQS: 30 s")
      .add("redelivery", TR("After a failure"), &S::redelivery,
           {{"at-once", TR("Deliver at once")}, {"after-timeout", TR("Wait for the timeout")}},
           TR("A consumer that fails or dies: the message is delivered again at once, or when the visibility timeout "
              "is over."),
           "RabbitMQ requeues when a connection breaks; SQS waits")
      .add("max_deliveries", TR("Deliveries at most"), &S::max_deliveries, from(0, 1000),
           TR("After so many, a message becomes a dead letter: it goes to the queue that this one is wired to, or is "
              "dropped. 0: no limit."),
           "Amazon SQS: maxReceiveCount of a redrive policy");
  rows.group(TR("Machine")).add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_price_rows(rows);
  add_request_price_rows(rows, "Amazon SQS: 0.40 USD per million");
  return {"queue", TR("Queue"), Tier::messaging,
          TR("Stores messages, answers their sender at once, and hands each to one of the workers that it is wired to. "
             "Wired to another queue, it sends its dead letters there."),
          "queue", {"worker", "function", "queue"}, rows.build()};
}

}  // namespace loadframe
