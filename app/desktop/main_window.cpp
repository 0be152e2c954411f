#include "main_window.h"

#include "announcer.h"
#include "appearance.h"
#include "canvas/canvas.h"
#include "canvas/find_bar.h"
#include "command_palette.h"
#include "file_actions.h"
#include "hints.h"
#include "main_menu.h"
#include "notice_bar.h"
#include "panels/charts_panel.h"
#include "panels/event_log_panel.h"
#include "panels/history_panel.h"
#include "panels/inspector_panel.h"
#include "panels/outline_panel.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"
#include "panels/run_bar.h"
#include "panels/timeline_panel.h"
#include "panels/timeline_view.h"
#include "presentation.h"
#include "start/start_page.h"
#include "top_bar.h"
#include "windows.h"
#include "workspace.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

namespace loadframe {

namespace {

QStringList dropped_files(const QMimeData& data) {
  QStringList files;
  for (const QUrl& url : data.urls())
    if (url.isLocalFile()) files.append(url.toLocalFile());
  return files;
}

}  // namespace

MainWindow::MainWindow(Appearance& appearance, Windows& windows, QWidget* parent)
    : QMainWindow(parent), appearance_(appearance), windows_(windows) {
  setAcceptDrops(true);
  files_ = new FileActions(document_, appearance_, *this, windows_);
  canvas_ = new Canvas(document_, live_run_, appearance_, this);
  find_bar_ = new FindBar(*canvas_, appearance_);
  build_panels();
  command_palette_ = new CommandPalette(*this, appearance_);
  presentation_ = new Presentation(*this, appearance_);
  start_page_ = new StartPage(*canvas_, *files_, appearance_);
  new Hints(*this);
  build_menus(*menuBar(), {*this, document_, *canvas_, *files_, live_run_, appearance_, windows_});
  connect_parts();
  restore_layout();
  show_title();
  show_problem_count();
  qApp->installEventFilter(this);
  canvas_->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow() {
  qApp->removeEventFilter(this);
  // The views go before what they show, and hear nothing of its end.
  document_.blockSignals(true);
  delete takeCentralWidget();
}

void MainWindow::build_panels() {
  top_bar_ = new TopBar(this);
  top_bar_->set_run_controls(new RunBar(live_run_, appearance_, top_bar_));
  notice_ = new NoticeBar(this);
  workspace_ = new Workspace(appearance_, this);
  workspace_->setCentralWidget(canvas_);

  auto* const palette = new PalettePanel(appearance_, this);
  connect(palette, &PalettePanel::chosen, canvas_, &Canvas::add_at_center);
  auto* const inspector = new InspectorPanel(document_, live_run_, appearance_, this);
  connect(canvas_, &Canvas::selection_changed, inspector, &InspectorPanel::set_selection);
  connect(inspector, &InspectorPanel::element_chosen, canvas_, &Canvas::reveal);
  auto* const timeline = new TimelinePanel(document_, live_run_, appearance_, this);
  auto* const charts = new ChartsPanel(document_, live_run_, appearance_, this);
  connect(canvas_, &Canvas::selection_changed, charts, &ChartsPanel::set_selection);
  connect(charts, &ChartsPanel::pointed_at, &timeline->view(), &TimelineView::show_cursor);
  connect(&timeline->view(), &TimelineView::pointed_at, charts, &ChartsPanel::show_cursor);
  auto* const events = new EventLogPanel(document_, live_run_, appearance_, this);
  connect(events, &EventLogPanel::element_chosen, canvas_, &Canvas::reveal);
  problems_ = new ProblemsPanel(document_, appearance_, this);
  connect(problems_, &ProblemsPanel::element_chosen, canvas_, &Canvas::reveal);
  connect(problems_, &ProblemsPanel::count_changed, this, &MainWindow::show_problem_count);
  auto* const history = new HistoryPanel(document_, appearance_, this);

  using Place = Workspace::Place;
  using Manner = Workspace::Manner;
  const auto add = [this](const char* key, const QString& title, QWidget* panel, Place place, Manner manner) {
    return workspace_->add(QString::fromLatin1(key), title, panel, place, manner);
  };
  add("palette", tr("Palette"), palette, Place::left, Manner::tab);
  add("outline", tr("Outline"), new OutlinePanel(*canvas_, live_run_, appearance_, this), Place::left, Manner::tab);
  add("inspector", tr("Inspector"), inspector, Place::right, Manner::tab);
  add("history", tr("History"), history, Place::right, Manner::closed);
  add("timeline", tr("Timeline"), timeline, Place::below, Manner::fixed);
  add("charts", tr("Charts"), charts, Place::below, Manner::tab);
  add("events", tr("Events"), events, Place::below, Manner::tab);
  problems_dock_ = add("problems", tr("Problems"), problems_, Place::below, Manner::tab);

  auto* const middle = new QWidget(this);
  auto* const column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(top_bar_);
  column->addWidget(notice_);
  column->addWidget(workspace_, 1);
  column->addWidget(new Announcer(*canvas_, live_run_, middle));
  setCentralWidget(middle);
}

void MainWindow::connect_parts() {
  connect(top_bar_, &TopBar::tool_chosen, canvas_, &Canvas::set_tool);
  connect(canvas_, &Canvas::tool_changed, top_bar_, &TopBar::show_tool);
  connect(canvas_, &Canvas::example_wanted, this, [this] { start_page_->set_wanted(true); });

  connect(&document_, &Document::title_changed, this, &MainWindow::show_title);
  connect(&document_, &Document::changed, this, &MainWindow::follow_document);
  connect(&document_, &Document::replaced, this, [this] {
    live_run_.set_architecture(document_.architecture(), false);
    canvas_->setFocus(Qt::OtherFocusReason);
  });
}

void MainWindow::follow_document(const Change& change) {
  if (affects_simulation(change)) live_run_.set_architecture(document_.architecture(), true);
}

void MainWindow::show_problem_count() {
  const int count = problems_->count();
  problems_dock_->setWindowTitle(count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
}

bool MainWindow::is_unused() const {
  return document_.path().isEmpty() && !document_.is_modified() && document_.architecture() == Architecture{};
}

void MainWindow::come_to_front() {
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
}

void MainWindow::close_without_asking() {
  asked_ = true;
  close();
}

void MainWindow::show_title() {
  const QString name = document_.path().isEmpty() ? tr("untitled") : QFileInfo(document_.path()).fileName();
  setWindowTitle(QStringLiteral("%1[*] – Loadframe").arg(name));
  setWindowModified(document_.is_modified());
  setWindowFilePath(document_.path());
  top_bar_->show_file(name, document_.is_modified());
}

void MainWindow::show_head(bool shown) {
  top_bar_->setVisible(shown);
  if (!shown) notice_->hide();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!asked_ && !files_->may_drop_document()) {
    event->ignore();
    return;
  }
  presentation_->finish();
  live_run_.pause();
  recovery_.forget();
  remember_layout();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!dropped_files(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QStringList files = dropped_files(*event->mimeData());
  if (files.isEmpty()) return;
  event->acceptProposedAction();
  // After the drop is over: a question must not hold up the program that it came from.
  QMetaObject::invokeMethod(
      this,
      [this, files] {
        for (const QString& file : files) files_->open(file);
      },
      Qt::QueuedConnection);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  // Space presses the button that has the focus, unless that has been chosen among others and stays so; everywhere else
  // it runs and pauses.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
    const auto* const button = qobject_cast<QAbstractButton*>(watched);
    const bool is_chosen = button && button->isChecked() && button->group() && button->group()->exclusive();
    if ((button && !is_chosen) || qobject_cast<QComboBox*>(watched)) {
      event->accept();
      return true;
    }
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::remember_layout() {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
  settings.setValue(QStringLiteral("window/arrangement"), workspace_->arrangement());
}

void MainWindow::restore_layout() {
  const QSettings settings;
  const QSize frame(16, 48);  // the window manager's, about
  resize(QSize(1600, 1000).boundedTo(screen()->availableSize() - frame));
  restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
  workspace_->restore_arrangement(settings.value(QStringLiteral("window/arrangement")).toByteArray());
}

}  // namespace loadframe
