#include "simulation/model.h"

#include "simulation/behaviour/behaviour.h"
#include "simulation/event_queue.h"

#include <algorithm>
#include <utility>

namespace loadframe::engine {

namespace {

using NodeIndex = std::uint32_t;
using LinkIndex = std::uint32_t;

/// How long a resolver waits for the DNS unless the link says otherwise. Source: resolv.conf(5), timeout:5.
constexpr Duration lookup_timeout = seconds(5);

/// The index that an element had in the previous model, or a fresh one at the end.
template <class Entries, class Matches>
std::uint32_t claim(Entries& entries, Matches matches) {
  const auto found = std::find_if(entries.begin(), entries.end(), matches);
  if (found != entries.end()) return static_cast<std::uint32_t>(found - entries.begin());
  entries.emplace_back();
  return static_cast<std::uint32_t>(entries.size() - 1);
}

double own_cores(const ComponentSettings& settings) {
  return std::visit(
      [](const auto& inside) -> double {
        if constexpr (requires { inside.cores; }) return static_cast<double>(inside.cores);
        else return 1;
      },
      settings);
}

/// The machine of a component that stands on no host.
HostModel own_host(const ComponentSettings& settings) {
  HostModel host;
  host.present = true;
  host.cores = own_cores(settings);
  std::visit(
      [&](const auto& inside) {
        if constexpr (requires { inside.memory_exhausted; }) {
          host.memory = inside.memory.count;
          host.swaps = inside.memory_exhausted == MemoryExhausted::swap;
        }
      },
      settings);
  return host;
}

/// What every kind may have, and means the same.
void describe_common(NodeModel& node) {
  std::visit(
      [&](const auto& inside) {
        if constexpr (requires { inside.boot_time; }) node.boot_time = inside.boot_time.nanoseconds;
        if constexpr (requires { inside.price_per_hour; }) node.price_per_hour = inside.price_per_hour;
        if constexpr (requires { inside.price_per_million; }) node.price_per_million = inside.price_per_million;
        if constexpr (requires { inside.calls; }) node.parallel_calls = inside.calls == CallOrder::parallel;
        if constexpr (requires { inside.instances; }) node.instances = bounded(inside.instances);
        if constexpr (requires { inside.supervised; }) node.supervised = inside.supervised;
        if constexpr (requires { inside.request_memory; }) {
          node.base_memory = inside.base_memory.count;
          node.request_memory = inside.request_memory.count;
        }
      },
      node.settings);
}

/// The link's policy; the caller's own timeout and retries where the link has none.
void describe_policy(LinkModel& link, const NodeModel& caller) {
  const LinkSettings& settings = link.settings;
  const Duration timeout = link.callee_kind == Kind::dns ? lookup_timeout : Duration{caller.call_timeout};
  link.timeout = settings.timeout.value_or(timeout).nanoseconds;
  const bool own_retries = settings.retries > 0 || caller.call_retries == 0;
  link.retries = own_retries ? bounded(settings.retries) : caller.call_retries;
  link.retry_delay = own_retries ? settings.retry_delay.nanoseconds : caller.call_retry_delay;
  link.hedges = settings.hedging != Hedging::off;
  link.has_policy = link.hedges || settings.retry_budget.ratio > 0 || settings.breaker || settings.pool > 0 ||
                    settings.deadline || settings.cancellation;
  link.has_own_delays =
      settings.jitter > Duration{} || settings.loss.ratio > 0 || settings.bandwidth.bits_per_second > 0;
}

bool carries(const Link& link, Operation operation, Operations automatic) {
  const Operations operations =
      link.settings.operations == Operations::automatic ? automatic : link.settings.operations;
  return operations == Operations::all || (operations == Operations::reads) == (operation == Operation::read);
}

bool carries(Responses responses, const ClassModel& request_class) {
  switch (responses) {
    case Responses::automatic:
    case Responses::all:
      return true;
    case Responses::html:
      return request_class.response == ResponseKind::html;
    case Responses::json:
      return request_class.response == ResponseKind::json;
    case Responses::assets:
      return request_class.cacheable;
  }
  return true;
}

/// The lane of the event queue for that delay: 0, if there is none to be had. A run keeps those that it has ever had,
/// also of latencies that have been edited since. Answers have lanes of their own: which way a message goes need not be
/// guessed for each anew.
std::uint8_t lane_for(Model& model, std::int64_t delay, bool is_for_answers = false) {
  if (delay <= 0) return 0;
  const LaneModel wanted{delay, is_for_answers};
  const auto found = std::find(model.lanes.begin(), model.lanes.end(), wanted);
  if (found == model.lanes.end() && model.lanes.size() == EventQueue::most_lanes) return 0;
  const auto place = found - model.lanes.begin();
  if (found == model.lanes.end()) model.lanes.push_back(wanted);
  return static_cast<std::uint8_t>(place + 1);
}

class Compiler {
public:
  Compiler(const Architecture& architecture, const Model* previous) {
    if (previous) model_ = *previous;
    model_.architecture = std::make_shared<const Architecture>(architecture);
  }

  std::shared_ptr<const Model> run() {
    retire();
    compile_classes();
    compile_hosts();
    compile_nodes();
    compile_links();
    Wiring wiring(model_);
    for (const Component& component : document().components) {
      const NodeIndex node = model_.node_of(component.id);
      if (const auto connect = behaviour_of(model_.nodes[node].kind).connect) connect(wiring, node);
    }
    list_nodes_of_hosts();
    for (LinkIndex i = 0; i < model_.links.size(); ++i)
      if (model_.links[i].present) {
        const NodeIndex caller = model_.links[i].caller;
        model_.nodes[caller].calls_over.push_back(i);
        if (is_broker(model_.nodes[caller].kind)) model_.nodes[model_.links[i].callee].fed_over.push_back(i);
      }
    for (NodeModel& node : model_.nodes) {
      node.waits = !node.wait.is_zero();
      const bool works = !node.cpu_read.is_zero() || !node.cpu_write.is_zero() || !node.cpu_join.is_zero();
      node.passes_through = !works && !node.waits && !node.event_loop;
      node.is_impatient = !node.queue_timeout.is_zero();
      node.takes_memory = node.request_memory != 0;
      node.calls_nobody = node.read_steps.empty() && node.write_steps.empty();
      node.may_swap = node.host != none && model_.hosts[node.host].swaps;
      find_only_links(node.read_steps);
      find_only_links(node.write_steps);
    }
    return std::make_shared<const Model>(std::move(model_));
  }

private:
  void find_only_links(std::vector<Step>& steps) const {
    for (Step& step : steps) {
      const auto& [links, group] = *step.targets;
      const bool may_fail_over = step.database && model_.nodes[model_.links[group.front()].callee].group != none;
      if (links.all.size() == 1 && links.by_class.empty() && !may_fail_over) step.only_link = links.all.front();
    }
  }

  const Architecture& document() const { return *model_.architecture; }

  /// Calls and events under way may refer to what went, so its index is never given to something else: ids are
  /// free again after a removal, and may come back as another kind or between other components.
  void retire() {
    for (NodeModel& node : model_.nodes) {
      const Component* component = find(document(), node.id);
      const bool gone = node.member > 0 ? model_.nodes[node.owner].retired : !node.present;
      if (gone || !component || kind_of(component->settings) != node.kind) node.retired = true;
    }
    for (LinkModel& link : model_.links) {
      const bool ends_stay = link.present && !model_.nodes[link.caller].retired && !model_.nodes[link.callee].retired;
      if (link.internal) {
        link.retired = link.retired || model_.nodes[link.caller].retired || model_.nodes[link.callee].retired;
        continue;
      }
      const Link* found = find(document(), link.id);
      const bool stays = ends_stay && found && model_.nodes[link.caller].id == found->caller &&
                         model_.nodes[link.callee].id == found->callee;
      if (!stays) link.retired = true;
    }
  }

  void compile_hosts() {
    for (HostModel& host : model_.hosts) host.present = false;
    for (const Area& area : document().areas) {
      const auto* settings = std::get_if<HostSettings>(&area.settings);
      if (!settings) continue;
      const auto index = claim(model_.hosts, [&](const HostModel& host) { return host.area == area.id; });
      HostModel host;
      host.area = area.id;
      host.present = true;
      host.cores = static_cast<double>(settings->cores);
      host.speed = settings->speed;
      host.fifo = settings->sharing == CpuSharing::fifo;
      host.memory = settings->memory.count;
      host.swaps = settings->memory_exhausted == MemoryExhausted::swap;
      host.price_per_hour = settings->price_per_hour;
      model_.hosts[index] = std::move(host);
    }
  }

  void compile_nodes() {
    for (NodeModel& node : model_.nodes) node.present = false;
    model_.uses_keys = false;
    const auto before = std::exchange(model_.node_places, {});
    for (const Component& component : document().components) {
      const auto known = before.find(component.id);
      const bool stays = known != before.end() && !model_.nodes[known->second].retired;
      const auto index = stays ? known->second : static_cast<NodeIndex>(model_.nodes.size());
      if (!stays) model_.nodes.emplace_back();
      model_.node_places[component.id] = index;
      const NodeIndex old_host = model_.nodes[index].host;
      NodeModel node;
      node.id = component.id;
      node.kind = kind_of(component.settings);
      node.present = true;
      node.settings = component.settings;
      node.behaviour = &behaviour_of(node.kind);
      describe_common(node);
      node.behaviour->describe(node);
      node.timer_lane = lane_for(model_, node.timer_delay);
      if (!node.scaled_by_cost && !node.walks_rows) {
        if (const auto wait = node.wait.constant_value()) node.wait_lane = lane_for(model_, *wait);
        if (const auto work = node.cpu_read.constant_value()) node.cpu_lane = lane_for(model_, *work);
      }
      model_.uses_keys = model_.uses_keys || node.uses_keys;
      node.host = host_index(component, node.own_cores, old_host);
      model_.nodes[index] = std::move(node);
    }
  }

  /// The area's host, or a machine of its own: the one it had, or a new one.
  std::uint32_t host_index(const Component& component, double own_cores, std::uint32_t old_host) {
    if (const Area* area = own_cores > 0 ? nullptr : host_of(document(), component))
      return claim(model_.hosts, [&](const HostModel& host) { return host.area == area->id; });
    if (old_host == none || model_.hosts[old_host].area) {
      old_host = static_cast<std::uint32_t>(model_.hosts.size());
      model_.hosts.emplace_back();
    }
    model_.hosts[old_host] = own_host(component.settings);
    if (own_cores > 0) model_.hosts[old_host].cores = own_cores;
    return old_host;
  }

  void compile_links() {
    for (LinkModel& link : model_.links) link.present = false;
    const auto before = std::exchange(model_.link_places, {});
    for (const Link& link : document().links) {
      const auto known = before.find(link.id);
      const bool stays = known != before.end() && !model_.links[known->second].retired;
      const auto index = stays ? known->second : static_cast<LinkIndex>(model_.links.size());
      if (!stays) model_.links.emplace_back();
      model_.link_places[link.id] = index;
      LinkModel compiled;
      compiled.id = link.id;
      compiled.present = true;
      compiled.caller = model_.node_of(link.caller);
      compiled.callee = model_.node_of(link.callee);
      compiled.callee_kind = model_.nodes[compiled.callee].kind;
      compiled.latency = latency_of(document(), link).nanoseconds;
      compiled.weight = link.settings.weight;
      compiled.settings = link.settings;
      compiled.lane = lane_for(model_, compiled.latency);
      compiled.answer_lane = lane_for(model_, compiled.latency, true);
      describe_policy(compiled, model_.nodes[compiled.caller]);
      compiled.replicates = model_.nodes[compiled.caller].kind == Kind::relational_database &&
                            compiled.callee_kind == Kind::relational_database;
      if (compiled.replicates) model_.nodes[compiled.callee].is_replica = true;
      model_.links[index] = compiled;
    }
  }

  void compile_classes() {
    const std::vector<ClassModel> before = std::move(model_.classes);
    model_.classes.clear();
    // A table of keys takes a while to make: one that fits is taken over.
    const auto keys_of = [&](const RequestClassSettings& settings) {
      const double skew = settings.popularity == Popularity::zipf ? settings.skew : 0;
      const auto fits = [&](const ClassModel& each) { return each.keys.is_for(settings.keys, skew); };
      for (const std::vector<ClassModel>* known : {&before, &std::as_const(model_.classes)})
        if (const auto found = std::find_if(known->begin(), known->end(), fits); found != known->end())
          return found->keys;
      return ZipfSampler(settings.keys, skew);
    };
    double total = 0;
    const auto add = [&](ClassId id, const RequestClassSettings& settings) {
      total += settings.weight;
      ClassModel model;
      model.id = id;
      model.weight = settings.weight;
      model.cumulative_weight = total;
      model.cost = settings.cost;
      model.write = settings.operation == Operation::write;
      model.join = !model.write && settings.query == Query::join;
      model.cacheable =
          !model.write && (settings.cacheable == Cacheable::yes ||
                           (settings.cacheable == Cacheable::automatic && settings.response == ResponseKind::asset));
      model.rows = static_cast<std::uint16_t>(model.join ? settings.rows : 1);
      model.priority = static_cast<std::uint8_t>(settings.priority);
      model.response = settings.response;
      model.size = settings.size.count;
      model.request_size = settings.request_size.count;
      model.keys = keys_of(settings);
      model_.classes.push_back(model);
    };
    for (const RequestClass& request_class : document().classes) add(request_class.id, request_class.settings);
    if (document().classes.empty()) add({}, RequestClassSettings{});
  }

  void list_nodes_of_hosts() {
    for (HostModel& host : model_.hosts) host.nodes.clear();
    for (NodeIndex i = 0; i < model_.nodes.size(); ++i)
      if (model_.nodes[i].present) model_.hosts[model_.nodes[i].host].nodes.push_back(i);
  }

  Model model_;
};

}  // namespace

Wiring::Wiring(Model& model) : model_(model) {
  for (const Component& component : model.architecture->components) links_by_caller_[component.id];
  for (const Link& link : model.architecture->links) links_by_caller_[link.caller].push_back(&link);
  for (const LinkModel& link : model.links)
    if (link.present && link.replicates)
      primaries_.try_emplace(model.nodes[link.callee].id, model.nodes[link.caller].id);
}

const std::vector<const Link*>& Wiring::links_of(std::uint32_t index) const {
  return links_by_caller_.at(model_.nodes[index].id);
}

std::uint32_t Wiring::add_member(std::uint32_t owner, std::uint32_t number, std::int64_t latency, std::int64_t timeout,
                                 double cores) {
  const ComponentId id = model_.nodes[owner].id;
  const auto index = claim(
      model_.nodes, [&](const NodeModel& node) { return node.id == id && node.member == number && !node.retired; });
  std::uint32_t host = model_.nodes[index].host;
  if (host == none) {
    host = static_cast<std::uint32_t>(model_.hosts.size());
    model_.hosts.emplace_back();
  }
  model_.hosts[host] = HostModel{};
  model_.hosts[host].present = true;
  model_.hosts[host].cores = cores;

  NodeModel member;
  member.id = id;
  member.kind = model_.nodes[owner].kind;
  member.behaviour = model_.nodes[owner].behaviour;
  member.present = true;
  member.member = number;
  member.owner = owner;
  member.settings = model_.nodes[owner].settings;
  member.boot_time = model_.nodes[owner].boot_time;
  member.host = host;
  model_.nodes[index] = std::move(member);

  const std::uint32_t link = add_internal_link(owner, index, latency, none);
  model_.links[link].timeout = timeout;
  model_.nodes[owner].members.push_back(index);
  model_.nodes[owner].targets.push_back(link);
  return index;
}

std::uint32_t Wiring::add_internal_link(std::uint32_t caller, std::uint32_t callee, std::int64_t latency,
                                        std::uint32_t along) {
  const auto index = claim(model_.links, [&](const LinkModel& other) {
    return other.internal && other.caller == caller && other.callee == callee && !other.retired;
  });
  LinkModel link;
  link.internal = true;
  link.present = true;
  link.caller = caller;
  link.callee = callee;
  link.callee_kind = model_.nodes[callee].kind;
  link.latency = latency;
  link.lane = lane_for(model_, latency);
  link.answer_lane = lane_for(model_, latency, true);
  link.along = along;
  model_.links[index] = link;
  return index;
}

std::int64_t Wiring::latency_between(std::uint32_t caller, std::uint32_t callee) const {
  Link link;
  link.caller = model_.nodes[caller].id;
  link.callee = model_.nodes[callee].id;
  return loadframe::latency_of(*model_.architecture, link).nanoseconds;
}

Alternatives Wiring::alternatives(std::vector<std::uint32_t> links) const {
  Alternatives result;
  const auto responses = [&](LinkIndex link) {
    const Responses given = model_.links[link].settings.responses;
    const bool takes_assets = given == Responses::automatic && model_.links[link].callee_kind == Kind::cdn;
    return takes_assets && links.size() > 1 ? Responses::assets : given;
  };
  const bool has_cdn = std::any_of(links.begin(), links.end(), [&](LinkIndex link) {
    return responses(link) == Responses::assets && model_.links[link].settings.responses == Responses::automatic;
  });
  const bool uniform = std::all_of(links.begin(), links.end(), [&](LinkIndex link) {
    const Responses given = responses(link);
    return given == Responses::automatic || given == Responses::all;
  });
  if (!uniform) {
    for (const ClassModel& request_class : model_.classes) {
      std::vector<LinkIndex> chosen;
      for (const LinkIndex link : links) {
        const bool left_to_cdn = has_cdn && request_class.cacheable && responses(link) == Responses::automatic;
        if (carries(responses(link), request_class) && !left_to_cdn) chosen.push_back(link);
      }
      // A class that no link asks for takes those that ask for nothing, or all.
      if (chosen.empty())
        for (const LinkIndex link : links)
          if (responses(link) == Responses::automatic) chosen.push_back(link);
      result.by_class.push_back(chosen.empty() ? links : chosen);
    }
  }
  result.all = std::move(links);
  return result;
}

void Wiring::wire_steps(std::uint32_t index) {
  model_.nodes[index].read_steps = steps_for(index, Operation::read);
  model_.nodes[index].write_steps = steps_for(index, Operation::write);
}

void Wiring::wire_forwarding(std::uint32_t index) {
  for (const Operation operation : {Operation::read, Operation::write}) {
    std::vector<LinkIndex> links;
    for (const Link* link : links_of(index))
      if (carries(*link, operation, Operations::all)) links.push_back(link_index(*link));
    if (links.empty()) continue;
    Step step;
    step.targets = std::make_shared<StepTargets>(StepTargets{alternatives(std::move(links)), {}});
    step.required = true;
    (operation == Operation::read ? model_.nodes[index].read_steps : model_.nodes[index].write_steps) = {step};
  }
}

/// The database that a replica copies, or the component itself.
ComponentId Wiring::primary_of(ComponentId id) const {
  const auto primary = primaries_.find(id);
  return primary == primaries_.end() ? id : primary->second;
}

std::vector<Step> Wiring::steps_for(std::uint32_t index, Operation operation) const {
  const NodeModel& node = model_.nodes[index];
  std::vector<const Link*> lookups;
  std::vector<const Link*> others;
  for (const Link* link : links_of(index)) {
    const bool automatic_lookup = callee_of(*link).kind == Kind::cache && link->settings.call_on == CallOn::automatic;
    (automatic_lookup ? lookups : others).push_back(link);
  }
  const bool looks_up = node.kind == Kind::cache || !lookups.empty();
  lookups.insert(lookups.end(), others.begin(), others.end());

  std::vector<Step> steps;
  std::vector<ComponentId> groups_done;
  for (const Link* link : lookups) {
    const NodeModel& callee = callee_of(*link);
    StepTargets targets;
    Step step;
    step.share = link->settings.share.ratio;
    step.is_lookup = callee.kind == Kind::cache;
    step.by_row = callee.kind == Kind::non_relational_database;
    step.is_asynchronous = is_broker(callee.kind);
    step.responses = link->settings.responses;
    if (callee.kind == Kind::relational_database) {
      const ComponentId primary = primary_of(callee.id);
      if (std::find(groups_done.begin(), groups_done.end(), primary) != groups_done.end()) continue;
      groups_done.push_back(primary);
      targets.links.all = database_links(index, primary, operation);
      step.database = true;
      for (const Link* other : links_of(index))
        if (callee_of(*other).kind == Kind::relational_database && primary_of(other->callee) == primary)
          targets.group.push_back(link_index(*other));
    } else if (carries(*link, operation, step.is_lookup ? Operations::reads : Operations::all)) {
      targets.links.all = {link_index(*link)};
    }
    if (targets.links.all.empty()) continue;
    step.targets = std::make_shared<StepTargets>(std::move(targets));
    // A cache's own calls all come after its miss; it makes none otherwise.
    const bool is_store = callee.kind == Kind::relational_database || callee.kind == Kind::non_relational_database ||
                          callee.kind == Kind::search_index || callee.kind == Kind::object_store;
    step.after_miss = operation == Operation::read && node.kind != Kind::cache &&
                      (link->settings.call_on == CallOn::miss ||
                       (link->settings.call_on == CallOn::automatic && looks_up && is_store));
    steps.push_back(std::move(step));
  }
  return steps;
}

/// The alternatives for an operation among a caller's links to a primary and its replicas.
std::vector<LinkIndex> Wiring::database_links(std::uint32_t index, ComponentId primary, Operation operation) const {
  std::vector<const Link*> to_primary;
  std::vector<const Link*> to_replicas;
  for (const Link* link : links_of(index)) {
    const NodeModel& callee = callee_of(*link);
    if (callee.kind != Kind::relational_database || primary_of(callee.id) != primary) continue;
    (callee.id == primary ? to_primary : to_replicas).push_back(link);
  }
  std::vector<LinkIndex> chosen;
  const Operations for_primary = to_replicas.empty() ? Operations::all : Operations::writes;
  for (const Link* link : to_primary)
    if (carries(*link, operation, for_primary)) chosen.push_back(link_index(*link));
  // Without a primary in reach, writes go to a replica, which refuses them: it is read-only.
  const Operations for_replicas = to_primary.empty() ? Operations::all : Operations::reads;
  for (const Link* link : to_replicas)
    if (carries(*link, operation, for_replicas)) chosen.push_back(link_index(*link));
  return chosen;
}

std::uint32_t Model::node_of(ComponentId id) const {
  const auto place = node_places.find(id);
  return place == node_places.end() ? none : place->second;
}

std::uint32_t Model::link_of(LinkId id) const {
  const auto place = link_places.find(id);
  return place == link_places.end() ? none : place->second;
}

Wire Model::wire_of(std::uint32_t index) const {
  const LinkModel& link = links[index];
  const NodeModel& callee = nodes[link.callee];
  return {.caller = link.caller,
          .callee = link.callee,
          .host = callee.host,
          .first_link = callee.read_steps.empty() ? none : callee.read_steps.front().only_link,
          .timeout = link.timeout,
          .lane = link.lane,
          .answer_lane = link.answer_lane,
          .replicates = link.replicates,
          .hedges = link.hedges,
          .has_own_delays = link.has_own_delays,
          .has_policy = link.has_policy,
          .callee_looks_ahead = callee.present && callee.behaviour->look_ahead};
}

bool Model::carries_response(Responses responses, std::uint16_t request_class) const {
  return engine::carries(responses, classes[request_class]);
}

std::shared_ptr<const Model> compile(const Architecture& architecture, const Model* previous) {
  return Compiler(architecture, previous).run();
}

}  // namespace loadframe::engine
