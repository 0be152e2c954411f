#pragma once

#include "diagram/obstacles.h"

#include <optional>

namespace loadframe {

/// How links are drawn: as curves where nothing is in their way, or all of horizontal and vertical pieces.
enum class LinkStyle : std::uint8_t { curved, orthogonal };

/// Where a link leaves or enters a component.
struct Port {
  QPointF at;
  Side side = Side::right;
  int obstacle = Obstacles::none;  ///< the component's
  friend bool operator==(const Port&, const Port&) = default;
};

/// A way of horizontal and vertical pieces.
struct SquareWay {
  std::vector<QPointF> points;  ///< from port to port; neighbours differ in one coordinate
  double cost = 0;              ///< its length and its bends
};

/// Parts of the canvas that something depends on: as long as no box in there changes, it stays.
class LookedAt {
public:
  void add(const QRectF& part);
  void add(const LookedAt& other);
  bool is_touched_by(const QRectF& box) const;

private:
  QRectF around_;
  std::vector<QRectF> parts_;
};

struct SearchResult {
  std::optional<SquareWay> way;
  LookedAt looked_at;
};

/// How far ways keep away from components, unless there is too little room.
inline constexpr double way_clearance = 14;

/// Whether a way may squeeze through where there is less room than its clearance, if there is no other.
enum class Squeeze { no, yes };

/// Looks for a short way with few bends around the obstacles.
SearchResult search_way(const Obstacles& obstacles, const Port& from, const Port& to, Squeeze squeeze);

}  // namespace loadframe
