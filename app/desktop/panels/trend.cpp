#include "panels/trend.h"

#include <algorithm>

namespace loadframe {

namespace {

/// The finest that is worth drawing: the sampling interval of live runs.
constexpr Duration finest = milliseconds(250);

template <class Measured, class Element>
const Measured* find_measured(const std::vector<Measured>& all, Id<Element> id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Measured& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

double mean(double a, double weight_a, double b, double weight_b) {
  const double weight = weight_a + weight_b;
  return weight > 0 ? (a * weight_a + b * weight_b) / weight : 0;
}

/// Takes a later point into an earlier one.
void merge(TrendPoint& into, const TrendPoint& later) {
  const double a = into.length_s;
  const double b = later.length_s;
  into.p50_s = mean(into.p50_s, static_cast<double>(into.ok), later.p50_s, static_cast<double>(later.ok));
  into.p95_s = std::max(into.p95_s, later.p95_s);
  into.p99_s = std::max(into.p99_s, later.p99_s);
  into.utilisation = mean(into.utilisation, a, later.utilisation, b);
  into.cpu = mean(into.cpu, a, later.cpu, b);
  into.queue = mean(into.queue, a, later.queue, b);
  into.concurrency = mean(into.concurrency, a, later.concurrency, b);
  into.instances = mean(into.instances, a, later.instances, b);
  into.memory = mean(into.memory, a, later.memory, b);
  if (into.hit_ratio < 0) into.hit_ratio = later.hit_ratio;
  else if (later.hit_ratio >= 0) into.hit_ratio = mean(into.hit_ratio, a, later.hit_ratio, b);
  into.replication_lag_s = std::max(into.replication_lag_s, later.replication_lag_s);
  into.ok += later.ok;
  into.failed += later.failed;
  for (std::size_t i = 0; i < outcome_count; ++i) into.outcomes.count[i] += later.outcomes.count[i];
  into.length_s += later.length_s;
  into.end = later.end;
}

void set_latency(TrendPoint& point, const LatencySample& latency) {
  point.p50_s = latency.p50.seconds();
  point.p95_s = latency.p95.seconds();
  point.p99_s = latency.p99.seconds();
}

std::int64_t place(Duration end, Duration resolution) { return (end.nanoseconds - 1) / resolution.nanoseconds; }

}  // namespace

Trend::Trend(ElementId subject, Duration window, std::size_t most_points)
    : subject_(subject), window_(window), most_points_(std::max<std::size_t>(most_points, 2)), resolution_(finest) {}

void Trend::clear() {
  points_.clear();
  last_second_.clear();
  resolution_ = finest;
}

void Trend::add(const std::vector<std::shared_ptr<const Sample>>& samples) {
  for (const auto& sample : samples) add(*sample);
}

void Trend::add(const Sample& sample) {
  const TrendPoint point = measured(sample);
  last_second_.push_back(point);
  while (last_second_.size() > 1 && last_second_.front().end + seconds(1) <= point.end) last_second_.pop_front();

  if (!points_.empty() && place(points_.back().end, resolution_) == place(point.end, resolution_))
    merge(points_.back(), point);
  else points_.push_back(point);
  if (window_.nanoseconds > 0)
    while (points_.size() > 1 && points_.front().end + window_ < point.end) points_.pop_front();
  if (points_.size() > most_points_) coarsen();
}

void Trend::coarsen() {
  resolution_ = resolution_ * 2;
  std::deque<TrendPoint> coarser;
  for (const TrendPoint& point : points_) {
    if (!coarser.empty() && place(coarser.back().end, resolution_) == place(point.end, resolution_))
      merge(coarser.back(), point);
    else coarser.push_back(point);
  }
  points_ = std::move(coarser);
}

std::size_t Trend::settled() const {
  if (points_.size() <= 1) return points_.size();
  const bool grows = points_.back().end.nanoseconds % resolution_.nanoseconds != 0;
  return points_.size() - (grows ? 1 : 0);
}

TrendPoint Trend::recent() const {
  if (last_second_.empty()) return {};
  TrendPoint sum = last_second_.front();
  for (std::size_t i = 1; i < last_second_.size(); ++i) merge(sum, last_second_[i]);
  return sum;
}

TrendPoint Trend::measured(const Sample& sample) const {
  TrendPoint point;
  point.begin = sample.end - sample.length;
  point.end = sample.end;
  point.length_s = sample.length.seconds();
  if (const auto* component_id = std::get_if<ComponentId>(&subject_)) {
    const ComponentSample* one = find_measured(sample.components, *component_id);
    if (!one) return point;
    point.ok = one->ok;
    point.failed = one->failed;
    set_latency(point, one->latency);
    point.utilisation = static_cast<double>(one->utilisation);
    point.cpu = static_cast<double>(one->cpu);
    point.queue = static_cast<double>(one->queue);
    point.concurrency = static_cast<double>(one->concurrency);
    point.hit_ratio = static_cast<double>(one->hit_ratio);
    point.replication_lag_s = one->replication_lag.seconds();
    point.instances = one->instances;
    point.memory = static_cast<double>(one->memory);
  } else if (const auto* link_id = std::get_if<LinkId>(&subject_)) {
    if (const LinkSample* one = find_measured(sample.links, *link_id)) {
      point.ok = one->ok;
      point.failed = one->failed;
      point.concurrency = one->in_flight;
    }
  } else if (const auto* area_id = std::get_if<AreaId>(&subject_)) {
    if (const HostSample* one = find_measured(sample.hosts, *area_id))
      point.utilisation = static_cast<double>(one->utilisation);
  } else {
    point.outcomes = sample.outcomes;
    point.ok = sample.outcomes.ok();
    point.failed = sample.outcomes.failed();
    set_latency(point, sample.latency);
    point.concurrency = static_cast<double>(sample.in_flight);
    for (const ComponentSample& one : sample.components) {
      point.utilisation = std::max(point.utilisation, static_cast<double>(one.utilisation));
      point.queue += static_cast<double>(one.queue);
    }
  }
  return point;
}

}  // namespace loadframe
