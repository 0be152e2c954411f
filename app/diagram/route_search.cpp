#include "diagram/route_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

namespace loadframe {

namespace {

constexpr double bend_cost = 36;
constexpr double detour_room = 420;      ///< around both ends, to look for a way in
constexpr std::size_t most_turns = 160;  ///< looked at; then there is no way worth it
constexpr double tight_clearance = 5;
constexpr double nearly = 1e-6;

/// A place where the way turns, about to lead on.
struct Turn {
  QPointF at;
  Side direction = Side::right;
  int pivot = Obstacles::none;  ///< being gone around
  double cost = 0;
  int before = -1;
};

struct Candidate {
  double estimate = 0;
  int turn = 0;
  bool operator>(const Candidate& other) const {
    return estimate != other.estimate ? estimate > other.estimate : turn > other.turn;
  }
};

QRectF around(QPointF a, QPointF b, double margin) {
  return QRectF(QPointF(std::min(a.x(), b.x()), std::min(a.y(), b.y())),
                QPointF(std::max(a.x(), b.x()), std::max(a.y(), b.y())))
      .adjusted(-margin, -margin, margin, margin);
}

double along(QPointF point, Side direction) {
  const QPointF out = normal(direction);
  return point.x() * out.x() + point.y() * out.y();
}

/// Goes on from turn to turn, cheapest first. A way turns only where it must or may gain: in front of a box, past the
/// ends of the box that it goes around, and where it is level with its end.
class Search {
public:
  Search(const Obstacles& obstacles, const Port& from, const Port& to, double clearance)
      : obstacles_(obstacles), from_(from), to_(to), clearance_(clearance) {
    start_ = from.at + normal(from.side) * clearance;
    goal_ = to.at + normal(to.side) * clearance;
    room_ = around(from.at, to.at, detour_room);
    looked_at_.add(around(from.at, start_, Obstacles::most_clearance));
    looked_at_.add(around(to.at, goal_, Obstacles::most_clearance));
  }

  SearchResult run() {
    if (!is_free_stub(from_, start_) || !is_free_stub(to_, goal_)) return {std::nullopt, looked_at_};
    push({start_, from_.side, from_.obstacle, clearance_, -1});
    for (const Side side : across(from_.side)) push({start_, side, from_.obstacle, clearance_ + bend_cost, -1});
    std::size_t looked = 0;
    while (!open_.empty() && looked < most_turns) {
      const int turn = open_.top().turn;
      open_.pop();
      if (turn == arrival_) return {way(), looked_at_};
      if (was_looked_at(turn)) continue;
      ++looked;
      go_on(turn);
    }
    return {std::nullopt, looked_at_};
  }

private:
  static std::array<Side, 2> across(Side side) {
    return is_horizontal(side) ? std::array{Side::top, Side::bottom} : std::array{Side::left, Side::right};
  }

  /// The short piece right outside a component must not run into its neighbour.
  bool is_free_stub(const Port& port, QPointF end) {
    return !obstacles_.touches(around(port.at, end, 0.5), port.obstacle, Obstacles::none);
  }

  void push(const Turn& turn) {
    const double rest = std::abs(turn.at.x() - goal_.x()) + std::abs(turn.at.y() - goal_.y());
    const bool straight = std::abs(turn.at.x() - goal_.x()) < nearly || std::abs(turn.at.y() - goal_.y()) < nearly;
    turns_.push_back(turn);
    open_.push({turn.cost + rest + (straight ? 0 : bend_cost), static_cast<int>(turns_.size()) - 1});
  }

  /// Whether another way has led through there already, in that direction; from now on it has.
  bool was_looked_at(int place) {
    const Turn& turn = turns_[static_cast<std::size_t>(place)];
    const auto mixed = (static_cast<std::uint64_t>(std::llround(turn.at.x() * 8)) * 0x9E3779B97F4A7C15U) ^
                       (static_cast<std::uint64_t>(std::llround(turn.at.y() * 8)) * 0xC2B2AE3D27D4EB4FU) ^
                       (static_cast<std::uint64_t>(turn.direction) * 0x165667B19E3779F9U);
    std::size_t slot = (mixed >> 40) % looked_.size();
    while (looked_[slot] != 0) {  // places, from 1 on; never more than a third of the table
      const Turn& other = turns_[static_cast<std::size_t>(looked_[slot] - 1)];
      if (other.direction == turn.direction && other.at == turn.at) return true;
      slot = (slot + 1) % looked_.size();
    }
    looked_[slot] = place + 1;
    return false;
  }

  void go_on(int place) {
    const Turn turn = turns_[static_cast<std::size_t>(place)];
    const Side direction = turn.direction;
    const QPointF out = normal(direction);
    const double limit = direction == Side::right    ? room_.right() - turn.at.x()
                         : direction == Side::left   ? turn.at.x() - room_.left()
                         : direction == Side::bottom ? room_.bottom() - turn.at.y()
                                                     : turn.at.y() - room_.top();
    const Obstacles::Hit hit = obstacles_.look(turn.at, direction, limit, clearance_);
    looked_at_.add(around(turn.at, turn.at + out * hit.distance, Obstacles::most_clearance));

    const double to_goal = along(goal_ - turn.at, direction);
    const QPointF level = turn.at + out * to_goal;
    if (to_goal >= -nearly && to_goal <= hit.distance + nearly) {
      const bool at_goal = (level - goal_).manhattanLength() < nearly;
      if (at_goal) arrive(place, direction, to_goal);
      else turn_at(place, to_goal, Obstacles::none);
    }
    if (turn.pivot != Obstacles::none) {
      const QRectF& box = obstacles_.box(turn.pivot);
      const double past = direction == Side::right    ? box.right() - turn.at.x()
                          : direction == Side::left   ? turn.at.x() - box.left()
                          : direction == Side::bottom ? box.bottom() - turn.at.y()
                                                      : turn.at.y() - box.top();
      if (past + clearance_ > nearly && past + clearance_ <= hit.distance + nearly)
        turn_at(place, past + clearance_, turn.pivot);
    }
    if (hit.obstacle != Obstacles::none) turn_at(place, hit.distance, hit.obstacle);
  }

  void turn_at(int before, double distance, int pivot) {
    const Turn turn = turns_[static_cast<std::size_t>(before)];
    const QPointF at = turn.at + normal(turn.direction) * distance;
    for (const Side side : across(turn.direction)) push({at, side, pivot, turn.cost + distance + bend_cost, before});
  }

  void arrive(int before, Side direction, double distance) {
    const Side inwards = opposite(to_.side);
    if (direction == to_.side) return;
    const double bend = direction == inwards ? 0 : bend_cost;
    const double cost = turns_[static_cast<std::size_t>(before)].cost + distance + bend + clearance_;
    if (arrival_ >= 0 && turns_[static_cast<std::size_t>(arrival_)].cost <= cost) return;
    turns_.push_back({goal_, inwards, Obstacles::none, cost, before});
    arrival_ = static_cast<int>(turns_.size()) - 1;
    open_.push({cost, arrival_});
  }

  SquareWay way() const {
    SquareWay found;
    found.cost = turns_[static_cast<std::size_t>(arrival_)].cost;
    std::vector<QPointF> backwards{to_.at};
    for (int turn = arrival_; turn >= 0; turn = turns_[static_cast<std::size_t>(turn)].before)
      backwards.push_back(turns_[static_cast<std::size_t>(turn)].at);
    backwards.push_back(from_.at);
    for (auto point = backwards.rbegin(); point != backwards.rend(); ++point) {
      auto& points = found.points;
      if (!points.empty() && (points.back() - *point).manhattanLength() < nearly) continue;
      while (points.size() >= 2 && is_straight(points[points.size() - 2], points.back(), *point)) points.pop_back();
      points.push_back(*point);
    }
    return found;
  }

  static bool is_straight(QPointF a, QPointF b, QPointF c) {
    return (std::abs(a.x() - b.x()) < nearly && std::abs(b.x() - c.x()) < nearly) ||
           (std::abs(a.y() - b.y()) < nearly && std::abs(b.y() - c.y()) < nearly);
  }

  const Obstacles& obstacles_;
  const Port& from_;
  const Port& to_;
  const double clearance_;
  QPointF start_;
  QPointF goal_;
  QRectF room_;
  LookedAt looked_at_;
  std::vector<Turn> turns_;
  std::array<int, 512> looked_{};
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> open_;
  int arrival_ = -1;
};

}  // namespace

void LookedAt::add(const QRectF& part) {
  around_ |= part;
  parts_.push_back(part);
}

void LookedAt::add(const LookedAt& other) {
  around_ |= other.around_;
  parts_.insert(parts_.end(), other.parts_.begin(), other.parts_.end());
}

bool LookedAt::is_touched_by(const QRectF& box) const {
  return around_.intersects(box) &&
         std::any_of(parts_.begin(), parts_.end(), [&](const QRectF& part) { return part.intersects(box); });
}

SearchResult search_way(const Obstacles& obstacles, const Port& from, const Port& to, Squeeze squeeze) {
  SearchResult result = Search(obstacles, from, to, way_clearance).run();
  if (result.way || squeeze == Squeeze::no) return result;
  SearchResult tight = Search(obstacles, from, to, tight_clearance).run();
  tight.looked_at.add(result.looked_at);
  return tight;
}

}  // namespace loadframe
