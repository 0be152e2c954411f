#include "recovery_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

RecoveryDialog::RecoveryDialog(const std::vector<Recovery::Found>& found, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Recover unsaved work"));
  auto* const title = new QLabel(tr("Loadframe ended before this was saved"), this);
  title->setProperty("role", QStringLiteral("title"));
  auto* const text = new QLabel(tr("“Recover” opens each as it was, still unsaved: look at it, then save it. The files "
                                   "themselves have not been touched."),
                                this);
  text->setWordWrap(true);
  text->setProperty("role", QStringLiteral("muted"));
  auto* const list = new QListWidget(this);
  list->setAccessibleName(tr("Unsaved work"));
  list->setSelectionMode(QAbstractItemView::NoSelection);
  for (const Recovery::Found& one : found) {
    const QString name = one.name.isEmpty() ? tr("untitled") : one.name;
    const QString at = QLocale().toString(one.at, QLocale::ShortFormat);
    auto* const row = new QListWidgetItem(tr("%1, last changed %2").arg(name, at), list);
    row->setToolTip(one.original.isEmpty() ? tr("Never saved") : QDir::toNativeSeparators(one.original));
  }
  constexpr int most_rows = 6;
  list->setFixedHeight(list->sizeHintForRow(0) * std::min(most_rows, list->count()) + 8);

  auto* const buttons = new QDialogButtonBox(this);
  auto* const recover = buttons->addButton(tr("Recover"), QDialogButtonBox::AcceptRole);
  recover->setDefault(true);
  auto* const discard = buttons->addButton(tr("Discard…"), QDialogButtonBox::DestructiveRole);
  auto* const later = buttons->addButton(tr("Ask me later"), QDialogButtonBox::RejectRole);
  connect(recover, &QPushButton::clicked, this, [this] {
    answer_ = Answer::recover;
    accept();
  });
  connect(discard, &QPushButton::clicked, this, [this] {
    QMessageBox question(QMessageBox::Warning, tr("Discard unsaved work"), tr("Discard this work for good?"),
                         QMessageBox::Cancel, this);
    QPushButton* const yes = question.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != yes) return;
    answer_ = Answer::discard;
    accept();
  });
  connect(later, &QPushButton::clicked, this, &QDialog::reject);

  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(20, 18, 20, 16);
  column->setSpacing(10);
  column->addWidget(title);
  column->addWidget(text);
  column->addWidget(list);
  column->addWidget(buttons);
  setMinimumWidth(fontMetrics().averageCharWidth() * 72);
}

RecoveryDialog::Answer RecoveryDialog::ask() {
  answer_ = Answer::later;
  exec();
  return answer_;
}

}  // namespace loadframe
