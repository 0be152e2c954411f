#pragma once

#include <cstddef>
#include <utility>
#include <vector>

/// A drawing of a directed graph in layers from left to right: Sugiyama's scheme. Boxes have sizes; nothing is known
/// of what they are.
namespace loadframe::layering {

struct Box {
  double width = 0;
  double height = 0;
  bool leads = false;  ///< belongs at the left: it starts what happens
  double x = 0;        ///< found: top left corner
  double y = 0;
};

struct Graph {
  std::vector<Box> boxes;
  std::vector<std::pair<std::size_t, std::size_t>> arrows;  ///< by place in the boxes; circles and repeats may be there
};

struct Gaps {
  double across = 96;  ///< between layers, at least
  double down = 44;    ///< between boxes of a layer
};

/// Gives the boxes places from (0, 0) on, so that arrows lead to the right and cross little. A layer of many boxes
/// becomes several columns.
/// @returns the size of it all
std::pair<double, double> lay_out(Graph& graph, const Gaps& gaps);

}  // namespace loadframe::layering
