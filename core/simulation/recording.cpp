#include "simulation/recording.h"

#include <array>

namespace loadframe {

std::string_view component_state_key(ComponentState state) {
  constexpr std::array<std::string_view, 4> keys{"up", "booting", "hung", "dead"};
  return keys[static_cast<std::size_t>(state)];
}

std::string_view event_kind_key(EventKind kind) {
  constexpr std::array<std::string_view, 11> keys{
      "action",       "up",         "check-failed", "target-down", "target-up", "no-healthy-target",
      "backlog-full", "backlog-ok", "saturated",    "relieved",    "edited"};
  return keys[static_cast<std::size_t>(kind)];
}

}  // namespace loadframe
