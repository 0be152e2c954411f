#pragma once

#include "diagram/theme.h"

#include <QObject>
#include <QPalette>
#include <QTemporaryDir>

class QApplication;

namespace loadframe {

/// A theme's name in the user's language.
QString theme_label(const Theme& theme);

/// How the whole program looks: one theme, applied to the application as one palette and one style sheet
/// (appearance.qss). Widgets take part in it by a dynamic property "role", set before they are shown:
///   QLabel        "heading" (of a panel), "title" (strong), "muted", "caption" (small and muted), "good", "warning",
///   "bad" QPushButton, QToolButton  "primary", "danger" (both filled when checked or, if not checkable, always),
///   "quiet" QFrame        "card" (bordered, rounded), "bar" (the top bar), "panel" (a side of the window) QTabBar
///   comes without frames, with an underline.
class Appearance : public QObject {
  Q_OBJECT

public:
  /// Applies the system's theme. Application style and font are set once, here.
  explicit Appearance(QApplication& application, QObject* parent = nullptr);

  const Theme& theme() const { return *theme_; }

  /// What was asked for: a theme's key, or "system".
  const QString& key() const { return key_; }

  /// A theme's key, or "system": light or dark as the desktop is.
  void set_theme(const QString& key);

signals:
  void changed();

private:
  void apply();

  QApplication& application_;
  bool system_is_dark_ = false;
  QString key_;
  const Theme* theme_ = nullptr;
  QTemporaryDir arrows_;  ///< the style sheet can only take pictures from files
};

}  // namespace loadframe
