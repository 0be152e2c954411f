#pragma once

#include "architecture/change.h"
#include "canvas/tool.h"

#include <QRectF>
#include <array>
#include <optional>

namespace loadframe {

/// The eight places on a box by which it is resized: which of its edges each moves.
struct ResizeHandle {
  int horizontal = 0;  ///< -1 left edge, 1 right edge
  int vertical = 0;    ///< -1 top edge, 1 bottom edge
};

/// Whether an element can be resized by handles: an area or a note.
bool is_resizable(const ElementId& element);

QPointF place_of(const ResizeHandle& handle, const QRectF& box);
const std::array<ResizeHandle, 8>& resize_handles();
/// The handle within reach of a point.
std::optional<ResizeHandle> resize_handle_at(const QRectF& box, QPointF at, double reach);
Qt::CursorShape cursor_of(const ResizeHandle& handle);

/// Drags an edge or a corner of an area or a note. One undo step when let go.
class ResizeGesture : public Gesture {
public:
  ResizeGesture(Canvas& canvas, const ElementId& element, const ResizeHandle& handle, const Pointer& start);

  void move(const Pointer& pointer) override;
  void release(const Pointer& pointer) override;
  void cancel() override;

private:
  Change change_to(const Pointer& pointer) const;

  Canvas& canvas_;
  ElementId element_;
  ResizeHandle handle_;
  QPointF start_;
  QRectF before_;
  bool keeps_proportions_;  ///< of a picture
};

}  // namespace loadframe
