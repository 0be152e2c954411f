#pragma once

#include "diagram/theme.h"
#include "panels/trend.h"

#include <QChartView>
#include <QString>
#include <functional>
#include <vector>

class QLineSeries;
class QValueAxis;

namespace loadframe {

class Appearance;

/// One line of a chart.
struct ChartLine {
  QString label;
  QColor Theme::*color = nullptr;
  Qt::PenStyle style = Qt::SolidLine;
  std::function<double(const TrendPoint&)> value;  ///< in the axis's unit; negative: nothing to draw
  bool always = true;                              ///< false: only while it has been above 0
  std::size_t trend = 0;                           ///< which of the trends that are shown it is of
};

struct ChartScale {
  QString unit;          ///< after the title: "per second", "ms"
  double least_top = 1;  ///< the axis reaches at least so high
  double most_top = 0;   ///< and at most so high; 0: no limit
};

/// A fault or what followed from it, as a vertical line.
struct ChartMarker {
  Duration at;
  QString text;
  bool is_bad = false;
};

/// A chart of a trend over time, with a legend in its heading. Hovering shows the figures of that time.
class TrendChart : public QChartView {
  Q_OBJECT

public:
  TrendChart(const Appearance& appearance, const QString& title, ChartScale scale, QWidget* parent = nullptr);

  void set_lines(std::vector<ChartLine> lines);
  /// @param from, to the stretch of time to show
  /// @param trends of one run
  void show_trends(const std::vector<const Trend*>& trends, Duration from, Duration to,
                   const std::vector<ChartMarker>& markers);

protected:
  void drawForeground(QPainter* painter, const QRectF& rectangle) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

private:
  void dress();
  void show_legend();
  void show_figures(QPoint position);
  void paint_times(QPainter& painter, const QRectF& plot) const;
  void paint_markers(QPainter& painter, const QRectF& plot) const;
  double x_of(double at_s) const;

  const Appearance& appearance_;
  QString title_;
  ChartScale scale_;
  std::vector<ChartLine> lines_;
  std::vector<QLineSeries*> series_;
  std::vector<bool> shown_;
  QValueAxis* time_ = nullptr;
  QValueAxis* value_ = nullptr;
  std::vector<ChartMarker> markers_;
  std::vector<std::vector<TrendPoint>> points_;  ///< of each trend
  double hovered_s_ = -1;
};

}  // namespace loadframe
