"""M/M/1 at load 0.9 in SimPy: a process for each customer, a resource for the server, waits collected.

mm1_simpy.py [SEED] [CUSTOMERS]     prints one line of JSON
"""
import json
import random
import sys
import time

import simpy

ARRIVAL_RATE = 900.0  # per second
SERVICE_RATE = 1000.0


def customer(env, server, draw, waits, times):
    arrived = env.now
    with server.request() as request:
        yield request
        waits.append(env.now - arrived)
        yield env.timeout(draw.expovariate(SERVICE_RATE))
    times.append(env.now - arrived)


def source(env, server, draw, number, waits, times):
    for _ in range(number):
        yield env.timeout(draw.expovariate(ARRIVAL_RATE))
        env.process(customer(env, server, draw, waits, times))


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    began = time.process_time()
    env = simpy.Environment()
    server = simpy.Resource(env, capacity=1)
    waits, times = [], []
    env.process(source(env, server, random.Random(seed), number, waits, times))
    env.run()
    took = time.process_time() - began
    print(json.dumps({
        "ns_per_request": took / number * 1e9,
        "latency_ms": sum(times) / len(times) * 1e3,
        "wait_ms": sum(waits) / len(waits) * 1e3,
    }))


if __name__ == "__main__":
    main()
