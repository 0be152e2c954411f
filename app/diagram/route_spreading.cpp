#include "diagram/route_spreading.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace loadframe {

namespace {

constexpr double look_aside = 60;     ///< for the walls of a gap
constexpr double wall_distance = 6;   ///< at least, of pieces from components
constexpr double port_distance = 10;  ///< at least, of pieces from the ports of their own way
constexpr double usual_spacing = 9;   ///< of pieces beside each other
constexpr double nearly = 0.5;

/// An inner piece of a way: `cross` is where it runs, from `low` to `high`.
struct Piece {
  std::size_t way = 0;
  std::size_t first = 0;  ///< its first point
  bool horizontal = false;
  double cross = 0;
  double low = 0;
  double high = 0;
  double low_turn = 0;  ///< where the way leads to at the low end, across the piece: < 0, > 0
  double high_turn = 0;
  double least = 0;  ///< how far it may be moved
  double most = 0;
};

double cross_of(QPointF point, bool horizontal) { return horizontal ? point.y() : point.x(); }
double along_of(QPointF point, bool horizontal) { return horizontal ? point.x() : point.y(); }

std::vector<Piece> inner_pieces(const std::vector<std::vector<QPointF>>& ways) {
  std::vector<Piece> pieces;
  for (std::size_t way = 0; way < ways.size(); ++way) {
    const auto& points = ways[way];
    for (std::size_t i = 1; i + 2 < points.size(); ++i) {
      Piece piece;
      piece.way = way;
      piece.first = i;
      piece.horizontal = std::abs(points[i].y() - points[i + 1].y()) < nearly;
      piece.cross = cross_of(points[i], piece.horizontal);
      const double begin = along_of(points[i], piece.horizontal);
      const double end = along_of(points[i + 1], piece.horizontal);
      const double before = cross_of(points[i - 1], piece.horizontal) - piece.cross;
      const double after = cross_of(points[i + 2], piece.horizontal) - piece.cross;
      piece.low = std::min(begin, end);
      piece.high = std::max(begin, end);
      piece.low_turn = begin < end ? before : after;
      piece.high_turn = begin < end ? after : before;

      piece.least = piece.cross - look_aside;
      piece.most = piece.cross + look_aside;
      // Not past the neighbours of its own way; what is movable itself gets half of the room.
      for (const auto& [turn, is_end] : {std::pair{before, i == 1}, std::pair{after, i + 3 == points.size()}}) {
        const double room = is_end ? std::max(0.0, std::abs(turn) - port_distance) : std::abs(turn) / 2;
        if (turn < 0) piece.least = std::max(piece.least, piece.cross - room);
        if (turn > 0) piece.most = std::min(piece.most, piece.cross + room);
      }
      pieces.push_back(piece);
    }
  }
  return pieces;
}

/// Into the middle of the gap.
void center(Piece& piece, const Obstacles& obstacles) {
  const double low = piece.low - wall_distance;
  const double high = piece.high + wall_distance;
  const QRectF beside = piece.horizontal ? QRectF(QPointF(low, piece.least), QPointF(high, piece.most))
                                         : QRectF(QPointF(piece.least, low), QPointF(piece.most, high));
  obstacles.for_each_touching(beside, [&](const QRectF& box) {
    const double begins = piece.horizontal ? box.top() : box.left();
    const double ends = piece.horizontal ? box.bottom() : box.right();
    if (ends <= piece.cross) piece.least = std::max(piece.least, std::min(piece.cross, ends + wall_distance));
    else if (begins >= piece.cross) piece.most = std::min(piece.most, std::max(piece.cross, begins - wall_distance));
    else piece.least = piece.most = piece.cross;  // it runs through a box as it is
  });
  piece.cross = (piece.least + piece.most) / 2;
}

/// Whether a piece should run before another (above it, to the left of it): negative, or after it: positive.
int order(const Piece& a, const Piece& b) {
  int votes = 0;
  const auto vote = [&votes](double turn, int inner) { votes += turn < -nearly ? -inner : turn > nearly ? inner : 0; };
  // Who ends within the other's reach should lie on the side that it turns to.
  if (a.high < b.high - nearly) vote(a.high_turn, 1);
  else if (b.high < a.high - nearly) vote(b.high_turn, -1);
  else vote(a.high_turn - b.high_turn, 1);
  if (a.low > b.low + nearly) vote(a.low_turn, 1);
  else if (b.low > a.low + nearly) vote(b.low_turn, -1);
  else vote(a.low_turn - b.low_turn, 1);
  return votes;
}

/// Lays pieces that overlap beside each other.
void lay_apart(std::vector<Piece*>& group) {
  if (group.size() < 2) return;
  constexpr std::size_t most_compared = 64;
  std::vector<std::pair<int, Piece*>> ranked;
  for (Piece* const piece : group) {
    int rank = 0;
    if (group.size() <= most_compared)
      for (const Piece* const other : group) rank += piece == other ? 0 : order(*piece, *other);
    else rank = piece->high_turn + piece->low_turn < 0 ? -1 : 1;
    ranked.emplace_back(rank, piece);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  double least = ranked.front().second->least;
  double most = ranked.front().second->most;
  double middle = 0;
  for (const auto& [rank, piece] : ranked) {
    least = std::max(least, piece->least);
    most = std::min(most, piece->most);
    middle += piece->cross / static_cast<double>(ranked.size());
  }
  const double room = std::max(0.0, most - least);
  const double gaps = static_cast<double>(ranked.size()) - 1;
  const double spacing = std::min(usual_spacing, room / gaps);
  const double half = spacing * gaps / 2;
  middle = room > 0 ? std::clamp(middle, least + half, std::max(least + half, most - half)) : middle;
  double at = middle - half;
  for (const auto& [rank, piece] : ranked) {
    piece->cross = std::clamp(at, piece->least, piece->most);
    at += spacing;
  }
}

}  // namespace

void spread(std::vector<std::vector<QPointF>>& ways, const Obstacles& obstacles) {
  std::vector<Piece> pieces = inner_pieces(ways);
  std::vector<Piece*> sorted;
  for (Piece& piece : pieces) {
    center(piece, obstacles);
    sorted.push_back(&piece);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Piece* a, const Piece* b) {
    return std::pair(a->horizontal, a->cross) < std::pair(b->horizontal, b->cross);
  });
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && sorted[end]->horizontal == sorted[begin]->horizontal &&
           sorted[end]->cross - sorted[end - 1]->cross < usual_spacing)
      ++end;
    std::vector<Piece*> level(sorted.begin() + static_cast<std::ptrdiff_t>(begin),
                              sorted.begin() + static_cast<std::ptrdiff_t>(end));
    std::stable_sort(level.begin(), level.end(), [](const Piece* a, const Piece* b) { return a->low < b->low; });
    std::vector<Piece*> group;
    double reach = 0;
    for (Piece* const piece : level) {
      if (!group.empty() && piece->low > reach + nearly) {
        lay_apart(group);
        group.clear();
      }
      reach = group.empty() ? piece->high : std::max(reach, piece->high);
      group.push_back(piece);
    }
    lay_apart(group);
    begin = end;
  }
  for (const Piece& piece : pieces) {
    for (const std::size_t place : {piece.first, piece.first + 1}) {
      QPointF& point = ways[piece.way][place];
      if (piece.horizontal) point.setY(piece.cross);
      else point.setX(piece.cross);
    }
  }
}

}  // namespace loadframe
