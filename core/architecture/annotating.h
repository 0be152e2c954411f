#pragma once

#include "architecture/editing.h"

/// What people write on and put beside a drawing.
namespace loadframe {

/// Writes a label on a link; line breaks become blanks, and what is too long is cut. Empty: takes it away.
Change set_label(const Architecture& architecture, LinkId link, std::string_view label);

/// A note that shows a picture.
Change add_picture(const Architecture& architecture, const Picture& picture, Rectangle at);

}  // namespace loadframe
