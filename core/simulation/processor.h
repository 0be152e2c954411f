#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace loadframe::engine {

/// A piece of CPU work. In a cache line of its own, as are the fields of Processor that each job needs.
struct alignas(64) Job {
  double finish = 0;      ///< sharing: on the virtual clock, ns of work; waiting or taken out: the work left
  std::int64_t due = -1;  ///< on a core of its own: when it is done; negative: no job
  double work = 0;        ///< core-ns
  std::uint32_t call = 0;
  std::uint32_t generation = 0;  ///< of the call
  std::uint32_t node = 0;
  std::uint32_t order = 0;  ///< breaks ties: first come, first done; goes round

  bool came_before(const Job& other) const { return static_cast<std::int32_t>(order - other.order) < 0; }
};

/// First come, first served. Takes less room than a deque where nothing waits, which is nearly everywhere.
class JobQueue {
public:
  bool empty() const { return first_ == jobs_.size(); }
  std::size_t size() const { return jobs_.size() - first_; }
  auto begin() { return jobs_.begin() + static_cast<std::ptrdiff_t>(first_); }
  auto end() { return jobs_.end(); }

  void push(const Job& job) {
    if (first_ > 0 && first_ >= size()) {  // what has been taken out makes room
      jobs_.erase(jobs_.begin(), begin());
      first_ = 0;
    }
    jobs_.push_back(job);
  }

  Job pop() {
    const Job job = jobs_[first_++];
    if (empty()) {
      jobs_.clear();
      first_ = 0;
    }
    return job;
  }

  template <class Unwanted>
  void erase_if(Unwanted unwanted) {
    jobs_.erase(std::remove_if(begin(), end(), unwanted), end());
  }

private:
  std::vector<Job> jobs_;
  std::size_t first_ = 0;  ///< those before it have been taken out
};

/// The cores of one host. Each job runs on at most one core; under processor sharing, more jobs than cores
/// all run at the same reduced rate; first come, first served, they wait.
///
/// As long as each job has a core of its own, it is known from its start when it will be done: whoever adds it plans
/// that, and no other job is looked at. Where jobs share cores, all get work done at one rate, so one virtual clock of
/// work done per job serves them all: a job that starts at clock v with work w is done at v + w, whatever comes and
/// goes meanwhile; then only the next completion can be planned.
class Processor {
public:
  /// Instead of a job's place: jobs share cores, or the job waits.
  static constexpr std::uint32_t no_place = 0xFFFFFFFF;

  void configure(double cores, double speed, bool fifo, std::int64_t now) {
    share(now);
    cores_ = cores;
    speed_ = speed;
    at_full_speed_ = speed == 1;
    fifo_ = fifo;
    fill_cores();
  }

  /// Starts (or queues) a job of so much work, in ns on a core of speed 1.
  /// @return its place if it has a core of its own: it is done at due()
  std::uint32_t add(std::int64_t now, std::uint32_t call, std::uint32_t generation, std::uint32_t node, double work) {
    const Job job{work, -1, work, call, generation, node, ++order_};
    if (!shares_) {
      if (count() + 1 <= cores_) return start_alone(now, job);
      if (fifo_ && count() >= cores_) {
        wait(job);
        return no_place;
      }
      share(now);
    }
    put_sharing(now, job);
    return no_place;
  }

  /// Goes on with a job that take_node has given.
  void put(std::int64_t now, Job job) {
    share(now);
    job.order = ++order_;
    put_sharing(now, job);
  }

  /// @name Bring into the processor's cache what its simulated likeness will need
  /// @{
  [[gnu::always_inline]] void prefetch(std::uint32_t place) const {
    __builtin_prefetch(running_.data() + (place < running_.size() ? place : 0));
  }
  [[gnu::always_inline]] void prefetch_free_place() const { prefetch(free_place_); }
  /// @}

  bool busy() const { return count_ > 0; }
  bool shares() const { return shares_; }

  /// @name Jobs with cores of their own
  /// @{
  std::int64_t due(std::uint32_t place) const { return running_[place].due; }
  std::uint32_t call(std::uint32_t place) const { return running_[place].call; }
  bool is_due(std::uint32_t place, std::uint32_t call, std::int64_t now) const {
    return !shares_ && place < running_.size() && running_[place].due == now && running_[place].call == call;
  }

  /// Takes out the job that is done now. @pre is_due(place, its call, now)
  Job complete_alone(std::uint32_t place, std::int64_t now) {
    const Job job = running_[place];
    leave_core(now, place);
    return job;
  }

  /// Starts the first job that waits, if a core is free for it. @return its place, or no_place
  std::uint32_t start_waiting(std::int64_t now) {
    if (!waits_ || shares_ || count() + 1 > cores_) return no_place;
    return start_alone(now, pop_waiting());
  }

  /// Gives each job a core, if there are enough. Only half as many jobs as cores are: so it does not happen again and
  /// again. @return how many places there are then, with jobs in all
  std::uint32_t stop_sharing(std::int64_t now) {
    if (!shares_ || count() > (fifo_ ? cores_ : cores_ / 2)) return 0;
    advance(now);
    for (Job& job : running_) job.due = now + whole((job.finish - clock_) / speed_);
    clock_ = 0;
    shares_ = false;
    return static_cast<std::uint32_t>(running_.size());
  }
  /// @}

  /// @name Jobs that share cores
  /// @{
  /// When the next job will be done. @pre shares() && busy()
  std::int64_t next_completion(std::int64_t now) const {
    double left = running_.front().finish - clock_;
    if (!runs_at_full_rate()) left /= rate();
    return now + whole(left);
  }

  /// Takes out the job that is done now. @pre shares() && busy()
  Job complete(std::int64_t now) {
    advance(now);
    const Job job = running_.front();
    if (running_.size() > 1) std::pop_heap(running_.begin(), running_.end(), later);
    running_.pop_back();
    --count_;
    clock_ = std::max(clock_, job.finish);
    fill_cores();
    if (running_.empty()) clock_ = 0;
    return job;
  }
  /// @}

  /// Takes out all jobs of a node, in the order of their coming; `finish` is the work left of each.
  std::vector<Job> take_node(std::int64_t now, std::uint32_t node) {
    share(now);
    std::vector<Job> taken;
    const auto of_node = [node](const Job& job) { return job.node == node; };
    for (const Job& job : running_)
      if (of_node(job)) taken.push_back(job);
    for (Job& job : taken) job.finish = std::max(0.0, job.finish - clock_);
    for (const Job& job : waiting_)
      if (of_node(job)) taken.push_back(job);
    std::sort(taken.begin(), taken.end(), [](const Job& a, const Job& b) { return a.came_before(b); });
    std::erase_if(running_, of_node);
    stop_waiting(of_node);
    after_removal();
    return taken;
  }

  /// Takes out the job of a call that is given up.
  void remove(std::int64_t now, std::uint32_t call) {
    const auto of_call = [this, call](const Job& job) { return job.call == call && (shares_ || job.due >= 0); };
    const auto found = std::find_if(running_.begin(), running_.end(), of_call);
    if (found == running_.end()) {
      stop_waiting([call](const Job& job) { return job.call == call; });
    } else if (!shares_) {
      leave_core(now, static_cast<std::uint32_t>(found - running_.begin()));
    } else {
      advance(now);
      running_.erase(found);
      after_removal();
    }
  }

  /// Multiplies the work left of a node's jobs.
  void scale_node(std::int64_t now, std::uint32_t node, double factor) {
    share(now);
    for (Job& job : running_)
      if (job.node == node) job.finish = clock_ + (job.finish - clock_) * factor;
    for (Job& job : waiting_)
      if (job.node == node) job.finish *= factor;
    std::make_heap(running_.begin(), running_.end(), later);
  }

  /// Core-nanoseconds used since the start.
  double used(std::int64_t now) const { return used_ + busy_cores() * static_cast<double>(now - last_); }

  /// Memory beside the object itself.
  std::size_t bytes() const { return (running_.size() + waiting_.size()) * sizeof(Job); }

private:
  static bool later(const Job& a, const Job& b) {
    return a.finish != b.finish ? a.finish > b.finish : b.came_before(a);
  }

  /// Up to a whole nanosecond.
  static std::int64_t whole(double time) {
    time = std::clamp(time, 0.0, 4e18);
    const auto down = static_cast<std::int64_t>(time);
    return down + (time > static_cast<double>(down) ? 1 : 0);
  }

  double count() const { return count_; }

  bool runs_at_full_rate() const { return at_full_speed_ && count() <= cores_; }

  double busy_cores() const { return std::min(cores_, count()); }

  /// Work done per job and nanosecond.
  double rate() const { return count() <= cores_ ? speed_ : speed_ * cores_ / count(); }

  void wait(const Job& job) {
    waiting_.push(job);
    waits_ = true;
  }

  Job pop_waiting() {
    const Job job = waiting_.pop();
    waits_ = !waiting_.empty();
    return job;
  }

  template <class Unwanted>
  void stop_waiting(Unwanted unwanted) {
    waiting_.erase_if(unwanted);
    waits_ = !waiting_.empty();
  }

  void advance(std::int64_t now) {
    const auto passed = static_cast<double>(now - last_);
    used_ += busy_cores() * passed;
    if (shares_ && count_ > 0) clock_ += runs_at_full_rate() ? passed : rate() * passed;
    last_ = now;
  }

  std::uint32_t start_alone(std::int64_t now, const Job& job) {
    advance(now);
    ++count_;
    std::uint32_t place = free_place_;
    if (place == no_place) {
      place = static_cast<std::uint32_t>(running_.size());
      running_.emplace_back();
    } else {
      free_place_ = running_[place].call;
    }
    Job& running = running_[place];  // set field by field, as an event is
    running.finish = job.finish;
    running.due = now + whole(at_full_speed_ ? job.finish : job.finish / speed_);
    running.work = job.work;
    running.call = job.call;
    running.generation = job.generation;
    running.node = job.node;
    running.order = job.order;
    return place;
  }

  void leave_core(std::int64_t now, std::uint32_t place) {
    advance(now);
    --count_;
    running_[place].due = -1;
    running_[place].call = free_place_;
    free_place_ = place;
  }

  /// From now on jobs share cores, for all that those with cores of their own are done with.
  void share(std::int64_t now) {
    advance(now);
    if (shares_) return;
    shares_ = true;
    std::erase_if(running_, [](const Job& job) { return job.due < 0; });
    free_place_ = no_place;
    for (Job& job : running_) job.finish = static_cast<double>(job.due - now) * speed_;
    std::make_heap(running_.begin(), running_.end(), later);
  }

  void put_sharing(std::int64_t now, const Job& job) {
    advance(now);
    if (fifo_ && count() >= cores_) wait(job);
    else start(job);
  }

  void start(Job job) {
    job.finish += clock_;
    running_.push_back(job);
    ++count_;
    if (running_.size() > 1) std::push_heap(running_.begin(), running_.end(), later);
  }

  void after_removal() {
    std::make_heap(running_.begin(), running_.end(), later);
    count_ = static_cast<std::uint32_t>(running_.size());
    fill_cores();
    if (running_.empty()) clock_ = 0;
  }

  void fill_cores() {
    while (waits_ && (!fifo_ || count() < cores_)) start(pop_waiting());
  }

  std::vector<Job> running_;  ///< sharing: a heap, first to finish in front; else with places that are free
  double cores_ = 1;
  double used_ = 0;
  std::int64_t last_ = 0;
  std::uint32_t count_ = 0;              ///< of running jobs
  std::uint32_t free_place_ = no_place;  ///< of running_; more are linked by `call`
  std::uint32_t order_ = 0;
  bool fifo_ = false;
  bool shares_ = false;
  bool at_full_speed_ = true;
  bool waits_ = false;  ///< a job

  double speed_ = 1;
  double clock_ = 0;
  JobQueue waiting_;  ///< fifo only
};

}  // namespace loadframe::engine
