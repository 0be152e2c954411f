#include "panels/setting_row.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/setting_editor.h"
#include "panels/wording.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

namespace loadframe {

namespace {

constexpr int editor_letters = 20;  ///< of average width
constexpr int mark_width = 3;
constexpr int reset_size = 26;
constexpr int spacing = 4;
constexpr int pixels_for_a_step = 4;

}  // namespace

SettingRow::SettingRow(const Setting& setting, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), setting_(setting), appearance_(appearance) {
  label_ = new QLabel(translated(setting.label), this);
  label_->setWordWrap(true);
  const QString help = help_text();
  label_->setToolTip(help);
  editor_ = make_setting_editor(setting, this);
  QWidget* control = editor_->widget();
  control->setObjectName(to_qstring(setting.key));
  control->setAccessibleName(label_->text());
  control->setAccessibleDescription(translated(setting.help));
  control->setToolTip(help);
  control->installEventFilter(this);
  label_->setBuddy(control);
  label_->installEventFilter(this);
  if (setting.type != SettingType::flag) control->setFixedWidth(editor_letters * fontMetrics().averageCharWidth() + 12);

  auto* const grid = layout_ = new QGridLayout(this);
  grid->setContentsMargins(mark_width + 6, 0, 0, 0);
  grid->setHorizontalSpacing(spacing);
  grid->setVerticalSpacing(2);
  grid->addWidget(label_, 0, 0);
  grid->addWidget(control, 0, 1, Qt::AlignRight);
  grid->setColumnMinimumWidth(2, reset_size + spacing);  // a column with nothing in it has no spacing
  grid->setColumnStretch(0, 1);

  connect(editor_, &SettingEditor::edited, this, &SettingRow::edited);
  connect(editor_, &SettingEditor::stepped, this, &SettingRow::stepped);
  connect(editor_, &SettingEditor::error_changed, this, [this](const QString& text) {
    error_ = text;
    show_note();
  });
  connect(editor_, &SettingEditor::reading_changed, this, [this](const QString& text) {
    reading_ = text;
    show_note();
  });
}

/// Most rows are at their defaults, and have nothing to say: what would tell so is made when it is first seen.
void SettingRow::make_reset() {
  reset_ = new QToolButton(this);
  reset_->setProperty("role", "quiet");
  reset_->setAutoRaise(true);
  reset_->setFixedSize(reset_size, reset_size);
  reset_->setIconSize(QSize(14, 14));
  const QString default_label = value_label(setting_, setting_.default_value);
  reset_->setToolTip(tr("Back to the default: %1").arg(default_label));
  reset_->setAccessibleName(tr("Back to the default of %1: %2").arg(label_->text(), default_label));
  QSizePolicy keeps_its_place = reset_->sizePolicy();
  keeps_its_place.setRetainSizeWhenHidden(true);
  reset_->setSizePolicy(keeps_its_place);
  layout_->setColumnMinimumWidth(2, reset_size);
  layout_->addWidget(reset_, 0, 2);
  setTabOrder(last_of_field(), reset_);
  const auto color = [this] { reset_->setIcon(sign_icon(Sign::reset, appearance_.theme().muted_text)); };
  connect(reset_, &QToolButton::clicked, this, &SettingRow::reset_wanted);
  connect(&appearance_, &Appearance::changed, reset_, color);
  color();
}

/// Where the keyboard is before it leaves the field.
QWidget* SettingRow::last_of_field() const {
  QWidget* last = field();
  for (QWidget* const child : field()->findChildren<QWidget*>())
    if (child->window() == window() && (child->focusPolicy() & Qt::TabFocus) != 0 && !child->focusProxy()) last = child;
  return last;
}

void SettingRow::make_note() {
  note_ = new QLabel(this);
  note_->setWordWrap(true);
  layout_->setColumnMinimumWidth(2, reset_size);  // no longer a column with nothing in it
  layout_->addWidget(note_, 1, 0, 1, 3);
}

QWidget* SettingRow::field() const { return editor_->widget(); }

void SettingRow::show_value(const std::optional<SettingValue>& value, bool changed) {
  editor_->show_value(value);
  if (changed && !reset_) make_reset();
  if (reset_) reset_->setVisible(changed);
  if (changed != changed_) update();
  changed_ = changed;
  label_->setCursor(editor_->has_steps() ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void SettingRow::show_note() {
  const QString& text = error_.isEmpty() ? reading_ : error_;
  const QString role = error_.isEmpty() ? QStringLiteral("caption") : QStringLiteral("bad");
  if (text.isEmpty() && !note_) return;
  if (!note_) make_note();
  note_->setText(text);
  note_->setAlignment(error_.isEmpty() ? Qt::AlignRight : Qt::AlignLeft);
  note_->setContentsMargins(0, 0, error_.isEmpty() ? reset_size + 12 : 0, 2);
  if (note_->property("role") != role) {
    note_->setProperty("role", role);
    note_->style()->unpolish(note_);
    note_->style()->polish(note_);
  }
  note_->setVisible(!text.isEmpty());
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

bool SettingRow::matches(const Setting& setting, const QStringList& words) {
  const QString all = (translated(setting.label) + QLatin1Char(' ') + to_qstring(setting.key) + QLatin1Char(' ') +
                       translated(setting.group) + QLatin1Char(' ') + translated(setting.help))
                          .toLower();
  return std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
}

bool SettingRow::eventFilter(QObject* watched, QEvent* event) {
  if (watched == label_) return drag(event);
  if (event->type() == QEvent::FocusIn) {
    emit steps_begun();
    emit entered();
  }
  return QWidget::eventFilter(watched, event);
}

bool SettingRow::drag(QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress && editor_->has_steps()) {
    const auto& press = static_cast<const QMouseEvent&>(*event);
    if (press.button() != Qt::LeftButton) return false;
    emit steps_begun();
    dragged_to_ = press.globalPosition().toPoint().x();
    return true;
  }
  if (event->type() == QEvent::MouseMove && dragged_to_) {
    const int way = static_cast<const QMouseEvent&>(*event).globalPosition().toPoint().x() - *dragged_to_;
    const int steps = way / pixels_for_a_step;
    if (steps != 0) editor_->step(steps);
    *dragged_to_ += steps * pixels_for_a_step;
    return true;
  }
  if (event->type() == QEvent::MouseButtonRelease && dragged_to_) {
    dragged_to_.reset();
    editor_->widget()->setFocus(Qt::MouseFocusReason);
    return true;
  }
  return false;
}

void SettingRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (!changed_) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(appearance_.theme().accent);
  painter.drawRoundedRect(QRectF(0, 4, mark_width, height() - 8), mark_width / 2.0, mark_width / 2.0);
}

}  // namespace loadframe
