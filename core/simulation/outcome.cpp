#include "simulation/outcome.h"

namespace loadframe {

std::string_view outcome_key(Outcome outcome) {
  constexpr std::array<std::string_view, outcome_count> keys{
      "ok",    "refused", "reset",        "timeout", "rejected", "no_healthy_target", "name_not_resolved",
      "error", "lost",    "circuit_open", "shed",    "cancelled"};
  return keys[static_cast<std::size_t>(outcome)];
}

}  // namespace loadframe
