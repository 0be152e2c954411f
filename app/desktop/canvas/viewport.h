#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace loadframe {

inline constexpr double least_zoom = 0.1;
inline constexpr double most_zoom = 4.0;

/// Which part of the canvas a widget shows, and how large. Widget coordinates are device-independent pixels.
class Viewport {
public:
  double zoom() const { return zoom_; }
  QPointF origin() const { return origin_; }

  QPointF to_canvas(QPointF on_widget) const { return on_widget / zoom_ + origin_; }
  QPointF to_widget(QPointF on_canvas) const { return (on_canvas - origin_) * zoom_; }
  QRectF to_canvas(const QRectF& on_widget) const;
  QRectF to_widget(const QRectF& on_canvas) const;
  /// From canvas units to the widget.
  QTransform transform() const;

  /// Moves what is shown by a distance on the widget.
  void pan(QPointF on_widget) { origin_ -= on_widget / zoom_; }

  /// Zooms, within the limits, so that the point under the cursor stays where it is.
  void zoom_to(double zoom, QPointF fixed_on_widget);

  /// Shows a part of the canvas whole and centred, at 100 % or smaller.
  void fit(const QRectF& on_canvas, QSizeF widget);

  void center_on(QPointF on_canvas, QSizeF widget);

private:
  QPointF origin_;
  double zoom_ = 1;
};

}  // namespace loadframe
