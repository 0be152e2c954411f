#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

namespace loadframe {

/// How a call ended, for its caller.
enum class Outcome : std::uint8_t {
  ok,
  refused,            ///< nobody listens: the process is dead or booting
  reset,              ///< the connection broke while the call was under way
  timeout,            ///< the caller gave up waiting
  rejected,           ///< a queue or limit was full
  no_healthy_target,  ///< a balancer had nowhere to send it
  name_not_resolved,  ///< the DNS did not answer
  error,              ///< the callee answered that it failed (5xx)
  lost,               ///< gave up sending it: every transmission was lost
  circuit_open,       ///< the caller's circuit breaker did not let it through
  shed,               ///< given up to protect the rest: low priority, or too long in the backlog
  cancelled,          ///< the caller withdrew it, as another answer had come or none was wanted any more
};
inline constexpr std::size_t outcome_count = 12;

/// The word in results and events: "no_healthy_target".
std::string_view outcome_key(Outcome outcome);

/// How many calls ended in each way.
struct OutcomeCounts {
  std::array<std::uint64_t, outcome_count> count{};

  std::uint64_t& operator[](Outcome outcome) { return count[static_cast<std::size_t>(outcome)]; }
  std::uint64_t operator[](Outcome outcome) const { return count[static_cast<std::size_t>(outcome)]; }
  std::uint64_t ok() const { return (*this)[Outcome::ok]; }
  std::uint64_t all() const { return std::accumulate(count.begin(), count.end(), std::uint64_t{0}); }
  std::uint64_t failed() const { return all() - ok(); }
  void add(const OutcomeCounts& other) {
    for (std::size_t i = 0; i < outcome_count; ++i) count[i] += other.count[i];
  }
  friend bool operator==(const OutcomeCounts&, const OutcomeCounts&) = default;
};

}  // namespace loadframe
