#include "diagram/tokens.h"

#include "diagram/geometry.h"
#include "diagram/text.h"

#include <QPainterPath>

#include <algorithm>
#include <unordered_map>

namespace loadframe {

namespace {

constexpr double usual_radius = 10;
constexpr double least_radius = 8;  ///< on the screen, so that the number can be read
constexpr double most_radius = 16;
constexpr double gap = 3;
constexpr double abandoned_presence = 0.5;

QColor color_of(const Theme& theme, Token::Look look) {
  switch (look) {
    case Token::Look::travelling:
    case Token::Look::answer:
    case Token::Look::working:
      return theme.accent;
    case Token::Look::failed:
      return theme.bad;
    case Token::Look::queued:
    case Token::Look::stuck:
      return theme.busy;
    case Token::Look::downstream:
      return theme.muted_text;
  }
  return theme.accent;
}

bool is_filled(Token::Look look) {
  return look == Token::Look::travelling || look == Token::Look::working || look == Token::Look::failed;
}

/// Failures are octagons, what waits in a backlog is a square, all else is round.
QPainterPath shape_of(Token::Look look, QPointF center, double radius) {
  QPainterPath shape;
  if (look == Token::Look::queued || look == Token::Look::stuck) {
    shape.addRoundedRect(QRectF(center - QPointF(radius, radius) * 0.92, QSizeF(radius, radius) * 1.84), radius * 0.3,
                         radius * 0.3);
  } else if (look == Token::Look::failed) {
    constexpr double corner = 0.4142;  // tan(22.5°): a regular octagon
    QPolygonF octagon;
    for (const QPointF& point : {QPointF(corner, -1), QPointF(1, -corner), QPointF(1, corner), QPointF(corner, 1),
                                 QPointF(-corner, 1), QPointF(-1, corner), QPointF(-1, -corner), QPointF(-corner, -1)})
      octagon << center + point * radius;
    shape.addPolygon(octagon);
    shape.closeSubpath();
  } else {
    shape.addEllipse(center, radius, radius);
  }
  return shape;
}

}  // namespace

double token_radius(double scale) { return std::clamp(usual_radius * scale, least_radius, most_radius) / scale; }

std::vector<std::optional<QPointF>> places_of(std::span<const Token> tokens, const Architecture& architecture,
                                              const LiveCache& cache, double scale) {
  const double radius = token_radius(scale);
  std::unordered_map<std::uint32_t, int> standing;  // by component
  std::vector<std::optional<QPointF>> places;
  places.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (token.link) {
      const std::size_t place = cache.place_of(token.link);
      const bool is_drawn = place != LiveCache::no_place && !cache.tracks()[place].is_empty();
      places.push_back(is_drawn ? std::optional(cache.tracks()[place].at(token.progress)) : std::nullopt);
      continue;
    }
    const Component* const component = find(architecture, token.component);
    if (!component) {
      places.push_back(std::nullopt);
      continue;
    }
    const QRectF box = rectangle_of(*component);
    const int turn = standing[token.component.value]++;
    places.push_back(QPointF(box.left() + 12 + radius + turn * (2 * radius + gap), box.bottom()));
  }
  return places;
}

void paint_token(QPainter& painter, const Theme& theme, const Token& token, QPointF center, double radius) {
  painter.save();
  if (token.abandoned) painter.setOpacity(abandoned_presence);
  const QColor color = color_of(theme, token.look);
  if (token.chosen) {
    painter.setPen(QPen(theme.selection, radius * 0.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, radius * 1.4, radius * 1.4);
  }
  QPen pen(color, radius * 0.2);
  if (token.look == Token::Look::downstream) pen.setDashPattern({2, 1.5});
  painter.setPen(pen);
  painter.setBrush(is_filled(token.look) ? color : theme.card);
  painter.drawPath(shape_of(token.look, center, radius));

  const QFont font = diagram_font(std::max(1, static_cast<int>(radius * 1.1)), QFont::DemiBold);
  const QColor ink = token.look == Token::Look::failed ? theme.card
                     : is_filled(token.look)           ? theme.accent_text
                                                       : theme.text;
  draw_line(painter, QRectF(center - QPointF(radius, radius) * 1.3, QSizeF(radius, radius) * 2.6), Qt::AlignHCenter,
            token.label, font, ink);
  if (token.abandoned) {
    painter.setPen(QPen(ink, radius * 0.15));
    painter.drawLine(center + QPointF(-radius, radius) * 0.7, center + QPointF(radius, -radius) * 0.7);
  }
  painter.restore();
}

void paint_tokens(QPainter& painter, const Architecture& architecture, const Theme& theme,
                  std::span<const Token> tokens, const LiveCache& cache, double scale) {
  const auto places = places_of(tokens, architecture, cache, scale);
  const double radius = token_radius(scale);
  for (const bool chosen : {false, true})  // what was chosen is on top
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (places[i] && tokens[i].chosen == chosen) paint_token(painter, theme, tokens[i], *places[i], radius);
}

}  // namespace loadframe
