#include "architecture/kinds/external_service.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const ExternalServiceSettings*) {
  using S = ExternalServiceSettings;
  SettingsBuilder<S> rows;
  rows.add("latency", TR("Response time"), &S::latency, any_duration(),
           TR("Time that it takes to answer, however many ask; it has no queue that one could see."))
      .add("errors", TR("Errors"), &S::errors, any_share(),
           TR("The part of the requests that it answers with an error."), "99.9 % availability is a usual agreement")
      .add("limit", TR("Rate limit"), &S::limit, from(0, 1e7),
           TR("Requests per second that it takes for long; more are rejected. 0: no limit."),
           "Stripe: 100/s; GitHub: 5,000/h");
  rows.only_when([](const S& s) { return s.limit.per_second > 0; })
      .add("burst", TR("Burst"), &S::burst, from(1, 1e9), TR("So many may come at once."));
  rows.always().add("boot_time", TR("Recovery time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_request_price_rows(rows);
  return {"external-service",
          TR("External service"),
          Tier::data,
          TR("A service of somebody else, such as payments: it answers after a random time, and sometimes not."),
          "external",
          {},
          rows.build()};
}

}  // namespace loadframe
