#pragma once

#include "canvas/tool.h"

#include <QLineF>
#include <QRectF>
#include <vector>

namespace loadframe {

/// Drags elements, snapping to the grid and to others' edges. One undo step when let go.
class MoveGesture : public Gesture {
public:
  MoveGesture(Canvas& canvas, std::vector<ElementId> elements, const Pointer& start);

  void move(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void cancel() override;
  void paint(QPainter& painter) const override;

private:
  Canvas& canvas_;
  std::vector<ElementId> elements_;
  QPointF start_;
  QPointF by_;
  QRectF box_;
  std::vector<QRectF> others_;
  std::vector<QLineF> guides_;
  std::vector<AreaId> receivers_;  ///< areas that elements would newly lie in
};

}  // namespace loadframe
