#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <vector>

namespace loadframe::engine {

/// A piece of CPU work.
struct Job {
  double finish = 0;        ///< on the processor's virtual clock, ns of work
  std::uint64_t order = 0;  ///< breaks ties: first come, first done
  double work = 0;          ///< core-ns
  std::uint32_t call = 0;
  std::uint32_t generation = 0;  ///< of the call
  std::uint32_t node = 0;
};

/// The cores of one host. Each job runs on at most one core; under processor sharing, more jobs than cores
/// all run at the same reduced rate; first come, first served, they wait.
///
/// All running jobs get work done at one rate, so one virtual clock of work done per job serves them all: a job
/// that starts at clock v with work w is done at v + w, whatever comes and goes meanwhile.
class Processor {
public:
  void configure(double cores, double speed, bool fifo, std::int64_t now) {
    advance(now);
    cores_ = cores;
    speed_ = speed;
    fifo_ = fifo;
    fill_cores();
  }

  /// Starts (or queues) a job of so much work, in ns on a core of speed 1.
  void add(std::int64_t now, std::uint32_t call, std::uint32_t generation, std::uint32_t node, double work) {
    put(now, {work, 0, work, call, generation, node});
  }

  /// Goes on with a job that take_node has given.
  void put(std::int64_t now, Job job) {
    advance(now);
    job.order = ++order_;
    if (fifo_ && static_cast<double>(running_.size()) >= cores_) waiting_.push_back(job);
    else start(job);
  }

  bool busy() const { return !running_.empty(); }

  /// When the next job will be done. @pre busy()
  std::int64_t next_completion(std::int64_t now) const {
    double left = running_.front().finish - clock_;
    if (!runs_at_full_rate()) left /= rate();
    left = std::clamp(left, 0.0, 4e18);
    const auto whole = static_cast<std::int64_t>(left);
    return now + whole + (left > static_cast<double>(whole) ? 1 : 0);
  }

  /// Takes out the job that is done now. @pre busy()
  Job complete(std::int64_t now) {
    advance(now);
    const Job job = running_.front();
    if (running_.size() > 1) std::pop_heap(running_.begin(), running_.end(), later);
    running_.pop_back();
    clock_ = std::max(clock_, job.finish);
    fill_cores();
    if (running_.empty()) clock_ = 0;
    return job;
  }

  /// Takes out all jobs of a node, in the order of their coming; `finish` is the work left of each.
  std::vector<Job> take_node(std::int64_t now, std::uint32_t node) {
    advance(now);
    std::vector<Job> taken;
    const auto of_node = [node](const Job& job) { return job.node == node; };
    for (const Job& job : running_)
      if (of_node(job)) taken.push_back(job);
    for (Job& job : taken) job.finish = std::max(0.0, job.finish - clock_);
    for (const Job& job : waiting_)
      if (of_node(job)) taken.push_back(job);
    std::sort(taken.begin(), taken.end(), [](const Job& a, const Job& b) { return a.order < b.order; });
    std::erase_if(running_, of_node);
    std::erase_if(waiting_, of_node);
    std::make_heap(running_.begin(), running_.end(), later);
    fill_cores();
    return taken;
  }

  /// Takes out the job of a call that is given up.
  void remove(std::int64_t now, std::uint32_t call) {
    advance(now);
    const auto of_call = [call](const Job& job) { return job.call == call; };
    if (std::erase_if(running_, of_call) > 0) std::make_heap(running_.begin(), running_.end(), later);
    else std::erase_if(waiting_, of_call);
    fill_cores();
    if (running_.empty()) clock_ = 0;
  }

  /// Multiplies the work left of a node's jobs.
  void scale_node(std::int64_t now, std::uint32_t node, double factor) {
    advance(now);
    for (Job& job : running_)
      if (job.node == node) job.finish = clock_ + (job.finish - clock_) * factor;
    for (Job& job : waiting_)
      if (job.node == node) job.finish *= factor;
    std::make_heap(running_.begin(), running_.end(), later);
  }

  /// Core-nanoseconds used since the start.
  double used(std::int64_t now) const { return used_ + busy_cores() * static_cast<double>(now - last_); }

  double cores() const { return cores_; }

  /// Memory beside the object itself.
  std::size_t bytes() const { return (running_.size() + waiting_.size()) * sizeof(Job); }

private:
  static bool later(const Job& a, const Job& b) {
    return a.finish != b.finish ? a.finish > b.finish : a.order > b.order;
  }

  bool runs_at_full_rate() const { return speed_ == 1 && static_cast<double>(running_.size()) <= cores_; }

  double busy_cores() const { return std::min(cores_, static_cast<double>(running_.size())); }

  /// Work done per job and nanosecond.
  double rate() const {
    const auto jobs = static_cast<double>(running_.size());
    return jobs <= cores_ ? speed_ : speed_ * cores_ / jobs;
  }

  void advance(std::int64_t now) {
    const auto passed = static_cast<double>(now - last_);
    if (!running_.empty()) {
      used_ += busy_cores() * passed;
      clock_ += runs_at_full_rate() ? passed : rate() * passed;
    }
    last_ = now;
  }

  void start(Job job) {
    job.finish += clock_;
    running_.push_back(job);
    if (running_.size() > 1) std::push_heap(running_.begin(), running_.end(), later);
  }

  void fill_cores() {
    while (!waiting_.empty() && (!fifo_ || static_cast<double>(running_.size()) < cores_)) {
      start(waiting_.front());
      waiting_.pop_front();
    }
  }

  double cores_ = 1;
  double speed_ = 1;
  bool fifo_ = false;
  double clock_ = 0;
  double used_ = 0;
  std::int64_t last_ = 0;
  std::uint64_t order_ = 0;
  std::vector<Job> running_;  ///< heap, first to finish in front
  std::deque<Job> waiting_;   ///< fifo only; `finish` holds the work
};

}  // namespace loadframe::engine
