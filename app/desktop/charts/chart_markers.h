#pragma once

#include "charts/chart_painter.h"
#include "simulation/recording.h"

#include <vector>

namespace loadframe {

/// What happened from a time on, as lines across the charts.
std::vector<ChartMarker> markers_of(const Architecture& architecture, const std::vector<Event>& events, Duration from);

}  // namespace loadframe
