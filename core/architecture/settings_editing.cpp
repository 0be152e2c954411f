#include "architecture/draft.h"
#include "architecture/editing.h"
#include "architecture/naming.h"
#include "architecture/presets.h"
#include "architecture/suggestion.h"

namespace loadframe {

namespace {

using editing::Draft;

const SettingsTable& table_of(const Component& component) { return description(kind_of(component.settings)).settings; }
const SettingsTable& table_of(const Area& area) { return description(kind_of(area.settings)).settings; }
const SettingsTable& table_of(const Link&) { return link_settings(); }
const SettingsTable& table_of(const RequestClass&) { return request_class_settings(); }

template <class Element>
auto* struct_of(Element& element) {
  if constexpr (requires { raw(element.settings); }) return raw(element.settings);
  else return &element.settings;
}

/// The value as the row takes it: times that may be automatic and others stand for each other.
std::optional<SettingValue> fitting(const Setting& row, const SettingValue& value) {
  SettingValue fit = value;
  if (row.type == SettingType::automatic_duration) {
    if (const auto* given = std::get_if<Duration>(&value)) fit = AutomaticDuration{*given};
  } else if (row.type == SettingType::duration) {
    if (const auto* given = std::get_if<AutomaticDuration>(&value); given && *given) fit = **given;
  }
  if (static_cast<SettingType>(fit.index()) != row.type || out_of_range(row, fit)) return std::nullopt;
  return fit;
}

template <class Element>
void set_one(Draft& draft, Id<Element> id, std::string_view key, const SettingValue& value) {
  const Element* before = find(draft.now(), id);
  if (!before) return;
  const Setting* row = find_setting(table_of(*before), key);
  if (!row) return;
  const auto fit = fitting(*row, value);
  if (!fit) return;
  Element element = *before;
  row->set(struct_of(element), *fit);
  draft.replace(element);
}

void set_one(Draft&, NoteId, std::string_view, const SettingValue&) {}
void set_one(Draft&, std::monostate, std::string_view, const SettingValue&) {}

const RequestClass* find_class(const Architecture& architecture, std::string_view name) {
  for (const RequestClass& request_class : architecture.classes)
    if (request_class.name == name) return &request_class;
  return nullptr;
}

std::string listed(const std::vector<std::string_view>& keys) {
  if (keys.empty()) return TR("it has no settings");
  std::string text = "its settings are ";
  for (const std::string_view& key : keys) text += (&key == &keys.front() ? "" : ", ") + std::string(key);
  return text;
}

Diagnostic unknown_element(const Architecture& architecture, std::string_view name) {
  const std::vector<std::string> names = names_in(architecture);
  std::vector<std::string_view> known(names.begin(), names.end());
  for (const RequestClass& request_class : architecture.classes) known.push_back(request_class.name);
  return error({}, "no component, area, link or request class is called " + in_quotes(name), did_you_mean(name, known));
}

Diagnostic unknown_setting(std::string_view element, const SettingsTable& table, std::string_view key) {
  std::vector<std::string_view> keys;
  for (const Setting& row : table) keys.push_back(row.key);
  return error(std::string(element), "there is no setting " + in_quotes(key), did_you_mean(key, keys, listed(keys)));
}

}  // namespace

const SettingsTable& settings_table(const Architecture& architecture, const ElementId& element) {
  static const SettingsTable none;
  return std::visit(
      [&]<class Identity>(Identity id) -> const SettingsTable& {
        if constexpr (!std::is_same_v<Identity, std::monostate> && !std::is_same_v<Identity, NoteId>) {
          if (const auto* found = find(architecture, id)) return table_of(*found);
        }
        return none;
      },
      element);
}

const void* settings_of(const Architecture& architecture, const ElementId& element) {
  return std::visit(
      [&]<class Identity>(Identity id) -> const void* {
        if constexpr (!std::is_same_v<Identity, std::monostate> && !std::is_same_v<Identity, NoteId>) {
          if (const auto* found = find(architecture, id)) return struct_of(*found);
        }
        return nullptr;
      },
      element);
}

Change set_setting(const Architecture& architecture, std::span<const ElementId> elements, std::string_view key,
                   const SettingValue& value) {
  Draft draft(architecture);
  for (const ElementId& element : elements) std::visit([&](auto id) { set_one(draft, id, key, value); }, element);
  return std::move(draft).finish();
}

Change set_settings(const Architecture& architecture, std::span<const ElementId> elements,
                    std::span<const Assignment> values) {
  Draft draft(architecture);
  for (const ElementId& element : elements)
    for (const Assignment& value : values)
      std::visit([&](auto id) { set_one(draft, id, value.key, value.value); }, element);
  return std::move(draft).finish();
}

Change reset_settings(const Architecture& architecture, std::span<const ElementId> elements,
                      std::span<const std::string_view> keys) {
  Draft draft(architecture);
  for (const ElementId& element : elements)
    for (const Setting& row : settings_table(architecture, element))
      if (keys.empty() || std::find(keys.begin(), keys.end(), row.key) != keys.end())
        std::visit([&](auto id) { set_one(draft, id, row.key, row.default_value); }, element);
  return std::move(draft).finish();
}

Change set_setting(const Architecture& architecture, ClassId id, std::string_view key, const SettingValue& value) {
  Draft draft(architecture);
  set_one(draft, id, key, value);
  return std::move(draft).finish();
}

Result<Change> set_setting_from_text(const Architecture& architecture, std::string_view element, std::string_view key,
                                     std::string_view value, const SettingReader& read_value) {
  const ElementId id = find_by_name(architecture, element);
  const bool is_element = !std::holds_alternative<std::monostate>(id);
  const RequestClass* request_class = is_element ? nullptr : find_class(architecture, element);
  if (!is_element && !request_class) return unknown_element(architecture, element);

  const SettingsTable& table = request_class ? table_of(*request_class) : settings_table(architecture, id);
  const Setting* row = find_setting(table, key);
  if (!row) return unknown_setting(element, table, key);
  const auto read = read_value ? read_value(*row, value) : setting_value_from_text(*row, value);
  if (!read) {
    Diagnostic problem = read.diagnostic();
    if (!problem.where.empty()) problem.what = problem.where + ": " + problem.what;
    problem.where = std::string(element) + "." + std::string(key);
    return problem;
  }
  if (request_class) return set_setting(architecture, request_class->id, key, *read);
  return set_setting(architecture, std::span(&id, 1), key, *read);
}

}  // namespace loadframe
