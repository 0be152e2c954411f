#include "exchange/run_result.h"

#include "exchange/number_text.h"

#include <string_view>

namespace loadframe {

namespace {

using OrderedJson = nlohmann::ordered_json;

std::string line(const OrderedJson& value) { return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

OrderedJson outcomes_of(const OutcomeCounts& counts) {
  OrderedJson object = OrderedJson::object();
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    if (outcome == Outcome::ok || counts[outcome] > 0) object[std::string(outcome_key(outcome))] = counts[outcome];
  }
  return object;
}

/// Empty when nothing was ok.
OrderedJson latency_of(const Histogram& latency) {
  OrderedJson object = OrderedJson::object();
  if (latency.count() == 0) return object;
  object["mean"] = measured_ms(latency.mean());
  object["p50"] = measured_ms(latency.quantile(0.50));
  object["p95"] = measured_ms(latency.quantile(0.95));
  object["p99"] = measured_ms(latency.quantile(0.99));
  object["max"] = measured_ms(latency.max());
  return object;
}

OrderedJson calls_of(const CallStatistics& calls, double seconds) {
  OrderedJson object;
  object["requests"] = calls.outcomes.all();
  object["outcomes"] = outcomes_of(calls.outcomes);
  object["throughput_per_s"] = measured(seconds > 0 ? static_cast<double>(calls.outcomes.ok()) / seconds : 0);
  object["latency_ms"] = latency_of(calls.latency);
  return object;
}

OrderedJson ends_of(const Estimate& estimate) { return {measured(estimate.low), measured(estimate.high)}; }

/// The totals' members with means for values, and beside them the ends of their intervals.
OrderedJson estimated_totals(const TotalsEstimate& estimate) {
  OrderedJson totals;
  OrderedJson interval;
  totals["requests"] = measured(estimate.requests.mean);
  interval["requests"] = ends_of(estimate.requests);
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const std::string key(outcome_key(static_cast<Outcome>(i)));
    if (i > 0 && estimate.outcomes[i].mean == 0) continue;
    totals["outcomes"][key] = measured(estimate.outcomes[i].mean);
    interval["outcomes"][key] = ends_of(estimate.outcomes[i]);
  }
  totals["throughput_per_s"] = measured(estimate.throughput_per_s.mean);
  interval["throughput_per_s"] = ends_of(estimate.throughput_per_s);
  const auto latency = [&](const char* key, const Estimate& value) {
    totals["latency_ms"][key] = measured(value.mean);
    interval["latency_ms"][key] = ends_of(value);
  };
  latency("mean", estimate.mean_ms);
  latency("p50", estimate.p50_ms);
  latency("p95", estimate.p95_ms);
  latency("p99", estimate.p99_ms);
  latency("max", estimate.max_ms);
  totals["replications"] = estimate.runs;
  totals["interval_95"] = std::move(interval);
  return totals;
}

OrderedJson precision_of(const ReachedPrecision& precision) {
  OrderedJson object{{"wanted", measured(precision.wanted)}, {"reached", precision.reached}};
  object["batches"] = precision.batches;
  if (precision.batches == 0) return object;
  object["latency_mean_ms"] = measured(precision.mean_ms.mean);
  object["throughput_per_s"] = measured(precision.throughput_per_s.mean);
  object["interval_95"] = {{"latency_mean_ms", ends_of(precision.mean_ms)},
                           {"throughput_per_s", ends_of(precision.throughput_per_s)}};
  return object;
}

OrderedJson component_of(const Component& component, const ComponentStatistics& statistics, double seconds) {
  OrderedJson object;
  object["kind"] = description(kind_of(component.settings)).key;
  object.update(calls_of(statistics.calls, seconds));
  object["arrivals"] = statistics.arrivals;
  object["utilisation"] = measured(statistics.utilisation);
  object["worker_utilisation"] = measured(statistics.worker_utilisation);
  object["cpu_utilisation"] = measured(statistics.cpu_utilisation);
  object["queue_mean"] = measured(statistics.queue_mean);
  object["concurrency_mean"] = measured(statistics.concurrency_mean);
  object["residence_ms"] = measured_ms(statistics.residence_mean);
  object["waiting_ms"] = measured_ms(statistics.waiting_mean);
  object["service_ms"] = measured_ms(statistics.service_mean);
  object["downstream_ms"] = measured_ms(statistics.downstream_mean);
  object["wasted"] = statistics.wasted;
  object["instances_mean"] = measured(statistics.instances_mean);
  object["coalesced"] = statistics.coalesced;
  object["stale_reads"] = statistics.stale;
  object["hinted_writes"] = statistics.hinted;
  object["lost_writes"] = statistics.lost_writes;
  object["redelivered"] = statistics.redelivered;
  object["dead_letters"] = statistics.dead_letters;
  object["expired"] = statistics.expired;
  object["cold_starts"] = statistics.cold_starts;
  object["cost"] = measured(statistics.cost);
  const bool is_cache = std::holds_alternative<CacheSettings>(component.settings);
  if (is_cache || std::holds_alternative<CdnSettings>(component.settings)) {
    const std::uint64_t lookups = statistics.hits + statistics.misses;
    object["hits"] = statistics.hits;
    object["misses"] = statistics.misses;
    object["hit_ratio"] =
        lookups ? measured(static_cast<double>(statistics.hits) / static_cast<double>(lookups)) : OrderedJson(nullptr);
  }
  if (std::holds_alternative<RelationalDatabaseSettings>(component.settings))
    object["replication_lag_ms"] = measured_ms(statistics.replication_lag_mean);
  return object;
}

double per_second(std::uint64_t count, Duration length) {
  return length.nanoseconds > 0 ? static_cast<double>(count) / length.seconds() : 0;
}

OrderedJson sample_of(const Architecture& architecture, const Sample& sample, Duration interval) {
  OrderedJson object;
  const double seconds = sample.length.seconds();
  object["t_s"] = exact_seconds(sample.end);
  if (sample.length > interval) object["length_s"] = exact_seconds(sample.length);
  object["ok_per_s"] = measured(static_cast<double>(sample.outcomes.ok()) / seconds);
  object["failed_per_s"] = measured(static_cast<double>(sample.outcomes.failed()) / seconds);
  object["p50_ms"] = measured_ms(sample.latency.p50);
  object["p95_ms"] = measured_ms(sample.latency.p95);
  object["p99_ms"] = measured_ms(sample.latency.p99);
  object["in_flight"] = sample.in_flight;
  object["load"] = measured(sample.load);
  OrderedJson& components = object["components"] = OrderedJson::object();
  for (const ComponentSample& each : sample.components) {
    const Component* component = find(architecture, each.id);
    if (!component) continue;
    OrderedJson& entry = components[component->name];
    entry["ok_per_s"] = measured(per_second(each.ok, sample.length));
    entry["failed_per_s"] = measured(per_second(each.failed, sample.length));
    entry["utilisation"] = measured(static_cast<double>(each.utilisation));
    entry["queue"] = measured(static_cast<double>(each.queue));
    entry["p99_ms"] = measured_ms(each.latency.p99);
    entry["instances"] = each.instances;
    if (each.memory > 0) entry["memory"] = measured(static_cast<double>(each.memory));
    if (each.hit_ratio >= 0) entry["hit_ratio"] = measured(static_cast<double>(each.hit_ratio));
    entry["state"] = component_state_key(each.state);
  }
  return object;
}

std::string cause_text(const Event& event) {
  const std::string count = std::to_string(event.count) + " ";
  switch (event.cause) {
    case EventCause::none:
      return {};
    case EventCause::failed_checks:
      return count + "failed checks";
    case EventCause::failed_requests:
      return count + "failed requests";
    case EventCause::passed_checks:
      return count + "passed checks";
    case EventCause::fail_timeout_over:
      return "fail timeout over";
  }
  return {};
}

OrderedJson event_of(const Architecture& architecture, const Event& event) {
  OrderedJson object;
  object["t_s"] = exact_seconds(event.at);
  object["what"] = event_kind_key(event.kind);
  if (const std::string name = name_of(architecture, event.component); !name.empty()) object["component"] = name;
  if (const std::string name = name_of(architecture, event.target); !name.empty()) object["target"] = name;
  if (const std::string cause = cause_text(event); !cause.empty()) object["cause"] = cause;
  if (event.action) {
    object["do"] = description(event.action->kind).key;
    if (!description(event.action->kind).amount_label.empty()) object["amount"] = measured(event.action->amount);
  }
  if (event.count > 0) object["count"] = event.count;
  if (event.elapsed) object["elapsed_s"] = exact_seconds(*event.elapsed);
  return object;
}

/// Writes the root's members one below the other, and those of its larger members likewise.
class RootWriter {
public:
  void add(std::string_view key, const OrderedJson& value) { begin(key).append(line(value)); }

  template <class Items, class ToJson>
  void add_list(std::string_view key, const Items& items, const ToJson& to_json) {
    begin(key).append("[");
    const char* separator = "\n    ";
    for (const auto& item : items) {
      text_.append(separator).append(line(to_json(item)));
      separator = ",\n    ";
    }
    text_.append(items.empty() ? "]" : "\n  ]");
  }

  void add_members(std::string_view key, const std::vector<std::pair<std::string, OrderedJson>>& members) {
    begin(key).append("{");
    const char* separator = "\n    ";
    for (const auto& [name, value] : members) {
      text_.append(separator).append(line(name)).append(": ").append(line(value));
      separator = ",\n    ";
    }
    text_.append(members.empty() ? "}" : "\n  }");
  }

  std::string finish() { return text_ + "\n}\n"; }

private:
  std::string& begin(std::string_view key) {
    return text_.append(text_.size() > 1 ? ",\n  " : "\n  ").append(line(key)).append(": ");
  }
  std::string text_ = "{";
};

using NamedMembers = std::vector<std::pair<std::string, OrderedJson>>;

std::string class_name(const Architecture& architecture, ClassId id) {
  const RequestClass* found = find(architecture, id);
  return found ? found->name : std::string("default");
}

}  // namespace

RunResult result_of(const Simulation& simulation, RunOptions options) {
  return {simulation.architecture(),
          simulation.seed(),
          simulation.now(),
          options.warm_up,
          options.sampling_interval,
          simulation.statistics(),
          simulation.recording(),
          {},
          {},
          {},
          {}};
}

double throughput_per_second(const Statistics& statistics) {
  const double seconds = (statistics.to - statistics.from).seconds();
  return seconds > 0 ? static_cast<double>(statistics.requests.outcomes.ok()) / seconds : 0;
}

std::string run_to_json(const RunResult& result) {
  const Architecture& architecture = result.architecture;
  const Statistics& statistics = result.statistics;
  const double seconds = (statistics.to - statistics.from).seconds();

  RootWriter root;
  root.add("format", "loadframe-run");
  root.add("version", run_result_version);
  root.add("name", architecture.properties.name);
  root.add("seed", result.seed.value);
  root.add("duration_s", exact_seconds(result.duration));
  root.add("warmup_s", exact_seconds(result.warm_up));
  root.add("interval_s", exact_seconds(result.interval));

  if (result.found_warm_up)
    root.add("warmup_found",
             {{"method", "MSER-5"}, {"settled", result.found_warm_up->settled}, {"by", result.found_warm_up->by}});
  if (result.precision) root.add("precision", precision_of(*result.precision));

  OrderedJson totals = result.estimate ? estimated_totals(*result.estimate) : calls_of(statistics.requests, seconds);
  if (!result.estimate) totals["in_flight"] = statistics.in_flight;
  root.add("totals", totals);

  NamedMembers classes;
  for (const ClassStatistics& each : statistics.classes)
    classes.emplace_back(class_name(architecture, each.id), calls_of(each.requests, seconds));
  root.add_members("classes", classes);

  NamedMembers components;
  for (const ComponentStatistics& each : statistics.components)
    if (const Component* component = find(architecture, each.id))
      components.emplace_back(component->name, component_of(*component, each, seconds));
  root.add_members("components", components);

  NamedMembers links;
  for (const LinkStatistics& each : statistics.links) {
    OrderedJson link;
    link["calls"] = each.begun;
    link["outcomes"] = outcomes_of(each.calls.outcomes);
    link["latency_ms"] = latency_of(each.calls.latency);
    if (find(architecture, each.id)) links.emplace_back(name_of(architecture, each.id), std::move(link));
  }
  root.add_members("links", links);

  NamedMembers hosts;
  for (const HostStatistics& each : statistics.hosts)
    if (const Area* host = find(architecture, each.id))
      hosts.emplace_back(host->name,
                         OrderedJson{{"utilisation", measured(each.utilisation)}, {"cost", measured(each.cost)}});
  root.add_members("hosts", hosts);

  root.add("recording", {{"fine_from_s", exact_seconds(result.recording.fine_from)},
                         {"events_dropped", result.recording.events_dropped}});
  root.add_list("samples", result.recording.samples,
                [&](const auto& sample) { return sample_of(architecture, *sample, result.interval); });
  root.add_list("events", result.recording.events, [&](const Event& event) { return event_of(architecture, event); });
  return root.finish();
}

}  // namespace loadframe
