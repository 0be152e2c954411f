"""Three tiers in SimPy, as systems::three_tiers of tests/benchmarks/systems.cpp.

Poisson arrivals, a balancer that takes ten servers in turn, four workers each, exponential work of 10 ms; then a lookup
of 0.1 ms in a cache (four threads) that hits four times in five, and after a miss a read of 2 ms (exponential) from a
database of sixteen connections. Each hop takes 0.5 ms each way. A worker is held until its request is answered.

three_tiers_simpy.py [SEED] [REQUESTS]     prints one line of JSON
"""
import itertools
import json
import random
import sys
import time

import simpy

SERVERS = 10
WORKERS = 4
WORK = 0.010  # s, mean
LOOKUP = 0.0001
READ = 0.002  # mean
HOP = 0.0005
HIT_RATIO = 0.8
HELD = WORK + 2 * HOP + LOOKUP + (1 - HIT_RATIO) * (2 * HOP + READ)
ARRIVAL_RATE = 0.7 * SERVERS * WORKERS / HELD
WARM_UP = 5.0  # s


class System:
    def __init__(self, env, seed):
        self.env = env
        self.draw = random.Random(seed)
        self.servers = itertools.cycle([simpy.Resource(env, WORKERS) for _ in range(SERVERS)])
        self.cache = simpy.Resource(env, 4)
        self.database = simpy.Resource(env, 16)
        self.latencies = []

    def request(self):
        env = self.env
        began = env.now
        yield env.timeout(HOP)  # to the balancer
        server = next(self.servers)
        yield env.timeout(HOP)  # to the server
        with server.request() as worker:
            yield worker
            yield env.timeout(self.draw.expovariate(1 / WORK))
            yield env.timeout(HOP)
            with self.cache.request() as thread:
                yield thread
                yield env.timeout(LOOKUP)
            yield env.timeout(HOP)
            if self.draw.random() >= HIT_RATIO:
                yield env.timeout(HOP)
                with self.database.request() as connection:
                    yield connection
                    yield env.timeout(self.draw.expovariate(1 / READ))
                yield env.timeout(HOP)
        yield env.timeout(HOP)  # back to the balancer
        yield env.timeout(HOP)  # back to the user
        if began >= WARM_UP:
            self.latencies.append(env.now - began)

    def arrivals(self, number):
        for _ in range(number):
            yield self.env.timeout(self.draw.expovariate(ARRIVAL_RATE))
            self.env.process(self.request())


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    began = time.process_time()
    env = simpy.Environment()
    system = System(env, seed)
    env.process(system.arrivals(number))
    env.run()
    took = time.process_time() - began
    print(json.dumps({
        "ns_per_request": took / number * 1e9,
        "latency_ms": sum(system.latencies) / len(system.latencies) * 1e3,
    }))


if __name__ == "__main__":
    main()
