#pragma once

#include <functional>
#include <vector>

/// What queueing theory says of single stations. Times in seconds, rates per second; a load is offered work in erlang,
/// λ × mean service time.
namespace loadframe::theory {

/// Stationary probabilities of a birth-death chain with states 0 … n.
/// @param births rates from state i to i + 1, n of them
/// @param deaths rates from state i + 1 to i, n of them, all positive
/// Source: Gross et al., Fundamentals of Queueing Theory, 4th ed., section 2.1.
std::vector<double> birth_death(const std::vector<double>& births, const std::vector<double>& deaths);

/// Blocking probability of M/G/c/c. Source: Erlang (1917), by the recursion B(0) = 1, B(n) = aB/(n + aB).
double erlang_b(double load, int servers);

/// Probability of waiting in M/M/c. Source: Gross et al., section 2.3.
/// @pre load < servers
double erlang_c(double load, int servers);

/// Mean wait of M/M/c. @pre stable: load < servers
double mmc_wait(double arrival_rate, double service_time, int servers);

/// Mean wait of M/G/1. Source: Pollaczek (1930), Khinchine (1932).
/// @param scv squared coefficient of variation of the service time
double mg1_wait(double arrival_rate, double service_time, double scv);

/// Loss probability of M/M/1 with room for `room` calls in all. Source: Gross et al., section 2.4.
double mm1k_loss(double load, int room);

/// Mean wait of GI/M/1: σS/(1 - σ), where σ is the root below 1 of σ = A((1 - σ)/S).
/// @param gap_transform the Laplace transform A(s) of the gaps between arrivals
/// Source: Gross et al., section 5.3.
double gim1_wait(double service_time, const std::function<double(double)>& gap_transform);

/// Upper bound of the mean wait of G/G/1. Source: Kingman, Some inequalities for the queue GI/G/1, Biometrika 49, 1962.
/// @param gap_scv squared coefficient of variation of the gaps between arrivals
double kingman_bound(double arrival_rate, double gap_scv, double service_time, double service_scv);

/// Lower bound of the mean wait of G/G/1; trivial (negative) where services vary little.
/// Source: Marchal, Some simpler bounds on the mean queuing time, Operations Research 26, 1978.
double marchal_bound(double arrival_rate, double service_time, double service_scv);

/// Mean wait of G/G/1 in heavy traffic: load/(1 - load) × (ca² + cs²)/2 × S.
/// Source: Kingman, The single server queue in heavy traffic, Proc. Cambridge Phil. Soc. 57, 1961.
double heavy_traffic_wait(double arrival_rate, double gap_scv, double service_time, double service_scv);

/// The part of Poisson arrivals that a token bucket lets pass, when it fills evenly: a request that finds less than
/// one token is rejected.
/// @param load arrival rate over the rate of tokens
/// @param burst tokens that the bucket holds, at least 1
/// Source: its deficit is the work in an M/D/1 queue which calls leave at once that would wait too long; Erlang's M/D/1
/// law (1909) below that limit, and balance of flow: what passes is what drains.
double token_bucket_pass(double load, double burst);

}  // namespace loadframe::theory
