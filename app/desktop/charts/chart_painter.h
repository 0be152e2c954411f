#pragma once

#include "charts/metric.h"

#include <QPainter>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

/// Paints charts over time, on the screen and into files alike.
namespace loadframe {

/// A fault or what followed from it, as a vertical line.
struct ChartMarker {
  Duration at;
  QString text;
  bool is_bad = false;
};

/// A line: (seconds, value), in order of time; NaN values are gaps.
struct PlotLine {
  QString label;
  QColor Theme::*color = nullptr;
  Qt::PenStyle style = Qt::SolidLine;
  std::vector<QPointF> points;
  bool hidden = false;
};

struct PlotPicture {
  std::vector<PlotLine> lines;
  MetricUnit unit = MetricUnit::count;
  double from_s = 0;
  double to_s = 1;  ///< > from_s
  std::vector<ChartMarker> markers;
  QString why_empty;                                  ///< where there can be no lines: told in their place
  std::optional<double> cursor_s;                     ///< a moment that is pointed at
  std::optional<std::pair<double, double>> marked_s;  ///< a stretch of time that is being marked
};

/// The top of the value axis for what is shown.
double top_of(const PlotPicture& picture);
/// The distance of the value axis's lines: the least round number of which so many at most make up the top.
/// @param top > 0
double value_step(double top, double most_steps);

/// Where the lines are drawn in a box: what is left of it by the axes' labels.
QRectF plot_area(const QRectF& box, const PlotPicture& picture, const QFont& font);
double x_of(const PlotPicture& picture, const QRectF& area, double at_s);
double time_at(const PlotPicture& picture, const QRectF& area, double x);

/// @param font of the labels
void paint_plot(QPainter& painter, const QRectF& box, const PlotPicture& picture, const Theme& theme,
                const QFont& font);

/// The line's value nearest to a moment, by time; none within twice the distance of its points.
std::optional<double> value_at(const PlotLine& line, double at_s);

/// With title and legend, as in exported files.
void paint_chart(QPainter& painter, const QRectF& box, const QString& title, const PlotPicture& picture,
                 const Theme& theme, const QFont& font);

/// A short piece of the line, as legends show it.
void paint_sample(QPainter& painter, const QRectF& box, const PlotLine& line, const Theme& theme);

/// For so many pixels: of all points that fall on one, the first, the least, the most and the last.
std::vector<QPointF> thinned(const std::vector<QPointF>& points, double from_s, double to_s, double pixels);

}  // namespace loadframe
