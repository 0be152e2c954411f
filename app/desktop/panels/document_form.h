#pragma once

#include "document.h"
#include "panels/settings_form.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QToolButton;

namespace loadframe {

class Appearance;

/// What belongs to the document as a whole: its name and description, the request classes, the scenario.
class DocumentForm : public QWidget {
  Q_OBJECT

public:
  DocumentForm(Document& document, const Appearance& appearance, QWidget* parent = nullptr);

signals:
  void entered(const QString& help);

private:
  QWidget* make_properties();
  QWidget* make_classes();
  void refresh();
  void refresh_classes();
  void show_class();
  void add_class();
  void remove_class();
  void rename_class();
  void apply_properties(const QString& step_name, int gesture);
  ClassId chosen_class() const;

  Document& document_;
  const Appearance& appearance_;
  bool refreshing_ = false;
  int description_gesture_ = 0;
  int class_gesture_ = 0;
  QLineEdit* name_ = nullptr;
  QPlainTextEdit* description_ = nullptr;
  QListWidget* classes_ = nullptr;
  QToolButton* add_class_ = nullptr;
  QToolButton* remove_class_ = nullptr;
  QWidget* class_box_ = nullptr;
  QLineEdit* class_name_ = nullptr;
  QLabel* class_error_ = nullptr;
  GroupFolding open_groups_;
  SettingsForm* class_form_ = nullptr;
};

}  // namespace loadframe
