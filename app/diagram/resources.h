#pragma once

namespace loadframe {

/// Makes the themes and icons that are compiled into this library readable. To be called before each use; cheap.
void load_resources();

}  // namespace loadframe
