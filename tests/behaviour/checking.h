#pragma once

#include "behaviour/case.h"

#include <string>
#include <vector>

namespace loadframe::behaviour {

/// Runs a case. @return what does not hold, one text each with its place; empty if all does
std::vector<std::string> failures_of(const Case& what);

}  // namespace loadframe::behaviour
