#pragma once

#include "architecture/draft.h"
#include "architecture/placement.h"

/// For the editing operations alone: room for what is put between and into things that are there already.
namespace loadframe::editing {

enum class Axis { across, down };

/// How far what an area holds stays from its border; the title needs more.
inline constexpr double area_padding = 24;
inline constexpr double area_title_room = 48;

/// The box with room for an area's border and title around it.
Rectangle framed(const Rectangle& box);

bool overlap(const Rectangle& one, const Rectangle& other);
Rectangle united(const Rectangle& one, const Rectangle& other);

/// Moves everything that begins at or beyond a place further along the axis; areas that reach across the place grow.
void open_gap(Draft& draft, Axis axis, double from, double by);

/// Grows an area, and those around it, to hold a box, and moves aside what would come to lie under them. Call it
/// before the box's own elements are there.
void make_hold(Draft& draft, AreaId area, const Rectangle& box);

}  // namespace loadframe::editing
