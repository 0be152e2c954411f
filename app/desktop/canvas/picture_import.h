#pragma once

#include "architecture/picture.h"

#include <QSizeF>

class QMimeData;
class QWidget;

/// Pictures that come from other programs.
namespace loadframe {

/// Whether there is an image, or one file that should be one.
bool holds_picture(const QMimeData& data);

/// Reads it in the background; one that is too large for a layout is scaled down.
Result<Picture> picture_from(const QMimeData& data, QWidget& window);

/// How large it is put onto the canvas, with its frame.
QSizeF size_on_canvas(const Picture& picture);

}  // namespace loadframe
