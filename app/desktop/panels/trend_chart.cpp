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

/// The least of 1, 2, 5 × 10^k that is not below the value.
double round_up(double value) {
  if (value <= 0) return 1;
  const double decade = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0})
    if (value <= step * decade * (1 + 1e-9)) return step * decade;
  return 10 * decade;
}

double middle_s(const TrendPoint& point) { return (point.begin.seconds() + point.end.seconds()) / 2; }

}  // namespace

TrendChart::TrendChart(const Appearance& appearance, const QString& title, ChartScale scale, QWidget* parent)
    : QChartView(parent), appearance_(appearance), title_(title), scale_(std::move(scale)) {
  auto* const plot = new QChart;
  plot->setAnimationOptions(QChart::NoAnimation);
  plot->legend()->hide();
  plot->setMargins(QMargins(0, 0, 4, 0));
  plot->layout()->setContentsMargins(0, 0, 0, 0);
  plot->setBackgroundRoundness(0);
  time_ = new QValueAxis(plot);
  value_ = new QValueAxis(plot);
  plot->addAxis(time_, Qt::AlignBottom);
  plot->addAxis(value_, Qt::AlignLeft);
  time_->setTickCount(3);
  time_->setLabelFormat(QStringLiteral("%.0f s"));
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

void TrendChart::show_trend(const Trend& trend, Duration from, Duration to, const std::vector<ChartMarker>& markers) {
  points_.assign(trend.points().begin(), trend.points().begin() + static_cast<std::ptrdiff_t>(trend.settled()));
  double top = 0;
  bool legend_changed = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    QList<QPointF> line;
    line.reserve(static_cast<qsizetype>(points_.size()));
    double most = 0;
    for (const TrendPoint& point : points_) {
      const double value = lines_[i].value(point);
      if (value < 0) continue;
      line.append(QPointF(middle_s(point), value));
      most = std::max(most, value);
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

void TrendChart::drawForeground(QPainter* painter, const QRectF&) {
  const Theme& theme = appearance_.theme();
  const QRectF plot = chart()->plotArea();
  const auto x_of = [&](double at_s) { return chart()->mapToPosition(QPointF(at_s, 0)).x(); };
  const QFont font = diagram_font(label_size);
  const QFontMetricsF metrics(font);
  painter->save();
  painter->resetTransform();
  painter->setFont(font);
  double free_from = plot.left();
  for (const ChartMarker& marker : markers_) {
    const double x = x_of(marker.at.seconds());
    if (x < plot.left() || x > plot.right()) continue;
    const QColor color = marker.is_bad ? theme.bad : theme.busy;
    painter->setPen(QPen(color, 1, Qt::DashLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const double width = metrics.horizontalAdvance(marker.text) + 6;
    if (x < free_from || x + width > plot.right()) continue;
    QColor ground = theme.surface;
    ground.setAlphaF(0.8F);
    painter->fillRect(QRectF(x + 1, plot.top(), width, metrics.height()), ground);
    painter->setPen(marker.is_bad ? theme.bad_text : theme.busy_text);
    painter->drawText(QPointF(x + 3, plot.top() + metrics.ascent()), marker.text);
    free_from = x + width;
  }
  if (hovered_s_ >= 0) {
    const double x = x_of(hovered_s_);
    painter->setPen(QPen(theme.muted_text, 1));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
  }
  painter->restore();
}

void TrendChart::mouseMoveEvent(QMouseEvent* event) { show_figures(event->pos()); }

void TrendChart::leaveEvent(QEvent* event) {
  hovered_s_ = -1;
  viewport()->update();
  QChartView::leaveEvent(event);
}

void TrendChart::show_figures(QPoint position) {
  hovered_s_ = -1;
  if (chart()->plotArea().contains(position) && !points_.empty()) {
    const double at_s = chart()->mapToValue(position).x();
    const auto nearest =
        std::min_element(points_.begin(), points_.end(), [&](const TrendPoint& a, const TrendPoint& b) {
          return std::abs(middle_s(a) - at_s) < std::abs(middle_s(b) - at_s);
        });
    hovered_s_ = middle_s(*nearest);
    QStringList figures{QString::fromStdString(clock_text(nearest->end))};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const double value = lines_[i].value(*nearest);
      if (shown_[i] && value >= 0)
        figures << QStringLiteral("%1: %2 %3").arg(lines_[i].label, figure_text(value), scale_.unit);
    }
    QToolTip::showText(mapToGlobal(position), figures.join(QLatin1Char('\n')), this);
  }
  viewport()->update();
}

}  // namespace loadframe
