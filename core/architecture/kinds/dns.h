#pragma once

#include "architecture/kinds/kind.h"

namespace loadframe {

/// Tells users the addresses of the entry points that they are wired to.
struct DnsSettings {
  Duration time_to_live = seconds(60);  ///< how long resolvers may keep an answer
  Law lookup_time = constant(milliseconds(1));
  Duration boot_time = seconds(5);
  friend bool operator==(const DnsSettings&, const DnsSettings&) = default;
};

inline KindDescription describe(const DnsSettings*) {
  using S = DnsSettings;
  SettingsBuilder<S> rows;
  rows.add("ttl", TR("Time to live"), &S::time_to_live, any_duration(),
           TR("How long resolvers keep an answer. With DNS down, names already resolved work until it is over."),
           "usual record TTL 60-300 s (Route 53)")
      .add("lookup_time", TR("Lookup time"), &S::lookup_time, any_duration(), TR("Time to answer one question."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a process boots in 1-10 s");
  return {"dns", TR("DNS"), Tier::entry,
          TR("Answers which addresses a name has. Wire users to it and to their entry points: each answer rotates "
             "through the entry points by weight, and resolvers keep it for the time to live."),
          "dns", {}, rows.build()};
}

}  // namespace loadframe
