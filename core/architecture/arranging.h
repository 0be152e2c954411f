#pragma once

#include "architecture/editing.h"

/// Where elements stand to each other.
namespace loadframe {

enum class Alignment { left, center, right, top, middle, bottom };
enum class Direction { left, right, up, down };
enum class Spreading { across, down };

/// Puts the elements on one line: along an edge or through the middle of the box around them all.
Change align(const Architecture& architecture, std::span<const ElementId> elements, Alignment alignment);

/// Makes the gaps between three elements or more equal; the outermost ones stay.
Change distribute(const Architecture& architecture, std::span<const ElementId> elements, Spreading spreading);

/// Why the elements cannot be put into a new area of that kind; none if they can.
std::optional<Diagnostic> objection_to_wrap(const Architecture& architecture, std::span<const ElementId> elements,
                                            AreaKind kind);
/// Draws an area around the elements; those around them grow to hold it. Empty if objection_to_wrap has one.
Change wrap(const Architecture& architecture, std::span<const ElementId> elements, AreaKind kind);

enum class Lock { off, on };
Change set_lock(const Architecture& architecture, std::span<const ElementId> elements, Lock lock);
bool is_locked(const Architecture& architecture, const ElementId& element);

/// Those of the elements that are not locked.
std::vector<ElementId> unlocked(const Architecture& architecture, std::span<const ElementId> elements);

/// All components along the flow: users first, then whom they call; of equals, the upper and left ones first.
std::vector<ComponentId> in_order_of_flow(const Architecture& architecture);

/// The nearest component in that direction, rather one that it is linked with; none if there is none.
ComponentId neighbour(const Architecture& architecture, ComponentId from, Direction direction);

}  // namespace loadframe
