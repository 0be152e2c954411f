#include "architecture/call_graph.h"

#include <algorithm>

/// What validation finds in how components are wired.
namespace loadframe {

namespace {

constexpr std::size_t most_loops = 10;

/// Below this from one request of a user to his next, a run might not get on in time.
constexpr Duration shortest_cycle = microseconds(1);

/// More users of a closed loop than this must think exponentially: only then is there no event for each of them.
constexpr std::int64_t most_individual_users = 1'000'000;

/// The most requests per second that a population may be able to send.
constexpr double fastest_population = 1e8;

class CallRules {
public:
  explicit CallRules(const Architecture& architecture) : architecture_(architecture), graph_(architecture) {}

  std::vector<Finding> run() {
    check_loops();
    check_replication();
    for (std::size_t place = 0; place < architecture_.components.size(); ++place) {
      const Component& component = architecture_.components[place];
      if (const auto* users = std::get_if<UsersSettings>(&component.settings)) check_users(component, *users, place);
      if (kind_of(component.settings) == Kind::load_balancer) check_balancer(component, place);
      check_databases_of(component, place);
      check_caches_of(place);
    }
    check_reach();
    return std::move(findings_);
  }

private:
  void add(Diagnostic diagnostic, ElementId element) { findings_.push_back({std::move(diagnostic), element}); }

  std::string link_name(const Link& link) const { return name_of(architecture_, link.id); }

  void check_loops() {
    for (const auto& loop : graph_.loops(most_loops)) {
      const Link* closing =
          find_link(architecture_, architecture_.components[loop.back()].id, architecture_.components[loop.front()].id);
      add(error(link_name(*closing), "calls go round in a loop: " + graph_.loop_text(loop),
                TR("remove a link of the loop: a request in it would never be answered")),
          closing->id);
    }
  }

  void check_replication() {
    primaries_.resize(architecture_.components.size());
    for (std::size_t place = 0; place < architecture_.components.size(); ++place)
      for (const Link* link : graph_.links_from(place))
        if (replicates(architecture_.components[place], graph_.callee_of(*link)))
          primaries_[graph_.place_of(link->callee)].push_back(place);

    for (std::size_t place = 0; place < primaries_.size(); ++place) {
      const Component& replica = architecture_.components[place];
      if (primaries_[place].size() > 1)
        add(error(replica.name,
                  "it is a replica of " + architecture_.components[primaries_[place][0]].name + " and of " +
                      architecture_.components[primaries_[place][1]].name,
                  TR("a replica has one primary: remove the links from the others")),
            replica.id);
      for (const Link* link : graph_.links_from(place))
        if (!primaries_[place].empty() && replicates(replica, graph_.callee_of(*link)))
          add(error(link_name(*link), replica.name + " is a replica itself, and a replica cannot have replicas",
                    "wire " + architecture_.components[primaries_[place].front()].name + " to " +
                        graph_.callee_of(*link).name + " instead"),
              link->id);
    }
  }

  void check_users(const Component& component, const UsersSettings& users, std::size_t place) {
    std::vector<const Link*> targets;
    std::size_t names = 0;
    for (const Link* link : graph_.links_from(place)) {
      if (kind_of(graph_.callee_of(*link).settings) == Kind::dns) ++names;
      else targets.push_back(link);
    }
    if (users.arrivals == Arrivals::closed) check_population(component, users, targets);

    if (users.arrivals == Arrivals::open ? users.rate.per_second <= 0 : users.population <= 0)
      add(warning(
              component.name, TR("they send nothing"),
              users.arrivals == Arrivals::open ? TR("give them a rate above 0") : TR("give them a population above 0")),
          component.id);
    if (targets.empty())
      add(warning(component.name,
                  names > 0 ? TR("they can look up a name, but are wired to nothing that serves them")
                            : TR("they are wired to nothing, so all their requests fail"),
                  TR("wire them to a load balancer or a server")),
          component.id);
    if (names > 1)
      add(warning(component.name, TR("they are wired to several DNS, and only the last is asked"),
                  TR("keep one of these links")),
          component.id);
    check_mix(component, users);
    if (users.arrivals == Arrivals::open && users.spacing == Spacing::bursty &&
        users.burst_factor * users.burst_share.ratio > 1)
      add(warning(component.name,
                  TR("their bursts hold more than all requests; they are made as strong as they can be"),
                  TR("make the burst factor at most 1 / burst share")),
          component.id);
    check_weights(component, targets);
  }

  void check_mix(const Component& component, const UsersSettings& users) {
    if (users.client == Client::any || architecture_.classes.empty()) return;
    const ResponseKind foreign = users.client == Client::web ? ResponseKind::json : ResponseKind::html;
    const bool fits = std::any_of(
        architecture_.classes.begin(), architecture_.classes.end(),
        [foreign](const RequestClass& each) { return each.settings.response != foreign && each.settings.weight > 0; });
    if (!fits)
      add(warning(component.name, TR("no request class suits their client, so they ask for all of them"),
                  users.client == Client::web
                      ? TR("add a request class that answers with HTML, or choose another client")
                      : TR("add a request class that answers with JSON, or choose another client")),
          component.id);
  }

  /// Guards the engine: a population whose requests follow each other at once would stop the clock.
  void check_population(const Component& component, const UsersSettings& users,
                        const std::vector<const Link*>& targets) {
    if (users.population <= 0) return;
    const Law& think = users.think_time;
    if (think.shape == LawShape::exponential && think.mean > Duration{}) {
      if (static_cast<double>(users.population) / think.mean.seconds() > fastest_population)
        add(error(component.name, TR("so many users who think so briefly send more than 100,000,000 requests a second"),
                  TR("give them a longer think time, or make them fewer")),
            component.id);
      return;
    }
    if (users.population > most_individual_users)
      add(error(component.name, TR("more than 1,000,000 users need an exponential think time"),
                TR("set the think time to, for example, \"exponential 10 s\", or make them fewer")),
          component.id);
    Duration round_trip = targets.empty() ? Duration{} : Duration::longest();
    for (const Link* link : targets) round_trip = std::min(round_trip, latency_of(architecture_, *link) * 2);
    if (think.mean < shortest_cycle && round_trip < shortest_cycle)
      add(error(component.name, TR("their requests could follow each other without any time passing"),
                TR("give them a think time, or wire them over links with a latency")),
          component.id);
  }

  void check_balancer(const Component& component, std::size_t place) {
    if (graph_.links_from(place).empty())
      add(warning(component.name, TR("it has no targets, so it rejects every request"), TR("wire it to servers")),
          component.id);
    check_weights(component, graph_.links_from(place));
  }

  void check_weights(const Component& component, const std::vector<const Link*>& links) {
    const auto weighs_nothing = [](const Link* link) { return link->settings.weight <= 0; };
    if (links.size() > 1 && std::all_of(links.begin(), links.end(), weighs_nothing))
      add(warning(component.name,
                  TR("the weights of its links are all 0, so they say nothing about how to spread requests"),
                  TR("give at least one of its links a weight above 0")),
          component.id);
  }

  /// Writes that go to read replicas.
  void check_databases_of(const Component& caller, std::size_t place) {
    const Kind kind = kind_of(caller.settings);
    if (kind == Kind::relational_database || !has_writes()) return;
    for (const Link* link : graph_.links_from(place)) {
      const auto& primaries = primaries_[graph_.place_of(link->callee)];
      if (primaries.empty()) continue;
      const Component& primary = architecture_.components[primaries.front()];
      const bool has_primary = find_link(architecture_, caller.id, primary.id) != nullptr;
      const Operations operations = link->settings.operations;
      if (operations == Operations::reads || (operations == Operations::automatic && has_primary)) continue;
      const std::string to_primary = has_primary ? "" : "wire " + caller.name + " to " + primary.name + " too, or ";
      add(warning(link_name(*link), graph_.callee_of(*link).name + " is a read replica, and writes sent to it fail",
                  to_primary + "let the link carry reads only"),
          link->id);
    }
  }

  bool has_writes() const {
    return std::any_of(architecture_.classes.begin(), architecture_.classes.end(), [](const RequestClass& mix) {
      return mix.settings.operation == Operation::write && mix.settings.weight > 0;
    });
  }

  /// Caches that stay empty, since nothing behind them answers what they miss.
  void check_caches_of(std::size_t place) {
    const auto& links = graph_.links_from(place);
    const auto is_cache = [&](const Link* link) { return kind_of(graph_.callee_of(*link).settings) == Kind::cache; };
    const bool fetches_elsewhere = std::any_of(links.begin(), links.end(), [&](const Link* link) {
      const bool database = kind_of(graph_.callee_of(*link).settings) == Kind::relational_database;
      return link->settings.call_on == CallOn::miss || (database && link->settings.call_on == CallOn::automatic);
    });
    if (fetches_elsewhere) return;
    for (const Link* link : links) {
      if (!is_cache(link) || !graph_.links_from(graph_.place_of(link->callee)).empty()) continue;
      const std::string caller = architecture_.components[place].name;
      const std::string& cache = graph_.callee_of(*link).name;
      add(warning(link_name(*link), "nothing fills " + cache + ": what it misses is fetched from nowhere",
                  "wire " + caller + " or " + cache + " to a database"),
          link->id);
    }
  }

  void check_reach() {
    std::vector<std::size_t> users;
    for (std::size_t place = 0; place < architecture_.components.size(); ++place)
      if (kind_of(architecture_.components[place].settings) == Kind::users) users.push_back(place);
    if (users.empty()) {
      add(warning({}, TR("nothing sends requests"), TR("add users and wire them to the system")), {});
      return;
    }
    const std::vector<bool> reached = graph_.reachable(users);
    for (std::size_t place = 0; place < reached.size(); ++place) {
      const Component& component = architecture_.components[place];
      if (!reached[place])
        add(warning(component.name, TR("no request ever reaches it"),
                    TR("wire something that users reach to it, or remove it")),
            component.id);
    }
  }

  const Architecture& architecture_;
  CallGraph graph_;
  std::vector<std::vector<std::size_t>> primaries_;  ///< of each component, by place
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> findings_of_calls(const Architecture& architecture) { return CallRules(architecture).run(); }

}  // namespace loadframe
