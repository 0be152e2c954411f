#pragma once

#include <QAction>
#include <QMenu>

#include <functional>

namespace loadframe {

class Canvas;

/// What the menus, the context menu and keys do with what is selected on the canvas.
enum class CanvasCommand {
  quick_add,
  connect,
  rename,
  cut,
  copy,
  paste,
  duplicate,
  replicate,
  remove,
  lock,
  select_all,
  show_everything,
  align_left,
  align_center,
  align_right,
  align_top,
  align_middle,
  align_bottom,
  spread_across,
  spread_down,
  wrap_in_host,
  wrap_in_zone,
  wrap_in_region,
  wrap_in_group,
  unwrap
};

/// Why the command means nothing for what is selected now, and what to do; empty where it does.
QString why_not(const Canvas& canvas, CanvasCommand command);
bool is_possible(const Canvas& canvas, CanvasCommand command);
void perform(Canvas& canvas, CanvasCommand command);

/// Adds the command to a context menu, with its icon and its keys shown, faint while it is not possible.
/// @param does what it does here; none: perform
QAction* add_command(QMenu& menu, Canvas& canvas, CanvasCommand command, std::function<void()> does = nullptr);

/// The menu bar's menu of commands that arrange what is selected. Its shortcuts work from everywhere in the window.
void fill_arrange_menu(QMenu& menu, Canvas& canvas);
/// Adds a command to a menu of the menu bar.
QAction* add_to_menu_bar(QMenu& menu, Canvas& canvas, CanvasCommand command);

}  // namespace loadframe
