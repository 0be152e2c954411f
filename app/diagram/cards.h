#pragma once

#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QPainter>
#include <QRectF>

/// A component as a card, in parts that the still and the live layer share.
namespace loadframe {

/// How much is drawn at a zoom.
enum class Detail { full, reduced, outline };
Detail detail_at(double scale);

/// Where the parts of a card are.
struct CardLayout {
  CardLayout(const QRectF& box, Detail detail);

  QRectF box;
  QRectF tile;
  QRectF icon;
  QRectF name;
  QRectF subtitle;
  QRectF meter;
  QRectF caption;  ///< below the card
  QPointF badge;   ///< centre
};

inline constexpr double card_radius = 10;
inline constexpr double badge_radius = 11;

QFont name_font();
QFont subtitle_font();
QFont caption_font();

enum class CardFace { normal, selected };

/// Shadow, face and border.
void paint_card_face(QPainter& painter, const Theme& theme, const Component& component, CardFace face, Detail detail);

/// Icon and name. `presence` is 1, or less for a component that is dead.
void paint_card_title(QPainter& painter, const Theme& theme, const Component& component, double presence, double scale);

void paint_meter_track(QPainter& painter, const Theme& theme, const QRectF& meter);

/// A round mark on a card's corner or beside a title.
enum class Badge { dead, hung, booting, error, warning };
void paint_badge(QPainter& painter, const Theme& theme, QPointF center, double radius, Badge badge);

/// A small label with a rounded frame, as wide as its text.
enum class PillTone { plain, busy };
QSizeF pill_size(const QString& text);
void paint_pill(QPainter& painter, const Theme& theme, QPointF center, const QString& text, PillTone tone);

}  // namespace loadframe
