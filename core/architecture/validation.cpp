#include "architecture/validation.h"

#include "architecture/call_graph.h"
#include "architecture/naming.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_set>

namespace loadframe {

namespace {

/// Farther from the origin than this, in canvas units, nobody finds an element again.
constexpr double edge_of_canvas = 1e6;

bool is_on_canvas(double coordinate) { return std::abs(coordinate) <= edge_of_canvas; }
bool is_on_canvas(const Rectangle& box) {
  return is_on_canvas(box.x) && is_on_canvas(box.y) && box.width > 0 && box.width <= edge_of_canvas && box.height > 0 &&
         box.height <= edge_of_canvas;
}

/// The rules of single elements and of the document as a whole.
class Rules {
public:
  explicit Rules(const Architecture& architecture) : architecture_(architecture) {}

  std::vector<Finding> run() {
    check_size();
    if (!findings_.empty()) return std::move(findings_);
    check_identities();
    check_names();
    check_areas();
    check_components();
    check_links();
    check_classes();
    check_scenario();
    const auto of_calls = findings_of_calls(architecture_);
    findings_.insert(findings_.end(), of_calls.begin(), of_calls.end());
    return std::move(findings_);
  }

private:
  void add(Diagnostic diagnostic, ElementId element = {}) { findings_.push_back({std::move(diagnostic), element}); }

  void check_size() {
    const auto check = [&](std::size_t count, std::size_t most, std::string_view what) {
      if (count > most)
        add(error({},
                  "there are " + std::to_string(count) + " " + std::string(what) + ", but at most " +
                      std::to_string(most) + " can be run",
                  TR("split it into several architectures")));
    };
    check(architecture_.components.size(), most_components, "components");
    check(architecture_.areas.size(), most_areas, "areas");
    check(architecture_.links.size(), most_links, "links");
    check(architecture_.classes.size(), most_classes, "request classes");
    check(architecture_.properties.scenario.size(), most_scenario_steps, "scenario steps");
  }

  /// Ids come from the program, so a clash is a fault of a caller's; the engine relies on there being none.
  void check_identities() {
    const auto check = [&](const auto& elements) {
      std::unordered_set<std::uint32_t> seen;
      for (const auto& element : elements)
        if (!element.id || !seen.insert(element.id.value).second)
          add(error({}, TR("two elements have the same identity"), TR("save the architecture and open it again")));
    };
    check(architecture_.areas);
    check(architecture_.components);
    check(architecture_.links);
    check(architecture_.classes);
  }

  void check_names() {
    std::set<std::string_view> taken;
    const auto check = [&](const auto& element, ElementId id, std::string_view what) {
      if (const auto objection = objection_to_name(element.name)) {
        add({Severity::error, element.name, objection->what, objection->remedy}, id);
      } else if (!taken.insert(element.name).second) {
        add(error(element.name, "another " + std::string(what) + " has this name", TR("rename one of them")), id);
      }
    };
    for (const Area& area : architecture_.areas) check(area, area.id, "component or area");
    for (const Component& component : architecture_.components) check(component, component.id, "component or area");
    taken.clear();
    for (const RequestClass& request_class : architecture_.classes) check(request_class, {}, "request class");
  }

  /// Every setting of an element within its range.
  void check_settings(const std::string& name, const SettingsTable& table, const void* settings, ElementId id) {
    for (const Setting& row : table)
      if (const auto problem = out_of_range(row, row.get(settings)))
        add({Severity::error, name, problem->what, problem->remedy}, id);
  }

  void check_place(const std::string& name, bool on_canvas, ElementId id) {
    if (!on_canvas)
      add(warning(name, TR("it lies outside of the canvas, or has no size"), TR("give it another place")), id);
  }

  void check_areas() {
    std::map<AreaId, const Area*> areas;
    for (const Area& area : architecture_.areas) areas[area.id] = &area;
    const auto parent_of = [&](const Area* area) {
      const auto found = areas.find(area->parent);
      return found == areas.end() ? nullptr : found->second;
    };
    for (const Area& area : architecture_.areas) {
      check_settings(area.name, description(kind_of(area.settings)).settings, raw(area.settings), area.id);
      check_place(area.name, is_on_canvas(area.at), area.id);
      if (area.parent && !areas.contains(area.parent))
        add(error(area.name, TR("the area that it lies in does not exist"), TR("move it to where it belongs")),
            area.id);

      std::size_t depth = 0;
      bool is_first_of_circle = true;
      const Area* misplaced_in = nullptr;
      const Area* around = parent_of(&area);
      for (; around && around != &area && depth <= areas.size(); around = parent_of(around), ++depth) {
        is_first_of_circle = is_first_of_circle && area.id < around->id;
        if (!misplaced_in && !may_contain(kind_of(around->settings), kind_of(area.settings))) misplaced_in = around;
      }
      if (around == &area) {
        if (is_first_of_circle)
          add(error(area.name, TR("it lies within itself, by way of the areas around it"), TR("move it out of them")),
              area.id);
        continue;
      }
      if (misplaced_in) {
        const std::string inner(description(kind_of(area.settings)).label);
        const std::string outer(description(kind_of(misplaced_in->settings)).label);
        add(error(area.name, inner + " cannot stand in " + outer + " (" + misplaced_in->name + ")",
                  "move it out of " + misplaced_in->name),
            area.id);
      }
      if (depth == deepest_nesting)
        add(error(area.name, TR("it lies within more than 15 others"), TR("take some of the areas around it away")),
            area.id);
    }
  }

  void check_components() {
    for (const Component& component : architecture_.components) {
      check_settings(component.name, description(kind_of(component.settings)).settings, raw(component.settings),
                     component.id);
      check_place(component.name, is_on_canvas(component.at.x) && is_on_canvas(component.at.y), component.id);
      if (component.area && !find(architecture_, component.area))
        add(error(component.name, TR("the area that it lies in does not exist"), TR("move it to where it belongs")),
            component.id);
    }
  }

  void check_links() {
    std::map<ComponentId, const Component*> components;
    for (const Component& component : architecture_.components) components[component.id] = &component;
    std::set<std::pair<ComponentId, ComponentId>> wired;
    for (const Link& link : architecture_.links) {
      const auto caller = components.find(link.caller);
      const auto callee = components.find(link.callee);
      if (caller == components.end() || callee == components.end()) {
        add(error({}, TR("a link leads from or to a component that does not exist"), TR("remove it")), link.id);
        continue;
      }
      const std::string name = caller->second->name + " -> " + callee->second->name;
      check_settings(name, link_settings(), &link.settings, link.id);
      const Kind from = kind_of(caller->second->settings);
      const Kind to = kind_of(callee->second->settings);
      if (link.caller == link.callee)
        add(error(name, TR("a component cannot call itself"), TR("remove the link")), link.id);
      else if (!may_call(from, to))
        add(error(name, std::string(description(from).label) + " cannot call " + std::string(description(to).label),
                  TR("remove the link")),
            link.id);
      if (!wired.emplace(link.caller, link.callee).second)
        add(error(name, TR("these components are wired twice"), TR("remove one of the links")), link.id);
    }
  }

  void check_classes() {
    double sum = 0;
    for (const RequestClass& request_class : architecture_.classes) {
      check_settings(request_class.name, request_class_settings(), &request_class.settings, {});
      sum += request_class.settings.weight;
    }
    if (!architecture_.classes.empty() && !(sum > 0))
      add(error(architecture_.classes.front().name,
                TR("all request classes have weight 0, so there is nothing to ask for"),
                TR("give at least one request class a weight above 0")));
  }

  void check_scenario() {
    const auto& steps = architecture_.properties.scenario;
    constexpr Range times = any_duration();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::string where = "scenario step " + std::to_string(i + 1);
      const ScenarioStep& step = steps[i];
      if (step.at.seconds() < times.least || step.at.seconds() > times.most)
        add(error(where, TR("its time is out of range"), TR("choose a time from 0 to a year")), step.action.target);
      else if (i > 0 && step.at < steps[i - 1].at)
        add(warning(where, TR("it comes before the step above it"), TR("put the steps in order of time")),
            step.action.target);
      if (auto objection = objection_to(architecture_, step.action)) {
        objection->where = where;
        add(*std::move(objection), step.action.target);
      }
    }
  }

  const Architecture& architecture_;
  std::vector<Finding> findings_;
};

/// Puts findings in order: by severity, then by the place of their elements in the document.
void sort(std::vector<Finding>& findings, const Architecture& architecture) {
  std::map<ElementId, std::size_t> places;
  std::size_t place = 1;
  for (const Area& area : architecture.areas) places.emplace(area.id, place++);
  for (const Component& component : architecture.components) places.emplace(component.id, place++);
  for (const Link& link : architecture.links) places.emplace(link.id, place++);
  const auto rank = [&](const Finding& finding) {
    if (std::holds_alternative<std::monostate>(finding.element)) return std::size_t{0};
    const auto found = places.find(finding.element);
    return found == places.end() ? place : found->second;
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& one, const Finding& other) {
    if (one.diagnostic.severity != other.diagnostic.severity)
      return one.diagnostic.severity > other.diagnostic.severity;
    return rank(one) < rank(other);
  });
}

/// The components that an action on the target concerns.
std::vector<const Component*> concerned(const Architecture& architecture, const ElementId& target) {
  std::vector<const Component*> components;
  if (const auto* id = std::get_if<ComponentId>(&target)) {
    if (const Component* component = find(architecture, *id)) components.push_back(component);
  } else if (const auto* area = std::get_if<AreaId>(&target)) {
    for (const ComponentId inside : components_within(architecture, *area))
      components.push_back(find(architecture, inside));
  }
  return components;
}

bool has_effect_on(ActionKind action, const Component& component) {
  const Kind kind = kind_of(component.settings);
  const auto has = [&](std::string_view setting) { return find_setting(description(kind).settings, setting) != nullptr; };
  if (action == ActionKind::load) return kind == Kind::users;
  if (action == ActionKind::flush) return kind == Kind::cache || kind == Kind::cdn;
  if (action == ActionKind::scale) return has("instances");
  if (action == ActionKind::leak) return has("request_memory");
  if (action == ActionKind::kill_nodes) return has("instances") || has("node_latency");
  return kind != Kind::users;
}

std::string_view remedy_for(ActionKind kind) {
  if (kind == ActionKind::load) return TR("name users, or nothing to change the load of all");
  if (kind == ActionKind::flush) return TR("name a cache or a CDN");
  if (kind == ActionKind::scale || kind == ActionKind::leak) return TR("name a server or a worker");
  if (kind == ActionKind::kill_nodes) return TR("name a cluster, or a server or worker with instances");
  return TR("name a component that serves requests; for users, change the load");
}

}  // namespace

std::optional<Diagnostic> objection_to(const Architecture& architecture, const Action& action) {
  const ActionDescription& about = description(action.kind);
  const std::string what(about.key);
  if (!about.amount_label.empty() &&
      !(action.amount >= about.amount_range.least && action.amount <= about.amount_range.most))
    return error({}, "\"" + what + "\" is out of range: " + number_to_text(action.amount),
                 "choose a value from " + number_to_text(about.amount_range.least) + " to " +
                     number_to_text(about.amount_range.most));

  const ElementId& target = action.target;
  if (std::holds_alternative<std::monostate>(target)) {
    if (about.on_everything) return std::nullopt;
    return error({}, "\"" + what + "\" needs a target", TR("name a component, an area or a link"));
  }
  const std::string name = name_of(architecture, target);
  const auto* area = std::get_if<AreaId>(&target);
  const auto* component = std::get_if<ComponentId>(&target);
  const auto* link = std::get_if<LinkId>(&target);
  const bool exists = (area && find(architecture, *area)) || (component && find(architecture, *component)) ||
                      (link && find(architecture, *link));
  if (!exists) return error({}, "the target of \"" + what + "\" does not exist", TR("name another target"));
  if (link) {
    if (about.on_links) return std::nullopt;
    return error(name, "\"" + what + "\" cannot be done to a link", TR("name a component or an area"));
  }
  if (!about.on_components)
    return error(name, "\"" + what + "\" can only be done to a link", TR("name a link as \"caller -> callee\""));

  const auto components = concerned(architecture, target);
  const bool has_effect = std::any_of(components.begin(), components.end(),
                                      [&](const Component* inside) { return has_effect_on(action.kind, *inside); });
  if (has_effect) return std::nullopt;
  const std::string remedy(remedy_for(action.kind));
  if (area) return warning(name, "\"" + what + "\" has no effect: nothing that it concerns lies in " + name, remedy);
  return error(name, "\"" + what + "\" has no effect on " + name, remedy);
}

std::vector<Finding> validate(const Architecture& architecture) {
  std::vector<Finding> findings = Rules(architecture).run();
  sort(findings, architecture);
  return findings;
}

bool can_run(const std::vector<Finding>& findings) {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.diagnostic.severity == Severity::error; });
}

}  // namespace loadframe
