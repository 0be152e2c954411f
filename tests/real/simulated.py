"""Runs a layout in the simulator, by its command-line program, and reads its trace and events."""

import json
import pathlib
import subprocess
import tempfile

from observation import Mark, Observation, Request

TAIL_S = 6  # after the last request, for answers


class Refused(Exception):
    """The simulator does not accept the layout."""


def version(cli):
    return subprocess.run([cli, "--version"], check=True, capture_output=True, text=True).stdout.strip()


def run(cli, scenario, seed, overhead_ms):
    """@param overhead_ms what client, proxy and server add to each request on this machine; users' access latency"""
    with tempfile.TemporaryDirectory(prefix="loadframe-validate-") as name:
        folder = pathlib.Path(name)
        command = [cli, "run", str(scenario.layout), "--seed", str(seed), "--duration",
                   f"{scenario.duration_s + TAIL_S}s", "--set", f"users.access_latency={overhead_ms / 2:.3f}ms",
                   "--at", f"{scenario.duration_s}s load 0", "--json", str(folder / "result"),
                   "--trace", str(folder / "trace")]
        for at, action, server in scenario.faults:
            command += ["--at", f"{at}s {action} {server}"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0 or "there is no setting" in done.stderr:  # it would be ignored
            raise Refused(done.stderr.strip())
        return observation_of(json.loads((folder / "result").read_text()), json.loads((folder / "trace").read_text()),
                              scenario)


def observation_of(result, trace, scenario):
    sent = {}
    tried = {}
    for entry in trace["traceEvents"]:
        if entry.get("cat") != "request" or entry["ph"] not in ("b", "e"):
            continue
        caller, callee = entry["name"].split(" -> ")
        if caller == "users":
            key = "begin" if entry["ph"] == "b" else "end"
            sent.setdefault(entry["id"], {})[key] = entry["ts"]
            if entry["ph"] == "b":
                sent[entry["id"]]["outcome"] = entry["args"]["outcome"]
        elif entry["ph"] == "b":
            tried.setdefault(entry["id"], []).append((entry["ts"], callee))
    requests = [Request(each["begin"] / 1e6, (each["end"] - each["begin"]) / 1e3, each["outcome"],
                        [server for _, server in sorted(tried.get(number, []))])
                for number, each in sent.items()]
    requests.sort(key=lambda each: each.sent_s)
    marks = [Mark(each["t_s"], each["target"], each["what"] == "target-up")
             for each in result["events"] if each["what"] in ("target-down", "target-up")]
    return Observation(requests, marks, list(scenario.faults))
