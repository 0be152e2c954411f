#include "canvas/inline_editor.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QToolTip>

namespace loadframe {

InlineEditor::InlineEditor(Lines lines, const QString& text, const QFont& font, Commit commit, QWidget* parent)
    : QFrame(parent), commit_(std::move(commit)) {
  QWidget* field = nullptr;
  if (lines == Lines::one) {
    line_ = new QLineEdit(text, this);
    line_->selectAll();
    line_->setAccessibleName(tr("Name"));
    field = line_;
  } else {
    lines_ = new QPlainTextEdit(text, this);
    lines_->selectAll();
    lines_->setAccessibleName(tr("Text of the note"));
    field = lines_;
  }
  field->setProperty("role", QStringLiteral("canvas"));
  field->setFont(font);
  field->installEventFilter(this);
  setFocusProxy(field);
}

QString InlineEditor::text() const { return line_ ? line_->text() : lines_->toPlainText(); }

void InlineEditor::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  if (line_) line_->setGeometry(rect());
  else lines_->setGeometry(rect());
}

bool InlineEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();  // letters are text here, not the tools' keys
    return true;
  }
  if (event->type() == QEvent::KeyPress) {
    const auto* const key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape) {
      finish();
      return true;
    }
    if (enter && (line_ || key->modifiers() & Qt::ControlModifier)) {
      try_to_commit(WhenRefused::stay);
      return true;
    }
    if (key->key() == Qt::Key_Tab && line_) {
      try_to_commit(WhenRefused::stay);
      return true;
    }
  }
  if (event->type() == QEvent::FocusOut) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) try_to_commit(WhenRefused::give_up);
  }
  return QFrame::eventFilter(watched, event);
}

void InlineEditor::try_to_commit(WhenRefused when_refused) {
  if (finished_) return;
  const auto refusal = commit_(text());
  if (!refusal || when_refused == WhenRefused::give_up) {
    finish();
    return;
  }
  if (line_) {
    line_->setProperty("invalid", true);
    line_->style()->unpolish(line_);
    line_->style()->polish(line_);
  }
  QToolTip::showText(mapToGlobal(rect().bottomLeft()), *refusal, this);
}

void InlineEditor::finish() {
  if (finished_) return;
  finished_ = true;
  hide();
  emit finished();
  deleteLater();
}

}  // namespace loadframe
