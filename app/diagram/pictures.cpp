#include "diagram/pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QMutex>
#include <QSvgRenderer>

#include <algorithm>
#include <vector>

namespace loadframe {

namespace {

constexpr int most_pixels_wide = 2048;  ///< what is larger is scaled down when it is decoded
constexpr std::size_t most_decoded = 24;

QByteArray bytes_of(const Picture& picture) {
  const std::string_view bytes = picture.bytes();
  return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QImage decode(const Picture& picture) {
  QByteArray bytes = bytes_of(picture);
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.isValid() && std::max(size.width(), size.height()) > most_pixels_wide)
    reader.setScaledSize(size.scaled(most_pixels_wide, most_pixels_wide, Qt::KeepAspectRatio));
  return reader.read();
}

/// The pictures decoded last. The canvas paints the same ones again and again, exports do so on other threads.
class Decoded {
public:
  QImage image_of(const Picture& picture) {
    const QMutexLocker locked(&mutex_);
    std::erase_if(entries_, [](const Entry& entry) { return entry.of.expired(); });
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.of.lock() == picture.shared(); });
    if (found != entries_.end()) return found->image;
    if (entries_.size() >= most_decoded) entries_.erase(entries_.begin());
    entries_.push_back({picture.shared(), decode(picture)});
    return entries_.back().image;
  }

private:
  struct Entry {
    std::weak_ptr<const std::string> of;
    QImage image;
  };
  QMutex mutex_;
  std::vector<Entry> entries_;
};

QImage image_of(const Picture& picture) {
  static Decoded decoded;
  return decoded.image_of(picture);
}

QRectF fitted(const QSizeF& size, const QRectF& box) {
  const QSizeF fit = size.scaled(box.size(), Qt::KeepAspectRatio);
  return {box.center() - QPointF(fit.width(), fit.height()) / 2, fit};
}

}  // namespace

QSizeF size_of(const Picture& picture) {
  if (picture.empty()) return {};
  if (picture.format() == ImageFormat::svg) return QSvgRenderer(bytes_of(picture)).defaultSize();
  QByteArray bytes = bytes_of(picture);
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

void paint_picture(QPainter& painter, const QRectF& box, const Picture& picture, const QColor& frame) {
  if (picture.format() == ImageFormat::svg) {
    QSvgRenderer renderer(bytes_of(picture));
    if (renderer.isValid() && !renderer.defaultSize().isEmpty()) {
      painter.save();
      renderer.render(&painter, fitted(renderer.defaultSize(), box));
      painter.restore();
      return;
    }
  } else if (const QImage image = image_of(picture); !image.isNull()) {
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(fitted(image.size(), box), image);
    painter.restore();
    return;
  }
  painter.setPen(QPen(frame, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box);
  painter.drawLine(box.topLeft(), box.bottomRight());
  painter.drawLine(box.topRight(), box.bottomLeft());
}

}  // namespace loadframe
