#pragma once

class QMenu;

namespace loadframe {

class Canvas;

/// Tidying up, and how links are drawn.
void add_layout_actions(QMenu& menu, Canvas& canvas);

/// The overview in the canvas's corner.
void add_minimap_action(QMenu& menu, Canvas& canvas);

}  // namespace loadframe
