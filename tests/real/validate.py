"""Runs each scenario with real software on the loopback and in the simulator, and compares what both show."""

import argparse
import concurrent.futures
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import statistics
import sys

import real
import results
import simulated
from agreement import Comparison
from observation import Observation
from scenarios import CALIBRATION_MS, CALIBRATIONS, SCENARIOS
from software import SOFTWARE

FOLDER = pathlib.Path(__file__).parent


@dataclasses.dataclass
class Row:
    scenario: object
    metric: object
    real: list
    simulated: list
    missing: list  # of (kind, runs without a value, runs)

    @property
    def comparison(self):
        if min(len(self.real), len(self.simulated)) < 2:
            return None
        return Comparison(self.real, self.simulated, self.metric.resolution)


@dataclasses.dataclass
class Measured:
    """What real runs showed, and under which conditions."""

    observations: dict  # by scenario: one for each repetition
    overheads_ms: dict  # by software: one for each repetition
    conditions: dict

    def overhead_ms(self, software):
        return max(0.0, statistics.fmean(self.overheads_ms[software]))

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(dataclasses.asdict(self)))

    @staticmethod
    def read(path):
        kept = json.loads(path.read_text())
        return Measured({name: [Observation.of(each) for each in those]
                         for name, those in kept["observations"].items()}, kept["overheads_ms"], kept["conditions"])


def go_first():
    """Puts this process, and the real programs that it starts, before all else that the machine does, which should not
    show in latencies. Only root may. @return the scheduling, in words"""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
        return "SCHED_RR"
    except PermissionError:
        return "ordinary"


def run_real(scenarios, repetitions):
    """All scenarios once, then again: so what changes on the machine meanwhile meets all alike."""
    began = datetime.datetime.now(datetime.timezone.utc)
    scheduling = go_first()
    measured = Measured(
        {scenario.name: [] for scenario in scenarios}, {software: [] for software in SOFTWARE},
        {"Date of the real runs": began.strftime("%Y-%m-%d %H:%M UTC"),
         "Software": ", ".join(each.version() for each in SOFTWARE.values()),
         "Machine": f"Linux {platform.release()}, {os.cpu_count()} cores, Python {platform.python_version()}"})
    loads = []
    for repetition in range(1, repetitions + 1):
        for scenario in CALIBRATIONS + scenarios:
            print(f"real, {repetition} of {repetitions}: {scenario.name} ({scenario.software})", flush=True)
            observation = real.run(scenario, repetition)
            loads.append(os.getloadavg()[0])
            if scenario in CALIBRATIONS:
                latency = statistics.fmean(each.latency_ms for each in observation.requests[20:])
                measured.overheads_ms[scenario.software].append(latency - CALIBRATION_MS)
            else:
                measured.observations[scenario.name].append(observation)
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    measured.conditions["Load average of the machine"] = (
        f"{min(loads):.1f} to {max(loads):.1f}, mean {statistics.fmean(loads):.1f}; scheduling of the real programs: "
        f"{scheduling}")
    return measured


def run_simulated(cli, scenario, seeds, overhead_ms):
    print(f"simulated: {scenario.name}", flush=True)
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(lambda seed: simulated.run(cli, scenario, seed, overhead_ms), range(1, seeds + 1)))
    except simulated.Refused as refusal:
        print(f"  not simulated: {refusal}", file=sys.stderr)
        return []


def rows_of(scenario, seen, computed):
    for metric in scenario.metrics:
        values = [[metric.value(scenario, each) for each in those] for those in (seen, computed)]
        there = [[each for each in those if each is not None] for those in values]
        missing = [(kind, len(all_of) - len(some), len(all_of))
                   for kind, all_of, some in zip(("real", "simulated"), values, there)]
        yield Row(scenario, metric, *there, missing)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the program loadframe-cli")
    parser.add_argument("--only", action="append", metavar="SCENARIO", help="leave out the others; may be repeated")
    parser.add_argument("--repetitions", type=int, default=5, help="of each real scenario (default: 5)")
    parser.add_argument("--seeds", type=int, default=30, help="of each simulated scenario (default: 30)")
    parser.add_argument("--output", type=pathlib.Path, default=FOLDER / "RESULTS.md")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FILE", help="keep what the real runs showed, as JSON")
    parser.add_argument("--real", type=pathlib.Path, metavar="FILE",
                        help="simulate only, and compare with real runs that were kept")
    wanted = parser.parse_args()
    scenarios = [each for each in SCENARIOS if not wanted.only or each.name in wanted.only]
    unknown = set(wanted.only or []) - {each.name for each in SCENARIOS}
    if unknown or wanted.repetitions < 2 or wanted.seeds < 2:
        parser.error(f"no such scenario: {', '.join(unknown)}" if unknown else "two runs at least, for a spread")

    measured = Measured.read(wanted.real) if wanted.real else run_real(scenarios, wanted.repetitions)
    if wanted.keep:
        measured.write(wanted.keep)
    observations = {}
    rows = []
    for scenario in scenarios:
        seen = measured.observations[scenario.name]
        computed = run_simulated(wanted.cli, scenario, wanted.seeds, measured.overhead_ms(scenario.software))
        observations[scenario.name] = (seen, computed)
        rows += rows_of(scenario, seen, computed)

    conditions = [
        *measured.conditions.items(),
        ("Simulator", simulated.version(wanted.cli)),
        ("Runs", f"{len(observations[scenarios[0].name][0])} real and {wanted.seeds} simulated of each scenario; none "
         "was discarded"),
        *((f"Overhead of client, {name} and server", f"{results.spread(values)} ms beyond the service time, measured "
           "with one server that is never busy; the simulated users' access latency (both ways) is its mean")
          for name, values in measured.overheads_ms.items()),
    ]
    known = results.explained((FOLDER / "DIFFERENCES.md").read_text())
    text, open_rows = results.report(conditions, rows, observations, known)
    wanted.output.write_text(text)
    print(f"Results: {wanted.output}")
    for row in open_rows:
        print(f"differs: {row.scenario.name}: {row.metric.name}", file=sys.stderr)
    return 1 if open_rows else 0


if __name__ == "__main__":
    sys.exit(main())
