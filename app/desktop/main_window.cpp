#include "main_window.h"

#include "appearance.h"
#include "exchange/layout_file.h"

namespace loadframe {

MainWindow::MainWindow(Appearance& appearance, QWidget* parent) : QMainWindow(parent), appearance_(appearance) {}

void MainWindow::open(const QString& path) {
  auto layout = read_layout(path.toStdString());
  if (layout) document_.reset(std::move(layout).value().architecture, path);
}

}  // namespace loadframe
