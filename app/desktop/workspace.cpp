#include "workspace.h"

#include "appearance.h"
#include "dock_title.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QTabBar>

#include <algorithm>

namespace loadframe {

namespace {

/// Goes up when panels come or go in a way that old arrangements do not know.
constexpr int arrangement_version = 1;

constexpr int side_width = 216;
constexpr int inspector_width = 320;
constexpr int bottom_height = 256;

Qt::DockWidgetArea area_of(Workspace::Place place) {
  switch (place) {
    case Workspace::Place::left:
      return Qt::LeftDockWidgetArea;
    case Workspace::Place::right:
      return Qt::RightDockWidgetArea;
    case Workspace::Place::below:
      return Qt::BottomDockWidgetArea;
  }
  return Qt::BottomDockWidgetArea;
}

/// With a frame while it floats: what is below may have the same colour.
class FramedDock : public QDockWidget {
public:
  FramedDock(const QString& title, const Appearance& appearance, QWidget* parent)
      : QDockWidget(title, parent), appearance_(appearance) {}

protected:
  void paintEvent(QPaintEvent* event) override {
    QDockWidget::paintEvent(event);
    if (!isFloating()) return;
    QPainter painter(this);
    painter.setPen(appearance_.theme().border);
    painter.setBrush(appearance_.theme().surface);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }

private:
  const Appearance& appearance_;
};

bool is_open(const QDockWidget& dock) { return dock.toggleViewAction()->isChecked(); }

}  // namespace

Workspace::Workspace(const Appearance& appearance, QWidget* parent)
    : QMainWindow(parent, Qt::Widget), appearance_(appearance) {
  setDockOptions(AllowNestedDocks | AllowTabbedDocks | AnimatedDocks);
  setDocumentMode(true);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  // What lies below goes from edge to edge: time wants width.
  setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
}

QDockWidget* Workspace::add(const QString& key, const QString& title, QWidget* panel, Place place, Manner manner) {
  auto* const dock = new FramedDock(title, appearance_, this);
  dock->setObjectName(key);
  dock->setWidget(panel);
  dock->setTitleBarWidget(new DockTitle(*dock, appearance_));
  panels_.push_back({dock, place, manner});
  connect(dock, &QDockWidget::topLevelChanged, this, &Workspace::show_titles_soon);
  connect(dock, &QDockWidget::dockLocationChanged, this, &Workspace::show_titles_soon);
  connect(dock, &QDockWidget::visibilityChanged, this, &Workspace::show_titles_soon);
  connect(dock->toggleViewAction(), &QAction::toggled, this, &Workspace::show_titles_soon);
  // What is open but behind another tab comes to the front, as if it had been closed.
  connect(dock->toggleViewAction(), &QAction::triggered, dock, [this, dock](bool opened) {
    const bool was_behind = !opened && !in_front_.contains(dock);
    if (was_behind) dock->show();
    if (opened || was_behind) dock->raise();
  });
  connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool in_front) {
    if (in_front) in_front_.insert(dock);
    else if (is_open(*dock)) in_front_.remove(dock);
  });
  return dock;
}

void Workspace::arrange() {
  for (const Panel& panel : panels_) {
    panel.dock->setFloating(false);
    removeDockWidget(panel.dock);
  }
  for (const Place place : {Place::left, Place::right, Place::below}) {
    QDockWidget* front = nullptr;
    QDockWidget* last = nullptr;
    for (const Panel& panel : panels_) {
      if (panel.place != place) continue;
      const bool stands_alone = panel.manner == Manner::fixed;
      if (last && !stands_alone) tabifyDockWidget(last, panel.dock);
      else addDockWidget(area_of(place), panel.dock, Qt::Vertical);
      panel.dock->setVisible(panel.manner != Manner::closed);
      if (stands_alone) continue;
      if (!front) front = panel.dock;
      last = panel.dock;
    }
    if (front) front->raise();
  }
  sizes_due_ = true;
  if (isVisible()) give_sizes();
  show_titles_soon();
}

/// As wide as larger text needs, while most of the window is left to the canvas.
int Workspace::side_extent(int usual) const {
  return std::max(usual, std::min(qRound(usual * appearance_.text_scale()), width() / 4));
}

/// Docks only take sizes once they have been laid out.
void Workspace::give_sizes() {
  sizes_due_ = false;
  for (const Place place : {Place::left, Place::right, Place::below}) {
    const bool is_below = place == Place::below;
    const int extent = is_below ? std::min(bottom_height, height() / 3 - 30)
                                : side_extent(place == Place::left ? side_width : inspector_width);
    for (const Panel& panel : panels_)
      if (panel.place == place && panel.manner == Manner::tab)
        resizeDocks({panel.dock}, {extent}, is_below ? Qt::Vertical : Qt::Horizontal);
  }
}

void Workspace::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (sizes_due_) QMetaObject::invokeMethod(this, &Workspace::give_sizes, Qt::QueuedConnection);
}

QByteArray Workspace::arrangement() const { return alone_ ? before_alone_ : saveState(arrangement_version); }

void Workspace::restore_arrangement(const QByteArray& kept) {
  arrange();
  if (!kept.isEmpty() && restoreState(kept, arrangement_version)) sizes_due_ = false;
  show_titles_soon();
}

void Workspace::show_alone(bool alone) {
  if (alone == alone_) return;
  if (alone) {
    before_alone_ = saveState(arrangement_version);
    alone_ = true;
    for (const Panel& panel : panels_) panel.dock->hide();
  } else {
    alone_ = false;
    restoreState(before_alone_, arrangement_version);
  }
  for (const Panel& panel : panels_) panel.dock->toggleViewAction()->setEnabled(!alone);
}

void Workspace::bring_up(QDockWidget* panel) {
  panel->show();
  panel->raise();
  if (panel->widget()) panel->widget()->setFocus(Qt::OtherFocusReason);
}

QList<QAction*> Workspace::toggles() const {
  QList<QAction*> all;
  for (const Panel& panel : panels_) all.append(panel.dock->toggleViewAction());
  return all;
}

QMenu* Workspace::createPopupMenu() {
  auto* const menu = new QMenu(this);
  menu->addActions(toggles());
  menu->addSeparator();
  connect(menu->addAction(tr("Standard arrangement")), &QAction::triggered, this, &Workspace::arrange);
  return menu;
}

void Workspace::show_titles_soon() {
  if (titles_due_) return;
  titles_due_ = true;
  // When the docks have come to rest: several signals tell of one move.
  QMetaObject::invokeMethod(this, &Workspace::show_titles, Qt::QueuedConnection);
}

/// A panel among tabs is named by its tab; a second title would only take room.
void Workspace::show_titles() {
  titles_due_ = false;
  for (const Panel& panel : panels_) {
    const QList<QDockWidget*> beside = tabifiedDockWidgets(panel.dock);
    const bool has_tab = !panel.dock->isFloating() &&
                         std::any_of(beside.begin(), beside.end(),
                                     [](const QDockWidget* other) { return is_open(*other) && !other->isFloating(); });
    const auto form = has_tab                                                      ? DockTitle::Form::none
                      : panel.manner == Manner::fixed && !panel.dock->isFloating() ? DockTitle::Form::grip
                                                                                   : DockTitle::Form::line;
    static_cast<DockTitle*>(panel.dock->titleBarWidget())->set_form(form);
  }
  for (QTabBar* const tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
    // Each of these lays the tabs out anew, also where nothing changes, and that brings us here again, without end.
    if (tabs->elideMode() == Qt::ElideRight && !tabs->expanding() && !tabs->usesScrollButtons()) continue;
    tabs->setExpanding(false);
    tabs->setElideMode(Qt::ElideRight);  // all stay in reach, however narrow
    tabs->setUsesScrollButtons(false);
    tabs->setFocusPolicy(Qt::TabFocus);
    tabs->setAccessibleName(tr("Panels"));
  }
}

bool Workspace::event(QEvent* event) {
  if (event->type() == QEvent::ChildAdded || event->type() == QEvent::LayoutRequest) show_titles_soon();
  return QMainWindow::event(event);
}

}  // namespace loadframe
