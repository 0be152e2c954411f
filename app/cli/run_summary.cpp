#include "cli/run_summary.h"

#include "analysis/failover.h"
#include "analysis/narration.h"
#include "cli/table.h"

#include <cmath>
#include <cstdio>

namespace loadframe::cli {

namespace {

constexpr std::size_t most_events = 60;
constexpr std::size_t most_faults = 20;

std::string fixed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

/// Three digits that matter: 0.213, 4.38, 61.2, 611.
std::string short_number(double value) {
  const double size = std::abs(value);
  if (size < 0.0005) return "0";
  return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

std::string grouped(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string percent(double ratio) { return fixed(100 * ratio, ratio > 0 && ratio < 0.001 ? 3 : 1) + " %"; }

double part(std::uint64_t some, std::uint64_t all) {
  return all > 0 ? static_cast<double>(some) / static_cast<double>(all) : 0;
}

std::string milliseconds_text(Duration time) { return short_number(time.milliseconds()) + " ms"; }

/// Prices have no currency: money with at least four digits that matter.
std::string cost_text(double cost) { return fixed(cost, cost >= 100 ? 2 : cost >= 1 ? 3 : cost >= 0.01 ? 4 : 6); }

std::string words(std::string_view key) {
  std::string text(key);
  for (char& letter : text)
    if (letter == '_' || letter == '-') letter = ' ';
  return text;
}

std::string outcome_table(const Statistics& statistics) {
  const OutcomeCounts& counts = statistics.requests.outcomes;
  const double seconds = (statistics.to - statistics.from).seconds();
  Table table({Align::left, Align::right, Align::right, Align::right});
  const auto rate = [&](std::uint64_t count) { return short_number(static_cast<double>(count) / seconds) + "/s"; };
  table.add({"Requests", grouped(counts.all()), rate(counts.all()), ""});
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    if (outcome != Outcome::ok && counts[outcome] == 0) continue;
    table.add({"  " + words(outcome_key(outcome)), grouped(counts[outcome]), rate(counts[outcome]),
               percent(part(counts[outcome], counts.all()))});
  }
  return table.text() + "  " + grouped(statistics.in_flight) + " still under way at the end\n";
}

std::string latency_line(const Histogram& latency) {
  if (latency.count() == 0) return "  Latency   no request ended ok\n";
  return "  Latency   mean " + milliseconds_text(latency.mean()) + ", p50 " + milliseconds_text(latency.quantile(0.5)) +
         ", p95 " + milliseconds_text(latency.quantile(0.95)) + ", p99 " + milliseconds_text(latency.quantile(0.99)) +
         ", max " + milliseconds_text(latency.max()) + "\n";
}

std::string estimate_table(const TotalsEstimate& estimate) {
  Table table({Align::left, Align::right, Align::left});
  const auto add = [&](const std::string& name, const Estimate& value, const std::string& unit) {
    table.add({name, short_number(value.mean) + unit, "± " + short_number(value.mean - value.low) + unit});
  };
  add("Requests", estimate.requests, "");
  for (std::size_t i = 0; i < outcome_count; ++i)
    if (i == 0 || estimate.outcomes[i].mean > 0)
      add("  " + words(outcome_key(static_cast<Outcome>(i))), estimate.outcomes[i], "");
  add("Throughput", estimate.throughput_per_s, "/s");
  add("Latency, mean", estimate.mean_ms, " ms");
  add("  p50", estimate.p50_ms, " ms");
  add("  p95", estimate.p95_ms, " ms");
  add("  p99", estimate.p99_ms, " ms");
  add("  max", estimate.max_ms, " ms");
  return table.text();
}

std::string precision_text(const ReachedPrecision& precision) {
  const std::string wanted = percent(precision.wanted);
  if (precision.batches == 0) return "  Precision of " + wanted + " not reached: too few ok requests to tell\n";
  const auto interval = [](const Estimate& estimate, const char* unit) {
    return short_number(estimate.mean) + " ± " + short_number(estimate.mean - estimate.low) + unit + " (" +
           percent((estimate.mean - estimate.low) / estimate.mean) + ")";
  };
  return std::string("  Precision of ") + wanted + (precision.reached ? " reached" : " NOT reached") +
         ": mean latency " + interval(precision.mean_ms, " ms") + ", throughput " +
         interval(precision.throughput_per_s, " ok/s") + "; 95 %, " + std::to_string(precision.batches) + " batches\n";
}

/// "hits 91.2 %, 3 stale reads, cost 0.0012": what else was counted, as far as there was any.
std::string notable(const ComponentStatistics& each) {
  std::string text;
  const auto add = [&text](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
  const auto count = [&](std::uint64_t number, const char* one, const char* several) {
    if (number > 0) add(grouped(number) + " " + (number == 1 ? one : several));
  };
  if (const std::uint64_t lookups = each.hits + each.misses) add("hits " + percent(part(each.hits, lookups)));
  if (std::abs(each.instances_mean - 1) > 0.005) add("instances " + short_number(each.instances_mean));
  count(each.coalesced, "coalesced", "coalesced");
  count(each.cold_starts, "cold start", "cold starts");
  count(each.stale, "stale read", "stale reads");
  count(each.hinted, "hinted write", "hinted writes");
  count(each.lost_writes, "lost write", "lost writes");
  count(each.redelivered, "redelivered", "redelivered");
  count(each.dead_letters, "dead letter", "dead letters");
  count(each.expired, "message lost", "messages lost");
  if (each.cost > 0) add("cost " + cost_text(each.cost));
  return text;
}

std::string component_table(const RunResult& result) {
  const Statistics& statistics = result.statistics;
  const double seconds = (statistics.to - statistics.from).seconds();
  Table table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::right, Align::right,
               Align::right, Align::left});
  table.add({"Component", "Kind", "Calls/s", "Failed", "Utilisation", "Queue", "p50", "p99", ""});
  for (const ComponentStatistics& each : statistics.components) {
    const Component* component = find(result.architecture, each.id);
    if (!component || std::holds_alternative<UsersSettings>(component->settings)) continue;
    const OutcomeCounts& counts = each.calls.outcomes;
    const bool any = each.calls.latency.count() > 0;
    table.add({component->name, std::string(description(kind_of(component->settings)).label),
               short_number(static_cast<double>(counts.all()) / seconds), percent(part(counts.failed(), counts.all())),
               percent(each.utilisation), short_number(each.queue_mean),
               any ? milliseconds_text(each.calls.latency.quantile(0.5)) : "–",
               any ? milliseconds_text(each.calls.latency.quantile(0.99)) : "–",
               notable(each)});
  }
  return table.text();
}

/// In all, and by the hour at this rate; nothing if nothing has a price.
std::string cost_line(const Statistics& statistics) {
  double cost = 0;
  for (const ComponentStatistics& each : statistics.components) cost += each.cost;
  for (const HostStatistics& each : statistics.hosts) cost += each.cost;
  const double hours = (statistics.to - statistics.from).seconds() / 3600;
  if (cost <= 0 || hours <= 0) return {};
  return "  Cost      " + cost_text(cost) + " in all, " + cost_text(cost / hours) + " an hour\n";
}

std::string host_table(const RunResult& result) {
  if (result.statistics.hosts.empty()) return {};
  Table table({Align::left, Align::left, Align::right, Align::left});
  table.add({"Host", "", "CPU", ""});
  for (const HostStatistics& each : result.statistics.hosts)
    if (const Area* host = find(result.architecture, each.id)) table.add(
          {host->name, "", percent(each.utilisation), each.cost > 0 ? "cost " + cost_text(each.cost) : std::string()});
  return "\n" + table.text();
}

std::string event_list(const RunResult& result) {
  const auto& events = result.recording.events;
  if (events.empty()) return {};
  Table table({Align::right, Align::left});
  for (std::size_t i = 0; i < events.size() && i < most_events; ++i) {
    const Sentence sentence = narrate(result.architecture, events[i]);
    table.add({clock_text(events[i].at), filled(sentence.pattern, sentence.arguments)});
  }
  std::string text = "\nWhat happened\n" + table.text();
  if (events.size() > most_events)
    text += "  … and " + grouped(events.size() - most_events) + " more; --json tells all of them\n";
  return text;
}

std::string fault_list(const RunResult& result) {
  const auto stories = explain_faults(result.architecture, result.recording);
  std::string text;
  for (std::size_t i = 0; i < stories.size() && i < most_faults; ++i) {
    std::string line = "  " + clock_text(stories[i].at) + "  ";
    for (const Sentence& sentence : to_sentences(result.architecture, stories[i])) {
      text += line + filled(sentence.pattern, sentence.arguments) + "\n";
      line = "    ";
    }
  }
  if (stories.size() > most_faults) text += "  … and " + grouped(stories.size() - most_faults) + " more faults\n";
  return text.empty() ? text : "\nWhat the faults did\n" + text;
}

}  // namespace

std::string summary_of(const RunResult& result) {
  const std::string& name = result.architecture.properties.name;
  std::string text = (name.empty() ? std::string("Layout") : name) + ": " + to_text(result.duration) + " simulated";
  if (result.warm_up > Duration{}) text += ", the first " + to_text(result.warm_up) + " not counted";
  if (result.found_warm_up)
    text += result.found_warm_up->settled ? " (by MSER-5, " + words(result.found_warm_up->by) + ")"
                                          : " (too short to tell how long it takes to warm up)";
  if (result.estimate)
    text += ", " + std::to_string(result.estimate->runs) + " replications from seed " +
            std::to_string(result.seed.value) + "\n\nMeans with 95 % confidence intervals\n" +
            estimate_table(*result.estimate) + "\nIn the first replication\n";
  else text += ", seed " + std::to_string(result.seed.value) + "\n\n";
  text += outcome_table(result.statistics) + "  Throughput " + short_number(throughput_per_second(result.statistics)) +
          " ok/s\n" + latency_line(result.statistics.requests.latency) + cost_line(result.statistics);
  if (result.precision) text += precision_text(*result.precision);
  return text + "\n" + component_table(result) + host_table(result) + event_list(result) + fault_list(result);
}

}  // namespace loadframe::cli
