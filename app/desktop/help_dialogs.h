#pragma once

class QMainWindow;

namespace loadframe {

/// Lists what keys and the mouse do: the menus' shortcuts and the canvas's own.
void show_shortcuts(QMainWindow& window);

/// Tells what every kind of component and area is, and what can be done to them in a run.
void show_catalogue(QMainWindow& window);

void show_about(QMainWindow& window);

}  // namespace loadframe
