#pragma once

#include "diagram/painter.h"

/// Dots: calls on their way. Told apart by shape as well as by colour.
namespace loadframe {

inline constexpr std::size_t dot_looks = 6;

QColor color_of(const Theme& theme, Dot::Look look);

/// Answers are rings, failures larger and crossed, checks small and hollow.
void paint_dot(QPainter& painter, const Theme& theme, Dot::Look look, QPointF center, double radius);

}  // namespace loadframe
