#include "architecture/editing.h"
#include "architecture/naming.h"
#include "architecture/suggestion.h"
#include "architecture/text.h"
#include "architecture/validation.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr std::string_view form =
    TR("write a time, an action and its target, such as \"20s kill web-1\", \"30s slow web-1 0.5\" or \"10s load 2\"");

struct Split {
  std::string_view front;
  std::string_view rest;
};

Split split_first(std::string_view text) {
  text = trimmed(text);
  const auto end = std::min(text.find_first_of(blanks), text.size());
  return {text.substr(0, end), trimmed(text.substr(end))};
}

/// The last word apart; a "%" on its own belongs to the number before it.
Split split_last(std::string_view text) {
  std::string_view body = text;
  if (body.ends_with('%')) body = trimmed(body.substr(0, body.size() - 1));
  const auto blank = body.find_last_of(blanks);
  if (blank == std::string_view::npos) return {{}, text};
  return {trimmed(text.substr(0, blank)), trimmed(text.substr(blank))};
}

std::optional<double> amount_from_text(std::string_view text) {
  if (const auto number = number_from_text(text)) return *number;
  if (const auto share = share_from_text(text)) return share->ratio;
  return std::nullopt;
}

/// The element called so; blanks around an arrow may be left out or doubled.
ElementId element_called(const Architecture& architecture, std::string_view name) {
  const ElementId id = find_by_name(architecture, name);
  if (!std::holds_alternative<std::monostate>(id)) return id;
  const auto arrow = name.find("->");
  if (arrow == std::string_view::npos) return id;
  const Component* caller = find_component(architecture, trimmed(name.substr(0, arrow)));
  const Component* callee = find_component(architecture, trimmed(name.substr(arrow + 2)));
  const Link* link = caller && callee ? find_link(architecture, caller->id, callee->id) : nullptr;
  return link ? ElementId(link->id) : ElementId();
}

bool exists(const ElementId& id) { return !std::holds_alternative<std::monostate>(id); }

Diagnostic unknown_action(std::string_view where, std::string_view word) {
  std::vector<std::string_view> keys;
  std::string all = "the actions are ";
  for (const ActionDescription& row : action_kinds()) {
    all += (keys.empty() ? "" : ", ") + std::string(row.key);
    keys.push_back(row.key);
  }
  return error(std::string(where), in_quotes(word) + " is not an action", did_you_mean(word, keys, all));
}

Diagnostic unknown_target(const Architecture& architecture, std::string_view where, std::string_view name) {
  const std::vector<std::string> names = names_in(architecture);
  const std::vector<std::string_view> known(names.begin(), names.end());
  return error(std::string(where), "nothing is called " + in_quotes(name),
               did_you_mean(name, known, TR("name a component, an area, or a link as \"caller -> callee\"")));
}

}  // namespace

Result<ScenarioStep> scenario_step_from_text(const Architecture& architecture, std::string_view text) {
  const std::string where(trimmed(text));
  Split words = split_first(text);
  // "20 s kill web-1": number and unit may stand apart.
  const Split second = split_first(words.rest);
  auto at = duration_from_text(std::string(words.front) + " " + std::string(second.front));
  if (at) words.rest = second.rest;
  else at = duration_from_text(words.front);
  if (!at) return error(where, in_quotes(words.front) + " is not a time", std::string(form));
  constexpr Range times = any_duration();
  if (at->seconds() < times.least || at->seconds() > times.most)
    return error(where, TR("the time of a step is counted from the start of the run"),
                 TR("choose a time from 0 to a year"));

  const auto [verb, object] = split_first(words.rest);
  if (verb.empty()) return error(where, TR("the action is missing"), std::string(form));
  const auto kind = action_kind_from_key(verb);
  if (!kind) return unknown_action(where, verb);
  const ActionDescription& about = description(*kind);

  Action step_action = action(*kind, element_called(architecture, object));
  std::string_view name = object;
  const bool takes_amount = !about.amount_label.empty();
  const bool only_amount = about.on_everything && amount_from_text(object);
  if (takes_amount && (only_amount || !exists(step_action.target))) {
    const Split last = split_last(object);
    if (const auto amount = amount_from_text(last.rest)) {
      step_action.amount = *amount;
      name = last.front;
      step_action.target = element_called(architecture, name);
    }
  }

  if (!name.empty() && !exists(step_action.target)) return unknown_target(architecture, where, name);
  if (auto objection = objection_to(architecture, step_action); objection && objection->severity == Severity::error) {
    objection->where = where;
    return *objection;
  }
  return ScenarioStep{*at, step_action, {}};
}

}  // namespace loadframe
