#pragma once

#include <QFrame>

namespace loadframe {

/// The first steps, shown while the canvas is empty.
class EmptyHint : public QFrame {
  Q_OBJECT

public:
  explicit EmptyHint(QWidget* parent);

signals:
  void example_wanted();
};

}  // namespace loadframe
