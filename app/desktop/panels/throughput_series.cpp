#include "panels/throughput_series.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace loadframe {

namespace {

constexpr Duration least_shown = seconds(30);
/// By this factor the time shown grows when the run reaches its end: seldom, so that little has to be painted anew.
constexpr double growth = 1.25;

Duration scaled(Duration time, double factor) { return {std::llround(static_cast<double>(time.nanoseconds) * factor)}; }

}  // namespace

void ThroughputSeries::clear() { levels_.assign(1, {}); }

void ThroughputSeries::add(const Sample& sample) {
  levels_.front().push_back({sample.end - sample.length, sample.end, static_cast<double>(sample.outcomes.ok()),
                             static_cast<double>(sample.outcomes.failed())});
  for (std::size_t level = 0; levels_[level].size() % fold == 0; ++level) {
    if (level + 1 == levels_.size()) levels_.emplace_back();
    const std::vector<Point>& points = levels_[level];
    Point sum = points[points.size() - fold];
    for (auto point = points.end() - (fold - 1); point != points.end(); ++point) {
      sum.end = point->end;
      sum.ok += point->ok;
      sum.failed += point->failed;
    }
    levels_[level + 1].push_back(sum);
  }
}

std::vector<ThroughputSeries::Rates> ThroughputSeries::rates(Duration from, Duration to, int count) const {
  assert(from < to && count > 0);
  std::vector<Rates> parts(static_cast<std::size_t>(count));
  const auto ends_before = [from](const Point& point) { return point.end <= from; };
  const auto begins_before = [to](const Point& point) { return point.begin < to; };
  const auto inside = [&](std::size_t level) {
    const auto& points = levels_[level];
    return std::partition_point(points.begin(), points.end(), begins_before) -
           std::partition_point(points.begin(), points.end(), ends_before);
  };
  std::size_t level = 0;
  while (level + 1 < levels_.size() && inside(level) > static_cast<std::ptrdiff_t>(points_per_part * parts.size()))
    ++level;

  const double part_s = (to - from).seconds() / count;
  const auto spread = [&](const Point& point) {
    const double begin = (point.begin - from).seconds() / part_s;
    const double end = (point.end - from).seconds() / part_s;
    const double length_s = (point.end - point.begin).seconds();
    if (end <= begin || length_s <= 0) return;
    const int first = std::max(0, static_cast<int>(std::floor(begin)));
    const int last = std::min(count - 1, static_cast<int>(std::ceil(end)) - 1);
    for (int i = first; i <= last; ++i) {
      const double overlap = std::min(end, i + 1.0) - std::max(begin, static_cast<double>(i));
      Rates& part = parts[static_cast<std::size_t>(i)];
      part.ok_per_s += point.ok / length_s * overlap;
      part.failed_per_s += point.failed / length_s * overlap;
      part.measured += overlap;
    }
  };
  // What a level does not hold yet, because its last point is not full, the levels below it do.
  for (std::size_t next = 0;; --level) {
    const std::vector<Point>& points = levels_[level];
    const auto inside_from = std::partition_point(points.begin(), points.end(), ends_before);
    next = std::max(next, static_cast<std::size_t>(inside_from - points.begin()));
    for (; next < points.size() && points[next].begin < to; ++next) spread(points[next]);
    if (level == 0 || next < points.size()) break;
    next = points.size() * fold;
  }
  for (Rates& part : parts) {
    if (part.measured <= 0) continue;
    part.ok_per_s /= part.measured;
    part.failed_per_s /= part.measured;
  }
  return parts;
}

void TimeWindow::follow(Duration end, Duration moment) {
  if (scaled(end, growth * growth) < whole_) whole_ = least_shown;  // another run, or from its past on
  while (whole_ < end) whole_ = scaled(whole_, growth);
  const bool saw_moment = moment_ >= from_ && moment_ <= to_;
  moment_ = moment;
  if (shows_all_) {
    from_ = {};
    to_ = whole_;
    return;
  }
  if (saw_moment && (moment < from_ || moment > to_)) move(moment - scaled(to_ - from_, 0.5) - from_);
  keep_inside();
}

void TimeWindow::show_all(Duration end) {
  shows_all_ = true;
  whole_ = least_shown;
  follow(end, moment_);
}

void TimeWindow::zoom(double factor, Duration fixed) {
  const Duration length = to_ - from_;
  const Duration wanted = std::clamp(scaled(length, 1 / factor), shortest, whole_);
  from_ = fixed - scaled(wanted, (fixed - from_) / length);
  to_ = from_ + wanted;
  shows_all_ = wanted >= whole_;
  keep_inside();
}

void TimeWindow::move(Duration by) {
  from_ = from_ + by;
  to_ = to_ + by;
  keep_inside();
}

void TimeWindow::keep_inside() {
  const Duration length = std::min(to_ - from_, whole_);
  from_ = std::clamp(from_, Duration{}, whole_ - length);
  to_ = from_ + length;
}

}  // namespace loadframe
