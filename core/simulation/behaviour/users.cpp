#include "simulation/behaviour/behaviour.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace loadframe::engine::users {

namespace {

/// Bounds that only a load factor far beyond any real system's reaches; without them the clock would stand still,
/// or memory run out: requests per nanosecond, users, and users with an event of their own.
constexpr double shortest_mean_gap = 1;
constexpr double most_users = 1e9;
constexpr double most_individual_users = 1e7;

/// Room above the idle users in the bound on their number, so that it seldom has to be raised.
std::int64_t roomy(std::int64_t idle, std::int64_t population) { return std::min(population, idle + idle / 4 + 8); }

const UsersSettings& settings_of(const Engine& engine, NodeIndex index) {
  return std::get<UsersSettings>(engine.model->nodes[index].settings);
}

UsersState& state_of(Engine& engine, NodeIndex index) { return std::get<UsersState>(engine.nodes[index].kind); }

bool thinks_exponentially(const UsersSettings& settings) {
  return settings.think_time.shape == LawShape::exponential && settings.think_time.mean.nanoseconds > 0;
}

double load_factor(const Engine& engine, const UsersState& state) { return engine.load * state.load; }

/// The rate in a burst and between bursts, as multiples of the mean rate.
struct BurstRates {
  double bursting = 1;
  double calm = 1;
};

BurstRates burst_rates(const UsersSettings& settings) {
  const double share = settings.burst_share.ratio;
  const double bursting = std::min(settings.burst_factor, 1 / share);
  return {bursting, std::max(0.0, (1 - share * bursting) / (1 - share))};
}

/// No phase ends later than this, in ns: so their sum fits.
constexpr double last_phase = 4e18;

void begin_phase(Bursts& bursts, const UsersSettings& settings, std::int64_t now) {
  const double share = settings.burst_share.ratio;
  const auto burst = static_cast<double>(settings.burst_length.nanoseconds);
  const double mean = bursts.bursting ? burst : burst * (1 - share) / share;
  const double length = std::min(mean * bursts.random.exponential(), last_phase - static_cast<double>(now));
  bursts.until = now + 1 + std::llround(std::max(0.0, length));
}

void change_phase(Bursts& bursts, const UsersSettings& settings) {
  bursts.bursting = !bursts.bursting;
  begin_phase(bursts, settings, bursts.until);
}

/// Distance in time of the next arrival that is so far ahead in mean gaps, while bursts come and go. Too far ahead
/// to say, it is the end of the last phase looked at, and no arrival: the exponential forgets what has passed.
double time_ahead_in_bursts(Engine& engine, NodeIndex index, double amount) {
  constexpr int most_phases = 1000;
  UsersState& state = state_of(engine, index);
  const UsersSettings& settings = settings_of(engine, index);
  const ProfileClock& clock = engine.model->nodes[index].profile;
  const BurstRates rates = burst_rates(settings);
  if (state.bursts.until < 0) {
    state.bursts.bursting = state.bursts.random.uniform() < settings.burst_share.ratio;
    begin_phase(state.bursts, settings, engine.now);
  }
  while (state.bursts.until <= engine.now) change_phase(state.bursts, settings);

  // It looks ahead with a copy: planned anew before that arrival, the same phases come.
  Bursts ahead = state.bursts;
  std::int64_t from = engine.now;
  if (!std::isfinite(clock.time_ahead(from, amount / rates.bursting))) return clock.time_ahead(from, amount);
  for (int phase = 0; phase < most_phases; ++phase) {
    const double rate = ahead.bursting ? rates.bursting : rates.calm;
    if (rate > 0) {
      const double time = clock.time_ahead(from, amount / rate);
      if (time < static_cast<double>(ahead.until - from)) return static_cast<double>(from - engine.now) + time;
      amount = std::max(0.0, amount - rate * clock.amount(from, ahead.until));
    }
    from = ahead.until;
    change_phase(ahead, settings);
  }
  state.has_arrival = false;
  return static_cast<double>(from - engine.now);
}

/// Time until the next arrival of an open loop; infinite if there is none.
double time_to_arrival(Engine& engine, NodeIndex index, double rate) {
  UsersState& state = state_of(engine, index);
  const UsersSettings& settings = settings_of(engine, index);
  const NodeModel& node = engine.model->nodes[index];
  const bool bursty = settings.spacing == Spacing::bursty;
  const double peak = node.profile.largest_factor() * (bursty ? burst_rates(settings).bursting : 1);
  const double amount = state.gap * std::max(1e9 / rate, std::max(1.0, peak) * shortest_mean_gap);
  return bursty ? time_ahead_in_bursts(engine, index, amount) : node.profile.time_ahead(engine.now, amount);
}

/// When the next request comes, from what is now known. One of an open loop that was already planned keeps the part
/// of its gap that is left, so that traffic changed again and again does not fail to come.
void plan_next_arrival(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  const UsersSettings& settings = settings_of(engine, index);
  const NodeModel& node = engine.model->nodes[index];
  ++state.timer_generation;
  if (!node.present) return;

  double ahead = std::numeric_limits<double>::infinity();
  std::int64_t latest = never;  // something is to be done by then
  state.has_arrival = true;
  if (settings.arrivals == Arrivals::open && node.arrivals_are_poisson) {
    const double rate = settings.rate.per_second * load_factor(engine, state);
    state.gap = state.arrivals.exponential();
    if (rate > 0) ahead = state.gap * std::max(1e9 / rate, shortest_mean_gap);
  } else if (settings.arrivals == Arrivals::open) {
    const bool forgets = settings.spacing == Spacing::poisson || settings.spacing == Spacing::bursty;
    if (forgets || state.planned_for <= engine.now) state.gap = node.gaps.draw(state.arrivals) * 1e-9;
    else
      state.gap *= static_cast<double>(state.planned_for - engine.now) /
                   static_cast<double>(state.planned_for - state.planned_at);
    const double rate = settings.rate.per_second * load_factor(engine, state);
    if (rate > 0) ahead = time_to_arrival(engine, index, rate);
  } else if (state.idle_bound > 0) {
    const double mean_gap =
        static_cast<double>(settings.think_time.mean.nanoseconds) / static_cast<double>(state.idle_bound);
    ahead = std::max(mean_gap, shortest_mean_gap) * state.arrivals.exponential();
  }
  if (settings.arrivals == Arrivals::closed) latest = state.look_at;
  state.planned_at = engine.now;
  state.planned_for = never;
  if (ahead < 9e18 - static_cast<double>(engine.now))
    state.planned_for = engine.now + static_cast<std::int64_t>(ahead + 0.5);
  const std::int64_t due = std::min(state.planned_for, latest);
  if (due != never) engine.push(due, EventType::user_arrival, index, state.timer_generation);
}

void start_thinking(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  ++state.thinking;
  const double time = engine.model->nodes[index].think_time.draw(state.arrivals);
  engine.push(engine.now + std::llround(std::min(time, 4e18)), EventType::think_over, index);
}

std::int64_t idle_users(const Engine& engine, NodeIndex index, const UsersState& state) {
  return state.population - static_cast<std::int64_t>(engine.nodes[index].present);
}

void send_to_entry(Engine& engine, NodeIndex index, Engine::NewCall& what, LinkIndex except) {
  what.link = engine.rotate(engine.model->nodes[index].entries.of(what.request_class), except);
  engine.begin_call(what);
}

/// Sends it where the resolver's answer says, however often it is tried.
void send_to_named(Engine& engine, NodeIndex index, const Resolver& resolver, Engine::NewCall&& what) {
  const std::vector<LinkIndex>& entries = engine.model->nodes[index].entries.of(what.request_class);
  const std::size_t place = resolver.answer.size() == 1 ? 0 : what.request_class;
  const LinkIndex named = place < resolver.answer.size() ? resolver.answer[place] : none;
  const bool leads_there = std::find(entries.begin(), entries.end(), named) != entries.end();
  what.link = leads_there ? named : engine.rotate(entries);  // the drawing was edited since
  engine.begin_call(what);
}

void request_ended(Engine& engine, NodeIndex index, const Call& call, Outcome outcome) {
  NodeState& node = engine.nodes[index];
  engine.integrate(index);
  --node.present;
  --engine.in_flight;
  const std::int64_t took = engine.now - call.first_begun;
  ++node.interval.outcomes[outcome];
  ++node.interval.ended;
  node.interval.residence += static_cast<double>(took);
  ClassState& request_class = engine.classes[call.request_class];
  ++request_class.total.outcomes[outcome];
  if (outcome == Outcome::ok) {
    engine.nodes[index].interval_latency.record({took});
    if (engine.times_classes) request_class.total.latency.record({took});
    node.interval.downstream += static_cast<double>(took);
  }

  if (settings_of(engine, index).arrivals == Arrivals::open) return;
  UsersState& state = state_of(engine, index);
  const std::int64_t idle = idle_users(engine, index, state);
  if (idle <= 0) return;  // the population has been reduced: this user leaves
  if (!thinks_exponentially(settings_of(engine, index))) {
    if (state.thinking < idle) start_thinking(engine, index);
  } else if (idle > state.idle_bound) {
    state.idle_bound = roomy(idle, state.population);
    plan_next_arrival(engine, index);
  }
}

/// Sends an attempt of a request: first its address is found out, where there is a DNS.
void attempt(Engine& engine, NodeIndex index, Engine::NewCall what, LinkIndex except) {
  const NodeModel& node = engine.model->nodes[index];
  if (!node.present || node.targets.empty()) {
    Call unsent;
    unsent.first_begun = what.first_begun;
    unsent.request_class = what.request_class;
    unsent.user = what.user;
    request_ended(engine, index, unsent, node.present ? Outcome::no_healthy_target : Outcome::reset);
    return;
  }
  if (node.name_link == none) {
    send_to_entry(engine, index, what, except);
    return;
  }
  UsersState& state = state_of(engine, index);
  const std::uint32_t number = state.next_resolver++ % static_cast<std::uint32_t>(settings_of(engine, index).resolvers);
  Resolver& resolver = state.resolvers[number];
  if (engine.now < resolver.expires) {
    send_to_named(engine, index, resolver, std::move(what));
    return;
  }
  const CallIndex waiting = engine.calls.allocate();
  Call& call = engine.calls[waiting];
  call.phase = Phase::resolving;
  call.first_begun = what.first_begun;
  call.request_class = what.request_class;
  call.key = what.key;
  call.user = what.user;
  call.set_trace(what.trace);
  call.attempt = what.attempt;
  resolver.waiting.push(engine.calls, waiting);
  if (resolver.asking) return;
  resolver.asking = true;
  engine.begin_call({.link = node.name_link,
                     .trace = what.trace,
                     .purpose = Purpose::lookup,
                     .step = static_cast<std::uint16_t>(number),
                     .first_begun = engine.now});
}

/// Chosen by a hash of the request's number: every nth would keep step with a balancer's rotation.
bool is_observed(Engine& engine) {
  if (engine.observe_every == 0) return false;
  return RandomStream(engine.requests_seen++, 0, 0).bits() % engine.observe_every == 0;
}

bool asks_for(Client client, ResponseKind response) {
  switch (client) {
    case Client::web:
      return response != ResponseKind::json;
    case Client::mobile:
      return response != ResponseKind::html;
    case Client::any:
      break;
  }
  return true;
}

/// By weight among those that the client asks for; if there are none, among all.
std::uint16_t choose_class(Engine& engine, NodeIndex index) {
  const auto& classes = engine.model->classes;
  if (classes.size() < 2) return 0;
  Client client = settings_of(engine, index).client;
  double all = classes.back().cumulative_weight;
  if (client != Client::any) {
    double fitting = 0;
    for (const ClassModel& each : classes)
      if (asks_for(client, each.response)) fitting += each.weight;
    if (fitting > 0) all = fitting;
    else client = Client::any;
  }
  const double point = state_of(engine, index).mix.uniform() * all;
  double passed = 0;
  std::uint16_t last = 0;
  for (std::uint16_t i = 0; i < classes.size(); ++i) {
    if (!asks_for(client, classes[i].response)) continue;
    last = i;
    passed += classes[i].weight;
    if (point < passed) break;
  }
  return last;
}

/// Numbered from a place of their own, so that the users of two components are not the same people.
std::uint32_t choose_user(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  const UsersSettings& settings = settings_of(engine, index);
  const std::int64_t people = settings.arrivals == Arrivals::open ? settings.distinct_users : state.population;
  const auto count = static_cast<std::uint32_t>(std::clamp<std::int64_t>(people, 1, 0xFFFFFFFF));
  return engine.model->nodes[index].id.value * 0x9E3779B9u + state.who.below(count);
}

void send_new_request(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  NodeState& node = engine.nodes[index];
  engine.integrate(index);
  ++node.present;
  ++node.interval.arrivals;
  ++engine.in_flight;
  ++engine.total_begun;

  const std::uint16_t chosen = choose_class(engine, index);
  std::uint32_t trace = 0;
  if (is_observed(engine)) trace = ++engine.last_trace;
  attempt(engine, index,
          {.request_class = chosen,
           .key = engine.model->uses_keys ? engine.model->classes[chosen].keys.draw(state.mix) : 0,
           .user = choose_user(engine, index),
           .trace = trace,
           .first_begun = engine.now},
          none);
}

/// An attempt has failed or succeeded: the user tries again, or has the final answer.
void attempt_ended(Engine& engine, NodeIndex index, const Call& call, Outcome outcome) {
  const NodeModel& node = engine.model->nodes[index];
  if (outcome != Outcome::ok && node.present && !node.targets.empty()) {
    const LinkIndex tried = call.link != none ? call.link : node.targets.front();
    Call attempted = call;
    attempted.link = tried;
    if (engine.may_retry(attempted)) {
      engine.begin_call_after(engine.again(call, tried), engine.retry_pause(attempted));
      return;
    }
  }
  request_ended(engine, index, call, outcome);
}

void name_resolved(Engine& engine, NodeIndex index, Resolver& resolver, bool resolved) {
  resolver.asking = false;
  CallQueue waiting = resolver.waiting;
  resolver.waiting.clear();
  while (!waiting.empty()) {
    const CallIndex next = waiting.pop(engine.calls);
    const Call call = engine.calls[next];
    engine.calls.release(next);
    if (!resolved || engine.model->nodes[index].targets.empty()) {
      attempt_ended(engine, index, call, Outcome::name_not_resolved);
    } else {
      send_to_named(engine, index, resolver,
                    {.request_class = call.request_class,
                     .key = call.key,
                     .user = call.user,
                     .trace = call.trace(),
                     .attempt = call.attempt,
                     .first_begun = call.first_begun});
    }
  }
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

void describe(NodeModel& node) {
  const auto& users = std::get<UsersSettings>(node.settings);
  node.think_time = LawSampler(users.think_time);
  node.gaps = LawSampler(gaps_of(users));
  node.profile = ProfileClock(users.profile);
  node.arrivals_are_poisson = users.spacing == Spacing::poisson && node.profile.is_constant();
  node.call_timeout = users.timeout.nanoseconds;
  node.call_retries = bounded(users.retries);
  node.call_retry_delay = users.retry_delay.nanoseconds;
}

void connect(Wiring& wiring, NodeIndex index) {
  NodeModel& node = wiring.node(index);
  for (const Link* link : wiring.links_of(index)) {
    if (wiring.callee_of(*link).kind == Kind::dns) node.name_link = wiring.link_index(*link);
    else node.targets.push_back(wiring.link_index(*link));
  }
  node.entries = wiring.alternatives(node.targets);
}

void prepare(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  const auto wanted = static_cast<std::size_t>(settings_of(engine, index).resolvers);
  if (state.resolvers.size() < wanted) state.resolvers.resize(wanted);  // requests may wait at those too many
}

void start(Engine& engine, NodeIndex index) {
  UsersState state;
  state.arrivals = engine.stream(index, 1);
  state.mix = engine.stream(index, 2);
  state.who = engine.stream(index, 3);
  state.bursts.random = engine.stream(index, 4);
  engine.nodes[index].kind = std::move(state);
  prepare(engine, index);
  adjust(engine, index);
}

void adopt(Engine& engine, NodeIndex index, const NodeModel& before) {
  prepare(engine, index);
  if (engine.model->nodes[index].settings != before.settings) adjust(engine, index);
}

}  // namespace

void adjust(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  const UsersSettings& settings = settings_of(engine, index);
  if (settings.arrivals == Arrivals::closed) {
    const ProfileClock& profile = engine.model->nodes[index].profile;
    state.look_at = profile.next_look(engine.now);
    const double most = thinks_exponentially(settings) ? most_users : most_individual_users;
    state.population = std::llround(std::min(
        static_cast<double>(settings.population) * load_factor(engine, state) * profile.factor(engine.now), most));
    const std::int64_t idle = std::max<std::int64_t>(0, idle_users(engine, index, state));
    if (thinks_exponentially(settings)) {
      state.idle_bound = roomy(idle, state.population);
    } else {
      state.idle_bound = 0;
      while (state.thinking < idle) start_thinking(engine, index);
    }
  }
  // Phases forget what has passed: the present one goes on for a time of the length that now holds.
  if (settings.arrivals != Arrivals::open || settings.spacing != Spacing::bursty) state.bursts.until = -1;
  else if (state.bursts.until >= 0) begin_phase(state.bursts, settings, engine.now);
  plan_next_arrival(engine, index);
}

void arrival_due(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  if (settings_of(engine, index).arrivals == Arrivals::open) {
    const bool arrives = state.has_arrival;
    plan_next_arrival(engine, index);
    if (arrives) send_new_request(engine, index);
    return;
  }
  if (engine.now >= state.look_at) {
    // An arrival planned for this very instant is planned anew, as exponential times may be.
    adjust(engine, index);
    return;
  }
  // The next request of N idle users, each thinking for an exponential time Z, is exponential with rate N/Z. The
  // number idle changes all the time; so candidates come at the rate of a bound on it, and each is accepted with
  // the chance idle/bound (thinning; Lewis & Shedler, 1979). No user needs an event of its own.
  const std::int64_t idle = idle_users(engine, index, state);
  const bool accepted = state.arrivals.uniform() * static_cast<double>(state.idle_bound) < static_cast<double>(idle);
  if (idle < state.idle_bound / 2) state.idle_bound = roomy(std::max<std::int64_t>(0, idle), state.population);
  plan_next_arrival(engine, index);
  if (accepted) send_new_request(engine, index);
}

void think_over(Engine& engine, NodeIndex index) {
  UsersState& state = state_of(engine, index);
  --state.thinking;
  const UsersSettings& settings = settings_of(engine, index);
  const bool stays = settings.arrivals == Arrivals::closed && !thinks_exponentially(settings) &&
                     engine.model->nodes[index].present && state.thinking < idle_users(engine, index, state);
  if (stays) send_new_request(engine, index);
}

void call_ended(Engine& engine, const Call& call, Outcome outcome) {
  if (call.purpose == Purpose::lookup) {
    const LinkModel& link = engine.model->links[call.link];
    const NodeIndex index = link.caller;
    Resolver& resolver = state_of(engine, index).resolvers[call.step];
    if (outcome == Outcome::ok && engine.model->nodes[link.callee].kind == Kind::dns) {
      const auto& names = std::get<DnsSettings>(engine.model->nodes[link.callee].settings);
      resolver.expires = engine.now + names.time_to_live.nanoseconds;
      if (!engine.model->nodes[index].targets.empty()) resolver.answer = dns::answer(engine, link.callee, index);
    }
    name_resolved(engine, index, resolver, outcome == Outcome::ok);
    return;
  }

  attempt_ended(engine, engine.caller_of(call), call, outcome);
}

void retry_due(Engine& engine, const Call& call) {
  attempt(engine, engine.caller_of(call),
          {.request_class = call.request_class,
           .key = call.key,
           .user = call.user,
           .trace = call.trace(),
           .attempt = call.attempt,
           .first_begun = call.first_begun},
          call.link);
}

void abandon_waiting(Engine& engine, NodeIndex index) {
  for (Resolver& resolver : state_of(engine, index).resolvers) name_resolved(engine, index, resolver, false);
}

}  // namespace loadframe::engine::users

namespace loadframe::engine {

const KindBehaviour users_behaviour{
    .describe = users::describe, .connect = users::connect, .start = users::start, .adopt = users::adopt};

}  // namespace loadframe::engine
