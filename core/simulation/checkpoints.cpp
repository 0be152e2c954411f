#include "simulation/checkpoints.h"

#include "simulation/engine.h"
#include "simulation/thinning.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace loadframe {

namespace engine {

namespace {

std::vector<KeyStore*> key_stores_of(LargePageVector<NodeState>& nodes) {
  std::vector<KeyStore*> stores;
  for (NodeState& node : nodes)
    if (auto* cache = std::get_if<CacheState>(&node.kind))
      for (CachePlace& place : cache->places) stores.push_back(&place.store);
  return stores;
}

}  // namespace

std::unique_ptr<Engine> Engine::copy_of_state() {
  // Set aside and put back: a run's past may be larger than its state, and it is never copied; what is large and has
  // room in it is copied in its packed form.
  auto past_recording = std::exchange(recording, {});
  auto past_actions = std::exchange(actions, {});
  auto past_hops = std::exchange(hops, {});
  auto live_calls = std::exchange(calls, {});
  const std::vector<KeyStore*> stores = key_stores_of(nodes);
  std::vector<KeyStore> live_stores;
  for (KeyStore* store : stores) live_stores.push_back(std::exchange(*store, {}));

  auto copy = std::make_unique<Engine>(*this);
  copy->observe_every = 0;
  copy->calls = live_calls.packed();
  const std::vector<KeyStore*> copied_stores = key_stores_of(copy->nodes);
  for (std::size_t i = 0; i < stores.size(); ++i) {
    *copied_stores[i] = live_stores[i].packed();
    *stores[i] = std::move(live_stores[i]);
  }
  recording = std::move(past_recording);
  actions = std::move(past_actions);
  hops = std::move(past_hops);
  calls = std::move(live_calls);
  return copy;
}

void Engine::unpack() {
  calls.unpack();
  move_to_large_pages(nodes);
  move_to_large_pages(flows);
  move_to_large_pages(links);
  move_to_large_pages(hosts);
  for (KeyStore* store : key_stores_of(nodes)) store->unpack();
}

}  // namespace engine

namespace {

/// What had been recorded until the last sample that the state knows of, and the events until the state itself.
Recording recording_until(const Recording& whole, const engine::Engine& state, std::size_t events_just_now) {
  Recording cut;
  const auto first_later = std::partition_point(whole.samples.begin(), whole.samples.end(), [&](const auto& sample) {
    return sample->end.nanoseconds <= state.last_sample;
  });
  cut.samples.assign(whole.samples.begin(), first_later);
  const auto just_now = std::partition_point(whole.events.begin(), whole.events.end(),
                                             [&](const Event& event) { return event.at.nanoseconds < state.now; });
  const auto known = static_cast<std::size_t>(just_now - whole.events.begin()) + events_just_now;
  cut.events.assign(whole.events.begin(),
                    whole.events.begin() + static_cast<std::ptrdiff_t>(std::min(known, whole.events.size())));
  cut.fine_from = std::min(whole.fine_from, Duration{state.last_sample});
  cut.events_dropped = whole.events_dropped;
  return cut;
}

/// Whether the recording can be cut where the state's last sample ended.
bool can_be_cut(const Recording& whole, const engine::Engine& state) {
  if (state.last_sample == 0) return true;
  const auto at = std::partition_point(whole.samples.begin(), whole.samples.end(),
                                       [&](const auto& sample) { return sample->end.nanoseconds < state.last_sample; });
  return at != whole.samples.end() && (*at)->end.nanoseconds == state.last_sample;
}

}  // namespace

Checkpoints::Checkpoints(Bytes budget, Duration spacing) : budget_(budget), first_spacing_(spacing), spacing_(spacing) {
  assert(spacing > Duration{});
}

Checkpoints::~Checkpoints() = default;

std::int64_t Checkpoints::place_of(Duration time) const { return time.nanoseconds / spacing_.nanoseconds; }

bool Checkpoints::is_due(Duration now) const {
  return kept_.empty() || place_of(now) > place_of({kept_.back().state->now});
}

void Checkpoints::keep(const Simulation& run) {
  engine::Engine& engine = *run.engine_;
  assert(kept_.empty() || kept_.back().state->now <= engine.now);
  Kept fresh;
  fresh.actions = engine.actions.size();
  const auto& events = engine.recording.events;
  while (fresh.events_just_now < events.size() &&
         events[events.size() - 1 - fresh.events_just_now].at.nanoseconds == engine.now)
    ++fresh.events_just_now;
  fresh.state = engine.copy_of_state();
  fresh.bytes = fresh.state->memory_in_use();
  kept_.push_back(std::move(fresh));
  thin();
}

void Checkpoints::thin() {
  while (kept_.size() > 1 && memory_in_use() > budget_) {
    spacing_ = spacing_ * 2;
    // The first one in each stretch stays, so that the rest lie as evenly as they did.
    std::int64_t last_place = -1;
    std::erase_if(kept_, [&](const Kept& one) {
      return std::exchange(last_place, place_of({one.state->now})) == place_of({one.state->now});
    });
  }
}

void Checkpoints::clear() {
  kept_.clear();
  spacing_ = first_spacing_;
}

void Checkpoints::forget_after(Duration time) {
  std::erase_if(kept_, [&](const Kept& one) { return one.state->now > time.nanoseconds; });
}

void Checkpoints::set_budget(Bytes budget) {
  budget_ = budget;
  thin();
}

std::vector<Duration> Checkpoints::times() const {
  std::vector<Duration> times;
  for (const Kept& one : kept_) times.push_back({one.state->now});
  return times;
}

Bytes Checkpoints::memory_in_use() const {
  std::size_t bytes = 0;
  for (std::size_t i = 1; i < kept_.size(); ++i) bytes += kept_[i].bytes;
  return {static_cast<std::int64_t>(bytes)};
}

Rewind::Rewind(const Checkpoints& checkpoints, const Simulation& run, Duration to) : moment_(nullptr), to_(to) {
  assert(!checkpoints.empty() && to >= Duration{} && to <= run.now());
  const engine::Engine& whole = *run.engine_;
  const Checkpoints::Kept* from = &checkpoints.kept_.front();
  for (const Checkpoints::Kept& one : checkpoints.kept_)
    if (one.state->now <= to.nanoseconds && can_be_cut(whole.recording, *one.state)) from = &one;

  auto state = std::make_unique<engine::Engine>(*from->state);
  state->unpack();
  state->recording = recording_until(whole.recording, *from->state, from->events_just_now);
  state->recording_bytes = bytes_of_samples(state->recording);
  state->options.recording_budget = whole.options.recording_budget;
  const auto next = whole.actions.begin() + static_cast<std::ptrdiff_t>(from->actions);
  state->actions.assign(whole.actions.begin(), next);
  std::copy_if(next, whole.actions.end(), std::back_inserter(ahead_),
               [&](const PastAction& action) { return action.at < to && !action.scheduled; });
  from_ = {state->now};
  moment_.engine_ = std::move(state);
}

bool Rewind::run_on(std::uint64_t most_events) {
  engine::Engine& engine = *moment_.engine_;
  for (; done_ < ahead_.size(); ++done_) {
    const PastAction& next = ahead_[done_];
    // Not all events of that instant may have been handled when it was done.
    assert(engine.queue.taken() <= next.after);
    if (const std::uint64_t left = next.after - engine.queue.taken()) {
      const std::uint64_t handled = std::min(left, most_events);
      engine.run_until(next.at.nanoseconds, handled);
      most_events -= handled;
      if (handled < left) return false;
    }
    engine.now = next.at.nanoseconds;
    if (const auto* action = std::get_if<Action>(&next.what)) engine.act(*action);
    else engine.adopt(*std::get<std::shared_ptr<const Architecture>>(next.what));
  }
  if (!engine.run_until(to_.nanoseconds, most_events)) return false;
  engine.hops.clear();
  return true;
}

double Rewind::progress() const { return to_ > from_ ? std::clamp((now() - from_) / (to_ - from_), 0.0, 1.0) : 1.0; }

}  // namespace loadframe
