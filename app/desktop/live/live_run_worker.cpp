#include "live/live_run_worker.h"

#include <QThread>
#include <algorithm>
#include <utility>

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
constexpr std::size_t most_hops_per_frame = 4'000;
constexpr int checkpoint_share = 50;           ///< checkpoints cost this part of the time at most
constexpr auto patience_without_word = 200ms;  ///< of who waits for a rewind
constexpr std::int64_t recording_share = 4;    ///< the part of the memory for the recording; the rest: checkpoints

double in_seconds(std::chrono::steady_clock::duration span) { return std::chrono::duration<double>(span).count(); }

}  // namespace

LiveRunWorker::LiveRunWorker(Deliver deliver)
    : deliver_(std::move(deliver)), slice_timer_(this), memory_(gibibytes(1)), checkpoints_(memory_) {
  slice_timer_.setSingleShot(true);
  slice_timer_.setTimerType(Qt::PreciseTimer);
  connect(&slice_timer_, &QTimer::timeout, this, &LiveRunWorker::next_slice);
}

LiveRunWorker::~LiveRunWorker() = default;

void LiveRunWorker::begin(std::shared_ptr<const Architecture> architecture, const std::vector<Action>& actions,
                          std::uint64_t run_number) {
  run_number_ = run_number;
  RunOptions options;
  options.sampling_interval = LiveRun::sampling_interval;
  options.recording_budget = {memory_.count / recording_share};
  simulation_.emplace(*architecture, Seed{}, options);
  for (const Action& action : actions) simulation_->act(action);
  document_ = std::move(architecture);
  rewind_.reset();
  ahead_.reset();
  ahead_recording_.reset();
  rewound_due_ = false;
  checkpoints_.clear();
  keep_checkpoint();
  samples_sent_ = events_sent_ = 0;
  events_noted_ = 0;
  sampled_until_ = {};
  hops_.clear();
  if (following_) following_.emplace();
  statistics_.reset();
  achieved_speed_ = 0;
  dot_scale_ = {};
  dot_scale_.expect(*document_);
  choose_dot_scale();
  publish();
}

void LiveRunWorker::clear() {
  pause();
  simulation_.reset();
  rewind_.reset();
  ahead_.reset();
  ahead_recording_.reset();
  checkpoints_.clear();
}

void LiveRunWorker::adopt(std::shared_ptr<const Architecture> architecture) {
  document_ = std::move(architecture);
  if (!simulation_ || ahead_) return;
  simulation_->adopt(*document_);
  publish();
}

void LiveRunWorker::act(const Action& action) {
  finish_rewind();
  if (!simulation_) return;
  simulation_->act(action);
  publish();
}

void LiveRunWorker::run() {
  finish_rewind();
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
  if (rewind_) return;
  slice_timer_.stop();
  if (simulation_) publish();
}

void LiveRunWorker::step() {
  finish_rewind();
  if (!simulation_ || running_) return;
  step_due_ = true;
  if (following_) {
    choose_followed();
    const Duration target = following_->next_arrival(simulation_->now()).value_or(LiveRun::longest_run);
    static_cast<void>(run_until_a_call(target, Clock::now() + step_patience));
    choose_followed();
    publish();
    return;
  }
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

void LiveRunWorker::set_following(bool follows) {
  if (follows == following_.has_value()) return;
  if (follows) following_.emplace();
  else following_.reset();
  if (!simulation_) return;
  set_speed(speed_);
  if (follows) choose_followed();
  else choose_dot_scale();
  publish();
}

void LiveRunWorker::set_memory(Bytes memory) {
  memory_ = memory;
  const std::int64_t recording = memory.count / recording_share;
  checkpoints_.set_budget({memory.count - recording});
  if (simulation_) simulation_->set_recording_budget({recording});
  if (ahead_) ahead_->set_recording_budget({recording});
}

void LiveRunWorker::rewind_to(Duration time, std::uint64_t run_number) {
  if (!simulation_ && !ahead_) return;
  running_ = false;
  slice_timer_.stop();
  run_number_ = run_number;
  hops_.clear();
  rewind_.reset();
  if (!ahead_) {
    ahead_ = std::move(simulation_);
    ahead_->observe_every(0);
    ahead_recording_ = std::make_shared<const Recording>(ahead_->recording());
  }
  simulation_.reset();
  rewind_began_ = Clock::now();
  if (time >= ahead_->now()) {
    simulation_ = std::move(ahead_);
    ahead_.reset();
    ahead_recording_.reset();
    arrive();
    return;
  }
  rewind_.emplace(checkpoints_, *ahead_, time);
  rewind_slice();
}

void LiveRunWorker::rewind_slice() {
  const auto slice_end = Clock::now() + slice_length;
  while (Clock::now() < slice_end) {
    if (!rewind_->run_on(events_between_looks)) continue;
    arrive();
    return;
  }
  if (!frame_under_way_ && Clock::now() - rewind_began_ > patience_without_word) {
    auto word = std::make_shared<LiveFrame>();
    word->on_the_way = rewind_->progress();
    frame_under_way_ = true;
    deliver_(std::move(word), run_number_);
  }
  slice_timer_.start(0);
}

void LiveRunWorker::finish_rewind() {
  if (!rewind_) return;
  while (!rewind_->run_on(events_between_looks))
    if (QThread::currentThread()->isInterruptionRequested()) return;
  arrive();
}

void LiveRunWorker::arrive() {
  if (rewind_) simulation_ = std::move(*rewind_).take();
  rewind_.reset();
  slice_timer_.stop();
  static_cast<void>(simulation_->take_hops());
  if (following_) {
    following_.emplace();
    choose_followed();
  }
  statistics_.reset();
  achieved_speed_ = 0;
  rewound_due_ = true;
  publish();
}

void LiveRunWorker::go_on_from_here() {
  ahead_recording_.reset();  // not to be reported any more
  finish_rewind();
  if (!simulation_ || !ahead_) return;
  ahead_.reset();
  checkpoints_.forget_after(simulation_->now());
  if (simulation_->architecture() != *document_) simulation_->adopt(*document_);
}

void LiveRunWorker::keep_checkpoint() {
  const auto begun = Clock::now();
  checkpoints_.keep(*simulation_);
  const auto kept = Clock::now();
  checkpoint_allowed_at_ = kept + (kept - begun) * checkpoint_share;
}

Duration LiveRunWorker::next_stop(Duration end) const {
  // Right after a sample, a copy is smallest.
  const std::int64_t interval = LiveRun::sampling_interval.nanoseconds;
  const Duration sampled{(simulation_->now().nanoseconds / interval + 1) * interval};
  return sampled < end && checkpoints_.is_due(sampled) && Clock::now() >= checkpoint_allowed_at_ ? sampled : end;
}

void LiveRunWorker::acknowledge() {
  frame_under_way_ = false;
  if (frame_due_) publish();
}

void LiveRunWorker::next_slice() {
  if (rewind_) rewind_slice();
  else simulate_slice();
}

void LiveRunWorker::simulate_slice() {
  if (!running_ || !simulation_) return;
  const auto begun = Clock::now();
  const auto slice_end = begun + slice_length;
  bool kept_up = true;
  if (following_) {
    kept_up = follow_for(std::min(in_seconds(begun - last_slice_), longest_gap_s), slice_end);
    target_s_ = simulation_->now().seconds();
  } else if (speed_ > 0) {
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
  while (true) {
    const Duration stop = next_stop(end);
    while (!simulation_->run_until(stop, events_between_looks))
      if (Clock::now() >= slice_end || QThread::currentThread()->isInterruptionRequested()) return false;
    if (stop == end) return true;
    keep_checkpoint();
  }
}

bool LiveRunWorker::follow_for(double wall_s, Clock::time_point slice_end) {
  constexpr double least_s = 1e-6;
  choose_followed();
  while (wall_s > least_s) {
    const Duration from = simulation_->now();
    const double pace = following_->pace(from, speed_);
    Duration target =
        std::min(from + std::max(duration_from_seconds(pace * wall_s), nanoseconds(1)), LiveRun::longest_run);
    if (const auto arrival = following_->next_arrival(from)) target = std::min(target, *arrival);
    const bool there = run_until_a_call(next_stop(target), slice_end);
    if (checkpoints_.is_due(simulation_->now()) && Clock::now() >= checkpoint_allowed_at_) keep_checkpoint();
    choose_followed();
    wall_s -= (simulation_->now() - from).seconds() / pace;
    if (!there || simulation_->now() >= LiveRun::longest_run) return false;
    if (QThread::currentThread()->isInterruptionRequested()) return false;
  }
  return true;
}

bool LiveRunWorker::run_until_a_call(Duration target, Clock::time_point patience) {
  constexpr int events_between_clocks = 64;
  for (int events = 1;; ++events) {
    const bool there = simulation_->run_until(target, 1);
    const std::size_t before = hops_.size();
    keep_hops();
    const std::span newer = std::span(hops_).subspan(before);
    following_->take(newer);
    const bool sets_off = std::any_of(newer.begin(), newer.end(), [](const Hop& hop) { return !hop.check; });
    if (there || sets_off) return true;
    if (events % events_between_clocks == 0 && Clock::now() >= patience) return false;
  }
}

void LiveRunWorker::choose_followed() {
  following_->set_followed(count_requests(simulation_->observed_calls()));
  simulation_->observe_every(following_->has_room() ? 1 : 0);
}

void LiveRunWorker::measure_speed(Clock::time_point now) {
  if (now - measured_at_ < speed_window) return;
  achieved_speed_ = (simulation_->now() - measured_from_).seconds() / in_seconds(now - measured_at_);
  measured_at_ = now;
  measured_from_ = simulation_->now();
  choose_dot_scale();
}

void LiveRunWorker::choose_dot_scale() {
  if (following_) return;
  if (!simulation_->recording().samples.empty())
    dot_scale_.measure(simulation_->architecture(), *simulation_->recording().samples.back());
  const double measured = achieved_speed_ > 0 ? achieved_speed_ : 1;
  simulation_->observe_every(dot_scale_.requests_per_dot(speed_ > 0 ? speed_ : measured));
}

void LiveRunWorker::publish() {
  frame_due_ = frame_under_way_;
  if (frame_under_way_ || rewind_) return;
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

  report_recording(*frame);
  if (std::exchange(rewound_due_, false)) {
    frame->rewound = true;
    frame->ahead = ahead_recording_;
    if (ahead_) frame->end = ahead_->now();
    frame->samples.clear();
    frame->happened.clear();
    frame->recording = std::make_shared<const Recording>(simulation_->recording());
    frame->load = load_set_by_people();
  }

  keep_hops();
  const std::size_t kept = std::min(hops_.size(), most_hops_per_frame);
  frame->hops.assign(hops_.end() - static_cast<std::ptrdiff_t>(kept), hops_.end());
  hops_.clear();
  frame->follows = following_.has_value();
  frame->stepped = std::exchange(step_due_, false);
  if (following_ || !running_) frame->observed = simulation_->observed_calls();

  for (const Component& component : simulation_->architecture().components)
    frame->states.emplace_back(component.id, simulation_->state_of(component.id));
  return frame;
}

/// New samples and events, and the whole where old ones have been merged or dropped.
void LiveRunWorker::report_recording(LiveFrame& frame) {
  const Recording& recording = simulation_->recording();
  const auto first_new = std::partition_point(recording.samples.begin(), recording.samples.end(),
                                              [this](const auto& sample) { return sample->end <= sampled_until_; });
  frame.samples.assign(first_new, recording.samples.end());
  const std::uint64_t noted = recording.events_dropped + recording.events.size();
  const auto count = std::min<std::uint64_t>(noted - std::min(noted, events_noted_), recording.events.size());
  frame.happened.assign(recording.events.end() - static_cast<std::ptrdiff_t>(count), recording.events.end());
  const bool only_more = recording.samples.size() == samples_sent_ + frame.samples.size() &&
                         recording.events.size() == events_sent_ + count;
  if (!only_more) frame.recording = std::make_shared<const Recording>(recording);
  samples_sent_ = recording.samples.size();
  events_sent_ = recording.events.size();
  events_noted_ = noted;
  sampled_until_ = recording.samples.empty() ? Duration{} : recording.samples.back()->end;
}

double LiveRunWorker::load_set_by_people() const {
  const std::vector<PastAction>& actions = simulation_->actions();
  for (auto past = actions.rbegin(); past != actions.rend(); ++past) {
    const auto* const action = std::get_if<Action>(&past->what);
    const bool is_load_of_all =
        action && action->kind == ActionKind::load && std::holds_alternative<std::monostate>(action->target);
    if (is_load_of_all) return action->amount;
  }
  return 1;
}

}  // namespace loadframe
