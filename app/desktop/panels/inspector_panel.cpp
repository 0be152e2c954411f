#include "panels/inspector_panel.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/element_words.h"
#include "panels/faults_tab.h"
#include "panels/glyphs.h"
#include "panels/live_tab.h"
#include "panels/settings_tab.h"
#include "panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

constexpr int icon_size = 28;
constexpr int least_width = 290;
constexpr int side_margin = 16;

/// In their order.
enum Tab { live_tab, settings_tab, faults_tab };

bool exists(const Architecture& architecture, const ElementId& element) {
  if (const auto* note = std::get_if<NoteId>(&element)) return loadframe::find(architecture, *note) != nullptr;
  return !name_of(architecture, element).empty();
}

QString kind_help(const Architecture& architecture, const ElementId& element) {
  if (const auto* component_id = std::get_if<ComponentId>(&element))
    return translated(description(kind_of(loadframe::find(architecture, *component_id)->settings)).help);
  if (const auto* area_id = std::get_if<AreaId>(&element))
    return translated(description(kind_of(loadframe::find(architecture, *area_id)->settings)).help);
  return {};
}

QScrollArea* scrolling(QWidget* content, QWidget* parent) {
  auto* area = new QScrollArea(parent);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setWidget(content);
  return area;
}

}  // namespace

InspectorPanel::InspectorPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), document_(document), run_(run), appearance_(appearance) {
  setProperty("role", "panel");
  setMinimumWidth(least_width);
  live_ = new LiveTab(document, run, appearance, this);
  faults_ = new FaultsTab(document, run, this);
  tabs_ = new QTabWidget(this);
  tabs_->setDocumentMode(true);
  tabs_->tabBar()->setExpanding(false);
  tabs_->setElideMode(Qt::ElideRight);
  tabs_->setUsesScrollButtons(false);
  tabs_->addTab(scrolling(live_, tabs_), tr("Live"));
  settings_ = new SettingsTab(document, appearance, tabs_);
  tabs_->addTab(settings_, tr("Settings"));
  tabs_->addTab(scrolling(faults_, tabs_), tr("Faults"));
  tabs_->setCurrentIndex(settings_tab);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(make_header());
  column->addWidget(tabs_, 1);

  fill_soon_.setSingleShot(true);
  fill_soon_.setInterval(40);  // after the frame that shows the selection, which takes longest, and one more
  connect(&fill_soon_, &QTimer::timeout, this, &InspectorPanel::fill_shown_tab);
  connect(tabs_, &QTabWidget::currentChanged, this, &InspectorPanel::fill_shown_tab);
  connect(live_, &LiveTab::element_chosen, this, &InspectorPanel::element_chosen);
  connect(&document_, &Document::changed, this, &InspectorPanel::refresh);
  connect(&document_, &Document::replaced, this, [this] { set_selection({}); });
  connect(&appearance_, &Appearance::changed, this, &InspectorPanel::show_header);
  rebuild();
}

InspectorPanel::~InspectorPanel() {
  // What is being typed is applied when its field goes: now, while all is there that this reaches.
  if (QWidget* const focus = focusWidget(); focus && focus->hasFocus() && isAncestorOf(focus)) focus->clearFocus();
}

QWidget* InspectorPanel::make_header() {
  auto* header = new QWidget(this);
  icon_ = new QLabel(header);
  title_ = new QLabel(header);
  title_->setProperty("role", "title");
  title_->setWordWrap(true);
  name_ = new QLineEdit(header);
  name_->setObjectName(QStringLiteral("element_name"));
  name_->setAccessibleName(tr("Name"));
  QFont bold = name_->font();
  bold.setBold(true);
  name_->setFont(bold);
  kind_ = new QLabel(header);
  kind_->setProperty("role", "muted");
  name_error_ = new QLabel(header);
  name_error_->setProperty("role", "bad");
  name_error_->setWordWrap(true);
  name_error_->hide();

  auto* line = new QHBoxLayout;
  line->addWidget(icon_);
  line->addWidget(title_, 1);
  line->addWidget(name_, 1);
  line->addWidget(kind_);
  auto* column = new QVBoxLayout(header);
  column->setContentsMargins(side_margin, 12, side_margin, 4);
  column->addLayout(line);
  column->addWidget(name_error_);
  connect(name_, &QLineEdit::editingFinished, this, &InspectorPanel::rename_element);
  return header;
}

void InspectorPanel::set_selection(const std::vector<ElementId>& selection) {
  // Leaving a field by selecting something else must finish its edit for the element that it belongs to.
  if (QWidget* focus = focusWidget(); focus && isAncestorOf(focus)) focus->clearFocus();
  selection_ = selection;
  drop_what_is_gone();
  rebuild();
}

void InspectorPanel::drop_what_is_gone() {
  std::erase_if(selection_, [&](const ElementId& element) { return !exists(document_.architecture(), element); });
}

ElementId InspectorPanel::single() const { return selection_.size() == 1 ? selection_.front() : ElementId{}; }

bool InspectorPanel::is_one_kind() const {
  const Architecture& architecture = document_.architecture();
  return std::all_of(selection_.begin(), selection_.end(), [&](const ElementId& element) {
    return &settings_table(architecture, element) == &settings_table(architecture, selection_.front());
  });
}

void InspectorPanel::rebuild() {
  show_header();
  settings_->set_selection(selection_);
  faults_->set_targets(selection_);
  const bool one_or_none = selection_.size() <= 1;
  if (one_or_none) live_->set_subject(single());
  tabs_->setTabEnabled(live_tab, one_or_none && !std::holds_alternative<NoteId>(single()));
  // While traffic moves, the selection is seen first: to draw it and to make a form in one frame would be a stutter.
  if (!run_.is_running()) fill_shown_tab();
  else if (!fill_soon_.isActive()) fill_soon_.start();
}

void InspectorPanel::fill_shown_tab() {
  fill_soon_.stop();
  switch (tabs_->currentIndex()) {
    case live_tab:
      live_->fill();
      break;
    case settings_tab:
      settings_->fill(run_.is_running());
      break;
    case faults_tab:
      faults_->fill();
      break;
  }
}

void InspectorPanel::reveal_setting(std::string_view key) {
  tabs_->setCurrentIndex(settings_tab);
  fill_shown_tab();
  settings_->reveal(key);
}

void InspectorPanel::refresh() {
  const std::size_t before = selection_.size();
  drop_what_is_gone();
  if (selection_.size() != before) {
    rebuild();
    return;
  }
  show_header();
  settings_->refresh();
}

void InspectorPanel::show_header() {
  const Architecture& architecture = document_.architecture();
  const Theme& theme = appearance_.theme();
  const bool is_document = selection_.empty();
  const ElementId element = single();
  const bool can_rename = std::holds_alternative<ComponentId>(element) || std::holds_alternative<AreaId>(element);
  name_->setVisible(can_rename);
  title_->setVisible(!can_rename);
  icon_->setVisible(can_rename);
  name_error_->hide();
  if (is_document) {
    const QString name = to_qstring(architecture.properties.name);
    title_->setText(name.isEmpty() ? tr("Untitled") : name);
    kind_->setText(tr("Architecture"));
    kind_->setToolTip({});
    return;
  }
  kind_->setText(is_one_kind() ? kind_words(architecture, selection_.front()) : QString());
  kind_->setToolTip(kind_help(architecture, selection_.front()));
  if (selection_.size() > 1) {
    title_->setText(tr("%1 elements").arg(selection_.size()));
    return;
  }
  icon_->setPixmap(tile_icon(theme, icon_key(architecture, element), color_of(theme, architecture, element))
                       .pixmap(QSize(icon_size, icon_size), devicePixelRatioF()));
  if (const auto* const link_id = std::get_if<LinkId>(&element)) {
    title_->setText(name_words(architecture, *link_id));
  } else if (can_rename) {
    if (!name_->hasFocus() || !name_->isModified()) name_->setText(to_qstring(name_of(architecture, element)));
  } else {
    title_->setText(tr("Note"));
    kind_->setText({});
  }
}

void InspectorPanel::rename_element() {
  if (!name_->isModified() || selection_.size() != 1) return;
  const auto change = rename(document_.architecture(), single(), to_std(name_->text().trimmed()));
  name_error_->setVisible(!change);
  if (!change) {
    name_error_->setText(
        tr("%1: %2").arg(translated(change.diagnostic().what), translated(change.diagnostic().remedy)));
    return;
  }
  name_->setModified(false);
  document_.apply(*change, tr("Rename"));
  show_header();
}

}  // namespace loadframe
