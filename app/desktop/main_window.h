#pragma once

#include "document.h"
#include "live/live_run.h"

#include <QMainWindow>

namespace loadframe {

class Appearance;

/// The window: one document, one run, and the views of both.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  explicit MainWindow(Appearance& appearance, QWidget* parent = nullptr);

  /// Opens a layout in place of the present one; a file that cannot be read leaves that as it is.
  void open(const QString& path);

private:
  Appearance& appearance_;
  Document document_;
};

}  // namespace loadframe
