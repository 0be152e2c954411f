#include "architecture/kinds/gateway.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const GatewaySettings*) {
  using S = GatewaySettings;
  SettingsBuilder<S> rows;
  rows.add("limit", TR("Rate limit"), &S::limit, from(0, 1e7),
           TR("Requests per second that a token bucket lets through for long; more are rejected. 0: no limit."),
           "AWS API Gateway: 10,000/s for an account");
  rows.only_when([](const S& s) { return s.limit.per_second > 0; })
      .add("burst", TR("Burst"), &S::burst, from(1, 1e9), TR("Size of the token bucket: so many may come at once."),
           "AWS API Gateway: 5,000 for an account")
      .add("limit_scope", TR("Limit for"), &S::limit_scope, {{"all", TR("All together")}, {"user", TR("Each user")}},
           TR("One bucket, or one for each user."));
  rows.always()
      .add("auth_time", TR("Authentication time"), &S::auth_time, any_duration(), TR("CPU work to check each request."),
           "an RSA-2048 signature is verified in about 0.02-0.2 ms")
      .add("max_concurrency", TR("Concurrency"), &S::max_concurrency, from(1, 1e8),
           TR("Requests at one time; more are shed."))
      .add("shed_above", TR("Shed above"), &S::shed_above, from(0.01, 1),
           TR("From this part of the concurrency on, requests of the lowest priorities are shed first: the share of "
              "the rest that is in use is the priority (of 9) below which all are shed."))
      .add("timeout", TR("Timeout"), &S::timeout, any_duration(),
           TR("How long to wait for an answer. 0 waits for ever. A link's own timeout goes first."),
           "AWS API Gateway: 29 s");
  add_machine_rows(rows);
  add_price_rows(rows);
  add_request_price_rows(rows, "AWS API Gateway, HTTP API: 1.00 USD per million");
  return {
      "gateway",
      TR("API gateway"),
      Tier::entry,
      TR("Checks each request, limits their rate by token buckets, sheds load, and passes the rest on to one of the "
         "components that it is wired to, by weight."),
      "gateway",
      {"load-balancer", "server", "function", "inference-server", "external-service", "queue", "topic", "stream"},
      rows.build()};
}

}  // namespace loadframe
