#pragma once

#include "charts/metric.h"

#include <QString>

#include <vector>

/// Charts as people compose them, and as they are remembered.
namespace loadframe {

struct SeriesSpec {
  QString subject;  ///< an element's name as find_by_name takes it; empty: the whole system
  QString metric;   ///< a metric's key
  friend bool operator==(const SeriesSpec&, const SeriesSpec&) = default;
};

/// Charts that come with the program: they show the whole system, or what is selected.
enum class StandardChart { none, requests, latency, utilisation, calls };

struct ChartSpec {
  QString title;  ///< empty: made from what it shows
  StandardChart standard = StandardChart::none;
  std::vector<SeriesSpec> series;  ///< of one unit; none for standard charts
  friend bool operator==(const ChartSpec&, const ChartSpec&) = default;
};

/// The four standard charts.
std::vector<ChartSpec> usual_charts();

/// "Latency", or what a person has called it, or what its series have in common: "web-1: p99".
QString title_of(const ChartSpec& spec);
/// Of standard charts and of those with series.
MetricUnit unit_of(const ChartSpec& spec);

QString charts_to_text(const std::vector<ChartSpec>& charts);
/// The usual ones for a text that cannot be read.
std::vector<ChartSpec> charts_from_text(const QString& text);

}  // namespace loadframe
