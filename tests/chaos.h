#pragma once

#include "architecture/editing.h"
#include "architecture/validation.h"
#include "simulation/random.h"
#include "simulation/simulation.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

/// Random systems under random faults and edits, of every kind and every setting: what the tables know is tried.
namespace loadframe {

/// What was tried.
struct ChaosCounts {
  std::uint64_t actions = 0;
  std::uint64_t edits = 0;
  std::uint64_t requests = 0;
  std::uint64_t events = 0;

  void add(const ChaosCounts& other) {
    actions += other.actions;
    edits += other.edits;
    requests += other.requests;
    events += other.events;
  }
};

class Chaos {
public:
  explicit Chaos(std::uint64_t seed) : random_(seed, 1, 1) {}

  std::uint32_t below(std::size_t count) { return random_.below(static_cast<std::uint32_t>(count)); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  const Architecture& architecture() const { return architecture_; }

  /// Components that call each other as far as validation lets them; users first, so that something happens.
  void draw(int components, int links) {
    apply(add_component(architecture_, Kind::users, {}), architecture_);
    for (int i = 1; i < components; ++i) add();
    for (int i = 0; i < links; ++i) wire();
    for (Component& component : architecture_.components) shuffle(component);
    for (Link& link : architecture_.links) shuffle(link_settings(), &link.settings);
    for (std::uint32_t i = 0; i < below(4); ++i) {
      RequestClass mix{{i + 1}, "class-" + std::to_string(i), {}, {}};
      shuffle(request_class_settings(), &mix.settings);
      mix.settings.weight = 1 + below(3);
      mix.settings.rows = 1 + below(5);
      architecture_.classes.push_back(mix);
    }
    enclose();
  }

  void edit() {
    Architecture before = architecture_;
    switch (below(6)) {
      case 0:
        add();
        break;
      case 1:
      case 2:
        wire();
        break;
      case 3:
        shuffle(architecture_.components[below(architecture_.components.size())]);
        break;
      case 4:
        if (!architecture_.links.empty())
          shuffle(link_settings(), &architecture_.links[below(architecture_.links.size())].settings);
        break;
      default:
        remove_one();
    }
    if (!can_run(validate(architecture_))) architecture_ = std::move(before);
  }

  Action any_action() {
    const auto kind = static_cast<ActionKind>(below(action_kinds().size()));
    const ActionDescription& about = description(kind);
    Action result = action(kind, {});
    if (about.on_links) {
      if (architecture_.links.empty()) return {ActionKind::load, {}, 1};
      result.target = architecture_.links[below(architecture_.links.size())].id;
    } else if (!architecture_.areas.empty() && one_in(4)) {
      result.target = architecture_.areas[below(architecture_.areas.size())].id;
    } else {
      result.target = architecture_.components[below(architecture_.components.size())].id;
    }
    if (kind == ActionKind::load) result.amount = 0.5 + random_.uniform();
    else if (kind == ActionKind::scale) result.amount = 1 + below(4);
    else if (!about.amount_label.empty() && one_in(2)) result.amount = about.amount_range.least;
    return result;
  }

  /// The next step of a run: an edit or an action.
  void disturb(Simulation& run) {
    if (one_in(3)) {
      edit();
      run.adopt(architecture_);
    } else {
      run.act(any_action());
    }
  }

private:
  void add() {
    apply(add_component(architecture_, static_cast<Kind>(below(kinds().size())), {200.0 * below(8), 100.0 * below(8)}),
          architecture_);
  }

  void wire() {
    const auto& components = architecture_.components;
    Architecture trial = architecture_;
    const Change change =
        connect(trial, components[below(components.size())].id, components[below(components.size())].id);
    apply(change, trial);
    if (can_run(validate(trial))) architecture_ = std::move(trial);
  }

  void remove_one() {
    if (architecture_.components.size() < 4) return;
    const ElementId gone = architecture_.components[1 + below(architecture_.components.size() - 1)].id;
    apply(remove(architecture_, std::vector{gone}), architecture_);
  }

  /// Puts some components on one host in one zone.
  void enclose() {
    architecture_.areas.push_back({{1}, "zone-x", {}, {}, ZoneSettings{}, {}});
    architecture_.areas.push_back({{2}, "host-x", {}, {1}, HostSettings{}, {}});
    for (Component& component : architecture_.components)
      if (kind_of(component.settings) != Kind::users && one_in(4)) component.area = AreaId{1 + below(2)};
  }

  void shuffle(Component& component) {
    const ComponentSettings before = component.settings;
    shuffle(description(kind_of(component.settings)).settings, raw(component.settings));
    if (auto* users = std::get_if<UsersSettings>(&component.settings)) {
      users->rate = {1.0 + below(200)};
      users->population = 1 + below(50);
      if (users->think_time.mean < milliseconds(50)) users->think_time = exponential(milliseconds(200));
      if (users->timeout > seconds(5)) users->timeout = seconds(1);
    }
    if (!can_run(validate(architecture_))) component.settings = before;
  }

  void shuffle(const SettingsTable& table, void* settings) {
    for (const Setting& row : table)
      if (one_in(3))
        if (const auto value = any_value(row)) {
          const SettingValue before = row.get(settings);
          row.set(settings, *value);
          if (out_of_range(row, row.get(settings))) row.set(settings, before);
        }
  }

  /// Small machines, short times: queues fill, timeouts and retries happen.
  std::optional<SettingValue> any_value(const Setting& row) {
    switch (row.type) {
      case SettingType::flag:
        return SettingValue{one_in(2)};
      case SettingType::count:
        return SettingValue{static_cast<std::int64_t>(below(6))};
      case SettingType::number:
        return SettingValue{random_.uniform() * 3};
      case SettingType::duration:
        return SettingValue{any_duration_value()};
      case SettingType::rate:
        return SettingValue{Rate{1.0 + below(100)}};
      case SettingType::bytes:
        return SettingValue{Bytes{std::int64_t{1} << (8 + below(22))}};
      case SettingType::share:
        return SettingValue{Share{0.25 * below(5)}};
      case SettingType::bandwidth:
        return SettingValue{Bandwidth{one_in(3) ? 0 : 1e6 * (1 + below(100))}};
      case SettingType::law:
        return SettingValue{one_in(2) ? exponential(any_duration_value()) : constant(any_duration_value())};
      case SettingType::choice:
        return SettingValue{Choice{static_cast<int>(below(row.choices.size()))}};
      case SettingType::automatic_duration:
        return SettingValue{one_in(2) ? AutomaticDuration{} : AutomaticDuration{any_duration_value()}};
      default:
        return std::nullopt;
    }
  }

  Duration any_duration_value() {
    const double scale = std::pow(10.0, random_.uniform() * 4);  // 0.1 ms to 1 s
    return one_in(6) ? Duration{} : Duration{static_cast<std::int64_t>(scale * 1e5)};
  }

  RandomStream random_;
  Architecture architecture_;
};

/// Done again from the start with what was done to it, a run is the same.
inline std::optional<std::string> difference_of_replay(const Architecture& drawn, const Simulation& run) {
  Simulation replay(drawn, run.seed(), {.sampling_interval = milliseconds(500), .warm_up = {}});
  for (const PastAction& past : run.actions()) {
    replay.run_until(past.at);
    if (const auto* action = std::get_if<Action>(&past.what)) replay.act(*action);
    else replay.adopt(*std::get<std::shared_ptr<const Architecture>>(past.what));
  }
  replay.run_until(run.now());
  const Statistics one = run.statistics();
  const Statistics other = replay.statistics();
  if (one.events != other.events || !(one.requests.outcomes == other.requests.outcomes) ||
      !(one.requests.latency == other.requests.latency) || run.recording().events != replay.recording().events)
    return "a replay differs";
  return std::nullopt;
}

/// Runs one random system through random disturbances.
/// @param counts what was tried is added to it, if there is one
/// @return what does not hold, or none
inline std::optional<std::string> find_broken_invariant(std::uint64_t seed, int components, int links, int rounds,
                                                        ChaosCounts* counts = nullptr) {
  Chaos chaos(seed);
  chaos.draw(components, links);
  const Architecture drawn = chaos.architecture();
  if (!can_run(validate(chaos.architecture()))) return "what was drawn cannot run";
  Simulation run(chaos.architecture(), {seed}, {.sampling_interval = milliseconds(500), .warm_up = {}});
  run.observe_every(5);
  Duration before;
  for (int round = 0; round < rounds; ++round) {
    const auto where = [&](const std::string& what) { return what + ", in round " + std::to_string(round); };
    run.run_until(run.now() + milliseconds(20 + chaos.below(300)));
    chaos.disturb(run);
    if (auto broken = run.broken_invariant()) return where(*broken);
    if (run.now() < before) return where("time runs backward");
    before = run.now();
    for (const Hop& hop : run.take_hops())
      if (hop.arrived < hop.departed) return where("a message arrives before it left");
    const Statistics now = run.statistics();
    for (const ComponentStatistics& component : now.components) {
      if (!(component.utilisation >= 0 && component.utilisation <= 1)) return where("utilisation is out of bounds");
      if (!(component.cost >= 0)) return where("a cost is negative");
    }
    if (round % 8 != 5) continue;
    Simulation copy = run;
    Simulation other = run;
    copy.run_until(run.now() + milliseconds(500), 100'000);
    other.run_until(run.now() + milliseconds(500), 100'000);
    if (copy.statistics().events != other.statistics().events ||
        !(copy.statistics().requests.latency == other.statistics().requests.latency))
      return where("copies do not run alike");
  }
  run.run_until(run.now());  // what the last disturbance has left to do at this instant
  if (counts) {
    for (const PastAction& past : run.actions()) ++(past.what.index() == 0 ? counts->actions : counts->edits);
    counts->requests += run.statistics().begun;
    counts->events += run.statistics().events;
  }
  return difference_of_replay(drawn, run);
}

}  // namespace loadframe
