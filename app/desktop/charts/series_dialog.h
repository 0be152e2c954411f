#pragma once

#include <QDialog>

#include "charts/chart_spec.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace loadframe {

class Appearance;

/// What a chart shows: any metric of any component, link or host, or of the whole system. All series of a chart have
/// one unit; those of others cannot be ticked while there are any.
class SeriesDialog : public QDialog {
  Q_OBJECT

public:
  /// @param chosen what is ticked at first
  /// @param shown an element whose metrics are to be seen at first, if any
  SeriesDialog(const Architecture& architecture, const Appearance& appearance, std::vector<SeriesSpec> chosen,
               const ElementId& shown, QWidget* parent = nullptr);

  const std::vector<SeriesSpec>& chosen() const { return chosen_; }

private:
  void add_subject(const Architecture& architecture, const Appearance& appearance, const ElementId& element,
                   bool is_open);
  void search(const QString& text);
  void toggle(QTreeWidgetItem* entry);
  void show_units();

  std::vector<SeriesSpec> chosen_;
  QLineEdit* search_ = nullptr;
  QTreeWidget* tree_ = nullptr;
  QLabel* told_ = nullptr;
  QPushButton* accept_ = nullptr;
};

}  // namespace loadframe
