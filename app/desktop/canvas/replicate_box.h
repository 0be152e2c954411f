#pragma once

#include "architecture/replicating.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QSpinBox;

namespace loadframe {

class Canvas;

/// Asks how many of what is selected there shall be, and shows them on the canvas meanwhile.
class ReplicateBox : public QFrame {
  Q_OBJECT

public:
  ReplicateBox(Canvas& canvas, std::vector<ElementId> elements);
  ~ReplicateBox() override;

private:
  Replicated replicated() const;
  void show_preview();
  void accept();

  Canvas& canvas_;
  std::vector<ElementId> elements_;
  QSpinBox* total_;
  QComboBox* placing_;
  QLabel* names_;
};

void open_replicate_box(Canvas& canvas, std::vector<ElementId> elements);

}  // namespace loadframe
