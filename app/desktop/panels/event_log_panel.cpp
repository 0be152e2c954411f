#include "panels/event_log_panel.h"

#include "appearance.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/event_list.h"
#include "panels/fault_story_card.h"
#include "panels/wording.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace loadframe {

EventLogPanel::EventLogPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), document_(document), run_(run) {
  setProperty("role", "panel");
  events_ = new EventModel(this);
  filtered_ = new QSortFilterProxyModel(this);
  filtered_->setSourceModel(events_);
  filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
  filtered_->setFilterRole(EventModel::line_role);
  filter_ = new QLineEdit(this);
  filter_->setPlaceholderText(tr("Filter events"));
  filter_->setAccessibleName(tr("Filter events"));
  filter_->setClearButtonEnabled(true);
  filter_->setMaximumWidth(280);
  auto* copy_button = new QPushButton(tr("Copy"), this);
  copy_button->setProperty("role", "quiet");
  copy_button->setToolTip(tr("Copy the selected events, or all that are shown, as text"));

  view_ = new QListView(this);
  view_->setModel(filtered_);
  view_->setItemDelegate(new EventDelegate(appearance, EventDelegate::Lines::one, view_));
  view_->setAccessibleName(tr("Events"));
  view_->setUniformItemSizes(true);
  view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* copy_action = new QAction(tr("Copy"), view_);
  copy_action->setShortcut(QKeySequence::Copy);
  copy_action->setShortcutContext(Qt::WidgetShortcut);
  view_->addAction(copy_action);
  view_->setContextMenuPolicy(Qt::ActionsContextMenu);
  nothing_ = new QLabel(this);
  nothing_->setProperty("role", "muted");
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->setWordWrap(true);

  auto* head = new QHBoxLayout;
  head->addWidget(filter_, 1);
  head->addStretch();
  head->addWidget(copy_button);
  auto* column = new QVBoxLayout;
  column->addLayout(head);
  column->addWidget(view_, 1);
  column->addWidget(nothing_, 1);
  auto* story = new FaultStoryCard(document_, run_, this);
  story->setFixedWidth(380);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 8, 12, 8);
  row->setSpacing(12);
  row->addLayout(column, 1);
  row->addWidget(story);

  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
    filtered_->setFilterFixedString(text.trimmed());
    show_whether_empty();
  });
  connect(copy_button, &QPushButton::clicked, this, &EventLogPanel::copy);
  connect(copy_action, &QAction::triggered, this, &EventLogPanel::copy);
  const auto choose = [this](const QModelIndex& index) {
    emit element_chosen(element_of(events_->event(filtered_->mapToSource(index).row())));
  };
  connect(view_, &QListView::clicked, this, choose);
  connect(view_, &QListView::activated, this, choose);
  connect(&run_, &LiveRun::advanced, this, &EventLogPanel::take);
  connect(&run_, &LiveRun::restarted, this, &EventLogPanel::start_over);
  connect(&run_, &LiveRun::rewound, this, &EventLogPanel::start_over);
  connect(&appearance, &Appearance::changed, view_->viewport(), qOverload<>(&QWidget::update));
  start_over();
}

void EventLogPanel::take(const LiveFrame& frame) {
  if (frame.happened.empty()) return;
  const QScrollBar* bar = view_->verticalScrollBar();
  const bool at_bottom = bar->value() >= bar->maximum();
  events_->append(document_.architecture(), frame.happened);
  show_whether_empty();
  if (at_bottom) view_->scrollToBottom();
}

void EventLogPanel::start_over() {
  events_->clear();
  events_->append(document_.architecture(), run_.happened());
  show_whether_empty();
  view_->scrollToBottom();
}

void EventLogPanel::show_whether_empty() {
  const bool empty = filtered_->rowCount() == 0;
  view_->setVisible(!empty);
  nothing_->setVisible(empty);
  if (!empty) return;
  if (events_->rowCount() > 0) nothing_->setText(tr("No event matches “%1”.").arg(filter_->text().trimmed()));
  else nothing_->setText(tr("Nothing has happened yet. Run it, and kill something."));
}

QString EventLogPanel::text() const {
  QStringList lines;
  for (int row = 0; row < filtered_->rowCount(); ++row)
    lines << filtered_->index(row, 0).data(EventModel::line_role).toString();
  return lines.join(QLatin1Char('\n'));
}

void EventLogPanel::copy() const {
  QModelIndexList chosen = view_->selectionModel()->selectedIndexes();
  if (chosen.isEmpty()) {
    QGuiApplication::clipboard()->setText(text());
    return;
  }
  std::sort(chosen.begin(), chosen.end());
  QStringList lines;
  for (const QModelIndex& index : chosen) lines << index.data(EventModel::line_role).toString();
  QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace loadframe
