#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <QObject>
#include <QThread>
#include <deque>
#include <memory>
#include <vector>

namespace loadframe {

class LiveRunWorker;

/// What the engine reports to the window, about 60 times a second while it runs.
struct LiveFrame {
  Duration now;
  std::uint64_t events = 0;            ///< simulated events since the start
  double achieved_speed = 0;           ///< simulated seconds per second, lately
  std::vector<std::shared_ptr<const Sample>> samples;  ///< new ones
  std::vector<Event> happened;         ///< new ones
  std::vector<Hop> hops;               ///< new ones
  std::uint64_t requests_per_dot = 1;
};

/// The simulation behind the window. One worker thread owns it; commands go in, frames come out, neither waits.
class LiveRun : public QObject {
  Q_OBJECT

public:
  enum class State { empty, running, paused };

  explicit LiveRun(QObject* parent = nullptr);
  ~LiveRun() override;

  State state() const { return state_; }
  bool is_running() const { return state_ == State::running; }

  /// The architecture to run from now on. A run under way adopts it if `keep_state`, or is thrown away.
  void set_architecture(const Architecture& architecture, bool keep_state);

  void run();
  void pause();
  /// While paused: goes on to the next event that shows (a call sent or answered).
  void step();
  /// Back to time 0, with the same seed.
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

  /// Everything since the start of the run.
  const std::vector<std::shared_ptr<const Sample>>& samples() const { return samples_; }
  const std::vector<Event>& happened() const { return happened_; }
  /// Null before the first sample.
  const Sample* latest() const { return samples_.empty() ? nullptr : samples_.back().get(); }

signals:
  void state_changed();
  /// A new frame has come in; its hops are for the canvas.
  void advanced(const loadframe::LiveFrame& frame);
  /// Time went back to 0: forget what was shown.
  void restarted();

private:
  void take(const LiveFrame& frame);

  QThread thread_;
  LiveRunWorker* worker_ = nullptr;
  State state_ = State::empty;
  double speed_ = 1;
  double load_ = 1;
  Duration now_;
  double achieved_speed_ = 0;
  std::uint64_t events_ = 0;
  std::uint64_t requests_per_dot_ = 1;
  std::vector<std::shared_ptr<const Sample>> samples_;
  std::vector<Event> happened_;
};

}  // namespace loadframe
