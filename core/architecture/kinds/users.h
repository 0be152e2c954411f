#pragma once

#include "architecture/kinds/kind.h"

namespace loadframe {

enum class Arrivals { open, closed };
enum class Spacing { poisson, regular, bursty, renewal };
enum class Client { any, web, mobile };

/// People and programs that send requests, and what they put up with.
struct UsersSettings {
  Arrivals arrivals = Arrivals::open;
  Rate rate{100};                             ///< open loop
  std::int64_t distinct_users = 10'000;       ///< open loop
  Spacing spacing = Spacing::poisson;         ///< open loop
  double spacing_cv = 2;                      ///< renewal
  double burst_factor = 5;                    ///< bursty
  Share burst_share{0.1};                     ///< bursty: of the time
  Duration burst_length = seconds(2);         ///< bursty: mean
  std::int64_t population = 1000;             ///< closed loop
  Law think_time = exponential(seconds(10));  ///< closed loop: from an answer to the next request
  Profile profile;                            ///< on the rate or the population
  Client client = Client::any;
  Duration timeout = seconds(10);  ///< 0: waits for ever
  std::int64_t retries = 0;
  Duration retry_delay = seconds(1);
  Duration access_latency = milliseconds(10);
  std::int64_t resolvers = 1;
  friend bool operator==(const UsersSettings&, const UsersSettings&) = default;
};

inline KindDescription describe(const UsersSettings*) {
  using S = UsersSettings;
  const auto open = [](const S& s) { return s.arrivals == Arrivals::open; };
  const auto closed = [](const S& s) { return s.arrivals == Arrivals::closed; };
  SettingsBuilder<S> rows;
  rows.add("arrivals", TR("Arrivals"), &S::arrivals,
           {{"open", TR("Open loop: a rate")}, {"closed", TR("Closed loop: a population")}},
           TR("Open: requests come at a rate, however slow the answers. Closed: each user waits for the answer, "
              "thinks, and asks again."));
  rows.only_when(open)
      .add("rate", TR("Rate"), &S::rate, from(0, 1e7), TR("Requests per second, before the load slider."))
      .add("distinct_users", TR("Distinct users"), &S::distinct_users, from(1, 1e9),
           TR("How many people these are. Each request comes from one of them by chance."))
      .add("spacing", TR("Spacing"), &S::spacing,
           {{"poisson", TR("Random (Poisson)")},
            {"regular", TR("Evenly spaced")},
            {"bursty", TR("In bursts")},
            {"renewal", TR("By variation")}},
           TR("Many independent users make random arrivals; a load generator makes evenly spaced ones. In bursts: "
              "random ones at two rates in turn. By variation: independent gaps of any regularity."));
  rows.only_when([](const S& s) { return s.arrivals == Arrivals::open && s.spacing == Spacing::renewal; })
      .add("spacing_cv", TR("Variation of gaps"), &S::spacing_cv, from(0, 10),
           TR("Coefficient of variation of the time between arrivals, which is gamma distributed: 0 is evenly spaced, "
              "1 is random, more is clustered."));
  rows.only_when([](const S& s) { return s.arrivals == Arrivals::open && s.spacing == Spacing::bursty; })
      .add("burst_factor", TR("Burst factor"), &S::burst_factor, from(1, 1000),
           TR("Rate in a burst, as a multiple of the mean rate. At most 1 / burst share: then nothing comes in "
              "between."))
      .add("burst_share", TR("Burst share"), &S::burst_share, from(0.001, 0.999),
           TR("Share of the time that is bursts."))
      .add("burst_length", TR("Burst length"), &S::burst_length, from(1e-3, 86400.0),
           TR("Mean length of a burst; lengths are exponentially distributed (MMPP-2)."),
           "Heffes & Lucantoni, IEEE JSAC 4(6), 1986");
  rows.only_when(closed)
      .add("population", TR("Users"), &S::population, from(0, 1e8), TR("How many users there are."))
      .add("think_time", TR("Think time"), &S::think_time, any_duration(),
           TR("From receiving an answer to sending the next request."));
  rows.always()
      .add(
          "profile", TR("Profile"), &S::profile,
          TR("A factor on the rate, or on the number of users, over time: \"ramp 1 to 3 over 60 s\", \"spike 5 at 30 s "
             "for 10 s\", \"diurnal 0.4 period 24 h\", \"steps 0 s 1, 30 s 2\", \"line 0 s 1, 30 s 2\"."))
      .add("client", TR("Client"), &S::client, {{"any", TR("Any")}, {"web", TR("Web")}, {"mobile", TR("Mobile")}},
           TR("What they use, and so ask for: web browsers for HTML and assets, mobile applications for JSON and "
              "assets."))
      .group(TR("Patience"))
      .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
           TR("A user gives up after this long; what was asked for is still worked on. 0 waits for ever."))
      .add("retries", TR("Retries"), &S::retries, from(0, 100), TR("How often a user tries again after a failure."))
      .add("retry_delay", TR("Retry delay"), &S::retry_delay, any_duration(), TR("Wait before each retry."));
  rows.group(TR("Network"))
      .add("access_latency", TR("Access latency"), &S::access_latency, any_duration(),
           TR("One way, from the users to the first component, on links whose latency is \"auto\"."),
           "home user to a near edge: 10-30 ms round trip, mobile 30-100 ms")
      .add("resolvers", TR("DNS resolvers"), &S::resolvers, from(1, 10'000),
           TR("How many resolver caches the users share; each asks the DNS again when its entry expires."));
  return {
      "users",
      TR("Users"),
      Tier::entry,
      TR("Send requests: at a rate (open loop), or as a population that waits for answers and thinks (closed loop)."),
      "users",
      {"dns", "load-balancer", "server"},
      rows.build()};
}

}  // namespace loadframe
