#include "charts/plot_view.h"

#include "appearance.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double label_factor = 0.82;  ///< of the widget's font
constexpr double least_marked = 5;     ///< pixels; less is a click
constexpr double near_marker = 4;
constexpr double shortest_s = 0.5;
constexpr double zoom_per_notch = 1.25;
constexpr double part_per_notch = 0.1;
constexpr double notch = 120;

}  // namespace

PlotView::PlotView(const Appearance& appearance, QWidget* parent) : QWidget(parent), appearance_(appearance) {
  setMouseTracking(true);
  setFocusPolicy(Qt::ClickFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QFont PlotView::label_font() const {
  QFont small = font();
  small.setPointSizeF(font().pointSizeF() * label_factor);
  return small;
}

QSize PlotView::minimumSizeHint() const {
  const QFontMetrics metrics(label_font());
  return {metrics.averageCharWidth() * 24, metrics.height() * 5};
}

QRectF PlotView::area() const { return plot_area(rect(), picture_, label_font()); }

double PlotView::time_at_x(double x) const { return time_at(picture_, area(), x); }

void PlotView::show_picture(PlotPicture picture) {
  picture.cursor_s = picture_.cursor_s;
  picture.marked_s = picture_.marked_s;
  picture_ = std::move(picture);
  update();
}

void PlotView::show_cursor(std::optional<double> at_s) {
  if (picture_.cursor_s == at_s) return;
  picture_.cursor_s = at_s;
  update();
}

void PlotView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint_plot(painter, rect(), picture_, appearance_.theme(), label_font());
}

void PlotView::mousePressEvent(QMouseEvent* event) {
  const bool moves = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier);
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
  drag_ = moves ? Drag::move : Drag::mark;
  pressed_x_ = event->position().x();
  pressed_s_ = time_at_x(pressed_x_);
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
  const double x = std::clamp(event->position().x(), area().left(), area().right());
  if (drag_ == Drag::move) {
    move_by(pressed_s_ - time_at_x(event->position().x()));
    return;
  }
  const double at_s = time_at_x(x);
  if (drag_ == Drag::mark && std::abs(x - pressed_x_) >= least_marked) {
    picture_.marked_s = std::pair(std::clamp(pressed_s_, picture_.from_s, picture_.to_s), at_s);
    update();
  }
  const bool inside = area().adjusted(-1, 0, 1, 0).contains(event->position());
  emit pointed_at(inside || drag_ != Drag::none ? std::optional(at_s) : std::nullopt);
  tell_markers(event->position());
}

void PlotView::mouseReleaseEvent(QMouseEvent*) {
  drag_ = Drag::none;
  if (!picture_.marked_s) return;
  const auto [a, b] = *picture_.marked_s;
  picture_.marked_s.reset();
  update();
  const double middle = (a + b) / 2;
  const double half = std::max(std::abs(b - a), shortest_s) / 2;
  emit stretch_wanted(middle - half, middle + half);
}

void PlotView::mouseDoubleClickEvent(QMouseEvent*) { emit all_wanted(); }

void PlotView::move_by(double seconds) { emit stretch_wanted(picture_.from_s + seconds, picture_.to_s + seconds); }

void PlotView::zoom(double factor, double fixed_s) {
  const double length = picture_.to_s - picture_.from_s;
  const double wanted = std::max(length / factor, shortest_s);
  const double from = fixed_s - (fixed_s - picture_.from_s) * wanted / length;
  emit stretch_wanted(from, from + wanted);
}

void PlotView::wheelEvent(QWheelEvent* event) {
  const QPoint turned = event->angleDelta();
  const bool sideways = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y());
  const double notches = (turned.y() != 0 ? turned.y() : turned.x()) / notch;
  if (sideways) move_by(-notches * part_per_notch * (picture_.to_s - picture_.from_s));
  else zoom(std::pow(zoom_per_notch, notches), time_at_x(event->position().x()));
  event->accept();
}

void PlotView::keyPressEvent(QKeyEvent* event) {
  const double part = part_per_notch * (picture_.to_s - picture_.from_s);
  const double middle = (picture_.to_s + picture_.from_s) / 2;
  switch (event->key()) {
    case Qt::Key_Left:
      move_by(-part);
      return;
    case Qt::Key_Right:
      move_by(part);
      return;
    case Qt::Key_Plus:
      zoom(zoom_per_notch, middle);
      return;
    case Qt::Key_Minus:
      zoom(1 / zoom_per_notch, middle);
      return;
    case Qt::Key_Escape:
      emit all_wanted();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void PlotView::leaveEvent(QEvent* event) {
  emit pointed_at(std::nullopt);
  QWidget::leaveEvent(event);
}

void PlotView::tell_markers(QPointF at) {
  QStringList near;
  for (const ChartMarker& marker : picture_.markers)
    if (std::abs(x_of(picture_, area(), marker.at.seconds()) - at.x()) <= near_marker) near << marker.text;
  if (near.isEmpty()) QToolTip::hideText();
  else QToolTip::showText(mapToGlobal(at.toPoint() + QPoint(12, 12)), near.join(QLatin1Char('\n')), this);
}

}  // namespace loadframe
