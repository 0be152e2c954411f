#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// A background worker: consumes messages of the queues, topics and streams that are wired to it.
struct WorkerSettings {
  Concurrency concurrency = Concurrency::threads;
  std::int64_t workers = 4;
  std::int64_t backlog = 0;
  Discipline discipline = Discipline::fifo;
  Law queue_timeout = constant({});
  Law cpu_time = exponential(milliseconds(50));
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
  ScalingMetric scaling_metric = ScalingMetric::concurrency;
  Share scaling_target{0.7};
  std::int64_t min_instances = 1;
  std::int64_t max_instances = 10;
  Duration scaling_interval = seconds(15);
  Duration instance_warm_up = seconds(30);
  Duration scale_down_delay = minutes(5);
  double price_per_hour = 0.0416;
  friend bool operator==(const WorkerSettings&, const WorkerSettings&) = default;
};

KindDescription describe(const WorkerSettings*);

}  // namespace loadframe
