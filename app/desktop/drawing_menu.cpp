#include "drawing_menu.h"

#include "canvas/canvas.h"
#include "canvas/minimap.h"
#include "canvas/tidy_up.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QSettings>

namespace loadframe {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(DrawingMenu)
};

QString style_key() { return QStringLiteral("links/style"); }
QString orthogonal_word() { return QStringLiteral("orthogonal"); }
QString minimap_key() { return QStringLiteral("canvas/minimap"); }

}  // namespace

void add_layout_actions(QMenu& menu, Canvas& canvas) {
  auto* const tidy_up = new TidyUp(canvas);
  QAction* const tidy = menu.addAction(Words::tr("&Tidy up"));
  tidy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
  tidy->setToolTip(Words::tr("Lays out the drawing, or what is selected, from left to right along its calls"));
  QObject::connect(tidy, &QAction::triggered, tidy_up, &TidyUp::begin);
  menu.addSeparator();
  auto* const group = new QActionGroup(&menu);
  const bool squares = QSettings().value(style_key()).toString() == orthogonal_word();
  const auto choice = [&](const QString& text, LinkStyle style) {
    QAction* const action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked((style == LinkStyle::orthogonal) == squares);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, &canvas, [&canvas, style] {
      canvas.set_link_style(style);
      QSettings().setValue(style_key(), style == LinkStyle::orthogonal ? orthogonal_word() : QStringLiteral("curved"));
    });
  };
  choice(Words::tr("&Curved links"), LinkStyle::curved);
  choice(Words::tr("&Square links"), LinkStyle::orthogonal);
  if (squares) canvas.set_link_style(LinkStyle::orthogonal);
}

void add_minimap_action(QMenu& menu, Canvas& canvas) {
  QAction* const action = menu.addAction(Words::tr("Show the &overview"));
  action->setCheckable(true);
  action->setChecked(QSettings().value(minimap_key(), true).toBool());
  canvas.minimap().set_wanted(action->isChecked());
  QObject::connect(action, &QAction::toggled, &canvas, [&canvas](bool on) {
    canvas.minimap().set_wanted(on);
    QSettings().setValue(minimap_key(), on);
  });
}

}  // namespace loadframe
