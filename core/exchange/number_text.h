#pragma once

#include "architecture/quantities.h"

#include <nlohmann/json.hpp>

/// Numbers of results, with a fixed precision, so that the same run gives the same text everywhere.
namespace loadframe {

/// A measured value with six significant digits; whole numbers without a point.
nlohmann::ordered_json measured(double value);

/// A point in time or a length of time, exact.
nlohmann::ordered_json exact_seconds(Duration time);

/// Milliseconds, with six significant digits.
inline nlohmann::ordered_json measured_ms(Duration time) { return measured(time.milliseconds()); }

}  // namespace loadframe
