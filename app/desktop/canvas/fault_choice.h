#pragma once

#include "architecture/architecture.h"

#include <QFrame>

class QDoubleSpinBox;
class QMenu;

namespace loadframe {

class Canvas;

/// Whether an action of that kind makes sense on the element: what the table says, and that there is a cache to
/// flush or users whose load can change.
bool can_be_done(const Architecture& architecture, ActionKind kind, const ElementId& element);

/// Adds an entry for everything that can be done to the element in a run; none: to the whole architecture.
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
