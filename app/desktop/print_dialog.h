#pragma once

#include "architecture/architecture.h"
#include "diagram/routing.h"

#include <QDialog>
#include <QString>

#include <memory>

class QCheckBox;
class QComboBox;
class QPainter;
class QPrinter;
class QPrintPreviewWidget;

namespace loadframe {

/// Shows the page that would be printed: the diagram as large as it fits, with its name and the date; and prints it.
class PrintDialog : public QDialog {
  Q_OBJECT

public:
  PrintDialog(const Architecture& architecture, LinkStyle links, const QString& title, QWidget* parent);
  ~PrintDialog() override;

private:
  void print();
  void paint(QPrinter& printer) const;

  const Architecture architecture_;
  const std::shared_ptr<const Routes> routes_;
  const QString title_;
  std::unique_ptr<QPrinter> printer_;
  QPrintPreviewWidget* preview_ = nullptr;
  QComboBox* orientation_ = nullptr;
  QComboBox* size_ = nullptr;
  QCheckBox* heading_ = nullptr;
  QCheckBox* date_ = nullptr;
};

}  // namespace loadframe
