#include "architecture/kinds/worker.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const WorkerSettings*) {
  SettingsBuilder<WorkerSettings> rows;
  add_program_rows(rows);
  add_machine_rows(rows);
  add_memory_rows(rows);
  add_scaling_rows(rows);
  add_price_rows(rows, "AWS t3.medium (2 vCPU, 4 GiB): 0.0416 USD/h on demand, us-east-1");
  return {"worker",
          TR("Worker"),
          Tier::compute,
          TR("Works on messages: queues, topics and streams that are wired to it hand it as many at one time as it has "
             "workers. It acknowledges a message when all that it calls has answered."),
          "worker",
          {"load-balancer", "gateway", "server", "function", "inference-server", "cache", "relational-database",
           "non-relational-database", "search-index", "object-store", "external-service", "queue", "topic", "stream"},
          rows.build()};
}

}  // namespace loadframe
