#pragma once

#include "architecture/kinds/kind.h"

namespace loadframe {

enum class CallOrder { sequence, parallel };

/// An application server: a bounded number of workers, each busy with one request until it is answered.
struct ServerSettings {
  std::int64_t workers = 32;
  std::int64_t backlog = 128;
  Law cpu_time = exponential(milliseconds(10));
  Law wait_time = constant({});
  CallOrder calls = CallOrder::sequence;
  std::int64_t cores = 2;
  Duration boot_time = seconds(5);
  friend bool operator==(const ServerSettings&, const ServerSettings&) = default;
};

inline KindDescription describe(const ServerSettings*) {
  using S = ServerSettings;
  SettingsBuilder<S> rows;
  rows.add("workers", TR("Workers"), &S::workers, from(1, 1e7),
           TR("Requests worked on at one time. A worker is held until its request is answered, also while it waits "
              "for others."))
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e7),
           TR("Requests that may wait for a worker; more are rejected."), "listen backlog 128")
      .add("cpu_time", TR("CPU time"), &S::cpu_time, any_duration(),
           TR("CPU work for each request, on the host's cores, times the request class's cost."),
           "a web request takes 1-50 ms of CPU")
      .add("wait_time", TR("Waiting time"), &S::wait_time, any_duration(),
           TR("Time in which the worker waits without using CPU, such as for a disk."))
      .add("calls", TR("Calls"), &S::calls, {{"sequence", TR("One after another")}, {"parallel", TR("At the same time")}},
           TR("How a request calls what this server is wired to."));
  rows.group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, when it stands on no host."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a process boots in 1-10 s");
  return {"server", TR("Server"), Tier::compute,
          TR("Takes a worker for each request, uses CPU, calls what it is wired to and answers. Requests beyond its "
             "workers wait in a bounded backlog."),
          "web", {"load-balancer", "server", "cache", "relational-database"}, rows.build()};
}

}  // namespace loadframe
