#include "diagram/picture_export.h"

#include "diagram/geometry.h"
#include "diagram/painter.h"
#include "diagram/routing.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <array>
#include <cmath>

namespace loadframe {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(loadframe::PictureExport)
};

/// 100 million pixels: 400 MB while it is painted.
constexpr double most_pixels = 1e8;
constexpr int most_side = 32'000;  ///< QPainter's coordinates end at 2^15
constexpr int points_per_inch = 72;

void paint(QPainter& painter, const Architecture& architecture, const Theme& theme, const QRectF& sheet,
           const PictureOptions& options, const std::shared_ptr<const Routes>& routes) {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
  if (!options.transparent) painter.fillRect(sheet, theme.canvas);
  StillView view;
  view.grid = false;
  view.routes = routes;
  paint_still(painter, architecture, theme, view, sheet, 1);
}

QString title_of(const Architecture& architecture) { return QString::fromStdString(architecture.properties.name); }

Result<QByteArray> export_png(const Architecture& architecture, const Theme& theme, const QRectF& sheet,
                              const PictureOptions& options, const std::shared_ptr<const Routes>& routes) {
  const double width = std::ceil(sheet.width() * options.scale);
  const double height = std::ceil(sheet.height() * options.scale);
  if (width > most_side || height > most_side || width * height > most_pixels)
    return error({}, Words::tr("The picture would have %1 × %2 pixels").arg(width).arg(height).toStdString(),
                 Words::tr("choose a smaller scale, or SVG or PDF").toStdString());
  QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    return error({}, Words::tr("There is not enough memory for the picture").toStdString(),
                 Words::tr("choose a smaller scale, or SVG or PDF").toStdString());
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.scale(options.scale, options.scale);
  painter.translate(-sheet.topLeft());
  paint(painter, architecture, theme, sheet, options, routes);
  painter.end();
  image.setText(QStringLiteral("Title"), title_of(architecture));
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) return error({}, Words::tr("The picture could not be encoded").toStdString());
  return bytes;
}

Result<QByteArray> export_svg(const Architecture& architecture, const Theme& theme, const QRectF& sheet,
                              const PictureOptions& options, const std::shared_ptr<const Routes>& routes) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);
  generator.setSize(sheet.size().toSize());
  generator.setViewBox(QRectF(QPointF(), sheet.size()));
  generator.setTitle(title_of(architecture).toHtmlEscaped());  // the generator writes both as they are
  // What the outlines of the text cannot tell a screen reader or a search.
  QStringList names;
  for (const Component& component : architecture.components) names << QString::fromStdString(component.name);
  generator.setDescription(names.join(QStringLiteral(", ")).toHtmlEscaped());
  QPainter painter(&generator);
  painter.translate(-sheet.topLeft());
  paint(painter, architecture, theme, sheet, options, routes);
  painter.end();
  return bytes;
}

Result<QByteArray> export_pdf(const Architecture& architecture, const Theme& theme, const QRectF& sheet,
                              const PictureOptions& options, const std::shared_ptr<const Routes>& routes) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(title_of(architecture));
  writer.setCreator(QStringLiteral("Loadframe"));
  writer.setResolution(10 * points_per_inch);  // finer than a canvas unit, which becomes a point
  writer.setPageSize(QPageSize(sheet.size(), QPageSize::Point, {}, QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF());
  QPainter painter(&writer);
  painter.scale(10, 10);
  painter.translate(-sheet.topLeft());
  paint(painter, architecture, theme, sheet, options, routes);
  painter.end();
  return bytes;
}

}  // namespace

std::span<const PictureFormatDescription> picture_formats() {
  static const std::array formats{
      PictureFormatDescription{QStringLiteral("png"), QStringLiteral("PNG"), false},
      PictureFormatDescription{QStringLiteral("svg"), QStringLiteral("SVG"), true},
      PictureFormatDescription{QStringLiteral("pdf"), QStringLiteral("PDF"), true},
  };
  return formats;
}

std::optional<PictureFormat> picture_format_from_key(const QString& key) {
  const auto formats = picture_formats();
  for (std::size_t i = 0; i < formats.size(); ++i)
    if (formats[i].key == key.toLower()) return static_cast<PictureFormat>(i);
  return std::nullopt;
}

Result<QByteArray> export_picture(const Architecture& architecture, PictureFormat format,
                                  const PictureOptions& options) {
  const Theme& look = theme(options.theme);
  const auto routes = routes_of(architecture, options.links);
  const QRectF sheet = drawn_bounds(architecture, *routes).toAlignedRect();
  switch (format) {
    case PictureFormat::png:
      return export_png(architecture, look, sheet, options, routes);
    case PictureFormat::svg:
      return export_svg(architecture, look, sheet, options, routes);
    case PictureFormat::pdf:
      return export_pdf(architecture, look, sheet, options, routes);
  }
  return error({}, Words::tr("Unknown format").toStdString());
}

}  // namespace loadframe
