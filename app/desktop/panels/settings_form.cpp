#include "panels/settings_form.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/setting_row.h"
#include "panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace loadframe {

namespace {

/// Longer tables do not fit into a window of usual height.
constexpr std::size_t most_rows_at_a_glance = 14;

/// Making rows by and by: so long at once, and a frame or so between.
constexpr int longest_at_once_ms = 2;
constexpr int pause_ms = 20;

}  // namespace

SettingsForm::SettingsForm(const SettingsTable& table, const Appearance& appearance, GroupFolding& open,
                           QWidget* parent)
    : QWidget(parent),
      table_(table),
      appearance_(appearance),
      open_(open),
      is_long_(table.size() > most_rows_at_a_glance) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  add_group({});
  for (const Setting& setting : table) {
    if (setting.group != groups_.back().name) add_group(setting.group);
    groups_.back().rows.push_back({&setting, nullptr, {}, true, false});
  }
  nothing_ = new QLabel(tr("No setting matches."), this);
  nothing_->setProperty("role", "muted");
  nothing_->hide();
  column->addWidget(nothing_);
  connect(&appearance, &Appearance::changed, this, &SettingsForm::show_all);
  more_to_make_.setSingleShot(true);
  more_to_make_.setInterval(pause_ms);
  connect(&more_to_make_, &QTimer::timeout, this, &SettingsForm::show_all);
}

void SettingsForm::add_group(std::string_view name) {
  Group& group = groups_.emplace_back();
  group.name = name;
  if (!name.empty()) add_heading(group);
  group.column = new QVBoxLayout;
  group.column->setSpacing(6);
  static_cast<QVBoxLayout*>(layout())->addLayout(group.column);
}

void SettingsForm::add_heading(Group& group) {
  auto* head = new QWidget(this);
  auto* heading = new QToolButton(head);
  heading->setText(translated(group.name));
  heading->setProperty("role", "group");
  heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  heading->setIconSize(QSize(12, 12));
  heading->setCheckable(true);
  auto* count = new QLabel(head);
  count->setProperty("role", "caption");
  auto* reset = new QToolButton(head);
  reset->setProperty("role", "quiet");
  reset->setAutoRaise(true);
  reset->setFixedSize(26, 26);
  reset->setIconSize(QSize(14, 14));
  reset->setToolTip(tr("Back to the defaults of this group"));
  reset->setAccessibleName(tr("Back to the defaults of %1").arg(heading->text()));
  auto* line = new QHBoxLayout(head);
  line->setContentsMargins(0, 4, 0, 0);
  line->setSpacing(4);
  line->addWidget(heading);
  line->addStretch();
  line->addWidget(count);
  line->addWidget(reset);
  layout()->addWidget(head);
  group.head = head;
  group.heading = heading;
  group.count = count;
  group.reset = reset;
  connect(heading, &QToolButton::clicked, this, [this, place = groups_.size() - 1](bool opened) {
    open_[std::string(groups_[place].name)] = opened;
    made_for_.invalidate();
    show_rows(groups_[place]);
    order_keyboard_focus();
  });
  connect(reset, &QToolButton::clicked, this, [this, place = groups_.size() - 1] {
    std::vector<std::string_view> keys;
    for (const Row& row : groups_[place].rows) keys.push_back(row.setting->key);
    emit reset_wanted(keys);
  });
}

bool SettingsForm::is_open(const Group& group) const {
  if (!group.heading || !search_.isEmpty()) return true;
  if (const auto chosen = open_.find(group.name); chosen != open_.end()) return chosen->second;
  return !is_long_ || !group.is_default;
}

void SettingsForm::make_widget(Group& group, std::size_t place) {
  Row& row = group.rows[place];
  const Setting& setting = *row.setting;
  row.widget = new SettingRow(setting, appearance_, this);
  row.widget->show_value(row.value, row.changed);
  const auto before = std::count_if(group.rows.begin(), group.rows.begin() + static_cast<std::ptrdiff_t>(place),
                                    [](const Row& one) { return one.widget != nullptr; });
  group.column->insertWidget(static_cast<int>(before), row.widget);
  connect(row.widget, &SettingRow::edited, this,
          [this, &setting](const SettingValue& value) { emit edited(setting, value); });
  connect(row.widget, &SettingRow::stepped, this,
          [this, &setting](const SettingValue& value) { emit stepped(setting, value); });
  connect(row.widget, &SettingRow::steps_begun, this, &SettingsForm::steps_begun);
  connect(row.widget, &SettingRow::reset_wanted, this, [this, &setting] { emit reset_wanted({setting.key}); });
  connect(row.widget, &SettingRow::entered, this, [this, widget = row.widget] { emit entered(widget->help_text()); });
  has_new_widgets_ = true;
}

/// Tab goes down the form, in whatever order its rows were made.
void SettingsForm::order_keyboard_focus() {
  if (!std::exchange(has_new_widgets_, false)) return;
  QWidget* last = previousInFocusChain();  // what stands before the form
  while (last != this && (isAncestorOf(last) || (last->focusPolicy() & Qt::TabFocus) == 0))
    last = last->previousInFocusChain();
  if (last == this) last = nullptr;
  const auto follow_with = [&last](QWidget* next) {
    if (last) QWidget::setTabOrder(last, next);
    last = next;
  };
  for (const Group& group : groups_) {
    if (group.heading) {
      follow_with(group.heading);
      follow_with(group.reset);
    }
    for (const Row& row : group.rows) {
      if (!row.widget) continue;
      for (QWidget* const child : row.widget->findChildren<QWidget*>())
        if (child->window() == window() && (child->focusPolicy() & Qt::TabFocus) != 0 && !child->focusProxy())
          follow_with(child);
    }
  }
}

void SettingsForm::show_rows(Group& group) {
  const bool open = is_open(group);
  bool any = false;
  for (std::size_t i = 0; i < group.rows.size(); ++i) {
    Row& row = group.rows[i];
    const bool wanted = row.applies && (search_.isEmpty() || SettingRow::matches(*row.setting, search_));
    if (open && wanted && !row.widget) {
      // One at least each time.
      if (has_new_widgets_ && made_for_.isValid() && made_for_.hasExpired(longest_at_once_ms)) more_to_make_.start();
      else make_widget(group, i);
    }
    if (row.widget) row.widget->setVisible(open && wanted);
    any = any || wanted;
  }
  if (!group.heading) return;
  group.head->setVisible(any);
  group.heading->setChecked(open);
  const Qt::ArrowType direction = open ? Qt::DownArrow : Qt::RightArrow;
  group.heading->setIcon(chevron_icon(appearance_.theme().muted_text, direction));
  group.reset->setIcon(sign_icon(Sign::reset, appearance_.theme().muted_text));
  const auto changes = std::count_if(group.rows.begin(), group.rows.end(), [](const Row& row) { return row.changed; });
  group.count->setText(tr("%1 changed", "settings of a group that are not at their defaults").arg(changes));
  group.count->setVisible(changes > 0);
  group.reset->setVisible(changes > 0);
}

QWidget* SettingsForm::reveal(std::string_view key) {
  for (Group& group : groups_) {
    for (const Row& row : group.rows) {
      if (row.setting->key != key || !row.applies) continue;
      if (group.heading) open_[std::string(group.name)] = true;
      made_for_.invalidate();
      show_rows(group);
      order_keyboard_focus();
      return row.widget->field();
    }
  }
  return nullptr;
}

void SettingsForm::make_by_and_by() { made_for_.start(); }

void SettingsForm::show_all() {
  if (made_for_.isValid()) made_for_.restart();
  bool any = false;
  for (Group& group : groups_) {
    show_rows(group);
    for (const Row& row : group.rows) any = any || (row.widget && !row.widget->isHidden());
  }
  if (more_to_make_.isActive()) any = true;
  else made_for_.invalidate();
  order_keyboard_focus();
  nothing_->setVisible(!any && !search_.isEmpty());
}

void SettingsForm::set_search(const QString& text) {
  search_ = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  show_all();
}

void SettingsForm::show_settings(const std::vector<ElementSettings>& elements) {
  if (elements.empty()) return;
  for (Group& group : groups_) {
    bool is_default = true;
    for (Row& shown : group.rows) {
      const Setting& setting = *shown.setting;
      std::optional<SettingValue> common;
      bool is_first = true;
      bool applies = false;
      bool changed = false;
      for (const ElementSettings& element : elements) {
        const Setting* row = element.table == &table_ ? &setting : find_setting(*element.table, setting.key);
        if (!row) continue;
        SettingValue value = row->get(element.settings);
        changed = changed || value != row->default_value;
        applies = applies || row->applies_to(element.settings);
        if (is_first) common = std::move(value);
        else if (common && value != *common) common.reset();
        is_first = false;
      }
      if (shown.widget) shown.widget->show_value(common, changed);
      shown.value = std::move(common);
      shown.applies = applies;
      shown.changed = changed;
      is_default = is_default && !changed;
    }
    // Afterwards, only a person opens and folds: rows must not move away under the pointer.
    if (!is_filled_) group.is_default = is_default;
  }
  is_filled_ = true;
  show_all();
}

}  // namespace loadframe
