#pragma once

#include "architecture/settings.h"

#include <string_view>
#include <vector>

namespace loadframe {

/// Where a kind stands in the palette and which colour it takes.
enum class Tier { entry, compute, data, messaging };

/// What a component kind is to the rest of the program. Each kind's file answers it with
/// `describe(const ItsSettings*)`.
struct KindDescription {
  std::string_view key;    ///< in files and on the command line: "load-balancer"
  std::string_view label;  ///< for people: "Load balancer"
  Tier tier = Tier::compute;
  std::string_view help;                  ///< what it is and does, in one or two sentences
  std::string_view name_stem;             ///< new components are called stem-1, stem-2 …
  std::vector<std::string_view> callees;  ///< keys of the kinds that it may call
  SettingsTable settings;
};

}  // namespace loadframe
