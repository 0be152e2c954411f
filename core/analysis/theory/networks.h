#pragma once

#include <vector>

/// What queueing theory says of several stations together. Times in seconds, rates per second.
namespace loadframe::theory {

/// A station that an open or closed network's requests pass: how often each, and how long it works each time.
struct Station {
  double visits = 1;
  double service_time = 0;
};

/// Mean time that a request spends in an open product-form network of single-server stations.
/// Source: Jackson (1957); Baskett, Chandy, Muntz, Palacios (BCMP), JACM 22(2), 1975.
/// @pre arrival_rate × visits × service_time < 1 at each station
double open_network_response(const std::vector<Station>& stations, double arrival_rate);

struct ClosedNetwork {
  double throughput = 0;
  double response_time = 0;
  std::vector<double> queue;  ///< mean number at each station
};

/// Exact mean value analysis of a closed, single-class product-form network. Source: Reiser & Lavenberg, JACM 27(2),
/// 1980.
ClosedNetwork mean_value_analysis(const std::vector<Station>& stations, double think_time, int population);

/// Mean time in system of many servers, each request going to the least busy of d at random: the mean-field limit
/// S Σ_{i≥1} λ^((d^i - d)/(d - 1)). Source: Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, IEEE
/// TPDS 12(10), 2001; Vvedenskaya, Dobrushin, Karpelevich (1996).
/// @param load of each server, below 1
double choices_response(double load, int choices, double service_time);

/// What n servers add to the limit for two choices: S λ/(2n(1 - λ)), the refined mean field for loads near 1; for
/// smaller loads an upper estimate of what is small there. Source: Gast & Van Houdt, A Refined Mean Field
/// Approximation, SIGMETRICS 2018, section 5. It reproduces Mitzenmacher's table 1 (100 servers) within 0.6 %.
double two_choices_correction(double load, int servers, double service_time);

/// The nth harmonic number: the mean of the largest of n independent exponential times of mean 1.
double harmonic(int n);

/// Mean response of a request that calls two M/M/1 servers at once and waits for both. Source: Flatto & Hahn (1984);
/// Nelson & Tantawi, Approximate Analysis of Fork/Join Synchronization in Parallel Queues, IEEE Trans. Computers
/// 37(6), 1988.
double fork_join_two(double arrival_rate, double service_time);

/// The same for n servers: Nelson & Tantawi's approximation, within 5 % for n up to 32.
double fork_join(double arrival_rate, double service_time, int n);

/// Upper bound: the responses taken as independent. Source: Nelson & Tantawi (1988), by association.
double fork_join_bound(double arrival_rate, double service_time, int n);

}  // namespace loadframe::theory
