#include "architecture/kinds/users.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const UsersSettings*) {
  using S = UsersSettings;
  const auto open = [](const S& s) { return s.arrivals == Arrivals::open; };
  const auto closed = [](const S& s) { return s.arrivals == Arrivals::closed; };
  SettingsBuilder<S> rows;
  rows.add("arrivals", TR("Arrivals"), &S::arrivals, {{"open", TR("Open loop: a rate")}, {"closed", TR("Closed loop: a population")}},
           TR("Open: requests come at a rate, however slow the answers. Closed: each user waits for the answer, "
              "thinks, and asks again."));
  rows.only_when(open)
      .add("rate", TR("Rate"), &S::rate, from(0, 1e7), TR("Requests per second, before the load slider."))
      .add("spacing", TR("Spacing"), &S::spacing, {{"poisson", TR("Random (Poisson)")}, {"regular", TR("Evenly spaced")}},
           TR("Many independent users make random arrivals; a load generator makes evenly spaced ones."));
  rows.only_when(closed)
      .add("population", TR("Users"), &S::population, from(0, 1e8), TR("How many users there are."))
      .add("think_time", TR("Think time"), &S::think_time, any_duration(),
           TR("From receiving an answer to sending the next request."));
  rows.always()
      .group(TR("Patience"))
      .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
           TR("A user gives up after this long; what was asked for is still worked on. 0 waits for ever."))
      .add("retries", TR("Retries"), &S::retries, from(0, 100), TR("How often a user tries again after a failure."))
      .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(),
           TR("Wait before each retry."));
  rows.group(TR("Network"))
      .add("access_latency", TR("Access latency"), &S::access_latency, any_duration(),
           TR("One way, from the users to the first component, on links whose latency is \"auto\"."),
           "home user to a near edge: 10-30 ms round trip, mobile 30-100 ms")
      .add("resolvers", TR("DNS resolvers"), &S::resolvers, from(1, 10'000),
           TR("How many resolver caches the users share; each asks the DNS again when its entry expires."));
  return {"users", TR("Users"), Tier::entry,
          TR("Send requests: at a rate (open loop), or as a population that waits for answers and thinks (closed loop)."),
          "users", {"dns", "cdn", "firewall", "gateway", "load-balancer", "server", "function"}, rows.build()};
}

}  // namespace loadframe
