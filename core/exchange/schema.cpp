#include "exchange/schema.h"

#include "exchange/layout_file.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace loadframe {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr const char* draft = "https://json-schema.org/draft/2020-12/schema";
/// A decimal number, as in "1.5 s" or "2e3/s".
constexpr const char* number_pattern = R"(^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)";
constexpr const char* time_units = R"(\s*(ns|us|µs|ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days)\s*$)";

OrderedJson text_like(const std::string& pattern, const char* example) {
  return {{"type", "string"}, {"pattern", pattern}, {"examples", OrderedJson::array({example})}};
}

OrderedJson one_of(const char* word, OrderedJson other) {
  OrderedJson alternatives = OrderedJson::array();
  alternatives.push_back({{"const", word}});
  alternatives.push_back(std::move(other));
  return {{"anyOf", std::move(alternatives)}};
}

OrderedJson duration_schema() {
  return text_like(std::string("(") + number_pattern + time_units + R"()|(^\s*0\s*$))", "20 ms");
}

OrderedJson law_schema() {
  const std::string unit = R"(\s*(ns|us|µs|ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days))";
  const std::string time = "([0-9.eE+-]+" + unit + "|0)";
  const std::string number = R"(\s*[0-9.]+\s*$)";
  return text_like(R"(^\s*((constant|exponential)\s+)?)" + time + R"(\s*$|^\s*(uniform|erlang|hyperexponential|)" +
                       R"(lognormal|gamma|weibull|pareto)\s+)" + time + R"(\s*(spread|stages|cv|alpha))" + number +
                       R"(|^\s*bimodal\s+)" + time + R"(\s*slow\s*)" + time + R"(\s*share\s*[0-9.]+\s*%?\s*$)" +
                       R"(|^\s*empirical\s+[0-9].*$|^\s*(empirical\s+)?@.+$)",
                   "lognormal 50 ms cv 0.8");
}

OrderedJson profile_schema() {
  return text_like(R"(^\s*(constant|(ramp|spike|diurnal|steps|line)\s+[0-9.].*|((steps|line)\s+)?@.+)\s*$)",
                   "spike 5 at 30 s for 10 s");
}

OrderedJson limits(const char* type, Range range) {
  OrderedJson schema{{"type", type}};
  const auto limit = [](double value) -> OrderedJson {
    if (value == std::floor(value)) return static_cast<std::int64_t>(value);
    return value;
  };
  schema["minimum"] = limit(range.least);
  schema["maximum"] = limit(range.most);
  return schema;
}

OrderedJson value_schema(const Setting& row) {
  switch (row.type) {
    case SettingType::flag:
      return {{"type", "boolean"}};
    case SettingType::count:
      return limits("integer", row.range);
    case SettingType::number:
      return limits("number", row.range);
    case SettingType::duration:
      return duration_schema();
    case SettingType::rate:
      return text_like(std::string(number_pattern) + R"(\s*[kKMG]?\s*(/s|/sec|/min|/h|rps|qps)\s*$)", "500/s");
    case SettingType::bytes:
      return text_like(std::string(number_pattern) + R"(\s*([TGMK]i?B|kB|B|bytes)?\s*$)", "2 GiB");
    case SettingType::share:
      return text_like(std::string(number_pattern) + R"(\s*%?\s*$)", "5 %");
    case SettingType::bandwidth:
      return text_like(std::string(number_pattern) + R"(\s*([kKMG]?bit(/s)?|[kMG]?bps|[kMG]?B/s)\s*$)", "100 Mbit/s");
    case SettingType::law:
      return law_schema();
    case SettingType::profile:
      return profile_schema();
    case SettingType::automatic_duration:
      return one_of("auto", duration_schema());
    case SettingType::choice: {
      OrderedJson keys = OrderedJson::array();
      for (const ChoiceWord& choice : row.choices) keys.push_back(choice.key);
      return {{"enum", std::move(keys)}};
    }
  }
  return true;
}

OrderedJson setting_schema(const Setting& row) {
  OrderedJson schema{{"title", row.label}};
  std::string help(row.help);
  if (const std::string range = range_text(row); !range.empty()) help += " Range: " + range + ".";
  schema["description"] = help;
  schema.update(value_schema(row));
  if (!row.source.empty()) schema["$comment"] = "Default: " + std::string(row.source);
  if (const auto* flag = std::get_if<bool>(&row.default_value)) schema["default"] = *flag;
  else if (const auto* count = std::get_if<std::int64_t>(&row.default_value)) schema["default"] = *count;
  else if (const auto* number = std::get_if<double>(&row.default_value)) schema["default"] = *number;
  else schema["default"] = setting_value_to_text(row, row.default_value);
  return schema;
}

OrderedJson settings_schema(const SettingsTable& table) {
  OrderedJson properties = OrderedJson::object();
  for (const Setting& row : table) properties[std::string(row.key)] = setting_schema(row);
  return {{"type", "object"}, {"properties", std::move(properties)}};
}

OrderedJson reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

OrderedJson text(const char* meaning) { return {{"description", meaning}, {"type", "string"}}; }

/// Members that elements of all kinds have, and for each kind its settings.
template <class Descriptions>
OrderedJson kinds_schema(const Descriptions& all, OrderedJson common, const std::string& prefix) {
  OrderedJson words = OrderedJson::array();
  OrderedJson cases = OrderedJson::array();
  for (const auto& kind : all) {
    const std::string key(kind.key);
    words.push_back({{"const", key}, {"title", kind.label}, {"description", kind.help}});
    cases.push_back({{"if", {{"properties", {{"kind", {{"const", key}}}}}}},
                     {"then", {{"properties", {{"settings", reference(prefix + key)}}}}}});
  }
  common["kind"] = {{"oneOf", std::move(words)}};
  return {{"type", "object"},
          {"required", OrderedJson::array({"name", "kind"})},
          {"properties", std::move(common)},
          {"allOf", std::move(cases)}};
}

OrderedJson numbers(int count, const char* meaning) {
  return {{"description", meaning},
          {"type", "array"},
          {"items", {{"type", "number"}}},
          {"minItems", count},
          {"maxItems", count}};
}

OrderedJson list_of(OrderedJson items, const char* meaning) {
  return {{"description", meaning}, {"type", "array"}, {"maxItems", 100'000}, {"items", std::move(items)}};
}

OrderedJson name_schema(const char* meaning) {
  OrderedJson schema = text(meaning);
  schema["minLength"] = 1;
  return schema;
}

OrderedJson lock_schema() {
  return {{"description", "Not to be moved, resized or removed by hand."}, {"type", "boolean"}, {"default", false}};
}

OrderedJson label_schema() {
  OrderedJson schema = text("Written on the link.");
  schema["maxLength"] = 256;
  return schema;
}

OrderedJson picture_schema() {
  OrderedJson schema = text("A PNG, JPEG or SVG file of at most 2 MiB, in base64.");
  schema["pattern"] = "^data:image/(png|jpeg|svg\\+xml);base64,[A-Za-z0-9+/]+=*$";
  return schema;
}

OrderedJson area_schema() {
  return kinds_schema(area_kinds(),
                      {{"name", name_schema("Unique among areas and components.")},
                       {"in", text("The area that this one lies in.")},
                       {"at", numbers(4, "Left, top, width and height on the canvas. Left out: it is given a place.")},
                       {"locked", lock_schema()}},
                      "area-");
}

OrderedJson component_schema() {
  return kinds_schema(kinds(),
                      {{"name", name_schema("Unique among areas and components.")},
                       {"in", text("The innermost area that contains it.")},
                       {"at", numbers(2, "Left and top on the canvas. Left out: it is given a place.")},
                       {"locked", lock_schema()}},
                      "component-");
}

OrderedJson link_schema() {
  return {{"type", "object"},
          {"required", OrderedJson::array({"from", "to"})},
          {"properties",
           {{"from", name_schema("The component that calls.")},
            {"to", name_schema("The component that is called.")},
            {"label", label_schema()},
            {"settings", settings_schema(link_settings())}}}};
}

OrderedJson class_schema() {
  OrderedJson properties{{"name", name_schema("Unique among classes.")}};
  for (const Setting& row : request_class_settings()) properties[std::string(row.key)] = setting_schema(row);
  return {{"type", "object"}, {"required", OrderedJson::array({"name"})}, {"properties", std::move(properties)}};
}

OrderedJson note_schema() {
  return {{"type", "object"},
          {"properties",
           {{"text", text("What it says; below the picture, if there is one.")},
            {"at", numbers(4, "Left, top, width and height on the canvas.")},
            {"locked", lock_schema()},
            {"picture", picture_schema()}}}};
}

OrderedJson step_schema() {
  OrderedJson actions = OrderedJson::array();
  for (const ActionDescription& row : action_kinds())
    actions.push_back({{"const", row.key}, {"title", row.label}, {"description", row.help}});
  OrderedJson at = duration_schema();
  at["description"] = "When, from the start of the run.";
  return {{"type", "object"},
          {"required", OrderedJson::array({"at", "do"})},
          {"properties",
           {{"at", std::move(at)},
            {"do", {{"oneOf", std::move(actions)}}},
            {"target", name_schema("A component or area by its name, or a link as \"caller -> callee\".")},
            {"amount", {{"description", "How much, for actions that take it."}, {"type", "number"}}}}}};
}

std::string finished(const OrderedJson& schema) { return schema.dump(2) + "\n"; }

}  // namespace

std::string layout_schema() {
  OrderedJson schema{
      {"$schema", draft},
      {"$id", "urn:loadframe:schema:layout:1"},
      {"title", "Loadframe layout"},
      {"description",
       "A system of components, the areas that they stand in and the links over which they call each other. "
       "Members with their default value may be left out. Unknown members are kept."},
      {"type", "object"},
      {"required", OrderedJson::array({"format", "version"})}};
  schema["properties"] = {
      {"format", {{"const", "loadframe"}}},
      {"version", {{"const", layout_version}}},
      {"name", text("The layout's title.")},
      {"description", text("What it shows.")},
      {"areas", list_of(area_schema(), "Hosts, zones, regions and groups.")},
      {"components", list_of(component_schema(), "Boxes on the canvas.")},
      {"links", list_of(link_schema(), "Who calls whom. A caller calls its links in this order.")},
      {"classes", list_of(class_schema(), "What users ask for. None: one class of reads with all defaults.")},
      {"notes", list_of(note_schema(), "Text on the canvas.")},
      {"scenario", list_of(step_schema(), "What happens by itself during a run.")}};
  OrderedJson& definitions = schema["$defs"] = OrderedJson::object();
  for (const AreaKindDescription& kind : area_kinds())
    definitions["area-" + std::string(kind.key)] = settings_schema(kind.settings);
  for (const KindDescription& kind : kinds())
    definitions["component-" + std::string(kind.key)] = settings_schema(kind.settings);
  return finished(schema);
}

}  // namespace loadframe
