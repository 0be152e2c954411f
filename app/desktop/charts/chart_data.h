#pragma once

#include "charts/chart_painter.h"
#include "panels/trend.h"

#include <memory>
#include <vector>

namespace loadframe {

using Samples = std::vector<std::shared_ptr<const Sample>>;

/// What was measured of the subjects of charts, over the whole run, in bounded memory.
class ChartData {
public:
  /// Keeps these subjects from now on, and forgets others. @param samples of the run until now
  void keep(const std::vector<ElementId>& subjects, const Samples& samples);
  void add(const Samples& more);
  void start_over(const Samples& samples);

  bool has(const ElementId& subject) const { return trend_of(subject) != nullptr; }

  /// Of a stretch of time, as finely as it pays: from the samples where what is kept of the whole run is too coarse.
  /// @pre has(subject)
  std::vector<TrendPoint> points(const ElementId& subject, double from_s, double to_s, const Samples& samples) const;

  /// The most points that are kept of a subject.
  static constexpr std::size_t most_points = 4096;

private:
  const Trend* trend_of(const ElementId& subject) const;

  std::vector<Trend> trends_;
};

/// The values of a metric at the middles of the points; gaps are NaN.
std::vector<QPointF> line_of(const std::vector<TrendPoint>& points, const Metric& metric);

/// A column of a table of samples.
struct ChartColumn {
  QString title;
  ElementId subject;
  const Metric* metric = nullptr;
};

/// Every sample that ends in the stretch of time, one a row: "time_s,web-1: p99 [ms],…". May take its time for long
/// runs.
QByteArray csv_of(const std::vector<ChartColumn>& columns, const Samples& samples, double from_s, double to_s);

}  // namespace loadframe
