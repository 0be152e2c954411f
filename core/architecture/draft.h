#pragma once

#include "architecture/change.h"

#include <algorithm>
#include <cassert>
#include <utility>

/// For the editing operations alone: an architecture being edited, and the change that this makes.
namespace loadframe::editing {

template <class Element, class Document>
auto& list_in(Document& architecture) {
  if constexpr (std::is_same_v<Element, Area>) return architecture.areas;
  else if constexpr (std::is_same_v<Element, Component>) return architecture.components;
  else if constexpr (std::is_same_v<Element, Link>) return architecture.links;
  else if constexpr (std::is_same_v<Element, RequestClass>) return architecture.classes;
  else return architecture.notes;
}

/// An id that no element of the type has.
template <class Element>
Id<Element> fresh_id(const Architecture& architecture) {
  Id<Element> highest;
  for (const Element& element : list_in<Element>(architecture)) highest = std::max(highest, element.id);
  return {highest.value + 1};
}

class Draft {
public:
  explicit Draft(const Architecture& architecture) : now_(architecture) {}

  /// With all that has been done so far.
  const Architecture& now() const { return now_; }

  /// Puts a new element at the end of its list, under a fresh id, which it returns.
  template <class Element>
  Id<Element> add(Element element) {
    return add_at(list_in<Element>(now_).size(), std::move(element));
  }

  /// The same at that place in its list.
  template <class Element>
  Id<Element> add_at(std::size_t position, Element element) {
    element.id = fresh_id<Element>(now_);
    auto& list = list_in<Element>(now_);
    change_.steps.push_back(ElementChange<Element>{std::nullopt, element, position});
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(position), element);
    return element.id;
  }

  /// Does a change that was made from what is now.
  void take(const Change& change) {
    for (const ChangeStep& step : change.steps) std::visit([this](const auto& inside) { take_step(inside); }, step);
  }

  template <class Element>
  void remove(Id<Element> id) {
    auto& list = list_in<Element>(now_);
    const auto found = std::find_if(list.begin(), list.end(), [&](const Element& e) { return e.id == id; });
    if (found == list.end()) return;
    const auto position = static_cast<std::size_t>(found - list.begin());
    change_.steps.push_back(ElementChange<Element>{*found, std::nullopt, position});
    list.erase(found);
  }

  /// Puts the element in the place of the one with its id. An element that is replaced again keeps to one step.
  template <class Element>
  void replace(const Element& element) {
    auto& list = list_in<Element>(now_);
    const auto found = std::find_if(list.begin(), list.end(), [&](const Element& e) { return e.id == element.id; });
    assert(found != list.end());
    const auto position = static_cast<std::size_t>(found - list.begin());
    for (ChangeStep& step : change_.steps) {
      auto* earlier = std::get_if<ElementChange<Element>>(&step);
      if (!earlier || !earlier->after || earlier->after->id != element.id) continue;
      earlier->after = *found = element;
      return;
    }
    change_.steps.push_back(ElementChange<Element>{*found, element, position});
    *found = element;
  }

  void replace(const Properties& properties) {
    change_.steps.push_back(ElementChange<Properties>{now_.properties, properties, 0});
    now_.properties = properties;
  }

  /// The change, without steps that came to nothing.
  Change finish() && {
    std::erase_if(change_.steps, [](const ChangeStep& step) {
      return std::visit([](const auto& inside) { return inside.before == inside.after; }, step);
    });
    return std::move(change_);
  }

private:
  template <class Element>
  void take_step(const ElementChange<Element>& step) {
    if constexpr (std::is_same_v<Element, Properties>) {
      replace(*step.after);
    } else if (step.before && step.after) {
      replace(*step.after);
    } else {
      change_.steps.push_back(step);
      apply(Change{{step}}, now_);
    }
  }

  Architecture now_;
  Change change_;
};

}  // namespace loadframe::editing
