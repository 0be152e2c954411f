#pragma once

#include "architecture/editing.h"

/// Making something else of a component without drawing it anew.
namespace loadframe {

struct ChangedKind {
  Change change;
  std::vector<LinkId> lost;  ///< links that the new kind may not have; they go
};

/// Gives components another kind. They keep their places, the links that the new kind may have, and what was set and
/// has the same name and type there. A name that tells the old kind ("web-1") becomes one of the new.
ChangedKind change_kind(const Architecture& architecture, std::span<const ElementId> elements, Kind kind);

}  // namespace loadframe
