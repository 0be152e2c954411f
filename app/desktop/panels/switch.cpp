#include "panels/switch.h"

#include <QPainter>

namespace loadframe {

namespace {

constexpr double track_width = 34;
constexpr double track_height = 18;

}  // namespace

Switch::Switch(QWidget* parent) : QCheckBox(parent) { setCursor(Qt::PointingHandCursor); }

QSize Switch::sizeHint() const { return QSize(static_cast<int>(track_width) + 4, static_cast<int>(track_height) + 8); }

void Switch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!isEnabled()) painter.setOpacity(0.5);
  const QRectF track(2, (height() - track_height) / 2, track_width, track_height);
  const bool on = checkState() == Qt::Checked;
  const QColor off_color = palette().color(QPalette::PlaceholderText);
  painter.setPen(Qt::NoPen);
  painter.setBrush(on ? palette().color(QPalette::Highlight) : off_color);
  painter.drawRoundedRect(track, track_height / 2, track_height / 2);

  const double knob = track_height - 6;
  double x = on ? track.right() - 3 - knob : track.left() + 3;
  if (checkState() == Qt::PartiallyChecked) x = track.center().x() - knob / 2;
  painter.setBrush(on ? palette().color(QPalette::HighlightedText) : palette().color(QPalette::Base));
  painter.drawEllipse(QRectF(x, track.top() + 3, knob, knob));

  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    const QRectF ring = track.adjusted(-1.5, -1.5, 1.5, 1.5);
    painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
  }
}

}  // namespace loadframe
