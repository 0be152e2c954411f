#pragma once

class QMenu;

namespace loadframe {

class Appearance;
class Canvas;

/// Text size and motion as they were chosen last.
void restore_view_options(Appearance& appearance);

/// Menu items to choose them, which are remembered. The canvas grows along with text.
void add_view_options(QMenu& menu, Appearance& appearance, Canvas& canvas);

}  // namespace loadframe
