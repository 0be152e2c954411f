"""HAProxy and nginx, as Debian packages them: how they are started, and what their logs say in the simulator's words.

Logs come as syslog datagrams to a port of the loopback, so that the moment at which each line was written is known."""

import asyncio
import pathlib
import re
import subprocess

from observation import Mark

CONFIGURATIONS = pathlib.Path(__file__).parent / "configurations"


class Log(asyncio.DatagramProtocol):
    """Lines, with the loop's time of their arrival."""

    def __init__(self):
        self.lines = []

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, _):
        self.lines.append((asyncio.get_running_loop().time(), data.decode(errors="replace")))


def haproxy_outcome(status, state, server):
    """The state at disconnection is that of HAProxy's configuration manual, section 8.5: who ended the session (S: the
    server refused or aborted, s: a timeout), and when (Q: in the queue, C: connecting, H: waiting for the answer)."""
    if status == 200:
        return "ok"
    if state == "SC":
        return "no_healthy_target" if server == "<NOSRV>" else "refused"
    known = {"sC": "timeout", "sQ": "rejected", "SH": "reset", "sH": "timeout"}
    if state in known:
        return known[state]
    return "rejected" if status == 503 and state == "--" else f"{status}/{state}"


class HAProxy:
    name = "haproxy"
    request_line = re.compile(r"request /(\d+) (\d+) (\S\S) \+?(\d+) (\S+)")
    mark_line = re.compile(r"Server servers/(\S+) is (UP|DOWN)")

    @staticmethod
    def version():
        text = subprocess.run(["/usr/sbin/haproxy", "-v"], check=True, capture_output=True, text=True).stdout
        return " ".join(text.split()[:3])

    @staticmethod
    def start(configuration, folder):
        return subprocess.Popen(["/usr/sbin/haproxy", "-db", "-q", "-f", configuration], cwd=folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __init__(self, ports):
        self.outcomes = {}  # by request: outcome, servers tried
        self.marks = []

    def read(self, at, line):
        if found := self.request_line.search(line):
            number, status, state, retries, server = found.groups()
            # Which servers were tried before the last is not logged.
            tried = ["?"] * int(retries) + ([server] if server != "<NOSRV>" else [])
            self.outcomes[int(number)] = (haproxy_outcome(int(status), state, server), tried)
        elif found := self.mark_line.search(line):
            self.marks.append(Mark(at, found[1], found[2] == "UP"))


class Nginx:
    name = "nginx"
    request_line = re.compile(r'request /(\d+) (\d+) "([^"]*)" "([^"]*)" "([^"]*)"')
    mark_line = re.compile(r'temporarily disabled .*upstream: "http://127\.0\.0\.1:(\d+)/')

    @staticmethod
    def version():
        text = subprocess.run(["/usr/sbin/nginx", "-v"], check=True, capture_output=True, text=True).stderr
        return text.strip().removeprefix("nginx version: ")

    @staticmethod
    def start(configuration, folder):
        return subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", configuration], cwd=folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __init__(self, ports):
        self.server_at = {f"127.0.0.1:{port}": server for server, port in ports.items()}
        self.outcomes = {}
        self.marks = []

    def read(self, at, line):
        if found := self.request_line.search(line):
            number, status, addresses, _, connected = found.groups()
            tried = [self.server_at[each] for each in addresses.split(", ") if each in self.server_at]
            self.outcomes[int(number)] = (self.outcome(int(status), tried, connected), tried)
        elif found := self.mark_line.search(line):
            self.marks.append(Mark(at, self.server_at[f"127.0.0.1:{found[1]}"], False))

    @staticmethod
    def outcome(status, tried, connected):
        if status == 200:
            return "ok"
        if status == 502:
            if not tried:
                return "no_healthy_target"
            return "refused" if connected.split(", ")[-1] == "-" else "reset"
        return {503: "rejected", 504: "timeout"}.get(status, str(status))


SOFTWARE = {each.name: each for each in (HAProxy, Nginx)}
