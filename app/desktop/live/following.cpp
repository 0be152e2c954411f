#include "live/following.h"

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

/// A way over a wire takes so long on the screen, at the usual speed.
constexpr double way_takes_s = 0.7;
/// While followed calls are all worked on or wait: 50 ms of work take a second and a half.
constexpr double pace_at_work = 0.03;
/// While nothing is followed, until the next request comes.
constexpr double pace_when_idle = 1;
/// "As fast as it goes" and very fast runs cannot be followed by eye.
constexpr double fastest = 10;

}  // namespace

void Following::take(std::span<const Hop> hops) {
  for (const Hop& hop : hops)
    if (!hop.check) under_way_.push_back({hop.departed, hop.arrived});
  if (hops.empty()) return;
  const Duration now = hops.back().departed;
  std::erase_if(under_way_, [now](const Way& way) { return way.arrived <= now; });
}

double Following::pace(Duration now, double speed) const {
  const double tempo = speed > 0 ? std::min(speed, fastest) : fastest;
  double pace = followed_ > 0 ? pace_at_work : pace_when_idle;
  for (const Way& way : under_way_)
    if (way.arrived > now) pace = std::min(pace, std::max((way.arrived - way.departed).seconds(), 1e-9) / way_takes_s);
  return pace * tempo;
}

std::optional<Duration> Following::next_arrival(Duration now) const {
  std::optional<Duration> next;
  for (const Way& way : under_way_)
    if (way.arrived > now && (!next || way.arrived < *next)) next = way.arrived;
  return next;
}

std::size_t count_requests(std::span<const ObservedCall> calls) {
  std::vector<std::uint32_t> requests;
  for (const ObservedCall& call : calls)
    if (!call.check) requests.push_back(call.request);
  std::sort(requests.begin(), requests.end());
  return static_cast<std::size_t>(std::unique(requests.begin(), requests.end()) - requests.begin());
}

}  // namespace loadframe
