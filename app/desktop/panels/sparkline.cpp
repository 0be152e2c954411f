#include "panels/sparkline.h"

#include "appearance.h"
#include "diagram/curve.h"
#include "panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

constexpr int plot_height = 68;
constexpr double plot_margin = 5;
constexpr double corner = 6;

}  // namespace

/// The drawing of a sparkline.
class SparkPlot : public QWidget {
public:
  SparkPlot(const Appearance& appearance, std::vector<SparkLine> lines, SparkScale scale, QWidget* parent)
      : QWidget(parent), appearance_(appearance), lines_(std::move(lines)), scale_(std::move(scale)) {
    setFixedHeight(plot_height);
    setMouseTracking(true);
  }

  void show_trend(const Trend& trend, std::vector<Duration> markers) {
    points_.assign(trend.points().begin(), trend.points().begin() + static_cast<std::ptrdiff_t>(trend.settled()));
    markers_ = std::move(markers);
    update();
    if (underMouse() && hovered_x_ >= 0) tell(hovered_x_);
  }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = appearance_.theme();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(frame, corner, corner);
    painter.fillPath(outline, theme.canvas);
    painter.setClipPath(outline);
    if (points_.size() >= 2) {
      const double top = scale_top();
      for (const SparkLine& line : lines_) paint_line(painter, line, theme.*(line.color), top);
      paint_markers(painter, theme);
      if (hovered_x_ >= 0) {
        painter.setPen(QPen(theme.muted_text, 1));
        painter.drawLine(QPointF(hovered_x_, 0), QPointF(hovered_x_, height()));
      }
    }
    painter.setClipping(false);
    painter.setPen(theme.border);
    painter.drawPath(outline);
  }

  void mouseMoveEvent(QMouseEvent* event) override {
    hovered_x_ = event->position().x();
    tell(hovered_x_);
    update();
  }

  void leaveEvent(QEvent*) override {
    hovered_x_ = -1;
    update();
  }

private:
  double scale_top() const {
    double top = scale_.least_top;
    for (const SparkLine& line : lines_)
      for (const TrendPoint& point : points_) top = std::max(top, line.value(point));
    return top > 0 ? top * 1.08 : 1;
  }

  double x_of(Duration time) const {
    const Duration whole = points_.back().end - points_.front().end;
    return (time - points_.front().end) / whole * width();
  }

  void paint_line(QPainter& painter, const SparkLine& line, const QColor& color, double top) const {
    const double bottom = height() - plot_margin;
    const double room = bottom - plot_margin;
    QPolygonF run;
    const auto draw = [&] {
      if (line.filled && run.size() > 1) {
        QPolygonF area = run;
        area << QPointF(run.back().x(), height()) << QPointF(run.front().x(), height());
        painter.setPen(Qt::NoPen);
        QColor tint = color;
        tint.setAlphaF(0.14F);
        painter.setBrush(tint);
        painter.drawPolygon(area);
        painter.setBrush(Qt::NoBrush);
      }
      painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      draw_curve(painter, run);
      run.clear();
    };
    for (const TrendPoint& point : points_) {
      const double value = line.value(point);
      if (value < 0) draw();
      else run << QPointF(x_of(point.end), bottom - value / top * room);
    }
    draw();
  }

  void paint_markers(QPainter& painter, const Theme& theme) const {
    painter.setPen(QPen(theme.bad, 1, Qt::DashLine));
    for (const Duration marker : markers_)
      if (marker >= points_.front().end && marker <= points_.back().end)
        painter.drawLine(QPointF(x_of(marker), 0), QPointF(x_of(marker), height()));
  }

  void tell(double x) {
    if (points_.size() < 2) return;
    const auto nearest = std::min_element(points_.begin(), points_.end(), [&](const auto& a, const auto& b) {
      return std::abs(x_of(a.end) - x) < std::abs(x_of(b.end) - x);
    });
    QString text = QStringLiteral("<b>%1</b>").arg(to_qstring(clock_text(nearest->end)));
    for (const SparkLine& line : lines_) {
      const double value = line.value(*nearest);
      if (value >= 0) text += QStringLiteral("<br>%1: %2").arg(line.label.toHtmlEscaped(), scale_.text(value));
    }
    QToolTip::showText(mapToGlobal(QPoint(static_cast<int>(x) + 12, height())), text, this);
  }

  const Appearance& appearance_;
  std::vector<SparkLine> lines_;
  SparkScale scale_;
  std::vector<TrendPoint> points_;
  std::vector<Duration> markers_;
  double hovered_x_ = -1;
};

Sparkline::Sparkline(const Appearance& appearance, const QString& title, std::vector<SparkLine> lines, SparkScale scale,
                     QWidget* parent)
    : QWidget(parent) {
  title_ = new QLabel(title, this);
  title_->setProperty("role", "heading");
  figure_ = new QLabel(this);
  QFont bold = figure_->font();
  bold.setBold(true);
  figure_->setFont(bold);
  plot_ = new SparkPlot(appearance, std::move(lines), std::move(scale), this);
  plot_->setAccessibleName(title);

  auto* head = new QHBoxLayout;
  head->addWidget(title_);
  head->addStretch();
  head->addWidget(figure_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(plot_);
  connect(&appearance, &Appearance::changed, plot_, qOverload<>(&QWidget::update));
}

void Sparkline::show_trend(const Trend& trend, const QString& figure, std::vector<Duration> markers) {
  figure_->setText(figure);
  plot_->setAccessibleDescription(figure);
  plot_->show_trend(trend, std::move(markers));
}

}  // namespace loadframe
