#include "diagram/live_cache.h"

#include "diagram/cards.h"
#include "diagram/geometry.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double point_spacing = 6;     ///< along a track, canvas units
constexpr double fineness = 4;          ///< curves are flattened as at this zoom
constexpr qsizetype most_texts = 4000;  ///< figures change all the time; then all are laid out anew
constexpr qsizetype most_pictures = 64;
constexpr QSizeF figure_size(76, 20);
constexpr double dot_margin = 4;  ///< dots end their way a little within a component

bool fits(QPointF center, const std::vector<QRectF>& taken) {
  const QRectF box(center - QPointF(figure_size.width(), figure_size.height()) / 2, figure_size);
  return std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
}

}  // namespace

LinkTrack::LinkTrack(const QPainterPath& path) {
  if (path.isEmpty()) return;
  // Walks the flattened curve once: asking the path for each point would walk it anew each time.
  const QPolygonF line = path.toSubpathPolygons(QTransform::fromScale(fineness, fineness)).constFirst();
  std::vector<double> so_far{0};
  for (qsizetype i = 1; i < line.size(); ++i)
    so_far.push_back(so_far.back() + QLineF(line[i - 1], line[i]).length() / fineness);
  length_ = so_far.back();
  const int steps = std::max(2, static_cast<int>(std::ceil(length_ / point_spacing)));
  points_.reserve(static_cast<std::size_t>(steps) + 1);
  std::size_t end = 1;
  for (int i = 0; i <= steps; ++i) {
    const double distance = length_ * i / steps;
    while (end + 1 < so_far.size() && so_far[end] < distance) ++end;
    const double piece = so_far[end] - so_far[end - 1];
    const double share = piece > 0 ? std::clamp((distance - so_far[end - 1]) / piece, 0.0, 1.0) : 0.0;
    const QPointF from = line[static_cast<qsizetype>(end) - 1];
    points_.push_back((from + (line[static_cast<qsizetype>(end)] - from) * share) / fineness);
  }
}

QPointF LinkTrack::at(double progress) const {
  const double place = std::clamp(progress, 0.0, 1.0) * static_cast<double>(points_.size() - 1);
  const auto before = std::min(static_cast<std::size_t>(place), points_.size() - 2);
  return points_[before] + (points_[before + 1] - points_[before]) * (place - static_cast<double>(before));
}

bool LinkTrack::is_covered(double progress) const {
  const auto nearest =
      static_cast<std::size_t>(std::lround(std::clamp(progress, 0.0, 1.0) * static_cast<double>(points_.size() - 1)));
  return nearest < covered_.size() && covered_[nearest];
}

void LinkTrack::cover(const std::vector<QRectF>& boxes) {
  if (points_.empty()) return;
  // A straight link's box has no height, and such a box intersects nothing.
  const QRectF around = QPolygonF(QList<QPointF>(points_.begin(), points_.end())).boundingRect().adjusted(-1, -1, 1, 1);
  covered_.assign(points_.size(), false);
  for (const QRectF& box : boxes) {
    if (!around.intersects(box)) continue;
    for (std::size_t i = 0; i < points_.size(); ++i)
      if (box.contains(points_[i])) covered_[i] = true;
  }
}

void LiveCache::follow(const Architecture& architecture) {
  std::vector<Point> corners;
  for (const Component& component : architecture.components) corners.push_back(component.at);
  std::vector<std::pair<ComponentId, ComponentId>> ends;
  std::vector<LinkId> links;
  for (const Link& link : architecture.links) {
    ends.emplace_back(link.caller, link.callee);
    links.push_back(link.id);
  }
  if (corners == corners_ && ends == ends_ && links == links_) return;
  corners_ = std::move(corners);
  ends_ = std::move(ends);
  links_ = std::move(links);

  tracks_.clear();
  for (const QPainterPath& path : paths_of(architecture)) tracks_.emplace_back(path);
  place_of_link_.clear();
  for (std::size_t place = 0; place < links_.size(); ++place) place_of_link_[links_[place].value] = place;

  std::vector<QRectF> taken;
  for (const Component& component : architecture.components) taken.push_back(rectangle_of(component));
  std::vector<QRectF> covering;
  for (const QRectF& box : taken) covering.push_back(box.adjusted(dot_margin, dot_margin, -dot_margin, -dot_margin));
  for (LinkTrack& track : tracks_) track.cover(covering);

  figure_places_.assign(tracks_.size(), std::nullopt);
  if (tracks_.size() > most_links_with_figures) return;
  for (std::size_t place = 0; place < tracks_.size(); ++place) {
    if (tracks_[place].is_empty()) continue;
    for (const double progress : {0.5, 0.38, 0.62, 0.28, 0.72}) {
      for (const double above : {-15.0, 15.0}) {
        const QPointF center = tracks_[place].at(progress) + QPointF(0, above);
        if (figure_places_[place] || !fits(center, taken)) continue;
        figure_places_[place] = center;
        taken.emplace_back(center - QPointF(figure_size.width(), figure_size.height()) / 2, figure_size);
      }
    }
  }
}

std::size_t LiveCache::place_of(LinkId link) const {
  const auto found = place_of_link_.find(link.value);
  return found == place_of_link_.end() ? no_place : found->second;
}

const QStaticText& LiveCache::text(const QString& text, const QFont& font, double width) {
  if (texts_.size() > most_texts) texts_.clear();
  const QString key = text + QChar(0) + font.key() + QChar(0) + QString::number(width);
  QStaticText& known = texts_[key];
  if (known.text().isEmpty() && !text.isEmpty()) {
    known = QStaticText(QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
    known.setTextFormat(Qt::PlainText);
    known.prepare({}, font);
  }
  return known;
}

QPixmap& LiveCache::picture(const QString& key) {
  if (pictures_.size() > most_pictures && !pictures_.contains(key)) pictures_.clear();
  return pictures_[key];
}

}  // namespace loadframe
