#pragma once

#include "commands.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;

namespace loadframe {

class Appearance;

/// Does anything by a few letters of its name.
class CommandPalette : public QFrame {
  Q_OBJECT

public:
  CommandPalette(MainWindow& window, const Appearance& appearance);

  void start();

  /// What stands in the list now, best first.
  QStringList titles() const;

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void show_matches();
  void run(int row);
  void move_current(int step);
  void place();
  void finish();

  MainWindow& window_;
  const Appearance& appearance_;
  Commands commands_;
  std::size_t standing_ = 0;  ///< how many of them do not depend on what is typed; those that do follow
  QStringList recent_;        ///< the ids of those done last, latest first
  QLineEdit* words_;
  QListWidget* list_;
  QLabel* nothing_;
};

}  // namespace loadframe
