#include "live/dot_scale.h"

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

/// Calls a second of wall time that one link can show as separate dots.
constexpr double most_calls_per_link = 120;
/// Dots on the whole canvas at one time.
constexpr double most_dots = 3000;
/// How long the canvas shows a dot at the least, however short its way, in seconds of wall time.
constexpr double shortest_flight_s = 0.5;
/// Room that must be there before one dot stands for fewer requests.
constexpr double slack = 1.5;

}  // namespace

std::uint64_t rounded_up_to_1_2_5(double number) {
  double power = 1;
  while (power < 1e18) {
    for (const double step : {1.0, 2.0, 5.0})
      if (number <= step * power) return static_cast<std::uint64_t>(step * power);
    power *= 10;
  }
  return static_cast<std::uint64_t>(power);
}

void DotScale::expect(const Architecture& architecture) {
  busiest_link_per_s_ = 0;
  under_way_ = 0;
  for (const Component& component : architecture.components) {
    const auto* users = std::get_if<UsersSettings>(&component.settings);
    if (!users) continue;
    const double closed_loop_rate =
        static_cast<double>(users->population) / std::max(users->think_time.mean.seconds(), 0.01);
    busiest_link_per_s_ += users->arrivals == Arrivals::open ? users->rate.per_second : closed_loop_rate;
  }
  calls_per_s_ = busiest_link_per_s_ * 3;
  chosen_ = 1;
}

void DotScale::measure(const Architecture& architecture, const Sample& sample) {
  if (sample.length.nanoseconds <= 0) return;
  busiest_link_per_s_ = calls_per_s_ = under_way_ = 0;
  for (const LinkSample& measured : sample.links) {
    const double per_s = static_cast<double>(measured.ok + measured.failed) / sample.length.seconds();
    busiest_link_per_s_ = std::max(busiest_link_per_s_, per_s);
    calls_per_s_ += per_s;
    if (const Link* link = find(architecture, measured.id))
      under_way_ += 2 * per_s * latency_of(architecture, *link).seconds();
  }
}

std::uint64_t DotScale::requests_per_dot(double speed) {
  const double dots = std::max(under_way_, 2 * calls_per_s_ * speed * shortest_flight_s);
  const double least = std::max(busiest_link_per_s_ * speed / most_calls_per_link, dots / most_dots);
  if (least > static_cast<double>(chosen_) || least * slack < static_cast<double>(chosen_))
    chosen_ = std::max(rounded_up_to_1_2_5(least), std::min(chosen_, rounded_up_to_1_2_5(least * slack)));
  return chosen_;
}

}  // namespace loadframe
