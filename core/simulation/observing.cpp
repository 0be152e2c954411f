#include "simulation/engine.h"

/// What is told of single requests to those who watch: their calls' ways, and where they are.
namespace loadframe::engine {

namespace {

constexpr std::size_t most_hops = 100'000;

CallStage stage_of(Phase phase) {
  switch (phase) {
    case Phase::resolving:
      return CallStage::resolving;
    case Phase::pausing:
    case Phase::pooling:
    case Phase::blocked:
      return CallStage::pausing;
    case Phase::queued:
      return CallStage::queued;
    case Phase::on_cpu:
      return CallStage::working;
    case Phase::waiting:
      return CallStage::waiting;
    case Phase::downstream:
      return CallStage::downstream;
    case Phase::frozen:
      return CallStage::frozen;
    case Phase::returning:
      return CallStage::returning;
    case Phase::free:
    case Phase::travelling:
      break;
  }
  return CallStage::travelling;
}

}  // namespace

void Engine::observe(const Call& call, bool response, std::int64_t delay) {
  const LinkModel& link = model->links[call.link];
  if (hops.size() >= most_hops || link.internal) return;
  hops.push_back({.link = link.id,
                  .departed = {now},
                  .arrived = {now + delay},
                  .request = call.trace(),
                  .response = response,
                  .check = call.purpose == Purpose::check,
                  .outcome = call.outcome,
                  .call = call.serial,
                  .parent = serial_of_parent(call),
                  .attempt = call.attempt,
                  .request_class = model->classes[call.request_class].id,
                  .waited = {static_cast<std::int64_t>(call.waited)},
                  .served = {static_cast<std::int64_t>(call.served)}});
}

std::uint32_t Engine::serial_of_parent(const Call& call) const {
  if (call.parent == none || calls[call.parent].generation != call.parent_generation) return 0;
  return calls[call.parent].serial;
}

std::vector<ObservedCall> Engine::observed_calls() const {
  std::vector<ObservedCall> observed;
  for (CallIndex index = 0; index < calls.size(); ++index) {
    const Call& call = calls[index];
    if (!call.observed || call.phase == Phase::free) continue;
    const bool on_its_way = call.link != none && call.phase != Phase::resolving;
    if (on_its_way && model->links[call.link].internal) continue;
    observed.push_back({.request = call.trace(),
                        .call = call.serial,
                        .parent = serial_of_parent(call),
                        .link = on_its_way ? model->links[call.link].id : LinkId{},
                        .stage = stage_of(call.phase),
                        .abandoned = call.abandoned,
                        .check = call.purpose == Purpose::check,
                        .attempt = call.attempt,
                        .outcome = call.outcome,
                        .request_class = model->classes[call.request_class].id});
  }
  return observed;
}

}  // namespace loadframe::engine
