#pragma once

#include "architecture/architecture.h"

#include <QString>

/// How elements are called in lists, in the reader's language.
namespace loadframe {

/// "Load balancer", "Zone", "Link", "Note".
QString kind_words(const Architecture& architecture, const ElementId& element);

/// "web-1", "lb-1 → web-1", the first line of a note.
QString name_words(const Architecture& architecture, const ElementId& element);

/// Components, areas, links and notes in whose name, kind or text these words are, in that order. A link counts by
/// what is not just the name of one of its ends.
std::vector<ElementId> find_by_words(const Architecture& architecture, const QString& words);

}  // namespace loadframe
