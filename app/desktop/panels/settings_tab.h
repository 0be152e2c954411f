#pragma once

#include <QTimer>
#include <QWidget>

#include "architecture/identity.h"
#include "panels/settings_form.h"

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace loadframe {

class Appearance;
class Document;
class PresetLibrary;
struct Assignment;
struct Preset;

/// The settings of what is selected, its presets, and a search; of the document if nothing is. Elements of several
/// kinds show what they have in common.
class SettingsTab : public QWidget {
  Q_OBJECT

public:
  SettingsTab(Document& document, const Appearance& appearance, QWidget* parent = nullptr);
  ~SettingsTab() override;

  /// @param selection elements that exist
  void set_selection(const std::vector<ElementId>& selection);
  /// As LiveTab::fill(). @param by_and_by not all at once, so that it does not hold up the window
  void fill(bool by_and_by);
  /// The document has changed; the selection has not.
  void refresh();
  /// Brings a setting into sight, with the keyboard.
  void reveal(std::string_view key);

private:
  QWidget* make_bar();
  void build(bool by_and_by);
  void build_form(QWidget& page);
  void build_note_editor();
  void show_values();
  void show_preset();
  void edit(const Setting& setting, const SettingValue& value, bool is_step);
  void reset(const std::vector<std::string_view>& keys);
  void open_presets();
  void save_as_preset();
  void apply_values(const std::vector<Assignment>& values, const QString& step_name);
  void copy_settings();
  void paste_settings();
  /// The kind by which presets name the selection; empty if it is of several or of none.
  std::string_view kind() const;
  std::vector<const void*> structs() const;
  ElementId single() const;
  bool is_one_kind() const;

  Document& document_;
  const Appearance& appearance_;
  PresetLibrary* library_ = nullptr;
  std::vector<ElementId> selection_;
  SettingsTable common_;  ///< of elements of several kinds
  QWidget* bar_ = nullptr;
  QLabel* preset_label_ = nullptr;
  QPushButton* preset_ = nullptr;
  QToolButton* more_ = nullptr;
  QLineEdit* search_ = nullptr;
  QScrollArea* area_ = nullptr;
  QLabel* help_ = nullptr;
  GroupFolding open_groups_;
  SettingsForm* form_ = nullptr;  ///< of the selected elements; null if they have none
  bool is_filled_ = false;
  int steps_gesture_ = 0;
  std::string stepped_key_;
  QTimer more_steps_;  ///< runs while a further step belongs to the last one
};

}  // namespace loadframe
