#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

enum class DataModel { key_value, document, column, graph };

/// Whom a coordinator asks for a read.
enum class ReadFanOut { quorum, all };

/// A non-relational database: a cluster of alike nodes, each of which holds a part of the keys.
struct NonRelationalDatabaseSettings {
  DataModel model = DataModel::key_value;
  std::int64_t nodes = 3;
  std::int64_t replication_factor = 3;
  std::int64_t read_quorum = 1;
  std::int64_t write_quorum = 2;
  ReadFanOut read_fan_out = ReadFanOut::quorum;
  bool hinted_handoff = true;
  bool sloppy_quorum = false;
  Duration hint_window = hours(3);
  Duration detection_time = seconds(10);
  Law read_time = exponential(microseconds(500));
  Law write_time = exponential(microseconds(500));
  Law disk_time = constant({});
  Duration node_latency = microseconds(250);
  Duration timeout = seconds(5);
  std::int64_t connections = 1000;  ///< of each node
  std::int64_t backlog = 1000;
  std::int64_t cores = 4;  ///< of each node
  Duration boot_time = seconds(30);
  double price_per_hour = 0.2;
  friend bool operator==(const NonRelationalDatabaseSettings&, const NonRelationalDatabaseSettings&) = default;
};

KindDescription describe(const NonRelationalDatabaseSettings*);

}  // namespace loadframe
