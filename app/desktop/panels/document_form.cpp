#include "panels/document_form.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "panels/glyphs.h"
#include "panels/scenario_table.h"
#include "panels/setting_editor.h"
#include "panels/settings_form.h"
#include "panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

constexpr int id_role = Qt::UserRole;
constexpr int most_visible_classes = 6;

QLabel* heading(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", "heading");
  return label;
}

/// "browse · read · weight 8"
QString summary(const RequestClass& one) {
  const auto& settings = one.settings;
  return DocumentForm::tr("%1 · %2 · weight %3")
      .arg(to_qstring(one.name),
           settings.operation == Operation::read ? DocumentForm::tr("read") : DocumentForm::tr("write"),
           figure_text(settings.weight));
}

}  // namespace

DocumentForm::DocumentForm(Document& document, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), document_(document), appearance_(appearance) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(16);
  column->addWidget(make_properties());
  column->addWidget(make_classes());
  column->addWidget(new ScenarioTable(document, appearance, this));
  column->addStretch();
  connect(&document_, &Document::changed, this, &DocumentForm::refresh);
  connect(&document_, &Document::replaced, this, &DocumentForm::refresh);
  refresh();
}

QWidget* DocumentForm::make_properties() {
  auto* box = new QWidget(this);
  name_ = new QLineEdit(box);
  name_->setObjectName(QStringLiteral("document_name"));
  name_->setAccessibleName(tr("Name of the architecture"));
  name_->setPlaceholderText(tr("Without a name"));
  description_ = new QPlainTextEdit(box);
  description_->setAccessibleName(tr("Description"));
  description_->setPlaceholderText(tr("What this architecture is, and what to look for when it runs"));
  description_->setTabChangesFocus(true);
  description_->setFixedHeight(96);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(heading(tr("Name"), box));
  column->addWidget(name_);
  column->addWidget(heading(tr("Description"), box));
  column->addWidget(description_);

  connect(name_, &QLineEdit::editingFinished, this,
          [this] { apply_properties(tr("Rename the architecture"), document_.begin_gesture()); });
  connect(description_, &QPlainTextEdit::textChanged, this, [this] {
    if (refreshing_) return;
    if (description_gesture_ == 0) description_gesture_ = document_.begin_gesture();
    apply_properties(tr("Edit the description"), description_gesture_);
  });
  return box;
}

QWidget* DocumentForm::make_classes() {
  auto* box = new QWidget(this);
  const auto button = [box](const QString& name) {
    auto* tool = new QToolButton(box);
    tool->setProperty("role", "quiet");
    tool->setAccessibleName(name);
    tool->setToolTip(name);
    tool->setIconSize(QSize(14, 14));
    return tool;
  };
  add_class_ = button(tr("Add a request class"));
  add_class_->setObjectName(QStringLiteral("add_class"));
  remove_class_ = button(tr("Remove the request class"));
  const auto color = [this] {
    add_class_->setIcon(sign_icon(Sign::add, appearance_.theme().text));
    remove_class_->setIcon(sign_icon(Sign::remove, appearance_.theme().text));
  };
  color();
  connect(&appearance_, &Appearance::changed, this, color);

  classes_ = new QListWidget(box);
  classes_->setAccessibleName(tr("Request classes"));
  classes_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  class_box_ = new QWidget(box);
  class_name_ = new QLineEdit(class_box_);
  class_name_->setAccessibleName(tr("Name of the request class"));
  class_error_ = new QLabel(class_box_);
  class_error_->setProperty("role", "bad");
  class_error_->setWordWrap(true);
  class_error_->hide();
  class_form_ = new SettingsForm(request_class_settings(), appearance_, open_groups_, class_box_);

  auto* inside = new QVBoxLayout(class_box_);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->addWidget(class_name_);
  inside->addWidget(class_error_);
  inside->addWidget(class_form_);
  auto* head = new QHBoxLayout;
  auto* title = heading(tr("Request classes"), box);
  title->setToolTip(tr("The mix that users ask for. Without any, all requests are alike: reads."));
  head->addWidget(title);
  head->addStretch();
  head->addWidget(add_class_);
  head->addWidget(remove_class_);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(head);
  column->addWidget(classes_);
  column->addWidget(class_box_);

  connect(add_class_, &QToolButton::clicked, this, &DocumentForm::add_class);
  connect(remove_class_, &QToolButton::clicked, this, &DocumentForm::remove_class);
  connect(classes_, &QListWidget::currentRowChanged, this, [this] {
    if (!refreshing_) show_class();
  });
  connect(class_name_, &QLineEdit::editingFinished, this, &DocumentForm::rename_class);
  connect(class_form_, &SettingsForm::entered, this, &DocumentForm::entered);
  const auto set = [this](const Setting& setting, const SettingValue& value) {
    document_.apply(set_setting(document_.architecture(), chosen_class(), setting.key, value),
                    tr("Set %1").arg(translated(setting.label)), class_gesture_);
  };
  connect(class_form_, &SettingsForm::edited, this, [this, set](const Setting& setting, const SettingValue& value) {
    class_gesture_ = document_.begin_gesture();
    set(setting, value);
    class_gesture_ = document_.begin_gesture();
  });
  connect(class_form_, &SettingsForm::steps_begun, this, [this] { class_gesture_ = document_.begin_gesture(); });
  connect(class_form_, &SettingsForm::stepped, this, set);
  connect(class_form_, &SettingsForm::reset_wanted, this, [this, set](const std::vector<std::string_view>& keys) {
    class_gesture_ = document_.begin_gesture();
    for (const std::string_view key : keys) {
      const Setting& setting = *find_setting(request_class_settings(), key);
      set(setting, setting.default_value);
    }
  });
  return box;
}

void DocumentForm::apply_properties(const QString& step_name, int gesture) {
  Properties properties = document_.architecture().properties;
  properties.name = to_std(name_->text().trimmed());
  properties.description = to_std(description_->toPlainText());
  if (properties == document_.architecture().properties) return;
  document_.apply(set_properties(document_.architecture(), std::move(properties)), step_name, gesture);
}

void DocumentForm::refresh() {
  refreshing_ = true;
  const Properties& properties = document_.architecture().properties;
  if (!name_->hasFocus() || !name_->isModified()) name_->setText(to_qstring(properties.name));
  const QString description = to_qstring(properties.description);
  if (description_->toPlainText() != description) {
    description_->setPlainText(description);
    description_gesture_ = 0;
  }
  refresh_classes();
  refreshing_ = false;
  show_class();
}

void DocumentForm::refresh_classes() {
  const auto& classes = document_.architecture().classes;
  const ClassId chosen = chosen_class();
  const int old_row = classes_->currentRow();
  classes_->clear();
  for (const RequestClass& one : classes) {
    auto* entry = new QListWidgetItem(summary(one), classes_);
    entry->setData(id_role, one.id.value);
    if (one.id == chosen) classes_->setCurrentItem(entry);
  }
  if (classes_->currentRow() < 0 && classes_->count() > 0)
    classes_->setCurrentRow(std::clamp(old_row, 0, classes_->count() - 1));
  const int rows = std::clamp(classes_->count(), 1, most_visible_classes);
  classes_->setFixedHeight(rows * std::max(classes_->sizeHintForRow(0), classes_->fontMetrics().height() + 8) + 4);
  classes_->setVisible(classes_->count() > 0);
}

ClassId DocumentForm::chosen_class() const {
  const QListWidgetItem* entry = classes_->currentItem();
  return {entry ? entry->data(id_role).toUInt() : 0};
}

void DocumentForm::show_class() {
  const RequestClass* one = loadframe::find(document_.architecture(), chosen_class());
  remove_class_->setEnabled(one != nullptr);
  class_box_->setVisible(one != nullptr);
  if (!one) return;
  if (!class_name_->hasFocus() || !class_name_->isModified()) class_name_->setText(to_qstring(one->name));
  class_error_->hide();
  class_form_->show_settings({{&request_class_settings(), &one->settings}});
}

void DocumentForm::add_class() {
  document_.apply(add_request_class(document_.architecture()), tr("Add a request class"));
  classes_->setCurrentRow(classes_->count() - 1);
  class_name_->setFocus();
  class_name_->selectAll();
}

void DocumentForm::remove_class() {
  document_.apply(remove_request_class(document_.architecture(), chosen_class()), tr("Remove a request class"));
}

void DocumentForm::rename_class() {
  if (!class_name_->isModified() || !chosen_class()) return;
  const auto change = rename(document_.architecture(), chosen_class(), to_std(class_name_->text().trimmed()));
  class_error_->setVisible(!change);
  if (!change) {
    class_error_->setText(translated(change.diagnostic().what));
    return;
  }
  class_name_->setModified(false);
  document_.apply(*change, tr("Rename a request class"));
}

}  // namespace loadframe
