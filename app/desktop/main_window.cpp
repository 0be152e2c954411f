#include "main_window.h"

#include "appearance.h"
#include "canvas/canvas.h"
#include "file_actions.h"
#include "main_menu.h"
#include "panels/charts_panel.h"
#include "panels/event_log_panel.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"
#include "panels/run_bar.h"
#include "panels/timeline_panel.h"
#include "top_bar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace loadframe {

namespace {

QString dropped_layout(const QMimeData& data) {
  const QList<QUrl> urls = data.urls();
  return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

}  // namespace

MainWindow::MainWindow(Appearance& appearance, QWidget* parent) : QMainWindow(parent), appearance_(appearance) {
  setAcceptDrops(true);
  files_ = new FileActions(document_, appearance_, *this);
  canvas_ = new Canvas(document_, live_run_, appearance_, this);
  build_panels();
  build_menus(*menuBar(), {*this, document_, *canvas_, *files_, live_run_, appearance_});
  connect_parts();
  restore_layout();
  show_title();
  show_problem_count();
  qApp->installEventFilter(this);
  canvas_->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow() {
  qApp->removeEventFilter(this);
  // The views go before what they show.
  delete takeCentralWidget();
}

void MainWindow::build_panels() {
  top_bar_ = new TopBar(this);
  columns_ = new QSplitter(Qt::Horizontal, this);
  rows_ = new QSplitter(Qt::Vertical, this);
  bottom_ = new QTabWidget(this);
  bottom_->setDocumentMode(true);

  auto* const palette = new PalettePanel(appearance_, this);
  connect(palette, &PalettePanel::chosen, canvas_, &Canvas::add_at_center);
  top_bar_->set_run_controls(new RunBar(live_run_, appearance_, top_bar_));
  auto* const inspector = new InspectorPanel(document_, live_run_, appearance_, this);
  connect(canvas_, &Canvas::selection_changed, inspector, &InspectorPanel::set_selection);
  connect(inspector, &InspectorPanel::element_chosen, canvas_, &Canvas::reveal);
  auto* const charts = new ChartsPanel(document_, live_run_, appearance_, this);
  connect(canvas_, &Canvas::selection_changed, charts, &ChartsPanel::set_selection);
  bottom_->addTab(charts, tr("Charts"));
  auto* const events = new EventLogPanel(document_, live_run_, appearance_, this);
  connect(events, &EventLogPanel::element_chosen, canvas_, &Canvas::reveal);
  bottom_->addTab(events, tr("Events"));
  problems_ = new ProblemsPanel(document_, appearance_, this);
  connect(problems_, &ProblemsPanel::element_chosen, canvas_, &Canvas::reveal);
  bottom_->addTab(problems_, tr("Problems"));
  connect(problems_, &ProblemsPanel::count_changed, this, &MainWindow::show_problem_count);

  columns_->addWidget(palette);
  columns_->addWidget(canvas_);
  columns_->addWidget(inspector);
  columns_->setStretchFactor(1, 1);
  columns_->setCollapsible(1, false);
  auto* const timeline = new TimelinePanel(document_, live_run_, appearance_, this);
  auto* const upper = new QWidget(this);
  auto* const upper_rows = new QVBoxLayout(upper);
  upper_rows->setContentsMargins(0, 0, 0, 0);
  upper_rows->setSpacing(0);
  upper_rows->addWidget(columns_, 1);
  upper_rows->addWidget(timeline);
  rows_->addWidget(upper);
  rows_->addWidget(bottom_);
  rows_->setStretchFactor(0, 1);
  rows_->setCollapsible(0, false);
  for (QSplitter* const splitter : {columns_, rows_}) splitter->setHandleWidth(1);

  auto* const middle = new QWidget(this);
  auto* const column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(top_bar_);
  column->addWidget(rows_, 1);
  setCentralWidget(middle);

  const auto add_toggle = [this](QWidget* panel, const QString& text) {
    auto* const toggle = new QAction(text, this);
    toggle->setCheckable(true);
    toggle->setChecked(true);
    connect(toggle, &QAction::toggled, panel, &QWidget::setVisible);
    panel_actions_.append(toggle);
  };
  add_toggle(palette, tr("&Palette"));
  add_toggle(inspector, tr("&Inspector"));
  add_toggle(bottom_, tr("Charts, events and &problems"));
  add_toggle(timeline, tr("&Timeline"));
}

void MainWindow::connect_parts() {
  connect(top_bar_, &TopBar::tool_chosen, canvas_, &Canvas::set_tool);
  connect(canvas_, &Canvas::tool_changed, top_bar_, &TopBar::show_tool);
  connect(canvas_, &Canvas::example_wanted, this, &MainWindow::open_first_example);

  connect(&document_, &Document::title_changed, this, &MainWindow::show_title);
  connect(&document_, &Document::changed, this, &MainWindow::follow_document);
  connect(&document_, &Document::replaced, this, [this] {
    live_run_.set_architecture(document_.architecture(), false);
    canvas_->setFocus(Qt::OtherFocusReason);
  });
  connect(&appearance_, &Appearance::changed, this,
          [this] { QSettings().setValue(QStringLiteral("theme"), appearance_.key()); });
}

void MainWindow::follow_document(const Change& change) {
  if (affects_simulation(change)) live_run_.set_architecture(document_.architecture(), true);
}

void MainWindow::show_problem_count() {
  const int count = problems_->count();
  bottom_->setTabText(bottom_->indexOf(problems_), count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
}

void MainWindow::show_title() {
  const QString name = document_.path().isEmpty() ? tr("untitled") : QFileInfo(document_.path()).fileName();
  setWindowTitle(QStringLiteral("%1[*] – Loadframe").arg(name));
  setWindowModified(document_.is_modified());
  setWindowFilePath(document_.path());
  top_bar_->show_file(name, document_.is_modified());
}

void MainWindow::open(const QString& path) { files_->open(path); }

void MainWindow::open_first_example() {
  const auto examples = FileActions::examples();
  if (!examples.empty()) files_->open_example(examples.front().first);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!files_->may_drop_document()) {
    event->ignore();
    return;
  }
  live_run_.pause();
  remember_layout();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!dropped_layout(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QString path = dropped_layout(*event->mimeData());
  if (path.isEmpty()) return;
  event->acceptProposedAction();
  // After the drop is over: a question must not hold up the program that it came from.
  QMetaObject::invokeMethod(
      this, [this, path] { open(path); }, Qt::QueuedConnection);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  // Space presses the button that has the focus; everywhere else it runs and pauses.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
    if (qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched)) {
      event->accept();
      return true;
    }
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::remember_layout() {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
  settings.setValue(QStringLiteral("window/columns"), columns_->saveState());
  settings.setValue(QStringLiteral("window/rows"), rows_->saveState());
  settings.setValue(QStringLiteral("window/tab"), bottom_->currentIndex());
  QVariantList shown;
  for (const QAction* const action : panel_actions_) shown.append(action->isChecked());
  settings.setValue(QStringLiteral("window/panels"), shown);
}

void MainWindow::restore_layout() {
  const QSettings settings;
  const QSize frame(16, 48);  // the window manager's, about
  resize(QSize(1600, 1000).boundedTo(screen()->availableSize() - frame));
  columns_->setSizes({216, 1064, 320});
  rows_->setSizes({692, 256});
  restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
  columns_->restoreState(settings.value(QStringLiteral("window/columns")).toByteArray());
  rows_->restoreState(settings.value(QStringLiteral("window/rows")).toByteArray());
  bottom_->setCurrentIndex(settings.value(QStringLiteral("window/tab"), 0).toInt());
  const QVariantList shown = settings.value(QStringLiteral("window/panels")).toList();
  for (qsizetype i = 0; i < std::min(shown.size(), panel_actions_.size()); ++i)
    panel_actions_[i]->setChecked(shown[i].toBool());
  for (QSplitter* const splitter : {columns_, rows_}) splitter->setHandleWidth(1);
  appearance_.set_theme(settings.value(QStringLiteral("theme"), QStringLiteral("system")).toString());
}

}  // namespace loadframe
