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

KindDescription describe(const UsersSettings*);

}  // namespace loadframe
