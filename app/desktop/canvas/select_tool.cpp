#include "canvas/select_tool.h"

#include "architecture/arranging.h"
#include "canvas/canvas.h"
#include "canvas/move_gesture.h"
#include "canvas/quick_add_box.h"
#include "canvas/resize_gesture.h"
#include "canvas/wire_gesture.h"
#include "diagram/geometry.h"

#include <QApplication>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

/// On the widget, in pixels.
constexpr double handle_reach = 7;
constexpr double wire_handle_radius = 5.5;
constexpr double wire_handle_reach = 10;
/// In canvas units.
constexpr double title_height = 30;
constexpr double border_width = 7;

std::array<QPointF, 4> wire_handles(const QRectF& box) {
  return {QPointF(box.right(), box.center().y()), QPointF(box.left(), box.center().y()),
          QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom())};
}

bool contains(const std::vector<ElementId>& elements, const ElementId& element) {
  return std::find(elements.begin(), elements.end(), element) != elements.end();
}

/// Whether one element is selected, and it can be resized by handles.
bool can_resize(const Canvas& canvas) {
  const ElementId& element = canvas.selection().front();
  return is_resizable(element) && !is_locked(canvas.architecture(), element);
}

/// A press on an element that may become a drag of the selection or stay a click.
class PressGesture : public Gesture {
public:
  PressGesture(Canvas& canvas, const ElementId& element, const Pointer& start)
      : canvas_(canvas), element_(element), start_(start), was_selected_(contains(canvas.selection(), element)) {
    if (start.adds()) {
      std::vector<ElementId> selection = canvas_.selection();
      if (was_selected_) std::erase(selection, element);
      else selection.push_back(element);
      canvas_.select(std::move(selection));
    } else if (!was_selected_) {
      canvas_.select({element});
    }
  }

  void move(const Pointer& pointer) override {
    if (!drag_) {
      const QPointF distance = pointer.on_widget - start_.on_widget;
      if (distance.manhattanLength() < QApplication::startDragDistance()) return;
      std::vector<ElementId> movable = canvas_.selection();
      std::erase_if(movable, [](const ElementId& id) { return std::holds_alternative<LinkId>(id); });
      if (movable.empty()) return;
      movable = unlocked(canvas_.architecture(), movable);
      if (movable.empty()) {
        canvas_.say_locked();
        return;
      }
      canvas_.setCursor(Qt::ClosedHandCursor);
      drag_.emplace(canvas_, std::move(movable), start_);
    }
    drag_->move(pointer);
  }

  void release(const Pointer& pointer) override {
    if (drag_) drag_->release(pointer);
    else if (was_selected_ && !pointer.adds()) canvas_.select({element_});
  }

  void cancel() override {
    if (drag_) drag_->cancel();
  }

  void paint(QPainter& painter) const override {
    if (drag_) drag_->paint(painter);
  }

private:
  Canvas& canvas_;
  ElementId element_;
  Pointer start_;
  bool was_selected_;
  std::optional<MoveGesture> drag_;
};

/// A press on bare canvas or inside an area: a rubber band, or a click that selects the area or nothing.
class RubberBandGesture : public Gesture {
public:
  RubberBandGesture(Canvas& canvas, const ElementId& clicked, const Pointer& start)
      : canvas_(canvas), clicked_(clicked), start_(start), before_(canvas.selection()) {}

  void move(const Pointer& pointer) override {
    const QPointF distance = pointer.on_widget - start_.on_widget;
    if (!band_ && distance.manhattanLength() < QApplication::startDragDistance()) return;
    band_ = QRectF(start_.at, pointer.at).normalized();
    std::vector<ElementId> selection = pointer.adds() ? before_ : std::vector<ElementId>{};
    for (const ElementId& element : elements_in(canvas_.architecture(), *band_)) {
      if (!contains(selection, element)) selection.push_back(element);
    }
    canvas_.select(std::move(selection));
    canvas_.update();
  }

  void release(const Pointer& pointer) override {
    if (band_) return;
    if (clicked_ == ElementId{}) {
      if (!pointer.adds()) canvas_.select({});
      return;
    }
    std::vector<ElementId> selection = pointer.adds() ? before_ : std::vector<ElementId>{};
    if (contains(selection, clicked_)) std::erase(selection, clicked_);
    else selection.push_back(clicked_);
    canvas_.select(std::move(selection));
  }

  void cancel() override { canvas_.select(before_); }

  void paint(QPainter& painter) const override {
    if (!band_) return;
    QColor fill = canvas_.theme().selection;
    painter.setPen(QPen(fill, 1 / canvas_.viewport().zoom()));
    fill.setAlphaF(0.1F);
    painter.setBrush(fill);
    painter.drawRect(*band_);
  }

private:
  Canvas& canvas_;
  ElementId clicked_;
  Pointer start_;
  std::vector<ElementId> before_;
  std::optional<QRectF> band_;
};

}  // namespace

ComponentId SelectTool::wire_source_at(const Pointer& pointer) const {
  const Component* const component = find(canvas_.architecture(), hovered_);
  if (!component) return {};
  const double reach = wire_handle_reach / canvas_.viewport().zoom();
  for (const QPointF& handle : wire_handles(rectangle_of(*component))) {
    if ((handle - pointer.at).manhattanLength() <= reach) return hovered_;
  }
  return {};
}

bool SelectTool::is_grabbed(const ElementId& element, const Pointer& pointer) const {
  if (!std::holds_alternative<AreaId>(element)) return true;
  const QRectF box = rectangle_of(canvas_.architecture(), element);
  const QRectF inside = box.adjusted(border_width, title_height, -border_width, -border_width);
  return !inside.contains(pointer.at);
}

std::unique_ptr<Gesture> SelectTool::press(const Pointer& pointer) {
  hover(pointer);
  if (!pointer.adds()) {
    if (const ComponentId source = wire_source_at(pointer)) {
      return std::make_unique<WireGesture>(canvas_, source, pointer);
    }
  }
  if (canvas_.selection().size() == 1 && can_resize(canvas_)) {
    const ElementId& element = canvas_.selection().front();
    const QRectF box = rectangle_of(canvas_.architecture(), element);
    if (const auto handle = resize_handle_at(box, pointer.at, handle_reach / canvas_.viewport().zoom()))
      return std::make_unique<ResizeGesture>(canvas_, element, *handle, pointer);
  }
  const ElementId element = canvas_.element_at(pointer.at);
  if (element == ElementId{} || !is_grabbed(element, pointer))
    return std::make_unique<RubberBandGesture>(canvas_, element, pointer);
  return std::make_unique<PressGesture>(canvas_, element, pointer);
}

void SelectTool::double_click(const Pointer& pointer) {
  const ElementId element = canvas_.element_at(pointer.at);
  if (element != ElementId{} && is_grabbed(element, pointer)) {
    canvas_.edit_in_place(element);
    return;
  }
  QuickAddPurpose purpose;
  purpose.at = pointer.at;
  open_quick_add(canvas_, std::move(purpose), pointer.on_widget.toPoint());
}

void SelectTool::hover(const Pointer& pointer) {
  const ElementId element = canvas_.element_at(pointer.at);
  const auto* const component = std::get_if<ComponentId>(&element);
  const ComponentId before = hovered_;
  if (component) hovered_ = *component;
  on_handle_ = bool(wire_source_at(pointer));
  if (!component && !on_handle_) hovered_ = {};
  if (hovered_ != before) canvas_.update();

  if (on_handle_) {
    canvas_.setCursor(Qt::CrossCursor);
    return;
  }
  if (canvas_.selection().size() == 1 && can_resize(canvas_)) {
    const QRectF box = rectangle_of(canvas_.architecture(), canvas_.selection().front());
    if (const auto handle = resize_handle_at(box, pointer.at, handle_reach / canvas_.viewport().zoom())) {
      canvas_.setCursor(cursor_of(*handle));
      return;
    }
  }
  const bool movable =
      element != ElementId{} && !std::holds_alternative<LinkId>(element) && is_grabbed(element, pointer);
  if (movable) canvas_.setCursor(Qt::OpenHandCursor);
  else if (std::holds_alternative<LinkId>(element)) canvas_.setCursor(Qt::PointingHandCursor);
  else canvas_.setCursor(Qt::ArrowCursor);
}

void SelectTool::leave() {
  hovered_ = {};
  on_handle_ = false;
  canvas_.update();
}

bool SelectTool::activate(const ElementId& element) {
  if (element == ElementId{}) return false;
  canvas_.edit_in_place(element);
  return true;
}

bool SelectTool::cancel() {
  if (canvas_.selection().empty()) return false;
  canvas_.select({});
  return true;
}

void SelectTool::paint(QPainter& painter) const {
  const double thin = 1 / canvas_.viewport().zoom();
  const Theme& theme = canvas_.theme();
  if (canvas_.selection().size() == 1 && can_resize(canvas_)) {
    const QRectF box = rectangle_of(canvas_.architecture(), canvas_.selection().front());
    painter.setPen(QPen(theme.selection, 1.5 * thin));
    painter.setBrush(theme.surface);
    for (const ResizeHandle& handle : resize_handles()) {
      const QPointF at = place_of(handle, box);
      painter.drawRoundedRect(QRectF(at.x() - 4 * thin, at.y() - 4 * thin, 8 * thin, 8 * thin), 2 * thin, 2 * thin);
    }
  }
  if (const Component* const component = find(canvas_.architecture(), hovered_)) {
    painter.setPen(QPen(theme.accent, 1.5 * thin));
    painter.setBrush(on_handle_ ? theme.accent : theme.surface);
    const double radius = wire_handle_radius * thin;
    for (const QPointF& handle : wire_handles(rectangle_of(*component))) painter.drawEllipse(handle, radius, radius);
  }
}

}  // namespace loadframe
