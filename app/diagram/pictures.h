#pragma once

#include "architecture/picture.h"

#include <QPainter>
#include <QRectF>

/// Pictures that people put on the canvas.
namespace loadframe {

/// Its own size, in pixels; empty if it cannot be shown.
QSizeF size_of(const Picture& picture);

/// Paints it as large as fits into the box, in its middle and undistorted; a broken one as a crossed frame.
void paint_picture(QPainter& painter, const QRectF& box, const Picture& picture, const QColor& frame);

}  // namespace loadframe
