#include "panels/charts_panel.h"

#include "appearance.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/wording.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

constexpr std::size_t chart_count = 4;
constexpr int redraw_ms = 100;  ///< all charts; more often is more than one can follow
constexpr int choose_again_ms = 1000;
constexpr int most_columns = 4;
constexpr int least_chart_width = 220;
constexpr int least_chart_height = 120;
constexpr std::array windows{seconds(30), minutes(2), minutes(10), Duration{}};

/// Of the busiest components, each place its own.
constexpr std::array busiest_colors{&Theme::compute, &Theme::busy, &Theme::data, &Theme::entry};
/// How much busier a component must be to take the place of another, so that lines do not come and go.
constexpr float clearly_busier = 0.1F;
constexpr float least_busy = 0.005F;  ///< less draws no line above the axis

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
    case Outcome::lost:
      return ChartsPanel::tr("lost");
    case Outcome::circuit_open:
      return ChartsPanel::tr("circuit open");
    case Outcome::shed:
      return ChartsPanel::tr("shed");
    case Outcome::cancelled:
      return ChartsPanel::tr("cancelled");
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
    case Outcome::lost:
      line.style = Qt::DashDotLine;
      break;
    case Outcome::circuit_open:
      line.color = &Theme::messaging;
      break;
    case Outcome::shed:
      line.color = &Theme::busy;
      line.style = Qt::DotLine;
      break;
    case Outcome::cancelled:
      line.color = &Theme::check;
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
  grid_ = new QGridLayout(charts_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(12);
  arrange();

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

  pace_.setInterval(redraw_ms / static_cast<int>(chart_count));
  pace_.setSingleShot(true);
  connect(&pace_, &QTimer::timeout, this, [this] {
    if (isVisible()) draw_next_chart();
  });
  connect(group, &QButtonGroup::buttonToggled, this, [this] { start_over(); });
  connect(window_, &QComboBox::currentIndexChanged, this, [this] { start_over(); });
  connect(&run_, &LiveRun::advanced, this, &ChartsPanel::take);
  connect(&run_, &LiveRun::restarted, this, &ChartsPanel::start_over);
  connect(&run_, &LiveRun::rewound, this, &ChartsPanel::start_over);
  connect(&document_, &Document::changed, this, &ChartsPanel::name_selection);
  start_over();
}

void ChartsPanel::set_selection(const std::vector<ElementId>& elements) {
  const bool is_component = elements.size() == 1 && std::holds_alternative<ComponentId>(elements.front());
  selection_ = is_component ? elements.front() : ElementId();
  name_selection();
  (selected_->isHidden() ? whole_ : selected_)->setChecked(true);
  if ((shows_whole() ? ElementId() : selection_) != trend_.subject()) start_over();
}

void ChartsPanel::name_selection() {
  const QString name = to_qstring(name_of(document_.architecture(), selection_));
  selected_->setText(name);
  selected_->setVisible(!name.isEmpty());
  if (name.isEmpty()) whole_->setChecked(true);
}

bool ChartsPanel::shows_whole() const { return !selected_->isChecked(); }

Duration ChartsPanel::window() const { return windows[static_cast<std::size_t>(window_->currentIndex())]; }

Trend ChartsPanel::trend_of(const ElementId& subject) const {
  Trend trend(subject, window(), most_points);
  const Duration from = window() > Duration{} ? run_.now() - window() : Duration{};
  const auto& samples = run_.samples();
  const auto first =
      std::find_if(samples.rbegin(), samples.rend(), [&](const auto& sample) { return sample->end < from; });
  for (auto sample = first.base(); sample != samples.end(); ++sample) trend.add(**sample);
  return trend;
}

void ChartsPanel::start_over() {
  trend_ = trend_of(shows_whole() ? ElementId() : selection_);
  busiest_.clear();
  busiest_names_.clear();
  chosen_.invalidate();
  set_lines();
  draw();
}

void ChartsPanel::choose_busiest() {
  const Sample* const now = run_.last_second();
  if (!shows_whole() || !now) return;
  if (chosen_.isValid() && chosen_.elapsed() < choose_again_ms) return;
  chosen_.start();
  const auto utilisation_now = [now](const ElementId& id) {
    for (const ComponentSample& one : now->components)
      if (ElementId(one.id) == id) return one.utilisation;
    return -1.0F;
  };
  std::vector<ComponentSample> by_utilisation = now->components;
  std::stable_sort(by_utilisation.begin(), by_utilisation.end(),
                   [](const auto& a, const auto& b) { return a.utilisation > b.utilisation; });
  std::erase_if(busiest_, [&](const Trend& trend) { return utilisation_now(trend.subject()) < 0; });
  for (std::size_t i = 0; i < std::min(by_utilisation.size(), busiest_colors.size()); ++i) {
    const ComponentSample& one = by_utilisation[i];
    const auto is_it = [&](const Trend& trend) { return trend.subject() == ElementId(one.id); };
    if (one.utilisation < least_busy || std::any_of(busiest_.begin(), busiest_.end(), is_it)) continue;
    if (busiest_.size() < busiest_colors.size()) {
      busiest_.push_back(trend_of(one.id));
      continue;
    }
    const auto idlest = std::min_element(busiest_.begin(), busiest_.end(), [&](const Trend& a, const Trend& b) {
      return utilisation_now(a.subject()) < utilisation_now(b.subject());
    });
    if (one.utilisation < utilisation_now(idlest->subject()) + clearly_busier) continue;
    *idlest = trend_of(one.id);
  }
  QStringList names;
  for (const Trend& trend : busiest_) names << to_qstring(name_of(document_.architecture(), trend.subject()));
  if (names == busiest_names_) return;
  busiest_names_ = names;
  set_utilisation_lines();
}

void ChartsPanel::set_utilisation_lines() {
  const auto utilisation = [](const TrendPoint& point) { return 100 * point.utilisation; };
  std::vector<ChartLine> lines;
  if (shows_whole()) {
    for (std::size_t i = 0; i < busiest_.size(); ++i)
      lines.push_back(
          {busiest_names_[static_cast<qsizetype>(i)], busiest_colors[i], Qt::SolidLine, utilisation, true, i});
  } else {
    lines = {{tr("busy"), &Theme::good, Qt::SolidLine, utilisation},
             {tr("CPU"), &Theme::compute, Qt::DashLine, [](const TrendPoint& p) { return 100 * p.cpu; }, false}};
  }
  utilisation_->set_lines(std::move(lines));
}

void ChartsPanel::arrange() {
  const bool is_narrow = width() < most_columns * least_chart_width;
  const bool has_room_below = height() > 3 * least_chart_height;
  const int columns = is_narrow && has_room_below ? most_columns / 2 : most_columns;
  if (columns == columns_) return;
  columns_ = columns;
  const std::array charts{throughput_, latency_, utilisation_, queue_};
  for (int i = 0; i < most_columns; ++i) {
    grid_->setColumnStretch(i, i < columns ? 1 : 0);
    grid_->addWidget(charts[static_cast<std::size_t>(i)], i / columns, i % columns);
  }
}

void ChartsPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
}

void ChartsPanel::set_lines() {
  std::vector<ChartLine> calls;
  if (shows_whole()) {
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
  set_utilisation_lines();
  queue_->set_lines(
      {{tr("under way"), &Theme::compute, Qt::SolidLine, [](const TrendPoint& p) { return p.concurrency; }},
       {tr("waiting"), &Theme::busy, Qt::SolidLine, [](const TrendPoint& p) { return p.queue; }}});
}

void ChartsPanel::take(const LiveFrame& frame) {
  trend_.add(frame.samples);
  for (Trend& trend : busiest_) trend.add(frame.samples);
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
      continue;
    }
    const QString component = to_qstring(name_of(architecture, event.component));
    const QString target = to_qstring(name_of(architecture, event.target));
    switch (event.kind) {
      case EventKind::target_down:
        found.push_back({event.at, tr("%1 down").arg(target), false});
        break;
      case EventKind::target_up:
        found.push_back({event.at, tr("%1 up").arg(target), false});
        break;
      case EventKind::out_of_memory:
        found.push_back({event.at, tr("%1 out of memory").arg(component), true});
        break;
      case EventKind::promoted:
        found.push_back({event.at, tr("%1 promoted").arg(component), false});
        break;
      case EventKind::breaker_opened:
        found.push_back({event.at, tr("circuit to %1 open").arg(target), false});
        break;
      case EventKind::breaker_closed:
        found.push_back({event.at, tr("circuit to %1 closed").arg(target), false});
        break;
      case EventKind::scaled:
        found.push_back({event.at, tr("%1 ×%2").arg(component).arg(event.count), false});
        break;
      default:
        break;
    }
  }
  return found;
}

bool ChartsPanel::begin_drawing() {
  stale_ = false;
  next_chart_ = 0;
  const bool empty = trend_.points().empty();
  charts_->setVisible(!empty);
  nothing_->setVisible(empty);
  if (empty || !isVisible()) return false;
  choose_busiest();
  to_ = trend_.points().back().end;
  from_ = window() > Duration{} ? std::max(Duration{}, to_ - window()) : Duration{};
  markers_ = markers(from_);
  return true;
}

void ChartsPanel::draw() {
  if (!begin_drawing()) return;
  for (std::size_t place = 0; place < chart_count; ++place) draw_chart(place);
}

void ChartsPanel::draw_next_chart() {
  if (next_chart_ == 0 && !(stale_ && begin_drawing())) return;
  draw_chart(next_chart_);
  next_chart_ = (next_chart_ + 1) % chart_count;
  if (stale_ || next_chart_ != 0) pace_.start();
}

void ChartsPanel::draw_chart(std::size_t place) {
  const std::array<TrendChart*, chart_count> charts{throughput_, latency_, queue_, utilisation_};
  std::vector<const Trend*> trends{&trend_};
  if (charts[place] == utilisation_ && shows_whole()) {
    trends.clear();
    for (const Trend& trend : busiest_) trends.push_back(&trend);
  }
  charts[place]->show_trends(trends, from_, to_, markers_);
}

}  // namespace loadframe
