#include "diagram/routing.h"

#include "diagram/geometry.h"
#include "diagram/route_shapes.h"
#include "diagram/route_spreading.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loadframe {

namespace {

constexpr double curve_clearance = 5;   ///< curves come no nearer to a component
constexpr double corner_distance = 14;  ///< of ports from the ends of a side
constexpr double port_spacing = 16;     ///< of ports, unless there are too many
constexpr double slides_to_be_straight = 24;
constexpr std::size_t many_changes = 48;  ///< boxes; then what is around them all counts as changed
constexpr double least_turn = 60;         ///< a curve around a corner needs this much room each way
constexpr double nearly = 1e-6;

double along_side(QPointF point, Side side) { return is_horizontal(side) ? point.y() : point.x(); }

Port middle_port(const QRectF& box, Side side, int obstacle) { return {middle_of(box, side), side, obstacle}; }

/// A few boxes around a curve and its clearance.
LookedAt parts_of(const QPainterPath& curve) {
  constexpr int parts = 6;
  constexpr double margin = 2 * curve_clearance;
  const QPointF a = curve.elementAt(0);
  const QPointF b = curve.elementAt(1);
  const QPointF c = curve.elementAt(2);
  const QPointF d = curve.elementAt(3);
  const auto between = [](QPointF from, QPointF to, double share) { return from + (to - from) * share; };
  LookedAt looked_at;
  QPointF start = a;
  QPointF first = b;
  QPointF second = c;
  for (int part = parts; part > 0; --part) {  // cuts off the first of so many parts of the rest
    const double share = 1.0 / part;
    const QPointF ab = between(start, first, share);
    const QPointF bc = between(first, second, share);
    const QPointF cd = between(second, d, share);
    const QPointF abc = between(ab, bc, share);
    const QPointF bcd = between(bc, cd, share);
    const QPointF cut = between(abc, bcd, share);
    const auto [left, right] = std::minmax({start.x(), ab.x(), abc.x(), cut.x()});
    const auto [top, bottom] = std::minmax({start.y(), ab.y(), abc.y(), cut.y()});
    looked_at.add(QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-margin, -margin, margin, margin));
    start = cut;
    first = bcd;
    second = cd;
  }
  return looked_at;
}

bool is_free(const QPainterPath& curve, const Obstacles& obstacles, int from, int to) {
  const QPointF a = curve.elementAt(0);
  const QPointF b = curve.elementAt(1);
  const QPointF c = curve.elementAt(2);
  const QPointF d = curve.elementAt(3);
  constexpr double step = 16;
  const double length = std::hypot(b.x() - a.x(), b.y() - a.y()) + std::hypot(c.x() - b.x(), c.y() - b.y()) +
                        std::hypot(d.x() - c.x(), d.y() - c.y());
  const int steps = std::clamp(static_cast<int>(length / step), 6, 96);
  QPointF last = a;
  for (int i = 1; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    const double u = 1 - t;
    const QPointF at = a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
    const QRectF piece(QPointF(std::min(last.x(), at.x()), std::min(last.y(), at.y())),
                       QPointF(std::max(last.x(), at.x()), std::max(last.y(), at.y())));
    if (obstacles.touches(piece.adjusted(-curve_clearance, -curve_clearance, curve_clearance, curve_clearance), from,
                          to))
      return false;
    last = at;
  }
  return true;
}

/// A curve that leaves one box and enters the other as it should: not through either of them.
bool leads_outward(const Port& from, const Port& to) {
  const QPointF way = to.at - from.at;
  const double out = QPointF::dotProduct(way, normal(from.side));
  const double in = -QPointF::dotProduct(way, normal(to.side));
  if (from.side == to.side) return true;
  if (from.side == opposite(to.side)) return out > 0;
  return out > least_turn && in > least_turn;
}

/// Pairs of sides to try after those that face each other.
std::array<std::pair<Side, Side>, 4> other_sides(const QRectF& from, const QRectF& to, Side facing) {
  const Side vertical = to.center().y() >= from.center().y() ? Side::bottom : Side::top;
  const Side horizontal = to.center().x() >= from.center().x() ? Side::right : Side::left;
  if (is_horizontal(facing))
    return {std::pair{vertical, opposite(horizontal)}, std::pair{horizontal, opposite(vertical)},
            std::pair{Side::bottom, Side::bottom}, std::pair{Side::top, Side::top}};
  return {std::pair{horizontal, horizontal}, std::pair{opposite(horizontal), opposite(horizontal)},
          std::pair{horizontal, opposite(vertical)}, std::pair{vertical, opposite(horizontal)}};
}

struct End {
  int component = 0;
  Side side = Side::right;
  std::pair<double, double> key;
  std::size_t link = 0;
  bool is_from = false;
  double at = 0;  ///< along the side
};

bool is_straight(const Port& from, const Port& to) {
  return from.side == opposite(to.side) &&
         std::abs(along_side(from.at, from.side) - along_side(to.at, to.side)) < nearly;
}

}  // namespace

std::size_t Routes::place_of(LinkId link) const {
  // Nearly always they stand in the order of their ids.
  auto found = std::lower_bound(links.begin(), links.end(), link);
  if (found == links.end() || *found != link) found = std::find(links.begin(), links.end(), link);
  return found == links.end() ? no_place : static_cast<std::size_t>(found - links.begin());
}

QPainterPath Routes::path_of(LinkId link) const {
  const std::size_t place = place_of(link);
  return place == no_place ? QPainterPath() : paths[place];
}

std::shared_ptr<const Routes> Router::follow(const Architecture& architecture, LinkStyle style) {
  if (style_ != style) {
    entries_.clear();
    links_.clear();
  }
  style_ = style;
  const std::vector<QRectF> changed = take_boxes(architecture);
  take_links(architecture, changed);
  place_ports();
  std::vector<std::vector<QPointF>> ways;
  ways.reserve(entries_.size());
  for (Entry& entry : entries_) {
    if (entry.planned && !entry.led) lead(entry);
    ways.push_back(entry.way);
  }
  spread(ways, obstacles_);
  const bool redrawn = draw(ways);
  if (!redrawn && changed.empty() && routes_->links == links_) return routes_;
  auto routes = std::make_shared<Routes>();
  routes->links = links_;
  routes->paths.reserve(entries_.size());
  routes->bounds.reserve(entries_.size());
  for (const Entry& entry : entries_) {
    routes->paths.push_back(entry.path);
    routes->bounds.push_back(entry.path.controlPointRect());
  }
  routes_ = routes;
  return routes_;
}

/// @returns where boxes have come or gone
std::vector<QRectF> Router::take_boxes(const Architecture& architecture) {
  Boxes boxes;
  const auto number = [](std::uint32_t id, unsigned what) { return (std::uint64_t{what} << 32) | id; };
  for (const Component& component : architecture.components)
    boxes.emplace_back(number(component.id.value, 0), rectangle_of(component));
  unsigned part = 1;
  for (const Area& area : architecture.areas) {
    part = 1;
    for (const QRectF& text : title_boxes(area)) boxes.emplace_back(number(area.id.value, part++), text);
  }
  for (const Note& note : architecture.notes) boxes.emplace_back(number(note.id.value, 3), rectangle_of(note));
  std::sort(boxes.begin(), boxes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (boxes == boxes_) return {};

  std::vector<QRectF> changed;
  auto before = boxes_.begin();
  for (const auto& [id, box] : boxes) {
    for (; before != boxes_.end() && before->first < id; ++before) changed.push_back(before->second);
    if (before != boxes_.end() && before->first == id) {
      if (before->second != box) changed.insert(changed.end(), {before->second, box});
      ++before;
    } else {
      changed.push_back(box);
    }
  }
  for (; before != boxes_.end(); ++before) changed.push_back(before->second);
  if (changed.size() > many_changes) {
    QRectF all;
    for (const QRectF& box : changed) all |= box;
    changed = {all};
  }

  boxes_ = std::move(boxes);
  std::vector<QRectF> rectangles;
  obstacle_of_.clear();
  for (const auto& [id, box] : boxes_) {
    if (id >> 32 == 0) obstacle_of_[static_cast<std::uint32_t>(id)] = static_cast<int>(rectangles.size());
    rectangles.push_back(box);
  }
  obstacles_ = Obstacles(std::move(rectangles));
  return changed;
}

void Router::take_links(const Architecture& architecture, const std::vector<QRectF>& changed) {
  std::vector<Entry> before = std::move(entries_);
  std::unordered_map<std::uint32_t, std::size_t> place_before;
  for (std::size_t place = 0; place < links_.size(); ++place) place_before[links_[place].value] = place;
  entries_.clear();
  entries_.reserve(architecture.links.size());
  links_.clear();
  const auto is_touched = [&changed](const LookedAt& looked_at) {
    return std::any_of(changed.begin(), changed.end(), [&](const QRectF& box) { return looked_at.is_touched_by(box); });
  };
  for (const Link& link : architecture.links) {
    links_.push_back(link.id);
    const auto known = place_before.find(link.id.value);
    Entry& entry = entries_.emplace_back(known == place_before.end() ? Entry() : std::move(before[known->second]));
    const auto caller = obstacle_of_.find(link.caller.value);
    const auto callee = obstacle_of_.find(link.callee.value);
    entry.caller = link.caller;
    entry.callee = link.callee;
    if (caller == obstacle_of_.end() || callee == obstacle_of_.end()) {
      entry = {};
      continue;
    }
    const QRectF& from = obstacles_.box(caller->second);
    const QRectF& to = obstacles_.box(callee->second);
    if (!entry.planned || entry.from != from || entry.to != to || is_touched(entry.plan.looked_at)) {
      entry.from = from;
      entry.to = to;
      entry.plan = plan(from, caller->second, to, callee->second);
      entry.planned = true;
      entry.led = false;
    } else if (entry.led && is_touched(entry.looked_at)) {
      entry.led = false;
    }
    // Numbers of obstacles are those of this time.
    entry.from_port.obstacle = entry.drawn_from.obstacle = caller->second;
    entry.to_port.obstacle = entry.drawn_to.obstacle = callee->second;
  }
}

Router::Plan Router::plan(const QRectF& from, int from_obstacle, const QRectF& to, int to_obstacle) const {
  Plan plan;
  const auto take = [&](std::pair<Side, Side> sides, const std::vector<QPointF>& way) {
    std::tie(plan.from, plan.to) = sides;
    plan.from_key.first = along_side(to.center(), plan.from);
    plan.to_key.first = along_side(from.center(), plan.to);
    plan.from_key.second = plan.from_key.first;
    plan.to_key.second = plan.to_key.first;
    if (way.size() < 4) return;
    plan.from_key.first = along_side(way[2], plan.from);
    plan.to_key.first = along_side(way[way.size() - 3], plan.to);
  };
  const std::pair<Side, Side> facing = facing_sides(from, to);
  if (from_obstacle == to_obstacle) {
    take({Side::right, Side::top}, {});
    return plan;
  }
  const auto others = other_sides(from, to, facing.first);
  const auto ports = [&](std::pair<Side, Side> sides) {
    return std::pair{middle_port(from, sides.first, from_obstacle), middle_port(to, sides.second, to_obstacle)};
  };
  const auto curves = [&](std::pair<Side, Side> sides) {
    const auto [start, end] = ports(sides);
    if (!leads_outward(start, end)) return false;
    const QPainterPath curve = curve_between(start, end);
    plan.looked_at.add(parts_of(curve));
    return is_free(curve, obstacles_, from_obstacle, to_obstacle);
  };
  if (style_ == LinkStyle::curved) {
    if (curves(facing)) {
      take(facing, {});
      return plan;
    }
    for (const auto& sides : {others[0], others[1]}) {
      if (!curves(sides)) continue;
      take(sides, {});
      return plan;
    }
  }
  std::optional<SquareWay> best;
  std::pair<Side, Side> best_sides = facing;
  const auto consider = [&](std::pair<Side, Side> sides, Squeeze squeeze) {
    const auto [start, end] = ports(sides);
    SearchResult found = search_way(obstacles_, start, end, squeeze);
    plan.looked_at.add(found.looked_at);
    if (!found.way || (best && best->cost <= found.way->cost)) return;
    best = std::move(found.way);
    best_sides = sides;
  };
  consider(facing, Squeeze::yes);
  if (!best || best->points.size() > 4)
    for (const auto& sides : others) consider(sides, Squeeze::no);
  take(best_sides, best ? best->points : std::vector<QPointF>());
  return plan;
}

/// Spreads the ends on each side of each component.
void Router::place_ports() {
  std::vector<End> ends;
  ends.reserve(2 * entries_.size());
  for (std::size_t place = 0; place < entries_.size(); ++place) {
    const Entry& entry = entries_[place];
    if (!entry.planned) continue;
    ends.push_back({entry.from_port.obstacle, entry.plan.from, entry.plan.from_key, place, true});
    ends.push_back({entry.to_port.obstacle, entry.plan.to, entry.plan.to_key, place, false});
  }
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
    return std::tie(a.component, a.side, a.key, a.link, a.is_from) <
           std::tie(b.component, b.side, b.key, b.link, b.is_from);
  });
  std::vector<std::size_t> alone;  ///< ends that have their side for themselves
  for (std::size_t begin = 0; begin < ends.size();) {
    std::size_t end = begin + 1;
    while (end < ends.size() && ends[end].component == ends[begin].component && ends[end].side == ends[begin].side)
      ++end;
    const QRectF& box = obstacles_.box(ends[begin].component);
    const double middle = along_side(box.center(), ends[begin].side);
    const double room = (is_horizontal(ends[begin].side) ? box.height() : box.width()) - 2 * corner_distance;
    const double gaps = static_cast<double>(end - begin) - 1;
    const double spacing = gaps > 0 ? std::min(port_spacing, room / gaps) : 0;
    for (std::size_t i = begin; i < end; ++i)
      ends[i].at = middle + (static_cast<double>(i - begin) - gaps / 2) * spacing;
    if (end - begin == 1) alone.push_back(begin);
    begin = end;
  }

  // By link: its two ends.
  std::vector<std::pair<std::size_t, std::size_t>> of_link(entries_.size());
  for (std::size_t i = 0; i < ends.size(); ++i)
    (ends[i].is_from ? of_link[ends[i].link].first : of_link[ends[i].link].second) = i;
  std::vector<bool> is_alone(ends.size());
  for (const std::size_t i : alone) is_alone[i] = true;
  for (const std::size_t i : alone) {
    const std::size_t partner = ends[i].is_from ? of_link[ends[i].link].second : of_link[ends[i].link].first;
    if (ends[i].side != opposite(ends[partner].side)) continue;
    if (is_alone[partner] && partner < i) continue;
    const double apart = ends[partner].at - ends[i].at;
    if (std::abs(apart) > slides_to_be_straight) continue;
    const double by = is_alone[partner] ? apart / 2 : apart;
    ends[i].at += by;
    if (is_alone[partner]) ends[partner].at = ends[i].at;
  }

  for (const End& end : ends) {
    Entry& entry = entries_[end.link];
    Port& port = end.is_from ? entry.from_port : entry.to_port;
    const QRectF& box = obstacles_.box(end.component);
    QPointF at = middle_of(box, end.side);
    if (is_horizontal(end.side)) at.setY(end.at);
    else at.setX(end.at);
    const Port placed{at, end.side, end.component};
    if (port == placed) continue;
    port = placed;
    entry.led = false;
  }
}

void Router::lead(Entry& entry) const {
  entry.led = true;
  entry.way.clear();
  const Port& from = entry.from_port;
  const Port& to = entry.to_port;
  entry.looked_at = {};
  if (style_ == LinkStyle::curved || is_straight(from, to)) {
    const QPainterPath curve = curve_between(from, to);
    entry.looked_at = parts_of(curve);
    if (from.obstacle == to.obstacle) return;
    if (leads_outward(from, to) && is_free(curve, obstacles_, from.obstacle, to.obstacle)) return;
  }
  SearchResult found = search_way(obstacles_, from, to, Squeeze::yes);
  entry.looked_at.add(found.looked_at);
  if (found.way) entry.way = std::move(found.way->points);
  else if (style_ == LinkStyle::orthogonal) entry.way = plain_square_way(from, to);
}

/// @returns whether any path has changed
bool Router::draw(const std::vector<std::vector<QPointF>>& ways) {
  bool changed = false;
  for (std::size_t place = 0; place < entries_.size(); ++place) {
    Entry& entry = entries_[place];
    if (!entry.planned) continue;
    const auto& way = ways[place];
    const bool same_ports = entry.drawn_from == entry.from_port && entry.drawn_to == entry.to_port;
    if (!entry.path.isEmpty() && same_ports && entry.drawn_way == way) continue;
    entry.drawn_way = way;
    entry.drawn_from = entry.from_port;
    entry.drawn_to = entry.to_port;
    entry.path = way.empty() ? curve_between(entry.from_port, entry.to_port) : rounded(way, style_);
    changed = true;
  }
  return changed;
}

std::shared_ptr<const Routes> routes_of(const Architecture& architecture, LinkStyle style) {
  return Router().follow(architecture, style);
}

QPainterPath path_of(const Architecture& architecture, const Link& link) {
  return routes_of(architecture)->path_of(link.id);
}

std::shared_ptr<const Routes> hasty_routes(const Architecture& architecture, const Routes& before) {
  std::unordered_map<std::uint32_t, QRectF> boxes;
  for (const Component& component : architecture.components) boxes[component.id.value] = rectangle_of(component);
  std::unordered_map<std::uint32_t, std::size_t> known;
  for (std::size_t place = 0; place < before.links.size(); ++place) known[before.links[place].value] = place;

  auto routes = std::make_shared<Routes>();
  for (const Link& link : architecture.links) {
    routes->links.push_back(link.id);
    QPainterPath path;
    const auto from = boxes.find(link.caller.value);
    const auto to = boxes.find(link.callee.value);
    if (from != boxes.end() && to != boxes.end()) {
      if (const auto place = known.find(link.id.value); place != known.end()) path = before.paths[place->second];
      const auto is_at = [](const QRectF& box, QPointF end) { return box.adjusted(-1, -1, 1, 1).contains(end); };
      if (path.isEmpty() || !is_at(from->second, path.elementAt(0)) || !is_at(to->second, path.currentPosition())) {
        const auto sides = facing_sides(from->second, to->second);
        path = curve_between(middle_port(from->second, sides.first, Obstacles::none),
                             middle_port(to->second, sides.second, Obstacles::none));
      }
    }
    routes->bounds.push_back(path.controlPointRect());
    routes->paths.push_back(std::move(path));
  }
  return routes;
}

QPainterPath path_to(const Architecture& architecture, ComponentId caller, QPointF end) {
  const Component* from = find(architecture, caller);
  if (!from) return {};
  const QRectF box = rectangle_of(*from);
  const auto sides = facing_sides(box, QRectF(end, QSizeF(0, 0)));
  return curve_between(middle_port(box, sides.first, Obstacles::none), {end, sides.second, Obstacles::none});
}

}  // namespace loadframe
