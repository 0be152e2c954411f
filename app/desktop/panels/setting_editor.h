#pragma once

#include "architecture/settings.h"

#include <QObject>
#include <QString>
#include <optional>

class QWidget;

namespace loadframe {

/// The control of one setting; it is not a widget but has one.
class SettingEditor : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  virtual QWidget* widget() const = 0;
  /// Shows a value; none: several elements differ.
  virtual void show_value(const std::optional<SettingValue>& value) = 0;
  /// Whether its value has others above and below.
  virtual bool has_steps() const { return false; }
  /// So many values up or down.
  virtual void step(int /*steps*/) {}

signals:
  /// A value that the setting may have, entered by a person.
  void edited(const loadframe::SettingValue& value);
  /// Likewise, by a step: more may follow that belong to the same edit.
  void stepped(const loadframe::SettingValue& value);
  /// What is wrong with the text so far; empty when it can be used.
  void error_changed(const QString& text);
  /// What the text so far is read as, where that is not plain; else empty.
  void reading_changed(const QString& text);
};

/// The editor that suits the setting's type, with its widget a child of the parent.
SettingEditor* make_setting_editor(const Setting& setting, QWidget* parent);

/// "no such time; allowed: from 1 ms to 1 h": what is wrong with a text and what would be right.
QString error_text(const Setting& setting, const Diagnostic& diagnostic);

/// The value as people read it: the label of a choice, "on", "20 ms".
QString value_label(const Setting& setting, const SettingValue& value);

}  // namespace loadframe
