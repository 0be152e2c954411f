#pragma once

#include <vector>

/// Hit ratios of caches under independent requests: each request asks for key i with probability p(i).
namespace loadframe::theory {

/// Probabilities of keys 1 … n in proportion to rank^-skew.
std::vector<double> zipf_popularity(int keys, double skew);

/// Least recently used, by the characteristic time T: Σ p(1 - e^(-pT)) where Σ (1 - e^(-pT)) = slots.
/// Source: Che, Tung, Wang (2002); accuracy: Fricker, Robert, Roberts (2012), well below 1 %.
/// @param slots entries that the cache holds
double lru_hit_ratio(const std::vector<double>& popularity, int slots);

/// First in, first out, and random eviction, which have the same: Σ p pT/(1 + pT) where Σ pT/(1 + pT) = slots.
/// Source: Gelenbe (1973), equality; Martina, Garetto, Leonardi (INFOCOM 2014) and Gast & Van Houdt (SIGMETRICS 2015),
/// the characteristic time, exact as caches grow.
double fifo_hit_ratio(const std::vector<double>& popularity, int slots);

/// The most popular keys held always: what least frequently used approaches, and no policy exceeds that does not know
/// the future. Source: Aho, Denning, Ullman, Principles of Optimal Page Replacement, JACM 18(1), 1971.
double best_hit_ratio(const std::vector<double>& popularity, int slots);

/// A cache without bound whose entries live for a time from when they were put in, whatever hits them: each miss is
/// followed by rate × p × lifetime hits on average, so Σ p λT/(1 + λT) with λ = rate × p.
/// Source: Jung, Berger, Balakrishnan, Modeling TTL-based Internet Caches, INFOCOM 2003.
/// @param request_rate of all keys together, per second
/// @param lifetime s
double ttl_hit_ratio(const std::vector<double>& popularity, double request_rate, double lifetime);

}  // namespace loadframe::theory
