#include "diagram/resources.h"

#include <QDir>

// The macro declares a function of the global namespace, so it must be used there.
static void register_compiled_resources() { Q_INIT_RESOURCE(diagram); }

namespace loadframe {

void load_resources() {
  // A static library's resources are not registered by themselves.
  [[maybe_unused]] static const bool registered = (register_compiled_resources(), true);
}

}  // namespace loadframe
