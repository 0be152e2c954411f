#pragma once

#include "architecture/architecture.h"
#include "architecture/result.h"

#include <QSizeF>
#include <QString>
#include <variant>

class QWidget;

namespace loadframe {

/// Puts part of an architecture onto the system's clipboard, as the text of a layout.
void put_on_clipboard(const Architecture& extracted);

/// Part of a layout, a picture, or any other text.
using ClipboardContent = std::variant<Architecture, Picture, QString>;

/// What the clipboard holds; a diagnostic tells why nothing of it can be had. Pictures are read in the background.
Result<ClipboardContent> read_clipboard(QWidget& window);

/// As large as a note must be to show the text, on the canvas.
QSizeF size_of_note(const QString& text);

}  // namespace loadframe
