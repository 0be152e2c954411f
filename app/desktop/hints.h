#pragma once

#include <QFrame>
#include <QString>
#include <QTimer>

class QLabel;

namespace loadframe {

class MainWindow;

/// Small bubbles that say, once each and at the moment when it helps, what could be done next.
class Hints : public QFrame {
  Q_OBJECT

public:
  explicit Hints(MainWindow& window);

  /// All are shown again when their moments come.
  static void forget_shown();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void look();
  void say(const QString& key, const QString& text);
  void dismiss();
  void place();

  MainWindow& window_;
  QLabel* text_;
  QString key_;  ///< of the hint that shows
  QTimer due_;
  bool acted_ = false;  ///< something was broken in this run
};

}  // namespace loadframe
