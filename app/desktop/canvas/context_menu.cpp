#include "canvas/context_menu.h"

#include "architecture/changing_kind.h"
#include "canvas/canvas.h"
#include "canvas/canvas_commands.h"
#include "canvas/fault_choice.h"
#include "canvas/quick_add_box.h"
#include "core_text.h"
#include "diagram/icons.h"
#include "panels/glyphs.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace loadframe {

namespace {

struct ContextMenu {
  Q_DECLARE_TR_FUNCTIONS(ContextMenu)
};

template <class Id>
bool any_is(const std::vector<ElementId>& elements) {
  return std::any_of(elements.begin(), elements.end(),
                     [](const ElementId& element) { return std::holds_alternative<Id>(element); });
}

/// Kinds that the selected components can become, each with the number of links that it would cost.
void add_kinds(QMenu& menu, Canvas& canvas) {
  const Architecture& architecture = canvas.architecture();
  const Theme& theme = canvas.theme();
  QMenu* const choice = menu.addMenu(icon("swap", theme.muted_text), ContextMenu::tr("Chan&ge into"));
  choice->setToolTipsVisible(true);
  std::vector<QAction*> costly;
  for (std::size_t index = 0; index < kinds().size(); ++index) {
    const auto kind = static_cast<Kind>(index);
    const ChangedKind changed = change_kind(architecture, canvas.selection(), kind);
    if (changed.change.empty()) continue;
    const QString label = core_text(description(kind).label);
    auto* const action =
        new QAction(icon(description(kind).key, color_of(theme, description(kind).tier)), label, choice);
    if (!changed.lost.empty()) {
      action->setText(changed.lost.size() == 1
                          ? ContextMenu::tr("%1 – loses a wire").arg(label)
                          : ContextMenu::tr("%1 – loses %2 wires").arg(label).arg(changed.lost.size()));
      QStringList names;
      for (const LinkId id : changed.lost) names += QString::fromStdString(name_of(architecture, id));
      action->setToolTip(names.join(QLatin1Char('\n')));
      costly.push_back(action);
    } else {
      choice->addAction(action);
    }
    QObject::connect(action, &QAction::triggered, &canvas, [&canvas, kind, label] {
      const ChangedKind now = change_kind(canvas.architecture(), canvas.selection(), kind);
      canvas.document().apply(now.change, ContextMenu::tr("Change into %1").arg(label));
    });
  }
  if (!costly.empty() && !choice->isEmpty()) choice->addSeparator();
  for (QAction* const action : costly) choice->addAction(action);
}

void add_arranging(QMenu& menu, Canvas& canvas) {
  if (is_possible(canvas, CanvasCommand::align_left)) {
    QMenu* const lines = menu.addMenu(icon("align-left", canvas.theme().muted_text), ContextMenu::tr("&Align"));
    for (const auto command : {CanvasCommand::align_left, CanvasCommand::align_center, CanvasCommand::align_right,
                               CanvasCommand::align_top, CanvasCommand::align_middle, CanvasCommand::align_bottom})
      add_command(*lines, canvas, command);
    lines->addSeparator();
    add_command(*lines, canvas, CanvasCommand::spread_across);
    add_command(*lines, canvas, CanvasCommand::spread_down);
  }
  QMenu* const areas = menu.addMenu(icon("group", canvas.theme().muted_text), ContextMenu::tr("Put &into a new"));
  for (const auto command : {CanvasCommand::wrap_in_host, CanvasCommand::wrap_in_zone, CanvasCommand::wrap_in_region,
                             CanvasCommand::wrap_in_group})
    add_command(*areas, canvas, command);
  if (is_possible(canvas, CanvasCommand::unwrap)) add_command(menu, canvas, CanvasCommand::unwrap);
}

void add_for_bare_canvas(QMenu& menu, Canvas& canvas, QPointF on_canvas) {
  const QColor color = canvas.theme().muted_text;
  add_command(menu, canvas, CanvasCommand::quick_add, [&canvas, on_canvas] {
    QuickAddPurpose purpose;
    purpose.at = on_canvas;
    open_quick_add(canvas, std::move(purpose), canvas.viewport().to_widget(on_canvas).toPoint());
  });
  add_command(menu, canvas, CanvasCommand::paste, [&canvas, on_canvas] { canvas.paste_at(on_canvas); });
  QAction* const note = menu.addAction(icon("note", color), ContextMenu::tr("Add a &note"));
  QObject::connect(note, &QAction::triggered, &canvas, [&canvas, on_canvas] {
    canvas.add(QStringLiteral("note"), on_canvas);
    if (!canvas.selection().empty()) canvas.edit_in_place(canvas.selection().front());
  });
  menu.addSeparator();
  add_command(menu, canvas, CanvasCommand::select_all);
  add_command(menu, canvas, CanvasCommand::show_everything);
}

void add_for_link(QMenu& menu, Canvas& canvas, LinkId link, QPointF on_canvas) {
  add_command(menu, canvas, CanvasCommand::rename);
  QAction* const between =
      menu.addAction(icon("plus", canvas.theme().muted_text), ContextMenu::tr("&Insert a component…"));
  between->setShortcutContext(Qt::WidgetShortcut);
  between->setShortcut(Qt::Key_A);
  between->setShortcutVisibleInContextMenu(true);
  QObject::connect(between, &QAction::triggered, &canvas, [&canvas, link, on_canvas] {
    QuickAddPurpose purpose;
    purpose.link = link;
    purpose.at = on_canvas;
    open_quick_add(canvas, std::move(purpose), canvas.viewport().to_widget(on_canvas).toPoint());
  });
  add_command(menu, canvas, CanvasCommand::remove);
}

}  // namespace

void fill_context_menu(QMenu& menu, Canvas& canvas, const ElementId& element, QPointF on_canvas, QPoint global) {
  if (element == ElementId{}) {
    add_for_bare_canvas(menu, canvas, on_canvas);
  } else if (const auto* const link = std::get_if<LinkId>(&element); link && canvas.selection().size() == 1) {
    add_for_link(menu, canvas, *link, on_canvas);
  } else {
    const bool components = any_is<ComponentId>(canvas.selection());
    if (is_possible(canvas, CanvasCommand::rename)) add_command(menu, canvas, CanvasCommand::rename);
    if (is_possible(canvas, CanvasCommand::connect)) add_command(menu, canvas, CanvasCommand::connect);
    if (components) add_kinds(menu, canvas);
    menu.addSeparator();
    for (const auto command : {CanvasCommand::cut, CanvasCommand::copy, CanvasCommand::duplicate,
                               CanvasCommand::replicate, CanvasCommand::remove})
      add_command(menu, canvas, command);
    menu.addSeparator();
    if (components || any_is<AreaId>(canvas.selection())) add_arranging(menu, canvas);
    add_command(menu, canvas, CanvasCommand::lock);
  }
  menu.addSeparator();
  // Faults are done to one element, or to the whole.
  if (canvas.selection().size() <= 1) add_faults(menu, canvas, element, global);
}

}  // namespace loadframe
