#include "diagram/icons.h"

#include "diagram/resources.h"

#include <QDir>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainterPath>
#include <QSvgRenderer>

#include <map>
#include <string>

namespace loadframe {

namespace {

constexpr double icon_size = 24;
constexpr float disabled_opacity = 0.38F;

/// Takes in what is painted on it as the outline of it all, so that an icon can be filled with any colour later.
class OutlineEngine : public QPaintEngine {
public:
  OutlineEngine() : QPaintEngine(AllFeatures) {}

  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  Type type() const override { return User; }
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

  void updateState(const QPaintEngineState& now) override {
    const DirtyFlags changed = now.state();
    if (changed & DirtyPen) pen_ = now.pen();
    if (changed & DirtyBrush) brush_ = now.brush();
    if (changed & DirtyTransform) transform_ = now.transform();
  }

  void drawPath(const QPainterPath& path) override {
    if (brush_.style() != Qt::NoBrush) outline_.addPath(transform_.map(path));
    if (pen_.style() != Qt::NoPen) outline_.addPath(transform_.map(QPainterPathStroker(pen_).createStroke(path)));
  }

  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i) path.lineTo(points[i]);
    if (mode != PolylineMode) path.closeSubpath();
    drawPath(path);
  }

  QPainterPath outline() const {
    QPainterPath filled = outline_;
    filled.setFillRule(Qt::WindingFill);
    return filled;
  }

private:
  QPen pen_{Qt::NoPen};
  QBrush brush_{Qt::NoBrush};
  QTransform transform_;
  QPainterPath outline_;
};

class OutlineDevice : public QPaintDevice {
public:
  QPaintEngine* paintEngine() const override { return &engine_; }
  QPainterPath outline() const { return engine_.outline(); }

protected:
  int metric(PaintDeviceMetric metric) const override {
    switch (metric) {
      case PdmWidth:
      case PdmHeight: return static_cast<int>(icon_size);
      case PdmDevicePixelRatio: return 1;
      case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
      case PdmDpiX:
      case PdmDpiY:
      case PdmPhysicalDpiX:
      case PdmPhysicalDpiY: return 96;
      default: return 0;
    }
  }

private:
  mutable OutlineEngine engine_;
};

using Outlines = std::map<std::string, QPainterPath, std::less<>>;

Outlines read_outlines() {
  load_resources();
  Outlines outlines;
  const QDir folder(QStringLiteral(":/loadframe/icons"));
  for (const QString& file : folder.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name)) {
    QSvgRenderer source(folder.filePath(file));
    OutlineDevice device;
    QPainter painter(&device);
    source.render(&painter, QRectF(0, 0, icon_size, icon_size));
    painter.end();
    outlines.emplace(file.chopped(4).toStdString(), device.outline());
  }
  return outlines;
}

const Outlines& outlines() {
  static const Outlines all = read_outlines();
  return all;
}

class LineIconEngine : public QIconEngine {
public:
  LineIconEngine(std::string_view key, const QColor& color, const QColor& on_color)
      : key_(key), color_(color), on_color_(on_color) {}

  void paint(QPainter* painter, const QRect& box, QIcon::Mode mode, QIcon::State state) override {
    QColor color = state == QIcon::On ? on_color_ : color_;
    if (mode == QIcon::Disabled) color.setAlphaF(color.alphaF() * disabled_opacity);
    paint_icon(*painter, box, key_, color);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }

  QIconEngine* clone() const override { return new LineIconEngine(*this); }  // the icon owns it
  QString key() const override { return QStringLiteral("loadframe-line"); }
  bool isNull() override { return !outlines().contains(key_); }

private:
  std::string key_;
  QColor color_;
  QColor on_color_;
};

}  // namespace

QStringList icon_keys() {
  QStringList keys;
  for (const auto& [key, outline] : outlines()) keys.append(QString::fromStdString(key));
  return keys;
}

void paint_icon(QPainter& painter, const QRectF& box, std::string_view key, const QColor& color) {
  const auto found = outlines().find(key);
  if (found == outlines().end()) return;
  const double size = std::min(box.width(), box.height());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(box.center() - QPointF(size, size) / 2);
  painter.scale(size / icon_size, size / icon_size);
  painter.fillPath(found->second, color);
  painter.restore();
}

QIcon icon(std::string_view key, const QColor& color) { return icon(key, color, color); }

QIcon icon(std::string_view key, const QColor& color, const QColor& on_color) {
  return QIcon(new LineIconEngine(key, color, on_color));  // the icon owns it
}

}  // namespace loadframe
