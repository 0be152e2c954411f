#pragma once

#include "architecture/change.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Named sets of values for settings: "PostgreSQL default", "t3.medium-like".
namespace loadframe {

/// A value for the setting with that key.
struct Assignment {
  std::string key;
  SettingValue value;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

struct Preset {
  std::string name;
  std::string kind;                ///< key of a kind of components or areas, or "link"
  std::string help;                ///< what it stands for; may be empty
  std::string source;              ///< where its values come from
  std::vector<Assignment> values;  ///< what it does not name stays as it is
  friend bool operator==(const Preset&, const Preset&) = default;
};

/// The settings of a kind of components or areas, or of links ("link"); none if nothing is called so.
const SettingsTable* settings_table_of(std::string_view kind);

/// The key by which presets name what the element is; empty for elements without settings.
std::string_view preset_kind_of(const Architecture& architecture, const ElementId& element);

/// A setting that would become another.
struct SettingDifference {
  const Setting* setting = nullptr;
  SettingValue before;
  SettingValue after;
};

/// What a preset would change. @param settings the struct of the table of the preset's kind
std::vector<SettingDifference> differences(const Preset& preset, const void* settings);

/// The presets of that kind whose values the settings have, but for those that only name a part of what another one
/// does: settings can be those of a machine and those of a program. The one that names most comes first.
std::vector<const Preset*> presets_of(std::span<const Preset> presets, std::string_view kind, const void* settings);

/// Every setting of the element that is not at its default.
std::vector<Assignment> changed_settings(const SettingsTable& table, const void* settings);

/// All settings, also those at their defaults.
std::vector<Assignment> all_settings(const SettingsTable& table, const void* settings);

/// Gives each of the elements those of the values that it has a setting for, and that it may have.
Change set_settings(const Architecture& architecture, std::span<const ElementId> elements,
                    std::span<const Assignment> values);

/// Gives each of the elements the defaults of its own kind for the settings with these keys; none: for all.
Change reset_settings(const Architecture& architecture, std::span<const ElementId> elements,
                      std::span<const std::string_view> keys);

}  // namespace loadframe
