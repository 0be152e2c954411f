#pragma once

#include "architecture/kinds/kind.h"
#include "simulation/outcome.h"

#include <QColor>
#include <QFont>
#include <QString>

#include <span>
#include <vector>

namespace loadframe {

/// Every colour of the program, by its purpose. Read from resources/themes/*.json: one file is one theme.
struct Theme {
  QString key;    ///< "light", "dark", "high-contrast"
  QString label;  ///< for people; shown with QCoreApplication::translate("theme", label)
  bool dark = false;

  QColor canvas, grid;                  ///< behind everything
  QColor surface, border, hover;        ///< panels and buttons
  QColor card, card_border;             ///< components; card also stands on good, busy and bad
  QColor text, muted_text, accent_text; ///< accent_text stands on accent
  QColor good_text, busy_text, bad_text;  ///< good, busy and bad, strong enough for small text
  QColor area_fill, inner_area_fill, area_border;
  QColor link;
  QColor accent, selection;
  QColor good, busy, bad;               ///< utilisation and health
  QColor track;                         ///< empty part of meters
  QColor entry, compute, data, messaging;  ///< kinds, by tier
  QColor ok, failed, lookup, replication, check;  ///< calls
  QColor shadow;
};

/// A colour's name in theme files, and its place.
struct ThemeColor {
  const char* key;
  QColor Theme::*member;
};

/// Every colour that a theme defines.
std::span<const ThemeColor> theme_colors();

/// All themes, in the order of the menu.
const std::vector<Theme>& themes();

/// The theme with that key; the light one if there is none.
const Theme& theme(const QString& key);

QColor color_of(const Theme& theme, Tier tier);

/// The first colour with some of the second, 0 to 1, mixed in.
QColor mixed(const QColor& color, const QColor& other, double share);

/// The font of the diagram: Inter, or the next best sans serif where it is not installed. Exported pictures do not
/// need it where they are shown: PDF embeds it, SVG holds outlines.
QFont diagram_font(int pixel_size, int weight = QFont::Normal);

}  // namespace loadframe
