#pragma once

#include "architecture/architecture.h"

#include <QPoint>
#include <QPointF>

class QMenu;

namespace loadframe {

class Canvas;

/// What can be done with the element under the pointer, or with all that is selected if it is part of that; none: with
/// the bare canvas.
void fill_context_menu(QMenu& menu, Canvas& canvas, const ElementId& element, QPointF on_canvas, QPoint global);

}  // namespace loadframe
