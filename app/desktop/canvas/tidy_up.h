#pragma once

#include "architecture/change.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace loadframe {

class Canvas;

/// Lays out the drawing, or what is selected, anew: found in the background if it takes long, moved there calmly, one
/// step to undo. Whoever presses a key or a button meanwhile sees the end of it at once.
class TidyUp : public QObject {
  Q_OBJECT

public:
  explicit TidyUp(Canvas& canvas);
  ~TidyUp() override;

  void begin();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void take();
  void step();
  void finish();

  Canvas& canvas_;
  QFutureWatcher<Change> work_;
  int edits_ = 0;  ///< of the document, counted
  int edits_when_begun_ = 0;
  Change change_;
  bool whole_ = true;  ///< not only what was selected
  QTimer timer_;
  QElapsedTimer since_;
};

}  // namespace loadframe
