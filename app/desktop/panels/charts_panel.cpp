#include "panels/charts_panel.h"

#include "appearance.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/wording.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

constexpr int redraw_ms = 100;
constexpr std::array windows{seconds(30), minutes(2), minutes(10), Duration{}};

QString outcome_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::ok:
      return ChartsPanel::tr("ok");
    case Outcome::refused:
      return ChartsPanel::tr("refused");
    case Outcome::reset:
      return ChartsPanel::tr("reset");
    case Outcome::timeout:
      return ChartsPanel::tr("timeout");
    case Outcome::rejected:
      return ChartsPanel::tr("rejected");
    case Outcome::no_healthy_target:
      return ChartsPanel::tr("no target");
    case Outcome::name_not_resolved:
      return ChartsPanel::tr("no address");
    case Outcome::error:
      return ChartsPanel::tr("error");
  }
  return {};
}

/// Failures share colours; their strokes tell them apart.
ChartLine outcome_line(Outcome outcome) {
  ChartLine line{outcome_text(outcome), &Theme::failed, Qt::SolidLine, {}, outcome == Outcome::ok};
  line.value = [outcome](const TrendPoint& point) {
    return point.length_s > 0 ? static_cast<double>(point.outcomes[outcome]) / point.length_s : -1;
  };
  switch (outcome) {
    case Outcome::ok:
      line.color = &Theme::ok;
      break;
    case Outcome::reset:
      line.style = Qt::DashLine;
      break;
    case Outcome::timeout:
      line.color = &Theme::busy;
      break;
    case Outcome::rejected:
      line.color = &Theme::busy;
      line.style = Qt::DashLine;
      break;
    case Outcome::no_healthy_target:
      line.style = Qt::DotLine;
      break;
    case Outcome::name_not_resolved:
      line.color = &Theme::lookup;
      break;
    case Outcome::error:
      line.color = &Theme::lookup;
      line.style = Qt::DashLine;
      break;
    case Outcome::refused:
      break;
  }
  return line;
}

double milliseconds_or_gap(const TrendPoint& point, double seconds_value) {
  return point.ok > 0 ? seconds_value * 1000 : -1;
}

}  // namespace

ChartsPanel::ChartsPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), document_(document), run_(run), trend_({}, windows[1], most_points) {
  setProperty("role", "panel");
  whole_ = new QPushButton(tr("Whole system"), this);
  selected_ = new QPushButton(this);
  auto* const group = new QButtonGroup(this);
  for (QPushButton* const button : {whole_, selected_}) {
    button->setCheckable(true);
    group->addButton(button);
  }
  whole_->setChecked(true);
  selected_->hide();
  window_ = new QComboBox(this);
  window_->setAccessibleName(tr("Time shown"));
  window_->addItems({tr("Last 30 s"), tr("Last 2 min"), tr("Last 10 min"), tr("All")});
  window_->setCurrentIndex(1);
  nothing_ = new QLabel(tr("Run the system to see its charts."), this);
  nothing_->setProperty("role", "muted");
  nothing_->setAlignment(Qt::AlignCenter);

  charts_ = new QWidget(this);
  throughput_ = new TrendChart(appearance, tr("Requests"), {tr("per second"), 1, 0}, charts_);
  latency_ = new TrendChart(appearance, tr("Latency"), {tr("ms"), 1, 0}, charts_);
  utilisation_ = new TrendChart(appearance, tr("Utilisation"), {tr("%"), 100, 100}, charts_);
  queue_ = new TrendChart(appearance, tr("Calls"), {tr("at one time"), 4, 0}, charts_);
  auto* const row = new QHBoxLayout(charts_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  for (TrendChart* const chart : {throughput_, latency_, utilisation_, queue_}) row->addWidget(chart, 1);

  auto* const head = new QHBoxLayout;
  head->addWidget(whole_);
  head->addWidget(selected_);
  head->addStretch();
  head->addWidget(window_);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 4);
  column->addLayout(head);
  column->addWidget(charts_, 1);
  column->addWidget(nothing_, 1);

  pace_.setInterval(redraw_ms);
  pace_.setSingleShot(true);
  connect(&pace_, &QTimer::timeout, this, [this] {
    if (stale_ && isVisible()) draw();
  });
  connect(group, &QButtonGroup::buttonToggled, this, [this] { start_over(); });
  connect(window_, &QComboBox::currentIndexChanged, this, [this] { start_over(); });
  connect(&run_, &LiveRun::advanced, this, &ChartsPanel::take);
  connect(&run_, &LiveRun::restarted, this, &ChartsPanel::start_over);
  connect(&document_, &Document::changed, this, &ChartsPanel::name_selection);
  start_over();
}

void ChartsPanel::set_selection(const std::vector<ElementId>& elements) {
  const bool is_component = elements.size() == 1 && std::holds_alternative<ComponentId>(elements.front());
  selection_ = is_component ? elements.front() : ElementId();
  name_selection();
}

void ChartsPanel::name_selection() {
  const QString name = to_qstring(name_of(document_.architecture(), selection_));
  selected_->setText(name);
  selected_->setVisible(!name.isEmpty());
  if (name.isEmpty()) whole_->setChecked(true);
  else selected_->setChecked(true);
  const ElementId wanted = selected_->isChecked() ? selection_ : ElementId();
  if (wanted != trend_.subject()) start_over();
}

void ChartsPanel::start_over() {
  const Duration window = windows[static_cast<std::size_t>(window_->currentIndex())];
  trend_ = Trend(selected_->isChecked() ? selection_ : ElementId(), window, most_points);
  const Duration from = window > Duration{} ? run_.now() - window : Duration{};
  for (const auto& sample : run_.samples())
    if (sample->end >= from) trend_.add(*sample);
  set_lines();
  draw();
}

void ChartsPanel::set_lines() {
  const bool whole = std::holds_alternative<std::monostate>(trend_.subject());
  std::vector<ChartLine> calls;
  if (whole) {
    for (std::size_t i = 0; i < outcome_count; ++i) calls.push_back(outcome_line(static_cast<Outcome>(i)));
  } else {
    calls = {{tr("ok"), &Theme::ok, Qt::SolidLine, &TrendPoint::ok_per_s, true},
             {tr("failed"), &Theme::failed, Qt::SolidLine, &TrendPoint::failed_per_s, false}};
  }
  throughput_->set_lines(std::move(calls));
  latency_->set_lines(
      {{tr("p50"), &Theme::data, Qt::SolidLine, [](const TrendPoint& p) { return milliseconds_or_gap(p, p.p50_s); }},
       {tr("p95"), &Theme::busy, Qt::SolidLine, [](const TrendPoint& p) { return milliseconds_or_gap(p, p.p95_s); }},
       {tr("p99"), &Theme::entry, Qt::SolidLine, [](const TrendPoint& p) { return milliseconds_or_gap(p, p.p99_s); }}});
  utilisation_->set_lines({{whole ? tr("busiest component") : tr("utilisation"), &Theme::good, Qt::SolidLine,
                            [](const TrendPoint& p) { return 100 * p.utilisation; }}});
  queue_->set_lines(
      {{tr("under way"), &Theme::compute, Qt::SolidLine, [](const TrendPoint& p) { return p.concurrency; }},
       {tr("waiting"), &Theme::busy, Qt::SolidLine, [](const TrendPoint& p) { return p.queue; }}});
}

void ChartsPanel::take(const LiveFrame& frame) {
  trend_.add(frame.samples);
  stale_ = stale_ || !frame.samples.empty() || !frame.happened.empty();
  if (stale_ && isVisible() && !pace_.isActive()) pace_.start();
}

void ChartsPanel::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  draw();
}

std::vector<ChartMarker> ChartsPanel::markers(Duration from) const {
  std::vector<ChartMarker> found;
  const Architecture& architecture = document_.architecture();
  for (const Event& event : run_.happened()) {
    if (event.at < from) continue;
    if (event.kind == EventKind::action) {
      const QString what = translated(description(event.action->kind).label);
      found.push_back({event.at,
                       QStringLiteral("%1 %2").arg(what, to_qstring(name_of(architecture, event.action->target))),
                       tone_of(event) == Tone::bad});
    } else if (event.kind == EventKind::target_down) {
      found.push_back({event.at, tr("%1 down").arg(to_qstring(name_of(architecture, event.target))), false});
    } else if (event.kind == EventKind::target_up) {
      found.push_back({event.at, tr("%1 up").arg(to_qstring(name_of(architecture, event.target))), false});
    }
  }
  return found;
}

void ChartsPanel::draw() {
  stale_ = false;
  const bool empty = trend_.points().empty();
  charts_->setVisible(!empty);
  nothing_->setVisible(empty);
  if (empty || !isVisible()) return;
  const Duration window = windows[static_cast<std::size_t>(window_->currentIndex())];
  const Duration to = trend_.points().back().end;
  const Duration from = window > Duration{} ? std::max(Duration{}, to - window) : Duration{};
  const std::vector<ChartMarker> marks = markers(from);
  for (TrendChart* const chart : {throughput_, latency_, utilisation_, queue_})
    chart->show_trend(trend_, from, to, marks);
}

}  // namespace loadframe
