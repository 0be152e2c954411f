#pragma once

#include "document.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace loadframe {

class Appearance;
class ScenarioModel;

/// The document's scenario, to edit: when, what, to whom, how much.
class ScenarioTable : public QWidget {
  Q_OBJECT

public:
  ScenarioTable(Document& document, const Appearance& appearance, QWidget* parent = nullptr);

private:
  void add_step();
  void remove_selected();
  void update_buttons();

  Document& document_;
  ScenarioModel* model_ = nullptr;
  QTableView* view_ = nullptr;
  QToolButton* add_ = nullptr;
  QToolButton* remove_ = nullptr;
};

}  // namespace loadframe
