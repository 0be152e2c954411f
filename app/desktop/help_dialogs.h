#pragma once

class QMainWindow;

namespace loadframe {

/// Lists what keys and the mouse do: the menus' shortcuts and the canvas's own.
void show_shortcuts(QMainWindow& window);

void show_about(QMainWindow& window);

}  // namespace loadframe
