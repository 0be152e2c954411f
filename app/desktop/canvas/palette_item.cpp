#include "canvas/palette_item.h"

#include "canvas/snapping.h"
#include "core_text.h"
#include "diagram/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loadframe {

namespace {

QSizeF size_of(const PaletteItem& item) {
  if (std::holds_alternative<Kind>(item)) return {component_width, component_height};
  if (const auto* const area = std::get_if<AreaKind>(&item)) {
    switch (*area) {
      case AreaKind::host:
        return {232, 152};
      case AreaKind::zone:
        return {480, 336};
      case AreaKind::region:
        return {760, 480};
      case AreaKind::group:
        return {320, 224};
    }
  }
  return {200, 88};
}

}  // namespace

std::optional<PaletteItem> palette_item_from(const QString& word) {
  if (word == QStringLiteral("note")) return PaletteItem{NoteItem{}};
  const QString key = word.section(QLatin1Char(':'), 1);
  if (word.startsWith(QStringLiteral("component:"))) {
    if (const auto kind = kind_from_key(key.toStdString())) return PaletteItem{*kind};
  }
  if (word.startsWith(QStringLiteral("area:"))) {
    if (const auto kind = area_kind_from_key(key.toStdString())) return PaletteItem{*kind};
  }
  return std::nullopt;
}

QString label_of(const PaletteItem& item) {
  if (const auto* const kind = std::get_if<Kind>(&item)) return core_text(description(*kind).label);
  if (const auto* const area = std::get_if<AreaKind>(&item)) return core_text(description(*area).label);
  return QCoreApplication::translate("Canvas", "Note");
}

std::string_view icon_of(const PaletteItem& item) {
  if (const auto* const kind = std::get_if<Kind>(&item)) return description(*kind).key;
  if (const auto* const area = std::get_if<AreaKind>(&item)) return description(*area).key;
  return "note";
}

QRectF box_of(const PaletteItem& item, QPointF middle, Placing placing) {
  const QSizeF size = size_of(item);
  const QPointF top_left = middle - QPointF(size.width(), size.height()) / 2;
  return {placing == Placing::on_grid ? snapped_to_grid(top_left) : top_left, size};
}

Change change_to_add(const Architecture& architecture, const PaletteItem& item, const QRectF& box) {
  const Rectangle at{box.x(), box.y(), box.width(), box.height()};
  if (const auto* const kind = std::get_if<Kind>(&item)) return add_component(architecture, *kind, {box.x(), box.y()});
  if (const auto* const area = std::get_if<AreaKind>(&item)) return add_area(architecture, *area, at);
  return add_note(architecture, QCoreApplication::translate("Canvas", "Note").toStdString(), at);
}

QRectF free_place_near(const Architecture& architecture, QRectF box) {
  std::vector<QRectF> taken = boxes_beside(architecture, {});
  constexpr double gap = 2 * snap_step;
  const auto is_free = [&](const QRectF& place) {
    const QRectF roomy = place.adjusted(-gap, -gap, gap, gap);
    return std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(roomy); });
  };
  if (is_free(box)) return box;
  // Rings of places around the first, nearest first.
  const double step_x = box.width() + 3 * gap;
  const double step_y = box.height() + 3 * gap;
  constexpr int most_rings = 40;
  for (int ring = 1; ring <= most_rings; ++ring) {
    for (int y = -ring; y <= ring; ++y) {
      for (int x = -ring; x <= ring; ++x) {
        if (std::max(std::abs(x), std::abs(y)) != ring) continue;
        const QRectF place = box.translated(snapped_to_grid({x * step_x, y * step_y}));
        if (is_free(place)) return place;
      }
    }
  }
  return box;
}

std::vector<ElementId> added_elements(const Change& change) {
  std::vector<ElementId> added;
  for (const ChangeStep& step : change.steps) {
    std::visit(
        [&added]<class Element>(const ElementChange<Element>& inside) {
          if constexpr (std::is_same_v<Element, Component> || std::is_same_v<Element, Area> ||
                        std::is_same_v<Element, Link> || std::is_same_v<Element, Note>) {
            if (!inside.before && inside.after) added.emplace_back(inside.after->id);
          }
        },
        step);
  }
  return added;
}

const Area* area_to_receive(const Architecture& architecture, const PaletteItem& item, QPointF middle) {
  if (std::holds_alternative<NoteItem>(item)) return nullptr;
  const auto* const inner = std::get_if<AreaKind>(&item);
  const Area* innermost = nullptr;
  for (const Area& area : architecture.areas) {
    if (!rectangle_of(area).contains(middle)) continue;
    if (inner && !may_contain(kind_of(area.settings), *inner)) continue;
    if (!innermost || is_within(architecture, area.id, innermost->id)) innermost = &area;
  }
  return innermost;
}

}  // namespace loadframe
