#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <QStringList>

/// Text on the diagram. On devices that cannot hold a font (SVG) it becomes outlines.
namespace loadframe {

/// Where the baseline of a line goes whose capitals stand in the middle of this height.
double baseline_at(double middle, const QFont& font);

/// One line, elided to the box's width, its capitals in the middle of the box's height.
void draw_line(QPainter& painter, const QRectF& box, Qt::AlignmentFlag alignment, const QString& text, const QFont& font,
               const QColor& color);

/// Wrapped to the box's width; what does not fit into its height is left out, with an ellipsis.
void draw_paragraph(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, const QColor& color);

/// "a · b · c", without as many of the last parts as do not fit into the width.
QString fitting_parts(const QStringList& parts, const QFont& font, double width);

double width_of(const QString& text, const QFont& font);

}  // namespace loadframe
