#pragma once

#include "diagram/route_search.h"

#include <QPainterPath>

#include <utility>

/// What routes look like, whatever is in their way.
namespace loadframe {

/// The sides of two boxes that face each other.
std::pair<Side, Side> facing_sides(const QRectF& from, const QRectF& to);

/// One curve, straight out of one port and straight into the other.
QPainterPath curve_between(const Port& from, const Port& to);

/// Square, with a bend or two, through whatever is there.
std::vector<QPointF> plain_square_way(const Port& from, const Port& to);

/// A square way with its corners rounded off.
QPainterPath rounded(const std::vector<QPointF>& way, LinkStyle style);

}  // namespace loadframe
