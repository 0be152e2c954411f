#include "architecture/presets.h"

#include "architecture/editing.h"

#include <algorithm>

namespace loadframe {

const SettingsTable* settings_table_of(std::string_view kind) {
  if (kind == "link") return &link_settings();
  if (const auto component = kind_from_key(kind)) return &description(*component).settings;
  if (const auto area = area_kind_from_key(kind)) return &description(*area).settings;
  return nullptr;
}

std::string_view preset_kind_of(const Architecture& architecture, const ElementId& element) {
  if (const auto* component_id = std::get_if<ComponentId>(&element)) {
    const Component* component = find(architecture, *component_id);
    return component ? description(kind_of(component->settings)).key : std::string_view();
  }
  if (const auto* area_id = std::get_if<AreaId>(&element)) {
    const Area* area = find(architecture, *area_id);
    return area ? description(kind_of(area->settings)).key : std::string_view();
  }
  return std::holds_alternative<LinkId>(element) ? "link" : std::string_view();
}

std::vector<SettingDifference> differences(const Preset& preset, const void* settings) {
  std::vector<SettingDifference> found;
  const SettingsTable* table = settings_table_of(preset.kind);
  if (!table) return found;
  for (const Assignment& value : preset.values) {
    const Setting* row = find_setting(*table, value.key);
    if (!row) continue;
    SettingValue now = row->get(settings);
    if (now != value.value) found.push_back({row, std::move(now), value.value});
  }
  return found;
}

std::vector<const Preset*> presets_of(std::span<const Preset> presets, std::string_view kind, const void* settings) {
  std::vector<const Preset*> found;
  for (const Preset& preset : presets)
    if (preset.kind == kind && !preset.values.empty() && differences(preset, settings).empty())
      found.push_back(&preset);
  std::stable_sort(found.begin(), found.end(),
                   [](const Preset* a, const Preset* b) { return a->values.size() > b->values.size(); });
  const auto names = [](const Preset& preset, const Assignment& value) {
    return std::find(preset.values.begin(), preset.values.end(), value) != preset.values.end();
  };
  std::vector<const Preset*> whole;
  for (const Preset* preset : found) {
    const bool is_part = std::any_of(whole.begin(), whole.end(), [&](const Preset* other) {
      return std::all_of(preset->values.begin(), preset->values.end(),
                         [&](const Assignment& value) { return names(*other, value); });
    });
    if (!is_part) whole.push_back(preset);
  }
  return whole;
}

std::vector<Assignment> changed_settings(const SettingsTable& table, const void* settings) {
  std::vector<Assignment> values = all_settings(table, settings);
  std::erase_if(values,
                [&](const Assignment& value) { return find_setting(table, value.key)->default_value == value.value; });
  return values;
}

std::vector<Assignment> all_settings(const SettingsTable& table, const void* settings) {
  std::vector<Assignment> values;
  for (const Setting& row : table) values.push_back({std::string(row.key), row.get(settings)});
  return values;
}

}  // namespace loadframe
