#pragma once

#include "architecture/architecture.h"
#include "architecture/result.h"

namespace loadframe {

/// Puts part of an architecture onto the system's clipboard, as the text of a layout.
void put_on_clipboard(const Architecture& extracted);

/// What the clipboard holds, if that is a layout; whatever else it holds gives a diagnostic.
Result<Architecture> from_clipboard();

}  // namespace loadframe
