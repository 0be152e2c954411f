#pragma once

#include <QWidget>

#include "charts/chart_painter.h"

#include <optional>

namespace loadframe {

class Appearance;

/// A chart's drawing. The wheel zooms into the time at the pointer and, with Shift, moves along it; dragging marks a
/// stretch of time to show, or moves along with Shift or the middle button; a double click shows all again.
class PlotView : public QWidget {
  Q_OBJECT

public:
  explicit PlotView(const Appearance& appearance, QWidget* parent = nullptr);

  void show_picture(PlotPicture picture);
  void show_cursor(std::optional<double> at_s);
  const PlotPicture& picture() const { return picture_; }
  QFont label_font() const;

  QSize minimumSizeHint() const override;

signals:
  /// None: the pointer has left.
  void pointed_at(std::optional<double> at_s);
  void stretch_wanted(double from_s, double to_s);
  void all_wanted();

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  enum class Drag { none, mark, move };

  QRectF area() const;
  double time_at_x(double x) const;
  void move_by(double seconds);
  void zoom(double factor, double fixed_s);
  void tell_markers(QPointF at);

  const Appearance& appearance_;
  PlotPicture picture_;
  Drag drag_ = Drag::none;
  double pressed_s_ = 0;
  double pressed_x_ = 0;
};

}  // namespace loadframe
