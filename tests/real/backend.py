"""A small web server that behaves like the simulator's: a bounded number of workers, each held for the service time of
one request, and a bounded backlog in front of them. It listens on the loopback only.

    backend.py --port N --workers N --backlog N --service "exponential 30" --seed N [--listen-at S]

A request for /health takes a worker too, but no time. What finds the backlog full is answered 503 at once. SIGKILL
kills it and SIGSTOP hangs it, like any process: connections are then still accepted by the kernel.
"""

import argparse
import collections
import random
import socket
import threading
import time

ANSWER = b"HTTP/1.1 %s\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
KERNEL_BACKLOG = 1024


class Backlog:
    """Connections that wait for a worker, first come, first served."""

    def __init__(self, workers, room):
        self.idle = workers
        self.room = room
        self.waiting = collections.deque()
        self.changed = threading.Condition()

    def offer(self, connection):
        """False if all workers are busy and there is no room to wait."""
        with self.changed:
            if len(self.waiting) >= self.room + self.idle:
                return False
            self.waiting.append(connection)
            self.changed.notify()
            return True

    def take(self):
        """Waits for a connection; the worker is busy until it calls release()."""
        with self.changed:
            while not self.waiting:
                self.changed.wait()
            self.idle -= 1
            return self.waiting.popleft()

    def release(self):
        with self.changed:
            self.idle += 1


def service_law(text, draws):
    """The function that draws a service time in seconds. Text: "exponential MS" or "constant MS"."""
    law, mean_ms = text.split()
    mean = float(mean_ms) / 1000
    if law == "exponential":
        return lambda: draws.expovariate(1 / mean)
    if law == "constant":
        return lambda: mean
    raise SystemExit(f"unknown law: {text}")


def answer(connection, status):
    try:
        connection.sendall(ANSWER % status)
    except OSError:
        pass  # the caller has gone, as callers do that give up


def work(backlog, service_time):
    while True:
        with backlog.take() as connection:
            began = time.monotonic()
            try:
                request = connection.recv(4096)
            except OSError:
                request = b""
            if request and not request.startswith(b"GET /health"):
                time.sleep(max(0.0, began + service_time() - time.monotonic()))
            if request:
                answer(connection, b"200 OK")
        backlog.release()


def turn_away(connection):
    with connection:
        connection.settimeout(0.1)
        try:
            connection.recv(4096)  # closing with unread data would reset the connection
        except OSError:
            pass
        answer(connection, b"503 Service Unavailable")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--backlog", type=int, required=True)
    parser.add_argument("--service", required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--listen-at", type=float, default=0, help="time.monotonic() before which it does not listen")
    wanted = parser.parse_args()

    backlog = Backlog(wanted.workers, wanted.backlog)
    for worker in range(wanted.workers):
        law = service_law(wanted.service, random.Random(f"{wanted.seed}/{worker}"))
        threading.Thread(target=work, args=(backlog, law), daemon=True).start()
    time.sleep(max(0.0, wanted.listen_at - time.monotonic()))

    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", wanted.port))
    listener.listen(KERNEL_BACKLOG)
    while True:
        connection, _ = listener.accept()
        if not backlog.offer(connection):
            turn_away(connection)


if __name__ == "__main__":
    main()
