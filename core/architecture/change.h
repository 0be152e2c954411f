#pragma once

#include "architecture/architecture.h"

#include <optional>
#include <variant>
#include <vector>

/// Edits as data: what an element was and what it becomes. The same change undoes, redoes, merges, repaints
/// the canvas and tells the running engine what to adopt.
namespace loadframe {

/// Before and after of one element. No before: it is new; no after: it goes.
template <class Element>
struct ElementChange {
  std::optional<Element> before;
  std::optional<Element> after;
  std::size_t position = 0;  ///< in its list, where it is put in or taken out
  friend bool operator==(const ElementChange&, const ElementChange&) = default;
};

using AnyElementChange = std::variant<ElementChange<Properties>, ElementChange<Area>, ElementChange<Component>,
                                      ElementChange<Link>, ElementChange<RequestClass>, ElementChange<Note>>;

/// A step of a change. Properties are one element that always exists. Copied, compared and destroyed in change.cpp
/// alone, for the same reason as ComponentSettings.
struct ChangeStep : AnyElementChange {
  using AnyElementChange::AnyElementChange;
  ChangeStep();
  ChangeStep(const ChangeStep&);
  ChangeStep(ChangeStep&&) noexcept;
  ChangeStep& operator=(const ChangeStep&);
  ChangeStep& operator=(ChangeStep&&) noexcept;
  ~ChangeStep();
  friend bool operator==(const ChangeStep& a, const ChangeStep& b);
  friend bool operator<(const ChangeStep&, const ChangeStep&) = delete;  ///< the alternatives have no order
};

/// Steps are applied in order.
struct Change {
  std::vector<ChangeStep> steps;
  bool empty() const { return steps.empty(); }
  friend bool operator==(const Change&, const Change&) = default;
};

/// Applies a change to the architecture that it was made from.
void apply(const Change& change, Architecture& architecture);

/// The change that takes back this one.
Change reversed(const Change& change);

/// One change with the effect of both, for gestures that report many small steps; none unless both touch the
/// same existing elements and neither adds nor removes any.
std::optional<Change> merged(const Change& first, const Change& second);

/// Whether a change touches more than places and texts on the canvas, so that a running engine must adopt it.
bool affects_simulation(const Change& change);

}  // namespace loadframe
