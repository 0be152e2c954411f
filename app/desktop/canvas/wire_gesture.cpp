#include "canvas/wire_gesture.h"

#include "architecture/inserting.h"
#include "canvas/canvas.h"
#include "canvas/palette_item.h"
#include "canvas/quick_add_box.h"
#include "core_text.h"
#include "diagram/geometry.h"
#include "diagram/routing.h"

#include <algorithm>

namespace loadframe {

namespace {

QString name(const Architecture& architecture, ComponentId id) {
  return QString::fromStdString(name_of(architecture, id));
}

/// The way that a new link would take.
QPainterPath path_if_wired(const Architecture& architecture, ComponentId caller, ComponentId callee, LinkStyle style) {
  constexpr std::size_t most_led_at_once = 900;  // more would hold up the pointer
  const Component* const end = find(architecture, callee);
  if (architecture.links.size() > most_led_at_once)
    return end ? path_to(architecture, caller, rectangle_of(*end).center()) : QPainterPath();
  Architecture wired = architecture;
  apply(connect(wired, caller, callee), wired);
  return routes_of(wired, style)->paths.back();
}

}  // namespace

WireGesture::WireGesture(Canvas& canvas, ComponentId caller, const Pointer& start)
    : canvas_(canvas),
      caller_(caller),
      end_(start.at),
      allowed_callees_(possible_callees(canvas.architecture(), caller)) {}

void WireGesture::move(const Pointer& pointer) {
  end_ = pointer.at;
  const ElementId element = canvas_.element_at(pointer.at);
  const auto* const component = std::get_if<ComponentId>(&element);
  const ComponentId over_before = over_;
  over_ = component && *component != caller_ ? *component : ComponentId{};
  allowed_ = std::find(allowed_callees_.begin(), allowed_callees_.end(), over_) != allowed_callees_.end();
  const Architecture& architecture = canvas_.architecture();
  if (over_ != over_before && allowed_) wired_path_ = path_if_wired(architecture, caller_, over_, canvas_.link_style());
  if (!over_) {
    canvas_.hide_pointer_note();
  } else if (allowed_) {
    canvas_.show_pointer_note(tr("Connect to %1").arg(name(architecture, over_)), Canvas::Tone::good,
                              pointer.on_widget);
  } else if (const auto objection = objection_to_connect(architecture, caller_, over_)) {
    canvas_.show_pointer_note(core_text(objection->what), Canvas::Tone::bad, pointer.on_widget);
  }
  canvas_.update();
}

void WireGesture::release(const Pointer& pointer) {
  move(pointer);
  if (over_) {
    connect_components(canvas_, caller_, over_, pointer.on_widget);
    return;
  }
  canvas_.hide_pointer_note();
  const ElementId under = canvas_.element_at(pointer.at);
  const bool bare = std::holds_alternative<std::monostate>(under) || std::holds_alternative<AreaId>(under);
  if (bare) offer_new_callee(pointer);
}

void WireGesture::cancel() { canvas_.hide_pointer_note(); }

void WireGesture::offer_new_callee(const Pointer& pointer) {
  if (!find(canvas_.architecture(), caller_)) return;
  QuickAddPurpose purpose;
  purpose.offers = QuickAddPurpose::Offers::callees;
  purpose.others = {caller_};
  purpose.at = pointer.at;
  open_quick_add(canvas_, std::move(purpose), pointer.on_widget.toPoint());
}

void WireGesture::paint(QPainter& painter) const {
  const Architecture& architecture = canvas_.architecture();
  const Theme& theme = canvas_.theme();
  const double thin = 1 / canvas_.viewport().zoom();
  painter.setBrush(Qt::NoBrush);
  for (const ComponentId id : allowed_callees_) {
    QColor color = theme.accent;
    if (id != over_) color.setAlphaF(0.45F);
    painter.setPen(QPen(color, (id == over_ ? 2.5 : 1.5) * thin, id == over_ ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(rectangle_of(architecture, id).adjusted(-5, -5, 5, 5), 11, 11);
  }
  if (over_ && !allowed_) {
    painter.setPen(QPen(theme.bad, 2 * thin));
    painter.drawRoundedRect(rectangle_of(architecture, over_).adjusted(-5, -5, 5, 5), 11, 11);
  }
  const QColor color = over_ && !allowed_ ? theme.bad : theme.accent;
  painter.setPen(QPen(color, 2.5 * thin, Qt::SolidLine, Qt::RoundCap));
  if (over_ && allowed_) {
    painter.drawPath(wired_path_);
    return;
  }
  painter.drawPath(path_to(architecture, caller_, end_));
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawEllipse(end_, 4.5 * thin, 4.5 * thin);
}

bool connect_components(Canvas& canvas, ComponentId caller, ComponentId callee, QPointF note_on_widget) {
  const Architecture& architecture = canvas.architecture();
  if (const auto objection = objection_to_connect(architecture, caller, callee)) {
    canvas.show_pointer_note(core_text(objection->what), Canvas::Tone::bad, note_on_widget);
    canvas.say(core_text(objection->what) + QLatin1Char(' ') + core_text(objection->remedy));
    return false;
  }
  canvas.hide_pointer_note();
  const Change change = connect(architecture, caller, callee);
  canvas.apply_and_select(
      change, WireGesture::tr("Connect %1 to %2").arg(name(architecture, caller), name(architecture, callee)),
      added_elements(change));
  return true;
}

}  // namespace loadframe
