#include "panels/live_tab.h"

#include "appearance.h"
#include "diagram/figures.h"
#include "panels/event_list.h"
#include "panels/sparkline.h"
#include "panels/tally_view.h"
#include "panels/targets_view.h"
#include "panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

constexpr auto refresh_interval = 120ms;
constexpr Duration shown_window = seconds(60);
constexpr std::size_t most_points = 120;
constexpr std::size_t most_events = 6;
constexpr std::size_t most_repairs = 2;

QString seconds_text(double seconds) { return latency_text(duration_from_seconds(seconds)); }

bool may_change_instances(const Component& component) {
  const auto scales = [](const auto& settings) { return settings.autoscaling || settings.instances > 1; };
  if (const auto* server = std::get_if<ServerSettings>(&component.settings)) return scales(*server);
  if (const auto* worker = std::get_if<WorkerSettings>(&component.settings)) return scales(*worker);
  return false;
}

bool is_fault(const Event& event) { return event.kind == EventKind::action && tone_of(event) == Tone::bad; }

}  // namespace

LiveTab::LiveTab(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), document_(document), run_(run), appearance_(appearance), trend_({}, shown_window, most_points) {
  hint_ = new QLabel(this);
  hint_->setProperty("role", "muted");
  hint_->setWordWrap(true);
  targets_ = new TargetsView(appearance, this);
  tally_ = new TallyView(this);
  events_heading_ = new QLabel(tr("What happened"), this);
  events_heading_->setProperty("role", "heading");
  events_ = new EventModel(this);
  events_view_ = new QListView(this);
  events_view_->setModel(events_);
  events_view_->setItemDelegate(new EventDelegate(appearance, EventDelegate::Lines::as_needed, events_view_));
  events_view_->setAccessibleName(events_heading_->text());
  events_view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  events_view_->setResizeMode(QListView::Adjust);
  events_view_->setMinimumHeight(120);
  repairs_ = new QWidget(this);
  repairs_row_ = new QHBoxLayout(repairs_);
  repairs_row_->setContentsMargins(0, 0, 0, 0);

  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(16, 12, 16, 12);
  column_->setSpacing(12);
  column_->addWidget(hint_);
  column_->addWidget(targets_);
  column_->addWidget(tally_);
  column_->addWidget(events_heading_);
  column_->addWidget(events_view_, 1);
  column_->addWidget(repairs_);
  column_->addStretch();

  due_.setSingleShot(true);
  due_.setInterval(refresh_interval);
  connect(&due_, &QTimer::timeout, this, &LiveTab::refresh);
  connect(&run_, &LiveRun::advanced, this, &LiveTab::take);
  connect(&run_, &LiveRun::restarted, this, &LiveTab::start_over);
  connect(&run_, &LiveRun::rewound, this, &LiveTab::start_over);
  connect(&run_, &LiveRun::state_changed, this, &LiveTab::refresh);
  connect(events_view_, &QListView::activated, this,
          [this](const QModelIndex& index) { emit element_chosen(element_of(events_->event(index.row()))); });
  connect(&appearance_, &Appearance::changed, this, &LiveTab::refresh);
  set_subject({});
}

void LiveTab::set_subject(const ElementId& subject) {
  subject_ = subject;
  is_filled_ = false;
}

void LiveTab::fill() {
  if (is_filled_) return;
  is_filled_ = true;
  trend_ = Trend(subject_, shown_window, most_points);
  shows_memory_ = false;
  build();
  start_over();
}

void LiveTab::build() {
  delete gauges_box_;
  gauges_.clear();
  gauges_box_ = new QWidget(this);
  auto* box = new QVBoxLayout(gauges_box_);
  box->setContentsMargins(0, 0, 0, 0);
  box->setSpacing(14);
  column_->insertWidget(1, gauges_box_);

  const Architecture& architecture = document_.architecture();
  if (const auto* id = std::get_if<ComponentId>(&subject_)) {
    if (const Component* component = loadframe::find(architecture, *id)) add_gauges_of(*component);
  } else if (std::holds_alternative<LinkId>(subject_)) {
    add_traffic(tr("Calls per second"));
    add_count(tr("Calls under way"), tr("Under way"), &Theme::lookup, &TrendPoint::concurrency);
  } else if (const auto* area_id = std::get_if<AreaId>(&subject_)) {
    const Area* area = loadframe::find(architecture, *area_id);
    if (area && kind_of(area->settings) == AreaKind::host)
      add_gauge(new Sparkline(appearance_, tr("CPU in use"),
                              {{tr("CPU"), &Theme::accent, [](const TrendPoint& p) { return p.utilisation; }, true}},
                              {percent_text, 1}, gauges_box_),
                [](const TrendPoint& p) { return percent_text(p.utilisation); });
  } else if (std::holds_alternative<std::monostate>(subject_)) {
    add_traffic(tr("Requests per second"));
    add_latency();
    add_count(tr("Requests under way"), tr("Under way"), &Theme::lookup, &TrendPoint::concurrency);
  }
}

void LiveTab::add_gauge(Sparkline* chart, std::function<QString(const TrendPoint&)> figure) {
  gauges_box_->layout()->addWidget(chart);
  gauges_.push_back({chart, std::move(figure)});
}

void LiveTab::add_traffic(const QString& title) {
  add_gauge(new Sparkline(appearance_, title,
                          {{tr("Answered"), &Theme::accent, [](const TrendPoint& p) { return p.ok_per_s(); }, true},
                           {tr("Failed"), &Theme::failed, [](const TrendPoint& p) { return p.failed_per_s(); }, true}},
                          {figure_text, 1}, gauges_box_),
            [](const TrendPoint& p) { return figure_text(p.ok_per_s() + p.failed_per_s()); });
}

void LiveTab::add_latency() {
  const auto positive = [](double seconds) { return seconds > 0 ? seconds : -1; };
  add_gauge(new Sparkline(appearance_, tr("Latency p50, p95, p99"),
                          {{tr("p50"), &Theme::lookup, [positive](const TrendPoint& p) { return positive(p.p50_s); }},
                           {tr("p95"), &Theme::busy, [positive](const TrendPoint& p) { return positive(p.p95_s); }},
                           {tr("p99"), &Theme::entry, [positive](const TrendPoint& p) { return positive(p.p99_s); }}},
                          {seconds_text, 1e-6}, gauges_box_),
            [](const TrendPoint& p) { return seconds_text(p.p99_s); });
}

void LiveTab::add_share(const QString& title, const QString& line, QColor Theme::*color, double TrendPoint::*share) {
  add_gauge(new Sparkline(appearance_, title, {{line, color, [share](const TrendPoint& p) { return p.*share; }, true}},
                          {percent_text, 1}, gauges_box_),
            [share](const TrendPoint& p) { return p.*share < 0 ? QStringLiteral("–") : percent_text(p.*share); });
}

void LiveTab::add_count(const QString& title, const QString& line, QColor Theme::*color, double TrendPoint::*count) {
  add_gauge(new Sparkline(appearance_, title, {{line, color, [count](const TrendPoint& p) { return p.*count; }, true}},
                          {figure_text, 1}, gauges_box_),
            [count](const TrendPoint& p) { return figure_text(p.*count); });
}

void LiveTab::add_gauges_of(const Component& component) {
  const bool is_message_store = is_broker(component);
  add_traffic(is_message_store ? tr("Messages taken in per second") : tr("Requests per second"));
  if (is_message_store) add_count(tr("Messages kept"), tr("Kept"), &Theme::messaging, &TrendPoint::queue);
  add_latency();
  const Kind kind = kind_of(component.settings);
  const auto add_utilisation = [this] {
    add_share(tr("Utilisation"), tr("Busy"), &Theme::good, &TrendPoint::utilisation);
    add_count(tr("Queue"), tr("Waiting"), &Theme::busy, &TrendPoint::queue);
  };
  const auto add_under_way = [this] {
    add_count(tr("Requests under way"), tr("Under way"), &Theme::lookup, &TrendPoint::concurrency);
  };
  switch (kind) {
    case Kind::users:
    case Kind::dns:
    case Kind::queue:
    case Kind::topic:
    case Kind::stream:
      break;
    case Kind::load_balancer:
    case Kind::object_store:
    case Kind::external_service:
      add_under_way();
      break;
    case Kind::cdn:
      add_share(tr("Hit ratio"), tr("Hits"), &Theme::lookup, &TrendPoint::hit_ratio);
      add_under_way();
      break;
    case Kind::cache:
      add_utilisation();
      add_share(tr("Hit ratio"), tr("Hits"), &Theme::lookup, &TrendPoint::hit_ratio);
      break;
    case Kind::firewall:
    case Kind::gateway:
    case Kind::inference_server:
      add_utilisation();
      break;
    case Kind::server:
    case Kind::worker:
      add_utilisation();
      if (may_change_instances(component))
        add_count(tr("Instances"), tr("Running"), &Theme::compute, &TrendPoint::instances);
      break;
    case Kind::function:
      add_count(tr("Instances at work"), tr("Running"), &Theme::compute, &TrendPoint::concurrency);
      break;
    case Kind::relational_database:
      add_utilisation();
      if (is_replica(document_.architecture(), component))
        add_gauge(new Sparkline(appearance_, tr("Replication lag"),
                                {{tr("Behind"), &Theme::replication,
                                  [](const TrendPoint& p) { return p.replication_lag_s; }, true}},
                                {seconds_text, 1e-6}, gauges_box_),
                  [](const TrendPoint& p) { return seconds_text(p.replication_lag_s); });
      break;
    case Kind::non_relational_database:
    case Kind::search_index:
      add_utilisation();
      add_count(tr("Nodes that live"), tr("Alive"), &Theme::data, &TrendPoint::instances);
      break;
  }
  if (shows_memory_) add_share(tr("Memory of its machine"), tr("In use"), &Theme::entry, &TrendPoint::memory);
}

void LiveTab::start_over() {
  if (!is_filled_) return;
  trend_.clear();
  trend_.add(run_.samples());
  faults_.clear();
  events_->clear();
  std::vector<Event> relevant;
  for (const Event& event : run_.happened()) {
    if (is_fault(event)) faults_.push_back(event.at);
    if (concerns(event, subject_)) relevant.push_back(event);
  }
  if (relevant.size() > most_events) relevant.erase(relevant.begin(), relevant.end() - most_events);
  events_->append(document_.architecture(), relevant);
  refresh();
}

void LiveTab::take(const LiveFrame& frame) {
  if (!is_filled_) return;
  trend_.add(frame.samples);
  std::vector<Event> relevant;
  for (const Event& event : frame.happened) {
    if (is_fault(event)) faults_.push_back(event.at);
    if (concerns(event, subject_)) relevant.push_back(event);
  }
  events_->append(document_.architecture(), relevant);
  if (!relevant.empty()) events_view_->scrollToBottom();
  const bool is_news = !frame.samples.empty() || !frame.happened.empty() || !run_.is_running();
  if (is_news && !due_.isActive()) due_.start();
}

void LiveTab::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void LiveTab::refresh() {
  if (!isVisible() || !is_filled_) return;
  const bool measured = !trend_.points().empty();
  QString hint;
  if (run_.state() == LiveRun::State::empty) hint = tr("Nothing runs yet: see Problems for what is missing.");
  else if (!measured) hint = tr("Figures appear when the run goes on: press Space.");
  else if (gauges_.empty()) hint = tr("Nothing is measured here; select what it contains.");
  hint_->setText(hint);
  hint_->setVisible(!hint.isEmpty());

  const TrendPoint recent = trend_.recent();
  if (recent.memory > 0 && !shows_memory_) {  // it is only measured where requests or a leak take some
    shows_memory_ = true;
    build();
  }
  for (const Gauge& gauge : gauges_)
    gauge.chart->show_trend(trend_, measured ? gauge.figure(recent) : QStringLiteral("–"), faults_);

  const auto* id = std::get_if<ComponentId>(&subject_);
  const Component* component = id ? loadframe::find(document_.architecture(), *id) : nullptr;
  if (component && kind_of(component->settings) == Kind::load_balancer)
    targets_->show_targets(document_.architecture(), *id, run_);
  else targets_->hide();

  tally_->show_tally(run_.statistics(), subject_);

  const bool has_events = events_->rowCount() > 0;
  events_heading_->setVisible(has_events);
  events_view_->setVisible(has_events);
  refresh_repairs();
}

void LiveTab::refresh_repairs() {
  const Architecture& architecture = document_.architecture();
  std::vector<ComponentId> broken;
  const auto look_at = [&](ComponentId id) {
    const ComponentState state = run_.state_of(id);
    if (state == ComponentState::dead || state == ComponentState::hung) broken.push_back(id);
  };
  if (const auto* id = std::get_if<ComponentId>(&subject_)) {
    look_at(*id);
    for (const Link& link : architecture.links)
      if (link.caller == *id) look_at(link.callee);
  } else if (std::holds_alternative<std::monostate>(subject_)) {
    for (const Component& component : architecture.components) look_at(component.id);
  }
  if (broken.size() > most_repairs) broken.resize(most_repairs);
  if (broken != repairable_) {
    repairable_ = broken;
    while (QLayoutItem* item = repairs_row_->takeAt(0)) {
      delete item->widget();
      delete item;
    }
    for (const ComponentId id : repairable_) {
      const Component* component = loadframe::find(architecture, id);
      if (!component) continue;
      auto* button = new QPushButton(tr("Restart %1").arg(to_qstring(component->name)), repairs_);
      connect(button, &QPushButton::clicked, this, [this, id] { run_.act(action(ActionKind::restart, id)); });
      repairs_row_->addWidget(button);
    }
  }
  repairs_->setVisible(!repairable_.empty());
}

}  // namespace loadframe
