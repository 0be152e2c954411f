#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <QObject>
#include <QThread>
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
  std::vector<std::shared_ptr<const Sample>> samples;  ///< new ones
  std::vector<Event> happened;                         ///< new ones
  std::vector<Hop> hops;                               ///< new ones
  std::uint64_t requests_per_dot = 1;
  std::vector<std::pair<ComponentId, ComponentState>> states;  ///< as of now, of all components
  std::shared_ptr<const Statistics> statistics;  ///< since the start; renewed about once a second, and on a pause
  bool at_the_end = false;                                     ///< the run has lasted as long as it may: it pauses
};

/// The simulation behind the window. One worker thread owns it; commands go in, frames come out, neither waits.
///
/// All samples of a run are kept, four a simulated second; a run pauses by itself after 24 simulated hours, which
/// bounds its memory.
class LiveRun : public QObject {
  Q_OBJECT

public:
  enum class State { empty, running, paused };

  static constexpr Duration sampling_interval = milliseconds(250);
  static constexpr Duration longest_run = hours(24);
  static constexpr double slowest = 0.001;
  static constexpr double fastest = 1000;
  static constexpr double as_fast_as_it_goes = 0;

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

  /// The factor on all traffic.
  void set_load(double factor);
  double load() const { return load_; }

  /// Does it now. Before the first run it is done at time 0.
  void act(const Action& action);

  Duration now() const { return now_; }
  double achieved_speed() const { return achieved_speed_; }
  std::uint64_t events() const { return events_; }
  std::uint64_t requests_per_dot() const { return requests_per_dot_; }
  /// Up for components that the run does not know.
  ComponentState state_of(ComponentId component) const;

  /// Everything since the start of the run.
  const std::vector<std::shared_ptr<const Sample>>& samples() const { return samples_; }
  const std::vector<Event>& happened() const { return happened_; }
  /// Counts since the start of the run, about a second old at most. Null before the first frame.
  const Statistics* statistics() const { return statistics_.get(); }
  /// Null before the first sample.
  const Sample* latest() const { return samples_.empty() ? nullptr : samples_.back().get(); }
  /// The last second as one sample: figures that a person can read. Null before the first sample.
  const Sample* last_second() const { return last_second_ ? &*last_second_ : nullptr; }

signals:
  void state_changed();
  /// A new frame has come in; its hops are for the canvas.
  void advanced(const loadframe::LiveFrame& frame);
  /// Time went back to 0: forget what was shown.
  void restarted();

private:
  void take(const LiveFrame& frame);
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
  double load_ = 1;
  Duration now_;
  double achieved_speed_ = 0;
  std::uint64_t events_ = 0;
  std::uint64_t requests_per_dot_ = 1;
  std::vector<std::shared_ptr<const Sample>> samples_;
  std::optional<Sample> last_second_;
  std::vector<Event> happened_;
  std::shared_ptr<const Statistics> statistics_;
  std::vector<std::pair<ComponentId, ComponentState>> states_;
};

}  // namespace loadframe
