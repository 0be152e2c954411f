#include "analysis/narration.h"

#include "architecture/faults.h"

#include <cmath>
#include <cstdio>

namespace loadframe {

namespace {

std::string count_text(std::uint64_t count) { return std::to_string(count); }

std::string seconds_text(Duration time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", time.seconds());
  return text;
}

std::string amount_text(double amount) { return number_to_text(amount); }

std::string element_text(const Architecture& architecture, const ElementId& id) {
  const std::string name = name_of(architecture, id);
  return name.empty() ? std::string("?") : name;
}

Sentence narrate_action(const Architecture& architecture, const Event& event) {
  const Action& action = *event.action;
  const std::string target = element_text(architecture, action.target);
  const std::string count = count_text(event.count);
  const bool counted = event.count > 0;
  switch (action.kind) {
    case ActionKind::kill:
      if (event.count == 1) return {TR("%1 killed: 1 connection reset"), {target}};
      return counted ? Sentence{TR("%1 killed: %2 connections reset"), {target, count}}
                     : Sentence{TR("%1 killed"), {target}};
    case ActionKind::hang:
      return {TR("%1 hangs: it accepts requests and answers none"), {target}};
    case ActionKind::slow:
      return {TR("%1 runs at %2 % of its speed"), {target, amount_text(action.amount * 100)}};
    case ActionKind::fail:
      return {TR("%1 fails %2 % of its requests"), {target, amount_text(action.amount * 100)}};
    case ActionKind::restart:
      if (event.count == 1) return {TR("%1 restarted: 1 connection reset"), {target}};
      return counted ? Sentence{TR("%1 restarted: %2 connections reset"), {target, count}}
                     : Sentence{TR("%1 restarted"), {target}};
    case ActionKind::flush:
      return {TR("%1 flushed: it is cold"), {target}};
    case ActionKind::cut:
      return {TR("%1 cut"), {target}};
    case ActionKind::mend:
      return {TR("%1 mended"), {target}};
    case ActionKind::load:
      if (std::holds_alternative<std::monostate>(action.target))
        return {TR("Load set to ×%1"), {amount_text(action.amount)}};
      return {TR("Load of %1 set to ×%2"), {target, amount_text(action.amount)}};
    case ActionKind::kill_nodes:
      return {TR("%1 lost nodes (%2): %3 connections reset"), {target, amount_text(action.amount), count}};
    case ActionKind::leak:
      if (action.amount <= 0) return {TR("%1 no longer leaks memory"), {target}};
      return {TR("%1 leaks %2 MiB of memory per second"), {target, amount_text(action.amount)}};
    case ActionKind::drain:
      return action.amount > 0 ? Sentence{TR("%1 is drained: balancers send it nothing new"), {target}}
                               : Sentence{TR("%1 takes requests from balancers again"), {target}};
    case ActionKind::scale:
      return {TR("%1 set to %2 instances"), {target, amount_text(action.amount)}};
    case ActionKind::delay:
      if (action.amount <= 0) return {TR("%1 no longer delayed"), {target}};
      return {TR("%1 delayed by %2 ms each way"), {target, amount_text(action.amount)}};
    case ActionKind::lose:
      if (action.amount <= 0) return {TR("%1 loses no more messages"), {target}};
      return {TR("%1 loses %2 % of its messages"), {target, amount_text(action.amount * 100)}};
    case ActionKind::throttle:
      if (action.amount <= 0) return {TR("%1 no longer throttled"), {target}};
      return {TR("%1 throttled to %2 Mbit/s"), {target, amount_text(action.amount)}};
    case ActionKind::isolate:
      return {TR("%1 cut off by a network partition"), {target}};
    case ActionKind::rejoin:
      return {TR("%1 has its network back"), {target}};
  }
  return {};
}

Sentence narrate_mark(const Architecture& architecture, const Event& event) {
  const std::string balancer = element_text(architecture, event.component);
  const std::string target = element_text(architecture, event.target);
  const std::string count = count_text(event.count);
  const bool down = event.kind == EventKind::target_down;
  if (event.cause == EventCause::fail_timeout_over)
    return {TR("%1 tries %2 again: its fail timeout is over"), {balancer, target}};
  if (down && event.cause == EventCause::failed_requests) {
    if (event.elapsed)
      return {TR("%1 marked %2 down after %3 failed requests, %4 after it broke"),
              {balancer, target, count, seconds_text(*event.elapsed)}};
    return {TR("%1 marked %2 down after %3 failed requests"), {balancer, target, count}};
  }
  if (down) {
    if (event.elapsed)
      return {TR("%1 marked %2 down after %3 failed checks, %4 after it broke"),
              {balancer, target, count, seconds_text(*event.elapsed)}};
    return {TR("%1 marked %2 down after %3 failed checks"), {balancer, target, count}};
  }
  if (event.elapsed)
    return {TR("%1 marked %2 up after %3 passed checks, %4 after its repair began"),
            {balancer, target, count, seconds_text(*event.elapsed)}};
  return {TR("%1 marked %2 up after %3 passed checks"), {balancer, target, count}};
}

}  // namespace

Sentence narrate(const Architecture& architecture, const Event& event) {
  const std::string component = element_text(architecture, event.component);
  const std::string count = count_text(event.count);
  switch (event.kind) {
    case EventKind::action:
      return narrate_action(architecture, event);
    case EventKind::up:
      return {TR("%1 is up"), {component}};
    case EventKind::check_failed:
      return {TR("%1: check of %2 failed (%3 in a row)"), {component, element_text(architecture, event.target), count}};
    case EventKind::target_down:
    case EventKind::target_up:
      return narrate_mark(architecture, event);
    case EventKind::no_healthy_target:
      return {TR("%1 has no healthy target left"), {component}};
    case EventKind::backlog_full:
      if (event.count == 0) return {TR("%1 is full: more requests are rejected"), {component}};
      return {TR("%1 is full: %2 wait, more are rejected"), {component, count}};
    case EventKind::backlog_ok:
      return {TR("%1 accepts requests again: it rejected %2"), {component, count}};
    case EventKind::saturated:
      return {TR("%1 is saturated"), {component}};
    case EventKind::relieved:
      return {TR("%1 is no longer saturated"), {component}};
    case EventKind::edited:
      return {TR("The architecture was edited"), {}};
    case EventKind::out_of_memory:
      return {TR("%1 killed, as its machine ran out of memory: %2 connections reset"), {component, count}};
    case EventKind::scaled:
      return {TR("%1 runs with %2 instances"), {component, count}};
    case EventKind::breaker_opened:
      return {TR("%1 opened its circuit breaker towards %2 after %3 failures"),
              {component, element_text(architecture, event.target), count}};
    case EventKind::breaker_closed:
      return {TR("%1 closed its circuit breaker towards %2"), {component, element_text(architecture, event.target)}};
    case EventKind::primary_lost:
      return {TR("%1 is held for lost: a replica is elected"), {component}};
    case EventKind::promoted:
      return {TR("%1 is the primary now; acknowledged writes lost: %2"), {component, count}};
    case EventKind::took_over:
      return {TR("The standby of %1 took over its address"), {component}};
    case EventKind::dead_letters:
      return {TR("%1 gives up messages, the first after %2 deliveries"), {component, count}};
    case EventKind::limited:
      return {TR("%1 rejects what is over its rate limit"), {component}};
    case EventKind::unlimited:
      return {TR("%1 is within its rate limit again: it rejected %2"), {component, count}};
    case EventKind::node_down:
      return {TR("A node of %1 is held for dead; %2 live"), {component, count}};
    case EventKind::node_up:
      return {TR("A node of %1 is back; %2 live"), {component, count}};
    case EventKind::hints_delivered:
      return {TR("%1 handed over %2 writes to a node that is back"), {component, count}};
  }
  return {};
}

Tone tone_of(const Event& event) {
  switch (event.kind) {
    case EventKind::action:
      switch (event.action->kind) {
        case ActionKind::restart:
        case ActionKind::mend:
        case ActionKind::load:
        case ActionKind::drain:
        case ActionKind::scale:
        case ActionKind::rejoin:
          return Tone::neutral;
        default:
          return Tone::bad;
      }
    case EventKind::up:
    case EventKind::target_up:
    case EventKind::backlog_ok:
    case EventKind::relieved:
    case EventKind::breaker_closed:
    case EventKind::unlimited:
    case EventKind::node_up:
    case EventKind::hints_delivered:
    case EventKind::took_over:
      return Tone::good;
    case EventKind::check_failed:
    case EventKind::target_down:
    case EventKind::saturated:
    case EventKind::breaker_opened:
    case EventKind::promoted:
    case EventKind::limited:
    case EventKind::node_down:
      return Tone::warning;
    case EventKind::no_healthy_target:
    case EventKind::backlog_full:
    case EventKind::out_of_memory:
    case EventKind::primary_lost:
    case EventKind::dead_letters:
      return Tone::bad;
    case EventKind::scaled:
      return Tone::neutral;
    case EventKind::edited:
      return Tone::neutral;
  }
  return Tone::neutral;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9') {
      const auto number = static_cast<std::size_t>(pattern[i + 1] - '1');
      if (number < arguments.size()) text += arguments[number];
      ++i;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

std::string clock_text(Duration at) {
  const std::int64_t tenths = at.nanoseconds / 100'000'000;
  const std::int64_t hours = tenths / 36'000;
  const std::int64_t minutes = tenths / 600 % 60;
  const double seconds = static_cast<double>(tenths % 600) / 10;
  char text[48];
  if (hours > 0)
    std::snprintf(text, sizeof text, "%lld:%02lld:%04.1f", static_cast<long long>(hours),
                  static_cast<long long>(minutes), seconds);
  else std::snprintf(text, sizeof text, "%lld:%04.1f", static_cast<long long>(minutes), seconds);
  return text;
}

}  // namespace loadframe
