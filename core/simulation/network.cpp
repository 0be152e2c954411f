#include "simulation/engine.h"

#include <algorithm>
#include <cmath>

/// How long messages travel, and which links carry none.
namespace loadframe::engine {

namespace {

/// After so many transmissions in vain a sender gives up; the message then counts as held for good.
/// Source: Linux tcp(7), tcp_retries2 15.
constexpr int most_transmissions = 15;

}  // namespace

/// Time that the call's message takes on its link, ns: latency, delays by jitter and loss, and its turn on the wire.
/// @param back from callee to caller
std::int64_t Engine::trip(const Call& call, bool back) {
  const LinkModel& link_model = model->links[call.link];
  LinkState& link = links[call.link];
  std::int64_t time = link_model.latency + link.delay;
  if (!link_model.has_own_delays && !link_conditions[call.link].degraded) return time;

  const LinkSettings& settings = link_model.settings;
  if (settings.jitter > Duration{})
    time += std::llround(link.network.uniform() * static_cast<double>(settings.jitter.nanoseconds));
  const double loss = std::max(settings.loss.ratio, link.loss);
  if (loss > 0) {
    double wait = static_cast<double>(settings.retransmission.nanoseconds);
    for (int sent = 1; sent < most_transmissions && link.network.uniform() < loss; ++sent, wait *= 2)
      time += std::llround(wait);
  }
  double bandwidth = settings.bandwidth.bits_per_second;
  if (link.bits_per_second > 0)
    bandwidth = bandwidth > 0 ? std::min(bandwidth, link.bits_per_second) : link.bits_per_second;
  if (bandwidth > 0 && call.purpose != Purpose::check) {
    const ClassModel& request_class = model->classes[call.request_class];
    const bool empty = back && (call.outcome != Outcome::ok || request_class.write);
    const std::int64_t bytes = back ? (empty ? 0 : request_class.size) : request_class.request_size;
    std::int64_t& free_at = link.wire_free[back ? 1 : 0];
    const double sending = std::min(static_cast<double>(bytes) * 8e9 / bandwidth, 1e17);
    free_at = std::min<std::int64_t>(std::max(free_at, now) + std::llround(sending), never / 4);
    time += std::max<std::int64_t>(0, free_at - now);
  }
  return std::min<std::int64_t>(time, never / 4);
}

/// Brings what is cut into line with what is cut by hand and what is isolated.
void Engine::update_cuts() {
  const auto inside = [&](const ElementId& target, NodeIndex node) {
    const ComponentId id = model->nodes[node].id;
    if (const auto* component = std::get_if<ComponentId>(&target)) return *component == id;
    const auto* area = std::get_if<AreaId>(&target);
    const Component* component = find(*model->architecture, id);
    return area && component && component->area && is_within(*model->architecture, component->area, *area);
  };
  for (LinkIndex i = 0; i < links.size(); ++i) {
    const LinkModel& link = model->links[i];
    if (!link.present) continue;
    const bool severed = std::any_of(isolated.begin(), isolated.end(), [&](const ElementId& target) {
      return inside(target, link.caller) != inside(target, link.callee);
    });
    const bool cut = links[i].cut_by_hand || severed || (link.along != none && links[link.along].cut_by_hand);
    if (cut == link_conditions[i].cut) continue;
    link_conditions[i].cut = cut;
    if (cut) links[i].cut_at = now;
    else mend(i);
  }
}

/// What was held up is sent again.
void Engine::mend(LinkIndex index) {
  LinkState& link = links[index];
  link.mended_at = now;
  CallQueue held = link.held;
  link.held.clear();
  while (!held.empty()) {
    const CallIndex call = held.pop(calls);
    if (calls[call].abandoned) calls.release(call);
    else if (calls[call].phase == Phase::returning) carry_back(call);
    else send(call);
  }
}

}  // namespace loadframe::engine
