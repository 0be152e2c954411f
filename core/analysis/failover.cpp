#include "analysis/failover.h"

#include <algorithm>

namespace loadframe {

namespace {

/// How far before a fault "before" reaches, and how long "after" lasts.
constexpr Duration look_back = seconds(10);
constexpr Duration look_ahead = seconds(30);

bool contains(const std::vector<ComponentId>& list, ComponentId id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

std::vector<ComponentId> components_of(const Architecture& architecture, const ElementId& target) {
  std::vector<ComponentId> all;
  if (const auto* component = std::get_if<ComponentId>(&target)) {
    if (find(architecture, *component)) all = {*component};
  } else if (const auto* area = std::get_if<AreaId>(&target)) {
    all = components_within(architecture, *area);
  }
  std::erase_if(
      all, [&](ComponentId id) { return std::holds_alternative<UsersSettings>(find(architecture, id)->settings); });
  return all;
}

bool overlap(const std::vector<ComponentId>& one, const std::vector<ComponentId>& other) {
  return std::any_of(one.begin(), one.end(), [&](ComponentId id) { return contains(other, id); });
}

/// Whether the action repairs what the other did to it.
bool repairs(const Architecture& architecture, const Action& repair, const Action& fault) {
  const bool by_restart = repair.kind == ActionKind::restart;
  const bool by_setting_back =
      (repair.kind == ActionKind::slow && fault.kind == ActionKind::slow && repair.amount >= 1) ||
      (repair.kind == ActionKind::fail && fault.kind == ActionKind::fail && repair.amount <= 0);
  if (fault.kind == ActionKind::cut) return repair.kind == ActionKind::mend && repair.target == fault.target;
  if (!by_restart && !by_setting_back) return false;
  return overlap(components_of(architecture, repair.target), components_of(architecture, fault.target));
}

/// Writes the story of one fault.
class Storyteller {
public:
  Storyteller(const Architecture& architecture, const Recording& recording)
      : architecture_(architecture), recording_(recording) {}

  std::vector<FaultStory> tell() {
    std::vector<FaultStory> stories;
    for (std::size_t i = 0; i < recording_.events.size(); ++i)
      if (is_fault(i)) stories.push_back(story_of(i));
    return stories;
  }

private:
  /// A restart is a fault where something ran that had no fault before.
  bool is_fault(std::size_t index) const {
    const Event& event = recording_.events[index];
    if (event.kind != EventKind::action || !event.action) return false;
    const Action& action = *event.action;
    switch (action.kind) {
      case ActionKind::kill:
      case ActionKind::hang:
      case ActionKind::kill_nodes:
      case ActionKind::isolate:
        return !components_of(architecture_, action.target).empty();
      case ActionKind::slow:
        return action.amount < 1 && !components_of(architecture_, action.target).empty();
      case ActionKind::fail:
      case ActionKind::leak:
        return action.amount > 0 && !components_of(architecture_, action.target).empty();
      case ActionKind::delay:
      case ActionKind::lose:
      case ActionKind::throttle:
        return action.amount > 0 && !name_of(architecture_, action.target).empty();
      case ActionKind::cut:
        return !name_of(architecture_, action.target).empty();
      case ActionKind::restart:
        return !components_of(architecture_, action.target).empty() && !is_repair(index);
      case ActionKind::flush:
      case ActionKind::mend:
      case ActionKind::load:
      case ActionKind::drain:
      case ActionKind::scale:
      case ActionKind::rejoin:
        return false;
    }
    return false;
  }

  /// Whether a restart follows a fault of what it restarts, with no other restart between.
  bool is_repair(std::size_t index) const {
    const auto restarted = components_of(architecture_, recording_.events[index].action->target);
    for (std::size_t i = index; i-- > 0;) {
      const Event& earlier = recording_.events[i];
      if (earlier.kind != EventKind::action || !earlier.action) continue;
      if (!overlap(restarted, components_of(architecture_, earlier.action->target))) continue;
      return earlier.action->kind != ActionKind::restart && is_fault(i);
    }
    return false;
  }

  FaultStory story_of(std::size_t index) const {
    const Event& event = recording_.events[index];
    FaultStory story;
    story.at = event.at;
    story.action = *event.action;
    story.struck = components_of(architecture_, event.action->target);
    story.resets = event.count;
    story.until = end_of(index);
    find_repair(index, story);
    find_notices(index, story);
    count_failures(story);
    find_survivors(story);
    return story;
  }

  Duration end_of_recording() const {
    const Duration last_sample = recording_.samples.empty() ? Duration{} : recording_.samples.back()->end;
    return recording_.events.empty() ? last_sample : std::max(last_sample, recording_.events.back().at);
  }

  Duration end_of(std::size_t index) const {
    for (std::size_t i = index + 1; i < recording_.events.size(); ++i)
      if (is_fault(i)) return recording_.events[i].at;
    return end_of_recording();
  }

  void find_repair(std::size_t index, FaultStory& story) const {
    const bool repairs_itself = story.action.kind == ActionKind::restart;
    if (repairs_itself) story.repaired = story.at;
    for (std::size_t i = index + 1; i < recording_.events.size(); ++i) {
      const Event& event = recording_.events[i];
      const bool is_up = event.kind == EventKind::up && contains(story.struck, event.component);
      if (is_up && story.repaired) story.up = event.at;
      if (event.kind != EventKind::action || !event.action) continue;
      if (!story.repaired && repairs(architecture_, *event.action, story.action)) story.repaired = event.at;
      else if (overlap(story.struck, components_of(architecture_, event.action->target)) && is_fault(i)) return;
    }
  }

  /// Whether a balancer's mark concerns what failed.
  bool concerns(const Event& event, const FaultStory& story) const {
    const auto* target = std::get_if<ComponentId>(&event.target);
    if (!target || !find(architecture_, *target) || !find(architecture_, event.component)) return false;
    if (const auto* id = std::get_if<LinkId>(&story.action.target)) {
      const Link* link = find(architecture_, *id);
      return link && link->caller == event.component && link->callee == *target;
    }
    return contains(story.struck, *target);
  }

  /// Marks before the repair are notices of the fault, marks after it are of the return.
  void find_notices(std::size_t index, FaultStory& story) const {
    const auto add_first = [](std::vector<Notice>& list, const Notice& notice) {
      const auto same = [&](const Notice& other) { return other.by == notice.by && other.target == notice.target; };
      if (std::none_of(list.begin(), list.end(), same)) list.push_back(notice);
    };
    for (std::size_t i = index + 1; i < recording_.events.size(); ++i) {
      const Event& event = recording_.events[i];
      if (event.kind == EventKind::action && is_fault(i) && strikes_again(story, event)) return;
      if (!concerns(event, story)) continue;
      const Notice notice{event.component, std::get<ComponentId>(event.target), event.at, event.cause, event.count};
      const bool under_repair = story.repaired && event.at > *story.repaired;
      if (event.kind == EventKind::target_down) add_first(story.noticed, notice);
      if (event.kind == EventKind::target_up && under_repair) add_first(story.returned, notice);
    }
  }

  bool strikes_again(const FaultStory& story, const Event& event) const {
    if (event.action->target == story.action.target) return true;
    return overlap(story.struck, components_of(architecture_, event.action->target));
  }

  /// Calls visit(sample) for each sample that overlaps a span of time.
  template <class Visit>
  void for_samples(Duration from, Duration to, Visit visit) const {
    const auto& samples = recording_.samples;
    auto sample = std::upper_bound(samples.begin(), samples.end(), from,
                                   [](Duration time, const auto& each) { return time < each->end; });
    for (; sample != samples.end() && (*sample)->end - (*sample)->length < to; ++sample) visit(**sample);
  }

  void count_failures(FaultStory& story) const {
    const auto add = [](OutcomeCounts& sum, const OutcomeCounts& counts) {
      for (std::size_t i = 1; i < outcome_count; ++i) sum.count[i] += counts.count[i];
    };
    Duration length;
    std::uint64_t failed = 0;
    const Duration before = std::max(Duration{}, story.at - look_back);
    for_samples(before, story.at, [&](const Sample& sample) {
      if (sample.end > story.at) return;
      length = length + sample.length;
      failed += sample.outcomes.failed();
    });
    if (length > Duration{}) story.failing_before = static_cast<double>(failed) / length.seconds();

    bool last_failed = false;
    for_samples(story.at, story.until, [&](const Sample& sample) {
      add(story.unserved, sample.outcomes);
      last_failed = sample.outcomes.failed() > 0;
      if (last_failed) story.errors_ended = sample.end;
    });
    if (last_failed) story.errors_ended.reset();
    if (story.noticed.empty()) return;
    story.before_noticed.emplace();
    for_samples(story.at, std::min(story.noticed.back().at, story.until),
                [&](const Sample& sample) { add(*story.before_noticed, sample.outcomes); });
  }

  /// Other targets of the balancers that send to what failed.
  std::vector<ComponentId> beside(const FaultStory& story) const {
    const auto* cut = std::get_if<LinkId>(&story.action.target);
    std::vector<ComponentId> balancers;
    for (const Link& link : architecture_.links) {
      const Component* caller = find(architecture_, link.caller);
      if (!caller || !std::holds_alternative<LoadBalancerSettings>(caller->settings)) continue;
      if (cut ? link.id == *cut : contains(story.struck, link.callee)) balancers.push_back(link.caller);
    }
    std::vector<ComponentId> others;
    for (const Component& component : architecture_.components) {
      if (contains(story.struck, component.id)) continue;
      const bool is_beside = std::any_of(architecture_.links.begin(), architecture_.links.end(), [&](const Link& link) {
        return link.callee == component.id && contains(balancers, link.caller) && !(cut && link.id == *cut);
      });
      if (is_beside) others.push_back(component.id);
    }
    return others;
  }

  /// Mean utilisation in a span of time; none if there is no sample of it.
  std::optional<double> utilisation(ComponentId id, Duration from, Duration to) const {
    double sum = 0;
    int count = 0;
    for_samples(from, to, [&](const Sample& sample) {
      if (sample.end > to) return;
      for (const ComponentSample& each : sample.components) {
        if (each.id != id) continue;
        sum += static_cast<double>(each.utilisation);
        ++count;
      }
    });
    return count > 0 ? std::optional(sum / count) : std::nullopt;
  }

  void find_survivors(FaultStory& story) const {
    const Duration noticed = story.noticed.empty() ? story.at : story.noticed.back().at;
    const Duration repaired = story.repaired && *story.repaired > noticed ? *story.repaired : story.until;
    const Duration to = std::min({noticed + look_ahead, repaired, story.until});
    for (const ComponentId id : beside(story)) {
      const auto before = utilisation(id, std::max(Duration{}, story.at - look_back), story.at);
      const auto after = utilisation(id, noticed, to);
      if (before && after) story.survivors.push_back({id, *before, *after});
    }
  }

  const Architecture& architecture_;
  const Recording& recording_;
};

}  // namespace

std::vector<FaultStory> explain_faults(const Architecture& architecture, const Recording& recording) {
  return Storyteller(architecture, recording).tell();
}

}  // namespace loadframe
