#include "architecture/kinds/search_index.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const SearchIndexSettings*) {
  using S = SearchIndexSettings;
  SettingsBuilder<S> rows;
  rows.add("shards", TR("Shards"), &S::shards, from(1, 1000),
           TR("Parts of the index, each on a machine of its own: a query asks all and waits for the slowest."),
           "Elasticsearch 6 and before: 5")
      .add("copies", TR("Copies"), &S::copies, from(1, 10),
           TR("Machines with the same shard: queries take turns among them, writes go to all."),
           "Elasticsearch: 1 replica beside the primary")
      .add("query_time", TR("Query time"), &S::query_time, any_duration(), TR("CPU work of a shard for a query."))
      .add("write_time", TR("Write time"), &S::write_time, any_duration(),
           TR("CPU work of a shard to index one document."))
      .add("partial_results", TR("Partial results"), &S::partial_results,
           TR("A query is answered from the shards that answer; off: it fails if one of them does."),
           "Elasticsearch: allow_partial_search_results true")
      .add("timeout", TR("Timeout"), &S::timeout, positive_duration(), TR("How long a query waits for its shards."))
      .add("node_latency", TR("Latency between nodes"), &S::node_latency, any_duration(), TR("One way."))
      .add("threads", TR("Threads"), &S::threads, from(1, 10'000), TR("Queries at one time, of each shard."),
           "Elasticsearch: search pool 3/2 cores + 1")
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e6), TR("Queries that may wait, of each shard."),
           "Elasticsearch: search queue 1000");
  rows.group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores of each shard."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."));
  add_price_rows(rows, "AWS m5.xlarge (4 vCPU, 16 GiB): 0.192 USD/h; of each machine");
  return {"search-index", TR("Search index"),
          Tier::data,     TR("Answers queries by asking every shard, and is as slow as the slowest of them."),
          "search",       {},
          rows.build()};
}

}  // namespace loadframe
