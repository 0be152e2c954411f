#pragma once

#include "diagram/obstacles.h"

#include <vector>

namespace loadframe {

/// Moves the inner pieces of square ways to the middle of the gaps that they run through, and those that would lie on
/// one another apart, in the order in which they cross least. Ends and pieces at ports stay.
void spread(std::vector<std::vector<QPointF>>& ways, const Obstacles& obstacles);

}  // namespace loadframe
