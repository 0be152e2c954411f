#pragma once

#include "simulation/engine.h"

/// What is particular to each kind: one file each, and one row in the table of behaviours.
namespace loadframe::engine {

/// What the engine asks of a kind at the points that all kinds share. What is left out behaves as the comment says.
struct KindBehaviour {
  /// Sets what the settings say of its workers, times and calls; boot time, prices and the order of calls are set.
  void (*describe)(NodeModel& node) = nullptr;

  /// Wires it to what it calls: calls nothing.
  void (*connect)(Wiring& wiring, NodeIndex index) = nullptr;

  /// State of a component or member that is new in the run: has none.
  void (*start)(Engine& engine, NodeIndex index) = nullptr;

  /// After an edit that kept it; the settings may have changed: nothing to do.
  void (*adopt)(Engine& engine, NodeIndex index, const NodeModel& before) = nullptr;

  /// A call arrives at the running component, before it takes a place: false if it was answered on the spot.
  bool (*accept)(Engine& engine, CallIndex index) = nullptr;

  /// A call will arrive soon: brings what that will look at into the processor's cache, and changes nothing. Comes
  /// twice, when it is near for what leads there, and when it is next: nothing to do.
  void (*look_ahead)(const Engine& engine, NodeIndex index, const Call& call, Ahead ahead) = nullptr;

  /// A call has its worker: false if its CPU work begins later, by Engine::work_on. It begins at once.
  bool (*begin)(Engine& engine, CallIndex index) = nullptr;

  /// The call's own work (CPU and waiting) is done, its worker still held: the wired steps are called, then answered.
  void (*served)(Engine& engine, CallIndex index) = nullptr;

  /// A call made on behalf of another has ended for good (hedges and the like are settled): goes on with the steps.
  void (*call_ended)(Engine& engine, CallIndex parent, const Call& call, Outcome outcome) = nullptr;

  /// One call less is under way on a link of its, for whatever reason: nothing to do. Nothing may be begun on the spot.
  void (*connection_freed)(Engine& engine, LinkIndex link) = nullptr;

  /// A call that it made has ended, and none waits for it: made without a parent, or its parent is answered or gone:
  /// nothing to do.
  void (*unawaited_ended)(Engine& engine, const Call& call, Outcome outcome) = nullptr;

  /// An admitted call is about to leave it, answered, reset or withdrawn: nothing to do. For kinds that keep lists.
  void (*left)(Engine& engine, NodeIndex index, CallIndex call) = nullptr;

  /// The process died: what was in memory is gone, its calls have been reset.
  void (*stopped)(Engine& engine, NodeIndex index) = nullptr;

  /// It is to be restarted: false, and it boots.
  bool (*restarted)(Engine& engine, NodeIndex index) = nullptr;

  /// It has booted.
  void (*booted)(Engine& engine, NodeIndex index) = nullptr;

  /// A time that it asked for with Engine::push(…, EventType::kind_timer, index, what) has come. Also comes after
  /// the component has died or gone: it looks for itself.
  void (*timer)(Engine& engine, NodeIndex index, std::uint32_t what) = nullptr;
};

const KindBehaviour& behaviour_of(Kind kind);

extern const KindBehaviour users_behaviour;
extern const KindBehaviour dns_behaviour;
extern const KindBehaviour cdn_behaviour;
extern const KindBehaviour firewall_behaviour;
extern const KindBehaviour gateway_behaviour;
extern const KindBehaviour load_balancer_behaviour;
extern const KindBehaviour server_behaviour;
extern const KindBehaviour worker_behaviour;
extern const KindBehaviour function_behaviour;
extern const KindBehaviour inference_server_behaviour;
extern const KindBehaviour cache_behaviour;
extern const KindBehaviour relational_database_behaviour;
extern const KindBehaviour non_relational_database_behaviour;
extern const KindBehaviour search_index_behaviour;
extern const KindBehaviour object_store_behaviour;
extern const KindBehaviour external_service_behaviour;
extern const KindBehaviour queue_behaviour;
extern const KindBehaviour topic_behaviour;
extern const KindBehaviour stream_behaviour;

namespace users {
void arrival_due(Engine& engine, NodeIndex index);
void think_over(Engine& engine, NodeIndex index);
/// After the rate, the population or the load has changed.
void adjust(Engine& engine, NodeIndex index);
/// An attempt of a user's request, or a question to the DNS, has ended.
void call_ended(Engine& engine, const Call& call, Outcome outcome);
/// The pause before another attempt is over.
void retry_due(Engine& engine, const Call& call);
/// All requests that wait for an address fail: the users are gone.
void abandon_waiting(Engine& engine, NodeIndex index);
}  // namespace users

namespace dns {
/// What an answer to users names: one of their links to entry points, or one for each request class.
std::vector<LinkIndex> answer(Engine& engine, NodeIndex index, NodeIndex users);
}  // namespace dns

namespace balancer {
/// Another target for a second call: none if there is none.
LinkIndex another_target(Engine& engine, const Call& call);
void check_due(Engine& engine, LinkIndex link);
/// Whether the check was still waited for.
bool check_timeout(Engine& engine, CallIndex check, std::uint32_t stamp);
void check_ended(Engine& engine, LinkIndex link, Outcome outcome);
void passive_over(Engine& engine, LinkIndex link);
}  // namespace balancer

namespace cache {
void flush(Engine& engine, NodeIndex index);
/// Stores what a call asked for.
void fill(Engine& engine, NodeIndex index, const Call& call);
/// Whoever was to fetch what the cache lacks has failed.
void not_filled(Engine& engine, NodeIndex index, const Call& call);
}  // namespace cache

namespace messaging {
/// A delivery to the consumer has ended: those who feed it hand it more, in turn.
void consumer_is_free(Engine& engine, NodeIndex consumer);
}  // namespace messaging

namespace relational_database {
/// Which of a step's links the call takes now: after a failover, writes follow the new primary.
LinkIndex choose_link(Engine& engine, const Step& step, const Call& call, LinkIndex except);
}  // namespace relational_database

}  // namespace loadframe::engine
