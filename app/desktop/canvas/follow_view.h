#pragma once

#include "diagram/tokens.h"
#include "live/request_traces.h"

namespace loadframe {

/// What is shown of requests that are followed one by one: where each of their calls is. The moment shown is that of
/// the run; after a step it gets there in a short while, so that the eye can follow.
class FollowView {
public:
  /// The run is at that moment. @param at_once no way there is shown
  void go_to(Duration now, bool at_once);
  /// Lets time pass on the screen.
  void advance(double milliseconds);
  bool is_on_the_way() const { return passed_ms_ < lasts_ms; }
  Duration shown() const;

  /// @param chosen the request whose calls are marked, or 0
  std::vector<Token> tokens(const RequestTraces& traces, const Architecture& architecture, std::uint32_t chosen) const;

private:
  static constexpr double lasts_ms = 400;
  Duration from_;
  Duration to_;
  double passed_ms_ = lasts_ms;
};

}  // namespace loadframe
