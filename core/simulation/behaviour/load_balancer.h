#pragma once

#include "simulation/behaviour/behaviour.h"

/// The parts of a load balancer: which target a request goes to (balancing.cpp), which targets are up
/// (health_checks.cpp), and a request's way through it (load_balancer.cpp).
namespace loadframe::engine::balancer {

inline const LoadBalancerSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<LoadBalancerSettings>(engine.model->nodes[index].settings);
}
inline BalancerState& state_of(Engine& engine, NodeIndex index) {
  return std::get<BalancerState>(engine.nodes[index].kind);
}

/// Whether requests are sent over the link.
inline bool is_up(const Engine& engine, LinkIndex link) {
  const LinkCondition& target = engine.link_conditions[link];
  return !target.down && (!target.passed_over || target.trial_due) &&
         !engine.taken_out[engine.flows[link].wire.callee] && engine.breaker_is_passable(link);
}
/// As KindBehaviour::look_ahead: where targets take turns, the next is known.
void look_ahead(const Engine& engine, NodeIndex index, const Call& call, Ahead ahead);
/// Whether the link's target has all the requests that it may have at one time.
bool is_full(const Engine& engine, LinkIndex link);

enum class Verdict { send, wait, nowhere };

struct Choice {
  Verdict verdict = Verdict::nowhere;
  LinkIndex link = none;  ///< to send over, or whose target to wait for; none: for any
  bool bound = false;     ///< to that target, by its user or key
};

/// Where a request goes: by the policy, or where its user has been before.
/// @param avoid taken only if there is no other
Choice choose(Engine& engine, NodeIndex index, const Call& request, LinkIndex avoid);

/// A target has answered after so long, or was waited for in vain.
void note_response_time(Engine& engine, LinkIndex link, std::int64_t time);

/// Begins to check targets, and to know nothing else of them.
void adopt_targets(Engine& engine, NodeIndex index);
/// Takes a target out for the fail timeout, after which one request may try it.
void pass_over(Engine& engine, LinkIndex link);
/// A request has been answered: a target that was out and was tried is in again.
void count_success(Engine& engine, LinkIndex link, const Call& call);
/// Counts a failed request towards the passive checks.
void count_failure(Engine& engine, NodeIndex index, LinkIndex link);
/// Requests that wait are looked at again, still at this instant.
void plan_serving(Engine& engine, NodeIndex index);

}  // namespace loadframe::engine::balancer
