#include "panels/settings_form.h"

#include "panels/setting_row.h"
#include "panels/wording.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

SettingsForm::SettingsForm(const SettingsTable& table, const Appearance& appearance, QWidget* parent)
    : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  std::string_view present;
  groups_.emplace_back();
  for (const Setting& setting : table) {
    if (setting.group != present) {
      present = setting.group;
      auto* heading = new QLabel(translated(present), this);
      heading->setProperty("role", "heading");
      heading->setContentsMargins(0, 10, 0, 0);
      column->addWidget(heading);
      groups_.push_back({heading, {}});
    }
    auto* row = new SettingRow(setting, appearance, this);
    column->addWidget(row);
    groups_.back().rows.push_back(row);
    connect(row, &SettingRow::edited, this,
            [this, &setting](const SettingValue& value) { emit edited(setting, value); });
    connect(row, &SettingRow::entered, this, [this, row] { emit entered(row->help_text()); });
  }
}

void SettingsForm::show_settings(const std::vector<const void*>& settings) {
  if (settings.empty()) return;
  for (const Group& group : groups_) {
    bool any = false;
    for (SettingRow* row : group.rows) {
      const Setting& setting = row->setting();
      std::optional<SettingValue> common = setting.get(settings.front());
      bool applies = false;
      for (const void* one : settings) {
        if (common && setting.get(one) != *common) common.reset();
        applies = applies || setting.applies_to(one);
      }
      row->show_value(common);
      row->setVisible(applies);
      any = any || applies;
    }
    if (group.heading) group.heading->setVisible(any);
  }
}

}  // namespace loadframe
