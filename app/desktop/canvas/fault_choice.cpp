#include "canvas/fault_choice.h"

#include "canvas/canvas.h"
#include "core_text.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

std::vector<Kind> kinds_hit(const Architecture& architecture, const ElementId& element) {
  std::vector<ComponentId> hit;
  if (const auto* const component = std::get_if<ComponentId>(&element)) hit = {*component};
  if (const auto* const area = std::get_if<AreaId>(&element)) hit = components_within(architecture, *area);
  std::vector<Kind> kinds;
  for (const ComponentId id : hit) {
    if (const Component* const component = find(architecture, id)) kinds.push_back(kind_of(component->settings));
  }
  return kinds;
}

/// Amounts up to 1 are parts of a whole: people see per cent.
bool is_share(const ActionDescription& what) { return what.amount_range.most <= 1; }

}  // namespace

bool can_be_done(const Architecture& architecture, ActionKind kind, const ElementId& element) {
  const ActionDescription& what = description(kind);
  if (element == ElementId{}) return what.on_everything;
  if (std::holds_alternative<LinkId>(element)) return what.on_links;
  if (!what.on_components) return false;
  const std::vector<Kind> hit = kinds_hit(architecture, element);
  switch (kind) {
    case ActionKind::flush:
      return std::find(hit.begin(), hit.end(), Kind::cache) != hit.end();
    case ActionKind::load:
      return std::find(hit.begin(), hit.end(), Kind::users) != hit.end();
    default:
      return std::any_of(hit.begin(), hit.end(), [](Kind one) { return one != Kind::users; });
  }
}

void add_faults(QMenu& menu, Canvas& canvas, const ElementId& element, QPoint popup_at) {
  const Architecture& architecture = canvas.architecture();
  for (std::size_t index = 0; index < action_kinds().size(); ++index) {
    const auto kind = static_cast<ActionKind>(index);
    if (!can_be_done(architecture, kind, element)) continue;
    const ActionDescription& what = description(kind);
    const bool takes_amount = !what.amount_label.empty();
    QAction* const entry = menu.addAction(core_text(what.label) + (takes_amount ? QStringLiteral("…") : QString()));
    entry->setToolTip(core_text(what.help));
    QObject::connect(entry, &QAction::triggered, &canvas, [&canvas, kind, element, takes_amount, popup_at] {
      if (!takes_amount) {
        canvas.live_run().act(action(kind, element));
        return;
      }
      auto* const popup =
          new AmountPopup(kind, QString::fromStdString(name_of(canvas.architecture(), element)), &canvas);
      QObject::connect(popup, &AmountPopup::chosen, &canvas, [&canvas, kind, element](double amount) {
        Action chosen = action(kind, element);
        chosen.amount = amount;
        canvas.live_run().act(chosen);
      });
      popup->move(popup_at);
      popup->show();
    });
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
  amount_->setDecimals(is_share(what) ? 1 : 2);
  amount_->setRange(what.amount_range.least * factor, what.amount_range.most * factor);
  amount_->setSingleStep(is_share(what) ? 5 : 0.25);
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
