#include "canvas/viewport.h"

#include <algorithm>

namespace loadframe {

QRectF Viewport::to_canvas(const QRectF& on_widget) const {
  return {to_canvas(on_widget.topLeft()), on_widget.size() / zoom_};
}

QRectF Viewport::to_widget(const QRectF& on_canvas) const {
  return {to_widget(on_canvas.topLeft()), on_canvas.size() * zoom_};
}

QTransform Viewport::transform() const {
  return QTransform::fromScale(zoom_, zoom_).translate(-origin_.x(), -origin_.y());
}

void Viewport::zoom_to(double zoom, QPointF fixed_on_widget) {
  const QPointF fixed = to_canvas(fixed_on_widget);
  zoom_ = std::clamp(zoom, least_zoom, most_zoom);
  origin_ = fixed - fixed_on_widget / zoom_;
}

void Viewport::fit(const QRectF& on_canvas, QSizeF widget) {
  if (on_canvas.isEmpty() || widget.isEmpty()) return;
  const double fitting = std::min(widget.width() / on_canvas.width(), widget.height() / on_canvas.height());
  zoom_ = std::clamp(fitting, least_zoom, 1.0);
  center_on(on_canvas.center(), widget);
}

void Viewport::center_on(QPointF on_canvas, QSizeF widget) {
  origin_ = on_canvas - QPointF(widget.width(), widget.height()) / (2 * zoom_);
}

}  // namespace loadframe
