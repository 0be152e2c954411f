#include "architecture/links.h"

namespace loadframe {

const SettingsTable& link_settings() {
  using S = LinkSettings;
  static const SettingsTable table = [] {
    SettingsBuilder<S> rows;
    rows.add("latency", TR("Latency"), &S::latency, any_duration(),
             TR("One way. \"auto\" takes it from the areas that the link crosses: 0.025 ms on one host, 0.15 ms in a zone, "
                "0.5 ms between zones, 35 ms between regions, unless the areas say otherwise; from users, their access "
                "latency."))
        .add("share", TR("Share"), &S::share, any_share(), TR("The part of the requests that make this call."))
        .add("call_on", TR("Call"), &S::call_on,
             {{"auto", TR("Automatic")}, {"always", TR("Always")}, {"miss", TR("After a cache miss")}},
             TR("Automatic: a database is only read after a cache that the same caller is wired to has missed; all else "
                "is called always."))
        .add("operations", TR("Operations"), &S::operations,
             {{"auto", TR("Automatic")}, {"all", TR("Reads and writes")}, {"reads", TR("Reads only")}, {"writes", TR("Writes only")}},
             TR("Automatic: caches and read replicas get reads, their primary gets writes (and reads if no replica is "
                "wired), all else gets both."))
        .add("weight", TR("Weight"), &S::weight, from(0, 1000),
             TR("Relative part among alternatives: a balancer's targets, users' entry points, read replicas."));
    rows.group(TR("Call policy"))
        .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
             TR("The caller gives up after this long; the callee goes on working. 0 waits for ever; \"auto\" is the "
                "caller's own timeout, or none."))
        .add("retries", TR("Retries"), &S::retries, from(0, 100),
             TR("Further attempts after a failed one. Users and balancers have their own, used while this is 0."))
        .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(), TR("Wait before each retry."));
    return rows.build();
  }();
  return table;
}

}  // namespace loadframe
