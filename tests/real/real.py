"""Runs the system that a layout describes for real, on the loopback: its servers as processes of backend.py, its load
balancer as HAProxy or nginx, its users as the client in load.py."""

import asyncio
import json
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile

import load
from observation import Observation, Request
from software import CONFIGURATIONS, SOFTWARE, Log

BACKEND = pathlib.Path(__file__).parent / "backend.py"
START_S = 10  # by then all must listen


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def seconds(text):
    number, unit = re.fullmatch(r"([\d.]+) ?(ms|s)", text).groups()
    return float(number) / (1000 if unit == "ms" else 1)


class Server:
    """A process of backend.py with the settings of a server in a layout."""

    def __init__(self, component, port, seed):
        settings = component["settings"]
        law = re.fullmatch(r"(\w+) ([\d.]+) ms", settings["wait_time"])
        self.boot_s = seconds(settings["boot_time"])
        self.port = port
        self.command = [sys.executable, str(BACKEND), "--port", str(port), "--workers", str(settings["workers"]),
                        "--backlog", str(settings["backlog"]), "--service", f"{law[1]} {law[2]}"]
        self.seed = seed
        self.process = None
        self.start(0)

    def start(self, listen_at):
        self.seed += 1000
        self.process = subprocess.Popen([*self.command, "--seed", str(self.seed), "--listen-at", str(listen_at)])

    def act(self, action, now):
        if action == "hang":
            self.process.send_signal(signal.SIGSTOP)
            return
        self.stop()
        if action == "restart":
            self.start(now + self.boot_s)

    def stop(self):
        self.process.kill()
        self.process.wait()


async def until_it_listens(port):
    loop = asyncio.get_running_loop()
    end = loop.time() + START_S
    while loop.time() < end:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        except OSError:
            await asyncio.sleep(0.02)
    raise RuntimeError(f"nothing listened on port {port} within {START_S} s")


def components_of(layout, kind):
    return [each for each in layout["components"] if each["kind"] == kind]


async def run_async(scenario, seed, folder):
    loop = asyncio.get_running_loop()
    layout = json.loads(scenario.layout.read_text())
    users = components_of(layout, "users")[0]["settings"]
    servers = components_of(layout, "server")
    names = [each["name"] for each in servers]
    entry, log_port, *ports = free_ports(2 + len(servers))
    port_of = dict(zip(names, ports))
    reader = SOFTWARE[scenario.software](port_of)
    _, log = await loop.create_datagram_endpoint(Log, local_addr=("127.0.0.1", log_port))
    draws = random.Random(f"faults/{seed}")

    text = (CONFIGURATIONS / scenario.configuration).read_text()
    for name, port in {"entry": entry, "log": log_port, **port_of}.items():
        text = text.replace(f"@{name}@", f"127.0.0.1:{port}")
    configuration = pathlib.Path(folder) / "configuration"
    configuration.write_text(text)

    running = {}
    proxy = None
    try:
        for number, component in enumerate(servers):
            running[component["name"]] = Server(component, port_of[component["name"]], 10 * seed + number)
        for port in ports:
            await until_it_listens(port)
        proxy = reader.start(str(configuration), folder)
        await until_it_listens(entry)

        shift = draws.uniform(0, scenario.jitter_s)  # so that checks are met in any phase
        began = loop.time() + 0.5
        faults = []

        def act(action, server):
            faults.append((loop.time() - began, action, server))
            running[server].act(action, loop.time())

        for at, action, server in scenario.faults:
            loop.call_at(began + at + shift, act, action, server)
        rate = float(users["rate"].removesuffix("/s"))
        times = load.arrival_times(rate, users.get("spacing", "poisson"), scenario.duration_s, seed)
        answers = await load.send_all(entry, times, began)
        await asyncio.sleep(0.2)  # for the last lines of the log
    finally:
        if proxy:
            proxy.terminate()
            proxy.wait()
        for each in running.values():
            each.stop()
        log.transport.close()

    for at, line in log.lines:
        reader.read(at - began, line)
    requests = []
    for number, (status, latency) in enumerate(answers):
        outcome, tried = reader.outcomes.get(number, ("no answer", []))
        if (outcome == "ok") != (status == 200):
            outcome = f"client saw {status}, log says {outcome}"
        requests.append(Request(times[number], latency * 1000, outcome, tried))
    marks = [each for each in reader.marks if each.at_s >= 0]
    return Observation(requests, marks, faults)


def run(scenario, seed):
    with tempfile.TemporaryDirectory(prefix="loadframe-validate-") as folder:
        return asyncio.run(run_async(scenario, seed, folder))
