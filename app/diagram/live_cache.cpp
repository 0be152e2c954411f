#include "diagram/live_cache.h"

#include "diagram/cards.h"
#include "diagram/geometry.h"
#include "diagram/link_label.h"
#include "diagram/routing.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace loadframe {

namespace {

constexpr double point_spacing = 6;     ///< along a track, canvas units
constexpr double fineness = 4;          ///< curves are flattened as at this zoom
constexpr qsizetype most_texts = 4000;  ///< figures change all the time; then all are laid out anew
constexpr qsizetype most_pictures = 64;
constexpr QSizeF figure_size(76, 20);
constexpr double dot_margin = 4;  ///< dots end their way a little within a component

constexpr double caption_reach = 24;  ///< below components, where something may be written

QRectF figure_box(QPointF center) {
  return {center - QPointF(figure_size.width(), figure_size.height()) / 2, figure_size};
}

/// Which way from a line its figure stands: above and below what runs across, beside what runs down.
std::array<QPointF, 2> aside(QPointF direction) {
  constexpr double gap = 5;
  if (std::abs(direction.x()) >= std::abs(direction.y())) {
    const QPointF by(0, figure_size.height() / 2 + gap);
    return {-by, by};
  }
  const QPointF by(figure_size.width() / 2 + gap, 0);
  return {by, -by};
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

void LinkTrack::cover(const Obstacles& boxes) {
  covered_.assign(points_.size(), false);
  for (std::size_t i = 0; i < points_.size(); ++i) {
    constexpr double point = 0.01;
    covered_[i] = boxes.touches(QRectF(points_[i].x() - point, points_[i].y() - point, 2 * point, 2 * point),
                                Obstacles::none, Obstacles::none);
  }
}

std::vector<std::pair<std::size_t, std::string>> LiveCache::labels_of(const Architecture& architecture) {
  std::vector<std::pair<std::size_t, std::string>> labels;
  if (architecture.links.size() > most_links_with_figures) return labels;
  for (std::size_t place = 0; place < architecture.links.size(); ++place)
    if (!architecture.links[place].label.empty()) labels.emplace_back(place, architecture.links[place].label);
  return labels;
}

void LiveCache::follow(const Architecture& architecture, std::shared_ptr<const Routes> routes) {
  if (!routes) routes = routes_of(architecture);
  auto labels = labels_of(architecture);
  if (routes == routes_) {
    if (labels != labels_) {
      labels_ = std::move(labels);
      find_figure_places(architecture);
    }
    return;
  }
  labels_ = std::move(labels);
  const std::shared_ptr<const Routes> before = std::exchange(routes_, std::move(routes));
  std::vector<LinkTrack> old = std::move(tracks_);
  const bool comparable = before && before->links == routes_->links;
  tracks_.clear();
  tracks_.reserve(routes_->paths.size());
  for (std::size_t place = 0; place < routes_->paths.size(); ++place) {
    if (comparable && before->paths[place] == routes_->paths[place]) tracks_.push_back(std::move(old[place]));
    else tracks_.emplace_back(routes_->paths[place]);
  }
  place_of_link_.clear();
  for (std::size_t place = 0; place < routes_->links.size(); ++place)
    place_of_link_[routes_->links[place].value] = place;

  std::vector<QRectF> covering;
  for (const Component& component : architecture.components)
    covering.push_back(rectangle_of(component).adjusted(dot_margin, dot_margin, -dot_margin, -dot_margin));
  const Obstacles covers(covering);
  for (LinkTrack& track : tracks_) track.cover(covers);
  find_figure_places(architecture);
  find_links_below(architecture);
}

/// Beside each link, near its middle, where neither components nor titles, labels, other links or other figures are.
void LiveCache::find_figure_places(const Architecture& architecture) {
  figure_places_.assign(tracks_.size(), std::nullopt);
  if (tracks_.size() > most_links_with_figures) return;
  std::vector<QRectF> boxes;
  for (const Component& component : architecture.components)
    boxes.push_back(rectangle_of(component).adjusted(0, 0, 0, caption_reach));
  for (const Area& area : architecture.areas)
    for (const QRectF& title : title_boxes(area)) boxes.push_back(title);
  for (const Note& note : architecture.notes) boxes.push_back(rectangle_of(note));
  const Obstacles taken(std::move(boxes));
  std::vector<QRectF> figures;
  for (const auto& [place, label] : labels_)
    if (place < routes_->paths.size())
      figures.push_back(label_box(routes_->paths[place], QString::fromStdString(label)));

  // Points of all tracks, by cell.
  constexpr double cell = 80;
  std::map<std::pair<int, int>, std::vector<std::pair<std::size_t, QPointF>>> points;
  const auto cell_of = [](double at) { return static_cast<int>(std::floor(at / cell)); };
  for (std::size_t place = 0; place < tracks_.size(); ++place)
    for (const QPointF& point : tracks_[place].points())
      points[{cell_of(point.x()), cell_of(point.y())}].emplace_back(place, point);
  const auto covers_other_link = [&](const QRectF& box, std::size_t own) {
    for (int x = cell_of(box.left()); x <= cell_of(box.right()); ++x) {
      for (int y = cell_of(box.top()); y <= cell_of(box.bottom()); ++y) {
        const auto found = points.find({x, y});
        if (found == points.end()) continue;
        for (const auto& [place, point] : found->second)
          if (place != own && box.contains(point)) return true;
      }
    }
    return false;
  };
  for (std::size_t place = 0; place < tracks_.size(); ++place) {
    const LinkTrack& track = tracks_[place];
    if (track.is_empty() || track.length() < figure_size.height()) continue;
    for (const double progress : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}) {
      const QPointF direction = track.at(std::min(1.0, progress + 0.02)) - track.at(progress - 0.02);
      for (const QPointF& by : aside(direction)) {
        const QRectF box = figure_box(track.at(progress) + by);
        const auto meets = [&box](const QRectF& other) { return other.intersects(box); };
        if (figure_places_[place] || taken.touches(box, Obstacles::none, Obstacles::none) ||
            std::any_of(figures.begin(), figures.end(), meets) || covers_other_link(box, place))
          continue;
        figure_places_[place] = box.center();
        figures.push_back(box);
      }
    }
  }
}

void LiveCache::find_links_below(const Architecture& architecture) {
  std::unordered_map<std::uint32_t, std::size_t> places;
  for (std::size_t place = 0; place < architecture.components.size(); ++place)
    places[architecture.components[place].id.value] = place;
  link_below_.assign(architecture.components.size(), false);
  for (std::size_t link = 0; link < std::min(tracks_.size(), architecture.links.size()); ++link) {
    const QPainterPath& path = routes_->paths[link];
    if (path.isEmpty()) continue;
    const auto mark = [&](ComponentId id, QPointF end) {
      const auto place = places.find(id.value);
      if (place == places.end()) return;
      if (std::abs(rectangle_of(architecture.components[place->second]).bottom() - end.y()) < 1)
        link_below_[place->second] = true;
    };
    mark(architecture.links[link].caller, path.elementAt(0));
    mark(architecture.links[link].callee, path.currentPosition());
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
