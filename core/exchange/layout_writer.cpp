#include "exchange/json_text.h"
#include "exchange/layout_file.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr std::size_t longest_line = 120;
constexpr std::size_t indent = 4;

/// A member as it is written: its key, and its value as JSON.
struct Member {
  std::string key;
  std::string value;
};
using Members = std::vector<Member>;

std::string joined(const Members& members, std::string_view separator) {
  std::string text = "{";
  for (const Member& member : members)
    text += (text.size() > 1 ? std::string(separator) : std::string()) + json_string(member.key) + ": " + member.value;
  return text + "}";
}

/// JSON's integers know no negative zero.
std::string json_number(double number) { return number_to_text(number == 0 ? 0 : number); }

std::string value_of(const Setting& row, const SettingValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return json_number(*number);
  const std::string text = setting_value_to_text(row, value);
  const bool bare = row.type == SettingType::flag || row.type == SettingType::count;
  return bare ? text : json_string(text);
}

/// The settings that differ from their defaults.
Members changed_settings(const SettingsTable& table, const void* settings) {
  Members members;
  for (const Setting& row : table) {
    const SettingValue value = row.get(settings);
    if (value != row.default_value) members.push_back({std::string(row.key), value_of(row, value)});
  }
  return members;
}

/// What the file that it came from held beside what we know.
Json kept_members(const UnknownMembers& unknown) {
  if (unknown.empty()) return {};
  auto kept = json_from_text(unknown, "unknown members");
  return kept && kept->is_object() ? *std::move(kept) : Json{};
}

void append(Members& members, const Json& object, std::optional<std::string_view> except = {}) {
  for (std::size_t i = 0; i < object.keys.size(); ++i) {
    const std::string& key = object.keys[i];
    const auto has_key = [&](const Member& member) { return member.key == key; };
    if (key != except && std::none_of(members.begin(), members.end(), has_key))
      members.push_back({key, json_to_text(object.items[i])});
  }
}

/// One element, on one line if it fits: else its settings stand below, if need be one on a line.
std::string element_text(Members members, const Members& settings, const Json& kept) {
  constexpr std::string_view next_line = ",\n     ";
  constexpr std::string_view next_setting = ",\n                  ";
  if (settings.empty()) {
    append(members, kept, "settings");
    return joined(members, ", ");
  }
  members.push_back({"settings", joined(settings, ", ")});
  const std::size_t position = members.size() - 1;
  append(members, kept, "settings");
  std::string text = joined(members, ", ");
  if (text.size() + indent <= longest_line) return text;

  const Members before(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(position));
  const Members after(members.begin() + static_cast<std::ptrdiff_t>(position) + 1, members.end());
  std::string settings_text = members[position].value;
  if (settings_text.size() + indent + 20 > longest_line) settings_text = joined(settings, next_setting);
  text = joined(before, ", ");
  text.pop_back();
  text.append(next_line).append("\"settings\": ").append(settings_text);
  if (!after.empty()) text.append(next_line).append(joined(after, ", ").substr(1, std::string::npos));
  else text += '}';
  return text;
}

/// Settings of its own, and those that this version does not know.
std::string element_with_settings(Members members, const SettingsTable& table, const void* settings,
                                  const UnknownMembers& unknown) {
  const Json kept = kept_members(unknown);
  Members all = changed_settings(table, settings);
  if (const Json* unknown_settings = kept.member("settings"); unknown_settings && unknown_settings->is_object())
    append(all, *unknown_settings);
  return element_text(std::move(members), all, kept);
}

std::string element(Members members, const UnknownMembers& unknown) {
  append(members, kept_members(unknown));
  return joined(members, ", ");
}

std::string coordinates(std::initializer_list<double> numbers) {
  std::string text;
  for (const double number : numbers) text += (text.empty() ? "[" : ", ") + json_number(number);
  return text + "]";
}

std::string coordinates(const Rectangle& rectangle) {
  return coordinates({rectangle.x, rectangle.y, rectangle.width, rectangle.height});
}

class LayoutWriter {
public:
  explicit LayoutWriter(const Architecture& architecture) : architecture_(architecture) {
    for (const Component& component : architecture.components) components_[component.id.value] = &component;
    for (const Area& area : architecture.areas) areas_[area.id.value] = &area;
  }

  std::string write() {
    const Properties& properties = architecture_.properties;
    add("format", json_string("loadframe"));
    add("version", std::to_string(layout_version));
    if (!properties.name.empty()) add("name", json_string(properties.name));
    if (!properties.description.empty()) add("description", json_string(properties.description));
    add_list("areas", architecture_.areas);
    add_list("components", architecture_.components);
    add_list("links", architecture_.links);
    add_list("classes", architecture_.classes);
    add_list("notes", architecture_.notes);
    add_list("scenario", properties.scenario);
    const Json kept = kept_members(properties.unknown);
    for (std::size_t i = 0; i < kept.keys.size(); ++i) add(kept.keys[i], json_to_text(kept.items[i]));
    return text_ + "\n}\n";
  }

private:
  void add(std::string_view key, const std::string& value) {
    text_ += (text_.size() > 1 ? ",\n  " : "\n  ") + json_string(key) + ": " + value;
  }

  template <class Element>
  void add_list(std::string_view key, const std::vector<Element>& elements) {
    std::string lines;
    for (const Element& each : elements) {
      const std::string line = text_of(each);
      if (!line.empty()) lines += (lines.empty() ? "\n    " : ",\n    ") + line;
    }
    if (!lines.empty()) add(key, "[" + lines + "\n  ]");
  }

  void add_area(Members& members, AreaId id) const {
    if (const auto area = areas_.find(id.value); area != areas_.end())
      members.push_back({"in", json_string(area->second->name)});
  }

  static void add_lock(Members& members, bool locked) {
    if (locked) members.push_back({"locked", "true"});
  }

  std::string text_of(const Area& area) const {
    const AreaKindDescription& kind = description(kind_of(area.settings));
    Members members{{"name", json_string(area.name)}, {"kind", json_string(kind.key)}};
    add_area(members, area.parent);
    members.push_back({"at", coordinates(area.at)});
    add_lock(members, area.locked);
    return element_with_settings(std::move(members), kind.settings, raw(area.settings), area.unknown);
  }

  std::string text_of(const Component& component) const {
    const KindDescription& kind = description(kind_of(component.settings));
    Members members{{"name", json_string(component.name)}, {"kind", json_string(kind.key)}};
    add_area(members, component.area);
    members.push_back({"at", coordinates({component.at.x, component.at.y})});
    add_lock(members, component.locked);
    return element_with_settings(std::move(members), kind.settings, raw(component.settings), component.unknown);
  }

  /// Empty for a link that has lost an end, since no file could hold it.
  std::string text_of(const Link& link) const {
    const auto caller = components_.find(link.caller.value);
    const auto callee = components_.find(link.callee.value);
    if (caller == components_.end() || callee == components_.end()) return {};
    Members members{{"from", json_string(caller->second->name)}, {"to", json_string(callee->second->name)}};
    if (!link.label.empty()) members.push_back({"label", json_string(link.label)});
    return element_with_settings(std::move(members), link_settings(), &link.settings, link.unknown);
  }

  std::string text_of(const RequestClass& request_class) const {
    Members members{{"name", json_string(request_class.name)}};
    for (Member& member : changed_settings(request_class_settings(), &request_class.settings))
      members.push_back(std::move(member));
    return element(std::move(members), request_class.unknown);
  }

  std::string text_of(const Note& note) const {
    Members members{{"text", json_string(note.text)}, {"at", coordinates(note.at)}};
    add_lock(members, note.locked);
    if (!note.picture.empty()) members.push_back({"picture", json_string(to_text(note.picture))});
    return element(std::move(members), note.unknown);
  }

  std::string text_of(const ScenarioStep& step) const {
    const ActionDescription& kind = description(step.action.kind);
    Members members{{"at", json_string(to_text(step.at))}, {"do", json_string(kind.key)}};
    if (const std::string target = name_of(architecture_, step.action.target); !target.empty())
      members.push_back({"target", json_string(target)});
    if (step.action.amount != kind.default_amount) members.push_back({"amount", json_number(step.action.amount)});
    return element(std::move(members), step.unknown);
  }

  const Architecture& architecture_;
  std::unordered_map<std::uint32_t, const Component*> components_;
  std::unordered_map<std::uint32_t, const Area*> areas_;
  std::string text_ = "{";
};

}  // namespace

std::string layout_to_text(const Architecture& architecture) { return LayoutWriter(architecture).write(); }

}  // namespace loadframe
