#include "architecture/faults.h"

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

constexpr std::array descriptions{
    ActionDescription{"kill", TR("Kill"),
                      TR("The process dies: open connections are reset at once, new ones refused."), true, false, false, {}, {}, 0},
    ActionDescription{"hang", TR("Hang"), TR("Connections are accepted and never answered."), true, false, false, {}, {}, 0},
    ActionDescription{"slow", TR("Slow down"), TR("Works at a part of its speed; 1 is full speed again."), true, false, false,
                      TR("Speed"), {0.001, 1}, 0.25},
    ActionDescription{"fail", TR("Fail requests"), TR("A share of the requests fails at once with an error; 0 ends it."), true,
                      false, false, TR("Share"), {0, 1}, 0.5},
    ActionDescription{"restart", TR("Restart"),
                      TR("Stops what still runs, boots and serves again: at full speed, with empty caches."), true, false, false,
                      {}, {}, 0},
    ActionDescription{"flush", TR("Flush"), TR("Empties a cache."), true, false, false, {}, {}, 0},
    ActionDescription{"cut", TR("Cut"), TR("Packets vanish both ways, without a word to either side."), false, true, false, {}, {}, 0},
    ActionDescription{"mend", TR("Mend"), TR("A cut link carries packets again; what was held up is sent again."), false, true,
                      false, {}, {}, 0},
    ActionDescription{"load", TR("Change the load"), TR("Multiplies the traffic of all users, or of those named."), true, false,
                      true, TR("Factor"), {0, 1000}, 2},
    ActionDescription{"kill-nodes", TR("Kill nodes"),
                      TR("So many nodes of a cluster die, the first ones that live; a restart brings all back."), true, false,
                      false, TR("Nodes"), {1, 1000}, 1},
    ActionDescription{"leak", TR("Leak memory"), TR("Memory is lost every second until a restart; 0 ends the leak."), true, false,
                      false, TR("MiB per second"), {0, 1e6}, 50},
    ActionDescription{"drain", TR("Drain"),
                      TR("Balancers send it nothing new, and it finishes what it has; 0 takes it in again."), true, false,
                      false, TR("On"), {0, 1}, 1},
    ActionDescription{"scale", TR("Scale"), TR("Sets the number of instances, at once."), true, false, false, TR("Instances"),
                      {1, 100'000}, 2},
    ActionDescription{"delay", TR("Delay"), TR("Every message takes longer, each way; 0 ends it."), false, true, false,
                      TR("Milliseconds"), {0, 3.6e6}, 100},
    ActionDescription{"lose", TR("Lose messages"), TR("A share of the messages is lost and has to be sent again; 0 ends it."),
                      false, true, false, TR("Share"), {0, 0.99}, 0.05},
    ActionDescription{"throttle", TR("Throttle"), TR("Bounds the bandwidth, each way; 0 ends it."), false, true, false,
                      TR("Mbit/s"), {0, 1e6}, 1},
    ActionDescription{"isolate", TR("Isolate"),
                      TR("A network partition: packets between it and all outside of it vanish both ways."), true, false,
                      false, {}, {}, 0},
    ActionDescription{"rejoin", TR("Rejoin"), TR("Ends the partition; what was held up is sent again."), true, false, false, {}, {},
                      0},
};

}  // namespace

std::span<const ActionDescription> action_kinds() { return descriptions; }

const ActionDescription& description(ActionKind kind) { return descriptions[static_cast<std::size_t>(kind)]; }

std::optional<ActionKind> action_kind_from_key(std::string_view key) {
  const auto* const found =
      std::find_if(descriptions.begin(), descriptions.end(), [&](const auto& row) { return row.key == key; });
  if (found == descriptions.end()) return std::nullopt;
  return static_cast<ActionKind>(found - descriptions.begin());
}

Action action(ActionKind kind, ElementId target) { return {kind, target, description(kind).default_amount}; }

}  // namespace loadframe
