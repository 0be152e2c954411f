#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// A serverless function: an instance for each request at one time, started when there is none idle.
struct FunctionSettings {
  Law cold_start = lognormal(milliseconds(400), 0.5);
  Duration keep_warm = minutes(10);
  std::int64_t provisioned = 0;
  std::int64_t max_concurrency = 1000;
  Law cpu_time = exponential(milliseconds(10));
  Law wait_time = constant({});
  CallOrder calls = CallOrder::sequence;
  Duration timeout = seconds(3);
  Bytes memory = mebibytes(512);
  Duration boot_time = seconds(5);
  double price_per_million = 0.2;
  double price_per_gigabyte_second = 0.0000166667;
  friend bool operator==(const FunctionSettings&, const FunctionSettings&) = default;
};

KindDescription describe(const FunctionSettings*);

}  // namespace loadframe
