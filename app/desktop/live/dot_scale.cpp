#include "live/dot_scale.h"

#include <algorithm>
#include <unordered_map>

namespace loadframe {

namespace {

/// At one time: a large drawing is a stream on each link, and a small one still lets single calls be followed.
/// Where links pass behind components, some of the dots are out of sight.
constexpr double dots_per_link = 25;
constexpr double fewest_dots = 200;
constexpr double most_dots = 6200;
/// How long the canvas shows a dot at the least, however short its way, in seconds of wall time.
constexpr double shortest_flight_s = 0.38;
/// The number of dots may leave what is wanted so far before another scale is chosen.
constexpr double too_few = 0.97;
constexpr double too_many = 2.3;

}  // namespace

std::uint64_t rounded_down_to_1_2_3_5(double number) {
  double round = 1;
  for (double power = 1; power < 1e18; power *= 10) {
    for (const double step : {1.0, 2.0, 3.0, 5.0}) {
      if (step * power > number) return static_cast<std::uint64_t>(round);
      round = step * power;
    }
  }
  return static_cast<std::uint64_t>(round);
}

void DotScale::expect(const Architecture& architecture) {
  double rate = 0;
  for (const Component& component : architecture.components) {
    const auto* users = std::get_if<UsersSettings>(&component.settings);
    if (!users) continue;
    const double closed_loop_rate =
        static_cast<double>(users->population) / std::max(users->think_time.mean.seconds(), 0.01);
    rate += users->arrivals == Arrivals::open ? users->rate.per_second : closed_loop_rate;
  }
  constexpr double links_on_the_way = 3;
  const auto links = static_cast<double>(architecture.links.size());
  flows_.clear();
  for (const Link& link : architecture.links)
    flows_.push_back({rate * links_on_the_way / links, latency_of(architecture, link).seconds()});
  chosen_ = 1;
}

void DotScale::measure(const Architecture& architecture, const Sample& sample) {
  if (sample.length.nanoseconds <= 0) return;
  std::unordered_map<std::uint32_t, const Link*> links;
  for (const Link& link : architecture.links) links.emplace(link.id.value, &link);
  flows_.clear();
  for (const LinkSample& measured : sample.links) {
    const double per_s = static_cast<double>(measured.ok + measured.failed) / sample.length.seconds();
    const auto link = links.find(measured.id.value);
    if (per_s > 0 && link != links.end()) flows_.push_back({per_s, latency_of(architecture, *link->second).seconds()});
  }
}

double DotScale::dots_at(double speed) const {
  double dots = 0;
  for (const Flow& flow : flows_) dots += 2 * flow.calls_per_s * std::max(flow.latency_s, speed * shortest_flight_s);
  return dots;
}

double DotScale::dots_wanted() const {
  return std::clamp(dots_per_link * static_cast<double>(flows_.size()), fewest_dots, most_dots);
}

std::uint64_t DotScale::requests_per_dot(double speed) {
  const double scale = dots_at(speed) / dots_wanted();
  const bool few = scale < too_few * static_cast<double>(chosen_);
  const bool many = scale > too_many * static_cast<double>(chosen_);
  if (few || many) chosen_ = rounded_down_to_1_2_3_5(scale);
  return chosen_;
}

}  // namespace loadframe
