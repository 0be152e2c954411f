#include "start/thumbnail.h"

#include "architecture/validation.h"
#include "diagram/geometry.h"
#include "diagram/painter.h"

#include <algorithm>

namespace loadframe {

namespace {

constexpr std::uint64_t most_events = 2'500;  ///< at a time; about a millisecond
constexpr double dots_per_s = 4;              ///< users' requests to be seen
constexpr double pace = 0.35;                 ///< simulated seconds per second: single hops can be followed
constexpr double most_scale = 0.9;

/// How many requests one that is shown stands for.
std::uint64_t one_in(const Recording& recording) {
  if (recording.samples.empty()) return 1;
  const Sample& last = *recording.samples.back();
  std::uint64_t most = 0;
  for (const ComponentSample& component : last.components) most = std::max(most, component.ok);
  const double per_s = static_cast<double>(most) / std::max(1e-3, last.length.seconds());
  return static_cast<std::uint64_t>(std::max(1.0, per_s * pace / dots_per_s));
}

}  // namespace

Thumbnail::Thumbnail(Architecture architecture)
    : architecture_(std::move(architecture)),
      can_run_(!architecture_.components.empty() && can_run(validate(architecture_))) {
  traffic_.follow(architecture_);
}

void Thumbnail::advance(double milliseconds) {
  if (!can_run_) return;
  if (!simulation_) {
    RunOptions options;
    options.recording_budget = mebibytes(1);
    simulation_ = std::make_unique<Simulation>(architecture_, Seed{}, options);
    simulation_->observe_every(40);
  }
  const Duration until = simulation_->now() + duration_from_seconds(milliseconds * 1e-3 * pace);
  static_cast<void>(simulation_->run_until(until, most_events));
  simulation_->observe_every(one_in(simulation_->recording()));
  traffic_.add(simulation_->take_hops(), simulation_->now(), pace);
  traffic_.advance(milliseconds);
}

void Thumbnail::paint(QPainter& painter, const QRect& box, const Theme& theme, double pixel_ratio) {
  const QRectF drawn = drawn_bounds(architecture_);
  const double scale = std::min({box.width() / drawn.width(), box.height() / drawn.height(), most_scale});
  QTransform to_box;
  to_box.translate(box.width() / 2.0, box.height() / 2.0);
  to_box.scale(scale, scale);
  to_box.translate(-drawn.center().x(), -drawn.center().y());
  if (still_.isNull() || still_theme_ != theme.key || still_size_ != box.size()) {
    still_ = QPixmap((QSizeF(box.size()) * pixel_ratio).toSize());
    still_.setDevicePixelRatio(pixel_ratio);
    still_.fill(theme.canvas);
    still_theme_ = theme.key;
    still_size_ = box.size();
    QPainter on_still(&still_);
    on_still.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    on_still.setTransform(to_box, true);
    StillView view;
    view.grid = false;
    paint_still(on_still, architecture_, theme, view, drawn, scale);
  }
  painter.save();
  painter.setClipRect(box);
  painter.drawPixmap(box.topLeft(), still_);
  if (!traffic_.empty()) {
    painter.translate(box.topLeft());
    painter.setTransform(to_box, true);
    painter.setRenderHint(QPainter::Antialiasing);
    LiveView live;
    live.dots = traffic_.dots();
    paint_live(painter, architecture_, theme, live, scale);
  }
  painter.restore();
}

}  // namespace loadframe
