"""Runs the benchmarks, in turn with their peers, and prints one table: work, ours, peer, ratio, target, met or not.

bench.py FOLDER_OF_PROGRAMS [ROW...]      --list names the rows

Single-threaded work is measured by the time that its thread had on a processor, so that other programs disturb little,
and ours and the peers' take turns, so that what disturbs hits both.
"""
import contextlib
import json
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = HERE / "peers"
EXAMPLES = ROOT / "resources" / "examples"
PYTHON = "/usr/bin/python3"  # Debian's, for Debian's SimPy
ROUNDS = 5
EVENT_SETS = {"EngineQueue": "the engine's", "BinaryHeap": "heap, 2 children", "FourAryHeap": "heap, 4 children",
              "EightAryHeap": "heap, 8 children", "LanesAndHeap": "lanes and heap", "TimingWheel": "timing wheel",
              "LadderQueue": "ladder queue"}


class Unmeasurable(Exception):
    """Why something could not be measured."""


MOVES = ("pan", "zoom")  # of the drawing benchmark


class Table:
    def __init__(self):
        self.lines = []

    def add(self, work, ours, peer="", ratio="", target="", met=None):
        word = "" if met is None else "met" if met else "not met"
        self.lines.append((work, ours, peer, ratio, target, word))

    def print(self):
        head = ("work", "ours", "peer", "ratio", "target", "met?")
        widths = [max(len(line[i]) for line in [head, *self.lines]) for i in range(len(head))]
        for number, line in enumerate([head, *self.lines]):
            print("| " + " | ".join(text.ljust(width) for text, width in zip(line, widths)) + " |")
            if number == 0:
                print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


class Bench:
    def __init__(self, programs):
        self.programs = Path(programs).resolve()
        self.table = Table()

    # Running programs ------------------------------------------------------------------------------------------

    def output(self, command):
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise Unmeasurable(f"{Path(command[0]).name} failed: {done.stderr.strip()[-300:]}")
        return done.stdout

    def work(self, name, seed=1, amount=None):
        arguments = [name, seed] + ([amount] if amount else [])
        return json.loads(self.output([self.programs / "engine_works", *arguments]))

    def peer(self, script, seed):
        return json.loads(self.output([PYTHON, PEERS / script, seed]))

    def has_simpy(self):
        return subprocess.run([PYTHON, "-c", "import simpy"], stderr=subprocess.DEVNULL).returncode == 0

    # Rows ------------------------------------------------------------------------------------------------------

    def single_queue(self):
        ours, simpy, floor = [], [], []
        with_simpy = self.has_simpy()
        for seed in range(1, ROUNDS + 1):
            ours.append(self.work("single-queue", seed)["ns_per_request"])
            if with_simpy:
                simpy.append(self.peer("mm1_simpy.py", seed)["ns_per_request"])
            floor.append(json.loads(self.output([self.programs / "bare_event_list", seed]))["ns_per_request"])
        mine = statistics.median(ours)
        if with_simpy:
            ratio = median_ratio(simpy, ours)
            self.table.add("M/M/1 at load 0.9, a request", nanoseconds(mine),
                           f"SimPy {nanoseconds(statistics.median(simpy))}", f"{ratio:.1f} x", ">= 40 x (dream: 70 x)",
                           ratio >= 40)
        else:
            self.table.add("M/M/1 at load 0.9, a request", nanoseconds(mine), "SimPy is not installed")
        self.table.add("  the same in Cimba", nanoseconds(mine), "not in Debian: left out")
        self.table.add("  with a bare event list: the floor", nanoseconds(mine),
                       nanoseconds(statistics.median(floor)), f"{1 / median_ratio(ours, floor):.2f} x")

    def three_tiers(self):
        ours, simpy = [], []
        with_simpy = self.has_simpy()
        for seed in range(1, ROUNDS + 1):
            ours.append(self.work("three-tiers", seed))
            if with_simpy:
                simpy.append(self.peer("three_tiers_simpy.py", seed))
        mine = [figures["ns_per_request"] for figures in ours]
        if with_simpy:
            theirs = [figures["ns_per_request"] for figures in simpy]
            ratio = median_ratio(theirs, mine)
            self.table.add("three tiers, a request", nanoseconds(statistics.median(mine)),
                           f"SimPy {nanoseconds(statistics.median(theirs))}", f"{ratio:.1f} x", ">= 60 x", ratio >= 60)
            latency = interval([figures["latency_ms"] for figures in ours])
            other = interval([figures["latency_ms"] for figures in simpy])
            apart = abs(latency[0] - other[0])
            self.table.add("  mean latency, 99 % interval", f"{latency[0]:.3f} +- {latency[1]:.3f} ms",
                           f"{other[0]:.3f} +- {other[1]:.3f} ms", "", "the same",
                           apart <= math.hypot(latency[1], other[1]))
        else:
            self.table.add("three tiers, a request", nanoseconds(statistics.median(mine)), "SimPy is not installed")
        rate = statistics.median(figures["events_per_s"] for figures in ours)
        self.table.add("  events", per_second(rate), "", "", ">= 6 M/s", rate >= 6e6)

    def million_users(self):
        runs = [self.work("million-users", seed) for seed in range(1, 4)]
        pace = statistics.median(run["simulated_per_cpu_s"] for run in runs)
        rate = statistics.median(run["events_per_s"] for run in runs)
        self.table.add("1,000,000 users, 10 s think time", f"{pace:.2f} x real time", "", "", ">= 4 x", pace >= 4)
        self.table.add("  events", per_second(rate))
        for name, label in (("ten-million-thoughtful", "10,000,000 users, 100 s think time"),
                            ("ten-million-hasty", "10,000,000 users, 10 s, 400 servers")):
            run = self.work(name)
            self.table.add(label, f"{run['simulated_per_cpu_s']:.2f} x real time", "", "", "told")
            self.table.add("  events", per_second(run["events_per_s"]))

    def components(self):
        rates = self.work("many-components")
        self.table.add("1,000 components, 3,000 links", per_second(rates["events_per_s_of_thousand"]),
                       f"10 components {per_second(rates['events_per_s_of_ten'])}", f"1 / {rates['ratio']:.2f}",
                       "within 2 x", rates["ratio"] <= 2)
        times = self.work("compile")
        for label, key in (("  to begin", "begin_ms"), ("  to take over an edit", "adopt_ms")):
            self.table.add(label, milliseconds(times[key]), "", "", "< 50 ms", times[key] < 50)

    def checkpoint(self):
        copy = self.work("checkpoint")
        self.table.add("copy of the running million users", milliseconds(copy["copy_ms"]), "", "", "< 10 ms",
                       copy["copy_ms"] < 10)
        self.table.add("  its size", f"{copy['copy_mib']:.1f} MiB", "", "", "< 64 MiB", copy["copy_mib"] < 64)

    def rewind(self):
        back = self.work("rewind")
        self.table.add("rewind ten minutes of it to any second",
                       f"{milliseconds(back['median_ms'])}, worst {milliseconds(back['worst_ms'])}", "", "", "< 200 ms",
                       back["worst_ms"] < 200)
        self.table.add("  checkpoints", f"{back['kept_mib']:.0f} MiB, every {back['spacing_s']:g} s")

    def memory(self):
        resident = self.work("memory")
        grown = resident["growth_mib"]
        self.table.add("memory, 1st to 10th simulated hour",
                       f"{resident['first_mib']:.1f} to {resident['last_mib']:.1f} MiB", "", "", "no growth",
                       grown < 0.05 * resident["first_mib"])

    def replications(self):
        if not shutil.which("taskset") or (os.cpu_count() or 1) < 2:
            raise Unmeasurable("needs two cores and taskset")
        command = [self.programs / "loadframe-cli", "run", EXAMPLES / "load-balanced.loadframe", "--duration", "1200s",
                   "--replications", "32"]
        times = {"0": [], "0,1": []}
        for _ in range(3):
            for cores, taken in times.items():
                began = time.monotonic()
                self.output(["taskset", "-c", cores, *command])
                taken.append(time.monotonic() - began)
        ratio = median_ratio(times["0"], times["0,1"])
        self.table.add("32 replications on two cores", f"{statistics.median(times['0,1']):.2f} s",
                       f"one core {statistics.median(times['0']):.2f} s", f"{ratio:.2f} x", "near 2 x", ratio >= 1.8)

    def start(self):
        with display() as environment, tempfile.TemporaryDirectory() as folder:
            times = []
            for _ in range(ROUNDS + 1):
                window = Window(self.programs / "loadframe", EXAMPLES / "million-users.loadframe", folder, environment)
                with contextlib.closing(window):
                    times.append(window.wait_for_example())
            taken = statistics.median(times[1:])  # the first one warms up
            self.table.add("start to a window with the million users", f"{taken:.2f} s", "", "", "< 1 s", taken < 1)

    def live(self):
        with display() as environment, tempfile.TemporaryDirectory() as folder:
            window = Window(self.programs / "loadframe", EXAMPLES / "million-users.loadframe", folder, environment)
            with contextlib.closing(window):
                window.wait_for_example()
                window.fill_screen_and_run()
                time.sleep(4)
                began, lines_before = time.monotonic(), len(window.frames())
                time.sleep(10)
                lasted = time.monotonic() - began
                frames = window.frames()[lines_before:]
        if len(frames) < 2:
            raise Unmeasurable("the window painted no frames")
        gaps = sorted(frame[1] for frame in frames[1:])
        painting = sorted(frame[0] for frame in frames)
        pace = (frames[-1][4] - frames[0][4]) / lasted
        rate = len(frames) / lasted
        dots = statistics.median(frame[3] for frame in frames)
        self.table.add("the million users live in the window", f"{pace:.2f} x real time", "", "", "real time",
                       pace >= 0.97)
        self.table.add("  frames", f"{rate:.1f} /s, {dots:.0f} dots", "", "", ">= 60 /s, 5,000 dots",
                       rate >= 59.5 and dots >= 5000)
        self.table.add("  slowest frame, and 99 %", f"{gaps[-1]:.1f} ms, {quantile(gaps, 0.99):.1f} ms", "", "",
                       "<= 33 ms", gaps[-1] <= 33)
        self.table.add("  painting: median, 95 %, worst", f"{quantile(painting, 0.5):.1f}, "
                       f"{quantile(painting, 0.95):.1f}, {painting[-1]:.1f} ms")

    def event_sets(self):
        report = json.loads(self.output([self.programs / "event_sets_benchmark", "--benchmark_format=json",
                                         "--benchmark_min_time=0.02", "--benchmark_repetitions=5",
                                         "--benchmark_enable_random_interleaving=true"]))
        costs = {}
        for run in report["benchmarks"]:
            if run["run_type"] == "iteration":
                costs.setdefault(run["name"], []).append(run["per_event"] * 1e9)
        sizes = (100, 10_000, 1_000_000)
        for mix in ("exponential", "engine"):
            self.table.add(f"event sets, {'our mix' if mix == 'engine' else mix}: 10^2, 10^4, 10^6 pending", "")
            names = sorted({name.split("/")[0] for name in costs})
            for name in names:
                times = [statistics.median(costs[f"{name}/{mix}/{size}"]) for size in sizes]
                text = ", ".join(f"{cost:.0f}" for cost in times) + " ns"
                engine = [statistics.median(costs[f"EngineQueue/{mix}/{size}"]) for size in sizes]
                words = EVENT_SETS.get(name, name)
                if name == "EngineQueue":
                    self.table.add("  " + words, text)
                else:
                    shares = ", ".join(f"{mine / other:.2f}" for mine, other in zip(engine, times))
                    self.table.add("  " + words, "", text, shares + " x")

    def drawing(self):
        cases, moves, routes = {}, [], []
        for case in map(json.loads, self.output([self.programs / "drawing_benchmark", "60"]).splitlines()):
            if case["what"] in MOVES:
                moves.append(case)
            elif case["what"].startswith("routes"):
                routes.append(case)
            else:
                cases.setdefault((case["components"], case["zoom"]), []).append(case)
        for (components, zoom), shown in cases.items():
            frames = [case for case in shown if case["what"] == "frame"]
            dots = ", ".join(f"{case['dots']:,}" for case in frames)
            self.table.add(f"frame of {components:,} components, {zoom}: {dots} dots", "", "", "", "told")
            for label, key in (("median", "median_ms"), ("95 %", "p95_ms"), ("worst", "worst_ms")):
                self.table.add("  " + label, ", ".join(f"{case[key]:.1f}" for case in frames) + " ms")
            still = [case for case in shown if case["what"] != "frame"]
            self.table.add("  still layer anew: all, one component",
                           ", ".join(f"{case['median_ms']:.1f}" for case in still) + " ms")
        for case in routes:
            self.table.add(f"{case['components']:,} components, {case['what']}", f"{case['median_ms']:.1f} ms")
        for components, frames_per_s in ((1_000, 60), (10_000, 30)):
            shown = [case for case in moves if case["components"] == components]
            budget = 1000 / frames_per_s
            self.table.add(f"{components:,} components, {3 * components:,} links: "
                           + ", ".join(f"{case['what']} {case['zoom']}" for case in shown),
                           ", ".join(f"{case['median_ms']:.1f}" for case in shown) + " ms", "", "",
                           f"{frames_per_s} frames/s", all(case["p95_ms"] <= budget for case in shown))
            for label, key in (("95 %", "p95_ms"), ("worst", "worst_ms")):
                self.table.add("  " + label, ", ".join(f"{case[key]:.1f}" for case in shown) + " ms")


class Window:
    """The program with an example, on a display without a screen."""

    def __init__(self, program, example, folder, environment):
        self.log = Path(folder) / "frames.log"
        self.log.unlink(missing_ok=True)
        home = Path(folder) / "home"
        home.mkdir(exist_ok=True, mode=0o700)
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), str(home))
        self.environment = dict(environment, **places, LOADFRAME_FRAME_LOG=str(self.log), LC_ALL="C.UTF-8")
        self.began = time.monotonic()
        self.process = subprocess.Popen([str(program), str(example)], env=self.environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def frames(self):
        """Lines of [paint_ms, gap_ms, components, dots, run_s]."""
        if not self.log.exists():
            return []
        return [list(map(float, line.split())) for line in self.log.read_text().splitlines(keepends=True)
                if line.endswith("\n")]

    def wait_for_example(self):
        """Seconds from the start until a frame shows the example."""
        while time.monotonic() - self.began < 20:
            if any(frame[2] > 0 for frame in self.frames()):
                return time.monotonic() - self.began
            if self.process.poll() is not None:
                raise Unmeasurable("the window closed by itself")
            time.sleep(0.002)
        raise Unmeasurable("the window did not show the example")

    def fill_screen_and_run(self):
        def xdotool(*arguments):
            return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True, text=True,
                                  stdout=subprocess.PIPE).stdout.split()

        candidates = xdotool("search", "--onlyvisible", "--pid", self.process.pid)
        if not candidates:
            raise Unmeasurable("xdotool does not see the window")
        window = candidates[-1]
        xdotool("windowmove", window, 0, 0)
        xdotool("windowsize", window, 1920, 1080)
        time.sleep(1)
        xdotool("windowfocus", window)
        xdotool("mousemove", 960, 540)
        xdotool("key", "space")

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def display():
    """An X server without a screen, as the environment for its programs."""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        raise Unmeasurable("needs Xvfb and xdotool")
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Unmeasurable("Xvfb does not start")
        environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
        yield dict(environment, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
    finally:
        server.terminate()
        server.wait()


def median_ratio(numerators, denominators):
    """Of pairs that ran side by side."""
    return statistics.median(above / below for above, below in zip(numerators, denominators))


def interval(values):
    """Mean, and half the width of its 99 % interval, of a few independent runs."""
    quantiles = {2: 63.66, 3: 9.925, 4: 5.841, 5: 4.604}  # Student's t
    half = quantiles[len(values)] * statistics.stdev(values) / math.sqrt(len(values))
    return statistics.fmean(values), half


def quantile(ordered, share):
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def nanoseconds(value):
    return f"{value:.0f} ns" if value < 1000 else f"{value / 1000:.2f} us"


def milliseconds(value):
    return f"{value:.1f} ms" if value < 1000 else f"{value / 1000:.2f} s"


def per_second(value):
    return f"{value / 1e6:.2f} M/s"


ROWS = {
    "single-queue": Bench.single_queue,
    "three-tiers": Bench.three_tiers,
    "million-users": Bench.million_users,
    "live": Bench.live,
    "components": Bench.components,
    "checkpoint": Bench.checkpoint,
    "rewind": Bench.rewind,
    "memory": Bench.memory,
    "replications": Bench.replications,
    "start": Bench.start,
    "event-sets": Bench.event_sets,
    "drawing": Bench.drawing,
}


def main():
    programs, *wanted = sys.argv[1:]
    if wanted == ["--list"]:
        print(" ".join(ROWS))
        return 0
    unknown = [name for name in wanted if name not in ROWS]
    if unknown:
        print(f"There is no row {unknown[0]}; there are: {' '.join(ROWS)}", file=sys.stderr)
        return 2
    bench = Bench(programs)
    measured_all = True
    for name in wanted or ROWS:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            ROWS[name](bench)
        except (Unmeasurable, OSError, subprocess.SubprocessError) as problem:
            bench.table.add(name, f"not measured: {problem}")
            measured_all = False
    bench.table.print()
    return 0 if measured_all else 1


if __name__ == "__main__":
    sys.exit(main())
