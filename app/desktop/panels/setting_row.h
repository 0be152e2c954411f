#pragma once

#include "architecture/settings.h"

#include <QWidget>
#include <optional>

class QLabel;
class QToolButton;

namespace loadframe {

class Appearance;
class SettingEditor;

/// One row of a form: a setting's label, an editor that suits its type, and a button back to the default.
/// A text that cannot be used stays, with what is wrong and what is allowed under it, and changes nothing.
class SettingRow : public QWidget {
  Q_OBJECT

public:
  /// The setting must outlive the row: it is a row of one of the program's tables.
  SettingRow(const Setting& setting, const Appearance& appearance, QWidget* parent = nullptr);

  const Setting& setting() const { return setting_; }

  /// What the value is entered in.
  QWidget* field() const;

  /// The value in the document; none when several elements differ.
  void show_value(const std::optional<SettingValue>& value);

  /// Label, help, default and its source, as rich text.
  QString help_text() const;

signals:
  void edited(const loadframe::SettingValue& value);
  /// The row has the keyboard: its help may be shown.
  void entered();

private:
  void show_error(const QString& text);
  void color_reset();
  bool eventFilter(QObject* watched, QEvent* event) override;

  const Setting& setting_;
  const Appearance& appearance_;
  SettingEditor* editor_ = nullptr;
  QLabel* error_ = nullptr;
  QToolButton* reset_ = nullptr;
};

}  // namespace loadframe
