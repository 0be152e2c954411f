#pragma once

#include "architecture/architecture.h"
#include "diagram/theme.h"
#include "panels/trend.h"

#include <QString>

#include <functional>
#include <vector>

/// Everything that is measured and can be drawn over time, by one table.
namespace loadframe {

enum class MetricUnit { per_second, milliseconds, percent, count };

struct Metric {
  QString key;  ///< in what is remembered: "p99"
  QString label;
  MetricUnit unit = MetricUnit::count;
  QColor Theme::*color = nullptr;
  Qt::PenStyle style = Qt::SolidLine;
  std::function<double(const TrendPoint&)> value;  ///< in the unit; negative: nothing was measured
  std::function<bool(const Architecture&, const ElementId&)> is_of;
};

const std::vector<Metric>& metrics();
/// None: null.
const Metric* find_metric(const QString& key);

/// Those of an element; of the whole system if it is none.
std::vector<const Metric*> metrics_of(const Architecture& architecture, const ElementId& element);

/// "per second", "ms".
QString unit_label(MetricUnit unit);
/// "1,840/s", "1.2 s", "88 %": with as many digits as one can take in.
QString value_text(MetricUnit unit, double value);
/// The least that an axis reaches to, and the most that values can be; 0: no limit.
double least_top(MetricUnit unit);
double most_top(MetricUnit unit);

}  // namespace loadframe
