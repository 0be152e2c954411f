#pragma once

#include "architecture/architecture.h"

#include <optional>
#include <vector>

namespace loadframe {

/// What is wrong with an element, or worth knowing about it.
struct Finding {
  Diagnostic diagnostic;  ///< `where` is the element's name
  ElementId element;      ///< none: the architecture as a whole, a request class or a scenario step
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Bounds on what the engine runs, far above what people draw: they keep hostile files from tying it up.
inline constexpr std::size_t most_components = 5'000;
inline constexpr std::size_t most_areas = 1'000;
inline constexpr std::size_t most_links = 20'000;
inline constexpr std::size_t most_classes = 1'000;
inline constexpr std::size_t most_scenario_steps = 10'000;
inline constexpr std::size_t deepest_nesting = 16;

/// Everything that keeps an architecture from running (errors) or makes it do less than its author may expect
/// (warnings), most severe first, in the document's order. What has no error, the engine runs.
std::vector<Finding> validate(const Architecture& architecture);

/// Whether there is no error among the findings.
bool can_run(const std::vector<Finding>& findings);

/// Why an action cannot be done to its target (an error), or would do nothing there (a warning); none if it has an
/// effect.
std::optional<Diagnostic> objection_to(const Architecture& architecture, const Action& action);

}  // namespace loadframe
