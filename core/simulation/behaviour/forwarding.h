#pragma once

#include "simulation/behaviour/behaviour.h"

/// What kinds that pass requests on have in common: gateways, firewalls, CDNs.
namespace loadframe::engine::forwarding {

/// One step whose alternatives are all its links.
inline void connect(Wiring& wiring, NodeIndex index) { wiring.wire_forwarding(index); }

/// Passes a call on to one of the component's links, by weight; there may be none for it.
inline void pass_on(Engine& engine, CallIndex index) {
  const NodeModel& node = engine.callee_model(engine.calls[index]);
  const bool write = engine.model->classes[engine.calls[index].request_class].write;
  if ((write ? node.write_steps : node.read_steps).empty()) engine.respond(index, Outcome::no_healthy_target);
  else engine.advance(index);
}

}  // namespace loadframe::engine::forwarding
