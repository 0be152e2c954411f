#include "architecture/call_graph.h"

#include "architecture/editing.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::string list_of_callees(Kind kind) {
  std::string text;
  for (const std::string_view key : description(kind).callees)
    if (const auto callee = kind_from_key(key))
      text += (text.empty() ? "" : ", ") + std::string(description(*callee).label);
  return text;
}

bool is_database(const Component& component) { return kind_of(component.settings) == Kind::relational_database; }

}  // namespace

CallGraph::CallGraph(const Architecture& architecture) : architecture_(architecture) {
  for (std::size_t i = 0; i < architecture.components.size(); ++i)
    places_.emplace(architecture.components[i].id.value, i);
  links_from_.resize(architecture.components.size());
  for (const Link& link : architecture.links) {
    const auto caller = places_.find(link.caller.value);
    if (caller == places_.end() || !places_.contains(link.callee.value) || link.caller == link.callee) continue;
    links_from_[caller->second].push_back(&link);
  }
}

const Component& CallGraph::callee_of(const Link& link) const {
  return architecture_.components[place_of(link.callee)];
}

std::vector<bool> CallGraph::reachable(const std::vector<std::size_t>& from) const {
  std::vector<bool> seen(links_from_.size());
  std::vector<std::size_t> open = from;
  for (const std::size_t start : from) seen[start] = true;
  while (!open.empty()) {
    const std::size_t caller = open.back();
    open.pop_back();
    for (const Link* link : links_from_[caller]) {
      const std::size_t callee = place_of(link->callee);
      if (seen[callee]) continue;
      seen[callee] = true;
      open.push_back(callee);
    }
  }
  return seen;
}

std::vector<std::size_t> CallGraph::way(std::size_t from, std::size_t to) const {
  std::vector<std::size_t> came_from(links_from_.size(), nowhere);
  std::vector<std::size_t> queue{from};
  came_from[from] = from;
  for (std::size_t next = 0; next < queue.size() && came_from[to] == nowhere; ++next)
    for (const Link* link : links_from_[queue[next]]) {
      const std::size_t callee = place_of(link->callee);
      if (came_from[callee] != nowhere) continue;
      came_from[callee] = queue[next];
      queue.push_back(callee);
    }
  if (came_from[to] == nowhere) return {};
  std::vector<std::size_t> steps{to};
  while (steps.back() != from) steps.push_back(came_from[steps.back()]);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::vector<std::vector<std::size_t>> CallGraph::loops(std::size_t most) const {
  enum class Mark { fresh, on_way, done };
  struct Visit {
    std::size_t component;
    std::size_t next_link;
  };
  std::vector<std::vector<std::size_t>> found;
  std::vector<Mark> marks(links_from_.size(), Mark::fresh);
  for (std::size_t start = 0; start < links_from_.size(); ++start) {
    if (marks[start] != Mark::fresh) continue;
    std::vector<Visit> stack{{start, 0}};
    marks[start] = Mark::on_way;
    while (!stack.empty()) {
      Visit& visit = stack.back();
      if (visit.next_link == links_from_[visit.component].size()) {
        marks[visit.component] = Mark::done;
        stack.pop_back();
        continue;
      }
      const std::size_t callee = place_of(links_from_[visit.component][visit.next_link++]->callee);
      if (marks[callee] == Mark::fresh) {
        marks[callee] = Mark::on_way;
        stack.push_back({callee, 0});
      } else if (marks[callee] == Mark::on_way) {
        const auto first =
            std::find_if(stack.begin(), stack.end(), [&](const Visit& v) { return v.component == callee; });
        std::vector<std::size_t> loop;
        std::transform(first, stack.end(), std::back_inserter(loop), [](const Visit& v) { return v.component; });
        found.push_back(std::move(loop));
        if (found.size() == most) return found;
      }
    }
  }
  return found;
}

std::string CallGraph::loop_text(const std::vector<std::size_t>& way) const {
  constexpr std::size_t most_shown = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(way.size(), most_shown); ++i)
    text += architecture_.components[way[i]].name + " -> ";
  if (way.size() > most_shown) text += "… -> ";
  return text + architecture_.components[way.front()].name;
}

bool replicates(const Component& caller, const Component& callee) { return is_database(caller) && is_database(callee); }

std::optional<Diagnostic> objection_to_connect(const Architecture& architecture, ComponentId caller_id,
                                               ComponentId callee_id) {
  const Component* caller = find(architecture, caller_id);
  const Component* callee = find(architecture, callee_id);
  if (!caller || !callee) return error({}, TR("a link needs a caller and a callee"), TR("choose two components"));
  const std::string where = caller->name + " -> " + callee->name;
  if (caller_id == callee_id)
    return error(where, TR("a component cannot call itself"), TR("wire it to another component"));

  const Kind caller_kind = kind_of(caller->settings);
  const Kind callee_kind = kind_of(callee->settings);
  if (!may_call(caller_kind, callee_kind)) {
    const std::string callees = list_of_callees(caller_kind);
    const std::string label(description(caller_kind).label);
    return error(where, label + " cannot call " + std::string(description(callee_kind).label),
                 callees.empty() ? label + " calls nothing: wire others to it" : label + " may call: " + callees);
  }
  if (find_link(architecture, caller_id, callee_id))
    return error(where, TR("they are wired already"), TR("change the settings of the link that there is"));

  const CallGraph graph(architecture);
  if (const auto back = graph.way(graph.place_of(callee_id), graph.place_of(caller_id)); !back.empty())
    return error(where, "calls would go round in a loop: " + graph.loop_text(back),
                 TR("remove a link of the loop first"));

  if (replicates(*caller, *callee)) {
    for (const Link& link : architecture.links) {
      const Component* from = find(architecture, link.caller);
      const Component* to = find(architecture, link.callee);
      if (!from || !to || !replicates(*from, *to)) continue;
      if (link.callee == callee_id)
        return error(where, callee->name + " is a replica of " + from->name + " already",
                     TR("a replica has one primary: remove that link first"));
      if (link.callee == caller_id)
        return error(where, caller->name + " is a replica itself, and a replica cannot have replicas",
                     "wire " + from->name + " to " + callee->name + " instead");
      if (link.caller == callee_id)
        return error(where, callee->name + " has replicas, so it cannot become one",
                     "remove its link to " + to->name + " first");
    }
  }
  return std::nullopt;
}

}  // namespace loadframe
