#include "architecture/kinds/object_store.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const ObjectStoreSettings*) {
  using S = ObjectStoreSettings;
  SettingsBuilder<S> rows;
  rows.add("first_byte", TR("First byte"), &S::first_byte, any_duration(), TR("Time until an answer begins."),
           "Amazon S3: first-byte latency of about 100-200 ms for small objects at most, medians of some 30 ms")
      .add("bandwidth", TR("Bandwidth"), &S::bandwidth, from(0, 1e15),
           TR("Of each request: the answer's (or a write's) size over it is the time that the transfer takes. 0: no "
              "limit."),
           "Amazon S3: 85-90 MB/s for one connection")
      .add("limit", TR("Reads limit"), &S::limit, from(0, 1e9), TR("Reads per second; more are rejected. 0: no limit."),
           "Amazon S3: 5,500 GET/s for a prefix")
      .add("write_limit", TR("Writes limit"), &S::write_limit, from(0, 1e9),
           TR("Writes per second; more are rejected. 0: no limit."), "Amazon S3: 3,500 PUT/s for a prefix")
      .add("errors", TR("Errors"), &S::errors, any_share(), TR("The part of the requests that fail at once."),
           "Amazon S3: below 0.1 % by its agreement")
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_request_price_rows(rows, "Amazon S3 GET: 0.40 USD per million");
  return {"object-store", TR("Object store"),
          Tier::data,     TR("Keeps blobs: it takes its time to begin, then flows; the rate of requests is limited."),
          "store",        {},
          rows.build()};
}

}  // namespace loadframe
