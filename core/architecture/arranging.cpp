#include "architecture/arranging.h"

#include "architecture/room.h"

#include <algorithm>

namespace loadframe {

namespace {

using editing::Draft;

bool is_among(std::span<const ElementId> elements, const ElementId& id) {
  return std::find(elements.begin(), elements.end(), id) != elements.end();
}

/// An element that moves by itself, and where it is.
struct Block {
  ElementId id;
  Rectangle at;
};

/// The area that an element stands in.
AreaId area_of(const Architecture& architecture, const ElementId& element) {
  if (const auto* component = std::get_if<ComponentId>(&element))
    if (const Component* found = find(architecture, *component)) return found->area;
  if (const auto* area = std::get_if<AreaId>(&element))
    if (const Area* found = find(architecture, *area)) return found->parent;
  return {};
}

/// The elements without links and without those that another one carries along.
std::vector<Block> blocks_of(const Architecture& architecture, std::span<const ElementId> elements) {
  std::vector<Block> blocks;
  for (const ElementId& element : elements) {
    if (std::holds_alternative<LinkId>(element) || std::holds_alternative<std::monostate>(element)) continue;
    const AreaId around = area_of(architecture, element);
    const bool is_carried = std::any_of(elements.begin(), elements.end(), [&](const ElementId& other) {
      const auto* area = std::get_if<AreaId>(&other);
      return area && around && is_within(architecture, around, *area);
    });
    if (!is_carried) blocks.push_back({element, bounds(architecture, std::span(&element, 1))});
  }
  return blocks;
}

Rectangle box_around(const std::vector<Block>& blocks) {
  Rectangle box = blocks.front().at;
  for (const Block& block : blocks) box = editing::united(box, block.at);
  return box;
}

Point shift_to(const Rectangle& box, const Rectangle& all, Alignment alignment) {
  switch (alignment) {
    case Alignment::left:
      return {all.x - box.x, 0};
    case Alignment::center:
      return {all.x + all.width / 2 - (box.x + box.width / 2), 0};
    case Alignment::right:
      return {all.x + all.width - (box.x + box.width), 0};
    case Alignment::top:
      return {0, all.y - box.y};
    case Alignment::middle:
      return {0, all.y + all.height / 2 - (box.y + box.height / 2)};
    case Alignment::bottom:
      return {0, all.y + all.height - (box.y + box.height)};
  }
  return {};
}

/// The area that all the elements stand in, or none.
AreaId common_area(const Architecture& architecture, const std::vector<Block>& blocks) {
  std::optional<AreaId> common;
  for (const Block& block : blocks) {
    if (std::holds_alternative<NoteId>(block.id)) continue;
    const AreaId area = area_of(architecture, block.id);
    if (common && *common != area) return {};
    common = area;
  }
  return common.value_or(AreaId{});
}

}  // namespace

Change align(const Architecture& architecture, std::span<const ElementId> elements, Alignment alignment) {
  const std::vector<Block> blocks = blocks_of(architecture, elements);
  if (blocks.size() < 2) return {};
  const Rectangle all = box_around(blocks);
  Draft draft(architecture);
  for (const Block& block : blocks)
    draft.take(move(draft.now(), std::span(&block.id, 1), shift_to(block.at, all, alignment)));
  return std::move(draft).finish();
}

Change distribute(const Architecture& architecture, std::span<const ElementId> elements, Spreading spreading) {
  std::vector<Block> blocks = blocks_of(architecture, elements);
  if (blocks.size() < 3) return {};
  const bool across = spreading == Spreading::across;
  const auto start = [across](const Rectangle& box) { return across ? box.x : box.y; };
  const auto length = [across](const Rectangle& box) { return across ? box.width : box.height; };
  std::stable_sort(blocks.begin(), blocks.end(), [&](const Block& one, const Block& other) {
    return start(one.at) + length(one.at) / 2 < start(other.at) + length(other.at) / 2;
  });
  double filled = 0;
  for (const Block& block : blocks) filled += length(block.at);
  const Rectangle& last = blocks.back().at;
  const double room = start(last) + length(last) - start(blocks.front().at);
  const double gap = (room - filled) / static_cast<double>(blocks.size() - 1);

  Draft draft(architecture);
  double next = start(blocks.front().at);
  for (const Block& block : blocks) {
    const double by = next - start(block.at);
    draft.take(move(draft.now(), std::span(&block.id, 1), across ? Point{by, 0} : Point{0, by}));
    next += length(block.at) + gap;
  }
  return std::move(draft).finish();
}

std::optional<Diagnostic> objection_to_wrap(const Architecture& architecture, std::span<const ElementId> elements,
                                            AreaKind kind) {
  const std::vector<Block> blocks = blocks_of(architecture, elements);
  const bool any = std::any_of(blocks.begin(), blocks.end(),
                               [](const Block& block) { return !std::holds_alternative<NoteId>(block.id); });
  if (!any) return error({}, TR("there is nothing to put into an area"), TR("select components or areas first"));
  const std::string label(description(kind).label);
  for (const Block& block : blocks) {
    const auto* id = std::get_if<AreaId>(&block.id);
    if (!id) continue;
    for (const Area& area : architecture.areas) {
      if (!is_within(architecture, area.id, *id) || may_contain(kind, kind_of(area.settings))) continue;
      return error(area.name, label + " cannot contain " + std::string(description(kind_of(area.settings)).label),
                   TR("choose a larger kind of area"));
    }
  }
  const Area* around = find(architecture, common_area(architecture, blocks));
  if (around && !may_contain(kind_of(around->settings), kind))
    return error(around->name, std::string(description(kind_of(around->settings)).label) + " cannot contain " + label,
                 TR("choose a smaller kind of area"));
  return std::nullopt;
}

Change wrap(const Architecture& architecture, std::span<const ElementId> elements, AreaKind kind) {
  if (objection_to_wrap(architecture, elements, kind)) return {};
  const std::vector<Block> blocks = blocks_of(architecture, elements);
  Draft draft(architecture);
  const Rectangle box = editing::framed(box_around(blocks));
  editing::make_hold(draft, common_area(architecture, blocks), box);
  draft.take(add_area(draft.now(), kind, box));
  return std::move(draft).finish();
}

Change set_lock(const Architecture& architecture, std::span<const ElementId> elements, Lock lock) {
  Draft draft(architecture);
  const auto set = [&](auto element) {
    element.locked = lock == Lock::on;
    draft.replace(element);
  };
  for (const Area& area : architecture.areas)
    if (is_among(elements, area.id)) set(area);
  for (const Component& component : architecture.components)
    if (is_among(elements, component.id)) set(component);
  for (const Note& note : architecture.notes)
    if (is_among(elements, note.id)) set(note);
  return std::move(draft).finish();
}

bool is_locked(const Architecture& architecture, const ElementId& element) {
  return std::visit(
      [&]<class Identity>(Identity id) {
        if constexpr (std::is_same_v<Identity, std::monostate> || std::is_same_v<Identity, LinkId>) {
          return false;
        } else {
          const auto* found = find(architecture, id);
          return found && found->locked;
        }
      },
      element);
}

std::vector<ElementId> unlocked(const Architecture& architecture, std::span<const ElementId> elements) {
  std::vector<ElementId> free(elements.begin(), elements.end());
  std::erase_if(free, [&](const ElementId& element) { return is_locked(architecture, element); });
  return free;
}

}  // namespace loadframe
