#include "canvas/move_gesture.h"

#include "architecture/inserting.h"
#include "canvas/canvas.h"
#include "canvas/link_splitting.h"
#include "canvas/snapping.h"
#include "diagram/cards.h"
#include "diagram/geometry.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

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
  originals_ = boxes_beside(canvas_.architecture(), {});
}

MoveGesture::Outcome MoveGesture::outcome() const {
  const Architecture& architecture = canvas_.architecture();
  const Point by{by_.x(), by_.y()};
  if (duplicates_) {
    Pasted pasted = paste(architecture, extract(architecture, elements_), by);
    return {std::move(pasted.change), Canvas::tr("Duplicate"), std::move(pasted.elements)};
  }
  if (onto_) {
    const auto component = std::get<ComponentId>(elements_.front());
    return {insert(architecture, onto_, component, by),
            Canvas::tr("Insert %1").arg(QString::fromStdString(name_of(architecture, component))), elements_};
  }
  return {loadframe::move(architecture, elements_, by), Canvas::tr("Move"), canvas_.selection()};
}

void MoveGesture::move(const Pointer& pointer) {
  by_ = pointer.at - start_;
  duplicates_ = pointer.duplicates();
  if (pointer.keeps_to_axis()) (std::abs(by_.x()) >= std::abs(by_.y()) ? by_.ry() : by_.rx()) = 0;
  const QPointF wanted = by_;
  guides_.clear();
  gaps_.clear();
  if (pointer.snaps() && canvas_.snaps_to_grid()) {
    const std::vector<QRectF>& others = duplicates_ ? originals_ : others_;
    Snapped snapped = snap_move(box_, by_, others, alignment_reach / canvas_.viewport().zoom());
    by_ = snapped.by;
    if (pointer.keeps_to_axis()) (std::abs(wanted.x()) >= std::abs(wanted.y()) ? by_.ry() : by_.rx()) = 0;
    guides_ = std::move(snapped.guides);
    gaps_ = std::move(snapped.gaps);
  }
  const auto* const component = elements_.size() == 1 ? std::get_if<ComponentId>(&elements_.front()) : nullptr;
  onto_ = component && !duplicates_ ? link_to_split(canvas_, box_.center() + by_, *component) : LinkId{};
  if (const Link* const link = find(canvas_.architecture(), onto_)) {
    canvas_.show_pointer_note(text_of_split(canvas_.architecture(), *link), Canvas::Tone::good, pointer.on_widget);
  } else {
    canvas_.hide_pointer_note();
  }
  canvas_.setCursor(duplicates_ ? Qt::DragCopyCursor : Qt::ClosedHandCursor);
  // What is put onto a link is shown where the hand holds it; room is made when it lets go.
  const Change change =
      onto_ ? loadframe::move(canvas_.architecture(), elements_, {by_.x(), by_.y()}) : outcome().change;
  receivers_ = areas_entered(change);
  canvas_.preview(change);
}

void MoveGesture::release(const Pointer& pointer) {
  move(pointer);
  const Outcome done = outcome();
  canvas_.withdraw_preview();
  canvas_.hide_pointer_note();
  if (by_ != QPointF()) canvas_.apply_and_select(done.change, done.name, done.selected);
}

void MoveGesture::cancel() { canvas_.withdraw_preview(); }

void MoveGesture::paint(QPainter& painter) const {
  const double thin = 1 / canvas_.viewport().zoom();
  const Theme& theme = canvas_.theme();
  if (const Link* const link = find(canvas_.architecture(), onto_)) paint_link_to_split(painter, canvas_, *link);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.accent, 2 * thin));
  for (const AreaId area : receivers_) {
    painter.drawRoundedRect(rectangle_of(canvas_.architecture(), area), 12, 12);
  }
  painter.setPen(QPen(theme.accent, thin, Qt::DashLine));
  for (const QLineF& guide : guides_) painter.drawLine(guide);
  for (const QLineF& gap : gaps_) {
    painter.setPen(QPen(theme.accent, 1.5 * thin));
    painter.drawLine(gap);
    const QPointF tick = QPointF(gap.dy(), gap.dx()) / std::max(1.0, gap.length()) * 4 * thin;
    for (const QPointF& end : {gap.p1(), gap.p2()}) painter.drawLine(end - tick, end + tick);
    painter.save();
    painter.translate(gap.center());
    painter.scale(thin, thin);
    paint_pill(painter, theme, {}, QLocale().toString(std::round(gap.length())), PillTone::plain);
    painter.restore();
  }
}

}  // namespace loadframe
