#pragma once

#include "architecture/change.h"
#include "canvas/tool.h"

#include <QLineF>
#include <QRectF>
#include <QString>
#include <vector>

namespace loadframe {

/// Drags elements, snapping to the grid, to others' edges and to equal gaps. With Alt it drags copies of them; a loose
/// component that is let go on a link is put onto it. One undo step when let go.
class MoveGesture : public Gesture {
public:
  MoveGesture(Canvas& canvas, std::vector<ElementId> elements, const Pointer& start);

  void move(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void cancel() override;
  void paint(QPainter& painter) const override;

private:
  struct Outcome {
    Change change;
    QString name;
    std::vector<ElementId> selected;
  };
  Outcome outcome() const;

  Canvas& canvas_;
  std::vector<ElementId> elements_;
  QPointF start_;
  QPointF by_;
  QRectF box_;
  std::vector<QRectF> others_;
  std::vector<QRectF> originals_;  ///< what a copy may align with as well
  std::vector<QLineF> guides_;
  std::vector<QLineF> gaps_;
  bool duplicates_ = false;
  LinkId onto_;
  std::vector<AreaId> receivers_;  ///< areas that elements would newly lie in
};

}  // namespace loadframe
