#pragma once

#include "start/thumbnail.h"

#include <QAbstractButton>

#include <optional>

namespace loadframe {

class Appearance;

/// A layout to open: its picture, its name, and a line about it.
class LayoutCard : public QAbstractButton {
  Q_OBJECT

public:
  LayoutCard(const Appearance& appearance, const QString& title, const QString& about, QWidget* parent);

  void show_layout(Architecture architecture);
  void set_about(const QString& about);

  /// Lets requests move in the picture, if it can be seen.
  void advance(double milliseconds);

  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const Appearance& appearance_;
  QString about_;
  std::optional<Thumbnail> thumbnail_;
};

}  // namespace loadframe
