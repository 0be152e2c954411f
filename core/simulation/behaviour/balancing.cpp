#include "simulation/behaviour/load_balancer.h"

#include <algorithm>
#include <cmath>
#include <functional>

/// Which target a request goes to.
namespace loadframe::engine::balancer {

namespace {

/// Slow start begins with this part of a target's weight.
constexpr double first_part = 0.1;

/// What a weight of 0 counts as where there is no other.
constexpr double least_weight = 1e-9;

/// Time constant of the mean response time, ns. Source: Twitter Finagle, PeakEwma: decayTime 10 s.
constexpr double response_memory = 10e9;

/// Estimated response time of a target that has calls but has not answered any yet, ns: nearly the worst.
/// Source: Finagle, PeakEwma: penalty.
constexpr double unknown_response = 1e15;

/// Purpose of the hash that user and key hashing draw from.
constexpr std::uint64_t rendezvous = 0x72656E64;

/// The link's weight; after the target came back, a part of it that grows from a tenth to all.
double weight_of(const Engine& engine, LinkIndex link) {
  const LinkModel& model = engine.model->links[link];
  double part = 1;
  if (const std::int64_t since = engine.links[link].up_since; since >= 0) {
    const std::int64_t slow_start = settings_of(engine, model.caller).slow_start.nanoseconds;
    if (engine.now - since < slow_start)
      part = first_part + (1 - first_part) * static_cast<double>(engine.now - since) / static_cast<double>(slow_start);
  }
  return std::max(model.weight * part, least_weight);
}

/// Up targets, without one to be avoided, or without weight, if there is another.
void find_candidates(const Engine& engine, NodeIndex index, LinkIndex avoid, std::vector<LinkIndex>& up) {
  const std::vector<LinkIndex>& targets = engine.model->nodes[index].targets;
  const auto has_weight = [&](LinkIndex link) { return engine.model->links[link].weight > 0; };
  up.resize(targets.size());
  std::size_t count = 0;
  std::size_t weighted = 0;
  for (const LinkIndex link : targets) {
    up[count] = link;
    if (link == avoid || !is_up(engine, link)) continue;
    ++count;
    if (has_weight(link)) ++weighted;
  }
  up.resize(count);
  if (0 < weighted && weighted < count) std::erase_if(up, std::not_fn(has_weight));
  if (up.empty() && avoid != none && engine.model->links[avoid].present && is_up(engine, avoid)) up.push_back(avoid);
}

/// Round robin among equals: the next that is up. None, where it is not as simple as that.
LinkIndex next_in_turn(Engine& engine, NodeIndex index, LinkIndex avoid) {
  const NodeModel& node = engine.model->nodes[index];
  if (!node.takes_turns) return none;
  BalancerState& state = state_of(engine, index);
  const auto count = static_cast<std::uint32_t>(node.targets.size());
  for (std::uint32_t tried = 0; tried < count; ++tried) {
    if (state.turn >= count) state.turn = 0;
    const LinkIndex link = node.targets[state.turn++];
    if (link != avoid && is_up(engine, link)) return link;
  }
  return none;
}

/// Smooth weighted round robin. Source: nginx, ngx_http_upstream_round_robin.
LinkIndex round_robin(Engine& engine, const std::vector<LinkIndex>& among) {
  LinkIndex best = among.front();
  double total = 0;
  for (const LinkIndex link : among) {
    const double weight = weight_of(engine, link);
    engine.links[link].smooth_weight += weight;
    total += weight;
    if (engine.links[link].smooth_weight > engine.links[best].smooth_weight) best = link;
  }
  engine.links[best].smooth_weight -= total;
  return best;
}

LinkIndex weighted_random(Engine& engine, BalancerState& state, const std::vector<LinkIndex>& among) {
  double total = 0;
  for (const LinkIndex link : among) total += weight_of(engine, link);
  double point = state.choice.uniform() * total;
  for (const LinkIndex link : among) {
    point -= weight_of(engine, link);
    if (point < 0) return link;
  }
  return among.back();
}

double calls_by_weight(const Engine& engine, LinkIndex link) {
  return engine.flows[link].in_flight / weight_of(engine, link);
}

/// Finagle's peak EWMA: what a call there would take, from the mean response time, which decays while nothing is
/// heard, and the calls that are under way and would be with it.
double expected_time(const Engine& engine, LinkIndex link) {
  const LinkState& target = engine.links[link];
  const std::uint32_t under_way = engine.flows[link].in_flight;
  const double silence = static_cast<double>(engine.now - target.responded_at);
  double response = target.response_time * std::exp(-silence / response_memory);
  if (target.response_time <= 0 && under_way > 0) response = unknown_response;
  return response * (under_way + 1) / weight_of(engine, link);
}

/// Those for which the measure is least take turns, by weight.
template <class Measure>
LinkIndex least(Engine& engine, std::vector<LinkIndex>& among, Measure measure) {
  std::size_t equals = 0;
  double lowest = 0;
  for (const LinkIndex link : among) {
    const double value = measure(engine, link);
    if (equals == 0 || value < lowest) {
      equals = 0;
      lowest = value;
    }
    if (value <= lowest) among[equals++] = link;
  }
  among.resize(equals);
  return round_robin(engine, among);
}

/// Draws so many different ones and takes the one with fewest calls by weight; as they come in random order, the
/// first of equals is a random one. Source: Mitzenmacher, IEEE TPDS 12(10), 2001.
LinkIndex best_of_random(Engine& engine, BalancerState& state, std::vector<LinkIndex>& among, std::int64_t choices) {
  const auto count = static_cast<std::uint32_t>(std::min<std::int64_t>(choices, std::ssize(among)));
  LinkIndex best = none;
  for (std::uint32_t drawn = 0; drawn < count; ++drawn) {
    std::swap(among[drawn], among[drawn + state.choice.below(static_cast<std::uint32_t>(among.size()) - drawn)]);
    if (best == none || calls_by_weight(engine, among[drawn]) < calls_by_weight(engine, best)) best = among[drawn];
  }
  return best;
}

/// Weighted rendezvous hashing: each target draws an exponential number of rate weight from the hash of it and the
/// subject, and the lowest wins; so a target that goes leaves all others' subjects where they are.
/// Source: Thaler & Ravishankar, IEEE/ACM ToN 6(1), 1998; Schindelhauer & Schomaker, SPAA 2005, for the weights.
LinkIndex by_hash(const Engine& engine, const std::vector<LinkIndex>& among, std::uint64_t subject) {
  LinkIndex best = none;
  double lowest = 0;
  for (const LinkIndex link : among) {
    const LinkModel& model = engine.model->links[link];
    const double score =
        RandomStream(subject, model.id.value, rendezvous).exponential() / std::max(model.weight, least_weight);
    if (best != none && score >= lowest) continue;
    best = link;
    lowest = score;
  }
  return best;
}

/// The target that the request must go to as long as it is up, or none.
LinkIndex bound_to(Engine& engine, NodeIndex index, const Call& request, const std::vector<LinkIndex>& up) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  if (settings.sticky) {
    const auto& sessions = state_of(engine, index).sessions;
    const auto session = sessions.find(request.user);
    if (session != sessions.end() && std::find(up.begin(), up.end(), session->second) != up.end())
      return session->second;
  }
  switch (settings.policy) {
    case BalancingPolicy::user_hash:
      return by_hash(engine, up, request.user);
    case BalancingPolicy::key_hash:
      return by_hash(engine, up,
                     std::uint64_t{engine.model->classes[request.request_class].id.value} << 32 | request.key);
    default:
      return none;
  }
}

LinkIndex by_policy(Engine& engine, NodeIndex index, std::vector<LinkIndex>& among) {
  const LoadBalancerSettings& settings = settings_of(engine, index);
  BalancerState& state = state_of(engine, index);
  switch (settings.policy) {
    case BalancingPolicy::least_connections:
      return least(engine, among, calls_by_weight);
    case BalancingPolicy::random:
      return weighted_random(engine, state, among);
    case BalancingPolicy::two_choices:
      return best_of_random(engine, state, among, settings.choices);
    case BalancingPolicy::least_response_time:
      return least(engine, among, expected_time);
    case BalancingPolicy::round_robin:
    case BalancingPolicy::user_hash:
    case BalancingPolicy::key_hash:
      break;  // a hash has bound the request already
  }
  return round_robin(engine, among);
}

}  // namespace

void look_ahead(const Engine& engine, NodeIndex index, const Call&, Ahead ahead) {
  const NodeModel& node = engine.model->nodes[index];
  const auto* state = std::get_if<BalancerState>(&engine.nodes[index].kind);
  if (!node.takes_turns || !state || state->turn >= node.targets.size()) return;
  const LinkIndex* const link = &node.targets[state->turn];
  if (ahead == Ahead::near) __builtin_prefetch(link);
  else __builtin_prefetch(&engine.flows[*link]);
}

bool is_full(const Engine& engine, LinkIndex link) {
  const std::int64_t most = settings_of(engine, engine.flows[link].wire.caller).server_connections;
  return most > 0 && engine.flows[link].in_flight >= static_cast<std::uint64_t>(most);
}

Choice choose(Engine& engine, NodeIndex index, const Call& request, LinkIndex avoid) {
  if (const LinkIndex next = next_in_turn(engine, index, avoid); next != none) return {Verdict::send, next, false};
  std::vector<LinkIndex>& up = state_of(engine, index).choosing;
  find_candidates(engine, index, avoid, up);
  if (up.empty()) return {};
  if (const LinkIndex own = bound_to(engine, index, request, up); own != none)
    return {is_full(engine, own) ? Verdict::wait : Verdict::send, own, true};
  if (settings_of(engine, index).server_connections > 0) {
    std::erase_if(up, [&](LinkIndex link) { return is_full(engine, link); });
    if (up.empty()) return {Verdict::wait, none, false};
  }
  return {Verdict::send, by_policy(engine, index, up), false};
}

void note_response_time(Engine& engine, LinkIndex link, std::int64_t time) {
  if (!engine.model->nodes[engine.flows[link].wire.caller].times_targets) return;
  LinkState& target = engine.links[link];
  const auto took = static_cast<double>(time);
  if (took > target.response_time) {
    target.response_time = took;  // a peak counts at once
  } else {
    const double kept = std::exp(-static_cast<double>(engine.now - target.responded_at) / response_memory);
    target.response_time = target.response_time * kept + took * (1 - kept);
  }
  target.responded_at = engine.now;
}

LinkIndex another_target(Engine& engine, const Call& call) {
  const Choice choice = choose(engine, engine.caller_of(call), call, call.link);
  return choice.verdict == Verdict::send ? choice.link : none;
}

}  // namespace loadframe::engine::balancer
