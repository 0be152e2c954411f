#include "architecture/kinds/queue.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const QueueSettings*) {
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
  rows.group(TR("Machine"))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_price_rows(rows);
  add_request_price_rows(rows, "Amazon SQS: 0.40 USD per million");
  return {"queue",
          TR("Queue"),
          Tier::messaging,
          TR("Stores messages, answers their sender at once, and hands each to one of the workers that it is wired to. "
             "Wired to another queue, it sends its dead letters there."),
          "queue",
          {"worker", "function", "queue"},
          rows.build()};
}

}  // namespace loadframe
