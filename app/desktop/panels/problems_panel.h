#pragma once

#include <QFrame>

#include "architecture/identity.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace loadframe {

class Appearance;
class Document;

/// What keeps the architecture from running, or makes it do less than one may expect.
class ProblemsPanel : public QFrame {
  Q_OBJECT

public:
  ProblemsPanel(Document& document, const Appearance& appearance, QWidget* parent = nullptr);

  /// Errors and warnings; notes do not count.
  int count() const { return count_; }

signals:
  void element_chosen(const loadframe::ElementId& element);
  void count_changed(int count);

private:
  void refresh();
  void choose(const QTreeWidgetItem* row);

  Document& document_;
  const Appearance& appearance_;
  QTreeWidget* list_ = nullptr;
  QLabel* nothing_ = nullptr;
  int count_ = 0;
};

}  // namespace loadframe
