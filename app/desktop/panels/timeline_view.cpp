#include "panels/timeline_view.h"

#include "appearance.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/wording.h"

#include <QAccessible>
#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPinchGesture>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <climits>
#include <cmath>
#include <utility>

namespace loadframe {

namespace {

constexpr int redraw_ms = 100;
constexpr double signs_height = 18;
constexpr double plot_height = 34;
constexpr double side = 8;             ///< left and right of the line, so that signs at its ends are whole
constexpr double least_sign_gap = 13;  ///< nearer ones share a sign
constexpr double near = 8;             ///< the pointer to a sign
constexpr double least_time_gap = 96;  ///< pixels from time to time
constexpr double least_failed = 2;     ///< pixels: a single failure must not be overlooked
constexpr int most_lines = 8;          ///< of a tip
constexpr double zoom_step = 1.25;
constexpr double wheel_notch = 120;
constexpr double label_padding = 5;
constexpr float dimmed = 0.62F;
constexpr Duration key_step = seconds(1);
constexpr Duration long_key_step = seconds(10);

/// The least step that people count time in which gives no more steps than there is room for.
double time_step(double length_s, double most_steps) {
  for (const double step : {.1, .2, .5, 1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1800., 3600., 7200.})
    if (length_s / step <= std::max(most_steps, 1.0)) return step;
  return 14'400;
}

QColor with_opacity(QColor color, float opacity) {
  color.setAlphaF(opacity);
  return color;
}

/// As short as the step lets it be: "0:05", "1:00:00", "0:00.2".
QString time_label(Duration time, double step_s) {
  const QString text = to_qstring(clock_text(time));
  return step_s < 1 ? text : text.chopped(2);
}

int to_value(Duration time) { return static_cast<int>(std::min<std::int64_t>(time.nanoseconds / 1'000'000, INT_MAX)); }

}  // namespace

TimelineView::TimelineView(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QAbstractSlider(parent), document_(document), run_(run), appearance_(appearance) {
  setObjectName(QStringLiteral("timeline"));
  setAccessibleName(tr("Timeline"));
  setOrientation(Qt::Horizontal);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAttribute(Qt::WA_OpaquePaintEvent);
  grabGesture(Qt::PinchGesture);
  setSingleStep(to_value(key_step));
  setPageStep(to_value(long_key_step));

  pace_.setSingleShot(true);
  pace_.setInterval(redraw_ms);
  connect(&pace_, &QTimer::timeout, this, &TimelineView::refresh);
  connect(&run_, &LiveRun::advanced, this, &TimelineView::take);
  connect(&run_, &LiveRun::looked_at, this, &TimelineView::follow);
  connect(&run_, &LiveRun::rewound, this, &TimelineView::read_anew);
  connect(&run_, &LiveRun::restarted, this, &TimelineView::read_anew);
  connect(&run_, &LiveRun::state_changed, this, &TimelineView::follow);
  connect(&appearance_, &Appearance::changed, this, qOverload<>(&QWidget::update));
  // Assistive technologies set the value; everybody else goes through the run.
  connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
    if (value != to_value(run_.now())) go_to(milliseconds(value));
  });
  read_anew();
}

// What is shown ------------------------------------------------------------------------------------------------

const Recording& TimelineView::recording() const { return run_.ahead() ? *run_.ahead() : run_.recording(); }

void TimelineView::read_anew() {
  series_.clear();
  happenings_.clear();
  events_read_ = 0;
  for (const auto& sample : recording().samples) series_.add(*sample);
  read_events();
  was_in_past_ = run_.is_in_the_past();
  follow();
}

void TimelineView::read_events() {
  const std::vector<Event>& events = recording().events;
  for (; events_read_ < events.size(); ++events_read_) {
    const Event& event = events[events_read_];
    if (const auto mark = mark_of(event)) happenings_.push_back({event.at, events_read_, *mark});
  }
}

void TimelineView::take(const LiveFrame& frame) {
  if (frame.rewound) return;  // read already
  if (frame.recording || was_in_past_ != run_.is_in_the_past()) {
    read_anew();
    return;
  }
  for (const auto& sample : frame.samples) series_.add(*sample);
  read_events();
  if (!pace_.isActive()) pace_.start();
}

void TimelineView::follow() {
  all_stale_ = true;
  refresh();
}

void TimelineView::refresh() {
  if (was_in_past_ && !run_.is_in_the_past()) {
    read_anew();  // what came after is gone
    return;
  }
  was_in_past_ = run_.is_in_the_past();
  const Duration from = window_.from();
  const Duration to = window_.to();
  window_.follow(run_.end(), run_.now());
  all_stale_ = all_stale_ || from != window_.from() || to != window_.to();
  {
    const QSignalBlocker quiet(this);
    setRange(0, to_value(run_.end()));
    setValue(to_value(run_.now()));
  }
  say_where();
  if (!isVisible()) return;
  lay_out();
  if (all_stale_) update();
  else update((painted_moment_ | moment_place()).toAlignedRect().adjusted(-2, -2, 2, 2));
  all_stale_ = false;
}

void TimelineView::lay_out() {
  rates_ = series_.empty() ? std::vector<ThroughputSeries::Rates>()
                           : series_.rates(window_.from(), window_.to(), static_cast<int>(plot().width()));
  double top = 0;
  for (const auto& rate : rates_) top = std::max(top, rate.ok_per_s + rate.failed_per_s);
  // In steps, so that a new sample seldom changes what is painted already.
  double wanted = 1;
  while (wanted < top) wanted *= 1.3;
  if (wanted != top_per_s_) all_stale_ = true;
  top_per_s_ = wanted;

  std::vector<Cluster> clusters;
  const auto begin = std::partition_point(happenings_.begin(), happenings_.end(),
                                          [this](const Happening& one) { return one.at < window_.from(); });
  for (auto one = begin; one != happenings_.end() && one->at <= window_.to(); ++one) {
    const double x = x_of(one->at);
    if (clusters.empty() || x - clusters.back().x >= least_sign_gap) {
      clusters.push_back({x, static_cast<std::size_t>(one - happenings_.begin()), 1, one->mark});
      continue;
    }
    ++clusters.back().count;
    clusters.back().mark = std::min(clusters.back().mark, one->mark);
  }
  const bool same = std::equal(clusters.begin(), clusters.end(), clusters_.begin(), clusters_.end(),
                               [](const Cluster& a, const Cluster& b) { return a.x == b.x && a.count == b.count; });
  all_stale_ = all_stale_ || !same;
  clusters_ = std::move(clusters);
}

void TimelineView::say_where() {
  const QString now = to_qstring(clock_text(run_.now()));
  const QString text =
      run_.is_in_the_past()
          ? tr("%1, in the past of a run of %2. Run goes on from here.").arg(now, to_qstring(clock_text(run_.end())))
          : tr("%1, the end of the run so far").arg(now);
  if (!run_.is_running() && text != accessibleDescription()) setAccessibleDescription(text);
}

void TimelineView::show_all() {
  window_.show_all(run_.end());
  follow();
}

// Geometry -----------------------------------------------------------------------------------------------------

QSize TimelineView::sizeHint() const {
  return {320, static_cast<int>(std::ceil(signs_height + plot_height + fontMetrics().height() + 6))};
}

QRectF TimelineView::plot() const { return {side, signs_height, std::max(1.0, width() - 2 * side), plot_height}; }

TimeScale TimelineView::scale() const { return {window_.from(), window_.to(), plot().width()}; }

double TimelineView::x_of(Duration time) const { return plot().left() + scale().x_of(time); }

Duration TimelineView::time_at(double x) const {
  const Duration time = scale().time_at(std::clamp(x - plot().left(), 0.0, plot().width()));
  return std::clamp(time, Duration{}, run_.end());
}

QString TimelineView::moment_text() const {
  const QString time = clock_label(run_.now(), run_.is_in_the_past() ? 1 : run_.speed());
  if (!run_.is_rewinding() || run_.rewind_progress() <= 0) return time;
  return tr("%1 · %2").arg(time, percent_text(run_.rewind_progress()));
}

QRectF TimelineView::moment_label() const {
  const QFontMetricsF metrics(font());
  // Among the times, where it hides nothing that happened.
  QRectF box(0, plot().bottom() + 3, metrics.horizontalAdvance(moment_text()) + 2 * label_padding,
             height() - plot().bottom() - 3);
  box.moveLeft(std::clamp(x_of(run_.now()) - box.width() / 2, 0.0, std::max(0.0, width() - box.width())));
  return box;
}

QRectF TimelineView::moment_place() const {
  const double x = x_of(run_.now());
  // With what a new sample adds on the left of it.
  const double sample = x - x_of(run_.now() - LiveRun::sampling_interval);
  // And the times beside the label, which make room for it.
  const QRectF label = moment_label();
  return label.adjusted(-label.width(), 0, label.width(), 0) | QRectF(x - 3 - std::min(sample, plot().width()), 0, sample + 6, height());
}

// Painting -----------------------------------------------------------------------------------------------------

void TimelineView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = appearance_.theme();
  painter.fillRect(rect(), theme.surface);
  painter.fillRect(plot(), theme.canvas);
  paint_throughput(painter);
  paint_times(painter);
  painter.setRenderHint(QPainter::Antialiasing);
  paint_signs(painter);
  paint_future(painter);
  paint_cursor(painter);
  if (run_.end() > Duration{}) paint_moment(painter);
  else paint_hint(painter);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(hasFocus() ? theme.accent : theme.border);
  painter.drawRect(plot().toRect().adjusted(0, 0, -1, -1));
  painted_moment_ = moment_place();
}

void TimelineView::paint_throughput(QPainter& painter) const {
  const Theme& theme = appearance_.theme();
  const QRectF area = plot();
  std::vector<QLineF> ok;
  std::vector<QLineF> failed;
  std::vector<QPointF> rim;
  for (std::size_t i = 0; i < rates_.size(); ++i) {
    const auto& rate = rates_[i];
    if (rate.measured <= 0) continue;
    const double x = area.left() + static_cast<double>(i) + 0.5;
    const double room = area.height() - 4;
    const double failed_height =
        rate.failed_per_s > 0 ? std::max(least_failed, rate.failed_per_s / top_per_s_ * room) : 0;
    const double ok_top = area.bottom() - rate.ok_per_s / top_per_s_ * room;
    ok.emplace_back(x, area.bottom(), x, ok_top);
    rim.emplace_back(x, ok_top);
    if (failed_height > 0) failed.emplace_back(x, ok_top, x, std::max(area.top(), ok_top - failed_height));
  }
  const auto draw = [&painter](const std::vector<QLineF>& lines, const QColor& color) {
    painter.setPen(QPen(color, 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
  };
  draw(ok, mixed(theme.canvas, theme.ok, 0.35));
  painter.setPen(theme.ok);
  painter.drawPoints(rim.data(), static_cast<int>(rim.size()));
  draw(failed, theme.failed);
}

void TimelineView::paint_times(QPainter& painter) const {
  const Theme& theme = appearance_.theme();
  const QRectF area = plot();
  const double step = time_step((window_.to() - window_.from()).seconds(), area.width() / least_time_gap);
  const double first = std::ceil(window_.from().seconds() / step);
  for (double number = first; number * step <= window_.to().seconds(); ++number) {
    const Duration time = duration_from_seconds(number * step);
    const double x = x_of(time);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
    const QString text = time_label(time, step);
    const double text_width = painter.fontMetrics().horizontalAdvance(text);
    const double left = std::clamp(x - text_width / 2, 0.0, width() - text_width);
    const QRectF box(left, area.bottom() + 5, text_width + 1, painter.fontMetrics().height());
    if (run_.end() > Duration{} && box.intersects(moment_label())) continue;
    painter.setPen(theme.muted_text);
    painter.drawText(box, text);
  }
  // Before that time, samples have been merged: the line is broken there.
  const Duration fine_from = recording().fine_from;
  if (fine_from <= window_.from()) return;
  painter.setPen(QPen(theme.muted_text, 2, Qt::DotLine));
  const double x = std::min(x_of(fine_from), area.right());
  painter.drawLine(QPointF(area.left(), area.bottom() + 1), QPointF(x, area.bottom() + 1));
}

/// A shape for each meaning, so that none depends on its colour alone.
void TimelineView::paint_signs(QPainter& painter) const {
  const Theme& theme = appearance_.theme();
  const QRectF area = plot();
  for (const Cluster& cluster : clusters_) {
    painter.setPen(QPen(with_opacity(theme.muted_text, 0.5F), 1));
    painter.drawLine(QPointF(cluster.x, signs_height - 3), QPointF(cluster.x, area.bottom()));
    if (cluster.count > 1) {  // a second outline behind: there are more
      const QPointF behind(cluster.x + 2.5, signs_height / 2 - 2.5);
      painter.save();
      painter.setOpacity(0.45);
      paint_sign_of(painter, behind, cluster.mark);
      painter.restore();
    }
    paint_sign_of(painter, {cluster.x, signs_height / 2}, cluster.mark);
  }
}

/// What has been, and will be replaced when the run goes on from the moment shown.
void TimelineView::paint_future(QPainter& painter) const {
  if (!run_.is_in_the_past()) return;
  const Theme& theme = appearance_.theme();
  const QRectF area = plot();
  const double from = std::clamp(x_of(run_.now()), area.left(), area.right());
  const double to = std::clamp(x_of(run_.end()), area.left(), area.right());
  painter.fillRect(QRectF(from, 0, width() - from, signs_height), with_opacity(theme.surface, dimmed));
  painter.fillRect(QRectF(from, area.top(), to - from, area.height()), with_opacity(theme.canvas, dimmed));
}

void TimelineView::paint_moment(QPainter& painter) const {
  const Theme& theme = appearance_.theme();
  const double x = x_of(run_.now());
  if (x < plot().left() - 1 || x > plot().right() + 1) return;
  painter.setPen(QPen(theme.accent, 2));
  painter.drawLine(QPointF(x, signs_height - 4), QPointF(x, plot().bottom() + 4));
  const QRectF box = moment_label();
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.accent);
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(theme.accent_text);
  painter.drawText(box, Qt::AlignCenter, moment_text());
}

void TimelineView::paint_hint(QPainter& painter) const {
  painter.setPen(appearance_.theme().muted_text);
  painter.drawText(plot(), Qt::AlignCenter, tr("Run the system; then drag here to go back in time."));
}

// What people do -----------------------------------------------------------------------------------------------

void TimelineView::go_to(Duration time) { run_.rewind_to(std::clamp(time, Duration{}, run_.end())); }

void TimelineView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  scrubs_ = true;
  run_.look_at(time_at(event->position().x()));
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  const double x = event->position().x();
  if (scrubs_) run_.look_at(time_at(x));
  const bool inside = x >= plot().left() && x <= plot().right() && time_at(x) <= run_.end();
  emit pointed_at(inside ? std::optional(time_at(x).seconds()) : std::nullopt);
}

void TimelineView::leaveEvent(QEvent* event) {
  emit pointed_at(std::nullopt);
  QAbstractSlider::leaveEvent(event);
}

void TimelineView::show_cursor(std::optional<double> at_s) {
  if (std::exchange(cursor_s_, at_s) != at_s) update();
}

void TimelineView::paint_cursor(QPainter& painter) const {
  if (!cursor_s_) return;
  const double x = x_of(duration_from_seconds(*cursor_s_));
  if (x < plot().left() || x > plot().right()) return;
  painter.setPen(QPen(appearance_.theme().muted_text, 1));
  painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !scrubs_) return;
  scrubs_ = false;
  go_to(time_at(event->position().x()));
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); }

void TimelineView::wheelEvent(QWheelEvent* event) {
  const QPoint turned = event->angleDelta();
  const bool moves = std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers() & Qt::ShiftModifier;
  if (moves) {
    const double notches = (turned.x() != 0 ? turned.x() : turned.y()) / wheel_notch;
    window_.move(scale().time_at(-notches / 10 * scale().width) - window_.from());
  } else {
    window_.zoom(std::pow(zoom_step, turned.y() / wheel_notch), scale().time_at(event->position().x() - side));
  }
  event->accept();
  follow();
}

bool TimelineView::zoom_by_gesture(QEvent* event) {
  if (event->type() == QEvent::NativeGesture) {
    const auto* const native = static_cast<QNativeGestureEvent*>(event);
    if (native->gestureType() != Qt::ZoomNativeGesture) return false;
    window_.zoom(1 + native->value(), scale().time_at(native->position().x() - side));
  } else {
    const auto* const pinch =
        static_cast<const QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (!pinch) return false;
    window_.zoom(pinch->scaleFactor(), scale().time_at(mapFromGlobal(pinch->centerPoint()).x() - side));
  }
  follow();
  return true;
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  const Duration step = event->modifiers() & Qt::ShiftModifier ? long_key_step : key_step;
  switch (event->key()) {
    case Qt::Key_Left:
      go_to(run_.now() - step);
      return;
    case Qt::Key_Right:
      go_to(run_.now() + step);
      return;
    case Qt::Key_PageDown:
      go_to(run_.now() - long_key_step);
      return;
    case Qt::Key_PageUp:
      go_to(run_.now() + long_key_step);
      return;
    case Qt::Key_Home:
      go_to({});
      return;
    case Qt::Key_End:
      go_to(run_.end());
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      window_.zoom(zoom_step, run_.now());
      follow();
      return;
    case Qt::Key_Minus:
      window_.zoom(1 / zoom_step, run_.now());
      follow();
      return;
    case Qt::Key_0:
      show_all();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

// Telling ------------------------------------------------------------------------------------------------------

QStringList TimelineView::happened_near(double x) const {
  QStringList lines;
  const auto found =
      std::find_if(clusters_.begin(), clusters_.end(), [x](const Cluster& one) { return std::abs(one.x - x) <= near; });
  if (found == clusters_.end()) return lines;
  const std::vector<Event>& events = recording().events;
  const std::size_t told = std::min<std::size_t>(found->count, most_lines);
  for (std::size_t i = found->first; i < found->first + told; ++i) {
    const Event& event = events[happenings_[i].event];
    lines << QStringLiteral("%1  %2").arg(to_qstring(clock_text(event.at)),
                                          sentence_text(narrate(document_.architecture(), event)));
  }
  const auto more = static_cast<int>(found->count - told);
  if (more > 0) lines << tr("and %n more", nullptr, more);
  return lines;
}

QString TimelineView::tip_at(QPointF at) const {
  if (at.y() <= signs_height) {
    const QStringList happened = happened_near(at.x());
    if (!happened.isEmpty()) return happened.join(QLatin1Char('\n'));
  }
  const auto column = static_cast<std::size_t>(std::max(0.0, at.x() - plot().left()));
  if (column >= rates_.size() || rates_[column].measured <= 0) return {};
  const Duration time = time_at(at.x());
  QStringList lines{to_qstring(clock_text(time)), tr("%1 ok per second").arg(figure_text(rates_[column].ok_per_s)),
                    tr("%1 failed per second").arg(figure_text(rates_[column].failed_per_s))};
  if (time < recording().fine_from)
    lines
        << tr("Before %1, samples have been merged to save memory.").arg(to_qstring(clock_text(recording().fine_from)));
  if (run_.is_in_the_past() && time > run_.now()) lines << tr("Going on from an earlier moment replaces this.");
  return lines.join(QLatin1Char('\n'));
}

bool TimelineView::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::ToolTip: {
      const auto* const help = static_cast<QHelpEvent*>(event);
      const QString tip = tip_at(help->pos());
      if (tip.isEmpty()) QToolTip::hideText();
      else QToolTip::showText(help->globalPos(), tip, this);
      return true;
    }
    case QEvent::NativeGesture:
    case QEvent::Gesture:
      if (zoom_by_gesture(event)) return true;
      break;
    case QEvent::FontChange:
      updateGeometry();
      break;
    default:
      break;
  }
  return QAbstractSlider::event(event);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
  QAbstractSlider::resizeEvent(event);
  follow();
}

void TimelineView::showEvent(QShowEvent* event) {
  QAbstractSlider::showEvent(event);
  follow();
}

/// What has changed is painted when it is laid out.
void TimelineView::sliderChange(SliderChange) {}

}  // namespace loadframe
