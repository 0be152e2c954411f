#pragma once

#include <QLabel>
#include <QTimer>

namespace loadframe {

/// A short message in the canvas's corner, which goes by itself.
class MessageToast : public QLabel {
  Q_OBJECT

public:
  explicit MessageToast(QWidget* parent);

  /// An empty text takes the last one away.
  void say(const QString& text);
  /// Puts it into the upper left corner of the parent.
  void place();

private:
  QTimer timer_;
};

}  // namespace loadframe
