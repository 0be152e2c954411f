#pragma once

#include "architecture/change.h"
#include "architecture/placement.h"

#include <functional>
#include <span>

/// Editing operations: pure functions from an architecture to the change that does it.
namespace loadframe {

/// A component of a kind with its defaults, a fresh name and its top left corner there, in the innermost area
/// around its middle.
Change add_component(const Architecture& architecture, Kind kind, Point at);
/// An area drawn around others takes in what it may contain, as if it were resized to there.
Change add_area(const Architecture& architecture, AreaKind kind, Rectangle at);
Change add_note(const Architecture& architecture, std::string text, Rectangle at);
Change add_request_class(const Architecture& architecture);

/// Why the caller cannot be wired to the callee; none if it can.
std::optional<Diagnostic> objection_to_connect(const Architecture& architecture, ComponentId caller,
                                               ComponentId callee);

/// Wires the caller to the callee; empty if objection_to_connect has one.
Change connect(const Architecture& architecture, ComponentId caller, ComponentId callee);

/// Removes the elements, the links of removed components and the scenario steps that name what goes. What a
/// removed area contained moves to the area around it.
Change remove(const Architecture& architecture, std::span<const ElementId> elements);
Change remove_request_class(const Architecture& architecture, ClassId id);

/// Moves elements by a distance, areas with all that they contain, then puts each where it now lies: a component
/// into the innermost area around its middle, an area into the innermost that it lies within and may stand in.
/// What an area carries along stays in it, and what it is moved over stays out, so that many small moves do the
/// same as one.
Change move(const Architecture& architecture, std::span<const ElementId> elements, Point by);
/// Gives an area another box; what it no longer surrounds leaves it, and what it now surrounds enters.
Change resize(const Architecture& architecture, AreaId area, Rectangle to);
Change resize(const Architecture& architecture, NoteId note, Rectangle to);

/// Renames a component or an area. Empty if the name is unchanged; an error if it is empty, taken, or holds
/// what names may not hold (see naming.h).
Result<Change> rename(const Architecture& architecture, const ElementId& element, std::string_view name);
Result<Change> rename(const Architecture& architecture, ClassId id, std::string_view name);
Change set_text(const Architecture& architecture, NoteId note, std::string text);

/// The settings table of a component, link or area; empty for others.
const SettingsTable& settings_table(const Architecture& architecture, const ElementId& element);
/// The struct that the table's accessors take; null for elements without settings.
const void* settings_of(const Architecture& architecture, const ElementId& element);

/// Sets one setting of each of the elements that has it, from a value already checked. Elements whose setting of
/// that name is of another type or has a narrower range stay as they are.
Change set_setting(const Architecture& architecture, std::span<const ElementId> elements, std::string_view key,
                   const SettingValue& value);
Change set_setting(const Architecture& architecture, ClassId id, std::string_view key, const SettingValue& value);

/// Reads the text of a setting's value, as setting_value_from_text does.
using SettingReader = std::function<Result<SettingValue>(const Setting& setting, std::string_view text)>;

/// Reads and sets "web-1.workers=4" style assignments: the name of a component, area, link or request class, the
/// setting's key, the text of the value.
/// @param read what reads the text; none: setting_value_from_text
Result<Change> set_setting_from_text(const Architecture& architecture, std::string_view element, std::string_view key,
                                     std::string_view value, const SettingReader& read = nullptr);

/// Puts the steps in order of time.
Change set_scenario(const Architecture& architecture, std::vector<ScenarioStep> steps);
Change set_properties(const Architecture& architecture, Properties properties);

/// Components, notes, areas with all that they contain, and the links among them, as an architecture of their own:
/// what the clipboard holds.
Architecture extract(const Architecture& architecture, std::span<const ElementId> elements);

/// What paste made: the change, and the new elements (to select them).
struct Pasted {
  Change change;
  std::vector<ElementId> elements;
};

/// Puts a copy of what was extracted into the architecture, moved by a distance. Names that are taken are replaced
/// by fresh ones.
Pasted paste(const Architecture& architecture, const Architecture& extracted, Point by);

/// The box around the elements; empty for none.
Rectangle bounds(const Architecture& architecture, std::span<const ElementId> elements);
/// The box around everything on the canvas.
Rectangle bounds(const Architecture& architecture);

/// Reads one scenario step as the command line takes it: "20s kill web-2", "30s slow web-1 0.5", "10s load 2",
/// "5s cut lb-1 -> web-1", "40s fail web-1 20%". Without an amount, the action's default.
Result<ScenarioStep> scenario_step_from_text(const Architecture& architecture, std::string_view text);

}  // namespace loadframe
