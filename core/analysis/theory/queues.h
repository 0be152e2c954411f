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

/// The part of calls that give up waiting in M/M/c+M, where each waits for an exponential time at most.
/// Source: Palm (1957); Garnett, Mandelbaum, Reiman, Designing a Call Center with Impatient Customers, M&SOM 4(3),
/// 2002.
/// @param patience mean of that time, s
double erlang_a_loss(double arrival_rate, double service_time, int servers, double patience);

/// Mean waits of M/G/1 by class, those of higher priority first, none interrupted once begun.
/// Source: Cobham, Priority Assignment in Waiting Line Problems, Operations Research 2(1), 1954.
/// @param arrival_rates of each class, the most urgent first; all have the same law of service
std::vector<double> priority_waits(const std::vector<double>& arrival_rates, double service_time, double scv);

}  // namespace loadframe::theory
