// The canvas's events: pointer, wheel, keys, drops.
#include "architecture/annotating.h"
#include "architecture/arranging.h"
#include "canvas/canvas.h"
#include "canvas/context_menu.h"
#include "canvas/element_tip.h"
#include "canvas/inline_editor.h"
#include "canvas/link_splitting.h"
#include "canvas/palette_item.h"
#include "canvas/picture_import.h"
#include "canvas/quick_add_box.h"
#include "canvas/snapping.h"
#include "core_text.h"
#include "diagram/geometry.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QInputDevice>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double zoom_per_notch = 1.2;
constexpr double degrees_per_notch = 120;
constexpr QPointF below_dragged_icon(0, 28);

/// Letters and digits that are no keys of the window begin the name of what is to be added.
bool types_to_add(const QKeyEvent& event) {
  const bool plain = !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
  return plain && event.text().size() == 1 && event.text().at(0).isLetterOrNumber();
}

}  // namespace

Pointer Canvas::pointer_of(const QPointF& on_widget, Qt::KeyboardModifiers modifiers) const {
  return {viewport_.to_canvas(on_widget), on_widget, modifiers};
}

bool Canvas::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::ToolTip: {
      const auto* const help = static_cast<QHelpEvent*>(event);
      const ElementId element = element_at(viewport_.to_canvas(QPointF(help->pos())));
      const QString tip =
          gesture_ ? QString() : element_tip(architecture(), element, document_.findings(), live_run_.last_second());
      if (tip.isEmpty()) QToolTip::hideText();
      else QToolTip::showText(help->globalPos(), tip, this);
      return true;
    }
    case QEvent::NativeGesture:
    case QEvent::Gesture:
      if (handle_pinch(event)) return true;
      break;
    default:
      break;
  }
  return QWidget::event(event);
}

bool Canvas::handle_pinch(QEvent* event) {
  if (event->type() == QEvent::NativeGesture) {
    const auto* const native = static_cast<QNativeGestureEvent*>(event);
    if (native->gestureType() != Qt::ZoomNativeGesture) return false;
    change_zoom(viewport_.zoom() * (1 + native->value()), native->position());
    return true;
  }
  const auto* const gestures = static_cast<QGestureEvent*>(event);
  const auto* const pinch = static_cast<const QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
  if (!pinch) return false;
  Viewport changed = viewport_;
  changed.pan(pinch->centerPoint() - pinch->lastCenterPoint());
  changed.zoom_to(changed.zoom() * pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
  set_viewport(changed);
  return true;
}

void Canvas::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  nudge_gesture_ = 0;
  if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton) {
    if (!gesture_ && !panning_) panning_ = Panning{event->position(), event->position(), event->button(), false};
    return;
  }
  if (event->button() != Qt::LeftButton || gesture_ || panning_) return;
  if (const std::uint32_t request = request_at(event->position())) {
    tell_of_request(request);
    return;
  }
  gesture_ = current_tool().press(pointer_of(event->position(), event->modifiers()));
  update();
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
  const Pointer pointer = pointer_of(event->position(), event->modifiers());
  if (panning_) {
    const bool far = (event->position() - panning_->from).manhattanLength() >= QApplication::startDragDistance();
    if (!panning_->moved && !far) return;
    panning_->moved = true;
    setCursor(Qt::ClosedHandCursor);
    Viewport moved = viewport_;
    moved.pan(event->position() - panning_->last);
    panning_->last = event->position();
    set_viewport(moved);
    return;
  }
  if (gesture_) gesture_->move(pointer);
  else if (event->buttons() == Qt::NoButton) current_tool().hover(pointer);
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
  const Pointer pointer = pointer_of(event->position(), event->modifiers());
  if (panning_ && event->button() == panning_->button) {
    const Panning done = *panning_;
    panning_.reset();
    current_tool().hover(pointer);
    if (!done.moved && done.button == Qt::RightButton)
      show_menu(element_at(pointer.at), event->globalPosition().toPoint());
    return;
  }
  if (event->button() != Qt::LeftButton || !gesture_) return;
  const auto gesture = std::move(gesture_);
  gesture->release(pointer);
  current_tool().hover(pointer_of(mapFromGlobal(QCursor::pos()), Qt::NoModifier));
  update();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || tool_kind_ != ToolKind::select) {
    mousePressEvent(event);
    return;
  }
  current_tool().double_click(pointer_of(event->position(), event->modifiers()));
}

void Canvas::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  if (!gesture_) current_tool().leave();
}

void Canvas::wheelEvent(QWheelEvent* event) {
  const bool touchpad = event->device() && event->device()->type() == QInputDevice::DeviceType::TouchPad;
  const bool zooms =
      event->modifiers() & Qt::ControlModifier || (!touchpad && !(event->modifiers() & Qt::ShiftModifier));
  event->accept();
  if (zooms) {
    const double notches = event->angleDelta().y() / degrees_per_notch;
    if (notches != 0) change_zoom(viewport_.zoom() * std::pow(zoom_per_notch, notches), event->position());
    return;
  }
  QPointF by = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
  if (event->modifiers() & Qt::ShiftModifier && by.x() == 0) by = by.transposed();
  Viewport moved = viewport_;
  moved.pan(by);
  set_viewport(moved);
}

void Canvas::keyPressEvent(QKeyEvent* event) {
  const bool one_selected = selection_.size() == 1;
  switch (event->key()) {
    case Qt::Key_Escape:
      if (gesture_) {
        gesture_->cancel();
        gesture_.reset();
        hide_pointer_note();
        update();
        return;
      }
      if (current_tool().cancel()) return;
      if (tool_kind_ != ToolKind::select) {
        set_tool(ToolKind::select);
        return;
      }
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (one_selected && current_tool().activate(selection_.front())) return;
      break;
    case Qt::Key_F2:
      if (one_selected) {
        edit_in_place(selection_.front());
        return;
      }
      break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (event->modifiers() & Qt::ControlModifier ? go_to_neighbour(event->key()) : nudge(event)) return;
      break;
    default:
      if (types_to_add(*event)) {
        quick_add_by_key(*this, event->text());
        return;
      }
      break;
  }
  QWidget::keyPressEvent(event);
}

bool Canvas::go_to_neighbour(int key) {
  const auto* const from = selection_.size() == 1 ? std::get_if<ComponentId>(&selection_.front()) : nullptr;
  if (!from) return focusNextPrevChild(true);
  const Direction direction = key == Qt::Key_Left    ? Direction::left
                              : key == Qt::Key_Right ? Direction::right
                              : key == Qt::Key_Up    ? Direction::up
                                                     : Direction::down;
  if (const ComponentId next = neighbour(architecture(), *from, direction)) reveal(next);
  return true;
}

bool Canvas::nudge(QKeyEvent* event) {
  const double step = event->modifiers() & Qt::ShiftModifier ? 1 : snap_step;
  Point by;
  if (event->key() == Qt::Key_Left) by.x = -step;
  if (event->key() == Qt::Key_Right) by.x = step;
  if (event->key() == Qt::Key_Up) by.y = -step;
  if (event->key() == Qt::Key_Down) by.y = step;
  if (selection_.empty()) {
    Viewport moved = viewport_;
    moved.pan({-by.x * 6, -by.y * 6});
    set_viewport(moved);
    return true;
  }
  const std::vector<ElementId> free = unlocked(architecture(), selection_);
  if (free.empty()) {
    say_locked();
    return true;
  }
  // Nudges of the same elements in a row are one step to undo.
  if (nudge_gesture_ == 0 || nudged_ != selection_) nudge_gesture_ = document_.begin_gesture();
  nudged_ = selection_;
  document_.apply(loadframe::move(architecture(), free, by), tr("Move"), nudge_gesture_);
  return true;
}

bool Canvas::focusNextPrevChild(bool next) {
  const auto& components = architecture().components;
  if (!hasFocus() || components.empty()) return QWidget::focusNextPrevChild(next);
  const std::vector<ComponentId> order = in_order_of_flow(architecture());
  std::size_t place = order.size();
  if (selection_.size() == 1) {
    for (std::size_t i = 0; i < order.size(); ++i)
      if (selection_.front() == ElementId{order[i]}) place = i;
  }
  // Past the last component, the focus goes on to the next widget.
  if (place == order.size()) place = next ? 0 : order.size() - 1;
  else if (next && place + 1 < order.size()) ++place;
  else if (!next && place > 0) --place;
  else return QWidget::focusNextPrevChild(next);
  reveal(order[place]);
  return true;
}

void Canvas::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  shows_focus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  update();
}

void Canvas::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  shows_focus_ = false;
  update();
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
  // The mouse's menu comes when the right button is released without a drag.
  if (event->reason() == QContextMenuEvent::Mouse) return;
  const ElementId element = selection_.size() == 1 ? selection_.front() : ElementId{};
  const QPointF at = element == ElementId{} ? QPointF(rect().center())
                                            : viewport_.to_widget(rectangle_of(architecture(), element).center());
  show_menu(element, mapToGlobal(at.toPoint()));
}

void Canvas::show_menu(const ElementId& element, QPoint global) {
  const bool part_of_selection = std::find(selection_.begin(), selection_.end(), element) != selection_.end();
  if (!part_of_selection) select(element == ElementId{} ? std::vector<ElementId>{} : std::vector<ElementId>{element});
  hide_pointer_note();
  current_tool().leave();

  QMenu menu(this);
  menu.setToolTipsVisible(true);
  const QPointF on_canvas = viewport_.to_canvas(QPointF(mapFromGlobal(global)));
  fill_context_menu(menu, *this, element, on_canvas, global);
  menu.exec(global);
}

void Canvas::dragEnterEvent(QDragEnterEvent* event) {
  if (holds_picture(*event->mimeData())) {
    event->acceptProposedAction();
    return;
  }
  if (!event->mimeData()->hasFormat(QLatin1String(palette_mime_type))) return;
  const QString what = QString::fromUtf8(event->mimeData()->data(QLatin1String(palette_mime_type)));
  if (!palette_item_from(what)) return;
  dropping_ = Dropping{what, viewport_.to_canvas(event->position()), {}};
  event->acceptProposedAction();
  update();
}

void Canvas::dragMoveEvent(QDragMoveEvent* event) {
  if (!dropping_) {
    if (holds_picture(*event->mimeData())) event->acceptProposedAction();
    return;
  }
  dropping_->middle = viewport_.to_canvas(event->position());
  const auto item = palette_item_from(dropping_->what);
  dropping_->onto = item ? link_to_split(*this, dropping_->middle, *item) : LinkId{};
  if (const Link* const link = loadframe::find(architecture(), dropping_->onto))
    show_pointer_note(text_of_split(architecture(), *link), Tone::good, event->position() + below_dragged_icon);
  else hide_pointer_note();
  event->acceptProposedAction();
  update();
}

void Canvas::dragLeaveEvent(QDragLeaveEvent*) {
  dropping_.reset();
  hide_pointer_note();
  update();
}

void Canvas::dropEvent(QDropEvent* event) {
  if (!dropping_) {
    if (holds_picture(*event->mimeData())) drop_picture(*event);
    return;
  }
  const QString what = dropping_->what;
  dropping_.reset();
  hide_pointer_note();
  event->acceptProposedAction();
  add(what, viewport_.to_canvas(event->position()));
  setFocus(Qt::OtherFocusReason);
}

void Canvas::drop_picture(QDropEvent& event) {
  event.acceptProposedAction();
  const auto picture = picture_from(*event.mimeData(), *this);
  if (!picture) {
    say(core_text(picture.diagnostic().what) + QLatin1Char(' ') + core_text(picture.diagnostic().remedy));
    return;
  }
  const QSizeF size = size_on_canvas(*picture);
  const QPointF corner =
      snapped_to_grid(viewport_.to_canvas(event.position()) - QPointF(size.width(), size.height()) / 2);
  const Change change = add_picture(architecture(), *picture, {corner.x(), corner.y(), size.width(), size.height()});
  apply_and_select(change, tr("Add a picture"), added_elements(change));
  setFocus(Qt::OtherFocusReason);
}

}  // namespace loadframe
