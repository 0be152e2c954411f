"""Runs each scenario with real software on the loopback and in the simulator, and compares what both show."""

import argparse
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
from scenarios import CALIBRATION_MS, CALIBRATIONS, SCENARIOS
from software import SOFTWARE

FOLDER = pathlib.Path(__file__).parent
REAL_TIME_NICENESS = -10


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


def go_first():
    """What else the machine does should not show in latencies. Only root may; others do without."""
    try:
        os.nice(REAL_TIME_NICENESS)
        return True
    except PermissionError:
        return False


def run_real(scenarios, repetitions):
    """All scenarios once, then again: so what changes on the machine meanwhile meets all alike.
    @return observations and overheads (ms by software), by repetition; load averages"""
    seen = {scenario.name: [] for scenario in scenarios}
    overheads = {software: [] for software in SOFTWARE}
    loads = []
    for repetition in range(1, repetitions + 1):
        for scenario in CALIBRATIONS + scenarios:
            print(f"real, {repetition} of {repetitions}: {scenario.name} ({scenario.software})", flush=True)
            observation = real.run(scenario, repetition)
            loads.append(os.getloadavg()[0])
            if scenario in CALIBRATIONS:
                latency = statistics.fmean(each.latency_ms for each in observation.requests[20:])
                overheads[scenario.software].append(latency - CALIBRATION_MS)
            else:
                seen[scenario.name].append(observation)
    return seen, overheads, loads


def run_simulated(cli, scenario, seeds, overhead_ms):
    print(f"simulated: {scenario.name}", flush=True)
    try:
        return [simulated.run(cli, scenario, seed, overhead_ms) for seed in range(1, seeds + 1)]
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


def keep(path, observations):
    """What each run showed, for who wants to look closer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({name: {kind: [dataclasses.asdict(each) for each in those]
                                       for kind, those in zip(("real", "simulated"), pair)}
                                for name, pair in observations.items()}))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the program loadframe-cli")
    parser.add_argument("--only", action="append", metavar="SCENARIO", help="leave out the others; may be repeated")
    parser.add_argument("--repetitions", type=int, default=5, help="of each real scenario (default: 5)")
    parser.add_argument("--seeds", type=int, default=30, help="of each simulated scenario (default: 30)")
    parser.add_argument("--output", type=pathlib.Path, default=FOLDER / "RESULTS.md")
    parser.add_argument("--observations", type=pathlib.Path, help="a file for what each run showed, as JSON")
    wanted = parser.parse_args()
    scenarios = [each for each in SCENARIOS if not wanted.only or each.name in wanted.only]
    unknown = set(wanted.only or []) - {each.name for each in SCENARIOS}
    if unknown or wanted.repetitions < 2 or wanted.seeds < 2:
        parser.error(f"no such scenario: {', '.join(unknown)}" if unknown else "two runs at least, for a spread")

    began = datetime.datetime.now(datetime.timezone.utc)
    first = go_first()
    seen, overheads, loads = run_real(scenarios, wanted.repetitions)
    if first:
        os.nice(-REAL_TIME_NICENESS)
    observations = {}
    rows = []
    for scenario in scenarios:
        overhead_ms = max(0.0, statistics.fmean(overheads[scenario.software]))
        computed = run_simulated(wanted.cli, scenario, wanted.seeds, overhead_ms)
        observations[scenario.name] = (seen[scenario.name], computed)
        rows += rows_of(scenario, seen[scenario.name], computed)
    if wanted.observations:
        keep(wanted.observations, observations)

    conditions = [
        ("Date", began.strftime("%Y-%m-%d %H:%M UTC")),
        *(("Software", each.version()) for each in SOFTWARE.values()),
        ("Machine", f"Linux {platform.release()}, {os.cpu_count()} cores, Python {platform.python_version()}"),
        ("Load average of the machine", f"{min(loads):.1f} to {max(loads):.1f}, mean {statistics.fmean(loads):.1f}; "
         f"the real programs ran at niceness {REAL_TIME_NICENESS if first else 0}"),
        ("Runs", f"{wanted.repetitions} real and {wanted.seeds} simulated of each scenario; none was discarded"),
        *((f"Overhead of client, {name} and server", f"{results.spread(values)} ms beyond the service time, measured "
           "with one server that is never busy; the simulated users' access latency (both ways) is its mean")
          for name, values in overheads.items()),
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
