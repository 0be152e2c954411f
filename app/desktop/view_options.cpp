#include "view_options.h"

#include "appearance.h"
#include "canvas/canvas.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QSettings>

#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace loadframe {

namespace {

constexpr std::array text_percents{100, 110, 125, 150, 175, 200};

QString size_key() { return QStringLiteral("text_percent"); }
QString motion_key() { return QStringLiteral("reduce_motion"); }

QString text(const char* english) { return QCoreApplication::translate("MainMenu", english); }

}  // namespace

void restore_view_options(Appearance& appearance) {
  const QSettings settings;
  appearance.set_text_scale(settings.value(size_key(), 100).toInt() / 100.0);
  if (settings.contains(motion_key())) appearance.set_reduces_motion(settings.value(motion_key()).toBool());
}

void add_view_options(QMenu& menu, Appearance& appearance, Canvas& canvas) {
  QMenu* const sizes = menu.addMenu(text(QT_TRANSLATE_NOOP("MainMenu", "Te&xt size")));
  auto* const group = new QActionGroup(sizes);
  for (const int percent : text_percents) {
    QAction* const action = sizes->addAction(text(QT_TRANSLATE_NOOP("MainMenu", "%1 %")).arg(percent));
    action->setCheckable(true);
    group->addAction(action);
    const auto follow = [&appearance, action, percent] {
      action->setChecked(std::abs(appearance.text_scale() * 100 - percent) < 1);
    };
    follow();
    QObject::connect(&appearance, &Appearance::changed, action, follow);
    QObject::connect(action, &QAction::triggered, &appearance, [&appearance, percent] {
      QSettings().setValue(size_key(), percent);
      appearance.set_text_scale(percent / 100.0);
    });
  }
  QAction* const motion = menu.addAction(text(QT_TRANSLATE_NOOP("MainMenu", "Reduce &motion")));
  motion->setCheckable(true);
  motion->setChecked(appearance.reduces_motion());
  QObject::connect(&appearance, &Appearance::motion_changed, motion,
                   [&appearance, motion] { motion->setChecked(appearance.reduces_motion()); });
  QObject::connect(motion, &QAction::triggered, &appearance, [&appearance](bool on) {
    QSettings().setValue(motion_key(), on);
    appearance.set_reduces_motion(on);
  });
  const auto scale = std::make_shared<double>(1);
  const auto follow = [&appearance, &canvas, scale] {
    const double factor = appearance.text_scale() / std::exchange(*scale, appearance.text_scale());
    if (factor != 1) canvas.zoom_by(factor);
  };
  follow();
  QObject::connect(&appearance, &Appearance::changed, &canvas, follow);
}

}  // namespace loadframe
