#include "exchange/preset_file.h"

#include "architecture/editing.h"
#include "architecture/suggestion.h"
#include "exchange/json_text.h"

#include <cassert>

namespace loadframe {

namespace {

constexpr std::string_view format = "loadframe-presets";
constexpr std::size_t most_presets = 10'000;

std::string place_of(std::string_view file_name, const Json& value) {
  return std::string(file_name) + ":" + std::to_string(value.line);
}

std::string text_member(const Json& object, std::string_view key) {
  const Json* value = object.member(key);
  return value && value->is_string() ? value->text : std::string();
}

/// A value as it is written in layouts, as the text of a setting.
std::string value_text(const Json& value) {
  if (value.type == Json::Type::boolean) return value.flag ? "true" : "false";
  return value.text;
}

Result<Preset> preset_from(const Json& object, std::string_view file_name) {
  if (!object.is_object())
    return error(place_of(file_name, object), "a preset is an object", "write {\"name\": …, \"kind\": …}");
  Preset preset{text_member(object, "name"),
                text_member(object, "kind"),
                text_member(object, "help"),
                text_member(object, "source"),
                {}};
  const SettingsTable* table = settings_table_of(preset.kind);
  if (!table)
    return error(place_of(file_name, object), "there is no kind " + in_quotes(preset.kind),
                 "run \"loadframe-cli kinds\" for a list");
  const Json* settings = object.member("settings");
  if (!settings || !settings->is_object())
    return error(place_of(file_name, object), "the preset " + in_quotes(preset.name) + " has no settings",
                 "add \"settings\": { … }");
  for (std::size_t i = 0; i < settings->keys.size(); ++i) {
    const std::string& key = settings->keys[i];
    const Setting* row = find_setting(*table, key);
    if (!row) {
      std::vector<std::string_view> keys;
      for (const Setting& one : *table) keys.push_back(one.key);
      return error(place_of(file_name, settings->items[i]), preset.kind + " has no setting " + in_quotes(key),
                   did_you_mean(key, keys));
    }
    auto value = setting_value_from_text(*row, value_text(settings->items[i]));
    if (!value) {
      Diagnostic problem = value.diagnostic();
      problem.where = place_of(file_name, settings->items[i]) + ": " + key;
      return problem;
    }
    preset.values.push_back({key, *std::move(value)});
  }
  return preset;
}

}  // namespace

Result<std::vector<Preset>> presets_from_text(std::string_view text, std::string_view file_name) {
  const auto root = json_from_text(text, file_name);
  if (!root) return root.diagnostic();
  if (!root->is_object() || text_member(*root, "format") != format)
    return error(std::string(file_name), "this is not a file of presets", "choose one that Loadframe has written");
  const Json* version = root->member("version");
  if (!version || !version->is_number() || version->number() != 1)
    return error(std::string(file_name), "these presets were written by a newer program", "update Loadframe");
  const Json* list = root->member("presets");
  if (!list || !list->is_array() || list->items.size() > most_presets)
    return error(std::string(file_name), "there is no list of presets", "add \"presets\": [ … ]");
  std::vector<Preset> presets;
  for (const Json& object : list->items) {
    auto preset = preset_from(object, file_name);
    if (!preset) return preset.diagnostic();
    presets.push_back(*std::move(preset));
  }
  return presets;
}

std::string presets_to_text(std::span<const Preset> presets) {
  std::string text = "{\"format\": " + json_string(format) + ", \"version\": 1,\n \"presets\": [";
  for (const Preset& preset : presets) {
    const SettingsTable* table = settings_table_of(preset.kind);
    assert(table);
    text += &preset == presets.data() ? "\n" : ",\n";
    text += "    {\"name\": " + json_string(preset.name) + ", \"kind\": " + json_string(preset.kind);
    if (!preset.help.empty()) text += ",\n     \"help\": " + json_string(preset.help);
    if (!preset.source.empty()) text += ",\n     \"source\": " + json_string(preset.source);
    text += ",\n     \"settings\": {";
    for (const Assignment& value : preset.values) {
      const Setting* row = find_setting(*table, value.key);
      if (!row) continue;
      const std::string written = setting_value_to_text(*row, value.value);
      const bool bare =
          row->type == SettingType::flag || row->type == SettingType::count || row->type == SettingType::number;
      text += (&value == preset.values.data() ? "" : ", ") + json_string(value.key) + ": " +
              (bare ? written : json_string(written));
    }
    text += "}}";
  }
  return text + "]}\n";
}

std::string settings_to_text(const Architecture& architecture, const ElementId& element) {
  Preset preset;
  preset.kind = preset_kind_of(architecture, element);
  if (const void* settings = settings_of(architecture, element))
    preset.values = all_settings(settings_table(architecture, element), settings);
  return presets_to_text(std::span(&preset, 1));
}

Result<Preset> settings_from_text(std::string_view text) {
  const auto presets = presets_from_text(text, "clipboard");
  if (!presets) return presets.diagnostic();
  if (presets->size() != 1) return error("clipboard", "there are no settings", "copy those of a component");
  return presets->front();
}

}  // namespace loadframe
