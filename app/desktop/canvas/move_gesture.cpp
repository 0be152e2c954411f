#include "canvas/move_gesture.h"

#include "canvas/canvas.h"
#include "canvas/snapping.h"
#include "diagram/geometry.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr double alignment_reach = 5;  ///< on the widget, in pixels

/// The areas that elements come into by a change.
std::vector<AreaId> areas_entered(const Change& change) {
  std::vector<AreaId> entered;
  for (const ChangeStep& step : change.steps) {
    if (const auto* const moved = std::get_if<ElementChange<Component>>(&step)) {
      if (moved->before && moved->after && moved->before->area != moved->after->area && moved->after->area)
        entered.push_back(moved->after->area);
    } else if (const auto* const area = std::get_if<ElementChange<Area>>(&step)) {
      if (area->before && area->after && area->before->parent != area->after->parent && area->after->parent)
        entered.push_back(area->after->parent);
    }
  }
  return entered;
}

}  // namespace

MoveGesture::MoveGesture(Canvas& canvas, std::vector<ElementId> elements, const Pointer& start)
    : canvas_(canvas), elements_(std::move(elements)), start_(start.at) {
  const Rectangle box = bounds(canvas_.architecture(), elements_);
  box_ = {box.x, box.y, box.width, box.height};
  others_ = boxes_beside(canvas_.architecture(), elements_);
}

void MoveGesture::move(const Pointer& pointer) {
  by_ = pointer.at - start_;
  guides_.clear();
  if (pointer.snaps() && canvas_.snaps_to_grid()) {
    Snapped snapped = snap_move(box_, by_, others_, alignment_reach / canvas_.viewport().zoom());
    by_ = snapped.by;
    guides_ = std::move(snapped.guides);
  }
  const Change change = loadframe::move(canvas_.architecture(), elements_, {by_.x(), by_.y()});
  receivers_ = areas_entered(change);
  canvas_.preview(change);
}

void MoveGesture::release(const Pointer& pointer) {
  move(pointer);
  const Change change = loadframe::move(canvas_.architecture(), elements_, {by_.x(), by_.y()});
  canvas_.withdraw_preview();
  canvas_.document().apply(change, Canvas::tr("Move"));
}

void MoveGesture::cancel() { canvas_.withdraw_preview(); }

void MoveGesture::paint(QPainter& painter) const {
  const double thin = 1 / canvas_.viewport().zoom();
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(canvas_.theme().accent, 2 * thin));
  for (const AreaId area : receivers_) {
    painter.drawRoundedRect(rectangle_of(canvas_.architecture(), area), 12, 12);
  }
  painter.setPen(QPen(canvas_.theme().accent, thin, Qt::DashLine));
  for (const QLineF& guide : guides_) painter.drawLine(guide);
}

}  // namespace loadframe
