#pragma once

#include <QAction>
#include <QString>
#include <QVariant>

namespace loadframe {

/// Makes an action possible, or not, with the reason and what to do: it is told where the action is shown faint.
inline void set_possible(QAction& action, const QString& why_not) {
  action.setEnabled(why_not.isEmpty());
  action.setProperty("why_not", why_not);
  action.setToolTip(why_not);
}

/// Why the action is not possible now; empty where it is, or nobody said.
inline QString why_not(const QAction& action) {
  return action.isEnabled() ? QString() : action.property("why_not").toString();
}

}  // namespace loadframe
