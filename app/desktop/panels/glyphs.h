#pragma once

#include "analysis/narration.h"
#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QIcon>
#include <string_view>

/// Small pictures of the panels: kinds on tinted tiles, and the signs on buttons and in lists.
namespace loadframe {

/// A kind's icon on a tile tinted in its colour, as on the cards of the canvas. Sharp at every pixel ratio.
QIcon tile_icon(const Theme& theme, std::string_view key, const QColor& color);
/// The icon alone.
QIcon line_icon(std::string_view key, const QColor& color);
/// The icon and colour of a component or area; links and notes have signs of their own.
QColor color_of(const Theme& theme, const Architecture& architecture, const ElementId& element);
std::string_view icon_key(const Architecture& architecture, const ElementId& element);

/// A small arrow: something opens here. Pointing right: it is folded.
QIcon chevron_icon(const QColor& color, Qt::ArrowType direction = Qt::DownArrow);

enum class Sign { run, pause, step, restart, add, remove, reset, neutral, good, warning, bad };
QIcon sign_icon(Sign sign, const QColor& color);
void paint_sign(QPainter& painter, const QRectF& box, Sign sign, const QColor& color);

Sign sign_of(Tone tone);
Sign sign_of(Severity severity);
QColor color_of(const Theme& theme, Tone tone);
QColor color_of(const Theme& theme, Severity severity);

}  // namespace loadframe
