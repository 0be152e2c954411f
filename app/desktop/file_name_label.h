#pragma once

#include <QLabel>

namespace loadframe {

/// The name of the file that is open, with a mark while it has unsaved changes. A name that is too long loses its
/// middle, and never its ending or the mark.
class FileNameLabel : public QLabel {
  Q_OBJECT

public:
  explicit FileNameLabel(QWidget* parent);

  void show_name(const QString& name, bool modified);

  /// What can be read of it in so many pixels.
  QString text_within(int width) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QString mark() const;

  QString name_;
  bool modified_ = false;
};

}  // namespace loadframe
