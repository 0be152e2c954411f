#pragma once

#include "architecture/validation.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

/// For validation and wiring alone: who calls whom.
namespace loadframe {

/// The components of an architecture as a graph. Links with a missing end, and links from a component to itself,
/// are left out. Components go by their place in the document.
class CallGraph {
public:
  explicit CallGraph(const Architecture& architecture);

  const std::vector<const Link*>& links_from(std::size_t caller) const { return links_from_[caller]; }
  std::size_t place_of(ComponentId id) const { return places_.at(id.value); }
  const Component& callee_of(const Link& link) const;

  /// The places of components that calls reach from one of these.
  std::vector<bool> reachable(const std::vector<std::size_t>& from) const;

  /// The components along a shortest way of calls, both ends included; empty if there is none.
  std::vector<std::size_t> way(std::size_t from, std::size_t to) const;

  /// Loops of calls, each from its first component up to the link that closes it; at most that many.
  std::vector<std::vector<std::size_t>> loops(std::size_t most) const;

  /// "web-1 -> web-2 -> web-1" for the way web-1, web-2: a long one without its middle.
  std::string loop_text(const std::vector<std::size_t>& way) const;

private:
  const Architecture& architecture_;
  std::unordered_map<std::uint32_t, std::size_t> places_;
  std::vector<std::vector<const Link*>> links_from_;
};

/// Whether the link makes its callee a replica of its caller.
bool replicates(const Component& caller, const Component& callee);

/// Findings about how components are wired.
std::vector<Finding> findings_of_calls(const Architecture& architecture);

}  // namespace loadframe
