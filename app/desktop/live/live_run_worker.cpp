#include "live/live_run_worker.h"

#include <QThread>
#include <algorithm>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

constexpr auto slice_length = 8ms;    ///< of work, at most, before commands are looked at
constexpr auto slice_interval = 5ms;  ///< from slice to slice while it keeps up
constexpr auto frame_interval = 16ms;
constexpr auto speed_window = 400ms;
constexpr auto count_interval = 250ms;
constexpr auto step_patience = 200ms;  ///< to wait for something that shows
constexpr double longest_gap_s = 0.1;  ///< of wall time that one slice catches up with
constexpr std::uint64_t events_between_looks = 1000;
constexpr Duration free_run = seconds(1);  ///< simulated between looks at the clock, as fast as it goes
constexpr std::size_t most_hops_per_frame = 20'000;

double in_seconds(std::chrono::steady_clock::duration span) { return std::chrono::duration<double>(span).count(); }

}  // namespace

LiveRunWorker::LiveRunWorker(Deliver deliver) : deliver_(std::move(deliver)), slice_timer_(this) {
  slice_timer_.setSingleShot(true);
  slice_timer_.setTimerType(Qt::PreciseTimer);
  connect(&slice_timer_, &QTimer::timeout, this, &LiveRunWorker::simulate_slice);
}

void LiveRunWorker::begin(std::shared_ptr<const Architecture> architecture, const std::vector<Action>& actions,
                          std::uint64_t run_number) {
  run_number_ = run_number;
  simulation_.emplace(*architecture, Seed{}, RunOptions{LiveRun::sampling_interval, {}});
  for (const Action& action : actions) simulation_->act(action);
  samples_sent_ = events_sent_ = 0;
  hops_.clear();
  statistics_.reset();
  achieved_speed_ = 0;
  dot_scale_ = {};
  dot_scale_.expect(*architecture);
  choose_dot_scale();
  publish();
}

void LiveRunWorker::clear() {
  pause();
  simulation_.reset();
}

void LiveRunWorker::adopt(const Architecture& architecture) {
  if (!simulation_) return;
  simulation_->adopt(architecture);
  publish();
}

void LiveRunWorker::act(const Action& action) {
  if (!simulation_) return;
  simulation_->act(action);
  publish();
}

void LiveRunWorker::run() {
  if (!simulation_) return;
  running_ = true;
  target_s_ = simulation_->now().seconds();
  last_slice_ = measured_at_ = Clock::now();
  measured_from_ = simulation_->now();
  choose_dot_scale();
  slice_timer_.start(0);
}

void LiveRunWorker::pause() {
  running_ = false;
  slice_timer_.stop();
  if (simulation_) publish();
}

void LiveRunWorker::step() {
  if (!simulation_ || running_) return;
  simulation_->observe_every(1);
  keep_hops();
  // What waits for its frame must not pass for the outcome of this step.
  const std::size_t before = hops_.size();
  const auto give_up = Clock::now() + step_patience;
  while (hops_.size() == before && Clock::now() < give_up && simulation_->now() < LiveRun::longest_run) {
    simulation_->step();
    keep_hops();
  }
  publish();
}

void LiveRunWorker::set_speed(double factor) {
  speed_ = factor;
  if (!simulation_) return;
  target_s_ = simulation_->now().seconds();
  measured_at_ = Clock::now();
  measured_from_ = simulation_->now();
  if (running_) choose_dot_scale();
}

void LiveRunWorker::acknowledge() {
  frame_under_way_ = false;
  if (frame_due_) publish();
}

void LiveRunWorker::simulate_slice() {
  if (!running_ || !simulation_) return;
  const auto begun = Clock::now();
  const auto slice_end = begun + slice_length;
  bool kept_up = true;
  if (speed_ > 0) {
    target_s_ += std::min(in_seconds(begun - last_slice_), longest_gap_s) * speed_;
    kept_up = simulate_until(duration_from_seconds(target_s_), slice_end);
    if (!kept_up) target_s_ = simulation_->now().seconds();  // no debt: the time that is lost stays lost
  } else {
    while (simulate_until(simulation_->now() + free_run, slice_end) && Clock::now() < slice_end)
      if (simulation_->now() >= LiveRun::longest_run) break;
    kept_up = false;
  }
  last_slice_ = begun;
  if (QThread::currentThread()->isInterruptionRequested()) return;

  const auto now = Clock::now();
  measure_speed(now);
  if (simulation_->now() >= LiveRun::longest_run) {
    pause();
    return;
  }
  if (!frame_under_way_ && now - last_frame_ >= frame_interval) publish();
  slice_timer_.start(kept_up ? slice_interval : 0ms);
}

bool LiveRunWorker::simulate_until(Duration target, Clock::time_point slice_end) {
  const Duration end = std::min(target, LiveRun::longest_run);
  while (!simulation_->run_until(end, events_between_looks))
    if (Clock::now() >= slice_end || QThread::currentThread()->isInterruptionRequested()) return false;
  return true;
}

void LiveRunWorker::measure_speed(Clock::time_point now) {
  if (now - measured_at_ < speed_window) return;
  achieved_speed_ = (simulation_->now() - measured_from_).seconds() / in_seconds(now - measured_at_);
  measured_at_ = now;
  measured_from_ = simulation_->now();
  choose_dot_scale();
}

void LiveRunWorker::choose_dot_scale() {
  if (!simulation_->recording().samples.empty())
    dot_scale_.measure(simulation_->architecture(), *simulation_->recording().samples.back());
  const double measured = achieved_speed_ > 0 ? achieved_speed_ : 1;
  simulation_->observe_every(dot_scale_.requests_per_dot(speed_ > 0 ? speed_ : measured));
}

void LiveRunWorker::publish() {
  frame_due_ = frame_under_way_;
  if (frame_under_way_) return;
  frame_under_way_ = true;
  last_frame_ = Clock::now();
  deliver_(next_frame(), run_number_);
}

void LiveRunWorker::keep_hops() {
  const std::vector<Hop> newer = simulation_->take_hops();
  hops_.insert(hops_.end(), newer.begin(), newer.end());
}

std::shared_ptr<LiveFrame> LiveRunWorker::next_frame() {
  auto frame = std::make_shared<LiveFrame>();
  if (!simulation_) return frame;
  const auto now = Clock::now();
  if (!statistics_ || !running_ || now - counted_at_ >= count_interval) {
    statistics_ = std::make_shared<const Statistics>(simulation_->statistics());
    counted_at_ = now;
  }
  frame->now = simulation_->now();
  frame->events = statistics_->events;
  frame->statistics = statistics_;
  frame->achieved_speed = running_ ? achieved_speed_ : 0;
  frame->requests_per_dot = dot_scale_.chosen();
  frame->at_the_end = frame->now >= LiveRun::longest_run;

  const Recording& recording = simulation_->recording();
  frame->samples.assign(recording.samples.begin() + static_cast<std::ptrdiff_t>(samples_sent_),
                        recording.samples.end());
  frame->happened.assign(recording.events.begin() + static_cast<std::ptrdiff_t>(events_sent_), recording.events.end());
  samples_sent_ = recording.samples.size();
  events_sent_ = recording.events.size();

  keep_hops();
  const std::size_t kept = std::min(hops_.size(), most_hops_per_frame);
  frame->hops.assign(hops_.end() - static_cast<std::ptrdiff_t>(kept), hops_.end());
  hops_.clear();

  for (const Component& component : simulation_->architecture().components)
    frame->states.emplace_back(component.id, simulation_->state_of(component.id));
  return frame;
}

}  // namespace loadframe
