#include "panels/settings_form.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/setting_row.h"
#include "panels/wording.h"

#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

/// Longer tables do not fit into a window of usual height.
constexpr std::size_t most_rows_at_a_glance = 14;

}  // namespace

SettingsForm::SettingsForm(const SettingsTable& table, const Appearance& appearance, GroupFolding& open,
                           QWidget* parent)
    : QWidget(parent), appearance_(appearance), open_(open), is_long_(table.size() > most_rows_at_a_glance) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  groups_.emplace_back();
  for (const Setting& setting : table) {
    if (setting.group != groups_.back().name) add_group(setting.group);
    auto* row = new SettingRow(setting, appearance, this);
    column->addWidget(row);
    groups_.back().rows.push_back(row);
    groups_.back().applies.push_back(true);
    connect(row, &SettingRow::edited, this,
            [this, &setting](const SettingValue& value) { emit edited(setting, value); });
    connect(row, &SettingRow::entered, this, [this, row] { emit entered(row->help_text()); });
  }
  connect(&appearance, &Appearance::changed, this, [this] {
    for (const Group& group : groups_) show_rows(group);
  });
}

void SettingsForm::add_group(std::string_view name) {
  auto* heading = new QToolButton(this);
  heading->setText(translated(name));
  heading->setProperty("role", "group");
  heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  heading->setIconSize(QSize(12, 12));
  heading->setCheckable(true);
  layout()->addWidget(heading);
  layout()->setAlignment(heading, Qt::AlignLeft);
  groups_.push_back({name, heading, {}, {}, true});
  connect(heading, &QToolButton::clicked, this, [this, place = groups_.size() - 1](bool opened) {
    open_[groups_[place].name] = opened;
    show_rows(groups_[place]);
  });
}

bool SettingsForm::is_open(const Group& group) const {
  if (!group.heading) return true;
  if (const auto chosen = open_.find(group.name); chosen != open_.end()) return chosen->second;
  return !is_long_ || !group.is_default;
}

void SettingsForm::show_rows(const Group& group) {
  const bool open = is_open(group);
  for (std::size_t i = 0; i < group.rows.size(); ++i) group.rows[i]->setVisible(open && group.applies[i]);
  if (!group.heading) return;
  group.heading->setVisible(std::find(group.applies.begin(), group.applies.end(), true) != group.applies.end());
  group.heading->setChecked(open);
  const Qt::ArrowType direction = open ? Qt::DownArrow : Qt::RightArrow;
  group.heading->setIcon(chevron_icon(appearance_.theme().muted_text, direction));
}

QWidget* SettingsForm::reveal(std::string_view key) {
  for (Group& group : groups_) {
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
      if (group.rows[i]->setting().key != key || !group.applies[i]) continue;
      if (group.heading) open_[group.name] = true;
      show_rows(group);
      return group.rows[i]->field();
    }
  }
  return nullptr;
}

void SettingsForm::show_settings(const std::vector<const void*>& settings) {
  if (settings.empty()) return;
  for (Group& group : groups_) {
    bool is_default = true;
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
      const Setting& setting = group.rows[i]->setting();
      std::optional<SettingValue> common = setting.get(settings.front());
      bool applies = false;
      for (const void* one : settings) {
        if (common && setting.get(one) != *common) common.reset();
        applies = applies || setting.applies_to(one);
      }
      group.rows[i]->show_value(common);
      group.applies[i] = applies;
      is_default = is_default && common && *common == setting.default_value;
    }
    // Afterwards, only a person opens and folds: rows must not move away under the pointer.
    if (!is_filled_) group.is_default = is_default;
    show_rows(group);
  }
  is_filled_ = true;
}

}  // namespace loadframe
