#include "canvas/connect_tool.h"

#include "canvas/canvas.h"
#include "diagram/geometry.h"

#include <QApplication>

namespace loadframe {

/// A wire pulled in connect mode; released where it began, it stays on the pointer until the next click.
class ConnectGesture : public Gesture {
public:
  ConnectGesture(ConnectTool& tool, Canvas& canvas, ComponentId caller, const Pointer& start)
      : tool_(tool), start_(start), wire_(canvas, caller, start) {}

  void move(const Pointer& pointer) override {
    moved_ = moved_ || (pointer.on_widget - start_.on_widget).manhattanLength() >= QApplication::startDragDistance();
    wire_.move(pointer);
  }

  void release(const Pointer& pointer) override {
    if (moved_) wire_.release(pointer);
    else tool_.pending_.emplace(wire_);
  }

  void cancel() override { wire_.cancel(); }
  void paint(QPainter& painter) const override { wire_.paint(painter); }

private:
  ConnectTool& tool_;
  Pointer start_;
  WireGesture wire_;
  bool moved_ = false;
};

std::unique_ptr<Gesture> ConnectTool::press(const Pointer& pointer) {
  if (pending_) {
    WireGesture wire = *pending_;
    pending_.reset();
    wire.release(pointer);
    canvas_.update();
    return nullptr;
  }
  const ElementId element = canvas_.element_at(pointer.at);
  if (const auto* const component = std::get_if<ComponentId>(&element)) {
    canvas_.select({element});
    return std::make_unique<ConnectGesture>(*this, canvas_, *component, pointer);
  }
  canvas_.select(element == ElementId{} ? std::vector<ElementId>{} : std::vector<ElementId>{element});
  return nullptr;
}

void ConnectTool::hover(const Pointer& pointer) {
  if (pending_ && !find(canvas_.architecture(), pending_->caller())) pending_.reset();
  if (pending_) pending_->move(pointer);
  const ElementId element = canvas_.element_at(pointer.at);
  const auto* const component = std::get_if<ComponentId>(&element);
  hovered_ = component ? *component : ComponentId{};
  canvas_.setCursor(Qt::CrossCursor);
  if (!pending_) {
    if (hovered_)
      canvas_.show_pointer_note(Canvas::tr("Drag to what it calls"), Canvas::Tone::neutral, pointer.on_widget);
    else canvas_.hide_pointer_note();
  }
  canvas_.update();
}

void ConnectTool::leave() {
  hovered_ = {};
  canvas_.hide_pointer_note();
  canvas_.update();
}

bool ConnectTool::activate(const ElementId& element) {
  const auto* const component = std::get_if<ComponentId>(&element);
  if (!component) return false;
  const QPointF middle = rectangle_of(canvas_.architecture(), element).center();
  const QPointF on_widget = canvas_.viewport().to_widget(middle);
  if (!pending_) {
    pending_.emplace(canvas_, *component, Pointer{middle, on_widget, Qt::NoModifier});
    canvas_.say(Canvas::tr("Choose what it calls and press Enter; Escape gives up."));
  } else {
    const ComponentId caller = pending_->caller();
    pending_.reset();
    if (find(canvas_.architecture(), caller)) connect_components(canvas_, caller, *component, on_widget);
  }
  canvas_.update();
  return true;
}

bool ConnectTool::cancel() {
  if (!pending_) return false;
  pending_.reset();
  canvas_.hide_pointer_note();
  canvas_.update();
  return true;
}

void ConnectTool::paint(QPainter& painter) const {
  if (pending_ && find(canvas_.architecture(), pending_->caller())) {
    pending_->paint(painter);
    return;
  }
  if (!find(canvas_.architecture(), hovered_)) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(canvas_.theme().accent, 2 / canvas_.viewport().zoom()));
  painter.drawRoundedRect(rectangle_of(canvas_.architecture(), hovered_).adjusted(-5, -5, 5, 5), 11, 11);
}

}  // namespace loadframe
