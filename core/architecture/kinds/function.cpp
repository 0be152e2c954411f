#include "architecture/kinds/function.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const FunctionSettings*) {
  using S = FunctionSettings;
  SettingsBuilder<S> rows;
  rows.add("cold_start", TR("Cold start"), &S::cold_start, any_duration(),
           TR("Time to start an instance when no idle one is there; the request that needs it waits."),
           "AWS Lambda: from under 100 ms to over 1 s")
      .add("keep_warm", TR("Kept warm"), &S::keep_warm, any_duration(), TR("How long an idle instance is kept."),
           "AWS Lambda: about 5-15 minutes, undocumented")
      .add("provisioned", TR("Provisioned"), &S::provisioned, from(0, 1e6), TR("Instances that are always warm."),
           "AWS Lambda: provisioned concurrency 0")
      .add("max_concurrency", TR("Concurrency"), &S::max_concurrency, from(1, 1e6),
           TR("Requests at one time; more are rejected."), "AWS Lambda: 1,000 for an account")
      .add("cpu_time", TR("CPU time"), &S::cpu_time, any_duration(),
           TR("CPU work for each request, on the instance's own CPU, times the request class's cost."))
      .add("wait_time", TR("Waiting time"), &S::wait_time, any_duration(),
           TR("Time in which the request waits without using CPU."))
      .add("calls", TR("Calls"), &S::calls,
           {{"sequence", TR("One after another")}, {"parallel", TR("At the same time")}},
           TR("How a request calls what the function is wired to."))
      .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
           TR("A request that runs longer is stopped with an error. 0: never."), "AWS Lambda: 3 s")
      .add("memory", TR("Memory"), &S::memory, from(1, 1e12), TR("Of an instance; it is what time is charged for."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_request_price_rows(rows, "AWS Lambda: 0.20 USD per million");
  rows.add("price_per_gigabyte_second", TR("Per gigabyte-second"), &S::price_per_gigabyte_second, from(0, 1e3),
           TR("Memory times running time."), "AWS Lambda, x86: 0.0000166667 USD");
  return {"function",
          TR("Function"),
          Tier::compute,
          TR("Serverless: each request has an instance of its own; a new one takes a cold start. It grows at once, up "
             "to its concurrency, and costs by use."),
          "function",
          {"gateway", "load-balancer", "server", "function", "inference-server", "cache", "relational-database",
           "non-relational-database", "search-index", "object-store", "external-service", "queue", "topic", "stream"},
          rows.build()};
}

}  // namespace loadframe
