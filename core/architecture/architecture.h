#pragma once

#include "architecture/areas.h"
#include "architecture/faults.h"
#include "architecture/identity.h"
#include "architecture/kinds.h"
#include "architecture/links.h"
#include "architecture/picture.h"
#include "architecture/request_classes.h"

#include <string>
#include <string_view>
#include <vector>

/// The document: a plain value, cheap to copy and compare.
namespace loadframe {

/// On the canvas, in its units: one unit is one pixel at 100 % zoom; y grows downward.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

/// Members of an element in a file that this version does not know: kept, and written back. JSON text of an
/// object, or empty. Unknown settings of areas, components and links are members of its member "settings".
using UnknownMembers = std::string;

struct Component {
  ComponentId id;
  std::string name;  ///< unique among components and areas
  Point at;          ///< top left corner
  AreaId area;       ///< the innermost area that contains it, or none
  ComponentSettings settings;
  UnknownMembers unknown;
  bool locked = false;  ///< not to be moved or removed by hand
  friend bool operator==(const Component&, const Component&) = default;
};

/// The caller may call the callee over it. At most one link leads from one component to another.
struct Link {
  LinkId id;
  ComponentId caller;
  ComponentId callee;
  LinkSettings settings;
  UnknownMembers unknown;
  std::string label = {};  ///< written on it
  friend bool operator==(const Link&, const Link&) = default;
};

struct Area {
  AreaId id;
  std::string name;
  Rectangle at;
  AreaId parent;
  AreaSettings settings;
  UnknownMembers unknown;
  bool locked = false;  ///< not to be moved, resized or removed by hand; what it contains may be
  friend bool operator==(const Area&, const Area&) = default;
};

struct RequestClass {
  ClassId id;
  std::string name;
  RequestClassSettings settings;
  UnknownMembers unknown;
  friend bool operator==(const RequestClass&, const RequestClass&) = default;
};

/// Text on the canvas, or a picture with the text below it.
struct Note {
  NoteId id;
  std::string text;
  Rectangle at;
  UnknownMembers unknown;
  bool locked = false;  ///< not to be moved, resized or removed by hand
  Picture picture = {};
  friend bool operator==(const Note&, const Note&) = default;
};

struct ScenarioStep {
  Duration at;
  Action action;
  UnknownMembers unknown;
  friend bool operator==(const ScenarioStep&, const ScenarioStep&) = default;
};

/// What belongs to the document as a whole.
struct Properties {
  std::string name;
  std::string description;
  std::vector<ScenarioStep> scenario;  ///< in order of time
  UnknownMembers unknown;
  friend bool operator==(const Properties&, const Properties&) = default;
};

/// The order of each list is kept: it is the order in files, and callers call their links in it.
struct Architecture {
  Properties properties;
  std::vector<Area> areas;
  std::vector<Component> components;
  std::vector<Link> links;
  std::vector<RequestClass> classes;  ///< none: one class of reads with all defaults
  std::vector<Note> notes;
  friend bool operator==(const Architecture&, const Architecture&) = default;
};

const Component* find(const Architecture& architecture, ComponentId id);
const Link* find(const Architecture& architecture, LinkId id);
const Area* find(const Architecture& architecture, AreaId id);
const RequestClass* find(const Architecture& architecture, ClassId id);
const Note* find(const Architecture& architecture, NoteId id);

const Component* find_component(const Architecture& architecture, std::string_view name);
const Area* find_area(const Architecture& architecture, std::string_view name);
const Link* find_link(const Architecture& architecture, ComponentId caller, ComponentId callee);

/// The element that people call so: a component's or area's name, or "caller -> callee" for a link.
/// None if there is no such element.
ElementId find_by_name(const Architecture& architecture, std::string_view name);

/// The name by which find_by_name finds it: "web-1", "lb-1 -> web-1".
std::string name_of(const Architecture& architecture, const ElementId& id);

/// The host that a component stands on, or none.
const Area* host_of(const Architecture& architecture, const Component& component);

/// Whether an area is the other, or lies within it at any depth.
bool is_within(const Architecture& architecture, AreaId inner, AreaId outer);

/// All components inside an area, at any depth, in the order of the document.
std::vector<ComponentId> components_within(const Architecture& architecture, AreaId area);

/// One-way latency of a link: its own, or by the areas that it crosses.
Duration latency_of(const Architecture& architecture, const Link& link);

}  // namespace loadframe
