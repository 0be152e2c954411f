#pragma once

#include <QFrame>
#include <QTimer>

#include "architecture/identity.h"

#include <vector>

class QLabel;
class QLineEdit;
class QTabWidget;

namespace loadframe {

class Appearance;
class Document;
class FaultsTab;
class LiveRun;
class LiveTab;
class SettingsTab;

/// What is selected, in three tabs: how it does in the run, its settings, what can be done to it. With nothing
/// selected it shows the document as a whole.
class InspectorPanel : public QFrame {
  Q_OBJECT

public:
  InspectorPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);
  ~InspectorPanel() override;

  /// Brings a setting of what is selected into sight, with the keyboard.
  void reveal_setting(std::string_view key);

public slots:
  void set_selection(const std::vector<loadframe::ElementId>& selection);

signals:
  /// An element named in the panel was clicked: show it.
  void element_chosen(const loadframe::ElementId& element);

private:
  QWidget* make_header();
  void rebuild();
  void fill_shown_tab();
  void refresh();
  void show_header();
  void rename_element();
  void drop_what_is_gone();
  bool is_one_kind() const;
  /// The selected element, none if there is not exactly one.
  ElementId single() const;

  Document& document_;
  LiveRun& run_;
  const Appearance& appearance_;
  std::vector<ElementId> selection_;

  QLabel* icon_ = nullptr;
  QLineEdit* name_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* kind_ = nullptr;
  QLabel* name_error_ = nullptr;
  QTabWidget* tabs_ = nullptr;
  LiveTab* live_ = nullptr;
  FaultsTab* faults_ = nullptr;
  SettingsTab* settings_ = nullptr;
  QTimer fill_soon_;
};

}  // namespace loadframe
