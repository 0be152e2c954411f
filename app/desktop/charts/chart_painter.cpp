#include "charts/chart_painter.h"

#include "diagram/curve.h"
#include "diagram/text.h"
#include "panels/wording.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double gap = 6;
constexpr double tick_length = 3;
constexpr double least_marker_gap = 3;
constexpr double line_width = 1.6;
constexpr double sample_width = 14;
constexpr double title_factor = 1.25;  ///< of exported pictures' titles, on the labels' size

/// The least of 1, 2, 5 × 10^k that is not below the value.
double round_up(double value) {
  if (value <= 0) return 1;
  const double decade = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0})
    if (value <= step * decade * (1 + 1e-9)) return step * decade;
  return 10 * decade;
}

/// The least step that people count time in which gives no more steps than there is room for.
double time_step(double length_s, double most_steps) {
  for (const double step : {0.001, 0.005, 0.01, 0.05, 0.1, 0.5})
    if (length_s / step <= std::max(most_steps, 1.0)) return step;
  for (const double step : {1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1800., 3600., 7200., 14'400.})
    if (length_s / step <= std::max(most_steps, 1.0)) return step;
  return 28'800;
}

QString tick_text(MetricUnit unit, double value) {
  return unit == MetricUnit::per_second ? figure_text(value) : value_text(unit, value);
}

void paint_values(QPainter& painter, const QRectF& area, const PlotPicture& picture, const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const double top = top_of(picture);
  constexpr double room = 2.2;  // for a step, in lines of text
  const double step = value_step(top, std::floor(area.height() / (room * metrics.height())));
  for (int i = 0; i * step <= top * (1 + 1e-9); ++i) {
    const double y = area.bottom() - i * step / top * area.height();
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(theme.muted_text);
    const QString text = tick_text(picture.unit, i * step);
    painter.drawText(QPointF(area.left() - gap - metrics.horizontalAdvance(text), y + metrics.capHeight() / 2), text);
  }
}

void paint_times(QPainter& painter, const QRectF& area, const PlotPicture& picture, const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const double widest = metrics.horizontalAdvance(QStringLiteral("00:00.0")) + 2 * gap;
  const double step = time_step(picture.to_s - picture.from_s, area.width() / widest);
  double free_from = area.left() - widest;
  for (double at = std::ceil(picture.from_s / step) * step; at <= picture.to_s; at += step) {
    const double x = x_of(picture, area, at);
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + tick_length));
    QString text = to_qstring(clock_text(duration_from_seconds(at + 1e-9)));
    if (step >= 1) text.truncate(text.lastIndexOf(QLatin1Char('.')));
    const double width = metrics.horizontalAdvance(text);
    const double left = std::min(x - width / 2, area.right() - width);
    if (left < free_from) continue;
    painter.setPen(theme.muted_text);
    painter.drawText(QPointF(left, area.bottom() + tick_length + metrics.ascent() + 1), text);
    free_from = left + width + gap;
  }
}

void paint_line(QPainter& painter, const QRectF& area, const PlotPicture& picture, const PlotLine& line, double top,
                const Theme& theme) {
  painter.setPen(QPen(theme.*(line.color), line_width, line.style, Qt::RoundCap, Qt::RoundJoin));
  const double x_factor = area.width() / (picture.to_s - picture.from_s);
  const double y_factor = area.height() / top;
  QPolygonF run;
  for (const QPointF& point : thinned(line.points, picture.from_s, picture.to_s, area.width())) {
    if (std::isnan(point.y())) {
      draw_curve(painter, run);
      run.clear();
      continue;
    }
    run << QPointF(area.left() + (point.x() - picture.from_s) * x_factor, area.bottom() - point.y() * y_factor);
  }
  draw_curve(painter, run);
}

void paint_markers(QPainter& painter, const QRectF& area, const PlotPicture& picture, const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  const auto for_shown = [&](const auto& paint) {
    double last_x = area.left() - 2 * least_marker_gap;
    for (const ChartMarker& marker : picture.markers) {
      const double x = x_of(picture, area, marker.at.seconds());
      if (x < area.left() || x > area.right() || x < last_x + least_marker_gap) continue;
      last_x = x;
      paint(marker, x);
    }
  };
  for_shown([&](const ChartMarker& marker, double x) {
    painter.setPen(QPen(marker.is_bad ? theme.bad : theme.busy, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  });
  // After all lines, so that none runs through a text.
  double free_from = area.left();
  for_shown([&](const ChartMarker& marker, double x) {
    const double width = metrics.horizontalAdvance(marker.text) + gap;
    if (x < free_from || x + width > area.right()) return;
    painter.fillRect(QRectF(x + 1, area.top(), width, metrics.height()), mixed(theme.surface, Qt::transparent, 0.15));
    painter.setPen(marker.is_bad ? theme.bad_text : theme.busy_text);
    painter.drawText(QPointF(x + gap / 2, area.top() + metrics.ascent()), marker.text);
    free_from = x + width;
  });
}

void paint_cursor(QPainter& painter, const QRectF& area, const PlotPicture& picture, double top, const Theme& theme) {
  const double x = x_of(picture, area, *picture.cursor_s);
  if (x < area.left() || x > area.right()) return;
  painter.setPen(QPen(theme.muted_text, 1));
  painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  for (const PlotLine& line : picture.lines) {
    const auto value = line.hidden ? std::nullopt : value_at(line, *picture.cursor_s);
    if (!value) continue;
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.*(line.color));
    painter.drawEllipse(QPointF(x, area.bottom() - *value / top * area.height()), 3.5, 3.5);
  }
}

void paint_why_empty(QPainter& painter, const QRectF& area, const QString& why, const Theme& theme) {
  const QRectF inside = area.adjusted(gap, 0, -gap, 0);
  painter.setPen(theme.muted_text);
  painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, why);
}

}  // namespace

std::vector<QPointF> thinned(const std::vector<QPointF>& points, double from_s, double to_s, double pixels) {
  const auto before = [](const QPointF& point, double at) { return point.x() < at; };
  auto first = std::lower_bound(points.begin(), points.end(), from_s, before);
  auto last = std::lower_bound(first, points.end(), to_s, before);
  // One more at each side, so that lines reach the edges.
  if (first != points.begin()) --first;
  if (last != points.end()) ++last;
  if (static_cast<double>(last - first) <= 2 * pixels) return {first, last};

  std::vector<QPointF> thin;
  const double factor = pixels / (to_s - from_s);
  for (auto from = first; from != last;) {
    const double pixel = std::floor((from->x() - from_s) * factor);
    auto to = from;
    auto least = last;
    auto most = last;
    bool has_gap = false;
    for (; to != last && std::floor((to->x() - from_s) * factor) == pixel; ++to) {
      if (std::isnan(to->y())) {
        has_gap = true;
        continue;
      }
      if (least == last || to->y() < least->y()) least = to;
      if (most == last || to->y() > most->y()) most = to;
    }
    if (least == last) {
      thin.push_back(*from);  // nothing but a gap
    } else {
      thin.push_back(least < most ? *least : *most);
      if (least != most) thin.push_back(least < most ? *most : *least);
      if (has_gap && std::isnan((to - 1)->y())) thin.push_back(*(to - 1));
    }
    from = to;
  }
  return thin;
}

double value_step(double top, double most_steps) {
  double decade = std::pow(10, std::floor(std::log10(top / std::max(most_steps, 1.0))));
  for (; decade < top; decade *= 10) {
    for (const double step : {1.0, 2.0, 2.5, 5.0}) {
      const double steps = top / (step * decade);
      if (steps <= most_steps * (1 + 1e-9) && std::abs(steps - std::round(steps)) < 1e-6) return step * decade;
    }
  }
  return top;
}

double top_of(const PlotPicture& picture) {
  double top = 0;
  for (const PlotLine& line : picture.lines) {
    if (line.hidden) continue;
    for (const QPointF& point : line.points)
      if (point.x() >= picture.from_s && point.x() <= picture.to_s && point.y() > top) top = point.y();
  }
  const double reach = round_up(std::max(top, least_top(picture.unit)));
  return most_top(picture.unit) > 0 ? std::min(reach, most_top(picture.unit)) : reach;
}

QRectF plot_area(const QRectF& box, const PlotPicture& picture, const QFont& font) {
  const QFontMetricsF metrics(font);
  const double top = top_of(picture);
  double widest = 0;
  for (const double part : {1.0, 0.5, 0.0})
    widest = std::max(widest, metrics.horizontalAdvance(tick_text(picture.unit, top * part)));
  return box.adjusted(widest + gap, metrics.capHeight() / 2 + 1, -gap, -(tick_length + metrics.height() + 1));
}

double x_of(const PlotPicture& picture, const QRectF& area, double at_s) {
  return area.left() + (at_s - picture.from_s) / (picture.to_s - picture.from_s) * area.width();
}

double time_at(const PlotPicture& picture, const QRectF& area, double x) {
  return picture.from_s + (x - area.left()) / std::max(area.width(), 1.0) * (picture.to_s - picture.from_s);
}

void paint_plot(QPainter& painter, const QRectF& box, const PlotPicture& picture, const Theme& theme,
                const QFont& font) {
  painter.save();
  painter.setFont(font);
  const QRectF area = plot_area(box, picture, font);
  if (area.width() > 8 && area.height() > 8) {
    const double top = top_of(picture);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (picture.why_empty.isEmpty()) paint_values(painter, area, picture, theme);
    paint_times(painter, area, picture, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(area.adjusted(0, -2, 1, 2));
    if (picture.marked_s) {
      const auto [a, b] = *picture.marked_s;
      const double left = x_of(picture, area, std::min(a, b));
      painter.fillRect(QRectF(left, area.top(), x_of(picture, area, std::max(a, b)) - left, area.height()),
                       mixed(theme.accent, Qt::transparent, 0.8));
    }
    painter.setBrush(Qt::NoBrush);
    for (const PlotLine& line : picture.lines)
      if (!line.hidden) paint_line(painter, area, picture, line, top, theme);
    if (picture.why_empty.isEmpty()) paint_markers(painter, area, picture, theme);
    else paint_why_empty(painter, area, picture.why_empty, theme);
    if (picture.cursor_s) paint_cursor(painter, area, picture, top, theme);
    painter.restore();
  }
  painter.restore();
}

std::optional<double> value_at(const PlotLine& line, double at_s) {
  const auto& points = line.points;
  auto next = std::lower_bound(points.begin(), points.end(), at_s,
                               [](const QPointF& point, double at) { return point.x() < at; });
  if (points.empty()) return std::nullopt;
  if (next == points.end() || (next != points.begin() && at_s - (next - 1)->x() < next->x() - at_s)) --next;
  const double spacing =
      points.size() > 1 ? (points.back().x() - points.front().x()) / static_cast<double>(points.size() - 1) : 1;
  if (std::isnan(next->y()) || std::abs(next->x() - at_s) > 2 * spacing + 1) return std::nullopt;
  return next->y();
}

void paint_sample(QPainter& painter, const QRectF& box, const PlotLine& line, const Theme& theme) {
  painter.setPen(
      QPen(theme.*(line.color), 2.5, line.style == Qt::SolidLine ? Qt::SolidLine : Qt::DotLine, Qt::FlatCap));
  painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

void paint_chart(QPainter& painter, const QRectF& box, const QString& title, const PlotPicture& picture,
                 const Theme& theme, const QFont& font) {
  painter.fillRect(box, theme.surface);
  const double margin = 2 * gap;
  QRectF inside = box.adjusted(margin, margin, -margin, -margin);
  QFont bold = font;
  bold.setPointSizeF(font.pointSizeF() * title_factor);
  bold.setBold(true);
  const double title_height = QFontMetricsF(bold).height();
  draw_line(painter, QRectF(inside.left(), inside.top(), inside.width(), title_height), Qt::AlignLeft, title, bold,
            theme.text);
  const QFontMetricsF metrics(font);
  const double row = metrics.height() + gap / 2;
  QPointF at(inside.left(), inside.top() + title_height + gap / 2);
  for (const PlotLine& line : picture.lines) {
    if (line.hidden) continue;
    const double width = sample_width + gap + metrics.horizontalAdvance(line.label) + 2 * gap;
    if (at.x() + width > inside.right() && at.x() > inside.left()) at = QPointF(inside.left(), at.y() + row);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_sample(painter, QRectF(at.x(), at.y(), sample_width, metrics.height()), line, theme);
    draw_line(painter, QRectF(at.x() + sample_width + gap, at.y(), width, metrics.height()), Qt::AlignLeft, line.label,
              font, theme.text);
    at.rx() += width;
  }
  inside.setTop(at.y() + row + gap);
  paint_plot(painter, inside, picture, theme, font);
}

}  // namespace loadframe
