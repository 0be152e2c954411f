#include "live/live_run.h"

#include "architecture/validation.h"
#include "live/live_run_worker.h"

#include <chrono>
#include <span>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

/// A drag that rests so long means the moment that it rests at.
constexpr auto rewind_delay = 120ms;

/// What was recorded until that time.
Recording until(const Recording& whole, Duration time) {
  Recording cut;
  cut.samples.assign(whole.samples.begin(),
                     std::partition_point(whole.samples.begin(), whole.samples.end(),
                                          [time](const auto& sample) { return sample->end <= time; }));
  cut.events.assign(whole.events.begin(), std::partition_point(whole.events.begin(), whole.events.end(),
                                                               [time](const Event& event) { return event.at < time; }));
  cut.fine_from = std::min(whole.fine_from, time);
  cut.events_dropped = whole.events_dropped;
  return cut;
}

bool is_runnable(const Architecture& architecture) {
  return !architecture.components.empty() && can_run(validate(architecture));
}

bool has_target(const Architecture& architecture, const Action& action) {
  return std::holds_alternative<std::monostate>(action.target) || !name_of(architecture, action.target).empty();
}

}  // namespace

LiveRun::LiveRun(QObject* parent) : QObject(parent) {
  // Runs on the worker's thread: hands the frame over to this one's event loop.
  worker_ = new LiveRunWorker([this](std::shared_ptr<const LiveFrame> frame, std::uint64_t run_number) {
    QMetaObject::invokeMethod(
        this,
        [this, frame = std::move(frame), run_number] {
          if (run_number == run_number_ && state_ != State::empty) take(*frame);
          command([](LiveRunWorker& worker) { worker.acknowledge(); });
        },
        Qt::QueuedConnection);
  });
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  thread_.setObjectName(QStringLiteral("simulation"));
  thread_.start();
  rewind_due_.setSingleShot(true);
  rewind_due_.setInterval(rewind_delay);
  connect(&rewind_due_, &QTimer::timeout, this, &LiveRun::send_rewind);
}

LiveRun::~LiveRun() {
  thread_.requestInterruption();
  thread_.quit();
  thread_.wait();
}

void LiveRun::command(std::function<void(LiveRunWorker&)> what) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, what = std::move(what)] { what(*worker); }, Qt::QueuedConnection);
}

void LiveRun::set_architecture(const Architecture& architecture, bool keep_state) {
  if (!is_runnable(architecture)) {
    if (keep_state) return;
    at_start_.clear();
    architecture_.reset();
    forget();
    command([](LiveRunWorker& worker) { worker.clear(); });
    set_state(State::empty);
    emit restarted();
    return;
  }
  const bool had_one = architecture_ != nullptr;
  architecture_ = std::make_shared<const Architecture>(architecture);
  if (keep_state && had_one && has_begun_) {
    command([adopted = architecture_](LiveRunWorker& worker) { worker.adopt(adopted); });
    return;
  }
  if (!keep_state) at_start_.clear();
  std::erase_if(at_start_, [&](const Action& action) { return !has_target(architecture, action); });
  begin_again(false);
}

void LiveRun::begin_again(bool running) {
  forget();
  has_begun_ = running;
  std::vector<Action> actions = at_start_;
  if (load_ != 1) actions.insert(actions.begin(), Action{ActionKind::load, {}, load_});
  command([architecture = architecture_, actions = std::move(actions), number = run_number_, running, speed = speed_,
           follows = follows_, memory = memory_](LiveRunWorker& worker) {
    worker.pause();
    worker.set_memory(memory);
    worker.begin(architecture, actions, number);
    worker.set_speed(speed);
    worker.set_following(follows);
    if (running) worker.run();
  });
  set_state(running ? State::running : State::paused);
  emit restarted();
}

void LiveRun::forget() {
  ++run_number_;
  now_ = {};
  achieved_speed_ = 0;
  events_ = 0;
  recording_ = {};
  last_second_.reset();
  statistics_.reset();
  states_.clear();
  traces_.clear();
  ahead_.reset();
  end_ = {};
  rewinding_ = false;
  rewind_due_.stop();
  has_begun_ = false;
}

void LiveRun::set_state(State state) {
  if (state == state_) return;
  state_ = state;
  emit state_changed();
}

void LiveRun::run() {
  if (state_ != State::paused) return;
  has_begun_ = true;
  leave_the_past();
  command([](LiveRunWorker& worker) { worker.run(); });
  set_state(State::running);
}

void LiveRun::pause() {
  if (state_ != State::running) return;
  command([](LiveRunWorker& worker) { worker.pause(); });
  set_state(State::paused);
}

void LiveRun::step() {
  if (state_ != State::paused) return;
  has_begun_ = true;
  leave_the_past();
  command([](LiveRunWorker& worker) { worker.step(); });
}

void LiveRun::restart() {
  if (state_ == State::empty) return;
  at_start_.clear();
  begin_again(is_running());
}

void LiveRun::set_speed(double factor) {
  speed_ = factor > 0 ? std::clamp(factor, slowest, fastest) : as_fast_as_it_goes;
  command([speed = speed_](LiveRunWorker& worker) { worker.set_speed(speed); });
  emit state_changed();
}

void LiveRun::set_following(bool follows) {
  if (follows == follows_) return;
  follows_ = follows;
  command([follows](LiveRunWorker& worker) { worker.set_following(follows); });
  emit state_changed();
}

void LiveRun::set_load(double factor) {
  if (factor == load_) return;
  leave_the_past();
  load_ = factor;
  const Action action{ActionKind::load, {}, factor};
  command([action](LiveRunWorker& worker) { worker.act(action); });
  emit state_changed();
}

void LiveRun::act(const Action& action) {
  if (state_ == State::empty) return;
  const bool is_load_of_all = action.kind == ActionKind::load && std::holds_alternative<std::monostate>(action.target);
  if (is_load_of_all) {
    set_load(action.amount);
    return;
  }
  if (!has_target(*architecture_, action)) return;
  leave_the_past();
  if (!has_begun_) at_start_.push_back(action);
  command([action](LiveRunWorker& worker) { worker.act(action); });
}

ComponentState LiveRun::state_of(ComponentId component) const {
  const auto found =
      std::find_if(states_.begin(), states_.end(), [&](const auto& entry) { return entry.first == component; });
  return found == states_.end() ? ComponentState::up : found->second;
}

void LiveRun::look_at(Duration time) {
  if (state_ == State::empty || !has_begun_) return;
  pause();
  if (!ahead_) {
    ahead_ = std::make_shared<const Recording>(recording_);
    end_ = now_;
  }
  if (!rewinding_) ++run_number_;  // what the worker reports until it gets there is not of this moment
  rewinding_ = true;
  goes_on_ = false;
  rewind_progress_ = 0;
  now_ = std::clamp(time, Duration{}, end_);
  recording_ = until(*ahead_, now_);
  measure_last_second();
  states_.clear();
  if (last_second_)
    for (const ComponentSample& component : last_second_->components)
      states_.emplace_back(component.id, component.state);
  rewind_due_.start();
  emit looked_at();
}

void LiveRun::rewind_to(Duration time) {
  look_at(time);
  if (rewind_due_.isActive()) send_rewind();
}

void LiveRun::send_rewind() {
  rewind_due_.stop();
  ++run_number_;
  command([to = now_, number = run_number_](LiveRunWorker& worker) { worker.rewind_to(to, number); });
}

/// The run goes on from the moment shown.
void LiveRun::leave_the_past() {
  if (rewind_due_.isActive()) send_rewind();
  if (!ahead_) return;
  goes_on_ = true;
  ahead_.reset();
  end_ = {};
  command([](LiveRunWorker& worker) { worker.go_on_from_here(); });
}

void LiveRun::set_memory(Bytes memory) {
  memory_ = std::max(memory, least_memory);
  command([memory = memory_](LiveRunWorker& worker) { worker.set_memory(memory); });
}

/// From the last samples of the recording; of a moment within a long one, from that.
void LiveRun::measure_last_second() {
  const auto& all = ahead_ ? ahead_->samples : recording_.samples;
  auto end = all.begin() + static_cast<std::ptrdiff_t>(recording_.samples.size());
  last_second_.reset();
  const bool within_a_long_one = end != all.end() && (*end)->length > sampling_interval && (*end)->end > now_;
  if (within_a_long_one && (*end)->end - (*end)->length < now_) {
    last_second_ = **end;
    return;
  }
  if (end == all.begin()) return;
  auto first = end - 1;
  while (first != all.begin() && (*(first - 1))->end + seconds(1) > (*(end - 1))->end) --first;
  last_second_ = merged(std::span(first, end));
}

void LiveRun::take(const LiveFrame& frame) {
  if (frame.on_the_way) {
    rewind_progress_ = *frame.on_the_way;
    emit looked_at();
    return;
  }
  now_ = frame.now;
  events_ = frame.events;
  achieved_speed_ = frame.achieved_speed;
  requests_per_dot_ = frame.requests_per_dot;
  if (frame.recording) {
    recording_ = *frame.recording;
  } else {
    recording_.samples.insert(recording_.samples.end(), frame.samples.begin(), frame.samples.end());
    recording_.events.insert(recording_.events.end(), frame.happened.begin(), frame.happened.end());
  }
  states_ = frame.states;
  if (frame.rewound) traces_.clear();
  traces_.take(frame.hops);
  if (frame.follows || !frame.observed.empty()) traces_.take(std::span(frame.observed));
  statistics_ = frame.statistics;
  if (frame.rewound) {
    rewinding_ = false;
    ahead_ = goes_on_ ? nullptr : frame.ahead;
    end_ = ahead_ ? frame.end : Duration{};
    load_ = frame.load;
  }
  if (frame.rewound || !frame.samples.empty()) measure_last_second();
  if (frame.at_the_end) set_state(State::paused);
  if (frame.rewound) {
    emit rewound();
    emit state_changed();
  }
  emit advanced(frame);
}

}  // namespace loadframe
