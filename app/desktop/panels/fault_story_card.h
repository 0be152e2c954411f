#pragma once

#include "architecture/architecture.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;

namespace loadframe {

class Document;
class LiveRun;

/// The last fault explained: who noticed and when, what it cost, how the system came back. Hidden while there is
/// none.
class FaultStoryCard : public QFrame {
  Q_OBJECT

public:
  FaultStoryCard(Document& document, LiveRun& run, QWidget* parent = nullptr);

private:
  void follow();
  void tell();

  Document& document_;
  LiveRun& run_;
  QLabel* title_ = nullptr;
  QLabel* text_ = nullptr;
  QElapsedTimer told_;
};

}  // namespace loadframe
