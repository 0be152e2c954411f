#pragma once

#include <QFrame>

#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QTimer>

#include <cstdint>
#include <unordered_map>
#include <vector>

class QTreeWidget;
class QTreeWidgetItem;

namespace loadframe {

class Appearance;
class Canvas;
class LiveRun;

/// What a run says of a component, in a word.
struct LiveCell {
  QString text;
  QColor Theme::*color;

  friend bool operator==(const LiveCell&, const LiveCell&) = default;
};

/// By the component's id.
using LiveCells = std::unordered_map<std::uint32_t, LiveCell>;

/// The architecture as a tree: areas hold what stands in them, components their links, in the order in which requests
/// come to them. The selection is the canvas's; everything can be done by the keyboard.
class OutlinePanel : public QFrame {
  Q_OBJECT

public:
  OutlinePanel(Canvas& canvas, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

protected:
  void showEvent(QShowEvent* event) override;

private:
  void rebuild_soon();
  void rebuild();
  void show_live();
  void widen_live_column();
  void take_selection();
  void give_selection();
  void rename_from(QTreeWidgetItem* item);
  void show_menu(QPoint at);

  Canvas& canvas_;
  LiveRun& run_;
  const Appearance& appearance_;
  QTreeWidget* tree_ = nullptr;
  LiveCells live_cells_;
  QTimer rebuild_due_;
  QTimer live_due_;
  bool filling_ = false;
};

/// Components in the order in which requests come to them: callers before what they call.
std::vector<ComponentId> along_the_flow(const Architecture& architecture);

}  // namespace loadframe
