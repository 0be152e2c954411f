#include "exchange/number_text.h"
#include "exchange/run_result.h"

#include <unordered_map>

namespace loadframe {

namespace {

/// One row of comma-separated values.
class Row {
public:
  void add(std::string_view field) {
    if (!first_) text_ += ',';
    first_ = false;
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      text_ += field;
      return;
    }
    text_ += '"';
    for (const char letter : field) text_.append(letter == '"' ? 2 : 1, letter);
    text_ += '"';
  }
  void add(const nlohmann::ordered_json& number) { add(std::string_view(number.dump())); }
  void add_empty(int count) {
    for (int i = 0; i < count; ++i) add(std::string_view());
  }
  std::string finish() { return text_ + "\r\n"; }

private:
  std::string text_;
  bool first_ = true;
};

constexpr int component_columns = 6;

std::string heading(const Architecture& architecture) {
  Row row;
  for (const char* name : {"t_s", "load", "in_flight", "ok_per_s", "failed_per_s", "p50_ms", "p95_ms", "p99_ms"})
    row.add(std::string_view(name));
  for (const Component& component : architecture.components)
    for (const char* name : {".ok_per_s", ".failed_per_s", ".utilisation", ".queue", ".p99_ms", ".state"})
      row.add(std::string_view(component.name + name));
  for (const Area& area : architecture.areas)
    if (kind_of(area.settings) == AreaKind::host) row.add(std::string_view(area.name + ".utilisation"));
  return row.finish();
}

std::string row_of(const Architecture& architecture, const Sample& sample) {
  const double seconds = sample.length.seconds();
  const auto rate = [&](std::uint64_t count) { return measured(static_cast<double>(count) / seconds); };
  Row row;
  row.add(exact_seconds(sample.end));
  row.add(measured(sample.load));
  row.add(nlohmann::ordered_json(sample.in_flight));
  row.add(rate(sample.outcomes.ok()));
  row.add(rate(sample.outcomes.failed()));
  row.add(measured_ms(sample.latency.p50));
  row.add(measured_ms(sample.latency.p95));
  row.add(measured_ms(sample.latency.p99));

  std::unordered_map<std::uint32_t, const ComponentSample*> components;
  for (const ComponentSample& each : sample.components) components[each.id.value] = &each;
  for (const Component& component : architecture.components) {
    const auto found = components.find(component.id.value);
    if (found == components.end()) {
      row.add_empty(component_columns);
      continue;
    }
    const ComponentSample& each = *found->second;
    row.add(rate(each.ok));
    row.add(rate(each.failed));
    row.add(measured(static_cast<double>(each.utilisation)));
    row.add(measured(static_cast<double>(each.queue)));
    row.add(measured_ms(each.latency.p99));
    row.add(component_state_key(each.state));
  }

  std::unordered_map<std::uint32_t, float> hosts;
  for (const HostSample& each : sample.hosts) hosts[each.id.value] = each.utilisation;
  for (const Area& area : architecture.areas) {
    if (kind_of(area.settings) != AreaKind::host) continue;
    const auto found = hosts.find(area.id.value);
    if (found == hosts.end()) row.add_empty(1);
    else row.add(measured(static_cast<double>(found->second)));
  }
  return row.finish();
}

}  // namespace

std::string samples_to_csv(const RunResult& result) {
  std::string text = heading(result.architecture);
  for (const auto& sample : result.recording.samples) text += row_of(result.architecture, *sample);
  return text;
}

}  // namespace loadframe
