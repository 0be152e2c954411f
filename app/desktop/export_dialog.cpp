#include "export_dialog.h"

#include "appearance.h"
#include "diagram/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace loadframe {

ExportDialog::ExportDialog(const QString& theme, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Export picture"));
  format_ = new QComboBox(this);
  for (const PictureFormatDescription& format : picture_formats())
    format_->addItem(format.label);
  scale_ = new QComboBox(this);
  for (const int factor : {1, 2, 4}) scale_->addItem(tr("%1× the canvas").arg(factor), factor);
  scale_->setCurrentIndex(1);
  theme_ = new QComboBox(this);
  for (const Theme& one : themes()) {
    theme_->addItem(theme_label(one), one.key);
    if (one.key == theme) theme_->setCurrentIndex(theme_->count() - 1);
  }
  transparent_ = new QCheckBox(tr("Without a background"), this);

  auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole)->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* const form = new QFormLayout(this);
  form->addRow(tr("&Format"), format_);
  form->addRow(tr("&Size"), scale_);
  form->addRow(tr("&Colours"), theme_);
  form->addRow(QString(), transparent_);
  form->addRow(buttons);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::follow_format);
  follow_format();
}

void ExportDialog::follow_format() {
  scale_->setEnabled(!picture_formats()[static_cast<std::size_t>(format())].is_vector);
}

PictureFormat ExportDialog::format() const { return static_cast<PictureFormat>(format_->currentIndex()); }

PictureOptions ExportDialog::options() const {
  PictureOptions options;
  options.scale = scale_->isEnabled() ? scale_->currentData().toInt() : 1;
  options.transparent = transparent_->isChecked();
  options.theme = theme_->currentData().toString();
  return options;
}

}  // namespace loadframe
