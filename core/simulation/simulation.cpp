#include "simulation/simulation.h"

#include "simulation/engine.h"

#include <cassert>
#include <utility>

namespace loadframe {

Simulation::Simulation(const Architecture& architecture, Seed seed, RunOptions options)
    : engine_(std::make_unique<engine::Engine>(architecture, seed, options)) {}

Simulation::Simulation(const Simulation& other) : engine_(std::make_unique<engine::Engine>(*other.engine_)) {
  engine_->unpack();
}
Simulation::Simulation(Simulation&& other) noexcept = default;
Simulation::Simulation(std::unique_ptr<engine::Engine> engine) : engine_(std::move(engine)) {}

Simulation& Simulation::operator=(const Simulation& other) {
  if (this != &other) *this = Simulation(other);
  return *this;
}

Simulation& Simulation::operator=(Simulation&& other) noexcept = default;
Simulation::~Simulation() = default;

Duration Simulation::now() const { return {engine_->now}; }

void Simulation::run_until(Duration time) { engine_->run_until(time.nanoseconds, ~std::uint64_t{0}); }

bool Simulation::run_until(Duration time, std::uint64_t most_events) {
  return engine_->run_until(time.nanoseconds, most_events);
}

void Simulation::step() { engine_->step(); }
void Simulation::act(const Action& action) { engine_->act(action); }

void Simulation::schedule(Duration at, const Action& action) {
  assert(at >= now());
  engine_->schedule(at.nanoseconds, action, false);
}

void Simulation::adopt(const Architecture& architecture) { engine_->adopt(architecture); }
const Architecture& Simulation::architecture() const { return *engine_->model->architecture; }
Seed Simulation::seed() const { return engine_->seed; }
const Recording& Simulation::recording() const { return engine_->recording; }
Statistics Simulation::statistics() const { return engine_->statistics(); }
const std::vector<PastAction>& Simulation::actions() const { return engine_->actions; }

ComponentState Simulation::state_of(ComponentId component) const {
  const auto index = engine_->node_of(component);
  return index == engine::none ? ComponentState::dead : engine_->nodes[index].state;
}

Bytes Simulation::memory_in_use() const { return {static_cast<std::int64_t>(engine_->memory_in_use())}; }

void Simulation::set_recording_budget(Bytes budget) { engine_->options.recording_budget = budget; }

std::optional<std::string> Simulation::broken_invariant() const { return engine_->broken_invariant(); }

void Simulation::observe_every(std::uint64_t one_in) { engine_->observe_every = one_in; }
std::vector<Hop> Simulation::take_hops() { return std::exchange(engine_->hops, {}); }
std::vector<ObservedCall> Simulation::observed_calls() const { return engine_->observed_calls(); }

}  // namespace loadframe
