#pragma once

#include "architecture/kinds/kind.h"
#include "simulation/outcome.h"

#include <QColor>
#include <QFont>
#include <QString>

#include <vector>

namespace loadframe {

/// Every colour of the program, by its purpose. Read from resources/themes/*.json: one file is one theme.
struct Theme {
  QString key;    ///< "light", "dark", "high-contrast"
  QString label;  ///< for people
  bool dark = false;

  QColor canvas, grid;                  ///< behind everything
  QColor surface, border, hover;        ///< cards, panels and buttons
  QColor text, muted_text, accent_text; ///< accent_text stands on accent
  QColor area_fill, inner_area_fill, area_border;
  QColor link;
  QColor accent, selection;
  QColor good, busy, bad;               ///< utilisation and health
  QColor track;                         ///< empty part of meters
  QColor entry, compute, data;          ///< kinds, by tier
  QColor ok, failed, lookup, replication, check;  ///< calls
  QColor shadow;
};

/// All themes, in the order of the menu.
const std::vector<Theme>& themes();

/// The theme with that key; the light one if there is none.
const Theme& theme(const QString& key);

QColor color_of(const Theme& theme, Tier tier);

/// The family that the diagram is drawn in; comes with the program, so that pictures look alike everywhere.
QFont diagram_font(int pixel_size, int weight = QFont::Normal);

}  // namespace loadframe
