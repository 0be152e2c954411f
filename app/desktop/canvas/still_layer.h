#pragma once

#include "canvas/viewport.h"
#include "diagram/painter.h"

#include <QPixmap>
#include <QRegion>

namespace loadframe {

/// The picture of what stands still, kept between frames. Only what changed is painted again.
class StillLayer {
public:
  /// Everything looks different: another zoom, theme or document.
  void invalidate();

  /// That part of the canvas looks different.
  void invalidate(const QRectF& on_canvas);

  /// The picture, up to date, to be drawn at the widget's top left corner.
  const QPixmap& picture(const Architecture& architecture, const Theme& theme, const StillView& view,
                         const Viewport& viewport, QSize widget, double pixel_ratio);

private:
  void follow(const Viewport& viewport, QSize pixels, double pixel_ratio);

  QPixmap pixmap_;
  Viewport painted_viewport_;
  QRegion stale_pixels_;
  std::vector<QRectF> stale_canvas_;
};

}  // namespace loadframe
