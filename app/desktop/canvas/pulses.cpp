#include "canvas/pulses.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr double lasts_ms = 1400;
/// Where an area fails, or a large tier, a sign on each would be a storm.
constexpr std::size_t most = 80;

bool is_down(const Sample* sample, LinkId link) {
  if (!sample) return false;
  return std::any_of(sample->links.begin(), sample->links.end(),
                     [link](const LinkSample& one) { return one.id == link && (one.target_down || one.cut); });
}

}  // namespace

void Pulses::begin(const ElementId& element, Pulse::Look look) {
  std::erase_if(going_, [&](const Going& one) { return one.element == element; });
  if (going_.size() < most) going_.push_back({element, look});
}

void Pulses::begin_dying(ComponentId component, const Architecture& architecture) {
  begin(component, Pulse::Look::dies);
  // Its connections break.
  for (const Link& link : architecture.links)
    if (link.caller == component || link.callee == component) begin(link.id, Pulse::Look::dies);
}

void Pulses::begin_taking_over(ComponentId balancer, const ElementId& lost, const Architecture& architecture,
                               const Sample* sample) {
  for (const Link& link : architecture.links)
    if (link.caller == balancer && ElementId{link.callee} != lost && !is_down(sample, link.id))
      begin(link.id, Pulse::Look::takes_over);
}

void Pulses::take(std::span<const Event> events, const Architecture& architecture, const Sample* sample) {
  for (const Event& event : events) {
    switch (event.kind) {
      case EventKind::action: {
        if (!event.action || event.action->kind != ActionKind::kill) break;
        if (const auto* const component = std::get_if<ComponentId>(&event.action->target))
          begin_dying(*component, architecture);
        if (const auto* const area = std::get_if<AreaId>(&event.action->target))
          for (const ComponentId component : components_within(architecture, *area))
            begin_dying(component, architecture);
        break;
      }
      case EventKind::out_of_memory:
        begin_dying(event.component, architecture);
        break;
      case EventKind::up:
      case EventKind::promoted:
      case EventKind::took_over:
        begin(event.component, Pulse::Look::comes_back);
        break;
      case EventKind::target_down:
        begin_taking_over(event.component, event.target, architecture, sample);
        break;
      default:
        break;
    }
  }
}

void Pulses::advance(double milliseconds) {
  for (Going& one : going_) one.passed_ms += milliseconds;
  std::erase_if(going_, [](const Going& one) { return one.passed_ms >= lasts_ms; });
}

std::vector<Pulse> Pulses::shown() const {
  std::vector<Pulse> shown;
  shown.reserve(going_.size());
  for (const Going& one : going_) shown.push_back({one.element, one.look, one.passed_ms / lasts_ms});
  return shown;
}

}  // namespace loadframe
