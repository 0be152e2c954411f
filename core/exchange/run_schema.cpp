#include "exchange/run_result.h"
#include "exchange/schema.h"

#include <nlohmann/json.hpp>

namespace loadframe {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson number(const char* meaning) { return {{"description", meaning}, {"type", "number"}, {"minimum", 0}}; }
OrderedJson count(const char* meaning) { return {{"description", meaning}, {"type", "integer"}, {"minimum", 0}}; }
OrderedJson text(const char* meaning) { return {{"description", meaning}, {"type", "string"}}; }

OrderedJson share(const char* meaning) {
  OrderedJson schema = number(meaning);
  schema["maximum"] = 1;
  return schema;
}

OrderedJson reference(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }

OrderedJson object(OrderedJson properties, const char* meaning) {
  return {{"description", meaning}, {"type", "object"}, {"properties", std::move(properties)}};
}

/// An object whose every listed member must be there.
OrderedJson complete(OrderedJson properties, const char* meaning) {
  OrderedJson required = OrderedJson::array();
  for (const auto& [key, value] : properties.items()) required.push_back(key);
  OrderedJson schema = object(std::move(properties), meaning);
  schema["required"] = std::move(required);
  return schema;
}

OrderedJson map_of(OrderedJson values, const char* meaning) {
  return {{"description", meaning}, {"type", "object"}, {"additionalProperties", std::move(values)}};
}

OrderedJson list_of(OrderedJson items, const char* meaning) {
  return {{"description", meaning}, {"type", "array"}, {"items", std::move(items)}};
}

template <class Enumeration, class ToKey>
OrderedJson words(int how_many, ToKey key, const char* meaning) {
  OrderedJson list = OrderedJson::array();
  for (int i = 0; i < how_many; ++i) list.push_back(key(static_cast<Enumeration>(i)));
  return {{"description", meaning}, {"enum", std::move(list)}};
}

OrderedJson outcomes_schema() {
  OrderedJson properties;
  for (std::size_t i = 0; i < outcome_count; ++i)
    properties[std::string(outcome_key(static_cast<Outcome>(i)))] = {{"type", "number"}, {"minimum", 0}};
  OrderedJson schema =
      object(std::move(properties), "How many ended in each way. Ways in which none ended are left out, but for ok.");
  schema["required"] = OrderedJson::array({"ok"});
  return schema;
}

OrderedJson latency_schema() {
  return object({{"mean", number("Mean.")},
                 {"p50", number("Median. Quantiles are within 1 % of the true value.")},
                 {"p95", number("95th percentile.")},
                 {"p99", number("99th percentile.")},
                 {"max", number("The longest.")}},
                "Latency of what ended ok, in milliseconds; empty when nothing did.");
}

OrderedJson calls_members() {
  return {{"requests", number("How many ended.")},
          {"outcomes", reference("outcomes")},
          {"throughput_per_s", number("How many ended ok per second.")},
          {"latency_ms", reference("latency")}};
}

OrderedJson totals_schema() {
  OrderedJson schema =
      complete(calls_members(),
               "What the users saw after the warm-up, after their retries. With --replications: means over all "
               "replications.");
  OrderedJson& properties = schema["properties"];
  properties["in_flight"] = count("Requests still under way at the end.");
  properties["replications"] = count("How many runs the means are of; they differ in their seeds: seed, seed + 1 …");
  properties["interval_95"] = {
      {"description", "Ends [low, high] of the means' 95 % confidence intervals (Student's t), under the same keys."},
      {"type", "object"}};
  return schema;
}

OrderedJson warm_up_schema() {
  return complete({{"method", text("How: \"MSER-5\", by batches of five samples.")},
                   {"settled",
                    {{"description", "Whether the run became steady in its first half; if not, nothing was cut."},
                     {"type", "boolean"}}},
                   {"by", text("What took longest: in-flight, latency or throughput.")}},
                  "With --warmup auto: how warmup_s was found.");
}

OrderedJson precision_schema() {
  OrderedJson schema = complete(
      {{"wanted", number("Largest half-width of the 95 % intervals, as a share of the means.")},
       {"reached", {{"description", "Whether the run got there before --most-duration."}, {"type", "boolean"}}},
       {"batches", count("Equal parts of the run whose means were compared; 0 if some had no ok request.")}},
      "With --precision: how exact the means are, by batch means.");
  OrderedJson& properties = schema["properties"];
  properties["latency_mean_ms"] = number("Mean over the batches.");
  properties["throughput_per_s"] = number("Mean over the batches.");
  properties["interval_95"] = {
      {"description", "Ends [low, high] of their 95 % confidence intervals, under the same keys."}, {"type", "object"}};
  return schema;
}

OrderedJson component_schema() {
  OrderedJson properties{{"kind", text("Its kind.")}};
  properties.update(calls_members());
  properties["arrivals"] = count("Calls that came.");
  properties["utilisation"] = share("Mean utilisation of its scarcest resource, workers or CPU.");
  properties["worker_utilisation"] = share("Mean busy workers over workers.");
  properties["cpu_utilisation"] = share("Mean part of its host's cores that it used.");
  properties["queue_mean"] = number("Mean number of calls waiting.");
  properties["concurrency_mean"] = number("Mean number of calls present.");
  properties["residence_ms"] = number("Mean time from arrival to answer, of all calls that ended there, ok or not.");
  properties["waiting_ms"] = number("Mean time that ok calls waited in the backlog.");
  properties["service_ms"] = number("Mean time of ok calls on CPU (with its sharing) and waiting without CPU.");
  properties["downstream_ms"] = number("Mean time that ok calls waited for others' answers.");
  properties["wasted"] = count("Calls finished after their caller had given up.");
  properties["instances_mean"] =
      number("Mean number of instances that ran: of a scaled component, or nodes of a cluster.");
  properties["coalesced"] = count("Caches: misses that waited for another's fetch.");
  properties["stale_reads"] = count("Clusters: reads that missed a write acknowledged before they began.");
  properties["hinted_writes"] = count("Clusters: writes kept for a dead node.");
  properties["lost_writes"] = count("Databases: writes acknowledged, and lost by a failover.");
  properties["redelivered"] = count("Queues, topics, streams: deliveries beyond a message's first.");
  properties["dead_letters"] = count("Messages given up after too many deliveries.");
  properties["expired"] = count("Messages that outlived their retention, or were lost in a crash.");
  properties["cold_starts"] = count("Functions: requests that waited for a new instance.");
  properties["cost"] = number("Since the warm-up, in the currency of the prices.");
  OrderedJson schema = complete(std::move(properties), "One component.");
  schema["properties"]["hits"] = count("Caches and CDNs: lookups that found their key.");
  schema["properties"]["misses"] = count("Caches and CDNs: lookups that did not.");
  schema["properties"]["hit_ratio"] = {
      {"description", "Caches and CDNs: hits over lookups; null when there were none."},
      {"type", OrderedJson::array({"number", "null"})}};
  schema["properties"]["replication_lag_ms"] = number("Databases: mean age of writes when the replica applied them.");
  return schema;
}

OrderedJson link_schema() {
  return complete(
      {{"calls", count("Calls sent.")}, {"outcomes", reference("outcomes")}, {"latency_ms", reference("latency")}},
      "One link, as its caller saw it.");
}

OrderedJson state_schema() {
  return words<ComponentState>(4, component_state_key, "What it was doing at the end of the interval.");
}

OrderedJson sample_schema() {
  OrderedJson component =
      complete({{"ok_per_s", number("Calls answered ok, per second.")},
                {"failed_per_s", number("Calls that failed, per second.")},
                {"utilisation", share("Of its scarcest resource.")},
                {"queue", number("Mean number of calls waiting.")},
                {"p99_ms", number("99th percentile of the latency of ok calls; 0 if there were none.")},
                {"instances", count("That run: of a scaled component, or nodes of a cluster that live.")},
                {"state", state_schema()}},
               "One component in the interval.");
  component["properties"]["memory"] = share("Part of its machine's memory in use; where it is modelled.");
  component["properties"]["hit_ratio"] = share("Caches: hits over lookups in the interval.");
  OrderedJson schema =
      complete({{"t_s", number("End of the interval, seconds from the start.")},
                {"ok_per_s", number("Users' requests that ended ok, per second.")},
                {"failed_per_s", number("Users' requests that failed, per second.")},
                {"p50_ms", number("Median latency of ok requests; 0 if there were none.")},
                {"p95_ms", number("95th percentile.")},
                {"p99_ms", number("99th percentile.")},
                {"in_flight", count("Users' requests under way.")},
                {"load", number("Factor on the traffic.")},
                {"components", map_of(std::move(component), "By name.")}},
               "What was measured in one sampling interval, or in several where old ones were merged.");
  schema["properties"]["length_s"] = number("Length of the interval, where it is longer than interval_s.");
  return schema;
}

OrderedJson event_schema() {
  OrderedJson schema = complete(
      {{"t_s", number("When, seconds from the start.")},
       {"what", words<EventKind>(static_cast<int>(EventKind::hints_delivered) + 1, event_kind_key, "What happened.")}},
      "Something worth telling.");
  OrderedJson& properties = schema["properties"];
  properties["component"] = text("Where it happened.");
  properties["target"] = text("The other side, or the target of an action.");
  properties["cause"] = text("Why: \"3 failed checks\".");
  OrderedJson actions = OrderedJson::array();
  for (const ActionDescription& row : action_kinds()) actions.push_back(row.key);
  properties["do"] = {{"description", "Actions: what was done."}, {"enum", std::move(actions)}};
  properties["amount"] = number("Actions: how much.");
  properties["count"] = count("Connections reset, checks failed in a row, calls waiting or rejected.");
  properties["elapsed_s"] = number("From the target's failure (or repair) to when it was noticed, seconds.");
  return schema;
}

}  // namespace

std::string run_schema() {
  OrderedJson members{
      {"format", {{"const", "loadframe-run"}}},
      {"version", {{"const", run_result_version}}},
      {"name", text("The layout's title.")},
      {"seed", count("Fixes all chance in the run.")},
      {"duration_s", number("Simulated time in all, warm-up included.")},
      {"warmup_s", number("Statistics begin after it; samples and events do not.")},
      {"interval_s", number("Sampling interval.")},
      {"totals", totals_schema()},
      {"classes", map_of(reference("calls"), "Users' requests by class.")},
      {"components", map_of(component_schema(), "By name.")},
      {"links", map_of(link_schema(), "By \"caller -> callee\".")},
      {"hosts", map_of(complete({{"utilisation", share("Mean part of its cores in use.")},
                                 {"cost", number("Since the warm-up, in the currency of the prices.")}},
                                "One host."),
                       "By name.")},
      {"recording",
       complete({{"fine_from_s", number("Samples before that time were merged to save memory: the older, the longer.")},
                 {"events_dropped", count("The oldest events but actions and edits, since there were too many.")}},
                "What samples and events leave out; totals and statistics leave nothing out.")},
      {"samples", list_of(sample_schema(), "In order of time.")},
      {"events", list_of(event_schema(), "In order of time.")}};
  OrderedJson schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"$id", "urn:loadframe:schema:run:1"},
                     {"title", "Loadframe run result"}};
  schema.update(
      complete(std::move(members),
               "What loadframe-cli run --json writes. With --replications, all but the totals is of the first "
               "replication. Members may be added within a version."));
  schema["properties"]["warmup_found"] = warm_up_schema();
  schema["properties"]["precision"] = precision_schema();
  schema["$defs"] = {{"outcomes", outcomes_schema()},
                     {"latency", latency_schema()},
                     {"calls", complete(calls_members(), "Requests that ended.")}};
  return schema.dump(2) + "\n";
}

}  // namespace loadframe
