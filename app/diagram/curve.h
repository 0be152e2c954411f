#pragma once

#include <QPainter>
#include <QPolygonF>

namespace loadframe {

/// The measured values from point to point, with the painter's pen. On the screen in pieces: Qt's rasteriser takes
/// several times as long for one path of many points. Elsewhere (SVG, PDF) as one line, which others can edit.
void draw_curve(QPainter& painter, const QPolygonF& points);

}  // namespace loadframe
