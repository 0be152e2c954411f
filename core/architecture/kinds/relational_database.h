#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

enum class Replication { asynchronous, synchronous };

/// A relational database: a primary, or a replica when another database is wired to it.
struct RelationalDatabaseSettings {
  std::int64_t connections = 100;
  std::int64_t backlog = 0;
  Law read_time = exponential(milliseconds(2));
  Law join_time = exponential(milliseconds(10));
  Law write_time = exponential(milliseconds(4));
  Law disk_time = constant({});
  bool row_locks = false;
  Replication replication = Replication::asynchronous;
  bool failover = false;
  Duration detection_time = seconds(30);
  Duration promotion_time = seconds(5);
  std::int64_t cores = 8;
  Duration boot_time = seconds(10);
  double price_per_hour = 0.2;
  friend bool operator==(const RelationalDatabaseSettings&, const RelationalDatabaseSettings&) = default;
};

KindDescription describe(const RelationalDatabaseSettings*);

}  // namespace loadframe
