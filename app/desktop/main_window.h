#pragma once

#include "document.h"
#include "live/live_run.h"
#include "recovery.h"

#include <QMainWindow>

class QDockWidget;

namespace loadframe {

class Appearance;
class Canvas;
class CommandPalette;
class FileActions;
class FindBar;
class NoticeBar;
class Presentation;
class ProblemsPanel;
class StartPage;
class TopBar;
class Windows;
class Workspace;

/// A window: one document, one run, and the views of both.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  MainWindow(Appearance& appearance, Windows& windows, QWidget* parent = nullptr);
  ~MainWindow() override;

  Document& document() { return document_; }
  LiveRun& live_run() { return live_run_; }
  Canvas& canvas() { return *canvas_; }
  FileActions& files() { return *files_; }
  Workspace& workspace() { return *workspace_; }
  /// The line below the head of the window that tells of what needs an answer.
  NoticeBar& notice() { return *notice_; }
  Recovery& recovery() { return recovery_; }
  FindBar& find_bar() { return *find_bar_; }
  CommandPalette& command_palette() { return *command_palette_; }
  Presentation& presentation() { return *presentation_; }
  StartPage& start_page() { return *start_page_; }

  /// Nothing has been drawn or opened in it.
  bool is_unused() const;

  /// The line with the modes and the run.
  void show_head(bool shown);

  void come_to_front();
  /// What is unsaved has been asked about already.
  void close_without_asking();

protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void build_panels();
  void connect_parts();
  void follow_document(const Change& change);
  void show_title();
  void show_problem_count();
  void remember_layout();
  void restore_layout();

  Appearance& appearance_;
  Windows& windows_;
  Document document_;
  LiveRun live_run_;
  Recovery recovery_{document_};
  FileActions* files_ = nullptr;
  Canvas* canvas_ = nullptr;
  FindBar* find_bar_ = nullptr;
  CommandPalette* command_palette_ = nullptr;
  Presentation* presentation_ = nullptr;
  StartPage* start_page_ = nullptr;
  TopBar* top_bar_ = nullptr;
  NoticeBar* notice_ = nullptr;
  Workspace* workspace_ = nullptr;
  ProblemsPanel* problems_ = nullptr;
  QDockWidget* problems_dock_ = nullptr;
  bool asked_ = false;
};

}  // namespace loadframe
