#pragma once

#include <QCheckBox>

namespace loadframe {

/// A check box that looks like a switch. Painted in the palette's colours.
class Switch : public QCheckBox {
  Q_OBJECT

public:
  explicit Switch(QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;
  bool hitButton(const QPoint& position) const override { return rect().contains(position); }
};

}  // namespace loadframe
