#pragma once

#include "architecture/architecture.h"
#include "diagram/route_search.h"

#include <QByteArray>
#include <QString>
#include <span>

namespace loadframe {

/// One row per kind of picture; menus, file dialogs and the command line read it.
enum class PictureFormat { png, svg, pdf };

struct PictureFormatDescription {
  QString key;    ///< on the command line, and the file's suffix: "png"
  QString label;  ///< for people
  bool is_vector = false;
};

std::span<const PictureFormatDescription> picture_formats();
std::optional<PictureFormat> picture_format_from_key(const QString& key);

struct PictureOptions {
  double scale = 1;          ///< raster formats: pixels per canvas unit, 0.1 to 8
  bool transparent = false;  ///< no background
  QString theme = QStringLiteral("light");
  LinkStyle links = LinkStyle::curved;
};

/// The whole diagram, with a margin, without the grid. Text stays text where the format can hold its font, and
/// becomes outlines where it cannot. Needs a QGuiApplication (the offscreen platform will do). The diagnostic tells
/// when a raster would be too large.
Result<QByteArray> export_picture(const Architecture& architecture, PictureFormat format,
                                  const PictureOptions& options);

}  // namespace loadframe
