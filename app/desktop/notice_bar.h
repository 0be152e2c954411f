#pragma once

#include <QFrame>
#include <QString>

#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace loadframe {

/// A line across the window that tells something and offers what can be done about it, until it is answered.
class NoticeBar : public QFrame {
  Q_OBJECT

public:
  explicit NoticeBar(QWidget* parent);

  /// Takes the place of the last notice.
  void tell(const QString& text);
  /// Adds a button to the notice; the notice goes when it is pressed.
  void offer(const QString& label, const QString& role, std::function<void()> does);

private:
  QHBoxLayout* row_;
  QLabel* text_;
  QList<QWidget*> buttons_;
};

}  // namespace loadframe
