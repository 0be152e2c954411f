#pragma once

#include "architecture/architecture.h"

#include <cstdint>
#include <string>

/// The systems whose simulation is measured.
namespace loadframe::systems {

/// Ready to run, without a finding. @param name of a file in resources/examples, such as "million-users"
Architecture example(const std::string& name);

/// One queue: Poisson arrivals of 900/s at a server with one worker and exponential work of 1 ms.
Architecture single_queue();
inline constexpr double single_queue_rate = 900;

/// Poisson arrivals, a balancer, ten servers of four workers each busy for 70 % of the time, a cache that has 80 % of
/// what is asked for, and a database; each hop takes 0.5 ms each way. As tests/benchmarks/peers/three_tiers_simpy.py.
Architecture three_tiers();
inline constexpr double three_tiers_rate = 0.7 * 10 * 4 / 0.0117;

/// The example of a million users with another population or another time to think, on as many times the hardware as
/// it takes.
/// @param hardware factor on servers, and on the capacity of all else
Architecture populated(std::int64_t population, Duration think_time, int hardware);

/// Users, balancers, servers, caches and databases; whatever the size, a request passes a balancer, a server, a cache
/// and, after a miss, a database, and each server is as busy.
/// @param number 10, with 19 links; 100, with 256; or 1,000, with 3,000
Architecture components(int number);

}  // namespace loadframe::systems
