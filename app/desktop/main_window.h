#pragma once

#include "document.h"
#include "live/live_run.h"

#include <QMainWindow>

class QSplitter;
class QTabWidget;

namespace loadframe {

class Appearance;
class Canvas;
class FileActions;
class ProblemsPanel;
class TopBar;

/// The window: one document, one run, and the views of both.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  explicit MainWindow(Appearance& appearance, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens a layout in place of the present one; a file that cannot be read leaves that as it is.
  void open(const QString& path);

  /// Show and hide the palette, the inspector, the bottom panel and the timeline.
  QList<QAction*> panel_actions() const { return panel_actions_; }

  Document& document() { return document_; }
  LiveRun& live_run() { return live_run_; }
  Canvas& canvas() { return *canvas_; }
  FileActions& files() { return *files_; }

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
  void open_first_example();

  Appearance& appearance_;
  Document document_;
  LiveRun live_run_;
  FileActions* files_ = nullptr;
  Canvas* canvas_ = nullptr;
  TopBar* top_bar_ = nullptr;
  QSplitter* columns_ = nullptr;
  QSplitter* rows_ = nullptr;
  QTabWidget* bottom_ = nullptr;
  ProblemsPanel* problems_ = nullptr;
  QList<QAction*> panel_actions_;
};

}  // namespace loadframe
