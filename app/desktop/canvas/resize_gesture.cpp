#include "canvas/resize_gesture.h"

#include "canvas/canvas.h"
#include "canvas/snapping.h"
#include "diagram/geometry.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr double least_width = 64;
constexpr double least_height = 40;

/// Gives a box that a handle was dragged the proportions that it had, with the opposite edges where they were.
void keep_proportions(QRectF& box, const QRectF& before, const ResizeHandle& handle) {
  const double across = box.width() / before.width();
  const double down = box.height() / before.height();
  const double factor = handle.horizontal == 0 ? down : handle.vertical == 0 ? across : std::max(across, down);
  const QSizeF size = before.size() * factor;
  if (handle.horizontal < 0) box.setLeft(box.right() - size.width());
  else box.setWidth(size.width());
  if (handle.vertical < 0) box.setTop(box.bottom() - size.height());
  else box.setHeight(size.height());
}

bool shows_picture(const Architecture& architecture, const ElementId& element) {
  const auto* const id = std::get_if<NoteId>(&element);
  const Note* const note = id ? find(architecture, *id) : nullptr;
  return note && !note->picture.empty();
}

}  // namespace

bool is_resizable(const ElementId& element) {
  return std::holds_alternative<AreaId>(element) || std::holds_alternative<NoteId>(element);
}

QPointF place_of(const ResizeHandle& handle, const QRectF& box) {
  return box.center() + QPointF(handle.horizontal * box.width() / 2, handle.vertical * box.height() / 2);
}

const std::array<ResizeHandle, 8>& resize_handles() {
  static constexpr std::array<ResizeHandle, 8> handles{
      {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}}};
  return handles;
}

std::optional<ResizeHandle> resize_handle_at(const QRectF& box, QPointF at, double reach) {
  for (const ResizeHandle& handle : resize_handles()) {
    const QPointF distance = place_of(handle, box) - at;
    if (std::max(std::abs(distance.x()), std::abs(distance.y())) <= reach) return handle;
  }
  return std::nullopt;
}

Qt::CursorShape cursor_of(const ResizeHandle& handle) {
  if (handle.horizontal == 0) return Qt::SizeVerCursor;
  if (handle.vertical == 0) return Qt::SizeHorCursor;
  return handle.horizontal == handle.vertical ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

ResizeGesture::ResizeGesture(Canvas& canvas, const ElementId& element, const ResizeHandle& handle, const Pointer& start)
    : canvas_(canvas),
      element_(element),
      handle_(handle),
      start_(start.at),
      before_(rectangle_of(canvas.architecture(), element)),
      keeps_proportions_(shows_picture(canvas.architecture(), element) && !before_.isEmpty()) {}

Change ResizeGesture::change_to(const Pointer& pointer) const {
  const bool snaps = pointer.snaps() && canvas_.snaps_to_grid();
  const auto moved_to = [&](double edge, double by) { return snaps ? snapped_to_grid({edge + by, 0}).x() : edge + by; };
  const QPointF by = pointer.at - start_;
  QRectF box = before_;
  if (handle_.horizontal < 0) box.setLeft(std::min(moved_to(box.left(), by.x()), box.right() - least_width));
  if (handle_.horizontal > 0) box.setRight(std::max(moved_to(box.right(), by.x()), box.left() + least_width));
  if (handle_.vertical < 0) box.setTop(std::min(moved_to(box.top(), by.y()), box.bottom() - least_height));
  if (handle_.vertical > 0) box.setBottom(std::max(moved_to(box.bottom(), by.y()), box.top() + least_height));
  if (keeps_proportions_) keep_proportions(box, before_, handle_);
  const Rectangle to{box.x(), box.y(), box.width(), box.height()};
  if (const auto* const area = std::get_if<AreaId>(&element_)) return resize(canvas_.architecture(), *area, to);
  if (const auto* const note = std::get_if<NoteId>(&element_)) return resize(canvas_.architecture(), *note, to);
  return {};
}

void ResizeGesture::move(const Pointer& pointer) { canvas_.preview(change_to(pointer)); }

void ResizeGesture::release(const Pointer& pointer) {
  const Change change = change_to(pointer);
  canvas_.withdraw_preview();
  canvas_.document().apply(change, Canvas::tr("Resize"));
}

void ResizeGesture::cancel() { canvas_.withdraw_preview(); }

}  // namespace loadframe
