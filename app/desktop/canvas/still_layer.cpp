#include "canvas/still_layer.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

/// More separate pieces than this are painted as the one box around them.
constexpr int most_pieces = 6;
/// Of a frame, for painting what is stale.
constexpr auto share_of_frame = 7ms;

bool same_place(const Viewport& a, const Viewport& b) { return a.zoom() == b.zoom() && a.origin() == b.origin(); }

QRectF from_pixels(const QRect& pixels, double pixel_ratio) {
  return {QPointF(pixels.topLeft()) / pixel_ratio, QSizeF(pixels.size()) / pixel_ratio};
}

}  // namespace

void StillLayer::forget() {
  shown_ = next_ = {};
  painting_.reset();
  all_stale_ = true;
  stale_canvas_.clear();
}

void StillLayer::invalidate() {
  all_stale_ = true;
  stale_canvas_.clear();
}

void StillLayer::invalidate(const QRectF& on_canvas) {
  if (!all_stale_) stale_canvas_.push_back(on_canvas);
}

void StillLayer::paint(QPainter& painter, const std::shared_ptr<const Architecture>& architecture, const Theme& theme,
                       const StillView& view, const Viewport& viewport, QSize widget, double pixel_ratio) {
  const QSize pixels = (QSizeF(widget) * pixel_ratio).toSize().expandedTo({1, 1});
  const QDeadlineTimer deadline = shown_.pixmap.isNull() ? QDeadlineTimer(QDeadlineTimer::Forever)
                                                         : QDeadlineTimer(share_of_frame, Qt::PreciseTimer);
  if (painting_) go_on(deadline);
  if (!painting_ && !is_current(viewport, pixels, pixel_ratio)) {
    begin(architecture, theme, view, viewport, pixels, pixel_ratio);
    go_on(deadline);
  }
  draw_shown(painter, theme, viewport, widget);
}

bool StillLayer::is_current(const Viewport& viewport, QSize pixels, double pixel_ratio) const {
  return !is_stale() && shown_.pixmap.size() == pixels && shown_.pixmap.devicePixelRatio() == pixel_ratio &&
         same_place(shown_.viewport, viewport);
}

/// Takes from the picture shown what can stay. @returns what is to be painted, in pixels
QRegion StillLayer::take_over_shown(const Viewport& viewport, QSize pixels, double pixel_ratio) {
  const QRect all(QPoint(0, 0), pixels);
  const QPointF moved = (shown_.viewport.origin() - viewport.origin()) * viewport.zoom() * pixel_ratio;
  const QPoint whole = moved.toPoint();
  // Only a distance of whole pixels can be scrolled without blurring what is already painted.
  const bool scrollable = shown_.pixmap.size() == pixels && shown_.pixmap.devicePixelRatio() == pixel_ratio &&
                          shown_.viewport.zoom() == viewport.zoom() &&
                          std::hypot(moved.x() - whole.x(), moved.y() - whole.y()) < 0.01 &&
                          std::abs(whole.x()) < pixels.width() && std::abs(whole.y()) < pixels.height();
  if (all_stale_ || !scrollable) {
    next_.pixmap = QPixmap(pixels);
    next_.pixmap.setDevicePixelRatio(pixel_ratio);
    return all;
  }
  next_.pixmap = shown_.pixmap;
  QRegion stale;
  if (!whole.isNull()) next_.pixmap.scroll(whole.x(), whole.y(), all, &stale);
  for (const QRectF& part : stale_canvas_) {
    const QRectF on_widget = viewport.to_widget(part);
    stale |= QRectF(on_widget.topLeft() * pixel_ratio, on_widget.size() * pixel_ratio)
                 .toAlignedRect()
                 .adjusted(-1, -1, 1, 1)
                 .intersected(all);
  }
  return stale.rectCount() > most_pieces ? QRegion(stale.boundingRect()) : stale;
}

void StillLayer::begin(const std::shared_ptr<const Architecture>& architecture, const Theme& theme,
                       const StillView& view, const Viewport& viewport, QSize pixels, double pixel_ratio) {
  clip_ = take_over_shown(viewport, pixels, pixel_ratio);
  next_.viewport = viewport;
  next_.live = view.live;
  all_stale_ = false;
  stale_canvas_.clear();
  if (clip_.isEmpty()) {
    shown_ = std::exchange(next_, {});
    return;
  }
  std::vector<QRectF> exposed;
  {
    QPainter painter(&next_.pixmap);
    for (const QRect& piece : clip_) {
      const QRectF on_widget = from_pixels(piece, pixel_ratio);
      painter.fillRect(on_widget, theme.canvas);
      exposed.push_back(viewport.to_canvas(on_widget));
    }
  }
  painting_ = std::make_unique<StillPainting>(architecture, theme, view, std::move(exposed), viewport.zoom());
}

/// Paints behind the scenes, and shows it when it is done.
void StillLayer::go_on(QDeadlineTimer deadline) {
  if (!painting_) return;
  {
    QPainter painter(&next_.pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    const double to_widget = 1 / next_.pixmap.devicePixelRatio();
    painter.scale(to_widget, to_widget);  // regions are whole numbers: pixels
    painter.setClipRegion(clip_);
    painter.setTransform(next_.viewport.transform());
    if (!painting_->go_on(painter, deadline)) return;
  }
  painting_.reset();
  shown_ = std::exchange(next_, {});
}

void StillLayer::draw_shown(QPainter& painter, const Theme& theme, const Viewport& viewport, QSize widget) const {
  if (same_place(shown_.viewport, viewport)) {
    painter.drawPixmap(0, 0, shown_.pixmap);
    return;
  }
  const QRectF whole(QPointF(0, 0), QSizeF(shown_.pixmap.size()) / shown_.pixmap.devicePixelRatio());
  const QRectF place = viewport.to_widget(shown_.viewport.to_canvas(whole));
  painter.fillRect(QRect(QPoint(0, 0), widget), theme.canvas);
  painter.drawPixmap(place, shown_.pixmap, QRectF(shown_.pixmap.rect()));
}

}  // namespace loadframe
