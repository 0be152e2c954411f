#pragma once

#include "simulation/behaviour/behaviour.h"

/// What components that stand for several machines have in common: their own node coordinates, members work.
namespace loadframe::engine::cluster {

inline bool is_member(const Engine& engine, NodeIndex index) { return engine.model->nodes[index].member > 0; }

/// A member's place among its owner's members and targets.
inline std::uint32_t position_of(const Engine& engine, NodeIndex member) {
  return engine.model->nodes[member].member - 1;
}

/// Each class has keys of its own.
inline std::uint64_t key_of(const Engine& engine, const Call& call) {
  return std::uint64_t{engine.model->classes[call.request_class].id.value} << 32 | call.key;
}

/// In which of so many equal parts of the hash's range a key is. The hash is SplitMix64's (Steele, Lea & Flood, 2014).
inline std::uint32_t part_of(std::uint64_t key, std::uint32_t parts) {
  key += 0x9E3779B97F4A7C15u;
  key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
  key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint32_t>((static_cast<Wide>(key ^ (key >> 31)) * parts) >> 64);
}

/// Sends a member its part of a request. @param detail, step are the call's
inline void ask(Engine& engine, CallIndex request, std::uint32_t position, std::uint32_t detail = 0,
                std::uint16_t step = 0) {
  Call& call = engine.calls[request];
  ++call.pending;
  engine.begin_call({.link = engine.model->nodes[engine.callee_of(call)].targets[position],
                     .parent = request,
                     .request_class = call.request_class,
                     .key = call.key,
                     .user = call.user,
                     .trace = call.trace(),
                     .detail = detail,
                     .step = step,
                     .first_begun = engine.now});
}

/// What a request's caller is told when too many of its parts have ended like this one.
inline Outcome failure_by(Outcome part) { return part == Outcome::timeout ? Outcome::timeout : Outcome::error; }

}  // namespace loadframe::engine::cluster
