#include "charts/legend_view.h"

#include "appearance.h"
#include "diagram/text.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr int most_rows = 2;
constexpr double sample_width = 12;
constexpr double gap = 5;
constexpr double hidden_opacity = 0.4;

}  // namespace

LegendView::LegendView(const Appearance& appearance, QWidget* parent) : QWidget(parent), appearance_(appearance) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setCursor(Qt::PointingHandCursor);
}

void LegendView::show_lines(const std::vector<PlotLine>& lines, std::vector<QString> values) {
  bool same = lines.size() == entries_.size();
  for (std::size_t i = 0; same && i < lines.size(); ++i) same = entries_[i].label == lines[i].label;
  entries_.clear();
  for (std::size_t i = 0; i < lines.size(); ++i)
    entries_.push_back({lines[i].label,
                        i < values.size() ? std::move(values[i]) : QString(),
                        {lines[i].label, lines[i].color, lines[i].style, {}, lines[i].hidden}});
  if (!same) updateGeometry();
  update();
}

std::vector<QRectF> LegendView::places(double width) const {
  const QFontMetricsF metrics(font());
  const double row = metrics.height() + 2;
  const double value_room = metrics.horizontalAdvance(QStringLiteral("8888/s"));
  std::vector<QRectF> all;
  QPointF at;
  for (const Entry& entry : entries_) {
    const double wide = std::min(sample_width + gap + metrics.horizontalAdvance(entry.label) + gap +
                                     std::max(value_room, metrics.horizontalAdvance(entry.value)) + 2 * gap,
                                 width);
    if (at.x() > 0 && at.x() + wide > width) at = QPointF(0, at.y() + row);
    const bool fits = at.y() < most_rows * row - 1;
    all.push_back(fits ? QRectF(at.x(), at.y(), wide, row) : QRectF());
    at.rx() += wide;
  }
  return all;
}

int LegendView::heightForWidth(int width) const {
  double height = QFontMetricsF(font()).height() + 2;
  for (const QRectF& place : places(width)) height = std::max(height, place.bottom());
  return static_cast<int>(std::ceil(height));
}

QSize LegendView::sizeHint() const { return {200, heightForWidth(std::max(width(), 100))}; }

QSize LegendView::minimumSizeHint() const { return {60, heightForWidth(std::max(width(), 100))}; }

void LegendView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& theme = appearance_.theme();
  const auto all = places(width());
  const QFontMetricsF metrics(font());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].isEmpty()) continue;
    const Entry& entry = entries_[i];
    painter.setOpacity(entry.stroke.hidden ? hidden_opacity : 1);
    paint_sample(painter, QRectF(all[i].left(), all[i].top(), sample_width, all[i].height()), entry.stroke, theme);
    const double value_width = metrics.horizontalAdvance(entry.value);
    const double label_left = all[i].left() + sample_width + gap;
    const double label_width =
        std::min(metrics.horizontalAdvance(entry.label) + 1, all[i].right() - label_left - value_width - 2 * gap);
    draw_line(painter, QRectF(label_left, all[i].top(), label_width, all[i].height()), Qt::AlignLeft, entry.label,
              font(), theme.muted_text);
    draw_line(painter, QRectF(label_left + label_width + gap, all[i].top(), value_width + 1, all[i].height()),
              Qt::AlignLeft, entry.value, font(), theme.text);
  }
}

void LegendView::mousePressEvent(QMouseEvent* event) {
  const auto all = places(width());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].contains(event->position())) emit clicked(i);
}

bool LegendView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  QStringList lines;
  for (const Entry& entry : entries_) lines << QStringLiteral("%1  %2").arg(entry.label, entry.value);
  lines << tr("Click to hide a line or to show it again.");
  QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(QLatin1Char('\n')), this);
  return true;
}

}  // namespace loadframe
