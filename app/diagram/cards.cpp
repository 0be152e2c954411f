#include "diagram/cards.h"

#include "diagram/geometry.h"
#include "diagram/icons.h"
#include "diagram/text.h"

#include <QPainterPath>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

constexpr double tile_opacity = 0.16;
constexpr double reduced_below = 0.5;
constexpr double outline_below = 0.25;
constexpr int name_size = 14;
constexpr double readable_size = 11;  ///< on the screen: names grow up to it when zoomed out
constexpr int largest_name_size = 30;

/// A soft shadow as a few translucent layers, so that vector formats can hold it.
void paint_shadow(QPainter& painter, const Theme& theme, const QRectF& box) {
  if (theme.shadow.alpha() == 0) return;
  constexpr int layers = 4;
  QColor layer = theme.shadow;
  layer.setAlphaF(layer.alphaF() / layers);
  painter.setPen(Qt::NoPen);
  painter.setBrush(layer);
  for (int i = 0; i < layers; ++i) {
    const double spread = i * 1.4;
    painter.drawRoundedRect(box.translated(0, 2).adjusted(-spread, -spread, spread, spread), card_radius + spread,
                            card_radius + spread);
  }
}

QFont fitting_name_font(const QString& name, double width, double scale) {
  const QFont usual = name_font();
  if (detail_at(scale) == Detail::full) return usual;
  const double usual_width = std::max(1.0, width_of(name, usual));
  constexpr double spare = 0.95;  // letters are laid out in whole pixels, which takes a little more when small
  const double size = std::min(readable_size / scale, name_size * spare * width / usual_width);
  return diagram_font(std::clamp(static_cast<int>(size), name_size, largest_name_size), QFont::DemiBold);
}

}  // namespace

Detail detail_at(double scale) {
  if (scale < outline_below) return Detail::outline;
  return scale < reduced_below ? Detail::reduced : Detail::full;
}

CardLayout::CardLayout(const QRectF& card, Detail detail) : box(card) {
  const QPointF at = card.topLeft();
  const double right = card.right() - 10;
  tile = {at.x() + 10, at.y() + 11, 36, 36};
  icon = {at.x() + 16, at.y() + 17, 24, 24};
  name = QRectF(QPointF(at.x() + 56, at.y() + 12), QPointF(right, at.y() + 31));
  subtitle = QRectF(QPointF(at.x() + 56, at.y() + 31), QPointF(right, at.y() + 48));
  meter = QRectF(QPointF(at.x() + 10, at.y() + 58), QPointF(right, at.y() + 64));
  caption = QRectF(card.left() - 24, card.bottom() + 5, card.width() + 48, 16);
  badge = QPointF(card.right() - 4, at.y() + 4);
  if (detail == Detail::reduced) {
    tile = {at.x() + 7, at.y() + 5, 48, 48};
    icon = {at.x() + 12, at.y() + 10, 38, 38};
    name = QRectF(QPointF(at.x() + 62, at.y() + 8), QPointF(right, at.y() + 50));
    meter = QRectF(QPointF(at.x() + 10, at.y() + 56), QPointF(right, at.y() + 66));
  } else if (detail == Detail::outline) {
    icon = {card.center().x() - 26, at.y() + 4, 52, 52};
    meter = QRectF(QPointF(at.x() + 10, at.y() + 56), QPointF(right, at.y() + 68));
  }
}

QFont name_font() { return diagram_font(name_size, QFont::DemiBold); }
QFont subtitle_font() { return diagram_font(12); }
QFont caption_font() { return diagram_font(11, QFont::Medium); }

void paint_card_face(QPainter& painter, const Theme& theme, const Component& component, CardFace face, Detail detail) {
  const QRectF box = rectangle_of(component);
  if (detail != Detail::outline) paint_shadow(painter, theme, box);
  if (face == CardFace::selected) {
    QColor halo = theme.selection;
    halo.setAlphaF(0.28F);
    painter.setPen(QPen(halo, detail == Detail::full ? 7 : 14));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, card_radius, card_radius);
  }
  const QColor tier = color_of(theme, description(kind_of(component.settings)).tier);
  painter.setBrush(detail == Detail::outline ? mixed(theme.card, tier, tile_opacity) : theme.card);
  const double width = face == CardFace::selected ? 2 : 1.2;
  const QColor border = detail == Detail::outline ? mixed(theme.card_border, tier, 0.4) : theme.card_border;
  painter.setPen(
      QPen(face == CardFace::selected ? theme.selection : border, detail == Detail::full ? width : width * 2));
  painter.drawRoundedRect(box, card_radius, card_radius);
}

void paint_card_title(QPainter& painter, const Theme& theme, const Component& component, double presence,
                      double scale) {
  const Detail detail = detail_at(scale);
  const CardLayout layout(rectangle_of(component), detail);
  const KindDescription& kind = description(kind_of(component.settings));
  const QColor tier = color_of(theme, kind.tier);
  if (detail != Detail::outline) {
    QColor tint = tier;
    tint.setAlphaF(static_cast<float>(tile_opacity * presence));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(layout.tile, 9, 9);
    const QString name = QString::fromStdString(component.name);
    draw_line(painter, layout.name, Qt::AlignLeft, name, fitting_name_font(name, layout.name.width(), scale),
              presence < 1 ? theme.muted_text : theme.text);
  }
  paint_icon(painter, layout.icon, kind.key, presence < 1 ? theme.muted_text : tier);
}

void paint_meter_track(QPainter& painter, const Theme& theme, const QRectF& meter) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.track);
  painter.drawRoundedRect(meter, meter.height() / 2, meter.height() / 2);
}

void paint_badge(QPainter& painter, const Theme& theme, QPointF center, double radius, Badge badge) {
  painter.save();
  painter.translate(center);
  painter.scale(radius / badge_radius, radius / badge_radius);
  const bool is_bad = badge == Badge::dead || badge == Badge::error;
  const QColor color = is_bad ? theme.bad : badge == Badge::booting ? theme.accent : theme.busy;
  painter.setPen(QPen(theme.card, 2));
  painter.setBrush(color);
  if (badge == Badge::warning) {
    QPainterPath triangle(QPointF(0, -11));
    triangle.lineTo(12, 9.5);
    triangle.lineTo(-12, 9.5);
    triangle.closeSubpath();
    painter.setPen(QPen(color, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(triangle);
  } else {
    painter.drawEllipse(QPointF(), badge_radius + 1, badge_radius + 1);
  }
  painter.setPen(QPen(theme.card, 2.4, Qt::SolidLine, Qt::RoundCap));
  painter.setBrush(Qt::NoBrush);
  switch (badge) {
    case Badge::dead:
      painter.drawLine(QPointF(-4.3, -4.3), QPointF(4.3, 4.3));
      painter.drawLine(QPointF(4.3, -4.3), QPointF(-4.3, 4.3));
      break;
    case Badge::hung:
      painter.drawLine(QPointF(-3, -4.2), QPointF(-3, 4.2));
      painter.drawLine(QPointF(3, -4.2), QPointF(3, 4.2));
      break;
    case Badge::booting: {
      painter.drawArc(QRectF(-5, -5, 10, 10), 60 * 16, 270 * 16);
      const std::array tip{QPointF(2.2, -7.2), QPointF(6.6, -4.2), QPointF(1.8, -1.8)};
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme.card);
      painter.drawPolygon(tip.data(), static_cast<int>(tip.size()));
      break;
    }
    case Badge::error:
      painter.drawLine(QPointF(0, -5.5), QPointF(0, 0.8));
      painter.drawPoint(QPointF(0, 5.4));
      break;
    case Badge::warning:
      painter.drawLine(QPointF(0, -4), QPointF(0, 2));
      painter.drawPoint(QPointF(0, 6.2));
      break;
  }
  painter.restore();
}

QSizeF pill_size(const QString& text) { return {width_of(text, caption_font()) + 18, 18}; }

void paint_pill(QPainter& painter, const Theme& theme, QPointF center, const QString& text, PillTone tone) {
  const QSizeF size = pill_size(text);
  const QRectF box(center - QPointF(size.width(), size.height()) / 2, size);
  painter.setPen(QPen(tone == PillTone::busy ? theme.busy : theme.card_border, tone == PillTone::busy ? 1.5 : 1));
  painter.setBrush(theme.card);
  painter.drawRoundedRect(box, size.height() / 2, size.height() / 2);
  draw_line(painter, box.adjusted(4, 0, -4, 0), Qt::AlignHCenter, text, caption_font(),
            tone == PillTone::busy ? theme.busy_text : theme.muted_text);
}

}  // namespace loadframe
