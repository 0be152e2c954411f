#include "panels/charts_panel.h"

#include "appearance.h"
#include "charts/chart_card.h"
#include "charts/chart_export.h"
#include "charts/chart_markers.h"
#include "charts/series_dialog.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/wording.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace loadframe {

namespace {

constexpr int redraw_ms = 100;  ///< all charts; more often is more than one can follow
constexpr int spacing = 14;
constexpr int letters_for_a_chart = 34;  ///< the least width, in letters of average width
constexpr int lines_for_a_chart = 9;     ///< the height that is wanted
constexpr int least_lines = 6;           ///< and the least, where there is little room
constexpr std::size_t most_busy = 8;     ///< lines of one chart: as many as there are colours
constexpr std::array windows{seconds(30), minutes(2), minutes(10), Duration{}};
constexpr std::array line_colors{&Theme::compute, &Theme::busy, &Theme::data,   &Theme::entry,
                                 &Theme::failed,  &Theme::good, &Theme::lookup, &Theme::messaging};
constexpr std::array line_styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};

QString settings_key(const QString& file) {
  const QString of = file.isEmpty() ? QStringLiteral("untitled") : QString::fromLatin1(file.toUtf8().toHex());
  return QStringLiteral("charts/%1").arg(of);
}

/// Places in the palette, its strokes changing when the colours are used up.
std::pair<QColor Theme::*, Qt::PenStyle> stroke_at(std::size_t place) {
  return {line_colors[place % line_colors.size()], line_styles[place / line_colors.size() % line_styles.size()]};
}

/// Components that can be busy: the first of each kind, then the second, so that none of forty servers' neighbours goes
/// unseen. The same ones as long as nobody edits: each keeps its colour.
std::vector<const Component*> shown_of_many(const Architecture& architecture) {
  std::map<Kind, int> met;
  std::vector<std::pair<int, const Component*>> ranked;
  for (const Component& component : architecture.components) {
    const Kind kind = kind_of(component.settings);
    if (kind != Kind::users && kind != Kind::dns) ranked.emplace_back(met[kind]++, &component);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Component*> shown;
  for (const auto& [rank, component] : ranked)
    if (shown.size() < most_busy) shown.push_back(component);
  return shown;
}

}  // namespace

ChartsPanel::ChartsPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), document_(document), run_(run), appearance_(appearance) {
  setProperty("role", "panel");
  nothing_ = new QLabel(tr("Run the system to see its charts."), this);
  nothing_->setProperty("role", "muted");
  nothing_->setAlignment(Qt::AlignCenter);
  area_ = new QScrollArea(this);
  area_->setWidgetResizable(true);
  area_->setFrameShape(QFrame::NoFrame);
  area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  page_ = new QWidget;
  grid_ = new QGridLayout(page_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(spacing + 6);
  grid_->setVerticalSpacing(spacing);
  area_->setWidget(page_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 4);
  make_head();
  column->addWidget(area_, 1);
  column->addWidget(nothing_, 1);

  pace_.setSingleShot(true);
  connect(&pace_, &QTimer::timeout, this, &ChartsPanel::draw_next);
  connect(window_, &QComboBox::currentIndexChanged, this, &ChartsPanel::follow);
  connect(area_->verticalScrollBar(), &QScrollBar::valueChanged, this, &ChartsPanel::draw);
  connect(&run_, &LiveRun::advanced, this, &ChartsPanel::take);
  connect(&run_, &LiveRun::restarted, this, &ChartsPanel::start_over);
  connect(&run_, &LiveRun::rewound, this, &ChartsPanel::start_over);
  connect(&document_, &Document::changed, this, &ChartsPanel::name_selection);
  connect(&document_, &Document::replaced, this, &ChartsPanel::read_charts);
  connect(&document_, &Document::title_changed, this, [this] {
    // Saved under another name: what was composed goes along.
    if (document_.path() == file_) return;
    file_ = document_.path();
    keep_charts();
  });
  connect(&appearance_, &Appearance::changed, this, &ChartsPanel::draw);
  read_charts();
}

void ChartsPanel::make_head() {
  whole_ = new QPushButton(tr("Whole system"), this);
  selected_ = new QPushButton(this);
  auto* group = new QButtonGroup(this);
  for (QPushButton* button : {whole_, selected_}) {
    button->setCheckable(true);
    group->addButton(button);
  }
  whole_->setChecked(true);
  selected_->hide();
  auto* add = new QPushButton(tr("Add chart…"), this);
  add->setObjectName(QStringLiteral("add_chart"));
  add->setProperty("role", "quiet");
  follow_ = new QPushButton(tr("Follow the run"), this);
  follow_->setProperty("role", "primary");
  follow_->hide();
  window_ = new QComboBox(this);
  window_->setAccessibleName(tr("Time shown"));
  window_->addItems({tr("Last 30 s"), tr("Last 2 min"), tr("Last 10 min"), tr("All")});
  window_->setCurrentIndex(1);
  more_ = new QToolButton(this);
  more_->setProperty("role", "quiet");
  more_->setText(QStringLiteral("⋯"));
  more_->setToolTip(tr("What can be done with all charts"));
  more_->setAccessibleName(more_->toolTip());
  more_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(more_);
  connect(menu->addAction(tr("&Export all as CSV…")), &QAction::triggered, this, &ChartsPanel::export_all);
  connect(menu->addAction(tr("&Back to the usual charts")), &QAction::triggered, this, [this] {
    set_charts(usual_charts());
    keep_charts();
  });
  more_->setMenu(menu);
  auto* head = new QHBoxLayout;
  for (QPushButton* button : {whole_, selected_, add}) head->addWidget(button);
  head->addStretch();
  head->addWidget(follow_);
  head->addWidget(window_);
  head->addWidget(more_);
  static_cast<QVBoxLayout*>(layout())->addLayout(head);
  connect(group, &QButtonGroup::buttonToggled, this, [this] {
    need_subjects();
    draw();
  });
  connect(add, &QPushButton::clicked, this, &ChartsPanel::add_chart);
  connect(follow_, &QPushButton::clicked, this, &ChartsPanel::follow);
}

// ── which charts there are ──

void ChartsPanel::read_charts() {
  file_ = document_.path();
  const QString kept = QSettings().value(settings_key(file_)).toString();
  selection_ = {};
  stretch_.reset();
  name_selection();
  set_charts(kept.isEmpty() ? usual_charts() : charts_from_text(kept));
  start_over();
}

void ChartsPanel::keep_charts() {
  const auto now = specs();
  if (now == usual_charts()) QSettings().remove(settings_key(file_));
  else QSettings().setValue(settings_key(file_), charts_to_text(now));
}

std::vector<ChartSpec> ChartsPanel::specs() const {
  std::vector<ChartSpec> all;
  for (const ChartCard* card : cards_) all.push_back(card->spec());
  return all;
}

void ChartsPanel::set_charts(const std::vector<ChartSpec>& specs) {
  for (ChartCard* card : cards_) card->deleteLater();
  for (ChartCard* card : cards_) card->hide();
  cards_.clear();
  for (const ChartSpec& spec : specs) cards_.push_back(make_card(spec));
  need_subjects();
  arrange();
  draw();
}

ChartCard* ChartsPanel::make_card(const ChartSpec& spec) {
  auto* card = new ChartCard(spec, appearance_, page_);
  connect(card, &ChartCard::pointed_at, this, [this](std::optional<double> at_s) {
    show_cursor(at_s);
    emit pointed_at(at_s);
  });
  connect(card, &ChartCard::stretch_wanted, this, &ChartsPanel::show_stretch);
  connect(card, &ChartCard::all_wanted, this, &ChartsPanel::follow);
  connect(card, &ChartCard::spec_changed, this, &ChartsPanel::keep_charts);
  connect(card, &ChartCard::series_wanted, this, [this, card] { choose_series(card); });
  connect(card, &ChartCard::move_wanted, this, [this, card](int by) { move_card(card, by); });
  connect(card, &ChartCard::remove_wanted, this, [this, card] { remove_card(card); });
  connect(card, &ChartCard::export_wanted, this, [this, card](const QString& format) { export_card(card, format); });
  card->show();
  return card;
}

void ChartsPanel::add_chart() {
  SeriesDialog dialog(document_.architecture(), appearance_, {}, selection_, QWidget::window());
  dialog.setWindowTitle(tr("Add a chart"));
  if (dialog.exec() != QDialog::Accepted) return;
  cards_.push_back(make_card({{}, StandardChart::none, dialog.chosen()}));
  need_subjects();
  arrange();
  keep_charts();
  draw();
  area_->ensureWidgetVisible(cards_.back());
}

void ChartsPanel::choose_series(ChartCard* card) {
  std::vector<SeriesSpec> now = card->spec().series;
  if (now.empty())
    for (const Series& one : series_of(card->spec()))
      now.push_back({to_qstring(name_of(document_.architecture(), one.subject)), one.metric->key});
  SeriesDialog dialog(document_.architecture(), appearance_, now, selection_, QWidget::window());
  if (dialog.exec() != QDialog::Accepted || dialog.chosen() == now) return;
  ChartSpec spec{card->spec().title, StandardChart::none, dialog.chosen()};
  card->set_spec(std::move(spec));
  need_subjects();
  keep_charts();
  draw();
}

void ChartsPanel::move_card(ChartCard* card, int by) {
  const auto found = std::find(cards_.begin(), cards_.end(), card);
  const auto place = found - cards_.begin() + by;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(cards_.size())) return;
  std::swap(*found, cards_[static_cast<std::size_t>(place)]);
  arrange();
  keep_charts();
}

void ChartsPanel::remove_card(ChartCard* card) {
  std::erase(cards_, card);
  card->hide();
  card->deleteLater();
  need_subjects();
  arrange();
  keep_charts();
  draw();
}

void ChartsPanel::arrange() {
  const QFontMetrics metrics(font());
  const int count = static_cast<int>(cards_.size());
  const int least_width = metrics.averageCharWidth() * letters_for_a_chart + spacing;
  const int room = height() - layout()->contentsMargins().bottom() - 2 * metrics.height() - 3 * spacing;
  const int least_height = std::clamp(room, metrics.height() * least_lines, metrics.height() * lines_for_a_chart);
  int columns = std::clamp(width() / least_width, 1, std::max(count, 1));
  // Four charts in a room that is high and wide: two and two.
  while (columns > 1 && (count + columns - 2) / (columns - 1) * (least_height + spacing) * 3 / 2 < area_->height())
    --columns;
  if (count == 0) columns = 1;
  for (ChartCard* card : cards_) grid_->removeWidget(card);
  for (int i = 0; i < grid_->columnCount(); ++i) grid_->setColumnStretch(i, 0);
  for (int i = 0; i < grid_->rowCount(); ++i) grid_->setRowStretch(i, 0);
  for (int i = 0; i < count; ++i) {
    cards_[static_cast<std::size_t>(i)]->setMinimumHeight(least_height);
    grid_->addWidget(cards_[static_cast<std::size_t>(i)], i / columns, i % columns);
    grid_->setColumnStretch(i % columns, 1);
    grid_->setRowStretch(i / columns, 1);
  }
}

// ── files ──

void ChartsPanel::export_card(ChartCard* card, const QString& format) {
  if (format == QStringLiteral("csv")) {
    std::vector<ChartColumn> columns;
    for (const Series& one : series_of(card->spec())) columns.push_back({one.label, one.subject, one.metric});
    save_csv(std::move(columns));
    return;
  }
  export_chart_picture(*card, format, *this);
}

void ChartsPanel::export_all() {
  std::vector<ChartColumn> columns;
  for (const ChartCard* card : cards_)
    for (const Series& one : series_of(card->spec()))
      columns.push_back({QStringLiteral("%1: %2").arg(title_of(card->spec()), one.label), one.subject, one.metric});
  save_csv(std::move(columns));
}

void ChartsPanel::save_csv(std::vector<ChartColumn> columns) {
  export_chart_table(std::move(columns), run_.samples(), from_s_, to_s_, *this);
}

// ── what they show ──

void ChartsPanel::set_selection(const std::vector<ElementId>& elements) {
  const bool has_figures = elements.size() == 1 && !metrics_of(document_.architecture(), elements.front()).empty();
  selection_ = has_figures ? elements.front() : ElementId();
  name_selection();
  (selected_->isHidden() ? whole_ : selected_)->setChecked(true);
  need_subjects();
  draw();
}

void ChartsPanel::name_selection() {
  const QString name = to_qstring(name_of(document_.architecture(), selection_));
  selected_->setText(name);
  selected_->setVisible(!name.isEmpty());
  if (name.isEmpty()) whole_->setChecked(true);
}

bool ChartsPanel::shows_whole() const { return !selected_->isChecked(); }

Duration ChartsPanel::window() const { return windows[static_cast<std::size_t>(window_->currentIndex())]; }

std::vector<ChartsPanel::Series> ChartsPanel::series_of(const ChartSpec& spec) const {
  const Architecture& architecture = document_.architecture();
  std::vector<Series> all;
  const auto add = [&](const ElementId& subject, const char* key, bool always = true) {
    const Metric* metric = find_metric(QString::fromLatin1(key));
    if (metric->is_of(architecture, subject))
      all.push_back({subject, metric, metric->label, metric->color, metric->style, always});
  };
  const ElementId subject = shows_whole() ? ElementId() : selection_;
  switch (spec.standard) {
    case StandardChart::requests:
      if (shows_whole())
        for (const Metric& metric : metrics()) {
          if (metric.key.startsWith(QStringLiteral("outcome.")))
            all.push_back({subject, &metric, metric.label, metric.color, metric.style,
                           metric.key == QStringLiteral("outcome.ok")});
        }
      if (!shows_whole()) add(subject, "ok");
      if (!shows_whole()) add(subject, "failed", false);
      return all;
    case StandardChart::latency:
      for (const char* key : {"p50", "p95", "p99"}) add(subject, key);
      return all;
    case StandardChart::utilisation: {
      if (!shows_whole()) {
        add(subject, "utilisation");
        add(subject, "cpu", false);
        add(subject, "hit_ratio", false);
        return all;
      }
      const Metric* metric = find_metric(QStringLiteral("utilisation"));
      for (const Component* const component : shown_of_many(architecture)) {
        const auto [color, style] = stroke_at(all.size());
        all.push_back({component->id, metric, to_qstring(component->name), color, style, false});
      }
      return all;
    }
    case StandardChart::calls:
      add(subject, "concurrency");
      add(subject, "queue");
      return all;
    case StandardChart::none:
      break;
  }
  const bool one_subject = std::all_of(spec.series.begin(), spec.series.end(), [&](const SeriesSpec& one) {
    return one.subject == spec.series.front().subject;
  });
  const bool one_metric = std::all_of(spec.series.begin(), spec.series.end(),
                                      [&](const SeriesSpec& one) { return one.metric == spec.series.front().metric; });
  for (const SeriesSpec& one : spec.series) {
    const Metric* metric = find_metric(one.metric);
    const ElementId element = one.subject.isEmpty() ? ElementId() : find_by_name(architecture, to_std(one.subject));
    const bool exists = one.subject.isEmpty() || !std::holds_alternative<std::monostate>(element);
    if (!metric || !exists || !metric->is_of(architecture, element)) continue;
    const QString subject_name = one.subject.isEmpty() ? tr("system") : one.subject;
    const auto [color, style] = stroke_at(all.size());
    const QString label = one_subject  ? metric->label
                          : one_metric ? subject_name
                                       : QStringLiteral("%1 %2").arg(subject_name, metric->label);
    all.push_back({element, metric, label, one_subject ? metric->color : color, one_subject ? metric->style : style});
  }
  return all;
}

/// @pre there are no series of it
QString ChartsPanel::why_empty(const ChartSpec& spec) const {
  if (spec.standard == StandardChart::none) return tr("What it showed is not in the drawing any more.");
  return shows_whole() ? QString() : tr("Not measured for %1.").arg(selected_->text());
}

void ChartsPanel::need_subjects() {
  std::vector<ElementId> subjects;
  for (const ChartCard* card : cards_)
    for (const Series& one : series_of(card->spec()))
      if (std::find(subjects.begin(), subjects.end(), one.subject) == subjects.end()) subjects.push_back(one.subject);
  if (std::find(subjects.begin(), subjects.end(), ElementId()) == subjects.end()) subjects.emplace_back();
  data_.keep(subjects, run_.samples());
}

void ChartsPanel::start_over() {
  data_.start_over(run_.samples());
  draw();
}

void ChartsPanel::take(const LiveFrame& frame) {
  data_.add(frame.samples);
  stale_ = stale_ || !frame.samples.empty() || !frame.happened.empty();
  if (stale_ && isVisible() && !pace_.isActive()) {
    pace_.setInterval(std::max(redraw_ms / std::max(static_cast<int>(cards_.size()), 1), 5));
    pace_.start();
  }
}

// ── time ──

void ChartsPanel::follow() {
  stretch_.reset();
  draw();
}

void ChartsPanel::show_stretch(double from_s, double to_s) {
  const double end = std::max(run_.samples().empty() ? 1.0 : run_.samples().back()->end.seconds(), 1.0);
  const double length = std::min(to_s - from_s, end);
  const double from = std::clamp(from_s, 0.0, end - length);
  stretch_ = std::pair(from, from + length);
  draw();
}

void ChartsPanel::look_at_times() {
  follow_->setVisible(stretch_.has_value());
  if (stretch_) {
    from_s_ = stretch_->first;
    to_s_ = stretch_->second;
  } else {
    to_s_ = run_.samples().empty() ? 1 : run_.samples().back()->end.seconds();
    from_s_ = window() > Duration{} ? std::max(0.0, to_s_ - window().seconds()) : 0.0;
  }
  to_s_ = std::max(to_s_, from_s_ + 0.1);
  markers_ = markers_of(document_.architecture(), run_.happened(), duration_from_seconds(from_s_));
}

void ChartsPanel::show_cursor(std::optional<double> at_s) {
  for (ChartCard* card : cards_) card->show_cursor(at_s);
}

// ── drawing ──

void ChartsPanel::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  arrange();
  draw();
}

void ChartsPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
  draw();
}

void ChartsPanel::draw() {
  stale_ = false;
  next_card_ = 0;
  const bool empty = run_.samples().empty();
  area_->setVisible(!empty);
  nothing_->setVisible(empty);
  look_at_times();
  if (empty || !isVisible()) return;
  for (ChartCard* card : cards_) draw_card(*card);
}

void ChartsPanel::draw_next() {
  if (!isVisible()) return;
  if (next_card_ == 0 || next_card_ >= cards_.size()) {
    next_card_ = 0;
    if (!stale_) return;
    stale_ = false;
    if (area_->isHidden() || run_.samples().empty()) {
      draw();
      return;
    }
    look_at_times();
    need_subjects();
  }
  if (next_card_ < cards_.size() && !cards_[next_card_]->visibleRegion().isEmpty()) draw_card(*cards_[next_card_]);
  next_card_ = next_card_ + 1 < cards_.size() ? next_card_ + 1 : 0;
  if (stale_ || next_card_ != 0) pace_.start();
}

void ChartsPanel::draw_card(ChartCard& card) {
  PlotPicture picture;
  picture.unit = unit_of(card.spec());
  picture.from_s = from_s_;
  picture.to_s = to_s_;
  picture.markers = markers_;
  const std::vector<Series> all = series_of(card.spec());
  if (all.empty()) picture.why_empty = why_empty(card.spec());
  for (const Series& one : all) {
    if (!data_.has(one.subject)) continue;
    PlotLine line{one.label, one.color, one.style,
                  line_of(data_.points(one.subject, from_s_, to_s_, run_.samples()), *one.metric)};
    const bool any = std::any_of(line.points.begin(), line.points.end(), [](const QPointF& p) { return p.y() > 0; });
    if (one.always || any) picture.lines.push_back(std::move(line));
  }
  card.show_picture(std::move(picture));
}

}  // namespace loadframe
