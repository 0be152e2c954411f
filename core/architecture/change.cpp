#include "architecture/change.h"

#include <algorithm>
#include <cassert>

namespace loadframe {

namespace {

template <class Element>
std::vector<Element>& list_of(Architecture& architecture) {
  if constexpr (std::is_same_v<Element, Area>) return architecture.areas;
  else if constexpr (std::is_same_v<Element, Component>) return architecture.components;
  else if constexpr (std::is_same_v<Element, Link>) return architecture.links;
  else if constexpr (std::is_same_v<Element, RequestClass>) return architecture.classes;
  else return architecture.notes;
}

template <class Element>
void apply_step(const ElementChange<Element>& step, Architecture& architecture) {
  if constexpr (std::is_same_v<Element, Properties>) {
    architecture.properties = *step.after;
  } else {
    auto& list = list_of<Element>(architecture);
    if (!step.before) {
      const auto position = std::min(step.position, list.size());
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(position), *step.after);
      return;
    }
    auto found = list.begin() + static_cast<std::ptrdiff_t>(std::min(step.position, list.size()));
    if (found == list.end() || found->id != step.before->id)  // seldom: steps before have moved it
      found = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.id == step.before->id; });
    assert(found != list.end());
    if (step.after) *found = *step.after;
    else list.erase(found);
  }
}

template <class Element>
bool same_element(const ElementChange<Element>& first, const ElementChange<Element>& second) {
  if (!first.before || !first.after || !second.before || !second.after) return false;
  if constexpr (std::is_same_v<Element, Properties>) return true;
  else return first.after->id == second.before->id;
}

/// The element without what only people see.
template <class Element>
Element as_simulated(Element element) {
  if constexpr (std::is_same_v<Element, Component> || std::is_same_v<Element, Area>) {
    element.at = {};
    element.locked = false;
  }
  if constexpr (std::is_same_v<Element, Link>) element.label.clear();
  if constexpr (std::is_same_v<Element, Properties>) {
    element.name.clear();
    element.description.clear();
  }
  element.unknown.clear();
  return element;
}

}  // namespace

ChangeStep::ChangeStep() = default;
ChangeStep::ChangeStep(const ChangeStep&) = default;
ChangeStep::ChangeStep(ChangeStep&&) noexcept = default;
ChangeStep& ChangeStep::operator=(const ChangeStep&) = default;
ChangeStep& ChangeStep::operator=(ChangeStep&&) noexcept = default;
ChangeStep::~ChangeStep() = default;

bool operator==(const ChangeStep& a, const ChangeStep& b) {
  return static_cast<const AnyElementChange&>(a) == static_cast<const AnyElementChange&>(b);
}

void apply(const Change& change, Architecture& architecture) {
  for (const ChangeStep& step : change.steps)
    std::visit([&](const auto& inside) { apply_step(inside, architecture); }, step);
}

Change reversed(const Change& change) {
  Change back;
  back.steps.reserve(change.steps.size());
  for (auto step = change.steps.rbegin(); step != change.steps.rend(); ++step)
    back.steps.push_back(std::visit(
        [](auto inside) -> ChangeStep {
          std::swap(inside.before, inside.after);
          return inside;
        },
        *step));
  return back;
}

std::optional<Change> merged(const Change& first, const Change& second) {
  if (first.steps.size() != second.steps.size()) return std::nullopt;
  Change both = first;
  for (std::size_t i = 0; i < both.steps.size(); ++i) {
    const bool fits = std::visit(
        [&]<class Element>(ElementChange<Element>& step) {
          const auto* next = std::get_if<ElementChange<Element>>(&second.steps[i]);
          if (!next || !same_element(step, *next)) return false;
          step.after = next->after;
          return true;
        },
        both.steps[i]);
    if (!fits) return std::nullopt;
  }
  return both;
}

bool affects_simulation(const Change& change) {
  return std::any_of(change.steps.begin(), change.steps.end(), [](const ChangeStep& step) {
    return std::visit(
        []<class Element>(const ElementChange<Element>& inside) {
          if constexpr (std::is_same_v<Element, Note>) return false;
          else return !inside.before || !inside.after || as_simulated(*inside.before) != as_simulated(*inside.after);
        },
        step);
  });
}

}  // namespace loadframe
