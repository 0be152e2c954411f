#include "architecture/request_classes.h"

namespace loadframe {

const SettingsTable& request_class_settings() {
  using S = RequestClassSettings;
  static const SettingsTable table = [] {
    SettingsBuilder<S> rows;
    rows.add("weight", TR("Weight"), &S::weight, from(0, 1e6), TR("Relative frequency in the users' mix."))
        .add("operation", TR("Operation"), &S::operation, {{"read", TR("Read")}, {"write", TR("Write")}},
             TR("Reads may be answered by caches and replicas; writes go to the primary."))
        .add("response", TR("Response"), &S::response, {{"html", TR("HTML")}, {"json", TR("JSON")}, {"asset", TR("Asset")}},
             TR("What the answer is."))
        .add("cost", TR("Cost"), &S::cost, from(0, 1e6), TR("Multiplies servers' and databases' times."))
        .add("size", TR("Size"), &S::size, from(1, 1e12), TR("Size of the answer, also as an entry of a cache."))
        .add("request_size", TR("Request size"), &S::request_size, from(1, 1e12),
             TR("Size of the request; of a write, what is stored."))
        .add("query", TR("Query"), &S::query, {{"point", TR("Point read")}, {"join", TR("Join")}},
             TR("What a read asks of a database. A relational one joins by itself; of a non-relational one, the caller "
                "asks row by row."));
    rows.only_when([](const S& s) { return s.query == Query::join; })
        .add("rows", TR("Rows"), &S::rows, from(1, 10'000), TR("How many rows a join brings together."));
    rows.always()
        .add("cacheable", TR("Cacheable"), &S::cacheable,
             {{"auto", TR("Automatic")}, {"yes", TR("Yes")}, {"no", TR("No")}},
             TR("Whether a CDN may keep the answer. Automatic: assets that are read."))
        .add("priority", TR("Priority"), &S::priority, from(0, 9),
             TR("Higher goes first where a component honours priorities, and is shed last."))
        .add("keys", TR("Keys"), &S::keys, from(1, 1e9), TR("How many different things are asked for."))
        .add("popularity", TR("Popularity"), &S::popularity, {{"zipf", TR("Zipf")}, {"uniform", TR("Uniform")}},
             TR("Zipf: the k-th most popular key is asked for in proportion to k^-skew. Uniform: all alike."));
    rows.only_when([](const S& s) { return s.popularity == Popularity::zipf; })
        .add("skew", TR("Skew"), &S::skew, from(0, 5), TR("Zipf exponent."),
             "web requests: 0.64-0.83 (Breslau et al., 1999); social and e-commerce near 1");
    return rows.build();
  }();
  return table;
}

}  // namespace loadframe
