#pragma once

#include "canvas/palette_item.h"

#include <QPointF>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

/// What the quick-add box offers for what was typed.
namespace loadframe {

/// What the box was opened for.
struct QuickAddPurpose {
  enum class Offers { everything, callees };
  Offers offers = Offers::everything;
  std::vector<ComponentId> others;  ///< what is added is wired with; callees: who calls
  LinkId link;                      ///< onto which it is put, if there is one
  std::optional<QPointF> at;        ///< where its middle goes, in canvas units; none: beside the others, or in sight
  bool with_existing = false;       ///< components that are there are offered to be called, too
};

struct QuickAddEntry {
  std::variant<PaletteItem, ComponentId> what;
  QString label;
  std::vector<int> matched;  ///< letters of the label
  std::string name_stem;     ///< "redis", if that was typed; else empty
  int count = 1;
  std::vector<ComponentId> callers;  ///< of the others, those that would call it
  std::vector<ComponentId> callees;  ///< or those that it would call
  double score = 0;
};

/// Best first. Understands "3 server" and "server x3".
std::vector<QuickAddEntry> quick_add_entries(const Architecture& architecture, const QuickAddPurpose& purpose,
                                             const QString& typed);

}  // namespace loadframe
