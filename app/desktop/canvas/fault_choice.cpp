#include "canvas/fault_choice.h"

#include "architecture/validation.h"
#include "canvas/canvas.h"
#include "core_text.h"
#include "diagram/icons.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

/// Whether balancers send anything to what the element stands for: without one, draining it would do nothing.
bool is_balanced(const Architecture& architecture, const ElementId& element) {
  std::vector<ComponentId> hit;
  if (const auto* const component = std::get_if<ComponentId>(&element)) hit = {*component};
  if (const auto* const area = std::get_if<AreaId>(&element)) hit = components_within(architecture, *area);
  return std::any_of(architecture.links.begin(), architecture.links.end(), [&](const Link& link) {
    const Component* const caller = find(architecture, link.caller);
    return caller && kind_of(caller->settings) == Kind::load_balancer &&
           std::find(hit.begin(), hit.end(), link.callee) != hit.end();
  });
}

/// Amounts up to 1 are parts of a whole: people see per cent.
bool is_share(const ActionDescription& what) { return what.amount_range.most <= 1; }

/// Counts of nodes and instances are whole.
bool is_whole(const ActionDescription& what) { return what.amount_range.least >= 1; }

void act(Canvas& canvas, ActionKind kind, const ElementId& element, double amount) {
  Action chosen = action(kind, element);
  chosen.amount = amount;
  canvas.live_run().act(chosen);
}

void add_fault(QMenu& menu, Canvas& canvas, ActionKind kind, const ElementId& element, QPoint popup_at) {
  const ActionDescription& what = description(kind);
  const bool asks = !what.amount_label.empty() && !is_switch(kind);
  const QIcon picture = icon(what.key, canvas.theme().muted_text);
  QAction* const entry = menu.addAction(picture, core_text(what.label) + (asks ? QStringLiteral("…") : QString()));
  entry->setToolTip(core_text(what.help));
  QObject::connect(entry, &QAction::triggered, &canvas, [&canvas, kind, element, asks, popup_at] {
    if (!asks) {
      canvas.live_run().act(action(kind, element));
      return;
    }
    auto* const popup = new AmountPopup(kind, QString::fromStdString(name_of(canvas.architecture(), element)), &canvas);
    QObject::connect(popup, &AmountPopup::chosen, &canvas,
                     [&canvas, kind, element](double amount) { act(canvas, kind, element, amount); });
    popup->move(popup_at);
    popup->show();
  });
  if (!is_switch(kind)) return;
  QAction* const undo = menu.addAction(AmountPopup::tr("Take in again"));
  QObject::connect(undo, &QAction::triggered, &canvas, [&canvas, kind, element] { act(canvas, kind, element, 0); });
}

}  // namespace

std::span<const ActionGroup> action_groups() {
  static const std::array groups{
      ActionGroup{QT_TRANSLATE_NOOP("loadframe::AmountPopup", "Break"),
                  {ActionKind::kill, ActionKind::kill_nodes, ActionKind::hang, ActionKind::fail, ActionKind::cut,
                   ActionKind::isolate}},
      ActionGroup{QT_TRANSLATE_NOOP("loadframe::AmountPopup", "Degrade"),
                  {ActionKind::slow, ActionKind::leak, ActionKind::flush, ActionKind::delay, ActionKind::lose,
                   ActionKind::throttle}},
      ActionGroup{QT_TRANSLATE_NOOP("loadframe::AmountPopup", "Repair"),
                  {ActionKind::restart, ActionKind::mend, ActionKind::rejoin}},
      ActionGroup{QT_TRANSLATE_NOOP("loadframe::AmountPopup", "Operate"),
                  {ActionKind::load, ActionKind::scale, ActionKind::drain}},
  };
  return groups;
}

QString title_of(const ActionGroup& group) { return AmountPopup::tr(group.title); }

bool can_be_done(const Architecture& architecture, ActionKind kind, const ElementId& element) {
  if (std::holds_alternative<NoteId>(element)) return false;
  if (kind == ActionKind::drain && !is_balanced(architecture, element)) return false;
  return !objection_to(architecture, action(kind, element));
}

bool is_switch(ActionKind kind) { return kind == ActionKind::drain; }

void add_faults(QMenu& menu, Canvas& canvas, const ElementId& element, QPoint popup_at) {
  for (const ActionGroup& group : action_groups()) {
    menu.addSeparator();
    for (const ActionKind kind : group.kinds)
      if (can_be_done(canvas.architecture(), kind, element)) add_fault(menu, canvas, kind, element, popup_at);
  }
}

AmountPopup::AmountPopup(ActionKind kind, const QString& target, QWidget* parent) : QFrame(parent, Qt::Popup) {
  setAttribute(Qt::WA_DeleteOnClose);
  setProperty("role", QStringLiteral("card"));
  const ActionDescription& what = description(kind);
  const double factor = is_share(what) ? 100 : 1;

  auto* const title = new QLabel(core_text(what.label) + QLatin1Char(' ') + target, this);
  title->setProperty("role", QStringLiteral("title"));
  auto* const help = new QLabel(core_text(what.help), this);
  help->setProperty("role", QStringLiteral("muted"));
  help->setWordWrap(true);
  help->setMinimumWidth(fontMetrics().averageCharWidth() * 34);

  amount_ = new QDoubleSpinBox(this);
  amount_->setDecimals(is_whole(what) ? 0 : is_share(what) ? 1 : 2);
  amount_->setRange(what.amount_range.least * factor, what.amount_range.most * factor);
  amount_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  if (is_share(what)) amount_->setSuffix(QStringLiteral(" %"));
  amount_->setValue(what.default_amount * factor);
  amount_->setAccessibleName(core_text(what.amount_label));
  auto* const label = new QLabel(core_text(what.amount_label), this);
  label->setBuddy(amount_);
  auto* const apply = new QPushButton(tr("Apply"), this);
  apply->setProperty("role", QStringLiteral("primary"));

  auto* const row = new QHBoxLayout;
  row->addWidget(label);
  row->addWidget(amount_, 1);
  row->addWidget(apply);
  auto* const column = new QVBoxLayout(this);
  column->addWidget(title);
  column->addWidget(help);
  column->addLayout(row);

  const auto done = [this, factor] {
    amount_->interpretText();
    const double amount = amount_->value() / factor;
    close();
    emit chosen(amount);
  };
  connect(apply, &QPushButton::clicked, this, done);
  // Enter in the field does it too.
  auto* const enter = new QAction(this);
  enter->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
  addAction(enter);
  connect(enter, &QAction::triggered, this, done);
  amount_->setFocus();
  amount_->selectAll();
}

}  // namespace loadframe
