#include "live/request_traces.h"

#include <algorithm>
#include <unordered_map>

namespace loadframe {

bool RequestTrace::under_way() const {
  return std::any_of(calls.begin(), calls.end(), [](const TracedCall& call) { return call.stage.has_value(); });
}

void RequestTraces::take(std::span<const Hop> hops) {
  for (const Hop& hop : hops) {
    if (hop.check) continue;
    auto* trace = const_cast<RequestTrace*>(find(hop.request));
    if (!trace) {
      // The beginning of a request that was met on its way is not known; its story would be wrong.
      if (hop.response || hop.parent != 0) continue;
      traces_.push_back({hop.request, ++numbered_, hop.request_class, {}});
      trace = &traces_.back();
      number_of_.emplace(hop.request, numbered_);
    }
    const auto call = std::find_if(trace->calls.rbegin(), trace->calls.rend(),
                                   [&](const TracedCall& known) { return known.call == hop.call; });
    if (!hop.response) {
      trace->calls.push_back({.call = hop.call,
                              .parent = hop.parent,
                              .link = hop.link,
                              .attempt = hop.attempt,
                              .sent = hop.departed,
                              .arrived = hop.arrived,
                              .answered = {},
                              .returned = {},
                              .waited = {},
                              .served = {},
                              .stage = CallStage::travelling});
    } else if (call != trace->calls.rend()) {
      call->answered = hop.departed;
      call->returned = hop.arrived;
      call->outcome = hop.outcome;
      call->waited = hop.waited;
      call->served = hop.served;
      call->stage = CallStage::returning;
    }
  }
  while (traces_.size() > most_requests) {
    number_of_.erase(traces_.front().request);
    traces_.pop_front();
  }
}

void RequestTraces::take(std::span<const ObservedCall> calls) {
  std::unordered_map<std::uint32_t, const ObservedCall*> present;
  for (const ObservedCall& call : calls) present.emplace(call.call, &call);
  for (RequestTrace& trace : traces_) {
    for (TracedCall& call : trace.calls) {
      if (!call.stage) continue;
      const auto now = present.find(call.call);
      if (now == present.end()) {
        call.stage.reset();
        continue;
      }
      call.stage = now->second->stage;
      call.abandoned = now->second->abandoned;
    }
  }
}

void RequestTraces::clear() {
  traces_.clear();
  number_of_.clear();
  numbered_ = 0;
}

const RequestTrace* RequestTraces::find(std::uint32_t request) const {
  const auto number = number_of_.find(request);
  return number == number_of_.end() ? nullptr : &traces_[number->second - traces_.front().number];
}

}  // namespace loadframe
