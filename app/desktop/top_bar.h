#pragma once

#include "canvas/canvas.h"

#include <QFrame>
#include <map>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace loadframe {

class FileNameLabel;

/// The window's head: product, file, the canvas's mode, and the controls of the run.
class TopBar : public QFrame {
  Q_OBJECT

public:
  explicit TopBar(QWidget* parent);

  void show_file(const QString& name, bool modified);
  void show_tool(ToolKind tool);
  void set_run_controls(QWidget* run_bar);

  /// In a narrow window the product's name gives way.
  QSize minimumSizeHint() const override;

signals:
  void tool_chosen(loadframe::ToolKind tool);

protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  /// Where text is so large that one row would be wider than the screen, the run's controls get a row of their own.
  void arrange();

  QHBoxLayout* row_;
  QHBoxLayout* second_row_;
  QWidget* run_bar_ = nullptr;
  QLabel* product_;
  FileNameLabel* file_;
  std::map<ToolKind, QToolButton*> tools_;
};

}  // namespace loadframe
