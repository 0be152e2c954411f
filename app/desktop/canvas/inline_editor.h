#pragma once

#include <QFrame>

#include <functional>
#include <optional>

class QLineEdit;
class QPlainTextEdit;

namespace loadframe {

/// A field over the canvas in which a name or a note is edited. Enter (in notes: Ctrl+Enter) or a click elsewhere
/// commits, Escape gives up. A text that is refused stays open with the reason beside it.
class InlineEditor : public QFrame {
  Q_OBJECT

public:
  enum class Lines { one, many };
  /// Takes the text; returns why it cannot be had, or none.
  using Commit = std::function<std::optional<QString>(const QString&)>;

  InlineEditor(Lines lines, const QString& text, const QFont& font, Commit commit, QWidget* parent);

signals:
  void finished();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  enum class WhenRefused { stay, give_up };
  void try_to_commit(WhenRefused when_refused);
  void finish();
  QString text() const;

  QLineEdit* line_ = nullptr;
  QPlainTextEdit* lines_ = nullptr;
  Commit commit_;
  bool finished_ = false;
};

}  // namespace loadframe
