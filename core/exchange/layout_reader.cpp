#include "architecture/suggestion.h"
#include "exchange/data_file.h"
#include "exchange/json_text.h"
#include "exchange/layout_file.h"
#include "exchange/placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr std::size_t most_elements = 100'000;
constexpr std::size_t most_warnings = 100;
constexpr std::size_t longest_value = 256;
/// Lists of times or of a profile's steps; 10,000 times of any length fit.
constexpr std::size_t longest_list = std::size_t{256} << 10;
constexpr std::size_t deepest_area = 64;
constexpr std::string_view arrow = " -> ";

/// The way from the root to a value; made into text only where a message needs it.
struct Path {
  const Path* outer = nullptr;
  std::string_view key;
  std::size_t index = none;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::string text() const {
    std::string before = outer ? outer->text() : std::string();
    if (!before.empty()) before += '.';
    before += key.substr(0, longest_value);
    return index == none ? before : before + "[" + std::to_string(index) + "]";
  }
};

using Keys = std::vector<std::string_view>;

/// Turns a tree into an architecture. The first problem stops it: what is read after that does not count.
class LayoutReader {
public:
  LayoutReader(const Json& root, std::string_view file_name, const std::optional<std::filesystem::path>& folder)
      : root_(root), file_name_(file_name), folder_(folder) {}

  Result<Layout> read() {
    read_header();
    if (!problem_) read_areas();
    if (!problem_) read_components();
    if (!problem_) read_links();
    if (!problem_) read_classes();
    if (!problem_) read_notes();
    if (!problem_) read_scenario();
    if (problem_) return *problem_;
    architecture_.properties.unknown = unknown_members(
        root_, {},
        {"format", "version", "name", "description", "areas", "components", "links", "classes", "notes", "scenario"});
    place(architecture_, unplaced_);
    if (dropped_warnings_ > 0)
      warnings_.push_back(warning(file_name_, "and " + std::to_string(dropped_warnings_) + " more warnings"));
    return Layout{std::move(architecture_), std::move(warnings_)};
  }

private:
  // ── messages ──

  std::string place_of(const Json& value, const Path& path) const {
    const std::string way = path.text();
    return file_name_ + ":" + std::to_string(value.line) + (way.empty() ? "" : ": " + way);
  }

  void fail(const Json& value, const Path& path, std::string what, std::string remedy = {}) {
    if (!problem_) problem_ = error(place_of(value, path), std::move(what), std::move(remedy));
  }

  void warn(const Json& value, const Path& path, std::string what, std::string remedy = {}) {
    if (warnings_.size() >= most_warnings) {
      ++dropped_warnings_;
      return;
    }
    warnings_.push_back(warning(place_of(value, path), std::move(what), std::move(remedy)));
  }

  bool expect(const Json& value, Json::Type type, const Path& path, std::string_view example) {
    if (value.type == type) return true;
    fail(value, path,
         "this is " + std::string(json_type_text(value.type)) + ", not " + std::string(json_type_text(type)),
         "write " + std::string(example));
    return false;
  }

  // ── values ──

  /// A member that must be text; empty if it is missing and need not be there.
  std::string text_member(const Json& object, const Path& path, std::string_view key, std::string_view example) {
    const Json* value = object.member(key);
    if (!value) return {};
    if (!expect(*value, Json::Type::string, {&path, key}, example)) return {};
    return value->text;
  }

  std::string required_text(const Json& object, const Path& path, std::string_view key, std::string_view example) {
    if (!object.member(key)) {
      fail(object, path, "\"" + std::string(key) + "\" is missing",
           "add \"" + std::string(key) + "\": " + std::string(example));
      return {};
    }
    std::string text = text_member(object, path, key, example);
    if (text.empty()) fail(*object.member(key), {&path, key}, "this may not be empty", "write " + std::string(example));
    return text;
  }

  /// A member that is true or false; false if it is missing.
  bool flag_member(const Json& object, const Path& path, std::string_view key) {
    const Json* value = object.member(key);
    return value && expect(*value, Json::Type::boolean, {&path, key}, "true or false") && value->flag;
  }

  /// The elements of a list of the root, and how many there may be.
  const std::vector<Json>& list(std::string_view key) {
    static const std::vector<Json> nothing;
    const Json* value = root_.member(key);
    const Path path{nullptr, key};
    if (!value || !expect(*value, Json::Type::array, path, "a list: [ … ]")) return nothing;
    if (value->items.size() > most_elements) {
      fail(*value, path, "there are " + std::to_string(value->items.size()) + " " + std::string(key),
           "a layout may hold at most 100,000 of them");
      return nothing;
    }
    for (std::size_t i = 0; i < value->items.size(); ++i)
      if (!expect(value->items[i], Json::Type::object, {nullptr, key, i}, "an object: { … }")) return nothing;
    return value->items;
  }

  double coordinate(const Json& value, const Path& path, double least) {
    if (!expect(value, Json::Type::number, path, "a number of canvas units")) return 0;
    const double number = value.number();
    if (number >= least && number <= edge_of_canvas) return number;
    warn(value, path, value.text.substr(0, longest_value) + " lies beyond the canvas; moved to its edge");
    return std::clamp(number, least, edge_of_canvas);
  }

  /// Reads "at", with so many numbers; whether it was there.
  template <std::size_t Count>
  bool read_at(const Json& element, const Path& element_path, std::array<double, Count>& numbers) {
    const Json* at = element.member("at");
    if (!at) return false;
    const Path path{&element_path, "at"};
    constexpr std::string_view example = Count == 2 ? "[x, y]" : "[x, y, width, height]";
    if (!expect(*at, Json::Type::array, path, example)) return true;
    if (at->items.size() != Count) {
      fail(*at, path,
           "there must be " + std::to_string(Count) + " numbers here, not " + std::to_string(at->items.size()),
           "write " + std::string(example));
      return true;
    }
    for (std::size_t i = 0; i < Count; ++i)
      numbers[i] = coordinate(at->items[i], {&element_path, "at", i}, i < 2 ? -edge_of_canvas : 0);
    return true;
  }

  bool read_rectangle(const Json& element, const Path& path, Rectangle& rectangle) {
    std::array<double, 4> numbers{};
    const bool found = read_at(element, path, numbers);
    rectangle = {numbers[0], numbers[1], numbers[2], numbers[3]};
    return found;
  }

  // ── members that this version does not know ──

  /// What is kept of an element: its unknown members, and under "settings" its unknown settings.
  std::string unknown_members(const Json& element, const Path& path, const Keys& known,
                              const Json* unknown_settings = nullptr) {
    Json kept;
    kept.type = Json::Type::object;
    if (unknown_settings && !unknown_settings->items.empty()) {
      kept.keys.emplace_back("settings");
      kept.items.push_back(*unknown_settings);
    }
    for (std::size_t i = 0; i < element.keys.size(); ++i) {
      const std::string& key = element.keys[i];
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      warn(element.items[i], {&path, key},
           "this version does not know " + in_quotes(key) + "; it is kept, without effect", did_you_mean(key, known));
      kept.keys.push_back(key);
      kept.items.push_back(element.items[i]);
    }
    return kept.items.empty() ? std::string() : json_to_text(kept);
  }

  // ── settings ──

  void read_setting(const Setting& row, const Json& value, const Path& path, void* settings) {
    if (value.type == Json::Type::boolean) {
      if (row.type == SettingType::flag) row.set(settings, value.flag);
      else
        expect(
            value,
            row.type == SettingType::count || row.type == SettingType::number ? Json::Type::number : Json::Type::string,
            path, "\"" + setting_value_to_text(row, row.default_value) + "\", for example");
      return;
    }
    if (!value.is_string() && !value.is_number()) {
      fail(value, path, "a setting may not be " + std::string(json_type_text(value.type)),
           "write \"" + setting_value_to_text(row, row.default_value) + "\", for example");
      return;
    }
    const bool holds_list = row.type == SettingType::law || row.type == SettingType::profile;
    if (value.text.size() > (holds_list ? longest_list : longest_value)) {
      fail(value, path, "the value is too long: " + in_quotes(value.text));
      return;
    }
    std::vector<Diagnostic> notes;
    const auto read =
        folder_ ? setting_value_from_text(row, value.text, *folder_, notes) : setting_value_from_text(row, value.text);
    for (const Diagnostic& note : notes) warn(value, path, note.where + ": " + note.what, note.remedy);
    if (read) {
      row.set(settings, *read);
      return;
    }
    const Diagnostic& problem = read.diagnostic();
    fail(value, path, problem.where.empty() ? problem.what : problem.where + ": " + problem.what, problem.remedy);
  }

  /// Reads an element's "settings"; returns those that its kind does not have.
  Json read_settings(const Json& element, const Path& element_path, const SettingsTable& table, void* settings) {
    Json unknown;
    unknown.type = Json::Type::object;
    const Json* object = element.member("settings");
    const Path path{&element_path, "settings"};
    if (!object || !expect(*object, Json::Type::object, path, "an object: { … }")) return unknown;
    for (std::size_t i = 0; i < object->keys.size() && !problem_; ++i) {
      const std::string& key = object->keys[i];
      if (const Setting* row = find_setting(table, key)) {
        read_setting(*row, object->items[i], {&path, key}, settings);
        continue;
      }
      Keys candidates;
      for (const Setting& row : table) candidates.push_back(row.key);
      warn(object->items[i], {&path, key},
           "there is no setting " + in_quotes(key) + " here; it is kept, without effect",
           did_you_mean(key, candidates));
      unknown.keys.push_back(key);
      unknown.items.push_back(object->items[i]);
    }
    return unknown;
  }

  /// The description with the element's kind as its key, or none after a failure.
  template <class Descriptions>
  auto read_kind(const Json& element, const Path& path, const Descriptions& all, std::string_view example)
      -> decltype(&*all.begin()) {
    const std::string key = required_text(element, path, "kind", example);
    if (problem_) return nullptr;
    Keys candidates;
    for (const auto& description : all) {
      if (description.key == key) return &description;
      candidates.push_back(description.key);
    }
    std::string list;
    for (const std::string_view candidate : candidates) list += (list.empty() ? "" : ", ") + std::string(candidate);
    fail(*element.member("kind"), {&path, "kind"}, "there is no kind " + in_quotes(key),
         did_you_mean(key, candidates, "choose one of " + list));
    return nullptr;
  }

  // ── names ──

  void name_element(const Json& element, const Path& path, const std::string& name, ElementId id) {
    const auto [earlier, is_new] = named_.emplace(name, id);
    if (!is_new)
      fail(*element.member("name"), {&path, "name"}, "the name " + in_quotes(name) + " is taken",
           "give each component and area a name of its own");
  }

  template <class Wanted>
  Keys names_of() const {
    Keys names;
    for (const auto& [name, id] : named_)
      if (std::holds_alternative<Wanted>(id)) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
  }

  /// The component or area of that name; after a failure none.
  template <class Wanted>
  Wanted reference(const Json& element, const Path& path, std::string_view key, const std::string& name,
                   std::string_view what) {
    const auto found = named_.find(name);
    if (found != named_.end())
      if (const auto* id = std::get_if<Wanted>(&found->second)) return *id;
    fail(*element.member(key), {&path, key}, "there is no " + std::string(what) + " " + in_quotes(name),
         did_you_mean(name, names_of<Wanted>()));
    return {};
  }

  AreaId read_in(const Json& element, const Path& path) {
    const std::string name = text_member(element, path, "in", "the name of an area");
    return problem_ || name.empty() ? AreaId{} : reference<AreaId>(element, path, "in", name, "area");
  }

  // ── sections ──

  void read_header() {
    if (!expect(root_, Json::Type::object, {}, "{\"format\": \"loadframe\", \"version\": 1, …}")) return;
    const Json* format = root_.member("format");
    if (!format || !format->is_string() || format->text != "loadframe") {
      const bool run = format && format->is_string() && format->text == "loadframe-run";
      fail(format ? *format : root_, {nullptr, format ? "format" : ""},
           run ? "this is the result of a run, not a layout" : "this is not a Loadframe layout",
           run ? "open the layout that was run" : "a layout begins with {\"format\": \"loadframe\", \"version\": 1");
      return;
    }
    const Json* version = root_.member("version");
    if (!version) return fail(root_, {}, "the version is missing", "add \"version\": 1");
    const Path path{nullptr, "version"};
    if (!expect(*version, Json::Type::number, path, "1")) return;
    const double number = version->number();
    if (number < 1 || number != std::floor(number))
      return fail(*version, path, "there is no version " + in_quotes(version->text), "write 1");
    if (number > layout_version)
      return fail(*version, path, "version " + version->text.substr(0, 20) + " was written by a newer Loadframe",
                  "update the program");
    architecture_.properties.name = text_member(root_, {}, "name", "text");
    architecture_.properties.description = text_member(root_, {}, "description", "text");
  }

  void read_areas() {
    const auto& items = list("areas");
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) {
      const Json& item = items[i];
      const Path path{nullptr, "areas", i};
      Area area;
      area.id = {static_cast<std::uint32_t>(i + 1)};
      area.name = required_text(item, path, "name", "\"zone-a\", for example");
      if (problem_) return;
      name_element(item, path, area.name, area.id);
      const AreaKindDescription* kind = read_kind(item, path, area_kinds(), "\"host\", for example");
      if (!kind) return;
      area.settings = default_settings(*area_kind_from_key(kind->key));
      if (!read_rectangle(item, path, area.at)) unplaced_.areas.push_back(area.id);
      const Json unknown_settings = read_settings(item, path, kind->settings, raw(area.settings));
      area.locked = flag_member(item, path, "locked");
      area.unknown = unknown_members(item, path, {"name", "kind", "in", "at", "locked", "settings"}, &unknown_settings);
      architecture_.areas.push_back(std::move(area));
    }
    for (std::size_t i = 0; i < items.size() && !problem_; ++i)
      architecture_.areas[i].parent = read_in(items[i], {nullptr, "areas", i});
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) check_nesting(items[i], i);
  }

  void check_nesting(const Json& item, std::size_t index) {
    const Path path{nullptr, "areas", index};
    AreaId outer = architecture_.areas[index].parent;
    for (std::size_t depth = 0; outer; ++depth) {
      if (outer == architecture_.areas[index].id)
        return fail(*item.member("in"), {&path, "in"},
                    "the area " + in_quotes(architecture_.areas[index].name) + " lies within itself",
                    "take one of the areas out of the circle");
      if (depth >= deepest_area) return fail(*item.member("in"), {&path, "in"}, "areas are nested more than 64 deep");
      outer = architecture_.areas[outer.value - 1].parent;
    }
  }

  void read_components() {
    const auto& items = list("components");
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) {
      const Json& item = items[i];
      const Path path{nullptr, "components", i};
      Component component;
      component.id = {static_cast<std::uint32_t>(i + 1)};
      component.name = required_text(item, path, "name", "\"web-1\", for example");
      if (problem_) return;
      name_element(item, path, component.name, component.id);
      const KindDescription* kind = read_kind(item, path, kinds(), "\"server\", for example");
      if (!kind) return;
      component.settings = default_settings(*kind_from_key(kind->key));
      component.area = read_in(item, path);
      std::array<double, 2> at{};
      if (!read_at(item, path, at)) unplaced_.components.push_back(component.id);
      component.at = {at[0], at[1]};
      const Json unknown_settings = read_settings(item, path, kind->settings, raw(component.settings));
      component.locked = flag_member(item, path, "locked");
      component.unknown =
          unknown_members(item, path, {"name", "kind", "in", "at", "locked", "settings"}, &unknown_settings);
      architecture_.components.push_back(std::move(component));
    }
  }

  static std::uint64_t pair_of(ComponentId caller, ComponentId callee) {
    return (std::uint64_t{caller.value} << 32) | callee.value;
  }

  void read_links() {
    const auto& items = list("links");
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) {
      const Json& item = items[i];
      const Path path{nullptr, "links", i};
      const std::string caller = required_text(item, path, "from", "the name of the caller");
      const std::string callee = required_text(item, path, "to", "the name of the callee");
      if (problem_) return;
      Link link;
      link.id = {static_cast<std::uint32_t>(i + 1)};
      link.caller = reference<ComponentId>(item, path, "from", caller, "component");
      link.callee = reference<ComponentId>(item, path, "to", callee, "component");
      if (problem_) return;
      if (!linked_.emplace(pair_of(link.caller, link.callee), link.id).second)
        return fail(item, path, in_quotes(caller) + " and " + in_quotes(callee) + " are linked already",
                    "remove one of the links");
      const Json unknown_settings = read_settings(item, path, link_settings(), &link.settings);
      link.label = text_member(item, path, "label", "the text on the link");
      if (link.label.size() > longest_value)
        return fail(*item.member("label"), {&path, "label"}, "the label is too long: " + in_quotes(link.label),
                    "put long texts into a note");
      link.unknown = unknown_members(item, path, {"from", "to", "label", "settings"}, &unknown_settings);
      architecture_.links.push_back(std::move(link));
    }
  }

  /// The settings of a class stand beside its name.
  void read_classes() {
    const auto& items = list("classes");
    const SettingsTable& table = request_class_settings();
    Keys known{"name"};
    for (const Setting& row : table) known.push_back(row.key);
    std::unordered_map<std::string, std::size_t> taken;
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) {
      const Json& item = items[i];
      const Path path{nullptr, "classes", i};
      RequestClass request_class;
      request_class.id = {static_cast<std::uint32_t>(i + 1)};
      request_class.name = required_text(item, path, "name", "\"browse\", for example");
      if (problem_) return;
      if (!taken.emplace(request_class.name, i).second)
        return fail(*item.member("name"), {&path, "name"}, "the name " + in_quotes(request_class.name) + " is taken",
                    "give each class a name of its own");
      for (const Setting& row : table)
        if (const Json* value = item.member(row.key))
          read_setting(row, *value, {&path, row.key}, &request_class.settings);
      request_class.unknown = unknown_members(item, path, known);
      architecture_.classes.push_back(std::move(request_class));
    }
  }

  void read_picture(const Json& item, const Path& path, Picture& picture) {
    const Json* value = item.member("picture");
    if (!value || !expect(*value, Json::Type::string, {&path, "picture"}, "\"data:image/png;base64,…\"")) return;
    auto read = picture_from_text(value->text);
    if (read) picture = *std::move(read);
    else fail(*value, {&path, "picture"}, read.diagnostic().what, read.diagnostic().remedy);
  }

  void read_notes() {
    const auto& items = list("notes");
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) {
      const Json& item = items[i];
      const Path path{nullptr, "notes", i};
      Note note;
      note.id = {static_cast<std::uint32_t>(i + 1)};
      note.text = text_member(item, path, "text", "the note's text");
      if (!read_rectangle(item, path, note.at)) note.at = {0, 0, 200, 80};
      note.locked = flag_member(item, path, "locked");
      read_picture(item, path, note.picture);
      note.unknown = unknown_members(item, path, {"text", "at", "locked", "picture"});
      architecture_.notes.push_back(std::move(note));
    }
  }

  ElementId target_named(std::string_view name) const {
    if (const auto found = named_.find(std::string(name)); found != named_.end()) return found->second;
    for (auto at = name.find(arrow); at != std::string_view::npos; at = name.find(arrow, at + 1)) {
      const auto caller = named_.find(std::string(name.substr(0, at)));
      const auto callee = named_.find(std::string(name.substr(at + arrow.size())));
      if (caller == named_.end() || callee == named_.end()) continue;
      const auto* caller_id = std::get_if<ComponentId>(&caller->second);
      const auto* callee_id = std::get_if<ComponentId>(&callee->second);
      if (!caller_id || !callee_id) continue;
      if (const auto link = linked_.find(pair_of(*caller_id, *callee_id)); link != linked_.end()) return link->second;
    }
    return {};
  }

  void read_target(const Json& item, const Path& path, ElementId& target) {
    const std::string name = text_member(item, path, "target", "the name of a component, area or link");
    if (problem_ || name.empty()) return;
    target = target_named(name);
    if (!std::holds_alternative<std::monostate>(target)) return;
    std::vector<std::string> links;
    if (name.find(arrow) != std::string::npos)
      for (const Link& link : architecture_.links)
        links.push_back(architecture_.components[link.caller.value - 1].name + std::string(arrow) +
                        architecture_.components[link.callee.value - 1].name);
    Keys candidates(links.begin(), links.end());
    if (candidates.empty())
      for (const auto& [candidate, id] : named_) candidates.push_back(candidate);
    std::sort(candidates.begin(), candidates.end());
    fail(*item.member("target"), {&path, "target"}, "there is no component, area or link " + in_quotes(name),
         did_you_mean(name, candidates));
  }

  void read_step(const Json& item, const Path& path) {
    ScenarioStep step;
    const std::string at = required_text(item, path, "at", "\"20 s\", for example");
    const std::string key = required_text(item, path, "do", "\"kill\", for example");
    if (problem_) return;
    const auto time = duration_from_text(at);
    if (!time || at.size() > longest_value)
      return fail(*item.member("at"), {&path, "at"}, in_quotes(at) + " is not a time", "write a time such as \"20 s\"");
    if (*time < Duration{}) return fail(*item.member("at"), {&path, "at"}, "a step may not be before the start");
    step.at = *time;

    const auto kind = action_kind_from_key(key);
    if (!kind) {
      Keys candidates;
      for (const ActionDescription& row : action_kinds()) candidates.push_back(row.key);
      std::string all;
      for (const std::string_view candidate : candidates) all += (all.empty() ? "" : ", ") + std::string(candidate);
      return fail(*item.member("do"), {&path, "do"}, "there is no action " + in_quotes(key),
                  did_you_mean(key, candidates, "choose one of " + all));
    }
    step.action = action(*kind, {});
    read_target(item, path, step.action.target);
    if (const Json* amount = item.member("amount"))
      if (expect(*amount, Json::Type::number, {&path, "amount"}, "a number")) step.action.amount = amount->number();
    step.unknown = unknown_members(item, path, {"at", "do", "target", "amount"});
    architecture_.properties.scenario.push_back(std::move(step));
  }

  void read_scenario() {
    const auto& items = list("scenario");
    for (std::size_t i = 0; i < items.size() && !problem_; ++i) read_step(items[i], {nullptr, "scenario", i});
    auto& steps = architecture_.properties.scenario;
    std::stable_sort(steps.begin(), steps.end(), [](const auto& one, const auto& other) { return one.at < other.at; });
  }

  const Json& root_;
  std::string file_name_;
  std::optional<std::filesystem::path> folder_;
  Architecture architecture_;
  std::vector<Diagnostic> warnings_;
  std::size_t dropped_warnings_ = 0;
  std::optional<Diagnostic> problem_;
  Unplaced unplaced_;
  std::unordered_map<std::string, ElementId> named_;
  std::unordered_map<std::uint64_t, LinkId> linked_;
};

}  // namespace

Result<Layout> layout_from_text(std::string_view text, std::string_view file_name,
                                const std::optional<std::filesystem::path>& folder) {
  try {
    const auto root = json_from_text(text, file_name);
    if (!root) return root.diagnostic();
    return LayoutReader(*root, file_name, folder).read();
  } catch (const std::bad_alloc&) {
    return error(std::string(file_name), "reading it takes more memory than there is");
  }
}

}  // namespace loadframe
