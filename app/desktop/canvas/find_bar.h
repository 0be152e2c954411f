#pragma once

#include <QFrame>

#include "architecture/identity.h"

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace loadframe {

class Appearance;
class Canvas;

/// Finds what is on the canvas by name, kind or text: marks all, and goes from one to the next.
class FindBar : public QFrame {
  Q_OBJECT

public:
  FindBar(Canvas& canvas, const Appearance& appearance);

  /// Opens, or takes the keyboard if it is open.
  void start();
  void finish();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void search();
  void go(int step);
  void show_count();
  void place();
  void color();

  Canvas& canvas_;
  const Appearance& appearance_;
  std::vector<ElementId> found_;
  int current_ = -1;  ///< place in what was found; -1 before the first
  QLineEdit* words_;
  QLabel* count_;
  QToolButton* previous_;
  QToolButton* next_;
  QToolButton* close_;
};

}  // namespace loadframe
