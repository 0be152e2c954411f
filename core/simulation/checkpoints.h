#pragma once

#include "simulation/simulation.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace loadframe {

/// Copies of one running simulation, from which any moment of its past is reached again without running all of it.
///
/// They lie evenly over the run. When together they take more than the budget, every second one goes, and the
/// spacing doubles: each moment then takes at most twice as long to reach. The first one always stays.
class Checkpoints {
public:
  /// @param budget what all copies but the first may take; by Simulation::memory_in_use
  /// @param spacing simulated time from one to the next, to begin with; > 0
  explicit Checkpoints(Bytes budget, Duration spacing = seconds(1));
  ~Checkpoints();

  /// Whether the run has got far enough for another one.
  bool is_due(Duration now) const;

  /// Keeps the present state; best right after a sample, when the interval's histograms are empty. Not a thread-safe
  /// reading: the run must not be looked at meanwhile. Actions that are to be scheduled (Simulation::schedule) must
  /// have been before the first. @pre nothing kept is later than run.now()
  void keep(const Simulation& run);

  void clear();
  /// Forgets those later than that time: the run goes on another way from there.
  void forget_after(Duration time);
  void set_budget(Bytes budget);

  bool empty() const { return kept_.empty(); }
  /// When each was taken, in ascending order.
  std::vector<Duration> times() const;
  Duration spacing() const { return spacing_; }
  /// What they take.
  Bytes memory_in_use() const;

private:
  friend class Rewind;
  struct Kept {
    std::unique_ptr<engine::Engine> state;
    std::size_t bytes = 0;
    std::size_t actions = 0;          ///< how many had been done
    std::size_t events_just_now = 0;  ///< how many had been recorded at this very time
  };

  std::int64_t place_of(Duration time) const;
  void thin();

  Bytes budget_;
  Duration first_spacing_;
  Duration spacing_;
  std::vector<Kept> kept_;  ///< by time
};

/// A past moment of a run on its way: restored from a checkpoint, and run on with what people did meanwhile done again
/// at the very events at which they did it. The moment is the same, bit for bit; only that samples which the run has
/// merged since stay merged in its recording.
class Rewind {
public:
  /// Goes back to the newest fitting checkpoint. @pre checkpoints of this run, not empty; 0 <= to <= run.now()
  /// @param to actions done at that very time or later are left out
  Rewind(const Checkpoints& checkpoints, const Simulation& run, Duration to);

  /// Handles at most so many events; returns whether the moment has been reached.
  bool run_on(std::uint64_t most_events);

  Duration now() const { return moment_.now(); }
  Duration target() const { return to_; }
  /// The part of the way that lies behind, 0 to 1.
  double progress() const;

  /// The simulation at that moment. @pre run_on has returned true
  Simulation take() && { return std::move(moment_); }

private:
  Simulation moment_;
  Duration from_;
  Duration to_;
  std::vector<PastAction> ahead_;  ///< to be done on the way
  std::size_t done_ = 0;           ///< of those
};

}  // namespace loadframe
