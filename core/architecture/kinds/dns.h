#pragma once

#include "architecture/kinds/kind.h"

namespace loadframe {

/// Which of the entry points an answer names.
enum class DnsRouting { weighted, latency, failover };

/// Tells users the addresses of the entry points that they are wired to.
struct DnsSettings {
  DnsRouting routing = DnsRouting::weighted;
  bool checks = false;
  Duration check_interval = seconds(30);
  std::int64_t fall = 3;
  Duration time_to_live = seconds(60);  ///< how long resolvers may keep an answer
  Law lookup_time = constant(milliseconds(1));
  Duration boot_time = seconds(5);
  friend bool operator==(const DnsSettings&, const DnsSettings&) = default;
};

KindDescription describe(const DnsSettings*);

}  // namespace loadframe
