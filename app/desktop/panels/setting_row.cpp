#include "panels/setting_row.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/setting_editor.h"
#include "panels/wording.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace loadframe {

namespace {

constexpr int editor_width = 152;

}  // namespace

SettingRow::SettingRow(const Setting& setting, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), setting_(setting), appearance_(appearance) {
  auto* label = new QLabel(translated(setting.label), this);
  label->setWordWrap(true);
  label->setToolTip(help_text());
  editor_ = make_setting_editor(setting, this);
  QWidget* control = editor_->widget();
  control->setObjectName(to_qstring(setting.key));
  control->setAccessibleName(label->text());
  control->setAccessibleDescription(translated(setting.help));
  control->setToolTip(help_text());
  control->installEventFilter(this);
  label->setBuddy(control);
  if (setting.type != SettingType::flag) control->setFixedWidth(editor_width);

  reset_ = new QToolButton(this);
  reset_->setProperty("role", "quiet");
  reset_->setAutoRaise(true);
  reset_->setFixedSize(26, 26);
  reset_->setIconSize(QSize(14, 14));
  const QString default_label = value_label(setting, setting.default_value);
  reset_->setToolTip(tr("Back to the default: %1").arg(default_label));
  reset_->setAccessibleName(tr("Back to the default of %1: %2").arg(label->text(), default_label));
  QSizePolicy keeps_its_place = reset_->sizePolicy();
  keeps_its_place.setRetainSizeWhenHidden(true);
  reset_->setSizePolicy(keeps_its_place);
  reset_->hide();

  error_ = new QLabel(this);
  error_->setProperty("role", "bad");
  error_->setWordWrap(true);
  error_->hide();

  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(4);
  grid->setVerticalSpacing(2);
  grid->addWidget(label, 0, 0);
  grid->addWidget(control, 0, 1, Qt::AlignRight);
  grid->addWidget(reset_, 0, 2);
  grid->addWidget(error_, 1, 0, 1, 3);
  grid->setColumnStretch(0, 1);

  connect(editor_, &SettingEditor::edited, this, &SettingRow::edited);
  connect(editor_, &SettingEditor::error_changed, this, &SettingRow::show_error);
  connect(reset_, &QToolButton::clicked, this, [this] { emit edited(setting_.default_value); });
  connect(&appearance_, &Appearance::changed, this, &SettingRow::color_reset);
  color_reset();
}

void SettingRow::color_reset() { reset_->setIcon(sign_icon(Sign::reset, appearance_.theme().muted_text)); }

QWidget* SettingRow::field() const { return editor_->widget(); }

void SettingRow::show_value(const std::optional<SettingValue>& value) {
  editor_->show_value(value);
  reset_->setVisible(!value || *value != setting_.default_value);
}

void SettingRow::show_error(const QString& text) {
  error_->setText(text);
  error_->setVisible(!text.isEmpty());
}

QString SettingRow::help_text() const {
  QString text = QStringLiteral("<p><b>%1</b><br>%2</p>")
                     .arg(translated(setting_.label).toHtmlEscaped(), translated(setting_.help).toHtmlEscaped());
  QString footing = tr("Default: %1").arg(value_label(setting_, setting_.default_value));
  if (const auto limits = range_limits(setting_))
    footing += tr("; allowed: from %1 to %2").arg(to_qstring(limits->least), to_qstring(limits->most));
  if (!setting_.source.empty()) footing += tr(" (%1)").arg(translated(setting_.source));
  return text + QStringLiteral("<p><i>%1</i></p>").arg(footing.toHtmlEscaped());
}

bool SettingRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) emit entered();
  return QWidget::eventFilter(watched, event);
}

}  // namespace loadframe
