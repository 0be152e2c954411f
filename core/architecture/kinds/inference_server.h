#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// A server of a machine-learning model: works on several requests at once in batches.
struct InferenceServerSettings {
  std::int64_t accelerators = 1;
  std::int64_t max_batch = 8;
  Duration batch_wait = milliseconds(5);
  Law batch_time = constant(milliseconds(20));
  Law item_time = constant(milliseconds(2));
  std::int64_t backlog = 256;
  Duration boot_time = seconds(60);
  double price_per_hour = 0.526;
  friend bool operator==(const InferenceServerSettings&, const InferenceServerSettings&) = default;
};

KindDescription describe(const InferenceServerSettings*);

}  // namespace loadframe
