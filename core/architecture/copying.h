#pragma once

#include "architecture/draft.h"

#include <functional>
#include <map>
#include <string>

/// For the editing operations alone: copies of elements.
namespace loadframe::editing {

/// What was copied, and what became of it.
struct Copies {
  std::map<AreaId, AreaId> areas;
  std::map<ComponentId, ComponentId> components;
  std::vector<ElementId> elements;  ///< the new ones but for links
};

/// A name for the copy of an element that is called so.
using Naming = std::string (*)(const Architecture& architecture, std::string_view name);

/// Adds copies of what was extracted, with the links among them, moved by a distance. None of them is locked.
Copies copy_into(Draft& draft, const Architecture& extracted, Point by, Naming naming);

}  // namespace loadframe::editing
