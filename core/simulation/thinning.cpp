#include "simulation/thinning.h"

#include "simulation/engine.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace loadframe {

namespace {

using Samples = std::vector<std::shared_ptr<const Sample>>;

/// Merged samples last at most 1/2^shift of their age: the finest thinning that is tried first.
constexpr int finest_shift = 24;
/// What is left of the budget's samples after a thinning; the room is filled before the next one.
constexpr double kept_part = 0.75;

template <class Measured>
bool same_ids(const std::vector<Measured>& a, const std::vector<Measured>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Measured& one, const Measured& other) { return one.id == other.id; });
}

bool same_elements(const Sample& a, const Sample& b) {
  return same_ids(a.components, b.components) && same_ids(a.links, b.links) && same_ids(a.hosts, b.hosts);
}

/// The largest power of two of intervals that is at most this part of the age.
Duration length_at(Duration age, Duration interval, int shift) {
  const std::int64_t most = age.nanoseconds >> shift;
  Duration length = interval;
  while (length.nanoseconds <= most / 2) length = length * 2;
  return length;
}

/// Which stretch of that length a sample ends in.
std::int64_t cell_of(const Sample& sample, Duration length) {
  return (sample.end.nanoseconds - 1) / length.nanoseconds;
}

/// Calls for each group of samples that become one: with the first and the one after the last.
template <class Take>
void for_each_group(const Samples& samples, const std::vector<bool>& begins_anew, Duration interval, int shift,
                    const Take& take) {
  const Duration now = samples.back()->end;
  for (std::size_t first = 0; first < samples.size();) {
    const Duration length = length_at(now - samples[first]->end, interval, shift);
    const std::int64_t cell = cell_of(*samples[first], length);
    std::size_t end = first + 1;
    while (end < samples.size() && !begins_anew[end] && cell_of(*samples[end], length) == cell) ++end;
    take(first, end);
    first = end;
  }
}

bool is_minor(const Event& event) { return event.kind != EventKind::action && event.kind != EventKind::edited; }

}  // namespace

std::size_t bytes_of(const Sample& sample) {
  return sizeof(Sample) + sample.components.capacity() * sizeof(ComponentSample) +
         sample.links.capacity() * sizeof(LinkSample) + sample.hosts.capacity() * sizeof(HostSample) +
         sizeof(std::shared_ptr<const Sample>);
}

std::size_t bytes_of_samples(const Recording& recording) {
  std::size_t bytes = 0;
  for (const auto& sample : recording.samples) bytes += bytes_of(*sample);
  return bytes;
}

std::size_t thin_samples(Recording& recording, Duration interval, std::size_t most_bytes) {
  assert(interval > Duration{});
  Samples& samples = recording.samples;
  std::vector<std::size_t> bytes;
  std::vector<bool> begins_anew;
  std::size_t all_bytes = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    bytes.push_back(bytes_of(*samples[i]));
    begins_anew.push_back(i > 0 && !same_elements(*samples[i - 1], *samples[i]));
    all_bytes += bytes.back();
  }
  if (all_bytes <= most_bytes) return all_bytes;

  int shift = finest_shift;
  for (; shift > 0; --shift) {
    std::size_t left = 0;
    for_each_group(samples, begins_anew, interval, shift,
                   [&](std::size_t, std::size_t end) { left += bytes[end - 1]; });
    if (left <= most_bytes) break;
  }
  Samples thinned;
  for_each_group(samples, begins_anew, interval, shift, [&](std::size_t first, std::size_t end) {
    if (end - first == 1) thinned.push_back(std::move(samples[first]));
    else thinned.push_back(std::make_shared<const Sample>(merged(std::span(samples).subspan(first, end - first))));
  });
  samples = std::move(thinned);
  const auto coarse =
      std::find_if(samples.rbegin(), samples.rend(), [&](const auto& sample) { return sample->length > interval; });
  recording.fine_from = coarse == samples.rend() ? Duration{} : (*coarse)->end;
  return bytes_of_samples(recording);
}

void thin_events(Recording& recording, std::size_t most) {
  std::vector<Event>& events = recording.events;
  if (events.size() <= most) return;
  // A quarter more than must go, so that this need not be done for every event.
  const std::size_t before = events.size();
  std::size_t surplus = before - most + most / 4;
  const auto drop = [&](const auto& may_go) {
    std::erase_if(events, [&](const Event& event) {
      if (surplus == 0 || !may_go(event)) return false;
      --surplus;
      return true;
    });
  };
  drop(is_minor);
  drop([](const Event&) { return true; });
  recording.events_dropped += before - events.size();
}

namespace engine {

void Engine::record(std::shared_ptr<const Sample> sample) {
  recording_bytes += bytes_of(*sample);
  recording.samples.push_back(std::move(sample));
  const auto budget = static_cast<std::size_t>(std::max<std::int64_t>(0, options.recording_budget.count));
  if (recording_bytes > budget)
    recording_bytes = thin_samples(recording, options.sampling_interval,
                                   static_cast<std::size_t>(static_cast<double>(budget) * kept_part));
  thin_events(recording, most_recorded_events);
}

}  // namespace engine

}  // namespace loadframe
