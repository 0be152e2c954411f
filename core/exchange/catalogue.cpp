#include "exchange/catalogue.h"

#include "architecture/architecture.h"
#include "exchange/preset_file.h"

#include <nlohmann/json.hpp>

namespace loadframe {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson setting_of(const Setting& row) {
  OrderedJson object{{"key", row.key}, {"label", row.label}, {"type", setting_type_key(row.type)}};
  if (row.type == SettingType::choice) {
    OrderedJson& choices = object["choices"] = OrderedJson::array();
    for (const ChoiceWord& choice : row.choices) choices.push_back({{"key", choice.key}, {"label", choice.label}});
  } else if (row.type != SettingType::flag) {
    object["range"] = range_text(row);
  }
  object["default"] = setting_value_to_text(row, row.default_value);
  object["help"] = row.help;
  if (!row.source.empty()) object["source"] = row.source;
  if (!row.group.empty()) object["group"] = row.group;
  return object;
}

OrderedJson settings_of(const SettingsTable& table) {
  OrderedJson list = OrderedJson::array();
  for (const Setting& row : table) list.push_back(setting_of(row));
  return list;
}

std::string_view tier_key(Tier tier) {
  switch (tier) {
    case Tier::entry:
      return "entry";
    case Tier::compute:
      return "compute";
    case Tier::data:
      return "data";
    case Tier::messaging:
      return "messaging";
  }
  return {};
}

}  // namespace

std::string catalogue_to_json() {
  OrderedJson catalogue;
  OrderedJson& components = catalogue["components"] = OrderedJson::array();
  for (const KindDescription& kind : kinds())
    components.push_back({{"key", kind.key},
                          {"label", kind.label},
                          {"tier", tier_key(kind.tier)},
                          {"help", kind.help},
                          {"may_call", kind.callees},
                          {"settings", settings_of(kind.settings)}});
  OrderedJson& areas = catalogue["areas"] = OrderedJson::array();
  for (const AreaKindDescription& kind : area_kinds())
    areas.push_back(
        {{"key", kind.key}, {"label", kind.label}, {"help", kind.help}, {"settings", settings_of(kind.settings)}});
  catalogue["link"] = {{"settings", settings_of(link_settings())}};
  catalogue["class"] = {{"settings", settings_of(request_class_settings())}};
  OrderedJson& presets = catalogue["presets"] = OrderedJson::array();
  for (const Preset& preset : program_presets()) {
    OrderedJson values = OrderedJson::object();
    for (const Assignment& value : preset.values)
      values[value.key] = setting_value_to_text(*find_setting(*settings_table_of(preset.kind), value.key), value.value);
    presets.push_back({{"name", preset.name},
                       {"kind", preset.kind},
                       {"help", preset.help},
                       {"source", preset.source},
                       {"settings", std::move(values)}});
  }
  OrderedJson& actions = catalogue["actions"] = OrderedJson::array();
  for (const ActionDescription& row : action_kinds()) {
    OrderedJson action{{"key", row.key}, {"label", row.label}, {"help", row.help}};
    if (!row.amount_label.empty()) {
      action["amount"] = row.amount_label;
      action["default_amount"] = row.default_amount;
    }
    actions.push_back(std::move(action));
  }
  return catalogue.dump(2) + "\n";
}

}  // namespace loadframe
