#pragma once

#include "live/dot_scale.h"
#include "live/following.h"
#include "live/live_run.h"
#include "simulation/checkpoints.h"
#include "simulation/simulation.h"

#include <QTimer>
#include <chrono>

namespace loadframe {

/// Owns the simulation of a LiveRun, on its thread. Every function is called there.
///
/// Time is simulated in slices of a few milliseconds of wall time, so that commands are obeyed in between. A frame
/// goes out only when the one before has been taken, so that a slow window never has more than one waiting.
class LiveRunWorker : public QObject {
  Q_OBJECT

public:
  using Deliver = std::function<void(std::shared_ptr<const LiveFrame>, std::uint64_t run_number)>;

  explicit LiveRunWorker(Deliver deliver);
  ~LiveRunWorker() override;

  /// Throws the present run away and begins another at time 0.
  void begin(std::shared_ptr<const Architecture> architecture, const std::vector<Action>& actions,
             std::uint64_t run_number);
  void clear();
  /// At once, or when the run goes on from a past moment.
  void adopt(std::shared_ptr<const Architecture> architecture);
  void act(const Action& action);

  void run();
  void pause();
  void step();
  void set_speed(double factor);
  void set_following(bool follows);
  /// What recording and checkpoints may take together.
  void set_memory(Bytes memory);

  /// Pauses, and goes to a moment between 0 and the end of the run; reports it under that number.
  void rewind_to(Duration time, std::uint64_t run_number);
  /// The moment reached is the present one from now on: what came after is forgotten.
  void go_on_from_here();

  /// The window has taken the last frame.
  void acknowledge();

private:
  using Clock = std::chrono::steady_clock;

  void next_slice();
  void simulate_slice();
  void rewind_slice();
  /// For commands that need the moment.
  void finish_rewind();
  void arrive();
  void keep_checkpoint();
  /// Where to stop for a checkpoint, or `end` if none is due.
  Duration next_stop(Duration end) const;
  /// Whether the simulation got as far as the target before the slice was over.
  bool simulate_until(Duration target, Clock::time_point slice_end);
  /// The same while requests are followed: so much wall time, at their pace.
  bool follow_for(double wall_s, Clock::time_point slice_end);
  /// On until a followed call sets off, or until the target. Whether a call set off or it got there.
  bool run_until_a_call(Duration target, Clock::time_point patience);
  void choose_followed();
  void measure_speed(Clock::time_point now);
  void choose_dot_scale();
  void publish();
  /// Puts the engine's new hops to those of the next frame.
  void keep_hops();
  std::shared_ptr<LiveFrame> next_frame();
  void report_recording(LiveFrame& frame);
  double load_set_by_people() const;

  Deliver deliver_;
  QTimer slice_timer_;
  std::optional<Simulation> simulation_;
  DotScale dot_scale_;
  std::uint64_t run_number_ = 0;
  bool running_ = false;
  double speed_ = 1;
  std::optional<Following> following_;

  double target_s_ = 0;  ///< simulated time to be at by now, if it keeps up
  Clock::time_point last_slice_;
  Duration measured_from_;         ///< where the present measurement of speed began,
  Clock::time_point measured_at_;  ///< and when
  double achieved_speed_ = 0;

  bool frame_under_way_ = false;  ///< not acknowledged yet
  bool frame_due_ = false;        ///< must go out even if nothing more happens
  Clock::time_point last_frame_;
  std::size_t samples_sent_ = 0;
  std::size_t events_sent_ = 0;
  std::uint64_t events_noted_ = 0;  ///< those that were dropped included
  Duration sampled_until_;          ///< by what was sent
  std::vector<Hop> hops_;           ///< of the next frame
  std::shared_ptr<const Statistics> statistics_;
  Clock::time_point counted_at_;  ///< when the statistics were taken

  Bytes memory_;
  Checkpoints checkpoints_;
  Clock::time_point checkpoint_allowed_at_;
  std::shared_ptr<const Architecture> document_;  ///< as a person sees it; what runs, but at a past moment
  std::optional<Simulation> ahead_;               ///< the run as it has been, while a past moment of it is shown
  std::shared_ptr<const Recording> ahead_recording_;
  std::optional<Rewind> rewind_;  ///< under way: then there is no simulation_
  Clock::time_point rewind_began_;
  bool rewound_due_ = false;  ///< the next frame tells of it
  bool step_due_ = false;     ///< the next frame is to tell of a single step
};

}  // namespace loadframe
