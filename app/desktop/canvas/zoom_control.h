#pragma once

#include <QFrame>

class QToolButton;

namespace loadframe {

/// The small bar in the canvas's corner: smaller, the zoom (click: 100 %), larger, fit.
class ZoomControl : public QFrame {
  Q_OBJECT

public:
  explicit ZoomControl(QWidget* parent);

  void show_zoom(double zoom);

signals:
  void smaller();
  void larger();
  void actual_size();
  void fit();

private:
  QToolButton* zoom_;
};

}  // namespace loadframe
