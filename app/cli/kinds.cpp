#include "architecture/architecture.h"
#include "architecture/suggestion.h"
#include "cli/commands.h"
#include "cli/streams.h"
#include "exchange/catalogue.h"
#include "exchange/preset_file.h"

namespace loadframe::cli {

namespace {

constexpr Option options[] = {{"json", "", "Print all as JSON, with ranges, labels and sources."}};

std::string table_text(const SettingsTable& table) {
  std::string text;
  for (const Setting& row : table) {
    std::string name = "  " + std::string(row.key);
    name.resize(std::max<std::size_t>(name.size() + 2, 20), ' ');
    std::string value = setting_value_to_text(row, row.default_value);
    value.resize(std::max<std::size_t>(value.size() + 2, 22), ' ');
    text += name + value + std::string(row.help);
    if (!row.choices.empty()) {
      std::string words;
      for (const ChoiceWord& choice : row.choices) words += (words.empty() ? " [" : ", ") + std::string(choice.key);
      text += words + "]";
    }
    text += "\n";
  }
  return text;
}

std::string presets_text(std::string_view kind) {
  std::string text;
  for (const Preset& preset : program_presets()) {
    if (preset.kind != kind) continue;
    std::string values;
    for (const Assignment& value : preset.values)
      values += (values.empty() ? "" : ", ") + value.key + " " +
                setting_value_to_text(*find_setting(*settings_table_of(kind), value.key), value.value);
    text += "  preset \"" + preset.name + "\": " + values + "\n";
  }
  return text;
}

struct Section {
  std::string key;
  std::string text;
};

std::vector<Section> sections() {
  std::vector<Section> all;
  const auto add = [&](std::string_view key, std::string_view help, const SettingsTable& table) {
    std::string text = std::string(key) + ": " + std::string(help) + "\n";
    all.push_back({std::string(key), text + table_text(table) + presets_text(key)});
  };
  for (const KindDescription& kind : kinds()) add(kind.key, kind.help, kind.settings);
  for (const AreaKindDescription& kind : area_kinds()) add(kind.key, kind.help, kind.settings);
  add("link", "How the caller calls over it.", link_settings());
  add("class", "What users ask for.", request_class_settings());
  std::string actions = "actions: What a scenario or --at can do.\n";
  for (const ActionDescription& row : action_kinds()) {
    std::string name = "  " + std::string(row.key);
    name.resize(20, ' ');
    actions += name + std::string(row.help) + "\n";
  }
  all.push_back({"actions", actions});
  return all;
}

int print_kinds(const Arguments& arguments) {
  if (arguments.has("json")) return print(catalogue_to_json());
  std::string text;
  const auto all = sections();
  std::vector<std::string_view> keys;
  for (const Section& section : all) {
    keys.push_back(section.key);
    if (arguments.operand().empty() || arguments.operand() == section.key)
      text += (text.empty() ? "" : "\n") + section.text;
  }
  if (!text.empty()) return print(text);
  return usage_error(arguments, error({}, "there is no kind " + in_quotes(arguments.operand()),
                                      did_you_mean(arguments.operand(), keys)));
}

}  // namespace

const Command& kinds_command() {
  static const Command command{.name = "kinds",
                               .operand = "KIND",
                               .need = Command::Operand::optional,
                               .summary = "Print the kinds of components and areas, with their settings and defaults.",
                               .details = {},
                               .options = options,
                               .run = print_kinds};
  return command;
}

}  // namespace loadframe::cli
