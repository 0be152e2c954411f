#include "main_menu.h"

#include "appearance.h"
#include "canvas/canvas.h"
#include "canvas/canvas_commands.h"
#include "canvas/fault_choice.h"
#include "canvas/find_bar.h"
#include "command_palette.h"
#include "document.h"
#include "drawing_menu.h"
#include "file_actions.h"
#include "help_dialogs.h"
#include "hints.h"
#include "live/live_run.h"
#include "main_window.h"
#include "possible.h"
#include "presentation.h"
#include "start/start_page.h"
#include "view_options.h"
#include "windows.h"
#include "workspace.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace loadframe {

namespace {

/// Makes the menus' actions; the texts are translated in MainMenu's context.
class MenuBuilder {
  Q_DECLARE_TR_FUNCTIONS(MainMenu)

public:
  MenuBuilder(QMenuBar& bar, const MenuTargets& targets) : bar_(bar), to_(targets) {}

  void build() {
    add_file_menu();
    add_edit_menu();
    QMenu* const arrange = bar_.addMenu(tr("&Arrange"));
    add_layout_actions(*arrange, to_.canvas);
    arrange->addSeparator();
    fill_arrange_menu(*arrange, to_.canvas);
    add_view_menu();
    add_run_menu();
    add_window_menu();
    add_help_menu();
    // Shortcuts go on working while the menu bar is hidden.
    for (const QAction* const top : bar_.actions()) to_.window.addActions(top->menu()->actions());
  }

private:
  template <class Does>
  QAction* add(QMenu* menu, const QString& text, const QList<QKeySequence>& shortcuts, Does does) {
    QAction* const action = menu->addAction(text);
    action->setShortcuts(shortcuts);
    QObject::connect(action, &QAction::triggered, &to_.window, does);
    return action;
  }

  static QList<QKeySequence> standard(QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); }
  static QList<QKeySequence> keys(const QKeySequence& key) { return {key}; }

  void add_file_menu() {
    QMenu* const menu = bar_.addMenu(tr("&File"));
    FileActions& files = to_.files;
    add(menu, tr("&New"), standard(QKeySequence::New), [&files] { files.start_new(); });
    add(menu, tr("&Open…"), standard(QKeySequence::Open), [&files] { files.choose_and_open(); });
    add_recent_files(menu->addMenu(tr("Open &recent")));
    add(menu, tr("S&tart page"), {}, [window = &to_.window, windows = &to_.windows] {
      MainWindow& there = window->is_unused() ? *window : windows->open_new();
      there.start_page().set_wanted(true);
    });
    QMenu* const examples = menu->addMenu(tr("Open &example"));
    for (const auto& [resource, name] : FileActions::examples())
      add(examples, name, {}, [&files, path = resource] { files.open_example(path); });
    QMenu* const papers = examples->addMenu(tr("From &papers"));
    for (const auto& [resource, name] : FileActions::examples(ExampleGroup::papers))
      add(papers, name, {}, [&files, path = resource] { files.open_example(path); });
    examples->setEnabled(!examples->isEmpty());
    menu->addSeparator();
    add(menu, tr("&Save"), standard(QKeySequence::Save), [&files] { files.save(); });
    add(menu, tr("Save &as…"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [&files] { files.save_as(); });
    add(menu, tr("&Export picture…"), keys(Qt::CTRL | Qt::Key_E), [&files] { files.export_picture(); });
    add(menu, tr("&Print…"), standard(QKeySequence::Print), [&files] { files.print(); });
    menu->addSeparator();
    add(menu, tr("&Close the window"), keys(Qt::CTRL | Qt::Key_W),
        [this_window = &to_.window] { this_window->close(); });
    add(menu, tr("&Quit"), keys(Qt::CTRL | Qt::Key_Q), [windows = &to_.windows] { windows->quit(); });
  }

  void add_recent_files(QMenu* menu) {
    FileActions& files = to_.files;
    const auto fill = [menu, &files] {
      menu->clear();
      for (const QString& path : files.recent_files()) {
        // A text of its own beside the path, so that files of the same name can be told apart.
        const QFileInfo file(path);
        const QString folder = QDir::toNativeSeparators(file.absolutePath());
        QAction* const action = menu->addAction(
            QStringLiteral("%1  (%2)").arg(file.fileName(), folder).replace(QLatin1Char('&'), QStringLiteral("&&")));
        QObject::connect(action, &QAction::triggered, &files, [&files, path] { files.open(path); });
      }
      menu->setEnabled(!menu->isEmpty());
      if (menu->isEmpty()) return;
      menu->addSeparator();
      QObject::connect(menu->addAction(tr("Clear the list")), &QAction::triggered, &files,
                       &FileActions::forget_recent_files);
    };
    fill();
    // Later than the click in the menu that may have caused it.
    QObject::connect(&files, &FileActions::recent_files_changed, menu, fill, Qt::QueuedConnection);
  }

  void add_edit_menu() {
    QMenu* const menu = bar_.addMenu(tr("&Edit"));
    QUndoStack& stack = to_.document.undo_stack();
    QAction* const undo = stack.createUndoAction(&to_.window, tr("Undo"));
    undo->setShortcuts(standard(QKeySequence::Undo));
    QAction* const redo = stack.createRedoAction(&to_.window, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    menu->addActions({undo, redo});
    menu->addSeparator();
    Canvas& canvas = to_.canvas;
    for (const CanvasCommand command : {CanvasCommand::cut, CanvasCommand::copy, CanvasCommand::paste,
                                        CanvasCommand::duplicate, CanvasCommand::remove})
      add_to_menu_bar(*menu, canvas, command);
    menu->addSeparator();
    add_to_menu_bar(*menu, canvas, CanvasCommand::quick_add);
    add_to_menu_bar(*menu, canvas, CanvasCommand::connect);
    menu->addSeparator();
    add(menu, tr("Select &all"), standard(QKeySequence::SelectAll), [&canvas] { canvas.select_all(); });
    menu->addSeparator();
    add(menu, tr("&Find on the canvas…"), standard(QKeySequence::Find),
        [window = &to_.window] { window->find_bar().start(); });
    add(menu, tr("All co&mmands…"),
        {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
        [window = &to_.window] { window->command_palette().start(); });
  }

  void add_view_menu() {
    QMenu* const menu = bar_.addMenu(tr("&View"));
    Canvas& canvas = to_.canvas;
    add(menu, tr("Zoom &in"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [&canvas] { canvas.zoom_in(); });
    add(menu, tr("Zoom &out"), keys(Qt::CTRL | Qt::Key_Minus), [&canvas] { canvas.zoom_out(); });
    add(menu, tr("&Actual size"), keys(Qt::CTRL | Qt::Key_0), [&canvas] { canvas.zoom_to_actual_size(); });
    add(menu, tr("Show &everything"), {QKeySequence(Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_9)},
        [&canvas] { canvas.zoom_to_fit(); });
    menu->addSeparator();
    const auto toggle = [&](const QString& text, const QKeySequence& key, auto does) {
      QAction* const action = menu->addAction(text);
      action->setCheckable(true);
      action->setChecked(true);
      action->setShortcut(key);
      QObject::connect(action, &QAction::toggled, &canvas, does);
    };
    toggle(tr("Show the &grid"), Qt::CTRL | Qt::Key_G, [&canvas](bool on) { canvas.show_grid(on); });
    toggle(tr("&Snap to the grid"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, [&canvas](bool on) { canvas.set_snapping(on); });
    add_minimap_action(*menu, canvas);
    menu->addSeparator();
    add_traffic(menu);
    menu->addSeparator();
    Presentation& presentation = to_.window.presentation();
    QAction* const present =
        add(menu, tr("&Presentation"), keys(Qt::Key_F5), [&presentation] { presentation.toggle(); });
    present->setCheckable(true);
    auto* const leave = new QAction(&to_.window);
    leave->setShortcut(Qt::Key_Escape);
    leave->setEnabled(false);
    to_.window.addAction(leave);
    QObject::connect(leave, &QAction::triggered, &presentation, &Presentation::finish);
    QObject::connect(&presentation, &Presentation::changed, present, [&presentation, present, leave] {
      present->setChecked(presentation.is_on());
      leave->setEnabled(presentation.is_on());
    });
    menu->addSeparator();
    QMenu* const panels = menu->addMenu(tr("&Panels"));
    panels->addActions(to_.window.workspace().toggles());
    panels->addSeparator();
    add(panels, tr("&Standard arrangement"), {}, [workspace = &to_.window.workspace()] { workspace->arrange(); });
    menu->addSeparator();
    add_themes(menu->addMenu(tr("&Colours")));
    add_view_options(*menu, to_.appearance, to_.canvas);
  }

  void add_traffic(QMenu* menu) {
    Canvas& canvas = to_.canvas;
    LiveRun& run = to_.live_run;
    QAction* const follow = add(menu, tr("Follow single re&quests"), keys(Qt::Key_T),
                                [&canvas, &run] { canvas.set_following(!run.is_following()); });
    follow->setCheckable(true);
    QObject::connect(&run, &LiveRun::state_changed, follow, [&run, follow] { follow->setChecked(run.is_following()); });
    QAction* const legend = menu->addAction(tr("Le&gend"));
    legend->setCheckable(true);
    legend->setChecked(canvas.legend_is_shown());
    QObject::connect(legend, &QAction::toggled, &canvas, &Canvas::show_legend);
    QObject::connect(&canvas, &Canvas::legend_shown, legend, &QAction::setChecked);
  }

  void add_themes(QMenu* menu) {
    auto* const group = new QActionGroup(menu);
    Appearance& appearance = to_.appearance;
    const auto choice = [&](const QString& label, const QString& key) {
      QAction* const action = menu->addAction(label);
      action->setCheckable(true);
      action->setChecked(key == appearance.key());
      group->addAction(action);
      QObject::connect(action, &QAction::triggered, &appearance, [&appearance, key] { appearance.set_theme(key); });
      QObject::connect(&appearance, &Appearance::changed, action,
                       [&appearance, action, key] { action->setChecked(key == appearance.key()); });
    };
    choice(tr("As the system"), QStringLiteral("system"));
    for (const Theme& theme : themes()) choice(theme_label(theme), theme.key);
  }

  static QString why_no_run(const LiveRun& run) {
    if (run.state() != LiveRun::State::empty) return {};
    return tr("First draw users and what they call, and mend what the problems panel lists.");
  }

  void add_run_menu() {
    QMenu* const menu = bar_.addMenu(tr("&Run"));
    LiveRun& run = to_.live_run;
    QAction* const toggle = add(menu, tr("&Run"), keys(Qt::Key_Space), [&run] {
      if (run.is_running()) run.pause();
      else run.run();
    });
    QAction* const step =
        add(menu, tr("&Step"), {QKeySequence(Qt::Key_Period), QKeySequence(Qt::Key_F10)}, [&run] { run.step(); });
    QAction* const restart = add(menu, tr("Res&tart from 0"), keys(Qt::CTRL | Qt::Key_R), [&run] { run.restart(); });
    const auto move = [&](const QString& text, const QKeySequence& key, auto to) {
      QAction* const action = add(menu, text, keys(key), [&run, to] { run.rewind_to(to(run)); });
      const auto can = [&run, action] { set_possible(*action, why_no_run(run)); };
      QObject::connect(&run, &LiveRun::state_changed, action, can);
      can();
    };
    move(tr("&Back by 1 s"), Qt::ALT | Qt::Key_Left, [](const LiveRun& at) { return at.now() - seconds(1); });
    move(tr("F&orward by 1 s"), Qt::ALT | Qt::Key_Right, [](const LiveRun& at) { return at.now() + seconds(1); });
    move(tr("To the &end of the run"), Qt::ALT | Qt::Key_End, [](const LiveRun& at) { return at.end(); });
    menu->addSeparator();
    const auto speed = [&](const QString& text, const QKeySequence& key, double factor) {
      add(menu, text, keys(key), [&run, factor] {
        if (run.speed() > 0) run.set_speed(run.speed() * factor);
      });
    };
    speed(tr("S&lower"), Qt::Key_BracketLeft, 0.5);
    speed(tr("&Faster"), Qt::Key_BracketRight, 2);
    menu->addSeparator();
    Canvas& canvas = to_.canvas;
    add(menu, tr("Tool: S&elect"), keys(Qt::Key_V), [&canvas] { canvas.set_tool(ToolKind::select); });
    add(menu, tr("Tool: &Connect"), keys(Qt::Key_C), [&canvas] { canvas.set_tool(ToolKind::connect); });
    add(menu, tr("Tool: &Break"), keys(Qt::Key_B), [&canvas] { canvas.set_tool(ToolKind::break_things); });
    const auto follow = [&run, toggle, step, restart] {
      toggle->setText(run.is_running() ? tr("&Pause") : tr("&Run"));
      set_possible(*toggle, why_no_run(run));
      set_possible(*step, run.is_running() ? tr("First pause the run.") : why_no_run(run));
      set_possible(*restart, why_no_run(run));
    };
    QObject::connect(&run, &LiveRun::state_changed, menu, follow);
    follow();
  }

  void add_window_menu() {
    QMenu* const menu = bar_.addMenu(tr("&Window"));
    Windows& windows = to_.windows;
    const auto fill = [menu, &windows, here = &to_.window] {
      menu->clear();
      for (MainWindow* const window : windows.all()) {
        const QString title = window->windowTitle().remove(QStringLiteral(" – Loadframe"));
        QString text = title;
        text.replace(QStringLiteral("[*]"), window->isWindowModified() ? QStringLiteral(" •") : QString());
        QAction* const action = menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(window == here);
        QObject::connect(action, &QAction::triggered, window, &MainWindow::come_to_front);
      }
    };
    QObject::connect(menu, &QMenu::aboutToShow, menu, fill);
    fill();
  }

  void add_help_menu() {
    QMenu* const menu = bar_.addMenu(tr("&Help"));
    MainWindow& window = to_.window;
    add(menu, tr("&Keyboard shortcuts"), keys(Qt::Key_F1), [&window] { show_shortcuts(window); });
    add(menu, tr("&Components and faults"), {}, [&window] { show_catalogue(window); });
    add(menu, tr("Show &hints again"), {}, [] { Hints::forget_shown(); });
    add(menu, tr("&About Loadframe"), {}, [&window] { show_about(window); });
  }

  QMenuBar& bar_;
  const MenuTargets& to_;
};

}  // namespace

void build_menus(QMenuBar& bar, const MenuTargets& targets) { MenuBuilder(bar, targets).build(); }

}  // namespace loadframe
