#include "panels/faults_tab.h"

#include "canvas/fault_choice.h"
#include "panels/wheel_guard.h"
#include "panels/wording.h"

#include <QDoubleSpinBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loadframe {

namespace {

/// Shares of 1 are edited in per cent.
bool is_share(const ActionDescription& row) { return row.amount_range.most <= 1; }

}  // namespace

FaultsTab::FaultsTab(Document& document, LiveRun& run, QWidget* parent)
    : QWidget(parent), document_(document), run_(run) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(16, 12, 16, 12);
  column_->setSpacing(10);
  hint_ = new QLabel(this);
  hint_->setProperty("role", "muted");
  hint_->setWordWrap(true);
  column_->addWidget(hint_);
  column_->addStretch();
  connect(&run_, &LiveRun::state_changed, this, &FaultsTab::update_enabled);
  set_targets({});
}

void FaultsTab::set_targets(const std::vector<ElementId>& targets) {
  targets_ = targets.empty() ? std::vector<ElementId>{ElementId{}} : targets;
  delete rows_;
  rows_ = new QWidget(this);
  auto* inside = new QVBoxLayout(rows_);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(10);
  column_->insertWidget(1, rows_);
  for (std::size_t i = 0; i < action_kinds().size(); ++i) {
    const auto kind = static_cast<ActionKind>(i);
    if (std::all_of(targets_.begin(), targets_.end(),
                    [&](const ElementId& target) { return can_be_done(document_.architecture(), kind, target); }))
      add_row(kind);
  }
  update_enabled();
}

void FaultsTab::add_row(ActionKind kind) {
  const ActionDescription& row = description(kind);
  auto* card = new QFrame(rows_);
  card->setProperty("role", "card");
  auto* help = new QLabel(translated(row.help), card);
  help->setProperty("role", "muted");
  help->setWordWrap(true);
  auto* button = new QPushButton(translated(row.label), card);
  button->setObjectName(to_qstring(row.key));
  button->setAccessibleDescription(translated(row.help));
  const bool is_fault = kind == ActionKind::kill || kind == ActionKind::hang || kind == ActionKind::cut;
  if (is_fault) button->setProperty("role", "danger");

  auto* line = new QHBoxLayout;
  QDoubleSpinBox* amount = nullptr;
  const double factor = is_share(row) ? 100 : 1;
  if (!row.amount_label.empty()) {
    auto* label = new QLabel(translated(row.amount_label), card);
    amount = new QDoubleSpinBox(card);
    amount->setRange(row.amount_range.least * factor, row.amount_range.most * factor);
    amount->setDecimals(row.amount_range.least > 0 || factor == 1 ? 1 : 0);
    amount->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    amount->setValue(row.default_amount * factor);
    if (is_share(row)) amount->setSuffix(tr(" %"));
    else amount->setPrefix(tr("×"));
    amount->setAccessibleName(tr("%1: %2").arg(translated(row.label), translated(row.amount_label)));
    amount->installEventFilter(new WheelGuard(amount));
    label->setBuddy(amount);
    line->addWidget(label);
    line->addWidget(amount);
  }
  line->addStretch();
  line->addWidget(button);

  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(12, 10, 12, 10);
  column->addWidget(help);
  column->addLayout(line);
  rows_->layout()->addWidget(card);
  connect(button, &QPushButton::clicked, this, [this, kind, amount, factor] {
    for (const ElementId& target : targets_) {
      Action chosen = action(kind, target);
      if (amount) chosen.amount = amount->value() / factor;
      run_.act(chosen);
    }
  });
}

void FaultsTab::update_enabled() {
  const bool can = run_.state() != LiveRun::State::empty;
  rows_->setEnabled(can);
  const bool any = rows_->layout()->count() > 0;
  QString hint;
  if (!any) hint = tr("Nothing can be done to this while it runs.");
  else if (!can) hint = tr("Nothing runs yet: see Problems for what is missing.");
  hint_->setText(hint);
  hint_->setVisible(!hint.isEmpty());
}

}  // namespace loadframe
