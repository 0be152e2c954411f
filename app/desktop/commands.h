#pragma once

#include <QIcon>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QMenu;

namespace loadframe {

class MainWindow;

/// Something that the program can do now.
struct Command {
  QString id;     ///< the same from run to run of the program
  QString title;  ///< "Save as…", "Go to web-1"
  QString place;  ///< where else it is found: "File", "Load balancer"
  QString keys;
  QIcon icon;
  bool enabled = true;
  QString why_not = {};  ///< what to do so that it becomes possible; may be empty
  double score = 0;      ///< how well it answers what was typed, for those made from it
  std::function<void()> does = nullptr;
};

struct Commands {
  std::vector<Command> all;
  std::shared_ptr<QMenu> kept;  ///< owns actions that some of them trigger
};

/// Everything in the menus, kinds to add, elements to go to, and what can be set and done about the one selected.
Commands commands_of(MainWindow& window);

}  // namespace loadframe
