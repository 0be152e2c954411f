#include "panels/glyphs.h"

#include "diagram/painter.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <functional>

namespace loadframe {

namespace {

/// Paints whenever it is asked for, at the size and pixel ratio that are asked for.
class PaintedIcon : public QIconEngine {
public:
  using Paint = std::function<void(QPainter&, const QRectF&)>;
  explicit PaintedIcon(Paint paint) : paint_(std::move(paint)) {}

  void paint(QPainter* painter, const QRect& box, QIcon::Mode mode, QIcon::State) override {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (mode == QIcon::Disabled) painter->setOpacity(0.4);
    paint_(*painter, box);
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }

  QIconEngine* clone() const override { return new PaintedIcon(paint_); }

private:
  Paint paint_;
};

QIcon painted(PaintedIcon::Paint paint) { return QIcon(new PaintedIcon(std::move(paint))); }

QColor tint(QColor color, bool dark) {
  color.setAlphaF(dark ? 0.26F : 0.15F);
  return color;
}

QPainterPath triangle(QPointF a, QPointF b, QPointF c) {
  QPainterPath path(a);
  path.lineTo(b);
  path.lineTo(c);
  path.closeSubpath();
  return path;
}

void paint_arrow_round(QPainter& painter, bool clockwise, const QColor& color) {
  const double direction = clockwise ? -1 : 1;
  painter.drawArc(QRectF(3.5, 3.5, 9, 9), clockwise ? 16 * 60 : 16 * 120, static_cast<int>(16 * 300 * direction));
  const QPointF tip = clockwise ? QPointF(10.6, 4.3) : QPointF(5.4, 4.3);
  const double side = clockwise ? 1 : -1;
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPath(
      triangle(tip + QPointF(side * 2.6, -2.9), tip + QPointF(side * 1.9, 2.2), tip + QPointF(-side * 2.6, 0)));
}

}  // namespace

QIcon tile_icon(const Theme& theme, std::string_view key, const QColor& color) {
  return painted([key = std::string(key), color, dark = theme.dark](QPainter& painter, const QRectF& box) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(color, dark));
    painter.drawRoundedRect(box, box.width() * 0.2, box.width() * 0.2);
    const double margin = box.width() * 0.2;
    paint_icon(painter, box.adjusted(margin, margin, -margin, -margin), key, color);
  });
}

QIcon line_icon(std::string_view key, const QColor& color) {
  return painted(
      [key = std::string(key), color](QPainter& painter, const QRectF& box) { paint_icon(painter, box, key, color); });
}

QColor color_of(const Theme& theme, const Architecture& architecture, const ElementId& element) {
  if (const auto* id = std::get_if<ComponentId>(&element))
    if (const Component* component = find(architecture, *id))
      return color_of(theme, description(kind_of(component->settings)).tier);
  return theme.muted_text;
}

std::string_view icon_key(const Architecture& architecture, const ElementId& element) {
  if (const auto* component_id = std::get_if<ComponentId>(&element)) {
    const Component* component = find(architecture, *component_id);
    return component ? description(kind_of(component->settings)).key : std::string_view();
  }
  if (const auto* area_id = std::get_if<AreaId>(&element)) {
    const Area* area = find(architecture, *area_id);
    return area ? description(kind_of(area->settings)).key : std::string_view();
  }
  if (std::holds_alternative<LinkId>(element)) return "link";
  if (std::holds_alternative<NoteId>(element)) return "note";
  return "architecture";
}

QIcon sign_icon(Sign sign, const QColor& color) {
  return painted([sign, color](QPainter& painter, const QRectF& box) { paint_sign(painter, box, sign, color); });
}

void paint_sign(QPainter& painter, const QRectF& box, Sign sign, const QColor& color) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(box.topLeft());
  painter.scale(box.width() / 16, box.height() / 16);
  QPen pen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
  const auto fill = [&](const QPainterPath& path) {
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    painter.drawPath(path);
  };
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  switch (sign) {
    case Sign::run:
      fill(triangle({5, 3.2}, {12.6, 8}, {5, 12.8}));
      break;
    case Sign::pause: {
      QPainterPath bars;
      bars.addRoundedRect(4, 3.2, 2.8, 9.6, 0.8, 0.8);
      bars.addRoundedRect(9.2, 3.2, 2.8, 9.6, 0.8, 0.8);
      painter.fillPath(bars, color);
      break;
    }
    case Sign::step: {
      fill(triangle({3.6, 3.6}, {9.8, 8}, {3.6, 12.4}));
      painter.setPen(pen);
      painter.drawLine(QPointF(12.4, 3.6), QPointF(12.4, 12.4));
      break;
    }
    case Sign::restart: {
      fill(triangle({12.8, 3.6}, {6.6, 8}, {12.8, 12.4}));
      painter.setPen(pen);
      painter.drawLine(QPointF(3.6, 3.6), QPointF(3.6, 12.4));
      break;
    }
    case Sign::reset:
      paint_arrow_round(painter, false, color);
      break;
    case Sign::add:
      painter.drawLine(QPointF(8, 3.5), QPointF(8, 12.5));
      painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8));
      break;
    case Sign::remove:
      painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8));
      break;
    case Sign::neutral:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawEllipse(QPointF(8, 8), 3.6, 3.6);
      break;
    case Sign::good:
      painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      painter.drawPolyline(QPolygonF{{3.2, 8.6}, {6.6, 12}, {12.8, 4.6}});
      break;
    case Sign::warning:
      fill(triangle({8, 2.8}, {13.8, 13}, {2.2, 13}));
      break;
    case Sign::bad:
      painter.setPen(QPen(color, 2.4, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(QPointF(4.2, 4.2), QPointF(11.8, 11.8));
      painter.drawLine(QPointF(11.8, 4.2), QPointF(4.2, 11.8));
      break;
  }
  painter.restore();
}

Sign sign_of(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return Sign::neutral;
    case Tone::good:
      return Sign::good;
    case Tone::warning:
      return Sign::warning;
    case Tone::bad:
      return Sign::bad;
  }
  return Sign::neutral;
}

Sign sign_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Sign::neutral;
    case Severity::warning:
      return Sign::warning;
    case Severity::error:
      return Sign::bad;
  }
  return Sign::neutral;
}

QColor color_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return theme.muted_text;
    case Tone::good:
      return theme.good;
    case Tone::warning:
      return theme.busy;
    case Tone::bad:
      return theme.bad;
  }
  return theme.muted_text;
}

QColor color_of(const Theme& theme, Severity severity) {
  switch (severity) {
    case Severity::note:
      return theme.muted_text;
    case Severity::warning:
      return theme.busy;
    case Severity::error:
      return theme.bad;
  }
  return theme.muted_text;
}

QIcon chevron_icon(const QColor& color, Qt::ArrowType direction) {
  constexpr int side = 12;
  constexpr int ratio = 2;
  QPixmap pixmap(side * ratio, side * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (direction == Qt::RightArrow) painter.drawPolyline(QPolygonF({{4.2, 2.5}, {7.8, 6}, {4.2, 9.5}}));
  else if (direction == Qt::UpArrow) painter.drawPolyline(QPolygonF({{2.5, 7.8}, {6, 4.2}, {9.5, 7.8}}));
  else painter.drawPolyline(QPolygonF({{2.5, 4.2}, {6, 7.8}, {9.5, 4.2}}));
  return QIcon(pixmap);
}

}  // namespace loadframe
