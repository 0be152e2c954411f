#include "canvas/minimap.h"

#include "canvas/canvas.h"
#include "diagram/geometry.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

#include <algorithm>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr double letters_wide = 32;  ///< of the font, so that it grows with the text
constexpr double lines_high = 7.5;
constexpr double margin = 7;
constexpr double radius = 8;
constexpr double least_tile = 2;
constexpr qint64 least_pause_ms = 400;  ///< between pictures while a run goes on
constexpr float overloaded = 0.95F;
constexpr float warm = 0.8F;

}  // namespace

Minimap::Minimap(Canvas& canvas) : QWidget(&canvas), canvas_(canvas) {
  setObjectName(QStringLiteral("minimap"));
  setAccessibleName(tr("Overview of the whole drawing"));
  setToolTip(tr("The whole drawing. Click to go there, drag to move along."));
  setCursor(Qt::PointingHandCursor);
  setFixedSize(static_cast<int>(fontMetrics().averageCharWidth() * letters_wide),
               static_cast<int>(fontMetrics().height() * lines_high));
  hide();
}

void Minimap::set_wanted(bool wanted) {
  wanted_ = wanted;
  follow(drawn_);
}

void Minimap::follow(const QRectF& drawn) {
  if (drawn != drawn_) stale_ = true;
  drawn_ = drawn;
  const QRectF in_sight = canvas_.viewport().to_canvas(QRectF(canvas_.rect()));
  // Beside small canvases it would hide more than it tells.
  const bool has_room = canvas_.width() > 2 * width() && canvas_.height() > 2 * height();
  constexpr double empty_margin = 30;  // around what is drawn: it may be out of sight
  const QRectF inked = drawn_.adjusted(empty_margin, empty_margin, -empty_margin, -empty_margin);
  setVisible(wanted_ && has_room && !canvas_.architecture().components.empty() && !in_sight.contains(inked));
  update();
}

void Minimap::make_stale() {
  stale_ = true;
  if (isVisible() && (!since_picture_.isValid() || since_picture_.elapsed() >= least_pause_ms)) update();
}

QTransform Minimap::to_map() const {
  const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
  const double scale = std::min(room.width() / drawn_.width(), room.height() / drawn_.height());
  return QTransform::fromTranslate(room.center().x(), room.center().y())
      .scale(scale, scale)
      .translate(-drawn_.center().x(), -drawn_.center().y());
}

void Minimap::paint_picture() {
  const Theme& theme = canvas_.theme();
  picture_ = QPixmap(size() * devicePixelRatioF());
  picture_.setDevicePixelRatio(devicePixelRatioF());
  picture_.fill(Qt::transparent);
  QPainter painter(&picture_);
  const QTransform map = to_map();
  const Architecture& architecture = canvas_.architecture();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme.area_border, 1));
  painter.setBrush(theme.area_fill);
  for (const Area& area : architecture.areas) painter.drawRoundedRect(map.mapRect(rectangle_of(area)), 2, 2);

  std::unordered_map<std::uint32_t, float> utilisations;
  if (const Sample* const sample = canvas_.live_run().last_second())
    for (const ComponentSample& component : sample->components)
      utilisations.emplace(component.id.value, component.utilisation);
  const std::vector<ComponentState> states = canvas_.run_view().states(architecture);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (std::size_t place = 0; place < architecture.components.size(); ++place) {
    const Component& component = architecture.components[place];
    QColor color = color_of(theme, description(kind_of(component.settings)).tier);
    const ComponentState state = place < states.size() ? states[place] : ComponentState::up;
    if (const auto used = utilisations.find(component.id.value); used != utilisations.end())
      color = used->second >= overloaded ? theme.bad : used->second >= warm ? theme.busy : theme.good;
    if (state == ComponentState::dead) color = theme.bad;
    else if (state != ComponentState::up) color = theme.busy;
    QRectF tile = map.mapRect(rectangle_of(component));
    tile.setSize(tile.size().expandedTo({least_tile, least_tile}));
    painter.fillRect(tile, color);
  }
  stale_ = false;
  since_picture_.start();
}

void Minimap::paintEvent(QPaintEvent*) {
  if (drawn_.isEmpty()) return;
  const bool may_wait = since_picture_.isValid() && since_picture_.elapsed() < least_pause_ms && !picture_.isNull() &&
                        canvas_.live_run().is_running();
  if (picture_.isNull() || picture_.size() != size() * devicePixelRatioF() || (stale_ && !may_wait)) paint_picture();
  const Theme& theme = canvas_.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(theme.border, 1));
  painter.setBrush(theme.surface);
  painter.drawRoundedRect(box, radius, radius);
  painter.drawPixmap(0, 0, picture_);

  // What is out of sight is dimmed.
  QPainterPath inside;
  inside.addRoundedRect(box, radius, radius);
  const QRectF frame = to_map().mapRect(canvas_.viewport().to_canvas(QRectF(canvas_.rect()))).intersected(box);
  QPainterPath in_sight;
  in_sight.addRoundedRect(frame, 3, 3);
  QColor veil = theme.canvas;
  veil.setAlphaF(0.55F);
  painter.fillPath(inside.subtracted(in_sight), veil);
  painter.setPen(QPen(theme.accent, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(in_sight);
}

void Minimap::go_to(QPointF on_map) { canvas_.center_on(to_map().inverted().map(on_map) - grip_); }

void Minimap::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const QPointF pressed = to_map().inverted().map(event->position());
  const QRectF in_sight = canvas_.viewport().to_canvas(QRectF(canvas_.rect()));
  grip_ = in_sight.contains(pressed) ? pressed - in_sight.center() : QPointF();
  setCursor(Qt::ClosedHandCursor);
  go_to(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) go_to(event->position());
}

void Minimap::mouseReleaseEvent(QMouseEvent*) { setCursor(Qt::PointingHandCursor); }

void Minimap::wheelEvent(QWheelEvent* event) { event->accept(); }

}  // namespace loadframe
