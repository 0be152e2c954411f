#pragma once

#include "architecture/architecture.h"
#include "diagram/route_search.h"

#include <QPainterPath>

#include <memory>
#include <unordered_map>
#include <vector>

/// Which ways links take across the canvas.
namespace loadframe {

/// The ways of all links, by place in the architecture's links. A way is empty if an end is missing.
struct Routes {
  std::vector<LinkId> links;
  std::vector<QPainterPath> paths;
  std::vector<QRectF> bounds;  ///< around each path

  static constexpr std::size_t no_place = static_cast<std::size_t>(-1);
  std::size_t place_of(LinkId link) const;
  /// Empty for a link that has none.
  QPainterPath path_of(LinkId link) const;
};

/// Leads links around components, notes and the titles of areas: as curves between the sides that face each other
/// where nothing is in between, else by square ways, rounded off; all of them square if asked for. Ends on
/// one side of a component stand apart, in the order in which they cross least, and so do ways through one gap.
///
/// A router remembers what it found, so that after an edit only what it touches is led anew; the result is the same
/// as from scratch.
class Router {
public:
  /// @returns the routes as of now; the same pointer as before if neither they nor what is around them has changed
  std::shared_ptr<const Routes> follow(const Architecture& architecture, LinkStyle style);

private:
  struct Plan {  ///< which sides, as if each link were alone
    Side from = Side::right;
    Side to = Side::left;
    std::pair<double, double> from_key, to_key;  ///< the order among the ends of a side
    LookedAt looked_at;
  };
  struct Entry {
    ComponentId caller, callee;
    QRectF from, to;
    bool planned = false;
    Plan plan;
    Port from_port, to_port;
    bool led = false;
    std::vector<QPointF> way;  ///< before ways are laid apart; none: a curve
    LookedAt looked_at;
    std::vector<QPointF> drawn_way;
    Port drawn_from, drawn_to;
    QPainterPath path;
  };
  /// What is in the way, by a number of its own.
  using Boxes = std::vector<std::pair<std::uint64_t, QRectF>>;

  std::vector<QRectF> take_boxes(const Architecture& architecture);
  void take_links(const Architecture& architecture, const std::vector<QRectF>& changed);
  Plan plan(const QRectF& from, int from_obstacle, const QRectF& to, int to_obstacle) const;
  void place_ports();
  void lead(Entry& entry) const;
  bool draw(const std::vector<std::vector<QPointF>>& ways);

  LinkStyle style_ = LinkStyle::curved;
  Boxes boxes_;
  Obstacles obstacles_;
  std::unordered_map<std::uint32_t, int> obstacle_of_;  ///< by component
  std::vector<LinkId> links_;
  std::vector<Entry> entries_;  ///< by place in the architecture's links
  std::shared_ptr<const Routes> routes_ = std::make_shared<const Routes>();
};

/// The routes of all links, from scratch.
std::shared_ptr<const Routes> routes_of(const Architecture& architecture, LinkStyle style = LinkStyle::curved);

/// The curved way of one link, from scratch: where no routes are at hand (the canvas has those that it shows).
QPainterPath path_of(const Architecture& architecture, const Link& link);

/// Plain curves that go around nothing: at once, for the time until the routes of a large document are found.
std::shared_ptr<const Routes> hasty_routes(const Architecture& architecture, const Routes& before);

/// The curve of a wire being drawn from a component to a point.
QPainterPath path_to(const Architecture& architecture, ComponentId caller, QPointF end);

}  // namespace loadframe
