#pragma once

#include "canvas/palette_item.h"

#include <QPainter>

namespace loadframe {

class Canvas;

/// The link at a point that a new component of the kind could be put onto; none otherwise.
LinkId link_to_split(const Canvas& canvas, QPointF at, const PaletteItem& item);
/// The same for a component that is moved there: only one that has no links yet, so that nothing is rewired by chance.
LinkId link_to_split(const Canvas& canvas, QPointF at, ComponentId moved);

void paint_link_to_split(QPainter& painter, const Canvas& canvas, const Link& link);

/// "Insert between users-1 and lb-1".
QString text_of_split(const Architecture& architecture, const Link& link);

}  // namespace loadframe
