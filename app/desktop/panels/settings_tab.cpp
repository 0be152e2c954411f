#include "panels/settings_tab.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "document.h"
#include "panels/document_form.h"
#include "panels/glyphs.h"
#include "panels/preset_popup.h"
#include "panels/wording.h"
#include "preset_library.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int side_margin = 16;
constexpr int steps_apart_ms = 900;  ///< steps of one setting that follow each other sooner are one edit

QString folding_key() { return QStringLiteral("inspector/groups"); }

GroupFolding remembered_groups() {
  GroupFolding open;
  const QVariantMap kept = QSettings().value(folding_key()).toMap();
  for (auto group = kept.begin(); group != kept.end(); ++group) open[to_std(group.key())] = group.value().toBool();
  return open;
}

void remember_groups(const GroupFolding& open) {
  QVariantMap kept;
  for (const auto& [group, is_open] : open) kept.insert(to_qstring(group), is_open);
  QSettings().setValue(folding_key(), kept);
}

}  // namespace

SettingsTab::SettingsTab(Document& document, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      document_(document),
      appearance_(appearance),
      library_(new PresetLibrary(PresetLibrary::usual_file(), this)),
      open_groups_(remembered_groups()) {
  area_ = new QScrollArea(this);
  area_->setWidgetResizable(true);
  area_->setFrameShape(QFrame::NoFrame);
  area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  help_ = new QLabel(this);
  help_->setProperty("role", "caption");
  help_->setWordWrap(true);
  help_->setTextFormat(Qt::RichText);
  help_->setContentsMargins(side_margin, 4, side_margin, 8);
  help_->hide();
  more_steps_.setSingleShot(true);
  more_steps_.setInterval(steps_apart_ms);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(make_bar());
  column->addWidget(area_, 1);
  column->addWidget(help_);
  connect(library_, &PresetLibrary::changed, this, &SettingsTab::show_preset);
}

SettingsTab::~SettingsTab() { remember_groups(open_groups_); }

QWidget* SettingsTab::make_bar() {
  bar_ = new QWidget(this);
  preset_label_ = new QLabel(tr("Preset"), bar_);
  preset_label_->setProperty("role", "heading");
  preset_ = new QPushButton(bar_);
  preset_->setObjectName(QStringLiteral("presets"));
  preset_->setProperty("role", "field");
  preset_->setAutoDefault(false);
  preset_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  preset_->setLayoutDirection(Qt::RightToLeft);  // the arrow stands behind the text
  more_ = new QToolButton(bar_);
  more_->setProperty("role", "quiet");
  more_->setText(QStringLiteral("⋯"));
  more_->setToolTip(tr("Copy, paste and reset settings"));
  more_->setAccessibleName(more_->toolTip());
  more_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(more_);
  QAction* copy = menu->addAction(tr("&Copy settings"));
  QAction* paste = menu->addAction(tr("&Paste settings"));
  menu->addSeparator();
  QAction* reset_all = menu->addAction(tr("&Reset all to defaults"));
  more_->setMenu(menu);
  search_ = new QLineEdit(bar_);
  search_->setObjectName(QStringLiteral("find_setting"));
  search_->setPlaceholderText(tr("Find a setting"));
  search_->setAccessibleName(search_->placeholderText());
  search_->setClearButtonEnabled(true);

  auto* line = new QHBoxLayout;
  line->addWidget(preset_label_);
  line->addWidget(preset_, 1);
  line->addStretch();
  line->addWidget(more_);
  auto* column = new QVBoxLayout(bar_);
  column->setContentsMargins(side_margin, 10, side_margin - 6, 2);
  column->addLayout(line);
  column->addWidget(search_);

  connect(preset_, &QPushButton::clicked, this, &SettingsTab::open_presets);
  connect(copy, &QAction::triggered, this, &SettingsTab::copy_settings);
  connect(paste, &QAction::triggered, this, &SettingsTab::paste_settings);
  connect(reset_all, &QAction::triggered, this, [this] { reset({}); });
  connect(menu, &QMenu::aboutToShow, this, [this, copy, paste] {
    copy->setEnabled(selection_.size() == 1);
    const auto copied = settings_from_text(to_std(QGuiApplication::clipboard()->text()));
    paste->setEnabled(copied && copied->kind == kind());
  });
  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    if (form_) form_->set_search(text);
  });
  return bar_;
}

ElementId SettingsTab::single() const { return selection_.size() == 1 ? selection_.front() : ElementId{}; }

bool SettingsTab::is_one_kind() const {
  const Architecture& architecture = document_.architecture();
  return std::all_of(selection_.begin(), selection_.end(), [&](const ElementId& element) {
    return &settings_table(architecture, element) == &settings_table(architecture, selection_.front());
  });
}

std::string_view SettingsTab::kind() const {
  if (selection_.empty() || !is_one_kind()) return {};
  return preset_kind_of(document_.architecture(), selection_.front());
}

std::vector<const void*> SettingsTab::structs() const {
  std::vector<const void*> all;
  for (const ElementId& element : selection_)
    if (const void* one = settings_of(document_.architecture(), element)) all.push_back(one);
  return all;
}

void SettingsTab::set_selection(const std::vector<ElementId>& selection) {
  selection_ = selection;
  stepped_key_.clear();
  is_filled_ = false;
}

void SettingsTab::fill(bool by_and_by) {
  if (is_filled_) return;
  is_filled_ = true;
  build(by_and_by);
}

void SettingsTab::refresh() {
  if (is_filled_) show_values();
}

void SettingsTab::reveal(std::string_view key) {
  if (!form_) return;
  search_->clear();
  if (QWidget* const editor = form_->reveal(key)) {
    area_->ensureWidgetVisible(editor);
    editor->setFocus(Qt::ShortcutFocusReason);
  }
}

void SettingsTab::build(bool by_and_by) {
  form_ = nullptr;
  help_->hide();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(side_margin - 9, 10, side_margin - 6, 14);
  if (selection_.empty()) {
    column->setContentsMargins(side_margin, 14, side_margin - 6, 14);
    auto* form = new DocumentForm(document_, appearance_, page);
    connect(form, &DocumentForm::entered, this, [this](const QString& help) {
      help_->setText(help);
      help_->setVisible(!help.isEmpty());
    });
    column->addWidget(form);
  } else if (std::holds_alternative<NoteId>(single())) {
    column->setContentsMargins(side_margin, 14, side_margin - 6, 14);
    bar_->hide();
    area_->setWidget(page);
    build_note_editor();
    return;
  } else {
    build_form(*page);
    if (form_ && by_and_by) form_->make_by_and_by();
  }
  column->addStretch();
  show_values();  // before it is seen: widgets that are shown one by one are laid out each time, as some are, by and by
  area_->setWidget(page);
  bar_->setVisible(form_ != nullptr);
  search_->setVisible(form_ && form_->is_long());
  if (!search_->text().isEmpty()) search_->clear();
  more_->setVisible(form_ && !kind().empty());
}

void SettingsTab::build_form(QWidget& page) {
  const auto say = [&](const QString& text) {
    auto* label = new QLabel(text, &page);
    label->setProperty("role", "muted");
    label->setWordWrap(true);
    label->setContentsMargins(9, 4, 0, 0);
    page.layout()->addWidget(label);
  };
  const SettingsTable* table = &settings_table(document_.architecture(), selection_.front());
  if (!is_one_kind()) {
    std::vector<const SettingsTable*> tables;
    for (const ElementId& element : selection_)
      if (const SettingsTable& one = settings_table(document_.architecture(), element); !one.empty())
        tables.push_back(&one);
    common_ = common_settings(tables);
    table = &common_;
    say(table->empty() ? tr("These elements have no settings in common.")
                       : tr("What these elements of several kinds have in common:"));
  } else if (table->empty()) {
    say(tr("There is nothing to set here."));
  }
  if (table->empty()) return;
  form_ = new SettingsForm(*table, appearance_, open_groups_, &page);
  page.layout()->addWidget(form_);
  connect(form_, &SettingsForm::entered, this, [this](const QString& help) {
    help_->setText(help);
    help_->setVisible(!help.isEmpty());
  });
  connect(form_, &SettingsForm::edited, this,
          [this](const Setting& setting, const SettingValue& value) { edit(setting, value, false); });
  connect(form_, &SettingsForm::stepped, this,
          [this](const Setting& setting, const SettingValue& value) { edit(setting, value, true); });
  connect(form_, &SettingsForm::steps_begun, this, [this] { stepped_key_.clear(); });
  connect(form_, &SettingsForm::reset_wanted, this, &SettingsTab::reset);
}

void SettingsTab::edit(const Setting& setting, const SettingValue& value, bool is_step) {
  if (!is_filled_) return;  // what is still seen belongs to what was selected before
  const bool goes_on = is_step && stepped_key_ == setting.key &&
                       (more_steps_.isActive() || QGuiApplication::mouseButtons() != Qt::NoButton);
  if (!goes_on) steps_gesture_ = document_.begin_gesture();
  stepped_key_ = is_step ? setting.key : std::string_view();
  more_steps_.start();
  document_.apply(set_setting(document_.architecture(), selection_, setting.key, value),
                  tr("Set %1").arg(translated(setting.label)), steps_gesture_);
  show_values();
}

void SettingsTab::reset(const std::vector<std::string_view>& keys) {
  if (!is_filled_) return;
  const Setting* one = keys.size() == 1
                           ? find_setting(settings_table(document_.architecture(), selection_.front()), keys.front())
                           : nullptr;
  document_.apply(reset_settings(document_.architecture(), selection_, keys),
                  one ? tr("Reset %1").arg(translated(one->label)) : tr("Reset settings"));
  show_values();
}

void SettingsTab::show_values() {
  if (!form_) return;
  std::vector<ElementSettings> elements;
  for (const ElementId& element : selection_)
    if (const void* one = settings_of(document_.architecture(), element))
      elements.push_back({&settings_table(document_.architecture(), element), one});
  form_->show_settings(elements);
  show_preset();
}

void SettingsTab::show_preset() {
  if (!is_filled_) return;
  const std::string_view of = kind();
  preset_label_->setVisible(!of.empty());
  preset_->setVisible(!of.empty());
  if (of.empty()) return;
  const std::vector<Preset> all = library_->all();
  QStringList names;
  bool is_first = true;
  for (const void* settings : structs()) {
    QStringList its;
    for (const Preset* preset : presets_of(all, of, settings)) its << to_qstring(preset->name);
    if (is_first) names = its;
    else names.removeIf([&](const QString& name) { return !its.contains(name); });
    is_first = false;
  }
  const QString text = names.isEmpty() ? tr("Choose…") : names.join(QStringLiteral(", "));
  preset_->setText(preset_->fontMetrics().elidedText(text, Qt::ElideRight, std::max(preset_->width() - 44, 120)));
  preset_->setToolTip(names.isEmpty() ? tr("Documented settings of well-known systems, and your own") : text);
  preset_->setAccessibleName(tr("Preset: %1").arg(text));
  preset_->setIcon(chevron_icon(appearance_.theme().muted_text));
}

void SettingsTab::open_presets() {
  const std::string_view of = kind();
  std::vector<Preset> program;
  std::vector<Preset> own;
  for (const Preset& preset : program_presets())
    if (preset.kind == of) program.push_back(preset);
  for (const Preset& preset : library_->own())
    if (preset.kind == of) own.push_back(preset);
  auto* popup = new PresetPopup(std::move(program), std::move(own), structs(), this);
  connect(popup, &PresetPopup::chosen, this, [this](const Preset& preset) {
    apply_values(preset.values, tr("Apply the preset %1").arg(to_qstring(preset.name)));
  });
  // Later: a question must not hold the popup open.
  connect(popup, &PresetPopup::save_wanted, this, &SettingsTab::save_as_preset, Qt::QueuedConnection);
  connect(popup, &PresetPopup::remove_wanted, this, [this](const Preset& preset) {
    if (const auto problem = library_->remove(preset.name, preset.kind))
      QMessageBox::warning(window(), tr("Delete the preset"), translated(to_text(*problem)));
  });
  popup->open_below(*preset_);
}

void SettingsTab::save_as_preset() {
  const auto all = structs();
  if (all.empty()) return;
  bool accepted = false;
  const QString name =
      QInputDialog::getText(window(), tr("Save settings as a preset"), tr("Name"), QLineEdit::Normal, {}, &accepted)
          .trimmed();
  if (!accepted || name.isEmpty()) return;
  Preset preset{to_std(name),
                std::string(kind()),
                {},
                {},
                all_settings(settings_table(document_.architecture(), selection_.front()), all.front())};
  if (const auto problem = library_->save(std::move(preset)))
    QMessageBox::warning(window(), tr("Save settings as a preset"), translated(to_text(*problem)));
}

void SettingsTab::apply_values(const std::vector<Assignment>& values, const QString& step_name) {
  document_.apply(set_settings(document_.architecture(), selection_, values), step_name);
  show_values();
}

void SettingsTab::copy_settings() {
  QGuiApplication::clipboard()->setText(to_qstring(settings_to_text(document_.architecture(), selection_.front())));
}

void SettingsTab::paste_settings() {
  const auto copied = settings_from_text(to_std(QGuiApplication::clipboard()->text()));
  if (copied && copied->kind == kind()) apply_values(copied->values, tr("Paste settings"));
}

void SettingsTab::build_note_editor() {
  const NoteId id = std::get<NoteId>(single());
  QWidget* page = area_->widget();
  auto* text = new QPlainTextEdit(to_qstring(loadframe::find(document_.architecture(), id)->text), page);
  text->setAccessibleName(tr("Text of the note"));
  text->setTabChangesFocus(true);
  page->layout()->addWidget(text);
  const int gesture = document_.begin_gesture();
  connect(text, &QPlainTextEdit::textChanged, this, [this, id, text, gesture] {
    if (!loadframe::find(document_.architecture(), id)) return;
    const Change change = set_text(document_.architecture(), id, to_std(text->toPlainText()));
    if (!change.empty()) document_.apply(change, tr("Edit the note"), gesture);
  });
  connect(&document_, &Document::changed, text, [this, id, text] {
    const Note* note = loadframe::find(document_.architecture(), id);
    if (!note || to_std(text->toPlainText()) == note->text) return;
    const QSignalBlocker quiet(text);
    text->setPlainText(to_qstring(note->text));
  });
}

}  // namespace loadframe
