#pragma once

#include "architecture/kinds/compute.h"

namespace loadframe {

enum class BalancingPolicy {
  round_robin,
  least_connections,
  random,
  two_choices,
  user_hash,
  key_hash,
  least_response_time
};
enum class CheckKind { request, connect };
enum class RetryOn { connection_failure, any_failure };

/// A reverse proxy: passes each request on to one of its targets, and learns by checks which are up.
struct LoadBalancerSettings {
  BalancingPolicy policy = BalancingPolicy::round_robin;
  std::int64_t choices = 2;  ///< two_choices: how many are compared
  bool sticky = false;
  Duration timeout = seconds(30);         ///< for a target's answer; 0: none
  Duration connect_timeout = seconds(5);  ///< 0: none
  std::int64_t retries = 3;
  bool redispatch = true;
  RetryOn retry_on = RetryOn::connection_failure;
  Duration retry_delay = seconds(1);
  bool checks = true;
  CheckKind check_kind = CheckKind::request;
  Duration check_interval = seconds(2);
  Duration check_timeout = seconds(2);
  std::int64_t fall = 3;
  std::int64_t rise = 2;
  std::int64_t max_fails = 0;
  Duration fail_timeout = seconds(10);
  Duration slow_start{};
  std::int64_t server_connections = 0;  ///< 0: no limit
  Duration queue_timeout = seconds(5);
  bool standby = false;
  Duration takeover_time = milliseconds(3600);
  Law cpu_time = constant(microseconds(20));
  std::int64_t max_connections = 100'000;
  std::int64_t cores = 4;
  Duration boot_time = seconds(5);
  double price_per_hour = 0.0225;
  friend bool operator==(const LoadBalancerSettings&, const LoadBalancerSettings&) = default;
};

KindDescription describe(const LoadBalancerSettings*);

}  // namespace loadframe
