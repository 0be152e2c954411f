#pragma once

#include <compare>
#include <cstdint>
#include <variant>

namespace loadframe {

/// Identity of one element of an architecture: stable through every edit, never shown to people.
/// 0 means "none".
template <class Element>
struct Id {
  std::uint32_t value = 0;
  explicit operator bool() const { return value != 0; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

struct Component;
struct Link;
struct Area;
struct RequestClass;
struct Note;

using ComponentId = Id<Component>;
using LinkId = Id<Link>;
using AreaId = Id<Area>;
using ClassId = Id<RequestClass>;
using NoteId = Id<Note>;

/// What a fault, a diagnostic or a selection points at.
using ElementId = std::variant<std::monostate, ComponentId, LinkId, AreaId, NoteId>;

}  // namespace loadframe
