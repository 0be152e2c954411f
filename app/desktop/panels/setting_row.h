#pragma once

#include "architecture/settings.h"

#include <QWidget>
#include <optional>

class QGridLayout;
class QLabel;
class QToolButton;

namespace loadframe {

class Appearance;
class SettingEditor;

/// One row of a form: a setting's label, an editor that suits its type, and a button back to the default. A bar at its
/// left marks what is not at its default. Dragging the label of a quantity changes it by steps. A text that cannot be
/// used stays, with what is wrong and what is allowed under it, and changes nothing.
class SettingRow : public QWidget {
  Q_OBJECT

public:
  /// The setting must outlive the row: it is a row of one of the program's tables.
  SettingRow(const Setting& setting, const Appearance& appearance, QWidget* parent = nullptr);

  const Setting& setting() const { return setting_; }

  /// What the value is entered in.
  QWidget* field() const;

  /// The value in the document; none when several elements differ.
  /// @param changed whether any of them is not at its default
  void show_value(const std::optional<SettingValue>& value, bool changed);

  /// Label, help, default and its source, as rich text.
  QString help_text() const;

  /// Whether these words, in lower case, occur in what a setting is called or in its help.
  static bool matches(const Setting& setting, const QStringList& words);

signals:
  void edited(const loadframe::SettingValue& value);
  /// By a step, of which more may follow.
  void stepped(const loadframe::SettingValue& value);
  void reset_wanted();
  /// Steps from here on belong to another edit.
  void steps_begun();
  /// The row has the keyboard: its help may be shown.
  void entered();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void show_note();
  void make_reset();
  void make_note();
  QWidget* last_of_field() const;
  bool drag(QEvent* event);

  const Setting& setting_;
  const Appearance& appearance_;
  SettingEditor* editor_ = nullptr;
  QLabel* label_ = nullptr;
  QGridLayout* layout_ = nullptr;
  QLabel* note_ = nullptr;        ///< what is wrong with the text, or how it is read; null until there is something
  QToolButton* reset_ = nullptr;  ///< null until there is something to reset
  QString error_;
  QString reading_;
  bool changed_ = false;
  std::optional<int> dragged_to_;  ///< where the label was dragged to, while it is
};

}  // namespace loadframe
