#pragma once

#include "architecture/settings.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace loadframe {

class Appearance;
class SettingRow;

/// Which groups a person has opened or folded, by heading: whoever builds forms keeps it from one to the next.
using GroupFolding = std::map<std::string, bool, std::less<>>;

/// The settings of one element, and the table that they are of.
struct ElementSettings {
  const SettingsTable* table = nullptr;
  const void* settings = nullptr;
};

/// A form for one settings table, over one or several elements. Rows stand under their group's heading, which folds
/// them away, tells how many are not at their defaults, and resets them; in a long table, groups that are all at their
/// defaults begin folded. Rows without effect are hidden.
class SettingsForm : public QWidget {
  Q_OBJECT

public:
  /// @param table must outlive the form
  /// @param open true for groups that were opened, false for those that were folded; must outlive the form
  SettingsForm(const SettingsTable& table, const Appearance& appearance, GroupFolding& open, QWidget* parent = nullptr);

  /// Shows these, which are only read now. Values that differ among them are shown as mixed. Their tables may be
  /// others than the form's, but have its rows.
  void show_settings(const std::vector<ElementSettings>& elements);

  /// Makes the rows that are seen first some at a time, with room for a frame between.
  void make_by_and_by();

  /// Does not fit into a window of usual height.
  bool is_long() const { return is_long_; }

  /// Shows only the rows that match what is typed, of all groups; empty: all, as groups are open.
  void set_search(const QString& text);

  /// Unfolds the group of a setting and returns its editor; null if there is none, or it has no effect now.
  QWidget* reveal(std::string_view key);

signals:
  void edited(const loadframe::Setting& setting, const loadframe::SettingValue& value);
  /// By a step: together with those since steps_begun it is one edit.
  void stepped(const loadframe::Setting& setting, const loadframe::SettingValue& value);
  void steps_begun();
  void reset_wanted(const std::vector<std::string_view>& keys);
  /// The keyboard came to a row: its help as rich text.
  void entered(const QString& help);

private:
  struct Row {
    const Setting* setting = nullptr;
    SettingRow* widget = nullptr;  ///< null until it is first seen: making all of them would hold up the window
    std::optional<SettingValue> value;
    bool applies = true;
    bool changed = false;
  };

  struct Group {
    std::string_view name;
    QWidget* head = nullptr;  ///< none for the first group
    QToolButton* heading = nullptr;
    QLabel* count = nullptr;  ///< of what is not at its default
    QToolButton* reset = nullptr;
    QVBoxLayout* column = nullptr;
    std::vector<Row> rows;
    bool is_default = true;  ///< every row, when the form was first filled
  };

  void add_group(std::string_view name);
  void add_heading(Group& group);
  bool is_open(const Group& group) const;
  void show_rows(Group& group);
  void show_all();
  void make_widget(Group& group, std::size_t place);
  void order_keyboard_focus();

  const SettingsTable& table_;
  const Appearance& appearance_;
  GroupFolding& open_;
  std::vector<Group> groups_;
  QStringList search_;
  QLabel* nothing_ = nullptr;
  bool is_long_ = false;
  bool is_filled_ = false;
  bool has_new_widgets_ = false;
  QElapsedTimer made_for_;  ///< making rows by and by; else invalid
  QTimer more_to_make_;
};

}  // namespace loadframe
