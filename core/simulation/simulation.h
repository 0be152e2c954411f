#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The engine: runs an architecture request by request in simulated time.
namespace loadframe {

/// Fixes all chance in a run.
struct Seed {
  std::uint64_t value = 1;
  friend bool operator==(const Seed&, const Seed&) = default;
};

struct RunOptions {
  Duration sampling_interval = seconds(1);  ///< at least 1 ms
  Duration warm_up;                         ///< statistics begin after it
  /// What samples may take in memory. Beyond it, the oldest are merged, so that their resolution falls with their age
  /// (Recording::fine_from tells); statistics do not depend on it.
  Bytes recording_budget = mebibytes(256);
};

/// What was done to a run, and when.
struct PastAction {
  Duration at;
  std::variant<Action, std::shared_ptr<const Architecture>> what;  ///< an action, or the architecture adopted
  std::uint64_t after = 0;                                         ///< how many of the run's events came before it
  bool scheduled = false;                                          ///< by Simulation::schedule
};

namespace engine {
class Engine;
}

/// A running system, as a value. Copying it is a checkpoint: the copy runs on alike, bit for bit. Architecture,
/// seed, options and actions fix every result; observing changes none.
class Simulation {
public:
  /// @pre validate(architecture) finds no error. The scenario's steps happen by themselves.
  explicit Simulation(const Architecture& architecture, Seed seed = {}, RunOptions options = {});
  Simulation(const Simulation& other);
  Simulation(Simulation&& other) noexcept;
  Simulation& operator=(const Simulation& other);
  Simulation& operator=(Simulation&& other) noexcept;
  ~Simulation();

  Duration now() const;

  /// Runs to that time, inclusive of what happens then.
  void run_until(Duration time);

  /// Runs to that time, but handles at most so many events; returns whether it got there. For callers that must
  /// look up now and then.
  bool run_until(Duration time, std::uint64_t most_events);

  /// Handles the next event, at whatever time it is.
  void step();

  /// Does it now.
  void act(const Action& action);

  /// Does it when that time comes. @pre at >= now()
  void schedule(Duration at, const Action& action);

  /// Goes on with the edited architecture: what stayed keeps its state; calls at what went are reset.
  /// @pre validate(architecture) finds no error.
  void adopt(const Architecture& architecture);

  const Architecture& architecture() const;
  Seed seed() const;

  const Recording& recording() const;
  Statistics statistics() const;

  /// What people did since the start (act, schedule when it came due, adopt), not the scenario's own steps.
  const std::vector<PastAction>& actions() const;

  ComponentState state_of(ComponentId component) const;

  /// What a copy of the state takes, about; what was recorded and done so far comes to that.
  Bytes memory_in_use() const;

  /// Changes RunOptions::recording_budget; from the next sample on.
  void set_recording_budget(Bytes budget);

  /// Checks what must hold at any time: every call is in one place, every call begun has ended once or is under way,
  /// nothing is served while dead, Little's law holds on this very path. Returns what is broken: a bug of the engine.
  std::optional<std::string> broken_invariant() const;

  /// Follows one user request in so many (and its calls) hop by hop, chosen at random; 0 follows none. Health checks
  /// are followed too. No effect on results.
  void observe_every(std::uint64_t one_in);

  /// The hops that were recorded since the last call, in order of departure; at most about 10^5 are kept.
  std::vector<Hop> take_hops();

  /// The observed calls that are under way. Looks through all that are.
  std::vector<ObservedCall> observed_calls() const;

private:
  friend class Checkpoints;
  friend class Rewind;
  explicit Simulation(std::unique_ptr<engine::Engine> engine);

  std::unique_ptr<engine::Engine> engine_;
};

}  // namespace loadframe
