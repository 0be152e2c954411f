#pragma once

#include "canvas/viewport.h"
#include "diagram/painter.h"

#include <QPixmap>
#include <QRegion>

#include <memory>
#include <vector>

namespace loadframe {

/// The picture of what stands still, kept between frames. Only what changed is painted again.
///
/// What takes longer than a frame has room for is painted behind the scenes, over several frames; until it is done,
/// the picture before is shown, scaled and moved to where the viewport is now.
class StillLayer {
public:
  /// Nothing that was painted may be shown any longer: the next frame paints all, however long it takes.
  void forget();

  /// Everything looks different: another zoom, or other settings of the view.
  void invalidate();

  /// That part of the canvas looks different.
  void invalidate(const QRectF& on_canvas);

  /// Draws the layer at the widget's top left corner.
  void paint(QPainter& painter, const std::shared_ptr<const Architecture>& architecture, const Theme& theme,
             const StillView& view, const Viewport& viewport, QSize widget, double pixel_ratio);

  /// What was drawn last is not up to date: another frame is wanted soon.
  bool is_behind() const { return painting_ != nullptr || is_stale(); }

  /// A run's figures fit over what was drawn last.
  bool shows_live() const { return shown_.live; }

private:
  struct Picture {
    QPixmap pixmap;
    Viewport viewport;
    bool live = false;
  };

  bool is_stale() const { return all_stale_ || !stale_canvas_.empty(); }
  bool is_current(const Viewport& viewport, QSize pixels, double pixel_ratio) const;
  void begin(const std::shared_ptr<const Architecture>& architecture, const Theme& theme, const StillView& view,
             const Viewport& viewport, QSize pixels, double pixel_ratio);
  QRegion take_over_shown(const Viewport& viewport, QSize pixels, double pixel_ratio);
  void go_on(QDeadlineTimer deadline);
  void draw_shown(QPainter& painter, const Theme& theme, const Viewport& viewport, QSize widget) const;

  Picture shown_;
  Picture next_;                             ///< behind the scenes
  std::unique_ptr<StillPainting> painting_;  ///< of next_; null: none is under way
  QRegion clip_;                             ///< of the painting, in pixels
  bool all_stale_ = false;
  std::vector<QRectF> stale_canvas_;
};

}  // namespace loadframe
