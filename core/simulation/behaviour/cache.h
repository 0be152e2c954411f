#pragma once

#include "simulation/behaviour/behaviour.h"

/// What caches and CDNs have in common.
namespace loadframe::engine::cache {

/// State of a new component, or new limits of one that has been edited.
void prepare(Engine& engine, NodeIndex index);
inline void adopt(Engine& engine, NodeIndex index, const NodeModel&) { prepare(engine, index); }

/// Answers a read from what is held; a miss is fetched by the component's own steps or, where it has none, by the
/// caller. With coalescing, it waits if somebody fetches the same already.
void look_up(Engine& engine, CallIndex index);

/// As KindBehaviour::look_ahead: where the key would stand in the store's table.
void look_ahead(const Engine& engine, NodeIndex index, const Call& call, Ahead ahead);
/// As KindBehaviour::begin: while the lookup lasts, its entry is fetched. @return true
bool expect(Engine& engine, CallIndex index);

void left(Engine& engine, NodeIndex index, CallIndex call);
void timer(Engine& engine, NodeIndex index, std::uint32_t lease);
void stopped(Engine& engine, NodeIndex index);

/// The place that the call's user belongs to.
CachePlace& place_of(Engine& engine, NodeIndex index, const Call& call);

/// Each class asks for keys of its own.
inline std::uint64_t key_of(const Engine& engine, const Call& call) {
  return std::uint64_t{engine.model->classes[call.request_class].id.value} << 32 | call.key;
}

}  // namespace loadframe::engine::cache
