#pragma once

#include <QFrame>

#include "architecture/identity.h"
#include "panels/settings_form.h"

#include <vector>

class QLabel;
class QLineEdit;
class QScrollArea;
class QTabWidget;

namespace loadframe {

class Appearance;
class Document;
class DocumentForm;
class FaultsTab;
class LiveRun;
class LiveTab;
struct Change;

/// What is selected, in three tabs: how it does in the run, its settings, what can be done to it. With nothing
/// selected it shows the document as a whole.
class InspectorPanel : public QFrame {
  Q_OBJECT

public:
  InspectorPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  /// Brings a setting of what is selected into sight, with the keyboard.
  void reveal_setting(std::string_view key);

public slots:
  void set_selection(const std::vector<loadframe::ElementId>& selection);

signals:
  /// An element named in the panel was clicked: show it.
  void element_chosen(const loadframe::ElementId& element);

private:
  QWidget* make_header();
  QWidget* make_settings_tab();
  void rebuild();
  void refresh();
  void show_header();
  void build_settings();
  void show_settings();
  void build_note_editor();
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
  QScrollArea* settings_area_ = nullptr;
  QLabel* help_ = nullptr;
  GroupFolding open_groups_;
  SettingsForm* form_ = nullptr;  ///< of the selected elements; null if they have none
};

}  // namespace loadframe
