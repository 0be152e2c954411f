#include "architecture/kinds/server.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const ServerSettings*) {
  SettingsBuilder<ServerSettings> rows;
  add_program_rows(rows);
  add_machine_rows(rows);
  add_memory_rows(rows);
  add_scaling_rows(rows);
  add_price_rows(rows, "AWS t3.medium (2 vCPU, 4 GiB): 0.0416 USD/h on demand, us-east-1");
  return {"server",
          TR("Server"),
          Tier::compute,
          TR("Takes a worker for each request, uses CPU, calls what it is wired to and answers. Requests beyond its "
             "workers wait in a bounded backlog."),
          "web",
          {"load-balancer", "gateway", "server", "function", "inference-server", "cache", "relational-database",
           "non-relational-database", "search-index", "object-store", "external-service", "queue", "topic", "stream"},
          rows.build()};
}

}  // namespace loadframe
