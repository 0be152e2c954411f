#pragma once

#include <QEvent>
#include <QWidget>

namespace loadframe {

/// Turning the wheel over a form scrolls the form; it must not change what lies under the pointer. Install it on
/// controls in scroll areas.
class WheelGuard : public QObject {
public:
  explicit WheelGuard(QWidget* control) : QObject(control) { control->setFocusPolicy(Qt::StrongFocus); }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
    event->ignore();
    return true;
  }
};

}  // namespace loadframe
