#include "panels/scenario_table.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "canvas/fault_choice.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

enum Column { at_column, do_column, target_column, amount_column, column_count };

/// What a cell may hold, for its combo box: the names, and the ids behind them.
struct TargetChoice {
  QString label;
  ElementId element;
};

std::vector<TargetChoice> targets_for(const Architecture& architecture, ActionKind kind) {
  std::vector<TargetChoice> choices;
  const ActionDescription& row = description(kind);
  if (row.on_everything) choices.push_back({ScenarioTable::tr("everything"), {}});
  const auto add = [&](const ElementId& element) {
    if (can_be_done(architecture, kind, element))
      choices.push_back({to_qstring(name_of(architecture, element)), element});
  };
  for (const Component& component : architecture.components) add(component.id);
  for (const Area& area : architecture.areas) add(area.id);
  for (const Link& link : architecture.links) add(link.id);
  return choices;
}

bool may_target(const Architecture& architecture, const Action& action) {
  const auto choices = targets_for(architecture, action.kind);
  return std::any_of(choices.begin(), choices.end(),
                     [&](const auto& choice) { return choice.element == action.target; });
}

bool is_in_range(const ActionDescription& row, double amount) {
  return amount >= row.amount_range.least && amount <= row.amount_range.most;
}

}  // namespace

class ScenarioModel : public QAbstractTableModel {
public:
  ScenarioModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(document) {
    connect(&document_, &Document::changed, this, [this] { refresh(); });
    connect(&document_, &Document::replaced, this, [this] { refresh(); });
    refresh();
  }

  const Document& document() const { return document_; }
  const std::vector<ScenarioStep>& steps() const { return steps_; }

  int rowCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(steps_.size());
  }
  int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : column_count; }

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
      case at_column:
        return ScenarioTable::tr("At");
      case do_column:
        return ScenarioTable::tr("Do");
      case target_column:
        return ScenarioTable::tr("Target");
      default:
        return ScenarioTable::tr("Amount");
    }
  }

  QVariant data(const QModelIndex& index, int role) const override {
    const ScenarioStep& step = steps_[static_cast<std::size_t>(index.row())];
    const ActionDescription& row = description(step.action.kind);
    if (role == Qt::ToolTipRole) {
      if (index.column() != amount_column || row.amount_label.empty()) return translated(row.help);
      return ScenarioTable::tr("%1, from %2 to %3")
          .arg(translated(row.amount_label), to_qstring(number_to_text(row.amount_range.least)),
               to_qstring(number_to_text(row.amount_range.most)));
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    switch (index.column()) {
      case at_column:
        return to_qstring(to_text(step.at));
      case do_column:
        return role == Qt::EditRole ? QVariant(static_cast<int>(step.action.kind)) : translated(row.label);
      case target_column: {
        if (std::holds_alternative<std::monostate>(step.action.target)) return ScenarioTable::tr("everything");
        return to_qstring(name_of(document_.architecture(), step.action.target));
      }
      default:
        return row.amount_label.empty() ? QString() : to_qstring(number_to_text(step.action.amount));
    }
  }

  Qt::ItemFlags flags(const QModelIndex& index) const override {
    const bool no_amount = index.column() == amount_column &&
                           description(steps_[static_cast<std::size_t>(index.row())].action.kind).amount_label.empty();
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (no_amount ? Qt::NoItemFlags : Qt::ItemIsEditable);
  }

  bool setData(const QModelIndex& index, const QVariant& value, int role) override {
    if (role != Qt::EditRole) return false;
    std::vector<ScenarioStep> steps = steps_;
    ScenarioStep& step = steps[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
      case at_column: {
        const auto at = duration_from_text(to_std(value.toString()));
        if (!at || at->nanoseconds < 0) return false;
        step.at = *at;
        break;
      }
      case do_column: {
        const auto kind = static_cast<ActionKind>(value.toInt());
        if (kind == step.action.kind) return false;
        step.action = action(kind, step.action.target);
        if (!may_target(document_.architecture(), step.action)) {
          const auto choices = targets_for(document_.architecture(), kind);
          if (choices.empty()) return false;
          step.action.target = choices.front().element;
        }
        break;
      }
      case target_column: {
        const auto choices = targets_for(document_.architecture(), step.action.kind);
        const auto place = static_cast<std::size_t>(value.toInt());
        if (value.toInt() < 0 || place >= choices.size()) return false;
        step.action.target = choices[place].element;
        break;
      }
      default: {
        const auto amount = number_from_text(to_std(value.toString()));
        if (!amount || !is_in_range(description(step.action.kind), *amount)) return false;
        step.action.amount = *amount;
      }
    }
    document_.apply(set_scenario(document_.architecture(), std::move(steps)), ScenarioTable::tr("Edit the scenario"));
    return true;
  }

private:
  void refresh() {
    const auto& now = document_.architecture().properties.scenario;
    if (now.size() == steps_.size()) {
      steps_ = now;
      if (!steps_.empty()) emit dataChanged(index(0, 0), index(static_cast<int>(steps_.size()) - 1, column_count - 1));
      return;
    }
    beginResetModel();
    steps_ = now;
    endResetModel();
  }

  Document& document_;
  std::vector<ScenarioStep> steps_;
};

namespace {

/// Combo boxes for what is chosen; a text that cannot be used says so and leaves the step as it was.
class ScenarioDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    if (index.column() != do_column && index.column() != target_column)
      return QStyledItemDelegate::createEditor(parent, option, index);
    auto* box = new QComboBox(parent);
    const ScenarioModel& model = model_of(index);
    if (index.column() == do_column) {
      const auto current = static_cast<ActionKind>(index.data(Qt::EditRole).toInt());
      for (const ActionGroup& group : action_groups()) {
        if (box->count() > 0) box->insertSeparator(box->count());
        for (const ActionKind kind : group.kinds)
          if (kind == current || !targets_for(model.document().architecture(), kind).empty())
            box->addItem(translated(description(kind).label), static_cast<int>(kind));
      }
    } else {
      const ActionKind kind = model.steps()[static_cast<std::size_t>(index.row())].action.kind;
      for (const TargetChoice& choice : targets_for(model.document().architecture(), kind)) box->addItem(choice.label);
    }
    return box;
  }

  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
      if (index.column() == do_column) box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
      else box->setCurrentText(index.data(Qt::DisplayRole).toString());
      return;
    }
    QStyledItemDelegate::setEditorData(editor, index);
  }

  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
    if (const auto* box = qobject_cast<QComboBox*>(editor)) {
      const QVariant chosen = index.column() == do_column ? box->currentData() : QVariant(box->currentIndex());
      model->setData(index, chosen, Qt::EditRole);
      return;
    }
    const QString text = editor->property("text").toString();
    if (text == index.data(Qt::EditRole).toString() || model->setData(index, text, Qt::EditRole)) return;
    QToolTip::showText(editor->mapToGlobal(QPoint(0, editor->height())), objection(index, text),
                       editor->parentWidget());
  }

private:
  static const ScenarioModel& model_of(const QModelIndex& index) {
    return *static_cast<const ScenarioModel*>(index.model());
  }

  static QString objection(const QModelIndex& index, const QString& text) {
    if (index.column() == at_column) return ScenarioTable::tr("“%1” is not a time; write “20 s”.").arg(text);
    const auto& step = model_of(index).steps()[static_cast<std::size_t>(index.row())];
    const Range range = description(step.action.kind).amount_range;
    return ScenarioTable::tr("“%1” cannot be used: write a number from %2 to %3.")
        .arg(text, to_qstring(number_to_text(range.least)), to_qstring(number_to_text(range.most)));
  }
};

}  // namespace

ScenarioTable::ScenarioTable(Document& document, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), document_(document) {
  model_ = new ScenarioModel(document, this);
  view_ = new QTableView(this);
  view_->setModel(model_);
  view_->setItemDelegate(new ScenarioDelegate(view_));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setEditTriggers(QAbstractItemView::AllEditTriggers);
  view_->setShowGrid(false);
  view_->setAccessibleName(tr("Scenario"));
  view_->setMinimumHeight(150);
  view_->setTabKeyNavigation(false);
  view_->verticalHeader()->hide();
  view_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  view_->horizontalHeader()->setHighlightSections(false);
  view_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

  auto* heading = new QLabel(tr("Scenario"), this);
  heading->setProperty("role", "heading");
  const auto button = [this](const QString& name) {
    auto* tool = new QToolButton(this);
    tool->setProperty("role", "quiet");
    tool->setAccessibleName(name);
    tool->setToolTip(name);
    tool->setIconSize(QSize(14, 14));
    return tool;
  };
  add_ = button(tr("Add a step"));
  remove_ = button(tr("Remove the step"));
  const auto color = [this, &appearance] {
    add_->setIcon(sign_icon(Sign::add, appearance.theme().text));
    remove_->setIcon(sign_icon(Sign::remove, appearance.theme().text));
  };
  color();
  connect(&appearance, &Appearance::changed, this, color);

  auto* head = new QHBoxLayout;
  head->addWidget(heading);
  head->addStretch();
  head->addWidget(add_);
  head->addWidget(remove_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(head);
  column->addWidget(view_);

  connect(add_, &QToolButton::clicked, this, &ScenarioTable::add_step);
  connect(remove_, &QToolButton::clicked, this, &ScenarioTable::remove_selected);
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScenarioTable::update_buttons);
  connect(model_, &QAbstractItemModel::modelReset, this, &ScenarioTable::update_buttons);
  update_buttons();
}

void ScenarioTable::update_buttons() { remove_->setEnabled(view_->selectionModel()->hasSelection()); }

void ScenarioTable::add_step() {
  std::vector<ScenarioStep> steps = document_.architecture().properties.scenario;
  ScenarioStep step;
  step.at = steps.empty() ? seconds(20) : steps.back().at + seconds(10);
  step.action = action(ActionKind::load, {});
  // The first thing that people want to see fail.
  for (const Component& component : document_.architecture().components)
    if (kind_of(component.settings) == Kind::server) {
      step.action = action(ActionKind::kill, component.id);
      break;
    }
  steps.push_back(step);
  document_.apply(set_scenario(document_.architecture(), std::move(steps)), tr("Add a scenario step"));
  view_->selectRow(model_->rowCount({}) - 1);
}

void ScenarioTable::remove_selected() {
  std::vector<ScenarioStep> kept;
  const auto& steps = document_.architecture().properties.scenario;
  for (std::size_t row = 0; row < steps.size(); ++row)
    if (!view_->selectionModel()->isRowSelected(static_cast<int>(row))) kept.push_back(steps[row]);
  document_.apply(set_scenario(document_.architecture(), std::move(kept)), tr("Remove scenario steps"));
}

}  // namespace loadframe
