#pragma once

#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QPainter>

#include <vector>

namespace loadframe {

struct Routes;

/// Frames what was found by a search. The painter is transformed to canvas units; `scale` is its zoom.
void paint_find_marks(QPainter& painter, const Architecture& architecture, const Routes& routes, const Theme& theme,
                      const std::vector<ElementId>& found, double scale);

}  // namespace loadframe
