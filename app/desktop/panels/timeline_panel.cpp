#include "panels/timeline_panel.h"

#include "appearance.h"
#include "live/live_run.h"
#include "machine_memory.h"
#include "panels/glyphs.h"
#include "panels/timeline_view.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QToolButton>

#include <array>

namespace loadframe {

namespace {

constexpr std::array memory_choices{mebibytes(256), mebibytes(512), gibibytes(1),
                                    gibibytes(2),   gibibytes(4),   gibibytes(8)};

/// A sixth of the machine's, or the least choice.
Bytes usual_memory() {
  const std::int64_t machine = machine_memory().count;
  Bytes usual = memory_choices.front();
  for (const Bytes choice : memory_choices)
    if (choice.count <= machine / 6) usual = choice;
  return usual;
}

QString memory_key() { return QStringLiteral("run/memory_mib"); }

}  // namespace

TimelinePanel::TimelinePanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), run_(run), appearance_(appearance) {
  setProperty("role", "panel");
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  view_ = new TimelineView(document, run, appearance, this);

  auto* const menu = new QMenu(this);
  connect(menu->addAction(tr("Show the &whole run")), &QAction::triggered, view_, &TimelineView::show_all);
  menu->addSeparator();
  add_memory_choices(*menu->addMenu(tr("&Memory for recording and rewinding")));
  options_ = new QToolButton(this);
  options_->setProperty("role", "quiet");
  options_->setToolTip(tr("Timeline options"));
  options_->setAccessibleName(tr("Timeline options"));
  options_->setMenu(menu);
  options_->setPopupMode(QToolButton::InstantPopup);

  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(12, 4, 8, 2);
  row->setSpacing(6);
  row->addWidget(view_, 1);
  row->addWidget(options_, 0, Qt::AlignTop);
  connect(&appearance_, &Appearance::changed, this, &TimelinePanel::color);
  color();
}

void TimelinePanel::add_memory_choices(QMenu& menu) {
  const std::int64_t kept = QSettings().value(memory_key(), 0).toLongLong();
  run_.set_memory(kept > 0 ? mebibytes(kept) : usual_memory());
  auto* const group = new QActionGroup(&menu);
  for (const Bytes choice : memory_choices) {
    const QString text = choice < gibibytes(1) ? tr("%1 MiB").arg(QLocale().toString(choice.count >> 20))
                                               : tr("%1 GiB").arg(QLocale().toString(choice.count >> 30));
    QAction* const action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(choice == run_.memory());
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, choice] {
      run_.set_memory(choice);
      QSettings().setValue(memory_key(), static_cast<qlonglong>(choice.count >> 20));
    });
  }
}

void TimelinePanel::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  QPainter(this).fillRect(0, 0, width(), 1, appearance_.theme().border);
}

void TimelinePanel::color() { options_->setIcon(chevron_icon(appearance_.theme().text)); }

}  // namespace loadframe
