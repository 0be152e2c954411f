#include "canvas/traffic_view.h"

#include <algorithm>

namespace loadframe {

namespace {

/// "As fast as it goes" and very fast runs: the pace at which simulated time is turned into screen time.
constexpr double speed_without_limit = 1000;
constexpr double sweep_every_ms = 1000;

bool is_kind(const Architecture& architecture, ComponentId id, Kind kind) {
  const Component* const component = find(architecture, id);
  return component && kind_of(component->settings) == kind;
}

Dot::Look look_of(const Hop& hop, const Link& link, const Architecture& architecture) {
  if (hop.response && hop.outcome != Outcome::ok) return Dot::Look::failed;
  if (hop.check) return Dot::Look::check;
  if (is_kind(architecture, link.callee, Kind::dns)) return Dot::Look::lookup;
  if (is_kind(architecture, link.callee, Kind::relational_database) &&
      is_kind(architecture, link.caller, Kind::relational_database)) {
    return Dot::Look::replication;
  }
  return hop.response ? Dot::Look::answer : Dot::Look::request;
}

}  // namespace

void TrafficView::add(std::span<const Hop> hops, const Architecture& architecture, Duration now, double speed) {
  set_speed(speed);
  std::unordered_map<std::uint32_t, const Link*> links;
  for (const Link& link : architecture.links) links.emplace(link.id.value, &link);

  const auto on_screen_ms = [this](Duration time) { return time.milliseconds() / speed_; };
  for (const Hop& hop : hops) {
    const auto link = links.find(hop.link.value);
    if (link == links.end() || moving_.size() >= most_dots) continue;

    const double due = clock_ms_ + std::clamp(on_screen_ms(hop.departed - now), -100.0, 0.0);
    double begins = due;
    std::vector<Trail>* trail = hop.check ? nullptr : &trails_[hop.request];
    if (trail) {
      for (const Trail& before : *trail) {
        if (before.arrived <= hop.departed) begins = std::max(begins, before.ends_ms);
      }
    }
    begins = std::min(begins, due + most_lag_ms);
    const double lasts = std::max(shortest_travel_ms, on_screen_ms(hop.arrived - hop.departed));
    if (trail) trail->push_back({hop.arrived, begins + lasts});
    moving_.push_back({hop.link, begins, lasts, look_of(hop, *link->second, architecture), hop.response});
  }
}

void TrafficView::set_speed(double speed) {
  const double usable = speed > 0 ? speed : speed_without_limit;
  if (usable == speed_) return;
  const double stretch = speed_ / usable;
  speed_ = usable;
  for (Moving& dot : moving_) {
    const double done = std::clamp((clock_ms_ - dot.begins_ms) / dot.lasts_ms, 0.0, 1.0);
    dot.lasts_ms = std::max(shortest_travel_ms, dot.lasts_ms * stretch);
    if (dot.begins_ms <= clock_ms_) dot.begins_ms = clock_ms_ - done * dot.lasts_ms;
  }
}

void TrafficView::advance(double milliseconds) {
  clock_ms_ += milliseconds;
  std::erase_if(moving_, [this](const Moving& dot) {
    const double stays = dot.look == Dot::Look::failed ? linger_ms : 0;
    return dot.begins_ms + dot.lasts_ms + stays <= clock_ms_;
  });
  if (clock_ms_ - swept_ms_ >= sweep_every_ms) forget_old_trails();
}

void TrafficView::forget_old_trails() {
  swept_ms_ = clock_ms_;
  std::erase_if(trails_, [this](const auto& entry) {
    return std::all_of(entry.second.begin(), entry.second.end(),
                       [this](const Trail& trail) { return trail.ends_ms + most_lag_ms < clock_ms_; });
  });
}

void TrafficView::clear() {
  moving_.clear();
  trails_.clear();
}

std::span<const Dot> TrafficView::dots() {
  dots_.clear();
  for (const Moving& dot : moving_) {
    if (dot.begins_ms > clock_ms_) continue;
    const double done = std::min(1.0, (clock_ms_ - dot.begins_ms) / dot.lasts_ms);
    dots_.push_back({dot.link, dot.backwards ? 1 - done : done, dot.look});
  }
  return dots_;
}

}  // namespace loadframe
