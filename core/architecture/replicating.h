#pragma once

#include "architecture/editing.h"

/// Copies that do the same work as the original.
namespace loadframe {

enum class ReplicaPlacing { column, row, grid };

inline constexpr int most_replicas = 256;

struct Replicated {
  Change change;
  std::vector<ElementId> elements;  ///< the originals and their copies
  int links_left_out = 0;           ///< that copies may not have, such as a replica's second primary
};

/// Makes as many of the elements as `total` says, the originals among them. Copies are called by the next names
/// ("web-2" after "web-1"), called by the same callers and call the same callees with the same settings, and stand in
/// even rows where nothing else is; the area around grows to hold them.
Replicated replicate(const Architecture& architecture, std::span<const ElementId> elements, int total,
                     ReplicaPlacing placing);

}  // namespace loadframe
