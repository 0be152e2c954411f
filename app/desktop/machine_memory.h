#pragma once

#include "architecture/quantities.h"

namespace loadframe {

/// What is built into the machine that the program runs on.
Bytes machine_memory();

}  // namespace loadframe
