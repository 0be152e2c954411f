#include "architecture/tidying.h"

#include "architecture/editing.h"
#include "architecture/layering.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr double side_padding = 32;
constexpr double heading = 44;         ///< for an area's name
constexpr double bottom_padding = 36;  ///< with room for what is written below components
constexpr Point least_area{240, 152};
constexpr double note_gap = 32;
constexpr std::size_t deepest = 64;

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

Rectangle united(const Rectangle& a, const Rectangle& b) {
  const double left = std::min(a.x, b.x);
  const double top = std::min(a.y, b.y);
  return {left, top, std::max(a.x + a.width, b.x + b.width) - left, std::max(a.y + a.height, b.y + b.height) - top};
}

class Tidying {
public:
  Tidying(const Architecture& architecture, std::span<const ElementId> elements)
      : architecture_(architecture), everything_(elements.empty()) {
    for (std::size_t i = 0; i < architecture.areas.size(); ++i) area_place_[architecture.areas[i].id.value] = i;
    for (std::size_t i = 0; i < architecture.components.size(); ++i)
      component_place_[architecture.components[i].id.value] = i;
    for (const Area& area : architecture.areas) area_boxes_.push_back(area.at);
    for (const Component& component : architecture.components) component_boxes_.push_back(box_of(component));
    for (const ElementId& element : elements) {
      if (const auto* area = std::get_if<AreaId>(&element)) chosen_areas_.insert(area->value);
      if (const auto* component = std::get_if<ComponentId>(&element)) chosen_components_.insert(component->value);
    }
    collect();
  }

  Change run() {
    if (everything_) {
      const Rectangle before = bounds(architecture_);
      lay_out_inside(none);
      if (!holds_locked(none)) move_members(none, {before.x, before.y});
    } else {
      for (std::size_t area = 0; area < architecture_.areas.size(); ++area)
        if (is_within_chosen(area) && !is_within_chosen(parent_of(area)) && !is_locked({true, area}))
          lay_out_area(area);
      for (auto& [container, members] : chosen_by_container()) tidy_members(container, members);
      grow_surroundings();
    }
    return finish();
  }

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Member {
    bool is_area = false;
    std::size_t place = 0;
    friend bool operator<(const Member& a, const Member& b) {
      return std::pair(a.is_area, a.place) < std::pair(b.is_area, b.place);
    }
  };

  std::size_t place_of(AreaId id) const {
    const auto found = area_place_.find(id.value);
    return found == area_place_.end() ? none : found->second;
  }
  std::size_t parent_of(std::size_t area) const {
    return area == none ? none : place_of(architecture_.areas[area].parent);
  }
  Rectangle& box(const Member& member) {
    return member.is_area ? area_boxes_[member.place] : component_boxes_[member.place];
  }
  std::vector<Member>& members_of(std::size_t area) { return members_[area == none ? 0 : area + 1]; }

  /// What each area holds, and which links lead between its members.
  void collect() {
    members_.resize(architecture_.areas.size() + 1);
    arrows_.resize(architecture_.areas.size() + 1);
    for (std::size_t i = 0; i < architecture_.components.size(); ++i)
      members_of(place_of(architecture_.components[i].area)).push_back({false, i});
    for (std::size_t i = 0; i < architecture_.areas.size(); ++i) members_of(parent_of(i)).push_back({true, i});
    for (const Link& link : architecture_.links) {
      const auto caller = component_place_.find(link.caller.value);
      const auto callee = component_place_.find(link.callee.value);
      if (caller == component_place_.end() || callee == component_place_.end()) continue;
      const std::vector<Member> from = way_in(caller->second);
      const std::vector<Member> to = way_in(callee->second);
      std::size_t depth = 0;
      while (depth + 1 < from.size() && depth + 1 < to.size() && from[depth].is_area && to[depth].is_area &&
             from[depth].place == to[depth].place)
        ++depth;
      const std::size_t container = depth == 0 ? 0 : from[depth - 1].place + 1;
      arrows_[container].emplace_back(from[depth], to[depth]);
    }
  }

  /// The areas around a component, from the outermost in, and the component.
  std::vector<Member> way_in(std::size_t component) const {
    std::vector<Member> way{{false, component}};
    std::size_t area = place_of(architecture_.components[component].area);
    for (std::size_t depth = 0; area != none && depth < deepest; ++depth) {
      way.push_back({true, area});
      area = parent_of(area);
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

  bool is_locked(const Member& member) const {
    return member.is_area ? architecture_.areas[member.place].locked : architecture_.components[member.place].locked;
  }

  /// Whether it stays where it is: it is locked, or holds something that is.
  bool is_held(const Member& member) const {
    return is_locked(member) || (member.is_area && holds_locked(member.place));
  }

  bool holds_locked(std::size_t area) const {
    const std::vector<Member>& members = members_[area == none ? 0 : area + 1];
    return std::any_of(members.begin(), members.end(), [this](const Member& member) { return is_held(member); });
  }

  /// Lays out what is free of them from the area's corner on, outside areas where it was, about; or below what stays
  /// where it is.
  void lay_out_beside_held(std::size_t container, const std::vector<Member>& members) {
    std::vector<Member> free;
    std::vector<Rectangle> held;
    for (const Member& member : members) {
      if (is_held(member)) held.push_back(box(member));
      else free.push_back(member);
    }
    if (free.empty()) return;
    Rectangle block = before(free.front());
    for (const Member& member : free) block = united(block, before(member));
    const Point size = lay_out(container, free);
    if (container != none) block = {area_boxes_[container].x + side_padding, area_boxes_[container].y + heading, 0, 0};
    block = {block.x, block.y, size.x, size.y};
    const auto in_the_way = [&](const Rectangle& other) {
      return overlap(block, {other.x - side_padding, other.y - heading, other.width + 2 * side_padding,
                             other.height + heading + bottom_padding});
    };
    if (std::any_of(held.begin(), held.end(), in_the_way)) {
      for (const Rectangle& other : held) block.y = std::max(block.y, other.y + other.height + heading);
    }
    for (const Member& member : free) move(member, {box(member).x + block.x, box(member).y + block.y});
  }

  /// Gives members places from (0, 0) on. @returns their size
  Point lay_out(std::size_t container, const std::vector<Member>& members) {
    layering::Graph graph;
    std::map<Member, std::size_t> places;
    for (const Member& member : members) {
      places[member] = graph.boxes.size();
      const Rectangle& size = box(member);
      const bool leads = !member.is_area && kind_of(architecture_.components[member.place].settings) == Kind::users;
      graph.boxes.push_back({size.width, size.height, leads, 0, 0});
    }
    for (const auto& [from, to] : arrows_[container == none ? 0 : container + 1]) {
      const auto caller = places.find(from);
      const auto callee = places.find(to);
      if (caller != places.end() && callee != places.end()) graph.arrows.emplace_back(caller->second, callee->second);
    }
    const auto [width, height] = layering::lay_out(graph, {});
    for (std::size_t i = 0; i < members.size(); ++i) move(members[i], {graph.boxes[i].x, graph.boxes[i].y});
    return {width, height};
  }

  /// With all that it holds.
  void move(const Member& member, Point to) {
    const Point by{to.x - box(member).x, to.y - box(member).y};
    box(member).x = to.x;
    box(member).y = to.y;
    if (!member.is_area) return;
    for (const Member& inner : members_of(member.place)) move(inner, {box(inner).x + by.x, box(inner).y + by.y});
  }

  void move_members(std::size_t container, Point by) {
    for (const Member& member : members_of(container)) move(member, {box(member).x + by.x, box(member).y + by.y});
  }

  Point lay_out_inside(std::size_t container) {
    for (const Member& member : members_of(container))
      if (member.is_area && !is_locked(member)) lay_out_area(member.place);
    if (!holds_locked(container)) return lay_out(container, members_of(container));
    lay_out_beside_held(container, members_of(container));
    return {};
  }

  void lay_out_area(std::size_t area) {
    Rectangle& box = area_boxes_[area];
    const Point size = lay_out_inside(area);
    if (holds_locked(area)) {
      for (const Member& member : members_of(area)) surround(box, this->box(member));
      return;
    }
    move_members(area, {box.x + side_padding, box.y + heading});
    const auto& name = architecture_.areas[area].name;
    constexpr double letter = 8;
    box.width = std::max({least_area.x, size.x + 2 * side_padding, letter * static_cast<double>(name.size()) + 140});
    box.height = std::max(least_area.y, heading + size.y + bottom_padding);
  }

  // Only some -----------------------------------------------------------------------------------------------------

  bool is_within_chosen(std::size_t area) const {
    for (std::size_t depth = 0; area != none && depth < deepest; ++depth, area = parent_of(area))
      if (chosen_areas_.contains(architecture_.areas[area].id.value)) return true;
    return false;
  }

  std::map<std::size_t, std::vector<Member>> chosen_by_container() const {
    std::map<std::size_t, std::vector<Member>> chosen;
    for (std::size_t i = 0; i < architecture_.components.size(); ++i) {
      const std::size_t area = place_of(architecture_.components[i].area);
      if (chosen_components_.contains(architecture_.components[i].id.value) && !is_within_chosen(area))
        chosen[area].push_back({false, i});
    }
    for (std::size_t i = 0; i < architecture_.areas.size(); ++i)
      if (chosen_areas_.contains(architecture_.areas[i].id.value) && !is_within_chosen(parent_of(i)))
        chosen[parent_of(i)].push_back({true, i});
    return chosen;
  }

  void tidy_members(std::size_t container, std::vector<Member> members) {
    std::erase_if(members, [this](const Member& member) { return is_held(member); });
    if (members.size() < 2) return;
    Rectangle around = box(members.front());
    for (const Member& member : members) around = united(around, box(member));
    lay_out(container, members);
    for (const Member& member : members) move(member, {box(member).x + around.x, box(member).y + around.y});
  }

  static void surround(Rectangle& outer, const Rectangle& inner) {
    outer = united(outer, {inner.x - side_padding, inner.y - heading, inner.width + 2 * side_padding,
                           inner.height + heading + bottom_padding});
  }

  /// From the innermost out.
  void grow_surroundings() {
    std::vector<std::pair<std::size_t, std::size_t>> by_depth;
    for (std::size_t i = 0; i < architecture_.areas.size(); ++i) {
      std::size_t depth = 0;
      for (std::size_t area = parent_of(i); area != none && depth < deepest; area = parent_of(area)) ++depth;
      by_depth.emplace_back(deepest - depth, i);
    }
    std::sort(by_depth.begin(), by_depth.end());
    for (const auto& [depth, area] : by_depth) {
      Rectangle& outer = area_boxes_[area];
      for (const Member& member : members_of(area)) {
        const Rectangle& inner = box(member);
        if (inner == before(member)) continue;  // it has not moved, nor must it be surrounded better
        surround(outer, inner);
      }
    }
  }

  Rectangle before(const Member& member) const {
    return member.is_area ? architecture_.areas[member.place].at : box_of(architecture_.components[member.place]);
  }

  // The change ----------------------------------------------------------------------------------------------------

  Change finish() const {
    Change change;
    for (std::size_t i = 0; i < architecture_.areas.size(); ++i) {
      Area area = architecture_.areas[i];
      area.at = area_boxes_[i];
      if (area.at != architecture_.areas[i].at)
        change.steps.push_back(ElementChange<Area>{architecture_.areas[i], std::move(area), i});
    }
    for (std::size_t i = 0; i < architecture_.components.size(); ++i) {
      Component component = architecture_.components[i];
      component.at = {component_boxes_[i].x, component_boxes_[i].y};
      if (component.at != architecture_.components[i].at)
        change.steps.push_back(ElementChange<Component>{architecture_.components[i], std::move(component), i});
    }
    if (everything_) move_notes(change);
    return change;
  }

  void move_notes(Change& change) const {
    double left = 0;
    double bottom = 0;
    bool any = false;
    const auto include = [&](const Rectangle& box) {
      left = any ? std::min(left, box.x) : box.x;
      bottom = any ? std::max(bottom, box.y + box.height) : box.y + box.height;
      any = true;
    };
    for (const Rectangle& box : area_boxes_) include(box);
    for (const Rectangle& box : component_boxes_) include(box);
    double x = left;
    for (std::size_t i = 0; i < architecture_.notes.size() && any; ++i) {
      const Note& note = architecture_.notes[i];
      const auto lies_on = [&](const Rectangle& box) { return overlap(box, note.at); };
      const bool hides = std::any_of(area_boxes_.begin(), area_boxes_.end(), lies_on) ||
                         std::any_of(component_boxes_.begin(), component_boxes_.end(), lies_on);
      if (!hides || note.locked) continue;
      Note moved = note;
      moved.at.x = x;
      moved.at.y = bottom + note_gap;
      x += note.at.width + note_gap;
      change.steps.push_back(ElementChange<Note>{note, std::move(moved), i});
    }
  }

  const Architecture& architecture_;
  const bool everything_;
  std::unordered_map<std::uint32_t, std::size_t> area_place_;
  std::unordered_map<std::uint32_t, std::size_t> component_place_;
  std::vector<Rectangle> area_boxes_;
  std::vector<Rectangle> component_boxes_;
  std::vector<std::vector<Member>> members_;                    ///< by place of the area + 1; first: outside all
  std::vector<std::vector<std::pair<Member, Member>>> arrows_;  ///< likewise
  std::set<std::uint32_t> chosen_areas_;
  std::set<std::uint32_t> chosen_components_;
};

}  // namespace

Change tidy(const Architecture& architecture) { return tidy(architecture, {}); }

Change tidy(const Architecture& architecture, std::span<const ElementId> elements) {
  return Tidying(architecture, elements).run();
}

}  // namespace loadframe
