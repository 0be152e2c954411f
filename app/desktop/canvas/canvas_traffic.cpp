// How the canvas shows a run: its state, its traffic as a flow or request by request, the legend, a request's story.
#include "canvas/canvas.h"
#include "canvas/legend.h"
#include "canvas/minimap.h"
#include "canvas/request_story.h"
#include "canvas/traffic_control.h"
#include "canvas/zoom_control.h"

#include <QSettings>
#include <QTimerEvent>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int frame_ms = 16;
constexpr int overlay_margin = 12;
constexpr double dot_reach = 7;  ///< how near a click must be to a dot, on the widget
constexpr auto legend_setting = "canvas/legend";

}  // namespace

void Canvas::follow_run(const LiveFrame& frame) {
  const double speed = live_run_.speed() > 0 ? live_run_.speed() : frame.achieved_speed;
  if (!frame.follows) traffic_.add(frame.hops, frame.now, speed);
  const bool still = reduces_motion();
  follow_view_.go_to(frame.now, live_run_.is_running() || still);
  if (!still) pulses_.take(frame.happened, architecture(), live_run_.latest());
  run_view_.take(frame.happened, architecture());
  run_view_.take(frame.states);
  for (const auto& sample : frame.samples) run_view_.take(*sample);
  if (!frame.samples.empty()) {
    show_link_looks();
    minimap_->make_stale();
  }
  const bool has_begun = live_run_.is_running() || frame.now > Duration{};
  if (!still_view_.live && has_begun) {
    still_view_.live = true;
    still_layer_.invalidate();
  }
  // A single step while paused plays its hops to their end; what a pause has stopped stays where it is.
  if (!live_run_.is_running()) {
    moves_dots_ = moves_dots_ || (frame.stepped && !frame.hops.empty());
    plays_step_ = plays_step_ || moves_dots_ || follow_view_.is_on_the_way() || !pulses_.empty();
  }
  begin_frames();
  if (!frame_timer_.isActive()) update();
}

void Canvas::show_link_looks() {
  const Sample* const sample = live_run_.last_second();
  if (!sample) return;
  std::vector<LinkLook> looks = link_looks(architecture(), *sample, still_view_.links);
  if (looks == still_view_.links) return;
  const auto& links = architecture().links;
  const bool comparable = looks.size() == still_view_.links.size() && looks.size() == links.size();
  if (!comparable) still_layer_.invalidate();
  for (std::size_t place = 0; comparable && place < links.size(); ++place) {
    if (looks[place] != still_view_.links[place]) still_layer_.invalidate(drawn_rectangle(shown(), links[place].id));
  }
  still_view_.links = std::move(looks);
}

void Canvas::forget_run() {
  traffic_.clear();
  follow_view_.go_to(live_run_.now(), true);
  pulses_.clear();
  run_view_.clear();
  still_view_.links.clear();
  plays_step_ = moves_dots_ = false;
  if (still_view_.live) {
    still_view_.live = false;
    still_layer_.invalidate();
  }
  update();
}

/// Another moment than the one that followed the last: everything is told anew.
void Canvas::show_moment() {
  traffic_.clear();
  follow_view_.go_to(live_run_.now(), true);
  pulses_.clear();
  plays_step_ = moves_dots_ = false;
  run_view_.clear();
  run_view_.take(live_run_.happened(), architecture());
  if (const Sample* const sample = live_run_.last_second()) run_view_.take(*sample);
  run_view_.take(live_run_.states());
  if (live_run_.last_second()) {
    show_link_looks();
  } else if (!still_view_.links.empty()) {
    still_view_.links.clear();
    still_layer_.invalidate();
  }
  if (!still_view_.live) {
    still_view_.live = true;
    still_layer_.invalidate();
  }
  minimap_->make_stale();
  update();
}

void Canvas::run_state_changed() {
  plays_step_ = moves_dots_ = false;
  traffic_.set_speed(live_run_.speed());
  begin_frames();
}

void Canvas::begin_frames() {
  if (frame_timer_.isActive() || !(live_run_.is_running() || plays_step_)) return;
  frame_clock_.start();
  frame_timer_.start(frame_ms, Qt::PreciseTimer, this);
}

void Canvas::timerEvent(QTimerEvent* event) {
  if (event->timerId() != frame_timer_.timerId()) {
    QWidget::timerEvent(event);
    return;
  }
  constexpr double longest_frame_ms = 100;  // after a stall, dots go on from where they were
  const double passed = std::min(longest_frame_ms, static_cast<double>(frame_clock_.nsecsElapsed()) * 1e-6);
  frame_clock_.start();
  if (live_run_.is_running() || moves_dots_) traffic_.advance(passed);
  if (live_run_.is_running() || plays_step_) {
    follow_view_.advance(passed);
    pulses_.advance(passed);
  }
  if (traffic_.empty()) moves_dots_ = false;
  if (!moves_dots_ && !follow_view_.is_on_the_way() && pulses_.empty()) plays_step_ = false;
  if (!live_run_.is_running() && !plays_step_) frame_timer_.stop();
  if (isVisible()) update();
}

void Canvas::build_traffic_overlays() {
  traffic_control_ = new TrafficControl(this);
  legend_ = new Legend(appearance_, this);
  request_story_ = new RequestStory(document_, live_run_, appearance_, this);
  connect(traffic_control_, &TrafficControl::following_wanted, this, &Canvas::set_following);
  connect(traffic_control_, &TrafficControl::legend_wanted, this, &Canvas::show_legend);
  connect(&live_run_, &LiveRun::state_changed, this, [this] {
    traffic_control_->show_following(live_run_.is_following());
    place_traffic_overlays();
  });
  connect(request_story_, &RequestStory::closed, this, qOverload<>(&QWidget::update));
  legend_->setVisible(QSettings().value(QLatin1String(legend_setting), false).toBool());
  traffic_control_->show_legend(!legend_->isHidden());
}

void Canvas::place_traffic_overlays() {
  // An empty canvas has nothing that would move.
  const bool has_run = live_run_.state() != LiveRun::State::empty;
  traffic_control_->setVisible(has_run);
  traffic_control_->adjustSize();
  traffic_control_->move(overlay_margin, height() - traffic_control_->height() - overlay_margin);
  if (!legend_->isHidden()) {
    legend_->explain(architecture(), live_run_.is_following());
    const int bottom = has_run ? traffic_control_->y() - overlay_margin / 2 : height() - overlay_margin;
    legend_->move(overlay_margin, std::max(overlay_margin, bottom - legend_->height()));
    traffic_control_->raise();  // where there is no room for both: it takes the legend away
  }
  request_story_->fit_into({width() - 2 * overlay_margin, (height() - 2 * overlay_margin) * 2 / 3});
  request_story_->move(width() - request_story_->width() - overlay_margin, overlay_margin);
}

void Canvas::set_following(bool follows) {
  traffic_.clear();
  follow_view_.go_to(live_run_.now(), true);
  if (!follows) tell_of_request(0);
  live_run_.set_following(follows);
  place_traffic_overlays();
  update();
}

void Canvas::show_legend(bool shown) {
  legend_->setVisible(shown);
  legend_->raise();
  traffic_control_->show_legend(shown);
  QSettings().setValue(QLatin1String(legend_setting), shown);
  place_traffic_overlays();
  emit legend_shown(shown);
}

bool Canvas::legend_is_shown() const { return !legend_->isHidden(); }

void Canvas::paint_followed(QPainter& painter) {
  const std::vector<Token> tokens = follow_view_.tokens(live_run_.traces(), shown(), request_story_->request());
  paint_tokens(painter, shown(), theme(), tokens, live_cache_, viewport_.zoom());
}

std::uint32_t Canvas::request_at(QPointF on_widget) {
  const QPointF at = viewport_.to_canvas(on_widget);
  std::uint32_t nearest = 0;
  double least = 0;
  const auto consider = [&](QPointF place, double reach, std::uint32_t request) {
    const double distance = QLineF(place, at).length();
    if (request == 0 || distance > reach || (nearest != 0 && distance >= least)) return;
    nearest = request;
    least = distance;
  };
  live_cache_.follow(shown(), link_routes_.now());
  if (live_run_.is_following()) {
    const std::vector<Token> tokens = follow_view_.tokens(live_run_.traces(), architecture(), 0);
    const auto places = places_of(tokens, architecture(), live_cache_, viewport_.zoom());
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (places[i]) consider(*places[i], token_radius(viewport_.zoom()) * 1.2, tokens[i].request);
  } else if (!live_run_.is_running()) {
    for (const Dot& dot : traffic_.dots()) {
      const std::size_t place = live_cache_.place_of(dot.link);
      if (place == LiveCache::no_place || live_cache_.tracks()[place].is_empty()) continue;
      consider(live_cache_.tracks()[place].at(dot.progress), dot_reach / viewport_.zoom(), dot.request);
    }
  }
  return nearest;
}

void Canvas::tell_of_request(std::uint32_t request) {
  request_story_->tell(request);
  if (request != 0 && request_story_->isHidden()) say(tr("Where this request began was not seen."));
  place_traffic_overlays();
  update();
}

}  // namespace loadframe
