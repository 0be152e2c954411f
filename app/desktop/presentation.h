#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace loadframe {

class Appearance;
class MainWindow;

/// The canvas alone, on the whole screen, with a few controls that come when the pointer moves.
class Presentation : public QFrame {
  Q_OBJECT

public:
  Presentation(MainWindow& window, const Appearance& appearance);

  bool is_on() const { return on_; }
  void start();
  void finish();
  void toggle() { on_ ? finish() : start(); }

signals:
  void changed();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void show_state();
  void come();
  void place();

  MainWindow& window_;
  const Appearance& appearance_;
  bool on_ = false;
  bool was_full_screen_ = false;
  bool was_maximized_ = false;
  QTimer goes_;
  QToolButton* run_ = nullptr;
  QToolButton* select_ = nullptr;
  QToolButton* break_ = nullptr;
  QLabel* speed_ = nullptr;
  QLabel* clock_ = nullptr;
};

}  // namespace loadframe
