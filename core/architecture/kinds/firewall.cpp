#include "architecture/kinds/firewall.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const FirewallSettings*) {
  using S = FirewallSettings;
  SettingsBuilder<S> rows;
  rows.add("inspection_time", TR("Inspection time"), &S::inspection_time, any_duration(),
           TR("CPU work to inspect a request."))
      .add("blocked", TR("Blocked share"), &S::blocked, any_share(),
           TR("The part of the requests that its rules block, at random: they are rejected."))
      .add("user_limit", TR("Limit per user"), &S::user_limit, from(0, 1e7),
           TR("Requests per second that one user may send for long; more are rejected. 0: no limit."),
           "AWS WAF: rate-based rules count over 1-10 minutes");
  rows.only_when([](const S& s) { return s.user_limit.per_second > 0; })
      .add("user_burst", TR("Burst per user"), &S::user_burst, from(1, 1e9), TR("So many of a user may come at once."));
  rows.always().add("connections", TR("Connections"), &S::connections, from(1, 1e8),
                    TR("Size of the table of connections; when it is full, more are rejected."),
                    "Linux: nf_conntrack_max 262,144 with 4 GiB or more");
  add_machine_rows(rows);
  add_price_rows(rows);
  add_request_price_rows(rows, "AWS WAF: 0.60 USD per million");
  return {"firewall",
          TR("Firewall"),
          Tier::entry,
          TR("Inspects each request, blocks bad ones and users who send too many, and passes the rest on to what it is "
             "wired to, by weight."),
          "firewall",
          {"cdn", "gateway", "load-balancer", "server", "function"},
          rows.build()};
}

}  // namespace loadframe
