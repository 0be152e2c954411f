#pragma once

#include "architecture/architecture.h"

#include <QFrame>

#include <span>
#include <vector>

class QDoubleSpinBox;
class QMenu;

namespace loadframe {

class Canvas;

/// Actions that belong together, under a title.
struct ActionGroup {
  const char* title;  ///< see title_of
  std::vector<ActionKind> kinds;
};

/// Every kind of action, in the order in which they are offered.
std::span<const ActionGroup> action_groups();
QString title_of(const ActionGroup& group);

/// Whether an action of that kind has an effect on the element, such as a flush on a cache.
bool can_be_done(const Architecture& architecture, ActionKind kind, const ElementId& element);

/// Whether the action's amount only says on or off.
bool is_switch(ActionKind kind);

/// Adds an entry, in groups, for everything that can be done to the element in a run; none: to the whole architecture.
/// Entries with an amount open an AmountPopup.
void add_faults(QMenu& menu, Canvas& canvas, const ElementId& element, QPoint popup_at);

/// Asks for the amount of one action, and has it done.
class AmountPopup : public QFrame {
  Q_OBJECT

public:
  AmountPopup(ActionKind kind, const QString& target, QWidget* parent);

signals:
  void chosen(double amount);

private:
  QDoubleSpinBox* amount_;
};

}  // namespace loadframe
