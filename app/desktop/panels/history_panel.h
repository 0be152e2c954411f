#pragma once

#include <QFrame>

class QUndoView;

namespace loadframe {

class Appearance;
class Document;

/// What was done to the document, step by step; a click goes back or forward to there.
class HistoryPanel : public QFrame {
  Q_OBJECT

public:
  HistoryPanel(Document& document, const Appearance& appearance, QWidget* parent = nullptr);

private:
  QUndoView* steps_ = nullptr;
};

}  // namespace loadframe
