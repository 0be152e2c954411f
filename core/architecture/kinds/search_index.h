#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

/// A search index: every query asks all shards and waits for the slowest; a write goes to one.
struct SearchIndexSettings {
  std::int64_t shards = 5;
  std::int64_t copies = 1;
  Law query_time = exponential(milliseconds(5));
  Law write_time = exponential(milliseconds(2));
  Duration node_latency = microseconds(250);
  Duration timeout = seconds(10);
  bool partial_results = true;
  std::int64_t threads = 7;  ///< of each shard
  std::int64_t backlog = 1000;
  std::int64_t cores = 4;  ///< of each shard
  Duration boot_time = seconds(30);
  double price_per_hour = 0.2;
  friend bool operator==(const SearchIndexSettings&, const SearchIndexSettings&) = default;
};

KindDescription describe(const SearchIndexSettings*);

}  // namespace loadframe
