#pragma once

#include "architecture/architecture.h"
#include "live/request_traces.h"
#include "simulation/recording.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace loadframe {

class LiveRunWorker;

/// What the engine reports to the window, about 60 times a second while it runs.
struct LiveFrame {
  Duration now;
  std::uint64_t events = 0;                            ///< simulated events since the start
  double achieved_speed = 0;                           ///< simulated seconds per second, lately
  std::vector<std::shared_ptr<const Sample>> samples;  ///< new ones; none after a rewind
  std::vector<Event> happened;                         ///< likewise
  /// All until now, where that is more than adding the new ones: old ones have been merged, or time went back.
  std::shared_ptr<const Recording> recording;
  std::vector<Hop> hops;               ///< new ones
  std::vector<ObservedCall> observed;  ///< all as of now, while requests are followed or it is paused
  bool follows = false;                ///< requests are followed one by one
  bool stepped = false;                ///< after a single step
  std::uint64_t requests_per_dot = 1;
  std::vector<std::pair<ComponentId, ComponentState>> states;  ///< as of now, of all components
  std::shared_ptr<const Statistics> statistics;  ///< since the start; renewed about once a second, and on a pause
  bool at_the_end = false;                       ///< the run has lasted as long as it may: it pauses
  bool rewound = false;                          ///< `now` is a moment that was asked for
  std::shared_ptr<const Recording> ahead;        ///< then: the run as it has been until `end`, if later
  Duration end;
  double load = 1;                   ///< then: the factor on the traffic that people had set
  std::optional<double> on_the_way;  ///< to such a moment: the part of the way; nothing else of the frame is set
};

/// The simulation behind the window. One worker thread owns it; commands go in, frames come out, neither waits.
///
/// A run is sampled four times a simulated second, and pauses by itself after 24 simulated hours. What is recorded,
/// and what is kept for rewinding, stays within the memory that is set: old samples are merged (thinning.h), and
/// checkpoints lie farther apart.
///
/// A person may go back to any moment of the run. What came after stays known (`ahead`), and can be gone to again,
/// until the run goes on from there, or something is done there: that replaces it. The document is what a person
/// sees; so when the run goes on from a moment before an edit, it goes on with the architecture as edited.
class LiveRun : public QObject {
  Q_OBJECT

public:
  enum class State { empty, running, paused };

  static constexpr Duration sampling_interval = milliseconds(250);
  static constexpr Duration longest_run = hours(24);
  static constexpr double slowest = 0.001;
  static constexpr double fastest = 1000;
  static constexpr double as_fast_as_it_goes = 0;
  static constexpr Bytes least_memory = mebibytes(64);

  explicit LiveRun(QObject* parent = nullptr);
  ~LiveRun() override;

  State state() const { return state_; }
  bool is_running() const { return state_ == State::running; }

  /// The architecture to run from now on. A run under way adopts it if `keep_state`, or is thrown away. One that
  /// cannot run is held back: the run goes on with the last that could, if the state is kept.
  void set_architecture(const Architecture& architecture, bool keep_state);

  void run();
  void pause();
  /// While paused: goes on to the next event that shows (a call sent or answered).
  void step();
  /// Back to time 0, with the same seed. A run under way goes on from there. The load stays; other actions of
  /// people are not done again.
  void restart();

  /// Simulated seconds per second, 0.001 to 1000; 0: as fast as it goes.
  void set_speed(double factor);
  double speed() const { return speed_; }

  /// Follows a few requests one by one: time goes slower while they are on a wire (following.h). A step goes on to
  /// the next moment at which one of them sets off or arrives.
  void set_following(bool follows);
  bool is_following() const { return follows_; }

  /// The factor on all traffic.
  void set_load(double factor);
  double load() const { return load_; }

  /// Does it now. Before the first run it is done at time 0.
  void act(const Action& action);

  /// Shows a past moment from what was recorded, at once, and pauses; when it is not followed by another one soon,
  /// goes there as rewind_to does. For dragging. Nothing before the run has begun.
  void look_at(Duration time);
  /// Goes to a moment of the run: everything is as it was then, and can go on from there. Pauses.
  void rewind_to(Duration time);

  /// The moment shown is not the last of the run.
  bool is_in_the_past() const { return ahead_ != nullptr; }
  /// How far the run has got.
  Duration end() const { return std::max(now_, end_); }
  /// The whole run while a past moment of it is shown; otherwise null.
  const Recording* ahead() const { return ahead_.get(); }
  /// The moment shown is looked at, and not restored yet.
  bool is_rewinding() const { return rewinding_; }
  /// The part of the way to it that lies behind, 0 to 1.
  double rewind_progress() const { return rewind_progress_; }

  /// What recording and checkpoints may take together.
  void set_memory(Bytes memory);
  Bytes memory() const { return memory_; }

  Duration now() const { return now_; }
  double achieved_speed() const { return achieved_speed_; }
  std::uint64_t events() const { return events_; }
  std::uint64_t requests_per_dot() const { return requests_per_dot_; }
  /// The last observed requests.
  const RequestTraces& traces() const { return traces_; }
  /// Up for components that the run does not know.
  ComponentState state_of(ComponentId component) const;

  /// Everything from the start of the run until now.
  const Recording& recording() const { return recording_; }
  const std::vector<std::shared_ptr<const Sample>>& samples() const { return recording_.samples; }
  const std::vector<Event>& happened() const { return recording_.events; }
  /// Counts since the start of the run, about a second old at most. Null before the first frame.
  const Statistics* statistics() const { return statistics_.get(); }
  /// Null before the first sample.
  const Sample* latest() const { return samples().empty() ? nullptr : samples().back().get(); }
  const std::vector<std::pair<ComponentId, ComponentState>>& states() const { return states_; }
  /// The last second as one sample: figures that a person can read. Null before the first sample.
  const Sample* last_second() const { return last_second_ ? &*last_second_ : nullptr; }

signals:
  void state_changed();
  /// A new frame has come in; its hops are for the canvas.
  void advanced(const loadframe::LiveFrame& frame);
  /// Time went back to 0: forget what was shown.
  void restarted();
  /// Another moment is looked at: all but `statistics` is of that moment, as far as it was recorded.
  void looked_at();
  /// And it is reached: forget what was shown, and show what is up to now.
  void rewound();

private:
  void take(const LiveFrame& frame);
  void measure_last_second();
  void send_rewind();
  void leave_the_past();
  void begin_again(bool running);
  void forget();
  void set_state(State state);
  void command(std::function<void(LiveRunWorker&)> what);

  QThread thread_;
  LiveRunWorker* worker_ = nullptr;
  std::shared_ptr<const Architecture> architecture_;  ///< what runs; null while the state is empty
  std::vector<Action> at_start_;                      ///< done before the run first went on
  bool has_begun_ = false;                            ///< time has gone on since the start
  std::uint64_t run_number_ = 0;                      ///< frames of earlier runs are dropped
  State state_ = State::empty;
  double speed_ = 1;
  bool follows_ = false;
  double load_ = 1;
  Duration now_;
  double achieved_speed_ = 0;
  std::uint64_t events_ = 0;
  std::uint64_t requests_per_dot_ = 1;
  Recording recording_;
  std::optional<Sample> last_second_;
  std::shared_ptr<const Statistics> statistics_;
  std::vector<std::pair<ComponentId, ComponentState>> states_;
  RequestTraces traces_;

  std::shared_ptr<const Recording> ahead_;
  Duration end_;  ///< of what is ahead
  bool rewinding_ = false;
  bool goes_on_ = false;  ///< from the moment shown, though the worker may not know yet
  double rewind_progress_ = 0;
  QTimer rewind_due_;  ///< runs while a moment is looked at that has not been asked for
  Bytes memory_ = gibibytes(1);
};

}  // namespace loadframe
