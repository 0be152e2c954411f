#include "architecture/kinds/dns.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const DnsSettings*) {
  using S = DnsSettings;
  SettingsBuilder<S> rows;
  rows.add("routing", TR("Routing"), &S::routing,
           {{"weighted", TR("By weight, in turn")}, {"latency", TR("Nearest")}, {"failover", TR("First that is up")}},
           TR("Which entry point an answer names: in turn by the weights of the users' links, the one with the least "
              "latency, or the first one wired."),
           "Route 53: simple, weighted, latency and failover records")
      .add("checks", TR("Health checks"), &S::checks,
           TR("Leaves entry points out of answers that do not accept connections."))
      .only_when([](const S& s) { return s.checks; })
      .add("check_interval", TR("Interval"), &S::check_interval, positive_duration(), TR("Between two checks."),
           "Route 53: 30 s, or 10 s")
      .add("fall", TR("Fall"), &S::fall, from(1, 100), TR("Checks in a row that change the verdict."), "Route 53: 3");
  rows.always()
      .add("ttl", TR("Time to live"), &S::time_to_live, any_duration(),
           TR("How long resolvers keep an answer. With DNS down, names already resolved work until it is over."),
           "usual record TTL 60-300 s (Route 53)")
      .add("lookup_time", TR("Lookup time"), &S::lookup_time, any_duration(), TR("Time to answer one question."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a process boots in 1-10 s");
  return {"dns",
          TR("DNS"),
          Tier::entry,
          TR("Answers which addresses a name has. Wire users to it and to their entry points: each answer rotates "
             "through the entry points by weight, and resolvers keep it for the time to live."),
          "dns",
          {},
          rows.build()};
}

}  // namespace loadframe
