#include "commands.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "canvas/canvas.h"
#include "canvas/fault_choice.h"
#include "canvas/palette_item.h"
#include "main_window.h"
#include "panels/element_words.h"
#include "panels/glyphs.h"
#include "panels/inspector_panel.h"
#include "panels/wording.h"
#include "possible.h"
#include "workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace loadframe {

namespace {

/// Each is one more text to search at every letter typed.
constexpr std::size_t most_links = 1000;

class Collector {
  Q_DECLARE_TR_FUNCTIONS(Commands)

public:
  explicit Collector(MainWindow& window)
      : window_(window), canvas_(window.canvas()), architecture_(window.document().architecture()) {}

  Commands collect() {
    for (const QAction* const top : window_.menuBar()->actions())
      if (top->menu()) add_menu(*top->menu(), plain(top->text()));
    add_selected();
    add_kinds();
    add_elements();
    return std::move(commands_);
  }

private:
  static QString plain(QString text) {
    return text.replace(QStringLiteral("&&"), QStringLiteral("\u0001"))
        .remove(QLatin1Char('&'))
        .replace(QStringLiteral("\u0001"), QStringLiteral("&"));
  }

  void add_action(QAction* action, const QString& place, const QString& id_prefix) {
    QString title = plain(action->text());
    if (action->isCheckable() && !action->actionGroup())
      title = action->isChecked() ? tr("%1: switch off").arg(title) : tr("%1: switch on").arg(title);
    commands_.all.push_back({id_prefix + place + QLatin1Char('/') + plain(action->text()), title, place,
                             action->shortcut().toString(QKeySequence::NativeText), action->icon(), action->isEnabled(),
                             why_not(*action), 0, [action = QPointer(action)] {
                               if (action) action->trigger();
                             }});
  }

  void add_menu(QMenu& menu, const QString& place) {
    emit menu.aboutToShow();  // menus that fill themselves
    for (QAction* const action : menu.actions()) {
      if (action->isSeparator() || !action->isVisible()) continue;
      if (action->menu()) add_menu(*action->menu(), place + QStringLiteral(" › ") + plain(action->text()));
      else add_action(action, place, QStringLiteral("menu/"));
    }
  }

  QIcon icon_of_element(const ElementId& element) const {
    const Theme& theme = canvas_.theme();
    return tile_icon(theme, icon_key(architecture_, element), color_of(theme, architecture_, element));
  }

  void add_elements() {
    const auto add = [this](const ElementId& element) {
      const QString name = name_words(architecture_, element);
      commands_.all.push_back({QStringLiteral("go/") + name,
                               tr("Go to %1").arg(name),
                               kind_words(architecture_, element),
                               {},
                               icon_of_element(element),
                               true,
                               {},
                               0,
                               [canvas = &canvas_, element] { canvas->reveal(element); }});
    };
    for (const Component& component : architecture_.components) add(component.id);
    for (const Area& area : architecture_.areas) add(area.id);
    if (architecture_.links.size() > most_links) return;
    for (const Link& link : architecture_.links) add(link.id);
  }

  void add_kinds() {
    const Theme& theme = canvas_.theme();
    const auto add = [&](const QString& what, const QString& place, const QColor& color) {
      const auto item = palette_item_from(what);
      if (!item) return;
      commands_.all.push_back({QStringLiteral("add/") + what,
                               tr("Add %1").arg(label_of(*item)),
                               place,
                               {},
                               tile_icon(theme, loadframe::icon_of(*item), color),
                               true,
                               {},
                               0,
                               [canvas = &canvas_, what] { canvas->add_at_center(what); }});
    };
    for (const KindDescription& kind : kinds())
      add(QStringLiteral("component:") + to_qstring(kind.key), tr("Component"), color_of(theme, kind.tier));
    for (const AreaKindDescription& kind : area_kinds())
      add(QStringLiteral("area:") + to_qstring(kind.key), tr("Area"), theme.muted_text);
    add(QStringLiteral("note"), tr("Note"), theme.muted_text);
  }

  /// Settings and faults of the selected element.
  void add_selected() {
    if (canvas_.selection().size() != 1) return;
    const ElementId element = canvas_.selection().front();
    const QString name = name_words(architecture_, element);
    auto* const inspector = window_.findChild<InspectorPanel*>();
    auto* const dock = window_.findChild<QDockWidget*>(QStringLiteral("inspector"));
    const void* const settings = settings_of(architecture_, element);
    for (const Setting& setting : settings_table(architecture_, element)) {
      if (!inspector || !settings || !setting.applies_to(settings)) continue;
      commands_.all.push_back({QStringLiteral("set/") + to_qstring(setting.key),
                               tr("Set %1 of %2").arg(translated(setting.label), name),
                               tr("Settings"),
                               {},
                               icon_of_element(element),
                               true,
                               {},
                               0,
                               [window = &window_, inspector, dock, key = setting.key] {
                                 window->workspace().bring_up(dock);
                                 inspector->reveal_setting(key);
                               }});
    }
    commands_.kept = std::make_shared<QMenu>();
    const QPoint middle = canvas_.mapToGlobal(canvas_.rect().center());
    add_faults(*commands_.kept, canvas_, element, middle);
    for (QAction* const action : commands_.kept->actions()) {
      if (action->isSeparator() || action->menu()) continue;
      add_action(action, name, QStringLiteral("fault/"));
      commands_.all.back().id = QStringLiteral("fault/") + action->text();
    }
  }

  MainWindow& window_;
  Canvas& canvas_;
  const Architecture& architecture_;
  Commands commands_;
};

}  // namespace

Commands commands_of(MainWindow& window) { return Collector(window).collect(); }

}  // namespace loadframe
