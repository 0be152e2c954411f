#pragma once

#include "architecture/architecture.h"
#include "simulation/profile_clock.h"
#include "simulation/random.h"

#include <cstdint>
#include <memory>
#include <vector>

/// An architecture compiled for the engine: flat arrays and indices instead of names and ids. Never changes
/// while it is in use. When a running engine adopts an edited architecture, what stayed keeps its index and
/// what went leaves an unused one, so that calls and events under way remain valid.
namespace loadframe::engine {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// One call that a component makes while it serves: to one of the alternatives.
struct Step {
  std::vector<std::uint32_t> links;
  double share = 1;
  bool after_miss = false;  ///< only when a cache called before had no answer
  bool is_lookup = false;   ///< of a cache: its failure is a miss if a step after_miss follows
  bool detached = false;    ///< the answer is not waited for
};

struct NodeModel {
  ComponentId id;
  Kind kind = Kind::server;
  bool present = false;
  bool retired = false;  ///< went for good: what comes under its id later is another component
  std::uint32_t host = none;
  std::uint32_t workers = 1;
  std::uint32_t backlog = 0;
  LawSampler cpu_read;
  LawSampler cpu_write;
  LawSampler wait;
  bool scaled_by_cost = false;  ///< request classes' cost multiplies its times
  bool is_replica = false;
  bool parallel_calls = false;
  std::int64_t boot_time = 0;
  std::vector<Step> read_steps;
  std::vector<Step> write_steps;
  std::vector<std::uint32_t> targets;  ///< balancer: links to targets; users: links to entry points
  std::uint32_t name_link = none;      ///< users: link to the DNS
  LawSampler think_time;
  LawSampler gaps;       ///< users: between arrivals, at one a second
  ProfileClock profile;  ///< users
  ComponentSettings settings;
};

struct LinkModel {
  LinkId id;
  bool present = false;
  bool retired = false;  ///< went for good, like a component
  bool replicates = false;
  std::uint32_t caller = none;
  std::uint32_t callee = none;
  std::int64_t latency = 0;
  std::int64_t timeout = 0;  ///< 0: none
  std::uint32_t retries = 0;
  std::int64_t retry_delay = 0;
  double weight = 1;
};

struct HostModel {
  AreaId area;  ///< none: the machine of a single component
  bool present = false;
  double cores = 1;
  double speed = 1;
  bool fifo = false;
};

struct ClassModel {
  ClassId id;
  double cumulative_weight = 0;  ///< of this class and those before it
  double cost = 1;
  bool write = false;
  std::int64_t size = 0;
  ZipfSampler keys;
  double weight = 1;
  ResponseKind response = ResponseKind::html;
};

struct Model {
  std::shared_ptr<const Architecture> architecture;
  std::vector<NodeModel> nodes;
  std::vector<LinkModel> links;
  std::vector<HostModel> hosts;
  std::vector<ClassModel> classes;

  std::uint32_t node_of(ComponentId id) const;
  std::uint32_t link_of(LinkId id) const;
};

/// @param previous the model in use, whose indices are kept; null for a new run
std::shared_ptr<const Model> compile(const Architecture& architecture, const Model* previous);

}  // namespace loadframe::engine
