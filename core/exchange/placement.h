#pragma once

#include "architecture/architecture.h"

#include <vector>

/// Places on the canvas for elements of files that give none, such as files written by hand or by programs.
namespace loadframe {

/// Coordinates are at most so far from the origin.
inline constexpr double edge_of_canvas = 1e6;

struct Unplaced {
  std::vector<AreaId> areas;
  std::vector<ComponentId> components;
};

/// Gives the unplaced elements places. Where nothing has one, it is all laid out (see tidying.h); else callers stand
/// to the left of those they call, each area in a row of its own below
/// what is placed already, and boxes around what areas contain.
void place(Architecture& architecture, const Unplaced& unplaced);

}  // namespace loadframe
