#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QStringList>

#include <string_view>

/// Line icons, drawn in one colour. Their keys are the names of the files in resources/icons: the keys of kinds
/// and area kinds ("server", "zone"), "note", and the tools' ("run", "zoom-in").
namespace loadframe {

/// The keys of all icons, sorted.
QStringList icon_keys();

/// Draws an icon, as large as fits into the box. An unknown key draws nothing.
void paint_icon(QPainter& painter, const QRectF& box, std::string_view key, const QColor& color);

/// For actions and buttons: sharp at any size and pixel ratio, faint while disabled.
QIcon icon(std::string_view key, const QColor& color);

/// The same with another colour while its action is on (checked).
QIcon icon(std::string_view key, const QColor& color, const QColor& on_color);

}  // namespace loadframe
