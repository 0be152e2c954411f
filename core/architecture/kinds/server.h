#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// An application server: a bounded number of workers, each busy with one request until it is answered, or an
/// event loop.
struct ServerSettings {
  Concurrency concurrency = Concurrency::threads;
  std::int64_t workers = 32;
  std::int64_t backlog = 128;
  Discipline discipline = Discipline::fifo;
  Law queue_timeout = constant({});  ///< a request's patience in the backlog; 0: endless
  Law cpu_time = exponential(milliseconds(10));
  Law wait_time = constant({});
  CallOrder calls = CallOrder::sequence;
  std::int64_t cores = 2;
  Duration boot_time = seconds(5);
  Bytes memory = gibibytes(4);
  Bytes base_memory = mebibytes(200);
  Bytes request_memory = bytes(0);
  MemoryExhausted memory_exhausted = MemoryExhausted::kill;
  bool supervised = false;
  std::int64_t instances = 1;
  bool autoscaling = false;
  ScalingMetric scaling_metric = ScalingMetric::cpu;
  Share scaling_target{0.7};
  std::int64_t min_instances = 1;
  std::int64_t max_instances = 10;
  Duration scaling_interval = seconds(15);
  Duration instance_warm_up = seconds(30);
  Duration scale_down_delay = minutes(5);
  double price_per_hour = 0.0416;
  friend bool operator==(const ServerSettings&, const ServerSettings&) = default;
};

KindDescription describe(const ServerSettings*);

}  // namespace loadframe
