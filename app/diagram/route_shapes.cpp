#include "diagram/route_shapes.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double side_by_side_gap = 32;  ///< from this gap on, links leave to the left or right
constexpr double least_reach = 24;       ///< how far a curve runs straight out of its component
constexpr double curved_radius = 30;
constexpr double square_radius = 9;

double dot(QPointF a, QPointF b) { return QPointF::dotProduct(a, b); }

}  // namespace

std::pair<Side, Side> facing_sides(const QRectF& from, const QRectF& to) {
  const double horizontal_gap = std::max(to.left() - from.right(), from.left() - to.right());
  const double vertical_gap = std::max(to.top() - from.bottom(), from.top() - to.bottom());
  if (horizontal_gap >= side_by_side_gap || horizontal_gap >= vertical_gap) {
    const Side side = to.center().x() >= from.center().x() ? Side::right : Side::left;
    return {side, opposite(side)};
  }
  const Side side = to.center().y() >= from.center().y() ? Side::bottom : Side::top;
  return {side, opposite(side)};
}

QPainterPath curve_between(const Port& from, const Port& to) {
  const QPointF way = to.at - from.at;
  const QPointF out = normal(from.side);
  const QPointF back = normal(to.side);
  const double forward = dot(way, out);
  double from_reach = std::max(std::abs(forward) / 2, least_reach);
  double to_reach = std::max(std::abs(dot(way, back)) / 2, least_reach);
  if (from.side == to.side) {
    // Both out on the same side: as far as the distance asks for, beyond the farther of both.
    const double aside = std::abs(dot(way, QPointF(-out.y(), out.x())));
    const double bulge = std::clamp(aside * 0.35, 44.0, 120.0);
    from_reach = bulge + std::max(0.0, forward);
    to_reach = bulge + std::max(0.0, -forward);
  } else if (is_horizontal(from.side) != is_horizontal(to.side)) {
    from_reach = std::max(std::abs(forward) * 0.6, least_reach);
    to_reach = std::max(std::abs(dot(way, back)) * 0.6, least_reach);
  }
  QPainterPath path(from.at);
  path.cubicTo(from.at + out * from_reach, to.at + back * to_reach, to.at);
  return path;
}

std::vector<QPointF> plain_square_way(const Port& from, const Port& to) {
  const QPointF start = from.at + normal(from.side) * way_clearance;
  const QPointF goal = to.at + normal(to.side) * way_clearance;
  std::vector<QPointF> way{from.at};
  if (is_horizontal(from.side) && is_horizontal(to.side)) {
    double x = (start.x() + goal.x()) / 2;
    if (from.side == to.side)
      x = from.side == Side::right ? std::max(start.x(), goal.x()) : std::min(start.x(), goal.x());
    way.insert(way.end(), {QPointF(x, from.at.y()), QPointF(x, to.at.y())});
  } else if (!is_horizontal(from.side) && !is_horizontal(to.side)) {
    double y = (start.y() + goal.y()) / 2;
    if (from.side == to.side)
      y = from.side == Side::bottom ? std::max(start.y(), goal.y()) : std::min(start.y(), goal.y());
    way.insert(way.end(), {QPointF(from.at.x(), y), QPointF(to.at.x(), y)});
  } else {
    way.push_back(is_horizontal(from.side) ? QPointF(to.at.x(), from.at.y()) : QPointF(from.at.x(), to.at.y()));
  }
  way.push_back(to.at);
  return way;
}

QPainterPath rounded(const std::vector<QPointF>& way, LinkStyle style) {
  const double radius = style == LinkStyle::curved ? curved_radius : square_radius;
  QPainterPath path(way.front());
  for (std::size_t i = 1; i + 1 < way.size(); ++i) {
    const QLineF in(way[i], way[i - 1]);
    const QLineF out(way[i], way[i + 1]);
    // Inner pieces are shared with the next corner; at the ends a little stays straight, for the arrow.
    const double in_room = i == 1 ? in.length() - 2 : in.length() / 2;
    const double out_room = i + 2 == way.size() ? out.length() - 6 : out.length() / 2;
    const double reach = std::min({radius, in_room, out_room});
    if (reach < 0.5) {
      path.lineTo(way[i]);
      continue;
    }
    path.lineTo(in.pointAt(reach / in.length()));
    path.quadTo(way[i], out.pointAt(reach / out.length()));
  }
  path.lineTo(way.back());
  return path;
}

}  // namespace loadframe
