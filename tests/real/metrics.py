"""Metrics of an observation. Each function here returns one as a function of (scenario, observation), which returns
None where there is nothing to measure.

Windows are of the times at which requests were sent:
  all        from the end of the warm-up
  before     from the end of the warm-up to the first fault
  unnoticed  from the first fault, until the balancer marks the server down
  noticed    from then, until the server listens again
  outage     from the first fault, until the server listens again
  degraded   the part of the outage after the balancer has noticed: from `settle_s` after the fault
  restored   from `settle_s` after the server listens again
"""

import dataclasses

WARM_UP_S = 1


@dataclasses.dataclass
class Metric:
    name: str
    unit: str
    resolution: float  # of the measurement, in the unit: of clocks and of the proxies' timers
    value: object


def listens_again(scenario, observation):
    return next(at for at, action, _ in observation.faults if action == "restart") + scenario.boot_s


def window(scenario, observation, name):
    end = scenario.duration_s
    if name == "all":
        return WARM_UP_S, end
    first = observation.faults[0][0]
    if name == "before":
        return WARM_UP_S, first
    again = listens_again(scenario, observation)
    marked = next((each.at_s for each in observation.marks if not each.up), first)
    return {"unnoticed": (first, marked), "noticed": (marked, again), "outage": (first, again),
            "degraded": (first + scenario.settle_s, again), "restored": (again + scenario.settle_s, end)}[name]


def requests_in(scenario, observation, name):
    begin, end = window(scenario, observation, name)
    return [each for each in observation.requests if begin <= each.sent_s < end]


def mean(values):
    return sum(values) / len(values) if values else None


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else None


def count(outcome, when="all"):
    """Requests that ended so."""
    return Metric(f"requests {outcome}, {when}", "", 0, lambda scenario, seen: sum(
        each.outcome == outcome for each in requests_in(scenario, seen, when)))


def other_failures(*known):
    """Requests that ended neither well nor in one of these ways."""
    return Metric("requests failed otherwise", "", 0, lambda scenario, seen: sum(
        each.outcome not in ("ok", *known) for each in requests_in(scenario, seen, "all")))


def share(outcome, when="all"):
    return Metric(f"part of requests {outcome}, {when}", "%", 0.1, lambda scenario, seen: mean(
        [100 * (each.outcome == outcome) for each in requests_in(scenario, seen, when)]))


def latency_mean(when="all", outcome="ok"):
    return Metric(f"mean latency of {outcome}, {when}", "ms", 0.5, lambda scenario, seen: mean(
        [each.latency_ms for each in requests_in(scenario, seen, when) if each.outcome == outcome]))


def latency_quantile(percent, when="all", outcome="ok"):
    return Metric(f"p{percent} latency of {outcome}, {when}", "ms", 0.5, lambda scenario, seen: quantile(
        [each.latency_ms for each in requests_in(scenario, seen, when) if each.outcome == outcome], percent / 100))


def throughput(when="all"):
    def value(scenario, seen):
        begin, end = window(scenario, seen, when)
        return sum(each.outcome == "ok" for each in requests_in(scenario, seen, when)) / (end - begin)
    return Metric(f"throughput of ok, {when}", "/s", 0, value)


def time_to_mark_down(server):
    def value(scenario, seen):
        fault = seen.faults[0][0]
        return next((each.at_s - fault for each in seen.marks if each.server == server and not each.up), None)
    return Metric(f"{server} marked down after the fault", "s", 0.01, value)


def time_to_mark_up(server):
    def value(scenario, seen):
        return next((each.at_s - listens_again(scenario, seen) for each in seen.marks
                     if each.server == server and each.up), None)
    return Metric(f"{server} marked up after it listens", "s", 0.01, value)


def sent_to(server, when):
    return Metric(f"requests sent to {server}, {when}", "", 0, lambda scenario, seen: sum(
        server in each.tried for each in requests_in(scenario, seen, when)))


def time_to_first_answer(server):
    def value(scenario, seen):
        again = listens_again(scenario, seen)
        return next((each.sent_s - again for each in seen.requests if each.sent_s > again and each.outcome == "ok" and
                     each.tried[-1:] == [server]), None)
    return Metric(f"first request that {server} answers after it listens", "s", 0.01, value)


def retried(when="all"):
    return Metric(f"requests sent more than once, {when}", "", 0, lambda scenario, seen: sum(
        len(each.tried) > 1 for each in requests_in(scenario, seen, when)))


def share_retried(when):
    return Metric(f"part of requests sent more than once, {when}", "%", 0.1, lambda scenario, seen: mean(
        [100 * (len(each.tried) > 1) for each in requests_in(scenario, seen, when)]))


def attempts(when="all"):
    return Metric(f"times a request is sent to a server, {when}", "", 0, lambda scenario, seen: mean(
        [len(each.tried) for each in requests_in(scenario, seen, when)]))


def part_of(server, when="all"):
    return Metric(f"part of ok requests answered by {server}, {when}", "%", 0.1, lambda scenario, seen: mean(
        [100 * (each.tried[-1:] == [server]) for each in requests_in(scenario, seen, when) if each.outcome == "ok"]))
