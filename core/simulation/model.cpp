#include "simulation/model.h"

#include <algorithm>

namespace loadframe::engine {

namespace {

using NodeIndex = std::uint32_t;
using LinkIndex = std::uint32_t;

constexpr std::uint32_t unbounded = 0x7FFFFFFF;

/// How long a resolver waits for the DNS unless the link says otherwise. Source: resolv.conf(5), timeout:5.
constexpr Duration lookup_timeout = seconds(5);

/// The index that an element had in the previous model, or a fresh one at the end.
template <class Entry, class Matches>
std::uint32_t claim(std::vector<Entry>& entries, Matches matches) {
  const auto found = std::find_if(entries.begin(), entries.end(), matches);
  if (found != entries.end()) return static_cast<std::uint32_t>(found - entries.begin());
  entries.emplace_back();
  return static_cast<std::uint32_t>(entries.size() - 1);
}

std::uint32_t bounded(std::int64_t count) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(count, 0, unbounded));
}

/// The distances of arrivals from each other, in means of a second.
Law gaps_of(const UsersSettings& users) {
  switch (users.spacing) {
    case Spacing::regular:
      return constant(seconds(1));
    case Spacing::renewal:
      return {LawShape::gamma, seconds(1), users.spacing_cv};
    case Spacing::poisson:
    case Spacing::bursty:
      return exponential(seconds(1));
  }
  return {};
}

void describe_station(NodeModel& node, const UsersSettings& users) {
  node.think_time = LawSampler(users.think_time);
  node.gaps = LawSampler(gaps_of(users));
  node.profile = ProfileClock(users.profile);
}

void describe_station(NodeModel& node, const DnsSettings& dns) {
  node.workers = unbounded;
  node.wait = LawSampler(dns.lookup_time);
  node.boot_time = dns.boot_time.nanoseconds;
}

void describe_station(NodeModel& node, const LoadBalancerSettings& balancer) {
  node.workers = bounded(balancer.max_connections);
  node.cpu_read = node.cpu_write = LawSampler(balancer.cpu_time);
  node.boot_time = balancer.boot_time.nanoseconds;
}

void describe_station(NodeModel& node, const ServerSettings& server) {
  node.workers = bounded(server.workers);
  node.backlog = bounded(server.backlog);
  node.cpu_read = node.cpu_write = LawSampler(server.cpu_time);
  node.wait = LawSampler(server.wait_time);
  node.scaled_by_cost = true;
  node.parallel_calls = server.calls == CallOrder::parallel;
  node.boot_time = server.boot_time.nanoseconds;
}

void describe_station(NodeModel& node, const CacheSettings& cache) {
  node.workers = bounded(cache.threads);
  node.backlog = bounded(cache.backlog);
  node.cpu_read = node.cpu_write = LawSampler(cache.lookup_time);
  node.boot_time = cache.boot_time.nanoseconds;
}

void describe_station(NodeModel& node, const RelationalDatabaseSettings& database) {
  node.workers = bounded(database.connections);
  node.backlog = bounded(database.backlog);
  node.cpu_read = LawSampler(database.read_time);
  node.cpu_write = LawSampler(database.write_time);
  node.wait = LawSampler(database.disk_time);
  node.scaled_by_cost = true;
  node.boot_time = database.boot_time.nanoseconds;
}

double own_cores(const ComponentSettings& settings) {
  return std::visit(
      [](const auto& inside) -> double {
        if constexpr (requires { inside.cores; }) return static_cast<double>(inside.cores);
        else return 1;
      },
      settings);
}

/// The caller's own timeout and retries, used where the link has none.
void describe_policy(LinkModel& link, const LinkSettings& settings, const ComponentSettings& caller, Kind callee) {
  Duration timeout;
  link.retries = bounded(settings.retries);
  link.retry_delay = settings.retry_delay.nanoseconds;
  if (const auto* users = std::get_if<UsersSettings>(&caller)) {
    timeout = callee == Kind::dns ? lookup_timeout : users->timeout;
    if (settings.retries == 0) {
      link.retries = bounded(users->retries);
      link.retry_delay = users->retry_delay.nanoseconds;
    }
  } else if (const auto* balancer = std::get_if<LoadBalancerSettings>(&caller)) {
    timeout = balancer->timeout;
    if (settings.retries == 0) {
      link.retries = bounded(balancer->retries);
      link.retry_delay = balancer->redispatch ? 0 : balancer->retry_delay.nanoseconds;
    }
  }
  link.timeout = settings.timeout.value_or(timeout).nanoseconds;
}

class Compiler {
public:
  Compiler(const Architecture& architecture, const Model* previous) {
    if (previous) model_ = *previous;
    model_.architecture = std::make_shared<const Architecture>(architecture);
  }

  std::shared_ptr<const Model> run() {
    retire();
    compile_hosts();
    compile_nodes();
    compile_links();
    for (NodeModel& node : model_.nodes)
      if (node.present) compile_calls(node);
    compile_classes();
    return std::make_shared<const Model>(std::move(model_));
  }

private:
  const Architecture& document() const { return *model_.architecture; }

  /// Calls and events under way may refer to what went, so its index is never given to something else: ids are
  /// free again after a removal, and may come back as another kind or between other components.
  void retire() {
    for (NodeModel& node : model_.nodes) {
      const Component* component = find(document(), node.id);
      if (!node.present || !component || kind_of(component->settings) != node.kind) node.retired = true;
    }
    for (LinkModel& link : model_.links) {
      const Link* found = find(document(), link.id);
      const bool stays = link.present && found && model_.nodes[link.caller].id == found->caller &&
                         model_.nodes[link.callee].id == found->callee && !model_.nodes[link.caller].retired &&
                         !model_.nodes[link.callee].retired;
      if (!stays) link.retired = true;
    }
  }

  void compile_hosts() {
    for (HostModel& host : model_.hosts) host.present = false;
    for (const Area& area : document().areas) {
      const auto* settings = std::get_if<HostSettings>(&area.settings);
      if (!settings) continue;
      const auto index = claim(model_.hosts, [&](const HostModel& host) { return host.area == area.id; });
      model_.hosts[index] = {area.id, true, static_cast<double>(settings->cores), settings->speed,
                             settings->sharing == CpuSharing::fifo};
    }
  }

  void compile_nodes() {
    for (NodeModel& node : model_.nodes) node.present = false;
    for (const Component& component : document().components) {
      const auto index =
          claim(model_.nodes, [&](const NodeModel& node) { return node.id == component.id && !node.retired; });
      const NodeIndex old_host = model_.nodes[index].host;
      NodeModel node;
      node.id = component.id;
      node.kind = kind_of(component.settings);
      node.present = true;
      node.settings = component.settings;
      std::visit([&](const auto& settings) { describe_station(node, settings); }, component.settings);
      node.host = host_index(component, old_host);
      model_.nodes[index] = std::move(node);
    }
  }

  /// The area's host, or a machine of its own: the one it had, or a new one.
  std::uint32_t host_index(const Component& component, std::uint32_t old_host) {
    if (const Area* area = host_of(document(), component))
      return claim(model_.hosts, [&](const HostModel& host) { return host.area == area->id; });
    if (old_host == none || model_.hosts[old_host].area) {
      old_host = static_cast<std::uint32_t>(model_.hosts.size());
      model_.hosts.emplace_back();
    }
    model_.hosts[old_host] = {AreaId{}, true, own_cores(component.settings), 1, false};
    return old_host;
  }

  void compile_links() {
    for (LinkModel& link : model_.links) link.present = false;
    for (const Link& link : document().links) {
      const auto index =
          claim(model_.links, [&](const LinkModel& other) { return other.id == link.id && !other.retired; });
      LinkModel compiled;
      compiled.id = link.id;
      compiled.present = true;
      compiled.caller = model_.node_of(link.caller);
      compiled.callee = model_.node_of(link.callee);
      compiled.latency = latency_of(document(), link).nanoseconds;
      compiled.weight = link.settings.weight;
      describe_policy(compiled, link.settings, model_.nodes[compiled.caller].settings,
                      model_.nodes[compiled.callee].kind);
      compiled.replicates = model_.nodes[compiled.caller].kind == Kind::relational_database &&
                            model_.nodes[compiled.callee].kind == Kind::relational_database;
      if (compiled.replicates) model_.nodes[compiled.callee].is_replica = true;
      model_.links[index] = compiled;
    }
  }

  void compile_calls(NodeModel& node) {
    switch (node.kind) {
      case Kind::users:
      case Kind::load_balancer:
        for (const Link* link : links_of(node)) {
          const LinkIndex index = model_.link_of(link->id);
          if (callee_of(*link).kind == Kind::dns) node.name_link = index;
          else node.targets.push_back(index);
        }
        break;
      case Kind::server:
      case Kind::cache:
        node.read_steps = steps_for(node, Operation::read);
        node.write_steps = steps_for(node, Operation::write);
        break;
      case Kind::relational_database:
        for (const Link* link : links_of(node)) {
          Step step;
          step.links = {model_.link_of(link->id)};
          step.detached = std::get<RelationalDatabaseSettings>(node.settings).replication == Replication::asynchronous;
          node.write_steps.push_back(step);
        }
        node.parallel_calls = true;
        break;
      case Kind::dns:
        break;
    }
  }

  std::vector<const Link*> links_of(const NodeModel& node) const {
    std::vector<const Link*> links;
    for (const Link& link : document().links)
      if (link.caller == node.id) links.push_back(&link);
    return links;
  }

  const NodeModel& callee_of(const Link& link) const { return model_.nodes[model_.node_of(link.callee)]; }

  /// The database that a replica copies, or the component itself.
  ComponentId primary_of(ComponentId id) const {
    for (const LinkModel& link : model_.links)
      if (link.present && link.replicates && model_.nodes[link.callee].id == id) return model_.nodes[link.caller].id;
    return id;
  }

  /// What a caller calls for an operation: caches first, so that what is called after a miss comes after them;
  /// databases of one primary are alternatives.
  std::vector<Step> steps_for(const NodeModel& node, Operation operation) const {
    std::vector<const Link*> lookups;
    std::vector<const Link*> others;
    for (const Link* link : links_of(node)) {
      const bool automatic_lookup = callee_of(*link).kind == Kind::cache && link->settings.call_on == CallOn::automatic;
      (automatic_lookup ? lookups : others).push_back(link);
    }
    const bool looks_up = node.kind == Kind::cache || !lookups.empty();
    lookups.insert(lookups.end(), others.begin(), others.end());

    std::vector<Step> steps;
    std::vector<ComponentId> groups_done;
    for (const Link* link : lookups) {
      const NodeModel& callee = callee_of(*link);
      Step step;
      step.share = link->settings.share.ratio;
      step.is_lookup = callee.kind == Kind::cache;
      if (callee.kind == Kind::relational_database) {
        const ComponentId primary = primary_of(callee.id);
        if (std::find(groups_done.begin(), groups_done.end(), primary) != groups_done.end()) continue;
        groups_done.push_back(primary);
        step.links = database_links(node, primary, operation);
      } else if (carries(*link, operation, step.is_lookup ? Operations::reads : Operations::all)) {
        step.links = {model_.link_of(link->id)};
      }
      if (step.links.empty()) continue;
      // A cache's own calls all come after its miss; it makes none otherwise.
      step.after_miss =
          operation == Operation::read && node.kind != Kind::cache &&
          (link->settings.call_on == CallOn::miss ||
           (link->settings.call_on == CallOn::automatic && looks_up && callee.kind == Kind::relational_database));
      steps.push_back(std::move(step));
    }
    return steps;
  }

  static bool carries(const Link& link, Operation operation, Operations automatic) {
    const Operations operations =
        link.settings.operations == Operations::automatic ? automatic : link.settings.operations;
    return operations == Operations::all || (operations == Operations::reads) == (operation == Operation::read);
  }

  /// The alternatives for an operation among a caller's links to a primary and its replicas.
  std::vector<LinkIndex> database_links(const NodeModel& node, ComponentId primary, Operation operation) const {
    std::vector<const Link*> to_primary;
    std::vector<const Link*> to_replicas;
    for (const Link* link : links_of(node)) {
      const NodeModel& callee = callee_of(*link);
      if (callee.kind != Kind::relational_database || primary_of(callee.id) != primary) continue;
      (callee.id == primary ? to_primary : to_replicas).push_back(link);
    }
    std::vector<LinkIndex> chosen;
    const Operations for_primary = to_replicas.empty() ? Operations::all : Operations::writes;
    for (const Link* link : to_primary)
      if (carries(*link, operation, for_primary)) chosen.push_back(model_.link_of(link->id));
    // Without a primary in reach, writes go to a replica, which refuses them: it is read-only.
    const Operations for_replicas = to_primary.empty() ? Operations::all : Operations::reads;
    for (const Link* link : to_replicas)
      if (carries(*link, operation, for_replicas)) chosen.push_back(model_.link_of(link->id));
    return chosen;
  }

  void compile_classes() {
    model_.classes.clear();
    double total = 0;
    const auto add = [&](ClassId id, const RequestClassSettings& settings) {
      total += settings.weight;
      model_.classes.push_back({id, total, settings.cost, settings.operation == Operation::write, settings.size.count,
                                ZipfSampler(settings.keys, settings.popularity == Popularity::zipf ? settings.skew : 0),
                                settings.weight, settings.response});
    };
    for (const RequestClass& request_class : document().classes) add(request_class.id, request_class.settings);
    if (document().classes.empty()) add({}, RequestClassSettings{});
  }

  Model model_;
};

}  // namespace

std::uint32_t Model::node_of(ComponentId id) const {
  for (std::uint32_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].present && nodes[i].id == id) return i;
  return none;
}

std::uint32_t Model::link_of(LinkId id) const {
  for (std::uint32_t i = 0; i < links.size(); ++i)
    if (links[i].present && links[i].id == id) return i;
  return none;
}

std::shared_ptr<const Model> compile(const Architecture& architecture, const Model* previous) {
  return Compiler(architecture, previous).run();
}

}  // namespace loadframe::engine
