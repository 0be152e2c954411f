#include "simulation/behaviour/behaviour.h"
#include "simulation/engine.h"

#include <algorithm>

/// What a component calls while it serves: one step after another, or all at once.
namespace loadframe::engine {

const std::vector<Step>& Engine::steps_of(const Call& call) const {
  const NodeModel& node = model->nodes[callee_of(call)];
  return model->classes[call.request_class].write ? node.write_steps : node.read_steps;
}

namespace {

/// Whether what a cache did not have comes from the component's own work rather than from one step of it.
bool computes_answer(const NodeModel& node, const std::vector<Step>& steps) {
  return node.kind == Kind::cache ||
         std::none_of(steps.begin(), steps.end(), [](const Step& step) { return step.after_miss; });
}

}  // namespace

void Engine::advance(CallIndex index) {
  const NodeIndex node_index = callee_of(calls[index]);
  const NodeModel& node = model->nodes[node_index];
  if (node.calls_nobody && calls[index].pending == 0 && calls[index].missed_at == none) {
    respond(index, Outcome::ok);
    return;
  }
  const std::vector<Step>& steps = steps_of(calls[index]);
  while (calls[index].next_step < steps.size()) {
    Call& call = calls[index];
    const Step& step = steps[call.next_step];
    if (step.after_miss && call.pending > 0) return;  // whether it is needed is not known yet
    const std::uint16_t step_index = call.next_step++;
    if (step.after_miss && !call.missed) continue;
    if (!model->carries(step, call.request_class)) continue;
    if (step.share < 1 && nodes[node_index].routing.uniform() >= step.share) continue;
    make_step_call(index, step_index);
    if (!step.detached && !node.parallel_calls) return;
  }
  const Call& call = calls[index];
  if (call.pending > 0) return;
  if (call.missed_at != none && computes_answer(node, steps)) cache::fill(*this, call.missed_at, call);
  respond(index, Outcome::ok);
}

LinkIndex Engine::rotate(const std::vector<LinkIndex>& among, LinkIndex except) {
  if (among.size() == 1) return among.front();
  const auto usable = [&](LinkIndex link) { return link != except && breaker_is_passable(link); };
  const bool others = among.size() > 1 && std::any_of(among.begin(), among.end(), usable);
  LinkIndex best = none;
  double total = 0;
  for (const LinkIndex link : among) {
    if (others && !usable(link)) continue;
    const double weight = model->links[link].weight;
    links[link].smooth_weight += weight;
    total += weight;
    if (best == none || links[link].smooth_weight > links[best].smooth_weight) best = link;
  }
  if (best == none) return none;
  links[best].smooth_weight -= total;
  return best;
}

LinkIndex Engine::choose_link(const Step& step, const Call& call, LinkIndex except) {
  if (step.only_link != none) return step.only_link;
  if (step.database) return relational_database::choose_link(*this, step, call, except);
  return rotate(step.targets->links.of(call.request_class), except);
}

namespace {

/// How many lookups more than one a step takes: a join, where the callee knows none.
std::uint16_t further_rows(const Engine& engine, const Step& step, const Call& call, LinkIndex link) {
  if (!step.by_row) return 0;
  const NodeModel& callee = engine.model->nodes[engine.flows[link].wire.callee];
  const auto* database = std::get_if<NonRelationalDatabaseSettings>(&callee.settings);
  if (database && database->model == DataModel::graph) return 0;
  return static_cast<std::uint16_t>(engine.model->classes[call.request_class].rows - 1);
}

/// The key of the next row that a join brings together.
std::uint32_t next_row(std::uint32_t key) { return key * 2654435761u + 1; }

}  // namespace

void Engine::make_step_call(CallIndex parent, std::uint16_t step_index) {
  Call& call = calls[parent];
  const Step& step = steps_of(call)[step_index];
  const LinkIndex link = choose_link(step, call);
  NewCall what{.link = link,
               .request_class = call.request_class,
               .key = call.key,
               .user = call.user,
               .trace = call.trace(),
               .purpose = flows[link].wire.replicates ? Purpose::replication : Purpose::request,
               .step = step_index,
               .repeat = further_rows(*this, step, call, link),
               .first_begun = now};
  if (!step.detached) {
    what.parent = parent;
    ++call.pending;
  }
  begin_call(what);
}

void Engine::step_ended(const Call& child, Outcome outcome) {
  Call& parent = calls[child.parent];
  const std::vector<Step>& steps = steps_of(parent);
  const Step* step = child.step < steps.size() ? &steps[child.step] : nullptr;
  if (outcome != Outcome::ok && step && child.purpose == Purpose::request && may_retry(child)) {
    begin_call_after(again(child, choose_link(*step, parent, child.link)), retry_pause(child));
    return;
  }
  if (outcome == Outcome::ok && child.repeat > 0 && step) {
    NewCall next = again(child, choose_link(*step, parent));
    next.key = next_row(child.key);
    next.repeat = static_cast<std::uint16_t>(child.repeat - 1);
    next.attempt = 0;
    next.first_begun = now;
    begin_call(next);
    return;
  }

  --parent.pending;
  // A replica that does not answer is left behind; the primary goes on without it.
  if (outcome == Outcome::ok || child.purpose == Purpose::replication) {
    if (child.missed) {
      parent.missed = true;
      parent.missed_at = child.missed_at;
    } else if (step && step->after_miss && parent.missed_at != none) {
      cache::fill(*this, parent.missed_at, parent);
    }
    advance(child.parent);
    return;
  }
  if (step && step->after_miss && parent.missed_at != none) cache::not_filled(*this, parent.missed_at, parent);
  const bool has_another_source =
      step && step->is_lookup && std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.after_miss; });
  if (has_another_source) {
    calls[child.parent].missed = true;
    advance(child.parent);
  } else {
    respond(child.parent, outcome);
  }
}

}  // namespace loadframe::engine
