#include "exchange/number_text.h"
#include "exchange/run_result.h"

#include <algorithm>
#include <map>

namespace loadframe {

namespace {

using OrderedJson = nlohmann::ordered_json;

/// Processes of the trace: what the viewer groups tracks by.
constexpr int requests_process = 1;
constexpr int components_process = 2;

/// A call, from its departure to the return of its answer.
struct Span {
  Hop call;
  Hop answer;
};

OrderedJson microseconds_of(Duration time) {
  const double value = static_cast<double>(time.nanoseconds) / 1e3;
  return value;
}

class TraceWriter {
public:
  explicit TraceWriter(const RunResult& result) : result_(result) {}

  std::string write() {
    name_process(requests_process, "requests");
    name_process(components_process, "components");
    add_calls();
    for (const auto& sample : result_.recording.samples) add_meters(*sample);
    for (const Event& event : result_.recording.events) add_event(event);
    return text_ + "\n]}\n";
  }

private:
  void add(const OrderedJson& entry) {
    text_.append(is_first_ ? "\n" : ",\n").append(entry.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
    is_first_ = false;
  }

  void name_process(int process, const char* name) {
    add({{"name", "process_name"}, {"ph", "M"}, {"pid", process}, {"tid", 0}, {"args", {{"name", name}}}});
  }

  /// A request's calls and their answers, paired in the order in which they were made over each link. Calls whose
  /// answer was not recorded are shown as the moment of their departure.
  void add_calls() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Hop>> open;  // by request and link
    for (const Hop& hop : result_.hops) {
      auto& waiting = open[{hop.request, hop.link.value}];
      if (!hop.response) {
        waiting.push_back(hop);
        continue;
      }
      if (waiting.empty()) continue;
      add_span({waiting.front(), hop});
      waiting.erase(waiting.begin());
    }
    for (const auto& [key, calls] : open)
      for (const Hop& call : calls)
        add({{"name", link_name(call)},
             {"cat", category(call)},
             {"ph", "n"},
             {"pid", requests_process},
             {"tid", 0},
             {"id", call.request},
             {"ts", microseconds_of(call.departed)},
             {"args", {{"outcome", "no answer"}}}});
  }

  static const char* category(const Hop& call) { return call.check ? "check" : "request"; }
  std::string link_name(const Hop& hop) const { return name_of(result_.architecture, hop.link); }

  void add_span(const Span& span) {
    OrderedJson entry{{"name", link_name(span.call)},
                      {"cat", category(span.call)},
                      {"ph", "b"},
                      {"pid", requests_process},
                      {"tid", 0},
                      {"id", span.call.request},
                      {"ts", microseconds_of(span.call.departed)}};
    entry["args"] = {{"outcome", outcome_key(span.answer.outcome)},
                     {"there_ms", measured_ms(span.call.arrived - span.call.departed)},
                     {"at_callee_ms", measured_ms(span.answer.departed - span.call.arrived)},
                     {"back_ms", measured_ms(span.answer.arrived - span.answer.departed)}};
    add(entry);
    entry["ph"] = "e";
    entry["ts"] = microseconds_of(span.answer.arrived);
    entry.erase("args");
    add(entry);
  }

  void add_meters(const Sample& sample) {
    for (const ComponentSample& each : sample.components) {
      const Component* component = find(result_.architecture, each.id);
      if (!component) continue;
      add({{"name", component->name},
           {"ph", "C"},
           {"pid", components_process},
           {"tid", 0},
           {"ts", microseconds_of(sample.end)},
           {"args",
            {{"utilisation", measured(static_cast<double>(each.utilisation))},
             {"queue", measured(static_cast<double>(each.queue))}}}});
    }
  }

  void add_event(const Event& event) {
    OrderedJson entry{{"name", event_kind_key(event.kind)},
                      {"cat", "event"},
                      {"ph", "i"},
                      {"s", "g"},
                      {"pid", components_process},
                      {"tid", 0},
                      {"ts", microseconds_of(event.at)}};
    OrderedJson args = OrderedJson::object();
    if (const std::string name = name_of(result_.architecture, event.component); !name.empty())
      args["component"] = name;
    if (const std::string name = name_of(result_.architecture, event.target); !name.empty()) args["target"] = name;
    if (event.action) entry["name"] = description(event.action->kind).key;
    if (event.count > 0) args["count"] = event.count;
    entry["args"] = std::move(args);
    add(entry);
  }

  const RunResult& result_;
  std::string text_ = "{\"displayTimeUnit\": \"ms\", \"traceEvents\": [";
  bool is_first_ = true;
};

}  // namespace

std::string run_to_trace(const RunResult& result) { return TraceWriter(result).write(); }

}  // namespace loadframe
