#pragma once

#include "architecture/change.h"

#include <span>

namespace loadframe {

/// Lays out everything anew: callers to the left of those they call, users at the left, areas as boxes around what
/// they hold, laid out inside likewise. It stays where it was, about; notes that would lie on something go below. What
/// is locked stays, with the areas around it, and the rest is laid out beside it.
Change tidy(const Architecture& architecture);

/// The same for some components and areas, with all that the areas hold; the rest stays. What surrounds them grows if
/// it must. None: everything.
Change tidy(const Architecture& architecture, std::span<const ElementId> elements);

}  // namespace loadframe
