#pragma once

#include "architecture/validation.h"
#include "simulation/recording.h"

#include <QString>

namespace loadframe {

/// What the tooltip over an element says: what it is, what is wrong with it and what to do, and the figures of the
/// last sample. Rich text; empty for nothing.
QString element_tip(const Architecture& architecture, const ElementId& element, const std::vector<Finding>& findings,
                    const Sample* sample);

}  // namespace loadframe
