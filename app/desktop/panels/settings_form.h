#pragma once

#include "architecture/settings.h"

#include <QWidget>
#include <map>
#include <string_view>
#include <vector>

class QToolButton;

namespace loadframe {

class Appearance;
class SettingRow;

/// Which groups a person has opened or folded, by heading: whoever builds forms keeps it from one to the next.
using GroupFolding = std::map<std::string_view, bool>;

/// A form for one settings table, over one or several settings structs of its type. Rows stand under their group's
/// heading, which folds them away; in a long table, groups that are all at their defaults begin folded. Rows without
/// effect are hidden.
class SettingsForm : public QWidget {
  Q_OBJECT

public:
  /// @param table must outlive the form
  /// @param open true for groups that were opened, false for those that were folded; must outlive the form
  SettingsForm(const SettingsTable& table, const Appearance& appearance, GroupFolding& open, QWidget* parent = nullptr);

  /// Shows these structs, which are only read now. Values that differ among them are shown as mixed.
  void show_settings(const std::vector<const void*>& settings);

  /// Unfolds the group of a setting and returns its editor; null if there is none, or it has no effect now.
  QWidget* reveal(std::string_view key);

signals:
  void edited(const loadframe::Setting& setting, const loadframe::SettingValue& value);
  /// The keyboard came to a row: its help as rich text.
  void entered(const QString& help);

private:
  struct Group {
    std::string_view name;
    QToolButton* heading = nullptr;  ///< none for the first group
    std::vector<SettingRow*> rows;
    std::vector<bool> applies;  ///< by row
    bool is_default = true;     ///< every row, when the form was first filled
  };

  void add_group(std::string_view name);
  bool is_open(const Group& group) const;
  void show_rows(const Group& group);

  const Appearance& appearance_;
  GroupFolding& open_;
  std::vector<Group> groups_;
  bool is_long_ = false;
  bool is_filled_ = false;
};

}  // namespace loadframe
