#include "exchange/placement.h"

#include "architecture/placement.h"
#include "architecture/tidying.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr double column_width = component_width + 92;
constexpr double row_height = component_height + 44;
constexpr double padding = 28;
constexpr double heading = 36;  ///< room for an area's name
constexpr Rectangle empty_area{0, 0, 320, 200};

constexpr std::size_t most_laid_out = 20'000;  ///< more take seconds: they get rows

/// Thousands of elements below each other may come to its edge.
void keep_on_canvas(Architecture& architecture) {
  const auto keep = [](double& coordinate) { coordinate = std::clamp(coordinate, -edge_of_canvas, edge_of_canvas); };
  for (Component& component : architecture.components) {
    keep(component.at.x);
    keep(component.at.y);
  }
  for (Area& area : architecture.areas)
    for (double* const coordinate : {&area.at.x, &area.at.y, &area.at.width, &area.at.height}) keep(*coordinate);
}

class Placement {
public:
  Placement(Architecture& architecture, const Unplaced& unplaced)
      : architecture_(architecture),
        areas_(unplaced.areas.begin(), unplaced.areas.end()),
        components_(unplaced.components.begin(), unplaced.components.end()) {}

  void run() {
    find_columns();
    for (Component& component : architecture_.components) {
      inside_[component.area.value].push_back(&component);
      if (is_unplaced(component)) unplaced_[component.area.value].push_back(&component);
    }
    for (Area& area : architecture_.areas) children_[area.parent.value].push_back(&area);
    y_ = below_what_is_placed();
    place_components(AreaId{});
    for (Area* area : children_[0]) place_area(*area);
    keep_on_canvas(architecture_);
  }

private:
  bool is_unplaced(const Component& component) const { return components_.contains(component.id); }
  bool is_unplaced(const Area& area) const { return areas_.contains(area.id); }

  /// A component's column is the number of calls on the longest way to it; in circles it stops growing.
  void find_columns() {
    constexpr int passes = 12;
    for (int pass = 0; pass < passes; ++pass) {
      bool moved = false;
      for (const Link& link : architecture_.links) {
        const int column = std::min(columns_[link.caller.value] + 1, passes);
        if (link.caller == link.callee || columns_[link.callee.value] >= column) continue;
        columns_[link.callee.value] = column;
        moved = true;
      }
      if (!moved) return;
    }
  }

  double below_what_is_placed() const {
    double bottom = 0;
    for (const Component& component : architecture_.components)
      if (!is_unplaced(component)) bottom = std::max(bottom, component.at.y + row_height);
    for (const Area& area : architecture_.areas)
      if (!is_unplaced(area)) bottom = std::max(bottom, area.at.y + area.at.height + padding);
    return bottom;
  }

  /// Puts the components right inside an area into rows from y_ on, and moves y_ below them.
  void place_components(AreaId area) {
    std::unordered_map<int, int> rows;
    int most_rows = 0;
    for (Component* component : unplaced_[area.value]) {
      const int column = columns_[component->id.value];
      const int row = rows[column]++;
      component->at = {column * column_width, y_ + row * row_height};
      most_rows = std::max(most_rows, row + 1);
    }
    y_ += most_rows * row_height;
  }

  /// Stacks components in an area that has its place already.
  void place_components_inside(const Area& area) {
    double y = area.at.y + heading;
    for (Component* component : unplaced_[area.id.value]) {
      component->at = {std::min(area.at.x + padding, edge_of_canvas), y};
      y += row_height;
    }
  }

  void place_area(Area& area) {
    const double top = y_;
    if (is_unplaced(area)) {
      y_ += heading;
      place_components(area.id);
    } else {
      place_components_inside(area);
    }
    for (Area* child : children_[area.id.value]) place_area(*child);
    if (!is_unplaced(area)) return;
    area.at = box_around(area, top);
    y_ = std::max(y_, area.at.y + area.at.height) + padding;
  }

  Rectangle box_around(const Area& area, double top) const {
    double left = 0;
    double right = 0;
    double bottom = top;
    bool any = false;
    const auto include = [&](double x, double y, double width, double height) {
      left = any ? std::min(left, x) : x;
      right = any ? std::max(right, x + width) : x + width;
      bottom = std::max(bottom, y + height);
      any = true;
    };
    if (const auto inside = inside_.find(area.id.value); inside != inside_.end())
      for (const Component* component : inside->second)
        include(component->at.x, component->at.y, component_width, component_height);
    if (const auto children = children_.find(area.id.value); children != children_.end())
      for (const Area* child : children->second) include(child->at.x, child->at.y, child->at.width, child->at.height);
    if (!any) return {empty_area.x, top, empty_area.width, empty_area.height};
    return {left - padding, top, right - left + 2 * padding, bottom - top + padding};
  }

  Architecture& architecture_;
  std::set<AreaId> areas_;
  std::set<ComponentId> components_;
  std::unordered_map<std::uint32_t, int> columns_;
  std::unordered_map<std::uint32_t, std::vector<const Component*>> inside_;  ///< by area; 0: none
  std::unordered_map<std::uint32_t, std::vector<Component*>> unplaced_;      ///< likewise
  std::unordered_map<std::uint32_t, std::vector<Area*>> children_;
  double y_ = 0;
};

}  // namespace

void place(Architecture& architecture, const Unplaced& unplaced) {
  if (unplaced.areas.empty() && unplaced.components.empty()) return;
  const bool nothing_has_its_place = unplaced.areas.size() == architecture.areas.size() &&
                                     unplaced.components.size() == architecture.components.size();
  if (nothing_has_its_place && architecture.components.size() <= most_laid_out) {
    apply(tidy(architecture), architecture);
    keep_on_canvas(architecture);
    return;
  }
  Placement(architecture, unplaced).run();
}

}  // namespace loadframe
