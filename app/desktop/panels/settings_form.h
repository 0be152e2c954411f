#pragma once

#include "architecture/settings.h"

#include <QWidget>
#include <functional>
#include <vector>

namespace loadframe {

class Appearance;
class SettingRow;

/// A form for one settings table, over one or several settings structs of its type. Rows stand under their group's
/// heading; rows without effect are hidden.
class SettingsForm : public QWidget {
  Q_OBJECT

public:
  /// @param table must outlive the form
  SettingsForm(const SettingsTable& table, const Appearance& appearance, QWidget* parent = nullptr);

  /// Shows these structs, which are only read now. Values that differ among them are shown as mixed.
  void show_settings(const std::vector<const void*>& settings);

signals:
  void edited(const loadframe::Setting& setting, const loadframe::SettingValue& value);
  /// The keyboard came to a row: its help as rich text.
  void entered(const QString& help);

private:
  struct Group {
    QWidget* heading = nullptr;
    std::vector<SettingRow*> rows;
  };
  std::vector<Group> groups_;
};

}  // namespace loadframe
