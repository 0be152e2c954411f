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

  /// How large text is, on that of the desktop: 1 to 2.
  double text_scale() const { return text_scale_; }
  void set_text_scale(double scale);

  /// Whatever only moves to please stands still instead.
  bool reduces_motion() const { return reduces_motion_; }
  void set_reduces_motion(bool on);

signals:
  /// Colours or sizes of text have changed.
  void changed();
  void motion_changed();

private:
  void apply();

  QApplication& application_;
  bool system_is_dark_ = false;
  double usual_points_ = 10;  ///< of the desktop's text
  double text_scale_ = 1;
  bool reduces_motion_ = false;
  QString key_;
  const Theme* theme_ = nullptr;
  QTemporaryDir arrows_;  ///< the style sheet can only take pictures from files
};

}  // namespace loadframe
