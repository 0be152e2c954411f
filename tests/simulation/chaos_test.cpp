#include "architecture/editing.h"
#include "architecture/validation.h"
#include "simulation/random.h"
#include "simulation/running.h"

#include <gtest/gtest.h>

namespace loadframe {
namespace {

using namespace literals;

/// Draws, wires and edits at random, as far as validation lets it.
class Chaos {
public:
  explicit Chaos(std::uint64_t seed) : random_(seed, 1, 1) {}

  std::uint32_t below(std::size_t count) { return random_.below(static_cast<std::uint32_t>(count)); }
  const Architecture& architecture() const { return architecture_; }

  void draw() {
    for (int i = 0; i < 12; ++i) add();
    for (int i = 0; i < 40; ++i) wire();
    for (Component& component : architecture_.components) shuffle(component.settings);
  }

  void edit() {
    switch (below(5)) {
      case 0:
        add();
        break;
      case 1:
      case 2:
        wire();
        break;
      case 3:
        change_setting();
        break;
      default:
        remove_one();
    }
  }

  Action any_action() {
    const auto& components = architecture_.components;
    const ComponentId component = components[below(components.size())].id;
    const auto kind = static_cast<ActionKind>(below(action_kinds().size()));
    if (description(kind).on_links) {
      if (architecture_.links.empty()) return {ActionKind::load, {}, 1};
      return action(kind, architecture_.links[below(architecture_.links.size())].id);
    }
    Action result = action(kind, component);
    if (kind == ActionKind::load) result.amount = 0.5 + random_.uniform();
    return result;
  }

private:
  void add() {
    apply(add_component(architecture_, static_cast<Kind>(below(kinds().size())), {200.0 * below(8), 100.0 * below(8)}),
          architecture_);
  }

  void wire() {
    const auto& components = architecture_.components;
    if (components.empty()) return;
    Architecture trial = architecture_;
    const Change change =
        connect(trial, components[below(components.size())].id, components[below(components.size())].id);
    apply(change, trial);
    if (can_run(validate(trial))) architecture_ = std::move(trial);
  }

  void remove_one() {
    if (architecture_.components.size() < 4) return;
    const ElementId gone = architecture_.components[below(architecture_.components.size())].id;
    apply(remove(architecture_, std::vector{gone}), architecture_);
  }

  /// Small machines, short times: queues fill, timeouts and retries happen.
  void shuffle(ComponentSettings& settings) {
    if (auto* server = std::get_if<ServerSettings>(&settings)) {
      server->workers = 1 + below(8);
      server->backlog = below(10);
      server->calls = below(2) ? CallOrder::parallel : CallOrder::sequence;
      if (below(2)) server->wait_time = exponential(20_ms);
      server->boot_time = milliseconds(below(2000));
    } else if (auto* users = std::get_if<UsersSettings>(&settings)) {
      users->arrivals = below(2) ? Arrivals::closed : Arrivals::open;
      users->population = 50;
      users->think_time = below(2) ? exponential(200_ms) : constant(200_ms);
      users->timeout = milliseconds(below(3) * 200);
      users->retries = below(3);
    } else if (auto* balancer = std::get_if<LoadBalancerSettings>(&settings)) {
      balancer->policy = static_cast<BalancingPolicy>(below(7));
      balancer->checks = below(4) > 0;
      balancer->max_fails = below(3);
      balancer->check_interval = 300_ms;
      balancer->check_timeout = 200_ms;
      balancer->retry_on = below(2) ? RetryOn::any_failure : RetryOn::connection_failure;
      balancer->redispatch = below(2) > 0;
      balancer->retry_delay = 100_ms;
      balancer->timeout = 500_ms;
      balancer->connect_timeout = 200_ms;
      balancer->sticky = below(3) == 0;
      balancer->server_connections = below(3);
      balancer->queue_timeout = milliseconds(below(3) * 100);
      balancer->slow_start = 2_s;
      balancer->standby = below(2) > 0;
      balancer->takeover_time = 300_ms;
      balancer->boot_time = milliseconds(below(2000));
    } else if (auto* dns = std::get_if<DnsSettings>(&settings)) {
      dns->time_to_live = 1_s;
      dns->routing = static_cast<DnsRouting>(below(3));
      dns->checks = below(2) > 0;
      dns->check_interval = 200_ms;
    } else if (auto* cache = std::get_if<CacheSettings>(&settings)) {
      cache->capacity = mebibytes(1);
      cache->eviction = static_cast<Eviction>(below(5));
      cache->coalescing = below(2) > 0;
      cache->lease_time = 50_ms;
    } else if (auto* cdn = std::get_if<CdnSettings>(&settings)) {
      cdn->points_of_presence = 1 + below(3);
      cdn->capacity = mebibytes(1);
      cdn->coalescing = below(3) > 0;
      cdn->timeout = 300_ms;
    } else if (auto* gateway = std::get_if<GatewaySettings>(&settings)) {
      gateway->limit = {50.0 * below(3)};
      gateway->burst = 1 + below(20);
      gateway->max_concurrency = 1 + below(20);
      gateway->shed_above = Share{0.5};
    } else if (auto* database = std::get_if<RelationalDatabaseSettings>(&settings)) {
      database->connections = 1 + below(10);
      database->replication = below(2) ? Replication::synchronous : Replication::asynchronous;
    }
  }

  void change_setting() { shuffle(architecture_.components[below(architecture_.components.size())].settings); }

  RandomStream random_;
  Architecture architecture_;
};

class ChaosTest : public testing::TestWithParam<int> {};

/// Whatever is drawn, broken and edited: no request is lost or counted twice, and copies run alike.
TEST_P(ChaosTest, EveryRequestEndsOnceOrIsStillUnderWay) {
  Chaos chaos(static_cast<std::uint64_t>(GetParam()));
  chaos.draw();
  ASSERT_TRUE(can_run(validate(chaos.architecture())));
  Simulation run(chaos.architecture(), {1}, {.sampling_interval = 500_ms, .warm_up = {}});
  run.observe_every(5);
  for (int round = 0; round < 60; ++round) {
    run.run_until(run.now() + milliseconds(50 + chaos.below(400)));
    if (chaos.below(3) == 0) {
      chaos.edit();
      if (can_run(validate(chaos.architecture()))) run.adopt(chaos.architecture());
    } else {
      run.act(chaos.any_action());
    }
    const Statistics statistics = run.statistics();
    ASSERT_EQ(statistics.begun, statistics.requests.outcomes.all() + statistics.in_flight) << "round " << round;
    for (const ComponentStatistics& component : statistics.components) {
      ASSERT_GE(component.utilisation, 0);
      ASSERT_LE(component.utilisation, 1);
      ASSERT_LE(component.calls.outcomes.all(), component.arrivals + 1);
    }
    for (const LinkStatistics& link : statistics.links) ASSERT_LE(link.calls.outcomes.all(), link.begun);
    if (round % 10 == 5) {
      Simulation copy = run;
      Simulation other = run;
      copy.run_until(run.now() + 1_s);
      other.run_until(run.now() + 1_s);
      ASSERT_EQ(copy.statistics().events, other.statistics().events);
      ASSERT_EQ(copy.statistics().requests.latency, other.statistics().requests.latency);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ChaosTest, testing::Range(1, 61));

}  // namespace
}  // namespace loadframe
