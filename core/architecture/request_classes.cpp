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
