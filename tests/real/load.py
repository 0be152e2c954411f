"""An open-loop client: requests are sent at times drawn beforehand, however slow the answers are, each over its own
connection to the loopback, and latency counts from the time at which it was meant to be sent."""

import asyncio
import random

PATIENCE_S = 5  # after the last request


def arrival_times(rate, spacing, duration_s, seed):
    """Seconds from the start. Spacing: "poisson" or "regular"."""
    draws = random.Random(f"arrivals/{seed}")
    times = []
    at = 0.0
    while True:
        at += draws.expovariate(rate) if spacing == "poisson" else 1 / rate
        if at >= duration_s:
            return times
        times.append(at)


class Exchange(asyncio.Protocol):
    """One request and its answer."""

    def __init__(self, path, ended):
        self.path = path
        self.ended = ended
        self.answer = b""

    def connection_made(self, transport):
        transport.write(f"GET {self.path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n".encode())

    def data_received(self, data):
        self.answer += data

    def connection_lost(self, _):
        status = self.answer[9:12]
        self.ended(int(status) if status.isdigit() else 0)


async def send_all(port, times, began):
    """Sends request number i at began + times[i], on the loop's clock.
    @return for each the HTTP status (0: none came) and the latency in seconds"""
    loop = asyncio.get_running_loop()
    results = [(0, None)] * len(times)
    outstanding = set()

    async def send(number):
        finished = loop.create_future()

        def ended(status):
            results[number] = (status, loop.time() - began - times[number])
            if not finished.done():
                finished.set_result(None)

        try:
            transport, _ = await loop.create_connection(lambda: Exchange(f"/{number}", ended), "127.0.0.1", port)
        except OSError:
            ended(0)
            return
        try:
            await finished
        finally:
            transport.abort()

    for number, at in enumerate(times):
        pause = began + at - loop.time()
        if pause > 0:
            await asyncio.sleep(pause)
        task = loop.create_task(send(number))
        outstanding.add(task)
        task.add_done_callback(outstanding.discard)
    if outstanding:
        _, late = await asyncio.wait(outstanding, timeout=PATIENCE_S)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
    return [(status, PATIENCE_S if latency is None else latency) for status, latency in results]
