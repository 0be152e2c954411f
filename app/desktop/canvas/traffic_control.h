#pragma once

#include <QFrame>

class QToolButton;

namespace loadframe {

/// In the canvas's corner: whether the traffic is shown as a flow or request by request, and the legend.
class TrafficControl : public QFrame {
  Q_OBJECT

public:
  explicit TrafficControl(QWidget* parent);

  void show_following(bool follows);
  void show_legend(bool shown);

signals:
  void following_wanted(bool follows);
  void legend_wanted(bool shown);

private:
  QToolButton* flow_ = nullptr;
  QToolButton* requests_ = nullptr;
  QToolButton* legend_ = nullptr;
};

}  // namespace loadframe
