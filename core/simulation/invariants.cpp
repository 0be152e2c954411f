#include "simulation/engine.h"

#include <cmath>

/// What must hold at any time, whatever was drawn, done and edited.
namespace loadframe::engine {

namespace {

std::string place(const char* what, std::uint32_t index) { return std::string(what) + " " + std::to_string(index); }

}  // namespace

/// The calls that are present at a node.
struct Engine::Census {
  std::uint32_t present = 0;
  std::uint32_t busy = 0;
  std::uint32_t queued = 0;
  double ages = 0;  ///< ns

  void count(const Call& call, std::int64_t now) {
    ++present;
    if (call.holds_worker) ++busy;
    if (call.phase == Phase::queued) ++queued;
    ages += static_cast<double>(now - call.arrived);
  }
};

std::optional<std::string> Engine::broken_invariant() const {
  std::vector<Census> present(nodes.size());
  for (CallIndex i = 0; i < calls.size(); ++i)
    if (calls[i].resident) present[callee_of(calls[i])].count(calls[i], now);
  for (NodeIndex i = 0; i < nodes.size(); ++i)
    if (auto broken = broken_at_node(i, present[i])) return broken;
  for (LinkIndex i = 0; i < links.size(); ++i)
    if (auto broken = broken_at_link(i)) return broken;
  if (options.warm_up == Duration{}) {
    const std::uint64_t ended = total_requests.outcomes.all() + requests_since_sample().outcomes.all();
    if (total_begun != ended + in_flight) return "users' requests: begun is not ended and under way";
  }
  if (!queue.empty() && queue.next_time() < now) return std::string("an event lies in the past");
  return std::nullopt;
}

std::optional<std::string> Engine::broken_at_node(NodeIndex index, const Census& census) const {
  const NodeState& node = nodes[index];
  if (model->nodes[index].kind == Kind::users) return std::nullopt;
  if (census.present != node.present) return place("calls present are miscounted at node", index);
  const bool batches = model->nodes[index].kind == Kind::inference_server;  // a worker works on several calls
  if (!batches && census.busy != node.busy) return place("busy workers are miscounted at node", index);
  if (census.queued != node.queue.size) return place("the backlog is miscounted at node", index);
  const bool runs = node.state == ComponentState::up || node.state == ComponentState::hung;
  if (!runs && census.present > 0) return place("calls are served while dead at node", index);
  if (node.interval_latency.count() != node.interval.outcomes.ok())
    return place("answers and their latencies differ in number at node", index);

  // Little's law on every path: the time that calls were present, seen from the place and from the calls.
  if (options.warm_up > Duration{}) return std::nullopt;
  const double by_place = areas_of(index).present;
  const double by_call = node.total.residence + node.interval.residence + census.ages;
  if (std::abs(by_place - by_call) > 1e-6 * by_call + 1e3) return place("Little's law fails at node", index);
  return std::nullopt;
}

std::optional<std::string> Engine::broken_at_link(LinkIndex index) const {
  const LinkState& link = links[index];
  const LinkFlow& flow = flows[index];
  std::uint32_t outstanding = 0;
  std::uint32_t connected = 0;
  for (CallIndex call = flow.outstanding_head; call != none; call = calls[call].outstanding_next) {
    if (calls[call].link != index || calls[call].abandoned || calls[call].phase == Phase::free)
      return place("a call is outstanding that is not, on link", index);
    ++outstanding;
    if (calls[call].connected) ++connected;
  }
  if (outstanding != flow.in_flight) return place("calls in flight are miscounted on link", index);
  if (connected != link.pool_used) return place("pooled connections are miscounted on link", index);
  if (options.warm_up == Duration{} && flow.begun != link.total.all() + link.interval.all() + flow.ok + outstanding)
    return place("calls begun are not ended and under way, on link", index);
  return std::nullopt;
}

}  // namespace loadframe::engine
