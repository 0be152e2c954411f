#pragma once

#include "architecture/quantities.h"
#include "diagram/theme.h"
#include "panels/trend.h"

#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

class QLabel;

namespace loadframe {

class Appearance;
class SparkPlot;

/// One line of a sparkline.
struct SparkLine {
  QString label;
  QColor Theme::*color = nullptr;
  std::function<double(const TrendPoint&)> value;  ///< negative: a gap
  bool filled = false;
};

/// How a sparkline's figures are written and how high it reaches.
struct SparkScale {
  std::function<QString(double)> text;
  double least_top = 0;  ///< the scale's top is at least this
};

/// A small chart without axes: a heading, the present figure, and lines over the last minute. Hovering shows the
/// figures of that time.
class Sparkline : public QWidget {
  Q_OBJECT

public:
  Sparkline(const Appearance& appearance, const QString& title, std::vector<SparkLine> lines, SparkScale scale,
            QWidget* parent = nullptr);

  /// @param figure the present value, as text
  /// @param markers when faults happened
  void show_trend(const Trend& trend, const QString& figure, std::vector<Duration> markers);

private:
  QLabel* title_ = nullptr;
  QLabel* figure_ = nullptr;
  SparkPlot* plot_ = nullptr;
};

}  // namespace loadframe
