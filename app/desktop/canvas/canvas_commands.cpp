#include "canvas/canvas_commands.h"

#include "architecture/arranging.h"
#include "canvas/canvas.h"
#include "canvas/quick_add_box.h"
#include "canvas/replicate_box.h"
#include "core_text.h"
#include "diagram/icons.h"
#include "possible.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

struct CanvasCommands {
  Q_DECLARE_TR_FUNCTIONS(CanvasCommands)
};

struct CommandRow {
  CanvasCommand command;
  const char* text;
  const char* icon;
  const char* keys;  ///< parted by blanks
};

constexpr std::array rows{
    CommandRow{CanvasCommand::quick_add, QT_TRANSLATE_NOOP("CanvasCommands", "&Add…"), "plus", "A Ins /"},
    CommandRow{CanvasCommand::connect, QT_TRANSLATE_NOOP("CanvasCommands", "Co&nnect to…"), "connect", "L"},
    CommandRow{CanvasCommand::rename, QT_TRANSLATE_NOOP("CanvasCommands", "Rena&me…"), "rename", "F2"},
    CommandRow{CanvasCommand::cut, QT_TRANSLATE_NOOP("CanvasCommands", "Cu&t"), "cut", "Ctrl+X Shift+Del"},
    CommandRow{CanvasCommand::copy, QT_TRANSLATE_NOOP("CanvasCommands", "&Copy"), "copy", "Ctrl+C Ctrl+Ins"},
    CommandRow{CanvasCommand::paste, QT_TRANSLATE_NOOP("CanvasCommands", "&Paste"), "paste", "Ctrl+V Shift+Ins"},
    CommandRow{CanvasCommand::duplicate, QT_TRANSLATE_NOOP("CanvasCommands", "D&uplicate"), "duplicate", "Ctrl+D"},
    CommandRow{CanvasCommand::replicate, QT_TRANSLATE_NOOP("CanvasCommands", "&Replicate…"), "replicate",
               "Ctrl+Shift+D"},
    CommandRow{CanvasCommand::remove, QT_TRANSLATE_NOOP("CanvasCommands", "De&lete"), "trash", "Del Backspace"},
    CommandRow{CanvasCommand::lock, QT_TRANSLATE_NOOP("CanvasCommands", "Loc&k"), "lock", "Ctrl+L"},
    CommandRow{CanvasCommand::select_all, QT_TRANSLATE_NOOP("CanvasCommands", "&Select all"), "select", "Ctrl+A"},
    CommandRow{CanvasCommand::show_everything, QT_TRANSLATE_NOOP("CanvasCommands", "Show &everything"), "fit", "F"},
    CommandRow{CanvasCommand::align_left, QT_TRANSLATE_NOOP("CanvasCommands", "&Left edges"), "align-left",
               "Ctrl+Shift+Left"},
    CommandRow{CanvasCommand::align_center, QT_TRANSLATE_NOOP("CanvasCommands", "&Centres, one below the other"),
               "align-center", ""},
    CommandRow{CanvasCommand::align_right, QT_TRANSLATE_NOOP("CanvasCommands", "&Right edges"), "align-right",
               "Ctrl+Shift+Right"},
    CommandRow{CanvasCommand::align_top, QT_TRANSLATE_NOOP("CanvasCommands", "&Top edges"), "align-top",
               "Ctrl+Shift+Up"},
    CommandRow{CanvasCommand::align_middle, QT_TRANSLATE_NOOP("CanvasCommands", "&Middles, side by side"),
               "align-middle", ""},
    CommandRow{CanvasCommand::align_bottom, QT_TRANSLATE_NOOP("CanvasCommands", "&Bottom edges"), "align-bottom",
               "Ctrl+Shift+Down"},
    CommandRow{CanvasCommand::spread_across, QT_TRANSLATE_NOOP("CanvasCommands", "Equal gaps &across"), "spread-across",
               ""},
    CommandRow{CanvasCommand::spread_down, QT_TRANSLATE_NOOP("CanvasCommands", "Equal gaps &down"), "spread-down", ""},
    CommandRow{CanvasCommand::wrap_in_host, QT_TRANSLATE_NOOP("CanvasCommands", "&Host"), "host", "Ctrl+Alt+H"},
    CommandRow{CanvasCommand::wrap_in_zone, QT_TRANSLATE_NOOP("CanvasCommands", "&Zone"), "zone", "Ctrl+Alt+Z"},
    CommandRow{CanvasCommand::wrap_in_region, QT_TRANSLATE_NOOP("CanvasCommands", "&Region"), "region", "Ctrl+Alt+R"},
    CommandRow{CanvasCommand::wrap_in_group, QT_TRANSLATE_NOOP("CanvasCommands", "&Group"), "group", "Ctrl+Alt+G"},
    CommandRow{CanvasCommand::unwrap, QT_TRANSLATE_NOOP("CanvasCommands", "Take the area &away"), "unwrap",
               "Ctrl+Alt+U"},
};

const CommandRow& row_of(CanvasCommand command) {
  return *std::find_if(rows.begin(), rows.end(), [command](const CommandRow& row) { return row.command == command; });
}

QList<QKeySequence> keys_of(const CommandRow& row) {
  QList<QKeySequence> keys;
  for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
    keys.append(QKeySequence(key, QKeySequence::PortableText));
  return keys;
}

bool is_link(const ElementId& element) { return std::holds_alternative<LinkId>(element); }

/// The selected elements with a place of their own.
std::vector<ElementId> placed(const Canvas& canvas) {
  std::vector<ElementId> elements = canvas.selection();
  std::erase_if(elements, is_link);
  return elements;
}

std::vector<ElementId> movable(const Canvas& canvas) { return unlocked(canvas.architecture(), placed(canvas)); }

bool all_locked(const Canvas& canvas) {
  const std::vector<ElementId> elements = placed(canvas);
  return !elements.empty() && movable(canvas).empty();
}

AreaKind area_kind_of(CanvasCommand command) {
  return static_cast<AreaKind>(static_cast<int>(command) - static_cast<int>(CanvasCommand::wrap_in_host));
}

Alignment alignment_of(CanvasCommand command) {
  return static_cast<Alignment>(static_cast<int>(command) - static_cast<int>(CanvasCommand::align_left));
}

bool is_alignment(CanvasCommand command) {
  return command >= CanvasCommand::align_left && command <= CanvasCommand::align_bottom;
}

bool is_wrapping(CanvasCommand command) {
  return command >= CanvasCommand::wrap_in_host && command <= CanvasCommand::wrap_in_group;
}

void wrap_selected(Canvas& canvas, AreaKind kind) {
  const std::vector<ElementId> elements = placed(canvas);
  if (const auto objection = objection_to_wrap(canvas.architecture(), elements, kind)) {
    canvas.say(core_text(objection->what) + QLatin1Char(' ') + core_text(objection->remedy));
    return;
  }
  const Change change = wrap(canvas.architecture(), elements, kind);
  std::vector<ElementId> area = added_elements(change);
  canvas.apply_and_select(change, CanvasCommands::tr("Put into %1").arg(core_text(description(kind).label)), area);
  canvas.bring_into_sight(area);
}

void unwrap_selected(Canvas& canvas) {
  std::vector<ElementId> areas = movable(canvas);
  std::erase_if(areas, [](const ElementId& element) { return !std::holds_alternative<AreaId>(element); });
  if (areas.empty()) return;
  std::vector<ElementId> inside;
  for (const Component& component : canvas.architecture().components)
    if (std::find(areas.begin(), areas.end(), ElementId{component.area}) != areas.end())
      inside.emplace_back(component.id);
  canvas.apply_and_select(remove(canvas.architecture(), areas), CanvasCommands::tr("Take the area away"), inside);
}

void toggle_lock(Canvas& canvas) {
  const Lock lock = all_locked(canvas) ? Lock::off : Lock::on;
  canvas.document().apply(set_lock(canvas.architecture(), placed(canvas), lock),
                          lock == Lock::on ? CanvasCommands::tr("Lock") : CanvasCommands::tr("Unlock"));
}

QString text_of(const Canvas& canvas, const CommandRow& row) {
  if (row.command == CanvasCommand::lock && all_locked(canvas)) return CanvasCommands::tr("Unloc&k");
  if (row.command == CanvasCommand::rename && canvas.selection().size() == 1) {
    if (std::holds_alternative<NoteId>(canvas.selection().front())) return CanvasCommands::tr("&Edit the text…");
    if (is_link(canvas.selection().front())) return CanvasCommands::tr("&Edit the label…");
  }
  return CanvasCommands::tr(row.text);
}

}  // namespace

QString why_not(const Canvas& canvas, CanvasCommand command) {
  const std::vector<ElementId>& selection = canvas.selection();
  const bool one = selection.size() == 1;
  const QString any_placed =
      placed(canvas).empty() ? CanvasCommands::tr("First select components, areas or notes.") : QString();
  switch (command) {
    case CanvasCommand::connect: {
      const auto* const id = one ? std::get_if<ComponentId>(&selection.front()) : nullptr;
      const Component* const component = id ? find(canvas.architecture(), *id) : nullptr;
      if (component && !description(kind_of(component->settings)).callees.empty()) return {};
      return CanvasCommands::tr("First select one component that can call others.");
    }
    case CanvasCommand::rename:
      return one ? QString() : CanvasCommands::tr("First select one thing.");
    case CanvasCommand::remove:
      return selection.empty() ? CanvasCommands::tr("First select something.") : QString();
    case CanvasCommand::cut:
    case CanvasCommand::copy:
    case CanvasCommand::duplicate:
    case CanvasCommand::replicate:
    case CanvasCommand::lock:
      return any_placed;
    case CanvasCommand::spread_across:
    case CanvasCommand::spread_down:
      return movable(canvas).size() >= 3
                 ? QString()
                 : CanvasCommands::tr("First select three or more components or areas that are not locked.");
    case CanvasCommand::unwrap:
      return std::any_of(selection.begin(), selection.end(),
                         [](const ElementId& element) { return std::holds_alternative<AreaId>(element); })
                 ? QString()
                 : CanvasCommands::tr("First select an area.");
    default:
      break;
  }
  if (is_alignment(command))
    return movable(canvas).size() >= 2
               ? QString()
               : CanvasCommands::tr("First select two or more components or areas that are not locked.");
  if (is_wrapping(command)) return any_placed;
  return {};
}

bool is_possible(const Canvas& canvas, CanvasCommand command) { return why_not(canvas, command).isEmpty(); }

void perform(Canvas& canvas, CanvasCommand command) {
  if (!is_possible(canvas, command)) {
    if (command == CanvasCommand::connect) connect_by_key(canvas);  // it tells what to do
    return;
  }
  if (is_alignment(command)) {
    canvas.document().apply(align(canvas.architecture(), movable(canvas), alignment_of(command)),
                            CanvasCommands::tr("Align"));
    return;
  }
  if (is_wrapping(command)) {
    wrap_selected(canvas, area_kind_of(command));
    return;
  }
  switch (command) {
    case CanvasCommand::quick_add:
      quick_add_by_key(canvas);
      break;
    case CanvasCommand::connect:
      connect_by_key(canvas);
      break;
    case CanvasCommand::rename:
      canvas.edit_in_place(canvas.selection().front());
      break;
    case CanvasCommand::cut:
      canvas.cut_selected();
      break;
    case CanvasCommand::copy:
      canvas.copy_selected();
      break;
    case CanvasCommand::paste:
      canvas.paste_clipboard();
      break;
    case CanvasCommand::duplicate:
      canvas.duplicate_selected();
      break;
    case CanvasCommand::replicate:
      open_replicate_box(canvas, placed(canvas));
      break;
    case CanvasCommand::remove:
      canvas.remove_selected();
      break;
    case CanvasCommand::lock:
      toggle_lock(canvas);
      break;
    case CanvasCommand::select_all:
      canvas.select_all();
      break;
    case CanvasCommand::show_everything:
      canvas.zoom_to_fit();
      break;
    case CanvasCommand::spread_across:
    case CanvasCommand::spread_down:
      canvas.document().apply(distribute(canvas.architecture(), movable(canvas),
                                         command == CanvasCommand::spread_across ? Spreading::across : Spreading::down),
                              CanvasCommands::tr("Make gaps equal"));
      break;
    case CanvasCommand::unwrap:
      unwrap_selected(canvas);
      break;
    default:
      break;
  }
}

QAction* add_command(QMenu& menu, Canvas& canvas, CanvasCommand command, std::function<void()> does) {
  const CommandRow& row = row_of(command);
  QAction* const action = menu.addAction(icon(row.icon, canvas.theme().muted_text), text_of(canvas, row));
  // Shown here; the menu bar's action is the one that the keys reach.
  action->setShortcutContext(Qt::WidgetShortcut);
  action->setShortcuts(keys_of(row));
  action->setShortcutVisibleInContextMenu(true);
  set_possible(*action, why_not(canvas, command));
  if (!does) does = [&canvas, command] { perform(canvas, command); };
  QObject::connect(action, &QAction::triggered, &canvas, std::move(does));
  return action;
}

QAction* add_to_menu_bar(QMenu& menu, Canvas& canvas, CanvasCommand command) {
  const CommandRow& row = row_of(command);
  QAction* const action = menu.addAction(text_of(canvas, row));
  action->setShortcuts(keys_of(row));
  const auto follow = [action, &canvas, command, &row] {
    set_possible(*action, command == CanvasCommand::connect ? QString() : why_not(canvas, command));
    if (command == CanvasCommand::lock) action->setText(text_of(canvas, row));
  };
  QObject::connect(action, &QAction::triggered, &canvas, [&canvas, command] { perform(canvas, command); });
  QObject::connect(&canvas, &Canvas::selection_changed, action, follow);
  QObject::connect(&canvas.document(), &Document::changed, action, follow);
  follow();
  return action;
}

void fill_arrange_menu(QMenu& menu, Canvas& canvas) {
  QMenu* const lines = menu.addMenu(CanvasCommands::tr("&Align"));
  for (const CommandRow& row : rows)
    if (is_alignment(row.command)) add_to_menu_bar(*lines, canvas, row.command);
  add_to_menu_bar(menu, canvas, CanvasCommand::spread_across);
  add_to_menu_bar(menu, canvas, CanvasCommand::spread_down);
  menu.addSeparator();
  QMenu* const areas = menu.addMenu(CanvasCommands::tr("&Put into a new"));
  for (const CommandRow& row : rows)
    if (is_wrapping(row.command)) add_to_menu_bar(*areas, canvas, row.command);
  add_to_menu_bar(menu, canvas, CanvasCommand::unwrap);
  menu.addSeparator();
  add_to_menu_bar(menu, canvas, CanvasCommand::replicate);
  add_to_menu_bar(menu, canvas, CanvasCommand::lock);
}

}  // namespace loadframe
