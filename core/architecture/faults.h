#pragma once

#include "architecture/identity.h"
#include "architecture/settings.h"

#include <span>
#include <string_view>

namespace loadframe {

/// What a person or the scenario does to a running simulation.
enum class ActionKind {
  kill,
  hang,
  slow,
  fail,
  restart,
  flush,
  cut,
  mend,
  load,
  kill_nodes,
  leak,
  drain,
  scale,
  delay,
  lose,
  throttle,
  isolate,
  rejoin
};

/// One thing done to one target.
struct Action {
  ActionKind kind = ActionKind::kill;
  ElementId target;   ///< none: the whole architecture, where the kind allows it
  double amount = 0;  ///< its meaning is in the kind's description
  friend bool operator==(const Action&, const Action&) = default;
};

/// One row of the table of faults, repairs and traffic changes.
struct ActionDescription {
  std::string_view key;    ///< "kill"
  std::string_view label;  ///< "Kill"
  std::string_view help;
  bool on_components = false;  ///< on components and areas, which means all that they contain
  bool on_links = false;
  bool on_everything = false;        ///< needs no target
  std::string_view amount_label;     ///< empty: takes no amount
  Range amount_range;
  double default_amount = 0;
};

/// Every kind of action, in the order of the enumeration.
std::span<const ActionDescription> action_kinds();
const ActionDescription& description(ActionKind kind);
std::optional<ActionKind> action_kind_from_key(std::string_view key);

/// An action with the kind's default amount.
Action action(ActionKind kind, ElementId target);

}  // namespace loadframe
