#include "canvas/picture_import.h"

#include "background.h"
#include "canvas/snapping.h"
#include "diagram/pictures.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

struct PictureImport {
  Q_DECLARE_TR_FUNCTIONS(PictureImport)
};

constexpr qint64 most_file_bytes = qint64{64} << 20;
constexpr int most_pixels = 1600;  ///< on the longer side, of what is scaled down
constexpr double largest_on_canvas = 320;
constexpr double least_on_canvas = 48;
constexpr double frame = 8;

QString picture_file(const QMimeData& data) {
  const QList<QUrl> urls = data.urls();
  if (urls.size() != 1 || !urls.constFirst().isLocalFile()) return {};
  const QString path = urls.constFirst().toLocalFile();
  static const QStringList suffixes{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
                                    QStringLiteral("svg")};
  return suffixes.contains(QFileInfo(path).suffix().toLower()) ? path : QString();
}

std::string encoded(const QImage& image, const char* format) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  constexpr int quality = 85;
  image.save(&buffer, format, format == std::string_view("JPG") ? quality : -1);
  return bytes.toStdString();
}

/// As PNG, which keeps every pixel; if that is too large, smaller, and at last as JPEG.
Result<Picture> picture_of(QImage image) {
  if (image.isNull()) return error({}, PictureImport::tr("The picture cannot be read.").toStdString());
  std::string bytes = encoded(image, "PNG");
  if (bytes.size() > most_picture_bytes) {
    if (std::max(image.width(), image.height()) > most_pixels)
      image = image.scaled(most_pixels, most_pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    bytes = encoded(image, "PNG");
  }
  if (bytes.size() > most_picture_bytes) bytes = encoded(image, "JPG");
  return picture_from_bytes(std::move(bytes));
}

Result<Picture> picture_in(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return error({}, file.errorString().toStdString());
  if (file.size() > most_file_bytes)
    return error({}, PictureImport::tr("The picture is larger than 64 MiB.").toStdString(),
                 PictureImport::tr("Scale it down first.").toStdString());
  const QByteArray bytes = file.readAll();
  if (static_cast<std::size_t>(bytes.size()) <= most_picture_bytes) return picture_from_bytes(bytes.toStdString());
  QImageReader reader(path);
  reader.setAutoTransform(true);
  return picture_of(reader.read());
}

}  // namespace

bool holds_picture(const QMimeData& data) { return data.hasImage() || !picture_file(data).isEmpty(); }

Result<Picture> picture_from(const QMimeData& data, QWidget& window) {
  const QString path = picture_file(data);
  if (!path.isEmpty())
    return run_in_background(&window, PictureImport::tr("Reading the picture…"), [path] { return picture_in(path); });
  const auto image = data.imageData().value<QImage>();
  return run_in_background(&window, PictureImport::tr("Reading the picture…"), [image] { return picture_of(image); });
}

QSizeF size_on_canvas(const Picture& picture) {
  QSizeF size = size_of(picture);
  if (size.isEmpty()) size = {largest_on_canvas / 2, largest_on_canvas / 2};
  const double longer = std::max(size.width(), size.height());
  const double target = std::clamp(longer, least_on_canvas, largest_on_canvas);
  size *= target / longer;
  return {std::max(size.width(), least_on_canvas / 2) + frame, std::max(size.height(), least_on_canvas / 2) + frame};
}

}  // namespace loadframe
