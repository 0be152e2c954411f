#include "panels/trend_chart.h"

#include "appearance.h"
#include "panels/wording.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace loadframe {

namespace {

constexpr int label_size = 10;
constexpr int times_height = 16;       ///< below the plot, for the times
constexpr double least_time_gap = 64;  ///< pixels from time to time
constexpr double least_marker_gap = 3;

/// The least of 1, 2, 5 × 10^k that is not below the value.
double round_up(double value) {
  if (value <= 0) return 1;
  const double decade = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0})
    if (value <= step * decade * (1 + 1e-9)) return step * decade;
  return 10 * decade;
}

/// The least step that people count time in which gives no more steps than there is room for.
double time_step(double length_s, double most_steps) {
  for (const double step : {1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1800., 3600., 7200., 14'400.})
    if (length_s / step <= std::max(most_steps, 1.0)) return step;
  return 28'800;
}

double middle_s(const TrendPoint& point) { return (point.begin.seconds() + point.end.seconds()) / 2; }

const TrendPoint& nearest_to(const std::vector<TrendPoint>& points, double at_s) {
  return *std::min_element(points.begin(), points.end(), [at_s](const TrendPoint& a, const TrendPoint& b) {
    return std::abs(middle_s(a) - at_s) < std::abs(middle_s(b) - at_s);
  });
}

}  // namespace

TrendChart::TrendChart(const Appearance& appearance, const QString& title, ChartScale scale, QWidget* parent)
    : QChartView(parent), appearance_(appearance), title_(title), scale_(std::move(scale)) {
  auto* const plot = new QChart;
  plot->setAnimationOptions(QChart::NoAnimation);
  plot->legend()->hide();
  plot->setMargins(QMargins(0, 0, 4, times_height));
  plot->layout()->setContentsMargins(0, 0, 0, 0);
  plot->setBackgroundRoundness(0);
  time_ = new QValueAxis(plot);
  value_ = new QValueAxis(plot);
  plot->addAxis(time_, Qt::AlignBottom);
  plot->addAxis(value_, Qt::AlignLeft);
  // The times stand at round ones, which move with the window: see paint_times.
  time_->setLabelsVisible(false);
  time_->setGridLineVisible(false);
  time_->setTickCount(2);
  value_->setTickCount(3);
  setChart(plot);
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setMouseTracking(true);
  setAccessibleName(title);
  setMinimumSize(180, 110);
  connect(&appearance, &Appearance::changed, this, &TrendChart::dress);
  dress();
}

void TrendChart::set_lines(std::vector<ChartLine> lines) {
  for (QLineSeries* const series : series_) {
    chart()->removeSeries(series);
    delete series;
  }
  series_.clear();
  lines_ = std::move(lines);
  shown_.assign(lines_.size(), true);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    auto* const series = new QLineSeries(chart());
    chart()->addSeries(series);
    series->attachAxis(time_);
    series->attachAxis(value_);
    series_.push_back(series);
  }
  dress();
}

void TrendChart::dress() {
  const Theme& theme = appearance_.theme();
  chart()->setBackgroundBrush(theme.surface);
  chart()->setBackgroundPen(Qt::NoPen);
  setBackgroundBrush(theme.surface);
  for (QValueAxis* const axis : {time_, value_}) {
    axis->setLabelsFont(diagram_font(label_size));
    axis->setLabelsBrush(theme.muted_text);
    axis->setLinePen(QPen(theme.border));
    axis->setGridLinePen(QPen(theme.border));
  }
  chart()->setTitleFont(diagram_font(label_size + 1));
  chart()->setTitleBrush(theme.text);
  for (std::size_t i = 0; i < lines_.size(); ++i)
    series_[i]->setPen(QPen(theme.*lines_[i].color, 1.6, lines_[i].style));
  show_legend();
}

void TrendChart::show_legend() {
  const Theme& theme = appearance_.theme();
  QString text = QStringLiteral("<b>%1</b> <span style='color:%3'>%2</span>")
                     .arg(title_.toHtmlEscaped(), scale_.unit.toHtmlEscaped(), theme.muted_text.name());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!shown_[i] || lines_.size() < 2) continue;
    text += QStringLiteral(" &nbsp;<span style='color:%1'>■</span> %2")
                .arg((theme.*lines_[i].color).name(), lines_[i].label.toHtmlEscaped());
  }
  chart()->setTitle(text);
}

void TrendChart::show_trends(const std::vector<const Trend*>& trends, Duration from, Duration to,
                             const std::vector<ChartMarker>& markers) {
  points_.clear();
  for (const Trend* const trend : trends)
    points_.emplace_back(trend->points().begin(),
                         trend->points().begin() + static_cast<std::ptrdiff_t>(trend->settled()));
  double top = 0;
  bool legend_changed = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    QList<QPointF> line;
    double most = 0;
    if (lines_[i].trend < points_.size()) {
      const std::vector<TrendPoint>& points = points_[lines_[i].trend];
      line.reserve(static_cast<qsizetype>(points.size()));
      for (const TrendPoint& point : points) {
        const double value = lines_[i].value(point);
        if (value < 0) continue;
        line.append(QPointF(middle_s(point), value));
        most = std::max(most, value);
      }
    }
    const bool shown = lines_[i].always || most > 0;
    legend_changed |= shown != shown_[i];
    shown_[i] = shown;
    series_[i]->replace(shown ? line : QList<QPointF>());
    top = std::max(top, most);
  }
  if (legend_changed) show_legend();
  double reach = round_up(std::max(top, scale_.least_top));
  if (scale_.most_top > 0) reach = std::min(reach, scale_.most_top);
  value_->setRange(0, reach);
  const bool halves = reach / 2 != std::floor(reach / 2);
  value_->setLabelFormat(halves ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
  time_->setRange(from.seconds(), std::max(to.seconds(), from.seconds() + 1));
  markers_ = markers;
  viewport()->update();
}

double TrendChart::x_of(double at_s) const { return chart()->mapToPosition(QPointF(at_s, 0)).x(); }

void TrendChart::drawForeground(QPainter* painter, const QRectF&) {
  const QRectF plot = chart()->plotArea();
  painter->save();
  painter->resetTransform();
  painter->setFont(diagram_font(label_size));
  paint_times(*painter, plot);
  paint_markers(*painter, plot);
  if (hovered_s_ >= 0) {
    painter->setPen(QPen(appearance_.theme().muted_text, 1));
    painter->drawLine(QPointF(x_of(hovered_s_), plot.top()), QPointF(x_of(hovered_s_), plot.bottom()));
  }
  painter->restore();
}

void TrendChart::paint_times(QPainter& painter, const QRectF& plot) const {
  const Theme& theme = appearance_.theme();
  const QFontMetricsF metrics(painter.font());
  const double step = time_step(time_->max() - time_->min(), plot.width() / least_time_gap);
  double free_from = plot.left();
  for (double at = std::ceil(time_->min() / step) * step; at <= time_->max(); at += step) {
    const double x = x_of(at);
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
    QString text = to_qstring(clock_text(duration_from_seconds(at)));
    text.truncate(text.lastIndexOf(QLatin1Char('.')));
    const double width = metrics.horizontalAdvance(text);
    const double left = std::min(x - width / 2, plot.right() - width);
    if (left < free_from) continue;
    painter.setPen(theme.muted_text);
    painter.drawText(QPointF(left, plot.bottom() + 4 + metrics.ascent()), text);
    free_from = left + width + 8;
  }
}

void TrendChart::paint_markers(QPainter& painter, const QRectF& plot) const {
  const Theme& theme = appearance_.theme();
  const QFontMetricsF metrics(painter.font());
  const auto for_shown = [&](const auto& paint) {
    double last_x = -least_marker_gap;
    for (const ChartMarker& marker : markers_) {
      const double x = x_of(marker.at.seconds());
      if (x < plot.left() || x > plot.right() || x < last_x + least_marker_gap) continue;
      last_x = x;
      paint(marker, x);
    }
  };
  for_shown([&](const ChartMarker& marker, double x) {
    painter.setPen(QPen(marker.is_bad ? theme.bad : theme.busy, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
  });
  // After all lines, so that none runs through a text.
  double free_from = plot.left();
  QColor ground = theme.surface;
  ground.setAlphaF(0.85F);
  for_shown([&](const ChartMarker& marker, double x) {
    const double width = metrics.horizontalAdvance(marker.text) + 6;
    if (x < free_from || x + width > plot.right()) return;
    painter.fillRect(QRectF(x + 1, plot.top(), width, metrics.height()), ground);
    painter.setPen(marker.is_bad ? theme.bad_text : theme.busy_text);
    painter.drawText(QPointF(x + 3, plot.top() + metrics.ascent()), marker.text);
    free_from = x + width;
  });
}

void TrendChart::mouseMoveEvent(QMouseEvent* event) { show_figures(event->pos()); }

void TrendChart::leaveEvent(QEvent* event) {
  hovered_s_ = -1;
  viewport()->update();
  QChartView::leaveEvent(event);
}

void TrendChart::show_figures(QPoint position) {
  hovered_s_ = -1;
  if (chart()->plotArea().contains(position) && !points_.empty() && !points_.front().empty()) {
    const double at_s = chart()->mapToValue(position).x();
    const TrendPoint& nearest = nearest_to(points_.front(), at_s);
    hovered_s_ = middle_s(nearest);
    QStringList figures{to_qstring(clock_text(nearest.end))};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!shown_[i] || lines_[i].trend >= points_.size() || points_[lines_[i].trend].empty()) continue;
      const double value = lines_[i].value(nearest_to(points_[lines_[i].trend], at_s));
      if (value >= 0) figures << QStringLiteral("%1: %2 %3").arg(lines_[i].label, figure_text(value), scale_.unit);
    }
    QToolTip::showText(mapToGlobal(position + QPoint(12, 0)), figures.join(QLatin1Char('\n')), this);
  } else {
    QToolTip::hideText();
  }
  viewport()->update();
}

}  // namespace loadframe
