#include "panels/setting_editor.h"

#include "architecture/typed_text.h"
#include "exchange/data_file.h"
#include "panels/glyphs.h"
#include "panels/switch.h"
#include "panels/wheel_guard.h"
#include "panels/wording.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QStringListModel>
#include <QStyle>
#include <QWheelEvent>
#include <array>
#include <limits>
#include <string>
#include <utility>

namespace loadframe {

namespace {

class FlagEditor : public SettingEditor {
public:
  explicit FlagEditor(QWidget* parent) : SettingEditor(parent), switch_(new Switch(parent)) {
    connect(switch_, &QCheckBox::clicked, this, [this](bool on) {
      switch_->setTristate(false);
      emit edited(SettingValue{on});
    });
  }
  QWidget* widget() const override { return switch_; }
  void show_value(const std::optional<SettingValue>& value) override {
    switch_->setTristate(!value);
    switch_->setCheckState(!value ? Qt::PartiallyChecked : std::get<bool>(*value) ? Qt::Checked : Qt::Unchecked);
  }

private:
  Switch* switch_;
};

constexpr int large_step = 10;

/// Gives a field the border of what cannot be used, or takes it away.
void mark_invalid(QWidget& field, bool invalid) {
  if (field.property("invalid").toBool() == invalid) return;
  field.setProperty("invalid", invalid);
  field.style()->unpolish(&field);
  field.style()->polish(&field);
}

/// A spin box that takes whole numbers as people write them, "10k" or "1e3" too, and tells what is wrong.
class CountBox : public QSpinBox {
public:
  CountBox(const Setting& setting, QWidget* parent) : QSpinBox(parent), setting_(setting) {}

  QLineEdit& field() const { return *lineEdit(); }
  /// Why what was typed last has been given up for the value as it was; empty if it has not.
  QString take_refusal() { return std::exchange(refusal_, {}); }

  /// What the text is read as, or why it cannot be.
  Result<SettingValue> read(const QString& text) const {
    bool is_number = false;
    const int number = locale().toInt(text.trimmed(), &is_number);
    return setting_value_from_text(setting_, is_number ? std::to_string(number) : to_std(text.trimmed()));
  }

protected:
  QValidator::State validate(QString& text, int&) const override {
    return read(text) ? QValidator::Acceptable : QValidator::Intermediate;
  }
  void fixup(QString& text) const override {
    if (const auto value = read(text); !value && !text.isEmpty()) refusal_ = error_text(setting_, value.diagnostic());
    QSpinBox::fixup(text);
  }
  int valueFromText(const QString& text) const override {
    const auto read_value = read(text);
    return read_value ? static_cast<int>(std::get<std::int64_t>(*read_value)) : value();
  }

private:
  const Setting& setting_;
  mutable QString refusal_;
};

class CountEditor : public SettingEditor {
public:
  CountEditor(const Setting& setting, QWidget* parent)
      : SettingEditor(parent), setting_(setting), box_(new CountBox(setting, parent)) {
    box_->setRange(static_cast<int>(setting.range.least), static_cast<int>(setting.range.most));
    box_->setGroupSeparatorShown(true);
    box_->setKeyboardTracking(false);
    box_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box_->installEventFilter(new WheelGuard(box_));
    connect(box_, &QSpinBox::valueChanged, this, [this] { report(); });
    connect(&box_->field(), &QLineEdit::textEdited, this, [this](const QString& text) {
      has_typed_ = !text.isEmpty();
      const auto value = box_->read(text);
      tell(value || text.isEmpty() ? QString() : error_text(setting_, value.diagnostic()));
    });
    connect(box_, &QSpinBox::editingFinished, this, [this] {
      // A number typed over differing ones counts even if it is the one that the box held unseen.
      if (is_mixed_ && has_typed_) report();
      has_typed_ = false;
      tell({});
      if (const QString refusal = box_->take_refusal(); !refusal.isEmpty()) emit error_changed(refusal);
      show_mixed();
    });
  }
  QWidget* widget() const override { return box_; }
  void show_value(const std::optional<SettingValue>& value) override {
    is_mixed_ = !value;
    const QSignalBlocker quiet(box_);
    if (value) box_->setValue(static_cast<int>(std::get<std::int64_t>(*value)));
    show_mixed();
  }
  bool has_steps() const override { return true; }
  void step(int steps) override { box_->stepBy(steps); }

private:
  void tell(const QString& problem) {
    mark_invalid(*box_, !problem.isEmpty());
    emit error_changed(problem);
  }

  void report() {
    const bool has_typed = std::exchange(has_typed_, false);
    is_mixed_ = false;
    const SettingValue value{static_cast<std::int64_t>(box_->value())};
    if (has_typed) emit edited(value);
    else emit stepped(value);
  }

  void show_mixed() {
    box_->field().setPlaceholderText(is_mixed_ ? SettingEditor::tr("mixed") : QString());
    if (is_mixed_) box_->clear();
  }

  const Setting& setting_;
  CountBox* box_;
  bool is_mixed_ = false;   ///< the elements differ, and the box is empty
  bool has_typed_ = false;  ///< a number, since it was last reported
};

class ChoiceEditor : public SettingEditor {
public:
  ChoiceEditor(const Setting& setting, QWidget* parent) : SettingEditor(parent), box_(new QComboBox(parent)) {
    for (const ChoiceWord& choice : setting.choices) box_->addItem(translated(choice.label));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(8);
    box_->installEventFilter(new WheelGuard(box_));
    connect(box_, &QComboBox::activated, this, [this](int index) { emit edited(SettingValue{Choice{index}}); });
  }
  QWidget* widget() const override { return box_; }
  void show_value(const std::optional<SettingValue>& value) override {
    box_->setPlaceholderText(SettingEditor::tr("mixed"));
    box_->setCurrentIndex(value ? std::get<Choice>(*value).index : -1);
  }

private:
  QComboBox* box_;
};

/// Quantities and laws: a text with its unit, read as it is typed and applied when it is done.
class TextEditor : public SettingEditor {
public:
  TextEditor(const Setting& setting, QWidget* parent)
      : SettingEditor(parent), setting_(setting), field_(new QLineEdit(parent)) {
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textEdited, this, [this](const QString& text) { check(text); });
    connect(field_, &QLineEdit::editingFinished, this, [this] { finish(); });
    if (setting.type == SettingType::law || setting.type == SettingType::profile ||
        setting.type == SettingType::automatic_duration)
      add_suggestions();
  }
  QWidget* widget() const override { return field_; }

  void show_value(const std::optional<SettingValue>& value) override {
    value_ = value;
    shown_ = value ? to_qstring(setting_value_to_text(setting_, *value)) : QString();
    field_->setPlaceholderText(value ? value_label(setting_, setting_.default_value) : SettingEditor::tr("mixed"));
    if (suggestions_) suggestions_->setStringList(suggestions_for(value));
    // What is being typed, or cannot be used yet, is not taken away by an edit elsewhere.
    if (!field_->isModified()) field_->setText(shown_);
  }

  bool has_steps() const override { return stepped_value(1).has_value() || stepped_value(-1).has_value(); }

  void step(int steps) override {
    auto next = stepped_value(steps);
    if (!next) return;
    value_ = *next;
    shown_ = to_qstring(setting_value_to_text(setting_, *next));
    revert();
    emit SettingEditor::stepped(*next);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched != field_) return false;
    if (event->type() == QEvent::Wheel && field_->hasFocus()) return turn(static_cast<QWheelEvent&>(*event));
    if (event->type() != QEvent::KeyPress) return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const int steps = key.modifiers().testFlag(Qt::ShiftModifier) ? large_step : 1;
    if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) {
      step(key.key() == Qt::Key_Up ? steps : -steps);
      return true;
    }
    if (key.key() != Qt::Key_Escape || !field_->isModified()) return false;
    revert();
    return true;
  }

private:
  bool turn(QWheelEvent& event) {
    constexpr int notch = 120;
    turned_ += event.angleDelta().y();
    const int steps = turned_ / notch;
    turned_ -= steps * notch;
    if (steps != 0) step(steps);
    event.accept();
    return true;
  }

  /// From what is typed, if it can be read, or else from what is shown.
  std::optional<SettingValue> stepped_value(int steps) const {
    std::optional<SettingValue> from = value_;
    if (field_->isModified())
      if (auto typed = read(field_->text())) from = *std::move(typed);
    return from ? loadframe::stepped(setting_, *from, steps) : std::nullopt;
  }

  Result<SettingValue> read(const QString& text) const {
    return setting_value_from_typing(setting_, to_std(text), value_);
  }

  void revert() {
    field_->setText(shown_);
    field_->setModified(false);
    mark({});
  }

  void check(const QString& text) {
    const auto value = read(text);
    mark(value ? QString() : error_text(setting_, value.diagnostic()));
    const std::string reading = value ? reading_of(setting_, to_std(text.trimmed()), *value) : std::string();
    if (!reading.empty()) emit reading_changed(SettingEditor::tr("= %1").arg(to_qstring(reading)));
  }

  void finish() {
    if (!field_->isModified()) return;
    const QString text = field_->text().trimmed();
    if (text == shown_ || (text.isEmpty() && shown_.isEmpty())) {
      revert();
      return;
    }
    const auto value = read(text);
    if (!value) {
      mark(error_text(setting_, value.diagnostic()));
      return;
    }
    field_->setModified(false);
    mark({});
    emit edited(*value);
  }

  void mark(const QString& problem) {
    mark_invalid(*field_, !problem.isEmpty());
    emit error_changed(problem);
    emit reading_changed({});
  }

  void add_suggestions() {
    suggestions_ = new QStringListModel(field_);
    auto* completer = new QCompleter(suggestions_, field_);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setWidget(field_);
    auto* open = field_->addAction(QIcon(), QLineEdit::TrailingPosition);
    open->setIcon(chevron_icon(field_->palette().color(QPalette::PlaceholderText)));
    open->setToolTip(setting_.type == SettingType::law       ? SettingEditor::tr("Choose a distribution")
                     : setting_.type == SettingType::profile ? SettingEditor::tr("Choose a profile")
                                                             : SettingEditor::tr("Choose"));
    connect(open, &QAction::triggered, this, [this, completer] {
      field_->setFocus(Qt::MouseFocusReason);
      completer->complete();
    });
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& text) {
      if (text == from_a_file()) {
        read_from_file();
        return;
      }
      field_->setText(text);
      field_->setModified(true);
      finish();
    });
  }

  /// The present mean under every law; a profile of every shape; for automatic times the word for it.
  QStringList suggestions_for(const std::optional<SettingValue>& value) const {
    if (setting_.type == SettingType::automatic_duration) return {QStringLiteral("auto"), QStringLiteral("0 s")};
    if (setting_.type == SettingType::profile) {
      QStringList texts;
      for (const Profile& profile :
           {Profile{}, ramp(1, 3, seconds(60)), spike(5, seconds(30), seconds(10)), diurnal(0.4, hours(24)),
            steps({{seconds(0), 1}, {seconds(30), 2}, {seconds(60), 1}}), line({{seconds(0), 1}, {seconds(30), 2}})})
        texts << to_qstring(to_text(profile));
      return texts << from_a_file();
    }
    Duration mean = milliseconds(10);
    if (value && std::get<Law>(*value).mean.nanoseconds > 0) mean = std::get<Law>(*value).mean;
    const std::array laws{
        Law{LawShape::constant, mean, 0},  Law{LawShape::exponential, mean, 0},
        Law{LawShape::uniform, mean, 0.5}, Law{LawShape::erlang, mean, 4},
        Law{LawShape::gamma, mean, 0.5},   Law{LawShape::lognormal, mean, 0.8},
        Law{LawShape::weibull, mean, 1.5}, Law{LawShape::hyperexponential, mean, 2},
        Law{LawShape::pareto, mean, 2.5},  bimodal(mean, mean * 10, Share{0.01}),
    };
    QStringList texts;
    for (const Law& law : laws) texts << to_qstring(to_text(law));
    return texts << from_a_file();
  }

  static QString from_a_file() { return SettingEditor::tr("From a file…"); }

  /// Asks for a file of measured times or recorded traffic and applies what stands in it.
  void read_from_file() {
    const QString path =
        QFileDialog::getOpenFileName(field_->window(),
                                     setting_.type == SettingType::profile ? SettingEditor::tr("Open recorded traffic")
                                                                           : SettingEditor::tr("Open measured times"),
                                     {}, SettingEditor::tr("CSV files (*.csv *.txt);;All files (*)"));
    revert();
    if (path.isEmpty()) return;
    std::vector<Diagnostic> warnings;
    const auto value = setting_value_from_text(setting_, "@" + to_std(path), {}, warnings);
    if (value) emit edited(*value);
    else emit error_changed(translated(to_text(value.diagnostic())));
    // What was done to the times is told where errors are; they are applied all the same.
    if (!warnings.empty()) emit error_changed(translated(to_text(warnings.front())));
  }

  const Setting& setting_;
  QLineEdit* field_;
  QStringListModel* suggestions_ = nullptr;
  std::optional<SettingValue> value_;  ///< that is shown; none: mixed
  QString shown_;
  int turned_ = 0;  ///< of the wheel, less than a notch
};

}  // namespace

SettingEditor* make_setting_editor(const Setting& setting, QWidget* parent) {
  switch (setting.type) {
    case SettingType::flag:
      return new FlagEditor(parent);
    case SettingType::choice:
      return new ChoiceEditor(setting, parent);
    case SettingType::count:
      if (setting.range.most <= std::numeric_limits<int>::max()) return new CountEditor(setting, parent);
      break;
    default:
      break;
  }
  return new TextEditor(setting, parent);
}

QString error_text(const Setting& setting, const Diagnostic& diagnostic) {
  const QString what = translated(diagnostic.what);
  const QString remedy = translated(diagnostic.remedy);
  const auto limits = range_limits(setting);
  if (!limits) return SettingEditor::tr("%1: %2").arg(what, remedy);
  const QString allowed = to_qstring(range_text(setting));
  if (!remedy.contains(allowed)) return SettingEditor::tr("%1: %2. Allowed: %3").arg(what, remedy, allowed);
  const auto words = [&](const std::string& text, double limit) {
    return setting.type == SettingType::count ? QLocale().toString(static_cast<qlonglong>(limit)) : to_qstring(text);
  };
  return SettingEditor::tr("Choose a value from %1 to %2.")
      .arg(words(limits->least, setting.range.least), words(limits->most, setting.range.most));
}

QString value_label(const Setting& setting, const SettingValue& value) {
  if (const auto* choice = std::get_if<Choice>(&value))
    return translated(setting.choices[static_cast<std::size_t>(choice->index)].label);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? SettingEditor::tr("on") : SettingEditor::tr("off");
  return to_qstring(setting_value_to_text(setting, value));
}

}  // namespace loadframe
