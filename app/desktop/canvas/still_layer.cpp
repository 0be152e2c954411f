#include "canvas/still_layer.h"

#include <cmath>
#include <utility>

namespace loadframe {

namespace {

/// More separate pieces than this are painted as the one box around them.
constexpr int most_pieces = 6;

}  // namespace

void StillLayer::invalidate() {
  pixmap_ = {};
  stale_canvas_.clear();
}

void StillLayer::invalidate(const QRectF& on_canvas) { stale_canvas_.push_back(on_canvas); }

void StillLayer::follow(const Viewport& viewport, QSize pixels, double pixel_ratio) {
  const QRect all(QPoint(0, 0), pixels);
  const bool usable = pixmap_.size() == pixels && pixmap_.devicePixelRatio() == pixel_ratio &&
                      painted_viewport_.zoom() == viewport.zoom();
  const QPointF moved = (painted_viewport_.origin() - viewport.origin()) * viewport.zoom() * pixel_ratio;
  const QPoint whole = moved.toPoint();
  // Only a distance of whole pixels can be scrolled without blurring what is already painted.
  const bool scrollable = std::hypot(moved.x() - whole.x(), moved.y() - whole.y()) < 0.01;
  if (!usable || !scrollable || std::abs(whole.x()) >= pixels.width() || std::abs(whole.y()) >= pixels.height()) {
    if (pixmap_.size() != pixels) pixmap_ = QPixmap(pixels);
    pixmap_.setDevicePixelRatio(pixel_ratio);
    painted_viewport_ = viewport;
    stale_pixels_ = all;
    return;
  }
  if (whole.isNull()) return;
  QRegion exposed;
  pixmap_.scroll(whole.x(), whole.y(), all, &exposed);
  stale_pixels_.translate(whole);
  stale_pixels_ |= exposed;
  stale_pixels_ &= all;
  painted_viewport_ = viewport;
}

const QPixmap& StillLayer::picture(const Architecture& architecture, const Theme& theme, const StillView& view,
                                   const Viewport& viewport, QSize widget, double pixel_ratio) {
  const QSize pixels = (QSizeF(widget) * pixel_ratio).toSize().expandedTo({1, 1});
  follow(viewport, pixels, pixel_ratio);
  const QRect all(QPoint(0, 0), pixels);
  for (const QRectF& part : std::exchange(stale_canvas_, {})) {
    const QRectF on_widget = viewport.to_widget(part);
    stale_pixels_ |= QRectF(on_widget.topLeft() * pixel_ratio, on_widget.size() * pixel_ratio)
                         .toAlignedRect()
                         .adjusted(-1, -1, 1, 1)
                         .intersected(all);
  }
  if (stale_pixels_.isEmpty()) return pixmap_;
  if (stale_pixels_.rectCount() > most_pieces) stale_pixels_ = stale_pixels_.boundingRect();

  QPainter painter(&pixmap_);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
  for (const QRect& piece : stale_pixels_) {
    const QRectF on_widget(QPointF(piece.topLeft()) / pixel_ratio, QSizeF(piece.size()) / pixel_ratio);
    painter.resetTransform();
    painter.setClipRect(on_widget);
    painter.fillRect(on_widget, theme.canvas);
    painter.setTransform(viewport.transform());
    paint_still(painter, architecture, theme, view, viewport.to_canvas(on_widget), viewport.zoom());
  }
  stale_pixels_ = {};
  return pixmap_;
}

}  // namespace loadframe
