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

constexpr int digits_of_an_amount = 10;  ///< that are seen even in a narrow panel, with the buttons to step

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
  is_filled_ = false;
}

void FaultsTab::fill() {
  if (is_filled_) return;
  is_filled_ = true;
  delete rows_;
  rows_ = new QWidget(this);
  auto* inside = new QVBoxLayout(rows_);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(10);
  column_->insertWidget(1, rows_);
  const auto fits_all = [this](ActionKind kind) {
    return std::all_of(targets_.begin(), targets_.end(),
                       [&](const ElementId& target) { return can_be_done(document_.architecture(), kind, target); });
  };
  for (const ActionGroup& group : action_groups()) {
    if (std::none_of(group.kinds.begin(), group.kinds.end(), fits_all)) continue;
    auto* heading = new QLabel(title_of(group), rows_);
    heading->setProperty("role", "heading");
    inside->addWidget(heading);
    for (const ActionKind kind : group.kinds)
      if (fits_all(kind)) add_row(kind);
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
  const auto& breaking = action_groups().front().kinds;
  if (std::find(breaking.begin(), breaking.end(), kind) != breaking.end()) button->setProperty("role", "danger");

  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(12, 10, 12, 10);
  column->addWidget(help);
  auto* line = new QHBoxLayout;
  QDoubleSpinBox* amount = nullptr;
  const double factor = is_share(row) ? 100 : 1;
  if (is_switch(kind)) {
    auto* undo = new QPushButton(tr("Take in again"), card);
    undo->setObjectName(QStringLiteral("end %1").arg(to_qstring(row.key)));
    connect(undo, &QPushButton::clicked, this, [this, kind] { act(kind, 0); });
    line->addStretch();
    line->addWidget(undo);
  } else if (!row.amount_label.empty()) {
    auto* label = new QLabel(translated(row.amount_label), card);
    amount = new QDoubleSpinBox(card);
    amount->setRange(row.amount_range.least * factor, row.amount_range.most * factor);
    const bool is_coarse = row.amount_range.least >= 1 || (is_share(row) && row.amount_range.least == 0);
    amount->setDecimals(is_coarse ? 0 : 1);
    amount->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    amount->setValue(row.default_amount * factor);
    if (is_share(row)) amount->setSuffix(tr(" %"));
    else if (kind == ActionKind::load || kind == ActionKind::scale) amount->setPrefix(tr("×"));
    amount->setAccessibleName(tr("%1: %2").arg(translated(row.label), translated(row.amount_label)));
    amount->installEventFilter(new WheelGuard(amount));
    amount->setMinimumWidth(amount->fontMetrics().averageCharWidth() * digits_of_an_amount);
    label->setBuddy(amount);
    column->addWidget(label);
    line->addWidget(amount, 1);
  } else {
    line->addStretch();
  }
  line->addWidget(button);
  column->addLayout(line);
  rows_->layout()->addWidget(card);
  connect(button, &QPushButton::clicked, this, [this, kind, amount, factor] {
    act(kind, amount ? amount->value() / factor : description(kind).default_amount);
  });
}

void FaultsTab::act(ActionKind kind, double amount) {
  if (!is_filled_) return;  // what is still seen is for what was selected before
  for (const ElementId& target : targets_) {
    Action chosen = action(kind, target);
    chosen.amount = amount;
    run_.act(chosen);
  }
}

void FaultsTab::update_enabled() {
  if (!is_filled_) return;
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
