#include "live/live_run.h"

#include "architecture/validation.h"
#include "live/live_run_worker.h"

#include <algorithm>
#include <span>

namespace loadframe {

namespace {

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
    command([adopted = architecture_](LiveRunWorker& worker) { worker.adopt(*adopted); });
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
  command([architecture = architecture_, actions = std::move(actions), number = run_number_, running,
           speed = speed_](LiveRunWorker& worker) {
    worker.pause();
    worker.begin(architecture, actions, number);
    worker.set_speed(speed);
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
  samples_.clear();
  last_second_.reset();
  happened_.clear();
  statistics_.reset();
  states_.clear();
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

void LiveRun::set_load(double factor) {
  if (factor == load_) return;
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
  if (!has_begun_) at_start_.push_back(action);
  command([action](LiveRunWorker& worker) { worker.act(action); });
}

ComponentState LiveRun::state_of(ComponentId component) const {
  const auto found =
      std::find_if(states_.begin(), states_.end(), [&](const auto& entry) { return entry.first == component; });
  return found == states_.end() ? ComponentState::up : found->second;
}

void LiveRun::take(const LiveFrame& frame) {
  now_ = frame.now;
  events_ = frame.events;
  achieved_speed_ = frame.achieved_speed;
  requests_per_dot_ = frame.requests_per_dot;
  samples_.insert(samples_.end(), frame.samples.begin(), frame.samples.end());
  if (!frame.samples.empty()) {
    auto first = samples_.end() - 1;
    while (first != samples_.begin() && (*(first - 1))->end + seconds(1) > samples_.back()->end) --first;
    last_second_ = merged(std::span(first, samples_.end()));
  }
  happened_.insert(happened_.end(), frame.happened.begin(), frame.happened.end());
  states_ = frame.states;
  statistics_ = frame.statistics;
  if (frame.at_the_end) set_state(State::paused);
  emit advanced(frame);
}

}  // namespace loadframe
