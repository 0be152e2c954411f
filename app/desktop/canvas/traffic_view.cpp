#include "canvas/traffic_view.h"

#include <algorithm>

namespace loadframe {

namespace {

/// "As fast as it goes" and very fast runs: the pace at which simulated time is turned into screen time.
constexpr double speed_without_limit = 1000;
constexpr double sweep_every_ms = 1000;

}  // namespace

void TrafficView::follow(const Architecture& architecture) {
  std::unordered_map<std::uint32_t, Kind> kinds;
  for (const Component& component : architecture.components)
    kinds.emplace(component.id.value, kind_of(component.settings));
  const auto is_kind = [&](ComponentId id, Kind kind) {
    const auto found = kinds.find(id.value);
    return found != kinds.end() && found->second == kind;
  };
  links_.clear();
  for (const Link& link : architecture.links) {
    LinkLooks& looks = links_[link.id.value];
    if (is_kind(link.callee, Kind::dns)) looks = {Dot::Look::lookup, Dot::Look::lookup};
    if (is_kind(link.callee, Kind::relational_database) && is_kind(link.caller, Kind::relational_database))
      looks = {Dot::Look::replication, Dot::Look::replication};
  }
}

void TrafficView::add(std::span<const Hop> hops, Duration now, double speed) {
  set_speed(speed);
  const auto on_screen_ms = [this](Duration time) { return time.milliseconds() / speed_; };
  for (const Hop& hop : hops) {
    const auto link = links_.find(hop.link.value);
    if (link == links_.end() || moving_.size() >= most_dots) continue;

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
    const Dot::Look usual = hop.response ? link->second.answer : link->second.request;
    const bool failed = hop.response && hop.outcome != Outcome::ok;
    const Dot::Look look = failed ? Dot::Look::failed : hop.check ? Dot::Look::check : usual;
    moving_.push_back({hop.link, begins, lasts, look, hop.response, hop.check ? 0 : hop.request});
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
    dots_.push_back({dot.link, dot.backwards ? 1 - done : done, dot.look, dot.request});
  }
  return dots_;
}

}  // namespace loadframe
