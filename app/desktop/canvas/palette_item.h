#pragma once

#include "architecture/editing.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace loadframe {

/// The format of drags from the palette; the data is the item's word: "component:server", "area:zone", "note".
inline constexpr const char* palette_mime_type = "application/x-loadframe-kind";

struct NoteItem {};

/// Something that can be put onto the canvas.
using PaletteItem = std::variant<Kind, AreaKind, NoteItem>;

std::optional<PaletteItem> palette_item_from(const QString& word);

/// "Server", "Zone", "Note", translated.
QString label_of(const PaletteItem& item);
/// The key of its icon.
std::string_view icon_of(const PaletteItem& item);

/// The box of a new element whose middle is there, on the grid if it snaps.
enum class Placing { free, on_grid };
QRectF box_of(const PaletteItem& item, QPointF middle, Placing placing);

/// The change that puts the item into that box.
Change change_to_add(const Architecture& architecture, const PaletteItem& item, const QRectF& box);

/// The box moved to the nearest place where it covers no component or note.
QRectF free_place_near(const Architecture& architecture, QRectF box);

/// The elements that a change adds and that can be selected.
std::vector<ElementId> added_elements(const Change& change);

/// The innermost area around a point into which such an item would go.
const Area* area_to_receive(const Architecture& architecture, const PaletteItem& item, QPointF middle);

}  // namespace loadframe
