#pragma once

#include "diagram/picture_export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace loadframe {

/// Asks what kind of picture is wanted.
class ExportDialog : public QDialog {
  Q_OBJECT

public:
  ExportDialog(const QString& theme, QWidget* parent);

  PictureFormat format() const;
  PictureOptions options() const;

private:
  void follow_format();

  QComboBox* format_;
  QComboBox* scale_;
  QComboBox* theme_;
  QCheckBox* transparent_;
};

}  // namespace loadframe
