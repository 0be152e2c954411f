#pragma once

#include "architecture/editing.h"

/// Adding components together with their wires.
namespace loadframe {

/// What is added at a time: so many components of a kind, one below the other, wired alike.
struct Addition {
  Kind kind = Kind::server;
  int count = 1;
  Point at;                               ///< top left corner of the first
  std::string name_stem = {};             ///< of their names; empty: the kind's own
  std::vector<ComponentId> callers = {};  ///< that call them; those that may not are left out
  std::vector<ComponentId> callees = {};  ///< that they call
};

inline constexpr int most_additions = 64;

/// The area in which the components' middle lies grows to hold them.
Pasted add(const Architecture& architecture, const Addition& addition);

/// All components to which the caller can be wired, in the order of the document: what objection_to_connect has nothing
/// against, found at once.
std::vector<ComponentId> possible_callees(const Architecture& architecture, ComponentId caller);

/// Where a new component stands well beside others: to their right, or to their left if it calls them; below or above
/// what is there already.
enum class Beside { left, right };
Point place_beside(const Architecture& architecture, std::span<const ComponentId> others, Beside side, int count);

/// Why a component cannot be put between the ends of a link; none if it can.
std::optional<Diagnostic> objection_to_insert(const Architecture& architecture, LinkId link, Kind kind);
std::optional<Diagnostic> objection_to_insert(const Architecture& architecture, LinkId link, ComponentId component);

/// Puts a new component onto a link: caller → it → callee. The caller's calls keep their settings and their place;
/// what lies behind moves aside if it is too tight.
Pasted insert(const Architecture& architecture, LinkId link, Kind kind, Point at, std::string_view name_stem = {});
/// The same with a component that is there, and that is moved by a distance.
Change insert(const Architecture& architecture, LinkId link, ComponentId component, Point by);

}  // namespace loadframe
