"""Writes what was found, as a Markdown file."""

import re
import statistics

from agreement import CONFIDENCE

NOT_THERE = "–"


def explained(text):
    """The rows that DIFFERENCES.md explains: headings of the form "## scenario: metric", several by "; "."""
    rows = set()
    for heading in re.findall(r"^## (.*)$", text, re.MULTILINE):
        scenario, _, names = heading.partition(": ")
        rows.update((scenario, name) for name in names.split("; "))
    return rows


def figure(value):
    size = abs(value)
    return f"{value:.0f}" if size >= 1000 else f"{value:.1f}" if size >= 10 else f"{value:.2f}"


def spread(values):
    return f"{figure(statistics.fmean(values))} ± {figure(statistics.stdev(values))}"


def verdict(row, known):
    if row.comparison is None:
        return "not comparable"
    if row.comparison.agrees:
        return "agrees"
    return "differs, explained" if (row.scenario.name, row.metric.name) in known else "**differs**"


def table(rows, known):
    lines = ["| metric | real | simulated | difference | tolerance | verdict |",
             "| --- | --- | --- | --- | --- | --- |"]
    for row in rows:
        name = f"{row.metric.name} ({row.metric.unit})" if row.metric.unit else row.metric.name
        cells = [name, *(spread(each) if len(each) > 1 else NOT_THERE for each in (row.real, row.simulated))]
        if row.comparison:
            cells += [figure(row.comparison.difference), figure(row.comparison.tolerance)]
        else:
            cells += [NOT_THERE, NOT_THERE]
        missing = [f"{kind} had none in {gone} of {all} runs" for kind, gone, all in row.missing if gone]
        cells.append("; ".join([verdict(row, known), *missing]))
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def timeline(real, simulated):
    """Second by second from the first fault: failed requests a second, and mean latency of ok ones."""

    def second(observations, at):
        failed = []
        latencies = []
        for seen in observations:
            begin = seen.faults[0][0] + at
            those = [each for each in seen.requests if begin <= each.sent_s < begin + 1]
            failed.append(sum(each.outcome != "ok" for each in those))
            latencies += [each.latency_ms for each in those if each.outcome == "ok"]
        return figure(statistics.fmean(failed)), figure(statistics.fmean(latencies)) if latencies else NOT_THERE

    first = int(min(seen.faults[0][0] for seen in simulated))
    last = int(max(seen.requests[-1].sent_s for seen in simulated)) - first
    lines = ["| seconds from the fault | failed/s, real | failed/s, simulated | latency of ok (ms), real | simulated |",
             "| --- | --- | --- | --- | --- |"]
    for at in range(-2, last):
        (failed, latency), (simulated_failed, simulated_latency) = second(real, at), second(simulated, at)
        lines.append(f"| {at} to {at + 1} | {failed} | {simulated_failed} | {latency} | {simulated_latency} |")
    return lines


def report(conditions, rows, observations, known):
    """@param observations by scenario name: the real and the simulated ones"""
    compared = [row for row in rows if row.comparison]
    differing = [row for row in compared if not row.comparison.agrees]
    open_rows = [row for row in differing if (row.scenario.name, row.metric.name) not in known]
    lines = ["# Real software and the simulator, side by side", "",
             "Written by `packaging/validate`; README.md tells what each scenario is, DIFFERENCES.md why what differs "
             "does.", "", *(f"* {name}: {value}" for name, value in conditions), "",
             "Figures are means ± standard deviations from run to run. The tolerance is half the width of the "
             f"{CONFIDENCE:.0%} interval for the difference of the two means (Student's t, with separate or common "
             "variances, whichever is wider), and the resolution of the measurement where it has one (0.5 ms; 10 ms "
             "for times of marks; 0.1 % for parts). Of rows that agree, one in "
             f"{1 / (1 - CONFIDENCE):.0f} is expected to be found to differ by chance.", "",
             f"**{len(compared)} rows compared: {len(compared) - len(differing)} agree, "
             f"{len(differing) - len(open_rows)} differ and are explained, {len(open_rows)} differ without "
             "explanation.**", ""]
    for scenario in dict.fromkeys(row.scenario.name for row in rows):
        those = [row for row in rows if row.scenario.name == scenario]
        lines += [f"## {scenario} ({those[0].scenario.software})", "", *table(those, known), ""]
        real, simulated = observations[scenario]
        if those[0].scenario.faults and simulated:
            lines += [*timeline(real, simulated), ""]
    return "\n".join(lines), open_rows
