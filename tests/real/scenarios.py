"""What is run, and what is measured of it. The system is a layout of layouts/, its load balancer once more as a
configuration of the real software in configurations/; everything else is here."""

import dataclasses
import functools
import json
import pathlib

import metrics as m

FOLDER = pathlib.Path(__file__).parent


@dataclasses.dataclass
class Scenario:
    name: str  # of the layout and of the configuration
    software: str
    duration_s: float  # for which requests are sent
    metrics: list
    faults: list = dataclasses.field(default_factory=list)  # of (seconds, action, server)
    jitter_s: float = 0  # real faults come later by up to this, at random, so that timers are met in any phase
    settle_s: float = 0  # until the balancer has surely noticed a change, and queues are gone

    @property
    def layout(self):
        return FOLDER / "layouts" / f"{self.name}.loadframe"

    @property
    def configuration(self):
        return f"{self.name}.{'cfg' if self.software == 'haproxy' else 'conf'}"

    @functools.cached_property
    def boot_s(self):
        components = json.loads(self.layout.read_text())["components"]
        boot = next(each["settings"]["boot_time"] for each in components if each["kind"] == "server")
        return float(boot.removesuffix(" s"))


CALIBRATION_MS = 20  # the service time in the layout
CALIBRATIONS = [Scenario("calibration", software, 3, []) for software in ("haproxy", "nginx")]

KILLED = [(4, "kill", "web-2"), (9, "restart", "web-2")]
HUNG = [(4, "hang", "web-2"), (10, "restart", "web-2")]


def latencies(*windows):
    return [metric(window) for window in windows for metric in (m.latency_mean, lambda w: m.latency_quantile(95, w))]


SCENARIOS = [
    Scenario("kill", "haproxy", 16, faults=KILLED, jitter_s=0.5, settle_s=2, metrics=[
        m.time_to_mark_down("web-2"), m.time_to_mark_up("web-2"),
        m.count("refused"), m.share("refused", "unnoticed"), m.count("reset"), m.other_failures("refused", "reset"),
        *latencies("before", "degraded", "restored")]),
    Scenario("redispatch", "haproxy", 16, faults=KILLED, jitter_s=0.5, settle_s=2, metrics=[
        m.time_to_mark_down("web-2"), m.time_to_mark_up("web-2"),
        m.retried(), m.share_retried("unnoticed"), m.count("refused"), m.count("reset"),
        m.other_failures("refused", "reset"), *latencies("before", "degraded", "restored")]),
    Scenario("same-server", "haproxy", 16, faults=KILLED, jitter_s=0.5, settle_s=4, metrics=[
        m.time_to_mark_down("web-2"), m.retried(),
        m.count("refused"), m.latency_mean("all", "refused"), m.count("reset"), m.other_failures("refused", "reset"),
        *latencies("before", "restored")]),
    Scenario("hang", "haproxy", 17, faults=HUNG, jitter_s=0.5, settle_s=3.5, metrics=[
        m.time_to_mark_down("web-2"), m.time_to_mark_up("web-2"),
        m.count("timeout"), m.latency_mean("all", "timeout"), m.count("reset"),
        m.other_failures("timeout", "reset"), *latencies("before", "degraded", "restored")]),
    Scenario("passive-kill", "nginx", 18, faults=[(4, "kill", "web-2"), (11, "restart", "web-2")], jitter_s=1,
             settle_s=4, metrics=[
        m.retried(), m.sent_to("web-2", "noticed"), m.time_to_first_answer("web-2"), m.other_failures(),
        *latencies("before", "degraded", "restored")]),
    Scenario("passive-hang", "nginx", 18, faults=[(4, "hang", "web-2"), (11, "restart", "web-2")], jitter_s=1,
             settle_s=4, metrics=[
        m.time_to_mark_down("web-2"), m.retried(), m.sent_to("web-2", "noticed"), m.time_to_first_answer("web-2"),
        m.other_failures(), *latencies("before", "outage", "restored")]),
    Scenario("slow-round-robin", "haproxy", 10, [
        *latencies("all"), m.latency_quantile(99), m.part_of("web-1"), m.other_failures()]),
    Scenario("slow-least-connections", "haproxy", 10, [
        *latencies("all"), m.latency_quantile(99), m.part_of("web-1"), m.other_failures()]),
    Scenario("queue", "haproxy", 10, [
        m.throughput(), m.share("rejected"), m.latency_mean("all", "rejected"), *latencies("all"),
        m.other_failures("rejected")]),
    Scenario("overload", "haproxy", 10, [
        m.throughput(), m.share("timeout"), m.share("rejected"), m.attempts(), *latencies("all"),
        m.other_failures("timeout", "rejected")]),
    Scenario("overload-retried", "haproxy", 10, [
        m.throughput(), m.share("timeout"), m.share("rejected"), m.attempts(), *latencies("all"),
        m.other_failures("timeout", "rejected")]),
]
