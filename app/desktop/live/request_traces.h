#pragma once

#include "simulation/recording.h"

#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace loadframe {

/// One call of a request, as far as it has been seen.
struct TracedCall {
  std::uint32_t call = 0;
  std::uint32_t parent = 0;  ///< another of the request's calls; 0: the user's own
  LinkId link;
  std::uint16_t attempt = 0;  ///< 0: the first
  Duration sent;
  Duration arrived;                  ///< at the callee
  std::optional<Duration> answered;  ///< when the answer set off
  std::optional<Duration> returned;  ///< and came back, perhaps in the future
  Outcome outcome = Outcome::ok;     ///< of the answer
  Duration waited;                   ///< once it is answered
  Duration served;
  std::optional<CallStage> stage;  ///< as of now; none: it has ended
  bool abandoned = false;          ///< its caller has given up
};

/// A request and the calls that it led to, in the order in which they were sent.
struct RequestTrace {
  std::uint32_t request = 0;
  std::uint32_t number = 0;  ///< for people: counts up from 1
  ClassId request_class;
  std::vector<TracedCall> calls;

  Duration began() const { return calls.front().sent; }
  bool under_way() const;
};

/// Puts together what was seen of observed requests. Keeps the last ones.
class RequestTraces {
public:
  static constexpr std::size_t most_requests = 2'000;

  /// New hops; those of checks are passed over.
  void take(std::span<const Hop> hops);
  /// Where the observed calls are now. Calls that are not among them have ended.
  void take(std::span<const ObservedCall> calls);
  void clear();

  const RequestTrace* find(std::uint32_t request) const;
  /// The oldest first.
  const std::deque<RequestTrace>& all() const { return traces_; }

private:
  std::deque<RequestTrace> traces_;
  std::unordered_map<std::uint32_t, std::uint32_t> number_of_;  ///< by request
  std::uint32_t numbered_ = 0;
};

}  // namespace loadframe
