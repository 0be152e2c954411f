#include "analysis/failover.h"

#include <array>
#include <cstdio>

namespace loadframe {

namespace {

constexpr std::size_t most_survivors = 5;

/// In the order of Outcome; the first is never asked for.
constexpr std::array<std::string_view, outcome_count> failure_patterns{
    "",
    TR("Refused, since nobody listened: %1"),
    TR("Connection lost: %1"),
    TR("Timed out: %1"),
    TR("Rejected by a full queue or limit: %1"),
    TR("No healthy target: %1"),
    TR("Name not resolved: %1"),
    TR("Answered with an error: %1"),
    TR("Lost on the way: %1"),
    TR("Not let through by a circuit breaker: %1"),
    TR("Shed to protect the rest: %1"),
    TR("Withdrawn: %1"),
};

std::string fixed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

std::string seconds_text(Duration time) { return fixed(time.seconds(), 1) + " s"; }
std::string percent_text(double ratio) { return fixed(100 * ratio, 0); }

class Sentences {
public:
  Sentences(const Architecture& architecture, const FaultStory& story) : architecture_(architecture), story_(story) {}

  std::vector<Sentence> write() {
    Event fault;
    fault.at = story_.at;
    fault.target = story_.action.target;
    fault.count = story_.resets;
    fault.action = story_.action;
    sentences_.push_back(narrate(architecture_, fault));
    tell_notices();
    tell_failures();
    tell_survivors();
    tell_return();
    return std::move(sentences_);
  }

private:
  void add(std::string_view pattern, std::vector<std::string> arguments) {
    sentences_.push_back({pattern, std::move(arguments)});
  }
  std::string name(ComponentId id) const { return name_of(architecture_, id); }
  bool struck_one() const { return story_.struck.size() <= 1; }

  void tell_notices() {
    const std::vector<Notice>& noticed = story_.noticed;
    constexpr std::ptrdiff_t most_told_of = 3;
    for (auto first = noticed.begin(); first != noticed.end(); ++first) {
      const Notice& notice = *first;
      const auto is_of_same = [&](const Notice& other) { return other.by == notice.by; };
      // Where a whole zone is gone, each balancer's many notices are one.
      if (std::count_if(noticed.begin(), noticed.end(), is_of_same) > most_told_of) {
        if (std::any_of(noticed.begin(), first, is_of_same)) continue;
        const auto last = std::find_if(noticed.rbegin(), noticed.rend(), is_of_same);
        add(TR("%1 noticed that %2 of its targets failed, the first after %3, the last after %4"),
            {name(notice.by), std::to_string(std::count_if(noticed.begin(), noticed.end(), is_of_same)),
             seconds_text(notice.at - story_.at), seconds_text(last->at - story_.at)});
        continue;
      }
      const bool by_checks = notice.cause == EventCause::failed_checks;
      const std::string count = std::to_string(notice.count);
      const std::string after = seconds_text(notice.at - story_.at);
      if (by_checks)
        add(TR("%1 noticed that %2 failed after %3, by %4 failed checks"),
            {name(notice.by), name(notice.target), after, count});
      else
        add(TR("%1 noticed that %2 failed after %3, by %4 failed requests"),
            {name(notice.by), name(notice.target), after, count});
    }
    if (noticed.empty() && has_balancer()) add(TR("No balancer noticed"), {});
    if (story_.before_noticed && story_.unserved.failed() > 0)
      add(TR("Failed requests of users until then: %1"), {std::to_string(story_.before_noticed->failed())});
  }

  bool has_balancer() const {
    for (const Link& link : architecture_.links) {
      const Component* caller = find(architecture_, link.caller);
      if (!caller || !std::holds_alternative<LoadBalancerSettings>(caller->settings)) continue;
      if (story_.action.target == ElementId(link.id)) return true;
      for (const ComponentId id : story_.struck)
        if (link.callee == id) return true;
    }
    return false;
  }

  void tell_failures() {
    const std::uint64_t failed = story_.unserved.failed();
    const std::string count = std::to_string(failed);
    if (failed == 0) {
      add(TR("No request of a user failed"), {});
      return;
    }
    if (story_.errors_ended)
      add(TR("Failed requests of users in all: %1, the last of them within %2 of the fault"),
          {count, seconds_text(*story_.errors_ended - story_.at)});
    else add(TR("Failed requests of users until %2: %1, with no end by then"), {count, clock_text(story_.until)});
    for (std::size_t i = 1; i < outcome_count; ++i)
      if (story_.unserved.count[i] > 0) add(failure_patterns[i], {std::to_string(story_.unserved.count[i])});
    if (story_.failing_before > 0)
      add(TR("Failed requests per second before the fault: %1"), {fixed(story_.failing_before, 1)});
  }

  void tell_survivors() {
    for (std::size_t i = 0; i < story_.survivors.size() && i < most_survivors; ++i) {
      const Survivor& survivor = story_.survivors[i];
      add(TR("Utilisation of %1 went from %2 % to %3 %"),
          {name(survivor.id), percent_text(survivor.before), percent_text(survivor.after)});
    }
    if (story_.survivors.size() > most_survivors)
      add(TR("Others beside it: %1"), {std::to_string(story_.survivors.size() - most_survivors)});
  }

  void tell_return() {
    if (!story_.repaired) {
      add(TR("It was not repaired by %1"), {clock_text(story_.until)});
      return;
    }
    if (story_.action.kind != ActionKind::restart)
      add(TR("Its repair began after %1, at %2"),
          {seconds_text(*story_.repaired - story_.at), clock_text(*story_.repaired)});
    if (story_.up) {
      const std::string after = seconds_text(*story_.up - *story_.repaired);
      if (struck_one()) add(TR("It had booted %1 later"), {after});
      else add(TR("All of it had booted %1 later"), {after});
    }
    for (const Notice& notice : story_.returned)
      add(TR("%1 sent to %2 again %3 after the repair began"),
          {name(notice.by), name(notice.target), seconds_text(notice.at - *story_.repaired)});
  }

  const Architecture& architecture_;
  const FaultStory& story_;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> to_sentences(const Architecture& architecture, const FaultStory& story) {
  return Sentences(architecture, story).write();
}

}  // namespace loadframe
