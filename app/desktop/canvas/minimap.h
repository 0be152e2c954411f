#pragma once

#include <QElapsedTimer>
#include <QPixmap>
#include <QTransform>
#include <QWidget>

namespace loadframe {

class Canvas;

/// The whole drawing, small, in the canvas's corner while it does not fit into sight: components by their health, and
/// what is in sight as a frame. A click goes there, a drag moves along.
class Minimap : public QWidget {
  Q_OBJECT

public:
  explicit Minimap(Canvas& canvas);

  /// Whether it may be shown at all: the user's choice.
  void set_wanted(bool wanted);
  bool is_wanted() const { return wanted_; }

  /// The document or what is in sight may have changed. @param drawn around the whole drawing, in canvas units
  void follow(const QRectF& drawn);
  /// The document, its look or the run's state has changed; painted anew when it is worth it.
  void make_stale();

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

private:
  QTransform to_map() const;
  void go_to(QPointF on_map);
  void paint_picture();

  Canvas& canvas_;
  QRectF drawn_;
  QPixmap picture_;
  bool stale_ = true;
  QElapsedTimer since_picture_;
  bool wanted_ = true;
  QPointF grip_;  ///< from the middle of the frame to where it was taken, in canvas units
};

}  // namespace loadframe
