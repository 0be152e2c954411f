#include "architecture/changing_kind.h"

#include "architecture/draft.h"
#include "architecture/naming.h"

#include <algorithm>

namespace loadframe {

namespace {

using editing::Draft;

/// Whether the name is what such a component is called by itself: "web-12".
bool is_usual_name(std::string_view name, Kind kind) {
  const std::string stem = std::string(description(kind).name_stem) + "-";
  return name.starts_with(stem) && name.size() > stem.size() &&
         name.find_first_not_of("0123456789", stem.size()) == std::string_view::npos;
}

/// The value in the words of the other row; none if it has none for it.
std::optional<SettingValue> translated(const Setting& from, const Setting& to, const SettingValue& value) {
  if (from.type != to.type) return std::nullopt;
  SettingValue fit = value;
  if (const auto* choice = std::get_if<Choice>(&value)) {
    const std::string_view word = from.choices[static_cast<std::size_t>(choice->index)].key;
    const auto same =
        std::find_if(to.choices.begin(), to.choices.end(), [&](const ChoiceWord& each) { return each.key == word; });
    if (same == to.choices.end()) return std::nullopt;
    fit = Choice{static_cast<int>(same - to.choices.begin())};
  }
  if (out_of_range(to, fit)) return std::nullopt;
  return fit;
}

ComponentSettings settings_for(const ComponentSettings& before, Kind kind) {
  ComponentSettings settings = default_settings(kind);
  for (const Setting& from : description(kind_of(before)).settings) {
    const SettingValue value = from.get(raw(before));
    if (value == from.default_value) continue;
    const Setting* to = find_setting(description(kind).settings, from.key);
    if (!to) continue;
    if (const auto fit = translated(from, *to, value)) to->set(raw(settings), *fit);
  }
  return settings;
}

}  // namespace

ChangedKind change_kind(const Architecture& architecture, std::span<const ElementId> elements, Kind kind) {
  Draft draft(architecture);
  for (const ElementId& element : elements) {
    const auto* id = std::get_if<ComponentId>(&element);
    const Component* before = id ? find(draft.now(), *id) : nullptr;
    if (!before || kind_of(before->settings) == kind) continue;
    Component component = *before;
    component.settings = settings_for(before->settings, kind);
    if (is_usual_name(before->name, kind_of(before->settings)))
      component.name = fresh_name(draft.now(), description(kind).name_stem);
    draft.replace(component);
  }

  ChangedKind changed;
  std::vector<ElementId> going;
  for (const Link& link : architecture.links) {
    const Component* caller = find(draft.now(), link.caller);
    const Component* callee = find(draft.now(), link.callee);
    if (!caller || !callee) continue;
    const bool same = kind_of(find(architecture, link.caller)->settings) == kind_of(caller->settings) &&
                      kind_of(find(architecture, link.callee)->settings) == kind_of(callee->settings);
    if (same) continue;
    // Asked as if the link were new, so that every rule of wiring holds afterwards.
    Draft without(draft.now());
    without.remove(link.id);
    if (!objection_to_connect(without.now(), link.caller, link.callee)) continue;
    changed.lost.push_back(link.id);
    going.emplace_back(link.id);
    draft.take(remove(draft.now(), std::span(&going.back(), 1)));
  }
  changed.change = std::move(draft).finish();
  return changed;
}

}  // namespace loadframe
