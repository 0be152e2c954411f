#pragma once

#include <QPainter>
#include <QPolygonF>

namespace loadframe {

/// The measured values from point to point, with the painter's pen. On the screen a solid line is drawn in pieces: Qt's
/// rasteriser takes several times as long for one path of many points. Elsewhere (SVG, PDF) it is one line, which
/// others can edit.
void draw_curve(QPainter& painter, const QPolygonF& points);

}  // namespace loadframe
