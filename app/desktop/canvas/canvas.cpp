#include "canvas/canvas.h"

#include "appearance.h"
#include "canvas/break_tool.h"
#include "canvas/connect_tool.h"
#include "canvas/empty_hint.h"
#include "canvas/find_marks.h"
#include "canvas/inline_editor.h"
#include "canvas/link_splitting.h"
#include "canvas/message_toast.h"
#include "canvas/minimap.h"
#include "canvas/palette_item.h"
#include "canvas/select_tool.h"
#include "canvas/zoom_control.h"
#include "core_text.h"
#include "diagram/geometry.h"
#include "diagram/link_label.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QTimer>

#include <algorithm>

namespace loadframe {

namespace {

/// Shadows, outlines, badges and captions reach so far beyond an element's box, in canvas units.
constexpr double reach_of_decoration = 28;
/// How near a click must be to a link, on the widget.
constexpr double link_tolerance = 7;
constexpr double overlay_margin = 12;

QRectF around(const QRectF& box) {
  return box.adjusted(-reach_of_decoration, -reach_of_decoration, reach_of_decoration, reach_of_decoration);
}

bool is_empty(const Architecture& architecture) {
  return architecture.components.empty() && architecture.areas.empty() && architecture.notes.empty();
}

std::vector<ElementId> touched_elements(const Change& change) {
  std::vector<ElementId> touched;
  for (const ChangeStep& step : change.steps) {
    std::visit(
        [&touched]<class Element>(const ElementChange<Element>& inside) {
          if constexpr (std::is_same_v<Element, Component> || std::is_same_v<Element, Area> ||
                        std::is_same_v<Element, Link> || std::is_same_v<Element, Note>) {
            touched.emplace_back(inside.after ? inside.after->id : inside.before->id);
          }
        },
        step);
  }
  return touched;
}

bool same_marks(const std::vector<Finding>& a, const std::vector<Finding>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Finding& one, const Finding& other) {
    return one.element == other.element && one.diagnostic.severity == other.diagnostic.severity;
  });
}

bool exists(const Architecture& architecture, const ElementId& element) {
  return std::visit(
      [&]<class IdType>(const IdType& id) {
        if constexpr (std::is_same_v<IdType, std::monostate>) return false;
        else return find(architecture, id) != nullptr;
      },
      element);
}

}  // namespace

Canvas::Canvas(Document& document, LiveRun& live_run, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), document_(document), live_run_(live_run), appearance_(appearance) {
  setObjectName(QStringLiteral("canvas"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAcceptDrops(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumSize(240, 180);
  grabGesture(Qt::PinchGesture);
  setAccessibleName(tr("Diagram"));

  tools_.emplace(ToolKind::select, std::make_unique<SelectTool>(*this));
  tools_.emplace(ToolKind::connect, std::make_unique<ConnectTool>(*this));
  tools_.emplace(ToolKind::break_things, std::make_unique<BreakTool>(*this));

  empty_hint_ = new EmptyHint(this);
  connect(empty_hint_, &EmptyHint::example_wanted, this, &Canvas::example_wanted);
  toast_ = new MessageToast(this);
  minimap_ = new Minimap(*this);
  zoom_control_ = new ZoomControl(this);
  connect(zoom_control_, &ZoomControl::smaller, this, &Canvas::zoom_out);
  connect(zoom_control_, &ZoomControl::larger, this, &Canvas::zoom_in);
  connect(zoom_control_, &ZoomControl::actual_size, this, &Canvas::zoom_to_actual_size);
  connect(zoom_control_, &ZoomControl::fit, this, &Canvas::zoom_to_fit);
  build_traffic_overlays();

  connect(&document_, &Document::changed, this, &Canvas::follow_document);
  connect(&document_, &Document::replaced, this, &Canvas::start_over);
  connect(&live_run_, &LiveRun::advanced, this, &Canvas::follow_run);
  connect(&live_run_, &LiveRun::restarted, this, &Canvas::forget_run);
  connect(&live_run_, &LiveRun::looked_at, this, &Canvas::show_moment);
  connect(&live_run_, &LiveRun::rewound, this, &Canvas::show_moment);
  connect(&live_run_, &LiveRun::state_changed, this, &Canvas::run_state_changed);
  connect(&link_routes_, &LinkRoutes::found, this, [this](const std::shared_ptr<const Routes>& before) {
    still_view_.routes = link_routes_.now();
    if (!previewed_) settled_routes_ = link_routes_.now();
    invalidate_links(*before, *link_routes_.now());
    drawn_ = drawn_bounds(shown(), routes());
    minimap_->follow(drawn_);
    update();
  });
  connect(&appearance_, &Appearance::changed, this, [this] {
    still_layer_.forget();
    minimap_->make_stale();
    update();
  });
  start_over();
}

Canvas::~Canvas() = default;

const Theme& Canvas::theme() const { return appearance_.theme(); }
bool Canvas::reduces_motion() const { return appearance_.reduces_motion(); }

ElementId Canvas::element_at(QPointF on_canvas) const {
  return loadframe::element_at(architecture(), routes(), on_canvas, link_tolerance / viewport_.zoom());
}

// What is shown ------------------------------------------------------------------------------------------------

void Canvas::start_over() {
  gesture_.reset();
  previewed_.reset();
  present(architecture());
  if (inline_editor_) inline_editor_->deleteLater();
  inline_editor_ = nullptr;
  pointer_note_.reset();
  selection_.clear();
  marked_.clear();
  still_view_.selected.clear();
  still_view_.findings = document_.findings();
  still_layer_.forget();
  traffic_.follow(architecture());
  pastes_in_a_row_ = 0;
  forget_run();
  empty_hint_->setVisible(is_empty(architecture()));
  zoom_to_fit();
  emit selection_changed(selection_);
  update();
}

void Canvas::follow_document(const Change& change) {
  fits_ = false;
  if (gesture_) {
    gesture_->cancel();
    gesture_.reset();
  }
  withdraw_preview();
  Architecture before = architecture();
  loadframe::apply(reversed(change), before);
  invalidate(change, before, architecture());
  present(architecture());
  traffic_.follow(architecture());
  if (!same_marks(still_view_.findings, document_.findings())) still_layer_.invalidate();
  still_view_.findings = document_.findings();
  show_link_looks();
  drop_gone_from_selection();
  empty_hint_->setVisible(is_empty(architecture()));
  place_overlays();
  update();
}

void Canvas::drop_gone_from_selection() {
  const auto gone = [this](const ElementId& id) { return !exists(architecture(), id); };
  if (std::none_of(selection_.begin(), selection_.end(), gone)) return;
  std::erase_if(selection_, gone);
  still_view_.selected = selection_;
  emit selection_changed(selection_);
}

void Canvas::invalidate(const Change& change, const Architecture& before, const Architecture& after) {
  for (const ElementId& element : touched_elements(change)) {
    for (const Architecture* one : {&before, &after}) {
      const QRectF drawn = drawn_rectangle(*one, element);
      if (!drawn.isEmpty()) still_layer_.invalidate(drawn);
    }
  }
}

void Canvas::invalidate(const std::vector<ElementId>& elements) {
  for (const ElementId& element : elements) {
    const QRectF drawn = drawn_rectangle(shown(), element);
    if (!drawn.isEmpty()) still_layer_.invalidate(drawn);
  }
}

/// Where links run otherwise, or have come or gone.
void Canvas::invalidate_links(const Routes& before, const Routes& after) {
  const auto invalidate_route = [this](const QRectF& bounds) {
    if (!bounds.isNull()) still_layer_.invalidate(around(bounds));
  };
  for (std::size_t place = 0; place < after.links.size(); ++place) {
    const bool same_place = place < before.links.size() && before.links[place] == after.links[place];
    const std::size_t old = same_place ? place : before.place_of(after.links[place]);
    if (old != Routes::no_place && before.paths[old] == after.paths[place]) continue;
    invalidate_route(after.bounds[place]);
    if (old != Routes::no_place) invalidate_route(before.bounds[old]);
  }
  for (std::size_t place = 0; place < before.links.size(); ++place) {
    const bool same_place = place < after.links.size() && before.links[place] == after.links[place];
    if (!same_place && after.place_of(before.links[place]) == Routes::no_place) invalidate_route(before.bounds[place]);
  }
}

/// The part of the canvas on which an element is drawn; of links, as they are shown now.
QRectF Canvas::drawn_rectangle(const Architecture& architecture, const ElementId& element) const {
  if (const auto* const id = std::get_if<LinkId>(&element)) {
    const std::size_t place = routes().place_of(*id);
    if (place == Routes::no_place) return {};
    const QRectF drawn_route = around(routes().bounds[place]);
    const Link* const link = loadframe::find(architecture, *id);
    if (!link || link->label.empty()) return drawn_route;
    return drawn_route | label_box(routes().paths[place], QString::fromStdString(link->label));
  }
  const QRectF box = rectangle_of(architecture, element);
  return box.isEmpty() ? QRectF() : around(box);
}

void Canvas::present(Architecture architecture) {
  shown_ = std::make_shared<const Architecture>(std::move(architecture));
  const auto before = link_routes_.now();
  link_routes_.follow(shown_);
  still_view_.routes = link_routes_.now();
  if (!previewed_) settled_routes_ = link_routes_.now();
  if (before != link_routes_.now()) invalidate_links(*before, *link_routes_.now());
  drawn_ = drawn_bounds(shown(), routes());
  minimap_->follow(drawn_);
  minimap_->make_stale();
}

void Canvas::preview(const Change& change) {
  Architecture next = architecture();
  loadframe::apply(change, next);
  if (previewed_) invalidate(*previewed_, architecture(), shown());
  invalidate(change, shown(), next);
  previewed_ = change;
  present(std::move(next));
  update();
}

void Canvas::withdraw_preview() {
  if (!previewed_) return;
  invalidate(*previewed_, architecture(), shown());
  previewed_.reset();
  present(architecture());
  update();
}

void Canvas::select(std::vector<ElementId> elements) {
  if (elements == selection_) return;
  invalidate(selection_);
  selection_ = std::move(elements);
  invalidate(selection_);
  still_view_.selected = selection_;
  announce_selection();
  emit selection_changed(selection_);
  update();
}

void Canvas::mark(std::vector<ElementId> elements) {
  marked_ = std::move(elements);
  update();
}

void Canvas::announce_selection() {
  QStringList names;
  for (const ElementId& element : selection_) names += QString::fromStdString(name_of(architecture(), element));
  setAccessibleDescription(names.isEmpty() ? tr("Nothing selected")
                                           : tr("Selected: %1").arg(names.join(QStringLiteral(", "))));
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

void Canvas::reveal(const ElementId& element) {
  if (!exists(architecture(), element)) return;
  select({element});
  const QRectF box = drawn_rectangle(architecture(), element);
  if (QRectF(rect()).contains(viewport_.to_widget(box))) return;
  Viewport moved = viewport_;
  moved.center_on(box.center(), size());
  set_viewport(moved);
}

void Canvas::bring_into_sight(const std::vector<ElementId>& elements) {
  QRectF box;
  for (const ElementId& element : elements) box |= drawn_rectangle(architecture(), element);
  if (box.isEmpty()) return;
  const QRectF room = QRectF(rect()).adjusted(overlay_margin, overlay_margin, -overlay_margin, -overlay_margin);
  const QRectF shown = viewport_.to_widget(box);
  QPointF by;
  if (shown.right() > room.right()) by.setX(room.right() - shown.right());
  if (shown.bottom() > room.bottom()) by.setY(room.bottom() - shown.bottom());
  if (shown.left() + by.x() < room.left()) by.setX(room.left() - shown.left());
  if (shown.top() + by.y() < room.top()) by.setY(room.top() - shown.top());
  if (by.isNull()) return;
  Viewport moved = viewport_;
  moved.pan(by);
  set_viewport(moved);
}

void Canvas::set_tool(ToolKind kind) {
  if (kind == tool_kind_) return;
  if (gesture_) gesture_->cancel();
  gesture_.reset();
  if (tool_kind_ != ToolKind::select) current_tool().cancel();  // what is selected stays, to be broken or connected
  current_tool().leave();
  tool_kind_ = kind;
  setCursor(kind == ToolKind::connect ? Qt::CrossCursor : Qt::ArrowCursor);
  switch (kind) {
    case ToolKind::select:
      say(QString());
      break;
    case ToolKind::connect:
      say(tr("Press on the caller and release on what it calls."));
      break;
    case ToolKind::break_things:
      say(tr("Click a component to kill it or to restart it, a link to cut or to mend it."));
      break;
  }
  emit tool_changed(kind);
  update();
}

// Zoom ---------------------------------------------------------------------------------------------------------

void Canvas::set_viewport(const Viewport& viewport) {
  const bool zoomed = viewport.zoom() != viewport_.zoom();
  viewport_ = viewport;
  fits_ = false;
  if (zoomed) {
    zoom_control_->show_zoom(viewport_.zoom());
    emit zoom_changed(viewport_.zoom());
  }
  hide_pointer_note();
  place_overlays();
  update();
}

void Canvas::change_zoom(double zoom, QPointF fixed_on_widget) {
  Viewport changed = viewport_;
  changed.zoom_to(zoom, fixed_on_widget);
  set_viewport(changed);
}

void Canvas::zoom_by(double factor) { change_zoom(viewport_.zoom() * factor, QRectF(rect()).center()); }
void Canvas::zoom_in() { change_zoom(viewport_.zoom() * 1.25, QRectF(rect()).center()); }
void Canvas::zoom_out() { change_zoom(viewport_.zoom() / 1.25, QRectF(rect()).center()); }
void Canvas::zoom_to_actual_size() { change_zoom(1, QRectF(rect()).center()); }

void Canvas::center_on(QPointF on_canvas) {
  Viewport moved = viewport_;
  moved.center_on(on_canvas, size());
  set_viewport(moved);
}

void Canvas::zoom_to_fit() {
  Viewport fitting = viewport_;
  // What floats at the bottom covers nothing then.
  const double below = zoom_control_->isHidden() ? 0 : zoom_control_->height() + overlay_margin;
  fitting.fit(drawn_, QSizeF(width(), std::max(1.0, height() - below)));
  set_viewport(fitting);
  fits_ = true;
}

void Canvas::zoom_to_fill() {
  constexpr double largest = 2;
  zoom_to_fit();
  const QRectF drawn = drawn_;
  Viewport filling = viewport_;
  filling.zoom_to(std::min({width() / drawn.width(), height() / drawn.height(), largest}), {});
  filling.center_on(drawn.center(), size());
  set_viewport(filling);
}

void Canvas::show_grid(bool shown) {
  still_view_.grid = shown;
  still_layer_.invalidate();
  update();
}

void Canvas::set_link_style(LinkStyle style) {
  link_routes_.set_style(style);
  present(shown());
  update();
}

void Canvas::set_snapping(bool snaps) { snaps_ = snaps; }

void Canvas::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (fits_) zoom_to_fit();
  place_overlays();
}

void Canvas::place_overlays() {
  empty_hint_->adjustSize();
  empty_hint_->move(QPoint((width() - empty_hint_->width()) / 2, (height() - empty_hint_->height()) / 2));
  toast_->place();
  zoom_control_->adjustSize();
  const QSize inset = zoom_control_->size() + QSize(static_cast<int>(overlay_margin), static_cast<int>(overlay_margin));
  zoom_control_->move(width() - inset.width(), height() - inset.height());
  minimap_->move(width() - minimap_->width() - static_cast<int>(overlay_margin),
                 zoom_control_->y() - minimap_->height() - static_cast<int>(overlay_margin) / 2);
  minimap_->follow(drawn_);
  place_traffic_overlays();
}

// Painting -----------------------------------------------------------------------------------------------------

void Canvas::paintEvent(QPaintEvent*) {
  frame_log_.begin_frame();
  FrameContent content{shown().components.size(), 0, live_run_.now().seconds()};
  QPainter painter(this);
  still_layer_.paint(painter, shown_, theme(), still_view_, viewport_, size(), devicePixelRatioF());
  if (still_layer_.is_behind()) QTimer::singleShot(0, this, qOverload<>(&QWidget::update));

  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
  painter.setTransform(viewport_.transform(), true);
  if (still_view_.live && still_layer_.shows_live()) {
    LiveView live;
    const auto& samples = live_run_.samples();
    live.sample = live_run_.last_second();
    live.previous = samples.size() > 1 ? samples[samples.size() - 2].get() : nullptr;
    live.cache = &live_cache_;
    live.routes = link_routes_.now();
    live.states = run_view_.states(shown());
    live.news = run_view_.news(shown(), live_run_.now());
    if (!live_run_.is_following() && !reduces_motion()) live.dots = traffic_.dots();
    live.pulses = pulses_.shown();
    painter.save();
    content.dots = paint_live(painter, shown(), theme(), live, viewport_.zoom());
    painter.restore();
    if (live_run_.is_following()) paint_followed(painter);
  }
  if (!marked_.empty()) paint_find_marks(painter, shown(), routes(), theme(), marked_, viewport_.zoom());
  if (gesture_) gesture_->paint(painter);
  else current_tool().paint(painter);
  if (dropping_) paint_drop_preview(painter);
  painter.resetTransform();
  if (pointer_note_) paint_pointer_note(painter);
  if (shows_focus_) {
    painter.setPen(QPen(theme().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
  frame_log_.end_frame(content);
}

void Canvas::show_pointer_note(const QString& text, Tone tone, QPointF on_widget) {
  pointer_note_ = PointerNote{text, tone, on_widget};
  update();
}

void Canvas::say(const QString& text) {
  toast_->say(text);
  emit message(text);
}

void Canvas::hide_pointer_note() {
  if (!pointer_note_) return;
  pointer_note_.reset();
  update();
}

void Canvas::paint_pointer_note(QPainter& painter) const {
  painter.setFont(font());  // not what was painted with before
  const QFontMetrics metrics(font());
  constexpr int most_width = 360;
  QRect text = metrics.boundingRect(QRect(0, 0, most_width, 1000), Qt::TextWordWrap, pointer_note_->text);
  QRect box = text.adjusted(-10, -5, 10, 5);
  box.moveTopLeft(pointer_note_->on_widget.toPoint() + QPoint(16, 18));
  box.moveRight(std::min(box.right(), width() - 4));
  if (box.bottom() > height() - 4) box.moveBottom(pointer_note_->on_widget.toPoint().y() - 10);
  const bool filled = pointer_note_->tone != Tone::neutral;
  const QColor fill = pointer_note_->tone == Tone::bad    ? theme().bad
                      : pointer_note_->tone == Tone::good ? theme().accent
                                                          : theme().surface;
  painter.setPen(filled ? QPen(Qt::NoPen) : QPen(theme().border));
  painter.setBrush(fill);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
  painter.setPen(filled ? theme().accent_text : theme().text);
  painter.drawText(box.adjusted(10, 5, -10, -5), Qt::TextWordWrap, pointer_note_->text);
}

void Canvas::paint_drop_preview(QPainter& painter) const {
  const auto item = palette_item_from(dropping_->what);
  if (!item) return;
  const QRectF box = box_of(*item, dropping_->middle, snaps_ ? Placing::on_grid : Placing::free);
  const double thin = 1 / viewport_.zoom();
  if (const Area* const area = area_to_receive(architecture(), *item, box.center())) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 2 * thin));
    painter.drawRoundedRect(rectangle_of(*area), 12, 12);
  }
  if (const Link* const link = loadframe::find(architecture(), dropping_->onto))
    paint_link_to_split(painter, *this, *link);
  painter.setOpacity(0.85);
  painter.setBrush(std::holds_alternative<AreaKind>(*item) ? theme().area_fill : theme().surface);
  painter.setPen(QPen(theme().accent, 1.5 * thin, Qt::DashLine));
  painter.drawRoundedRect(box, 10, 10);
  const QRectF icon(box.left() + 16, box.top() + 16, 22, 22);
  const auto* const kind = std::get_if<Kind>(&*item);
  paint_icon(painter, icon, icon_of(*item), kind ? color_of(theme(), description(*kind).tier) : theme().muted_text);
  painter.setFont(diagram_font(13, QFont::DemiBold));
  painter.setPen(theme().text);
  painter.drawText(QRectF(box.left() + 50, box.top() + 14, box.width() - 56, 26), Qt::AlignVCenter, label_of(*item));
  painter.setOpacity(1);
}

}  // namespace loadframe
