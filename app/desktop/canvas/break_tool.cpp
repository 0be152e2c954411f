#include "canvas/break_tool.h"

#include "canvas/canvas.h"
#include "canvas/fault_choice.h"
#include "core_text.h"
#include "diagram/geometry.h"

#include <algorithm>

namespace loadframe {

std::optional<Action> BreakTool::action_for(const ElementId& element) const {
  const Architecture& architecture = canvas_.architecture();
  const RunView& run = canvas_.run_view();
  if (const auto* const link = std::get_if<LinkId>(&element)) {
    return action(run.is_cut(*link) ? ActionKind::mend : ActionKind::cut, element);
  }
  std::vector<ComponentId> hit;
  if (const auto* const component = std::get_if<ComponentId>(&element)) hit = {*component};
  if (const auto* const area = std::get_if<AreaId>(&element)) hit = components_within(architecture, *area);
  if (hit.empty() || !can_be_done(architecture, ActionKind::kill, element)) return std::nullopt;
  const bool broken = std::all_of(hit.begin(), hit.end(), [&](ComponentId id) {
    const ComponentState state = run.state_of(id);
    return state == ComponentState::dead || state == ComponentState::hung;
  });
  return action(broken ? ActionKind::restart : ActionKind::kill, element);
}

std::unique_ptr<Gesture> BreakTool::press(const Pointer& pointer) {
  activate(canvas_.element_at(pointer.at));
  hover(pointer);
  return nullptr;
}

bool BreakTool::activate(const ElementId& element) {
  const auto what = action_for(element);
  if (!what) {
    canvas_.select(element == ElementId{} ? std::vector<ElementId>{} : std::vector<ElementId>{element});
    return false;
  }
  canvas_.select({element});
  canvas_.live_run().act(*what);
  return true;
}

void BreakTool::hover(const Pointer& pointer) {
  hovered_ = canvas_.element_at(pointer.at);
  const auto what = action_for(hovered_);
  if (what) {
    const auto label = core_text(description(what->kind).label);
    const bool breaks = what->kind == ActionKind::kill || what->kind == ActionKind::cut;
    const auto name = QString::fromStdString(name_of(canvas_.architecture(), hovered_));
    canvas_.show_pointer_note(label + QLatin1Char(' ') + name, breaks ? Canvas::Tone::bad : Canvas::Tone::good,
                              pointer.on_widget);
  } else {
    hovered_ = {};
    canvas_.hide_pointer_note();
  }
  canvas_.setCursor(what ? Qt::PointingHandCursor : Qt::ArrowCursor);
  canvas_.update();
}

void BreakTool::leave() {
  hovered_ = {};
  canvas_.hide_pointer_note();
  canvas_.update();
}

void BreakTool::paint(QPainter& painter) const {
  const auto what = action_for(hovered_);
  if (!what) return;
  const bool breaks = what->kind == ActionKind::kill || what->kind == ActionKind::cut;
  const Theme& theme = canvas_.theme();
  painter.setPen(QPen(breaks ? theme.bad : theme.good, 2 / canvas_.viewport().zoom()));
  painter.setBrush(Qt::NoBrush);
  if (const auto* const id = std::get_if<LinkId>(&hovered_)) {
    painter.drawPath(canvas_.routes().path_of(*id));
    return;
  }
  painter.drawRoundedRect(rectangle_of(canvas_.architecture(), hovered_).adjusted(-4, -4, 4, 4), 11, 11);
}

}  // namespace loadframe
