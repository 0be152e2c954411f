#pragma once

class QMenuBar;

namespace loadframe {

class Appearance;
class Canvas;
class Document;
class FileActions;
class LiveRun;
class MainWindow;
class Windows;

/// Everything that the menus and their shortcuts act on.
struct MenuTargets {
  MainWindow& window;
  Document& document;
  Canvas& canvas;
  FileActions& files;
  LiveRun& live_run;
  Appearance& appearance;
  Windows& windows;
};

/// Fills the window's menu bar. Shortcuts work from everywhere in the window.
void build_menus(QMenuBar& bar, const MenuTargets& targets);

}  // namespace loadframe
