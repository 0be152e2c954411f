#include "charts/chart_data.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace loadframe {

namespace {

/// Fewer points than this in a picture show steps that the samples would not.
constexpr std::size_t least_points = 200;
/// More samples than this are not read for one picture.
constexpr std::ptrdiff_t most_samples = 6000;

auto samples_between(const Samples& samples, double from_s, double to_s) {
  const auto ends_before = [](const std::shared_ptr<const Sample>& sample, double at) {
    return sample->end.seconds() < at;
  };
  auto first = std::lower_bound(samples.begin(), samples.end(), from_s, ends_before);
  auto last = std::lower_bound(first, samples.end(), to_s, ends_before);
  if (last != samples.end()) ++last;
  if (first != samples.begin()) --first;
  return std::pair(first, last);
}

QByteArray quoted(const QString& text) {
  QByteArray bytes = text.toUtf8();
  bytes.replace('"', "\"\"");
  return '"' + bytes + '"';
}

const char* unit_suffix(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::per_second:
      return " [1/s]";
    case MetricUnit::milliseconds:
      return " [ms]";
    case MetricUnit::percent:
      return " [%]";
    case MetricUnit::count:
      return "";
  }
  return "";
}

}  // namespace

const Trend* ChartData::trend_of(const ElementId& subject) const {
  for (const Trend& trend : trends_)
    if (trend.subject() == subject) return &trend;
  return nullptr;
}

void ChartData::keep(const std::vector<ElementId>& subjects, const Samples& samples) {
  const auto wanted = [&](const ElementId& subject) {
    return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
  };
  std::erase_if(trends_, [&](const Trend& trend) { return !wanted(trend.subject()); });
  for (const ElementId& subject : subjects) {
    if (has(subject)) continue;
    trends_.emplace_back(subject, Duration{}, most_points);
    trends_.back().add(samples);
  }
}

void ChartData::add(const Samples& more) {
  for (Trend& trend : trends_) trend.add(more);
}

void ChartData::start_over(const Samples& samples) {
  for (Trend& trend : trends_) {
    trend.clear();
    trend.add(samples);
  }
}

std::vector<TrendPoint> ChartData::points(const ElementId& subject, double from_s, double to_s,
                                          const Samples& samples) const {
  const Trend& whole = *trend_of(subject);
  const double resolution_s = whole.resolution().seconds();
  if ((to_s - from_s) / resolution_s < static_cast<double>(least_points)) {
    const auto [first, last] = samples_between(samples, from_s, to_s);
    if (last - first <= most_samples && last != first && resolution_s > (*first)->length.seconds() * 1.5) {
      Trend fine(subject, Duration{}, static_cast<std::size_t>(most_samples));
      for (auto sample = first; sample != last; ++sample) fine.add(**sample);
      return {fine.points().begin(), fine.points().end()};
    }
  }
  const auto& points = whole.points();
  const auto settled = points.begin() + static_cast<std::ptrdiff_t>(whole.settled());
  auto from =
      std::partition_point(points.begin(), settled, [&](const TrendPoint& p) { return p.end.seconds() < from_s; });
  auto to = std::partition_point(from, settled, [&](const TrendPoint& p) { return p.begin.seconds() < to_s; });
  if (from != points.begin()) --from;
  return {from, to};
}

std::vector<QPointF> line_of(const std::vector<TrendPoint>& points, const Metric& metric) {
  std::vector<QPointF> line;
  line.reserve(points.size());
  for (const TrendPoint& point : points) {
    const double value = metric.value(point);
    line.emplace_back((point.begin.seconds() + point.end.seconds()) / 2,
                      value < 0 ? std::numeric_limits<double>::quiet_NaN() : value);
  }
  return line;
}

QByteArray csv_of(const std::vector<ChartColumn>& columns, const Samples& samples, double from_s, double to_s) {
  QByteArray table = "time_s";
  std::vector<Trend> trends;
  for (const ChartColumn& column : columns) {
    table += ',' + quoted(column.title + QString::fromLatin1(unit_suffix(column.metric->unit)));
    trends.emplace_back(column.subject, Duration{}, 2);
  }
  table += '\n';
  const auto [first, last] = samples_between(samples, from_s, to_s);
  for (auto sample = first; sample != last; ++sample) {
    if ((*sample)->end.seconds() < from_s || (*sample)->end.seconds() > to_s + 1e-9) continue;
    table += QByteArray::number((*sample)->end.seconds(), 'g', 12);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      trends[i].clear();
      trends[i].add(**sample);
      const double value = columns[i].metric->value(trends[i].points().back());
      table += ',';
      if (value >= 0) table += QByteArray::number(value, 'g', 6);
    }
    table += '\n';
  }
  return table;
}

}  // namespace loadframe
